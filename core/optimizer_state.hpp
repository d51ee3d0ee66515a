// How the state of an optimizer lies in memory: [a bound][moments], or the preconditioner's
// numbers.
#pragma once

#include "optimizer.hpp"

namespace lora {

// f64 numbers before the moments, a whole cache line. The first is a bound: of momentum, that of
// its elements; of adam, that of |m| / (sqrt(v) + kMinEpsilon).
inline constexpr usize kHead = 8;

inline void clear(f32* values, usize count) {
  __builtin_memset(values, 0, count * sizeof(f32));
}

// B times a factor, and what the preconditioner knows of it.
void scale_b(Adapter& adapter, const Method& method, f64 factor);

}  // namespace lora
