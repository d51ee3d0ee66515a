// The inner products every kernel is made of, and with them the summation order of the library:
// element i goes to partial sum i mod 16; then (p0 + p1) + (p2 + p3) by fours, then by lanes.
#pragma once

#include "simd.hpp"

namespace lora {

// Four independent chains hide the latency of an addition.
struct Sum {
  F32x4 chain[4] = {splat(0), splat(0), splat(0), splat(0)};

  f32 total() const { return sum((chain[0] + chain[1]) + (chain[2] + chain[3])); }
};

// sums[r] += sum_i W_ri v_i for `Rows` neighbouring rows; w points at the first of them in block 0,
// the next block is `stride` floats further. With Square, sums[Rows] += sum_i v_i^2.
template <u32 Rows, bool Square>
inline void accumulate_rows(const f32* w, usize stride, const f32* v, u32 n, Sum* sums) {
  for (u32 i = 0; i < n; i += kBlock) {
    for (u32 j = 0; j < 4; ++j) {
      const F32x4 x = load(v + i + 4 * j);
      for (u32 r = 0; r < Rows; ++r) sums[r].chain[j] += load(w + 4 * r) * x;
      if constexpr (Square) sums[Rows].chain[j] += x * x;
      w += stride;
    }
  }
}

}  // namespace lora
