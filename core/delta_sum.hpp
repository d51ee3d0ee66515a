// A weighted sum of the deltas alpha B^T A of adapters, and its best approximation of a given rank.
//
// The sum of deltas is Q^T P, of the rows weight alpha B stacked to Q (rows, out) and those of A
// stacked to P (rows, in). With P = L E and Q = M F, E and F of orthonormal rows, it is
// F^T (M^T L) E; the singular value decomposition of the small matrix in the middle gives that of
// the whole (Eckart and Young 1936, doi 10.1007/BF02288367), and nothing of size out x in is made.
// Beside the deltas it sums the shifts that clicks taught, exactly.
#pragma once

#include "adapter.hpp"
#include "arena.hpp"

namespace lora {

class DeltaSum {
 public:
  // Of deltas whose ranks add up to `capacity` it is exact. Of more, it keeps the capacity / 2
  // strongest directions whenever it is full. nullptr where the arena is full.
  static DeltaSum* create(Arena& arena, u32 in, u32 out, u32 capacity);
  void destroy(Arena& arena) { arena.release(this); }

  u32 in() const { return in_; }
  u32 out() const { return out_; }
  u32 capacity() const { return capacity_; }

  // Adds weight times the delta.
  void add(const Adapter& adapter, const Method& method, f64 weight);

  // Whether one of them was shifted, so that only an adapter in a space can hold the sum.
  bool has_shift() const;

  // Gives an adapter the best approximation of the sum that its rank can hold, or with `mean` of
  // the sum divided by that of the weights; where `max_norm` is not 0, scaled down to that
  // Frobenius norm, the shift counted in. Its rows of A are orthogonal and as long as at creation;
  // those that are not needed stay as they are, with B at 0. Returns false, with the adapter
  // unchanged, where a weight would not be finite.
  bool take(Adapter& adapter, const Method& method, bool mean, f64 max_norm);

  // Of the last take: squared norm of the approximation over that of the sum, which is an estimate
  // where anything was lost; 1 where both are 0.
  f64 kept() const { return kept_; }
  // The maximum that all foldings can have changed the sum by, in the Frobenius norm, as a share of
  // its norm at the last take.
  f64 lost() const { return lost_share_; }

 private:
  f64* row_p(u32 i) { return p_ + usize{i} * in_; }
  f64* row_q(u32 i) { return q_ + usize{i} * out_; }
  // The rows become orthogonal, P's of length 1, the strongest first; Q's lengths are the singular
  // values, which it leaves in `values_`.
  void decompose();
  void fold();

  u32 in_;
  u32 out_;
  u32 capacity_;
  u32 rows_;
  bool decomposed_;
  f64 weights_;
  f64 lost_;
  f64 lost_squares_;
  f64 kept_;
  f64 lost_share_;
  f64* p_;        // (capacity, in)
  f64* q_;        // (capacity, out)
  f64* shift_;    // (out)
  f64* lower_p_;  // (capacity, capacity), for decompose
  f64* lower_q_;
  f64* core_;
  f64* values_;  // (capacity)
};

}  // namespace lora
