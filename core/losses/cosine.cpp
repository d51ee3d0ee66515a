// 1 - y.t / (|y| |t|); towards t where y is 0.
#include "losses.hpp"

namespace lora {

namespace {

f64 value(const f32* y, f32* target, u32 n, f64, const Wanted& wanted) {
  const auto [y_squares, both, target_squares] = products(y, target, 4, n);
  const f64 to_target = inverse_or_zero(sqrt(target_squares));
  const f64 along = both * to_target;
  const f64 squares = length_squares(y_squares, wanted);
  // g = (y along / |y|^2 - t / |t|) / |y|, times |y|^2 where it is to be divided by the curvature.
  const f64 scale = wanted.curved ? sqrt(squares) : inverse_or_zero(sqrt(squares));
  mix(y, scale * along * inverse_or_zero(squares), -scale * to_target, n, target);
  return 1 - along * inverse_or_zero(sqrt(y_squares));
}

}  // namespace

constinit const Loss kCosine{
    .has_mean = false, .has_delta = false, .value = value, .is_half_square = false};

}  // namespace lora
