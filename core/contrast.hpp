// Losses of the cosine similarities between an answer y and candidates. A candidate that is equal
// to the positive is no negative.
//
// A preconditioned step divides the gradient by
//   InfoNCE  (1 / (4 tau^2) + 1 / tau) / |y|^2: the softmax bends by 1 / tau^2 at most, and about
//            half of that between two candidates
//   triplet  the larger of |g|^2 / L and 1 / |y|^2: a step removes a share of L
#pragma once

#include "losses.hpp"
#include "spread.hpp"

namespace lora {

enum class ContrastKind : u32 { info_nce, triplet, info_nce_of_spread };

struct Contrast {
  ContrastKind kind;
  f64 parameter;  // the temperature of InfoNCE, in cosines or in spreads; the margin of triplet
  const f64* odds = nullptr;  // of InfoNCE: how likely each candidate is whatever y is; nullptr
                              // where all are alike
};

// The value in y (n), padded, and its gradient; `positive` is the candidate y should be near.
// InfoNCE: -log softmax(cos / temperature + log odds) at the positive; van den Oord et al. 2018,
// arXiv 1807.03748. triplet: the mean over the negatives of max(0, margin + cos negative - cos
// positive). `weights` is memory for 2 numbers of each candidate. The cosines are added to the
// spread first, where the temperature is in units of it.
f64 contrast(const Contrast& loss, const f32* y, const f32* candidates, u32 count, u32 positive,
             u32 n, const Wanted& wanted, Spread& spread, f64* weights, f32* gradient);

}  // namespace lora
