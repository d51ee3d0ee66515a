// How much of what a scope learned it serves: none, half or all of its delta, whichever had the
// least loss on what came in, each measured before the step by it (progressive validation: Blum,
// Kalai and Langford 1999, doi 10.1145/307400.307439). So what does harm is learned but not served.
#pragma once

#include "base.hpp"

namespace lora {

struct Caution {
  static constexpr u32 kScales = 3;
  static constexpr f32 kScale[kScales] = {0, 0.5f, 1};

  f32 losses[kScales];  // less that of knowing nothing; recent ones count more

  f32 scale() const {
    u32 best = 0;
    for (u32 i = 1; i < kScales; ++i) best = losses[i] < losses[best] ? i : best;
    return losses[best] < 0 ? kScale[best] : 0;
  }

  void add(const f64 (&more)[kScales], f64 of_nothing) {
    constexpr f64 kKept = 0.99;
    for (u32 i = 0; i < kScales; ++i) {
      losses[i] = static_cast<f32>(kKept * losses[i] + (more[i] - of_nothing));
    }
  }
};

}  // namespace lora
