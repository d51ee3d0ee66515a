// 0.5 d^2 up to |d| = delta, then delta (|d| - delta / 2), d = y - t; Huber 1964, doi
// 10.1214/aoms/1177703732.
#include "losses.hpp"

namespace lora {

namespace {

f64 value(const f32* y, f32* target, u32 n, f64 delta, const Wanted&) {
  subtract_from(y, n, target);
  f64 sum = 0;
  for (u32 i = 0; i < n; ++i) {
    const f64 d = f64{target[i]};
    const f64 size = abs(d);
    const f64 clipped = min(size, delta);
    sum += clipped * (size - 0.5 * clipped);
    target[i] = static_cast<f32>(__builtin_copysign(clipped, d));
  }
  return sum;
}

}  // namespace

constinit const Loss kHuber{
    .has_mean = true, .has_delta = true, .value = value, .is_half_square = false};

}  // namespace lora
