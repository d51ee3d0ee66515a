// The inner product every kernel is made of, and with it the summation order of the library:
// element i goes to partial sum i mod 8; then p0 + p1 by fours, then by lanes.
#pragma once

#include "simd.hpp"

namespace lora {

// Floats in one step of a sum. kBlock is a multiple of it.
inline constexpr u32 kStep = 8;

// Two independent chains for each row: with two rows they hide the latency of an addition, and with
// the loads of one step they fit the 15 vector registers V8 has. With four chains it spills the
// sums, in every step. Always inlined: as calls, which is what -Oz makes of them, they would live
// in memory.
struct Sum {
  F32x4 p0 = splat(0);
  F32x4 p1 = splat(0);

  // One step of v times the row of a factor that starts at w, its groups of four `stride` apart.
  [[gnu::always_inline]] void add(const f32* w, usize stride, const f32* v) {
    p0 += load(w) * load(v);
    p1 += load(w + stride) * load(v + 4);
  }

  // Half a step: the two chains take turns.
  [[gnu::always_inline]] void turn(F32x4 product) {
    const F32x4 next = p0 + product;
    p0 = p1;
    p1 = next;
  }

  [[gnu::always_inline]] f32 total() const { return sum(p0 + p1); }
};

// {a.total(), b.total(), ...}, the same additions two at a time.
inline F32x4 totals(const Sum& a, const Sum& b) {
  const F32x4 p = a.p0 + a.p1;
  const F32x4 q = b.p0 + b.p1;
  const F32x4 halves =
      __builtin_shufflevector(p, q, 0, 2, 4, 6) + __builtin_shufflevector(p, q, 1, 3, 5, 7);
  return __builtin_shufflevector(halves, halves, 0, 2, 0, 2) +
         __builtin_shufflevector(halves, halves, 1, 3, 1, 3);
}

}  // namespace lora
