// 0.5 |y - t|^2, with the gradient y - t.
#include "losses.hpp"

namespace lora {

namespace {

f64 value(const f32* y, f32* target, u32 n, f64, const Wanted&) {
  subtract_from(y, n, target);
  return 0.5 * f64{sum_of_squares(target, n)};
}

}  // namespace

constinit const Loss kMse{
    .has_mean = true, .has_delta = false, .value = value, .is_half_square = true};

}  // namespace lora
