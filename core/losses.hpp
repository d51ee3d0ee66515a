// Losses of an answer y, and their gradients in y.
//
// A preconditioned step removes a share of the error of 0.5 ||y - t||^2. For losses that bend
// otherwise the gradient is divided by their curvature first, so that the share means the same:
//   mse, huber  1 (times 1 / out for the mean)
//   cosine      1 / |y|^2
//   contrast    see contrast.hpp
// There |y|^2 has 1e-4 |x|^2 added, so that an answer of 0 can begin to learn.
#pragma once

#include "kernels.hpp"

namespace lora {

// How gradients are wanted.
struct Wanted {
  bool curved;    // divided by the curvature
  f64 x_squares;  // sum of squares of the input behind y
};

// A row of the table of an edition.
struct Loss {
  bool has_mean;   // over the elements of y
  bool has_delta;  // a parameter, above 0
  // The value in y (n); the target becomes the gradient. Both are padded.
  f64 (*value)(const f32* y, f32* target, u32 n, f64 delta, const Wanted& wanted);
  bool is_half_square;  // 0.5 |y - t|^2, whose gradient an optimizer may know itself
};

// Whether these are arguments that the loss takes.
inline bool accepts_mean(const Loss& loss, bool mean) {
  return loss.has_mean || !mean;
}
inline bool accepts_delta(const Loss& loss, f64 delta) {
  return !loss.has_delta || (delta > 0 && is_finite(static_cast<f32>(delta)));
}

// The same for one row, or with `mean` over out.
f64 loss_of_row(const Loss& loss, const f32* y, f32* target, u32 n, f64 delta, bool mean,
                const Wanted& wanted);

// The squared length that a gradient goes by, of an answer whose own is y_squares: never 0, unless
// the input is.
inline f64 length_squares(f64 y_squares, const Wanted& wanted) {
  constexpr f64 kFloor = 1e-4;  // share of |x| that counts as part of |y| in preconditioned steps
  const f64 floor = kFloor * wanted.x_squares;
  return wanted.curved ? y_squares + floor : y_squares > 0 ? y_squares : floor;
}

}  // namespace lora
