// What there is to an adapter besides its options: matrices and numbers, by which it can be saved
// and made again.
#pragma once

#include "base.hpp"

namespace lora {

// In pairs: of A (rank, in) and of B (rank, out).
enum class Matrix : u32 {
  a,
  b,
  moment_a,  // the optimizer's: of momentum, adam and adamw
  moment_b,
  second_moment_a,  // of adam and adamw
  second_moment_b,
  accumulated_a,  // the negative sum of the accumulated gradients
  accumulated_b,
};
inline constexpr u32 kMatrices = 8;

// The numbers of one adapter, in this order.
enum Number : u32 {
  kAdaptCount,
  kForwardCount,
  kSteps,
  kBound,
  kStarted,
  kAccumulated,        // of the gradients that wait: rows, and four sums
  kExplores = 10,  // 1 where the next three say how it explored, 0 where they are 0
  kRandomHigh,     // state of the noise
  kRandomLow,
  kRewards,  // their count, mean and variance
  kOptimizerState = kRewards + 3,
};

// Of the last forward: its scope, its rows, whether no step was taken since, whether it had noise;
// then h (rows, rank), then the noise (out).
enum ForwardNumber : u32 {
  kForwardScope,
  kForwardRows,
  kForwardFresh,
  kForwardExplored,
  kForwardH
};

}  // namespace lora
