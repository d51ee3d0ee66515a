// Bounds of weights after a step, without looking at them.
#pragma once

#include "base.hpp"

namespace lora {

// An element can be this large though its square underflows to 0 in f32.
inline constexpr f64 kUnseen = 1e-22;

// Rounding in the sums and products behind a step stays far below this.
inline constexpr f64 kSlack = 1.01;

// A weight is rounded once a step, by half a unit in the last place at most; in a billion steps
// this factor takes a bound past f32, where it is found anew.
inline constexpr f64 kRounding = 1 + 0x1p-23;

// How much c (x) v changes a weight at most, by the largest |c| and the sum of squares of v.
inline f64 update_bound(f32 largest, f32 squares) {
  return largest * (sqrt(f64{squares}) + kUnseen);
}

}  // namespace lora
