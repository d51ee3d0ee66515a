// What the optimizers with moments have in common: the number in front of the moments is a bound of
// them.
#pragma once

#include "../bounds.hpp"
#include "../dense_step.hpp"
#include "../guards.hpp"
#include "optimizers.hpp"

namespace lora {

inline usize one_number(u32) {
  return 1;
}

// Of momentum, that of the elements; of adam, that of |m| / (sqrt(v) + kMinEpsilon).
inline f64& moment_bound(const Adapter& adapter) {
  return adapter.state[0];
}

// base^exponent, for whole numbers
inline f64 power(f64 base, f64 exponent) {
  f64 result = 1;
  for (u64 n = static_cast<u64>(exponent); n > 0; n >>= 1, base *= base) {
    if ((n & 1) != 0) result *= base;
  }
  return result;
}

}  // namespace lora
