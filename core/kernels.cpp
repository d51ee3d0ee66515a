// Which kernel a call takes, and those that are not hot. Rank 2 has its own in kernels_hot.cpp,
// where the edition has them; the bits are the same.
#include "kernels.hpp"

#include "edition.hpp"
#include "kernels_rank2.hpp"
#include "rows.hpp"

namespace lora {

namespace {

// Sums of products in f64, each of which is exact: of the first two lanes, and of the others.
[[gnu::noinline]] f64 total(F64x2 p0, F64x2 p1) {
  return (p0[0] + p0[1]) + (p1[0] + p1[1]);
}

bool is_fast(u32 rank) {
  return kEdition.fast_rank2 && rank == 2;
}

}  // namespace

void expand(const f32* w, u32 rank, const f32* c, const f32* v, u32 n, f32* to) {
  if (is_fast(rank) && v != nullptr) return rank2::expand_by(w, c[0], c[1], v, n, to);
  any_rank::expand(w, rank, c, v, n, to);
}

void subtract_outer(f32* w, u32 rank, const f32* c, const f32* v, u32 n, u32 rows) {
  if (!is_fast(rank)) return any_rank::subtract_outer(w, rank, c, v, n, rows);
  if (rows == 1) return rank2::subtract_outer(w, c, v, n);
  rank2::subtract_outers(w, c, v, n, rows);
}

void project_rows(const f32* w, u32 rank, const f32* v, u32 n, u32 rows, f32* s) {
  for (; is_fast(rank) && rows >= 2; rows -= 2, v += 2 * usize{n}, s += 4) {
    rank2::project_pair(w, v, n, s);
  }
  for (; rows > 0; --rows, v += n, s += rank) project(w, rank, v, n, s);
}

f32 project_and_square(const f32* w, u32 rank, const f32* v, u32 n, f32* s) {
  if (rank == 2) return rank2::project_and_square(w, v, n, s);
  project(w, rank, v, n, s);
  return sum_of_squares(v, n);
}

void expand_rows(const f32* w, u32 rank, const f32* c, const f32* v, u32 n, u32 rows, f32* to) {
  const usize step = v == nullptr ? 0 : n;
  for (; is_fast(rank) && v != nullptr && rows >= 2;
       rows -= 2, c += 4, v += 2 * step, to += 2 * step) {
    rank2::expand_pair(w, c, v, n, to);
  }
  for (; rows > 0; --rows, c += rank, v += step, to += n) expand(w, rank, c, v, n, to);
}

void scale_by(f32* v, usize n, f32 factor) {
  for (usize i = 0; i < n; i += 4) store(v + i, load(v + i) * splat(factor));
}

void combine(const f64* m, const f32* w, u32 rank, u32 n, f32* to) {
  for (u32 i = 0; i < n; i += 4, w += 4 * rank, to += 4 * rank) {
    F32x4 sums[kMaxRank];
    for (u32 k = 0; k < rank; ++k) {
      F32x4 sum = splat(0);
      for (u32 j = 0; j < rank; ++j)
        sum += splat(static_cast<f32>(m[k * rank + j])) * load(w + 4 * j);
      sums[k] = sum;
    }
    for (u32 k = 0; k < rank; ++k) store(to + 4 * k, sums[k]);
  }
}

f64 dot(const f32* v, const f32* w, usize step, u32 n) {
  F64x2 p0{};
  F64x2 p1{};
  for (u32 i = 0; i < n; i += 4, v += step, w += step) {
    const F32x4 a = load(v);
    const F32x4 b = load(w);
    p0 += low(a) * low(b);
    p1 += high(a) * high(b);
  }
  return total(p0, p1);
}

Products products(const f32* v, const f32* w, usize step, u32 n) {
  F64x2 vv0{};
  F64x2 vv1{};
  F64x2 vw0{};
  F64x2 vw1{};
  F64x2 ww0{};
  F64x2 ww1{};
  for (u32 i = 0; i < n; i += 4, v += step, w += step) {
    const F64x2 v0 = low(load(v));
    const F64x2 v1 = high(load(v));
    const F64x2 w0 = low(load(w));
    const F64x2 w1 = high(load(w));
    vv0 += v0 * v0;
    vv1 += v1 * v1;
    vw0 += v0 * w0;
    vw1 += v1 * w1;
    ww0 += w0 * w0;
    ww1 += w1 * w1;
  }
  return {total(vv0, vv1), total(vw0, vw1), total(ww0, ww1)};
}

f64 row_dot(const f32* row, u32 rank, const f32* v, u32 n) {
  F64x2 p0{};
  F64x2 p1{};
  for (u32 i = 0; i < n; i += 4, row += 4 * usize{rank}) {
    const F32x4 a = load(row);
    const F32x4 b = load(v + i);
    p0 += low(a) * low(b);
    p1 += high(a) * high(b);
  }
  return total(p0, p1);
}

void move_row(f32* row, u32 rank, f64 of_row, f64 of_v, const f32* v, u32 n) {
  const F32x4 a = splat(static_cast<f32>(of_row));
  const F32x4 b = splat(static_cast<f32>(of_v));
  for (u32 i = 0; i < n; i += 4, row += 4 * usize{rank}) {
    store(row, a * load(row) + b * load(v + i));
  }
}

void subtract_row(const f32* row, u32 rank, f64 share, u32 n, f32* v) {
  const F32x4 a = splat(static_cast<f32>(share));
  for (u32 i = 0; i < n; i += 4, row += 4 * usize{rank}) {
    store(v + i, load(v + i) - a * load(row));
  }
}

void subtract_from(const f32* from, u32 n, f32* v) {
  for (u32 i = 0; i < n; i += 4) store(v + i, load(from + i) - load(v + i));
}

f64 norm(const f32* v, u32 n) {
  // Below this, squares that underflowed may count.
  constexpr f32 kSafe = 1e-20f;
  const f32 squares = sum_of_squares(v, n);
  if (!(squares < kSafe)) return sqrt(f64{squares});
  return sqrt(dot(v, v, 4, n));
}

void scale(const f32* v, f64 factor, u32 n, f32* to) {
  for (u32 i = 0; i < n; i += 2) {
    const f64 even = factor * f64{v[i]};
    const f64 odd = factor * f64{v[i + 1]};
    to[i] = static_cast<f32>(even);
    to[i + 1] = static_cast<f32>(odd);
  }
}

void mix(const f32* v, f64 factor_v, f64 factor_to, u32 n, f32* to) {
  for (u32 i = 0; i < n; ++i) {
    to[i] = static_cast<f32>(factor_v * f64{v[i]} + factor_to * f64{to[i]});
  }
}

bool stays_finite(const f32* w, u32 rank, const f32* c, const f32* v, u32 n, u32 rows) {
  for (u32 i = 0; i < n; ++i) {
    for (u32 k = 0; k < rank; ++k) {
      f32 total = c[k] * v[i];
      for (u32 j = 1; j < rows; ++j) total += c[j * rank + k] * v[usize{j} * n + i];
      if (!is_finite(w[blocked_index(rank, k, i)] - total)) return false;
    }
  }
  return true;
}

f32 largest(const f32* w, usize count) {
  f32 result = 0;
  for (usize i = 0; i < count; ++i) result = max(result, abs(w[i]));
  return result;
}

void zero_tails(f32* v, u32 n, u32 rows) {
  for (u32 j = 0; j < rows; ++j, v += padded(n)) {
    for (u32 i = n; i % kBlock != 0; ++i) v[i] = 0;
  }
}

void spread(const f32* from, u32 n, u32 rows, f32* to) {
  const u32 stride = padded(n);
  if (stride == n && from == to) return;
  // Backwards, because what is still to be moved may lie where this writes.
  for (u32 j = rows; j-- > 0;) {
    for (u32 i = n; i-- > 0;) to[usize{j} * stride + i] = from[usize{j} * n + i];
  }
}

f32* pack(f32* from, u32 n, u32 rows, f32* to) {
  const u32 stride = padded(n);
  if (stride == n) return from;
  for (u32 j = 0; j < rows; ++j) {
    f32* row = to + usize{j} * n;
    const f32* source = from + usize{j} * stride;
    if (to != from) {
      __builtin_memcpy(row, source, n * sizeof(f32));
      continue;
    }
    // Forwards, because what is still to be moved may lie where this writes.
    for (u32 i = 0; i < n; ++i) row[i] = source[i];
  }
  return to;
}

}  // namespace lora
