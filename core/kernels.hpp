// The loops over vectors and over blocked matrices; everything else in the core is bookkeeping.
//
// A factor W (rank, n) is kept in groups of four columns: W[k][i] lies at
// (i / 4 * rank + k) * 4 + i % 4, n padded with zeros to a multiple of kBlock. So the rows that are
// needed together lie together, and one pass reads memory in one direction.
#pragma once

#include "simd.hpp"

namespace lora {

inline constexpr u32 kMaxRank = 64;

constexpr usize blocked_index(u32 rank, u32 row, u32 column) {
  return (usize{column / 4} * rank + row) * 4 + column % 4;
}

// s_k = sum_i W_ki v_i; n is padded.
void project(const f32* w, u32 rank, const f32* v, u32 n, f32* s);

// The same for each row of v (rows, n), to s (rows, rank).
void project_rows(const f32* w, u32 rank, const f32* v, u32 n, u32 rows, f32* s);

// As project, and returns sum_i v_i^2 from the same pass.
f32 project_and_square(const f32* w, u32 rank, const f32* v, u32 n, f32* s);

// to_i = v_i + sum_k c_k W_ki; v may be nullptr for 0, and may be `to`.
void expand(const f32* w, u32 rank, const f32* c, const f32* v, u32 n, f32* to);

// The same for each row of c (rows, rank) and v (rows, n), to `to` (rows, n).
void expand_rows(const f32* w, u32 rank, const f32* c, const f32* v, u32 n, u32 rows, f32* to);

// W_ki -= sum_j c_jk v_ji over the rows j of c (rows, rank) and v (rows, n), the sum made first; at
// least one row.
void subtract_outer(f32* w, u32 rank, const f32* c, const f32* v, u32 n, u32 rows);

// The loops behind expand and subtract_outer for any rank, to the same bits as those of rank 2.
namespace any_rank {
void expand(const f32* w, u32 rank, const f32* c, const f32* v, u32 n, f32* to);
void subtract_outer(f32* w, u32 rank, const f32* c, const f32* v, u32 n, u32 rows);
}  // namespace any_rank

// v_i = from_i - v_i; n is padded.
void subtract_from(const f32* from, u32 n, f32* v);

// v_i *= factor; n is padded.
void scale_by(f32* v, usize n, f32 factor);

// to_ki = sum_j m_kj w_ji for m (rank, rank), row-major; n is padded, and `to` may be w.
void combine(const f64* m, const f32* w, u32 rank, u32 n, f32* to);

// sum_i v_i^2
f32 sum_of_squares(const f32* v, usize n);

// (sum_i v_i^2)^(1/2), right even where the f32 sum of squares underflows; n is padded.
f64 norm(const f32* v, u32 n);

// to_i = factor v_i; n is padded.
void scale(const f32* v, f64 factor, u32 n, f32* to);

// to_i = factor_v v_i + factor_to to_i in f64, rounded once; n is padded.
void mix(const f32* v, f64 factor_v, f64 factor_to, u32 n, f32* to);

// to_i = v_i / u_i of u (n) without zeros, and returns sum_i v_i to_i; groups of four of v are
// `step` floats apart, and to is a vector.
f32 divide(const f32* v, usize step, const f32* u, u32 n, f32* to);

// Turns the rows of W and v below them: (W; v)_k = sum_j m_kj (W; v)_j for m (rank + 1, rank + 1),
// row-major, of a rank of 16 at most; n is padded.
void turn_rows(const f32* m, f32* w, u32 rank, f32* v, u32 n);

// to_i += v_i^2; n is padded.
void add_squares(const f32* v, u32 n, f32* to);

// Whether W after subtract_outer has only finite elements.
bool stays_finite(const f32* w, u32 rank, const f32* c, const f32* v, u32 n, u32 rows);

// max |w|
f32 largest(const f32* w, usize count);

// Inner products of two rows in f64.
struct Products {
  f64 vv;
  f64 vw;
  f64 ww;
};

// Of rows (n), padded, whose groups of four are `step` floats apart: 4, or 4 rank in a factor.
Products products(const f32* v, const f32* w, usize step, u32 n);

// sum_i v_i w_i of the same.
f64 dot(const f32* v, const f32* w, usize step, u32 n);

// One row W_k of a factor, `row` being its first element; n is padded.
//
// sum_i W_ki v_i in f64
f64 row_dot(const f32* row, u32 rank, const f32* v, u32 n);

// W_ki = of_row W_ki + of_v v_i
void move_row(f32* row, u32 rank, f64 of_row, f64 of_v, const f32* v, u32 n);

// v_i -= share W_ki
void subtract_row(const f32* row, u32 rank, f64 share, u32 n, f32* v);

constexpr u32 padded(u32 n) {
  return static_cast<u32>(round_up(n, kBlock));
}

// Zeros from v[n] to the end of its last block, in each of its rows.
void zero_tails(f32* v, u32 n, u32 rows);
inline void zero_padding(f32* v, u32 n, u32 rows) {
  if (n % kBlock != 0) zero_tails(v, n, rows);
}

// Rows of n that lie one directly after the other at `from`, to padded rows; `to` may be `from`, or
// overlap its end.
void spread(const f32* from, u32 n, u32 rows, f32* to);

// The inverse: where padded rows lie one directly after the other, at `from` or copied to `to`,
// which may be `from` or apart from it.
f32* pack(f32* from, u32 n, u32 rows, f32* to);

}  // namespace lora
