// The spread of the cosines that an answer has with its negatives: the unit of a temperature that
// fits any model, as cosines of one model lie in a band far narrower than those of another.
#pragma once

#include "base.hpp"

namespace lora {

struct Spread {
  f32 squares;  // of the differences from the mean of their answer
  f32 count;    // degrees of freedom

  f64 value() const {
    constexpr f64 kUnknown = 0.1;  // before two negatives of one answer were seen
    constexpr f64 kMin = 1e-3;     // where all of them are alike
    return count > 0 ? max(sqrt(f64{squares} / count), kMin) : kUnknown;
  }

  void add(f64 more_squares, f64 more) {
    constexpr f64 kRemembered = 16384;
    const f64 all = count + more;
    const f64 kept = min(1.0, kRemembered / max(all, 1.0));
    squares = static_cast<f32>(kept * (squares + more_squares));
    count = static_cast<f32>(kept * all);
  }
};

}  // namespace lora
