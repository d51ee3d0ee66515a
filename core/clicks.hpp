// What an adapter in a space learns from clicks besides its delta.
//
// A shift b: y = u + b + alpha B^T A u. The inputs of a space have mean 0, and so has their delta;
// a liking that is the same for every query needs b, the intercept. After t clicks it moves by 0.1
// / (1 + t / 300) times the gradient.
//
// The places of a list: people look at the first ones more, whatever stands there. So how often
// each place was clicked is the prior of the softmax, pi_i = c_i / sum c with c from 1, and a click
// says only what the place does not.
#pragma once

#include "kernels.hpp"

namespace lora {

struct Clicks {
  static constexpr u32 kPlaces = 32;

  f32* shift;           // b (out), padded
  bool shifted;         // it is not 0
  f32 places[kPlaces];  // clicks on each place, at most kMaxClicks

  static constexpr f32 kMaxClicks = 0x1p24f;

  void find_odds(u32 shown, f64* odds) const {
    f64 total = shown;
    for (u32 i = 0; i < shown; ++i) total += places[i];
    for (u32 i = 0; i < shown; ++i) odds[i] = (1 + places[i]) / total;
  }

  // Whether `take` would leave it finite.
  bool accepts(const f32* g, u32 n) const {
    return is_finite(sum_of_squares(shift, n)) && is_finite(sum_of_squares(g, n));
  }

  // Learns from a click on a place, with the gradient g (n) in y.
  void take(u32 place, const f32* g, u32 n) {
    f64 count = 0;
    for (f32 of_place : places) count += of_place;
    mix(g, -0.1 / (1 + count / 300), 1, n, shift);
    shifted = true;
    if (places[place] < kMaxClicks) places[place] += 1;
  }

  void copy(const Clicks& from, u32 n) {
    __builtin_memcpy(shift, from.shift, n * sizeof(f32));
    __builtin_memcpy(places, from.places, sizeof(places));
    shifted = from.shifted;
  }

  void clear(u32 n) {
    __builtin_memset(shift, 0, n * sizeof(f32));
    __builtin_memset(places, 0, sizeof(places));
    shifted = false;
  }
};

}  // namespace lora
