// Losses of an answer y, and their gradients in y.
//
// A preconditioned step removes a share of the error of 0.5 ||y - t||^2. For losses that bend
// otherwise the gradient is divided by their curvature first, so that the share means the same:
//   mse, huber  1 (times 1/out for the mean)
//   cosine      1 / |y|^2
//   InfoNCE     (1 / (4 tau^2) + 1 / tau) / |y|^2: the softmax bends by 1 / tau^2 at most, and
//   about
//               half of that between two candidates
//   triplet     the larger of |g|^2 / L and 1 / |y|^2: a step removes a share of L
// There |y|^2 has 1e-4 |x|^2 added, so that an answer of 0 can begin to learn.
#pragma once

#include "kernels.hpp"

namespace lora {

enum class LossKind : u32 { mse, huber, cosine };

struct Loss {
  LossKind kind;
  f64 delta;  // of huber, above 0
  bool mean;  // over the elements of y; not for cosine
};

enum class ContrastKind : u32 { info_nce, triplet };

// Of the cosine similarities between y and candidates.
struct Contrast {
  ContrastKind kind;
  f64 parameter;  // the temperature of InfoNCE, the margin of triplet
};

// How gradients are wanted.
struct Wanted {
  bool curved;    // divided by the curvature
  f64 x_squares;  // sum of squares of the input behind y
};

// The value of a loss in y (n); the target becomes the gradient. Vectors are padded.
// mse: 0.5 |y - t|^2. huber: 0.5 d^2 up to |d| = delta, then delta (|d| - delta / 2); Huber 1964.
// cosine: 1 - y.t / (|y| |t|).
f64 loss(const Loss& loss, const f32* y, f32* target, u32 n, const Wanted& wanted);

// The value of a contrast loss in y, and its gradient; `positive` is the candidate y should be
// near. InfoNCE: -log softmax(cos / temperature) at the positive; van den Oord et al. 2018, arXiv
// 1807.03748. triplet: the mean over the negatives of max(0, margin + cos negative - cos positive).
// `weights` is memory for 2 numbers of each candidate.
f64 contrast(const Contrast& loss, const f32* y, const f32* candidates, u32 count, u32 positive,
             u32 n, const Wanted& wanted, f64* weights, f32* gradient);

}  // namespace lora
