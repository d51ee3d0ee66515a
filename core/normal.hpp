// The normal distribution, for beliefs: what lies above a value, and which of several is the least.
#pragma once

#include "base.hpp"

namespace lora {

// P(N(0, 1) > z), to 3e-7, and never rising.
f64 upper_tail(f64 z);

// The mean of N(0, 1) above z, which is also its hazard phi(z) / (1 - Phi(z)); to about 1e-13 of
// it.
f64 mean_above(f64 z);

// p_k = P(sample k is the least) of independent samples of N(mean_k, deviation_k^2), to about 3e-3;
// they add up to 1, and those that are certain and alike have the same. Uses up mean and deviation;
// `work` has 2 count numbers.
void least_probabilities(f64* mean, f64* deviation, u32 count, f64* p, f64* work);

}  // namespace lora
