// What is believed of one linear map m = w.x, of costs with noise of variance 1:
//
//     w ~ N(mean, P^-1),   P = diag(u) + W^T W,   W (rank, dim), its rows orthogonal
//
// A new observation at x adds a row to W; of the rank + 1 directions the weakest goes into u, so
// what is known of each number of w is kept, and of the strongest directions what is known between
// them: the low-rank precision of LO-FI (Chang et al. 2023, arXiv 2305.19535), which is exact as
// long as no more than rank directions were observed.
#pragma once

#include "kernels.hpp"

namespace lora {

inline constexpr u32 kMaxMemory = 16;

// Of an answer at x.
struct Guess {
  f64 mean;      // w.x
  f64 variance;  // x^T P^-1 x
};

// The precision of each number of w before anything is observed.
inline constexpr f64 kPriorPrecision = 0.1;

// A view of one belief in memory: [mean][u][W, blocked][the Cholesky factor of I + W U^-1 W^T].
class Belief {
 public:
  // For a padded dim.
  static usize bytes(u32 n, u32 rank) {
    return (2 + usize{rank}) * n * sizeof(f32) + usize{rank} * rank * sizeof(f64);
  }

  Belief(void* memory, u32 n, u32 rank)
      : mean_(static_cast<f32*>(memory)),
        precision_(mean_ + n),
        directions_(precision_ + n),
        lower_(reinterpret_cast<f64*>(directions_ + usize{rank} * n)),
        n_(n),
        rank_(rank) {}

  // As it is before anything is observed, with another's mean where there is one.
  void reset(const Belief* like);

  // x is padded; `work` has 2 n floats.
  Guess guess(const f32* x, f32* work) const;

  // mean += P^-1 x step; then an observation at x of this weight, after what is known faded to
  // `kept` of it, towards the prior.
  void learn(const f32* x, f64 step, f64 weight, f64 kept, f32* work);

  // Row 0 is the mean, row 1 u, and then those of W. After a write, `refresh`.
  u32 rows() const { return 2 + rank_; }
  void read_row(u32 row, u32 dim, f32* to) const;
  // Returns false, with nothing changed, where it cannot be one.
  bool write_row(u32 row, u32 dim, const f32* from);
  // The factor of I + W U^-1 W^T, from W and u.
  void refresh(f32* work);

 private:
  // y = U^-1 x, h = W y, c = (I + W U^-1 W^T)^-1 h; returns x.y.
  f64 solve(const f32* x, f32* y, f64* h, f64* c) const;

  f32* mean_;        // (n)
  f32* precision_;   // (n): u
  f32* directions_;  // (rank, n), blocked: W
  f64* lower_;       // (rank, rank)
  u32 n_;
  u32 rank_;
};

}  // namespace lora
