// The space that the embeddings of one corpus are compared and learned in.
//
// Embeddings of real models lie in a narrow cone: two documents that have nothing in common may
// have a cosine of 0.9. What they share says nothing, hides what sets them apart, and takes up a
// step that is normalised by |x|^2. So a space takes it away, with running means of documents and
// of queries, and softens the leading directions of what is left:
//
//     document   e = n(W (d - w md)),  w = n / (n + 1)          n(v) = v / |v|, or 0 where v is 0
//     query      u = n(W c(x)),  c(x) = x - w mq - (1 - w) (x.m) m,  m = n(md),  w = n / (n + 2)
//                after n of its kind; so the first queries lose what documents share
//     W = I - sum_j (1 - s_j) v_j v_j^T,   s_j = min(1, l_min / l_j)^(1/4)
//
// v_j and l_j are the leading eigenvectors and values of the covariance of n(d - md), by CCIPCA
// (Weng, Zhang and Hwang 2003, doi 10.1109/TPAMI.2003.1217609). After N documents the values are
// drawn towards equal ones, l_j = (N l + 1) / (N + dim), so few documents soften little. l_min is
// the smallest of them, or 1 / (2 dim) where that is more. Taking the leading directions away
// altogether is Mu and Viswanath 2018, arXiv 1702.01417.
#pragma once

#include "arena.hpp"
#include "kernels.hpp"

namespace lora {

enum class Side : u32 { document, query };

class EmbeddingSpace {
 public:
  // With so many leading directions, fewer than dim and at most kMaxRank. nullptr where the arena
  // is full. It has one user; the last one to release it ends it.
  static EmbeddingSpace* create(Arena& arena, u32 dim, u32 directions);
  void acquire() { ++users_; }
  void release(Arena& arena);

  u32 dim() const { return dim_; }
  u32 directions() const { return directions_; }
  f64 count(Side side) const { return counts_[static_cast<u32>(side)]; }
  // A frozen space learns no documents, so documents that were mapped stay where they are.
  bool is_frozen() const { return frozen_; }
  void set_frozen(bool frozen) { frozen_ = frozen; }

  // Takes a finite vector into the mean of its side, and a document into the directions. All
  // vectors are padded.
  void learn(Side side, const f32* v);

  // `to` may be v.
  void map(Side side, const f32* v, f32* to) const;

  // The standard deviation of the cosine of two random documents in this space, as estimated by the
  // eigenvalues.
  f64 spread() const { return spread_; }

  // One padded vector each, of a caller.
  f32* input() const { return input_; }
  f32* output() const { return output_; }
  // One more, for use within a call.
  f32* rest() const { return rest_; }

  // What a caller needs to map without it. The mean that is taken away, to a plain vector; a
  // direction v_j to a padded one, 0 where there is none yet; returns its s_j.
  void read_mean(Side side, f32* to) const;
  f64 read_direction(u32 index, f32* to) const;

  // The state: rows of the components v_j l_j, and numbers: both counts, how many documents the
  // components have seen, 1 where it is frozen, and the two means. write_numbers comes last; both
  // return false, with nothing changed, for what cannot be read from a space.
  usize number_count() const { return kNumbers + 2 * usize{dim_}; }
  void read_row(u32 index, f32* to) const;
  bool write_row(u32 index, const f32* from);
  void read_numbers(f64* to) const;
  bool write_numbers(const f64* from);

  // Of the same dim and directions.
  void copy(const EmbeddingSpace& from);
  void reset();

 private:
  static constexpr u32 kNumbers = 4;

  f64* mean(Side side) const { return means_ + static_cast<u32>(side) * usize{dim_}; }
  // The share of a mean that is taken away: of n vectors n / (n + prior).
  f64 trust(Side side) const;
  void centre(Side side, const f32* v, f32* to) const;
  // Takes the vector in `rest_` into the components.
  void learn_directions();
  // s_j and the spread, from the components.
  void find_scales();

  u32 dim_;
  u32 directions_;
  u32 users_;
  bool frozen_;
  f64 counts_[2];
  f64 observed_;  // documents that the components have seen
  f64 spread_;
  f64* means_;       // (2, dim)
  f64* scales_;      // (directions): s_j
  f64* softening_;   // (directions): (1 - s_j) / l_j^2, as W meets l_j v_j
  f32* components_;  // (directions, dim), blocked: l_j v_j
  f32* input_;
  f32* output_;
  f32* rest_;  // of a document, what the components before one leave
};

}  // namespace lora
