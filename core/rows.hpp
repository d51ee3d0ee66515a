// The inner product every kernel is made of, and with it the summation order of the library:
// element i goes to partial sum i mod 16; then (p0 + p1) + (p2 + p3) by fours, then by lanes.
#pragma once

#include "simd.hpp"

namespace lora {

// Four independent chains hide the latency of an addition.
struct Sum {
  F32x4 p0 = splat(0);
  F32x4 p1 = splat(0);
  F32x4 p2 = splat(0);
  F32x4 p3 = splat(0);

  // One block of v times the row of a factor that starts at w, its groups of four `stride` apart.
  void add(const f32* w, usize stride, const f32* v) {
    p0 += load(w) * load(v);
    p1 += load(w + stride) * load(v + 4);
    p2 += load(w + 2 * stride) * load(v + 8);
    p3 += load(w + 3 * stride) * load(v + 12);
  }

  f32 total() const { return sum((p0 + p1) + (p2 + p3)); }
};

}  // namespace lora
