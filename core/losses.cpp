// In f64 where numbers are few; the vectors themselves are f32.
#include "losses.hpp"

#include "math.hpp"

namespace lora {

namespace {

// Share of |x| that counts as part of |y| in preconditioned steps.
constexpr f64 kFloor = 1e-4;

// The squared length that a gradient goes by, of an answer whose own is y_squares: never 0, unless
// the input is.
f64 length_squares(f64 y_squares, const Wanted& wanted) {
  const f64 floor = kFloor * wanted.x_squares;
  return wanted.curved ? y_squares + floor : y_squares > 0 ? y_squares : floor;
}

f64 inverse(f64 value) {
  return value > 0 ? 1 / value : 0;
}

// to = factor_y y + factor_t to
void mix(const f32* y, f64 factor_y, f64 factor_t, u32 n, f32* to) {
  for (u32 i = 0; i < n; ++i) {
    to[i] = static_cast<f32>(factor_y * f64{y[i]} + factor_t * f64{to[i]});
  }
}

f64 huber(f32* difference, f64 delta, u32 n) {
  f64 value = 0;
  for (u32 i = 0; i < n; ++i) {
    const f64 d = f64{difference[i]};
    const f64 size = abs(d);
    value += size <= delta ? 0.5 * d * d : delta * (size - 0.5 * delta);
    if (size > delta) difference[i] = static_cast<f32>(d > 0 ? delta : -delta);
  }
  return value;
}

f64 cosine(const f32* y, f32* target, u32 n, const Wanted& wanted) {
  const f64 y_squares = dot(y, y, n);
  const f64 to_target = inverse(sqrt(dot(target, target, n)));
  const f64 along = dot(y, target, n) * to_target;
  const f64 squares = length_squares(y_squares, wanted);
  // g = (y along / |y|^2 - t / |t|) / |y|, times |y|^2 where it is to be divided by the curvature.
  const f64 scale = wanted.curved ? sqrt(squares) : inverse(sqrt(squares));
  mix(y, scale * along * inverse(squares), -scale * to_target, n, target);
  return 1 - along * inverse(sqrt(y_squares));
}

}  // namespace

f64 loss(const Loss& loss, const f32* y, f32* target, u32 n, const Wanted& wanted) {
  const u32 padded_n = padded(n);
  if (loss.kind == LossKind::cosine) return cosine(y, target, padded_n, wanted);
  subtract_from(y, padded_n, target);
  f64 value = loss.kind == LossKind::mse ? 0.5 * f64{sum_of_squares(target, padded_n)}
                                         : huber(target, loss.delta, padded_n);
  if (loss.mean) {
    value /= n;
    // The curvature of the mean is 1 / n too.
    if (!wanted.curved) scale(target, 1.0 / n, padded_n, target);
  }
  return value;
}

f64 contrast(const Contrast& loss, const f32* y, const f32* candidates, u32 count, u32 positive,
             u32 n, const Wanted& wanted, f64* weights, f32* gradient) {
  const f64 y_squares = dot(y, y, n);
  const f64 to_y = inverse(sqrt(y_squares));
  f64* cosines = weights + count;
  f64* lengths = weights;
  for (u32 i = 0; i < count; ++i) {
    const f32* candidate = candidates + usize{i} * n;
    lengths[i] = inverse(sqrt(dot(candidate, candidate, n)));
    cosines[i] = dot(y, candidate, n) * to_y * lengths[i];
  }

  // What each cosine adds to the gradient.
  f64 value = 0;
  f64 along = 0;  // sum of weight times cosine
  __builtin_memset(gradient, 0, n * sizeof(f32));
  f64 total = 0;
  f64 most = cosines[0];
  for (u32 i = 0; i < count; ++i) most = max(most, cosines[i]);
  if (loss.kind == ContrastKind::info_nce) {
    for (u32 i = 0; i < count; ++i) total += exp((cosines[i] - most) / loss.parameter);
    value = log(total) + (most - cosines[positive]) / loss.parameter;
  }
  f64 violations = 0;
  // The positive of triplet comes last, when the violations are known.
  for (u32 i = 0; i <= count; ++i) {
    const u32 which = i == count ? positive : i;
    f64 weight;
    if (loss.kind == ContrastKind::info_nce) {
      if (i == count) break;
      const f64 share = exp((cosines[i] - most) / loss.parameter) / total;
      weight = (share - (i == positive ? 1 : 0)) / loss.parameter;
    } else if (i == count) {
      if (violations == 0) break;
      weight = -violations / (count - 1);
    } else {
      const f64 excess = loss.parameter + cosines[i] - cosines[positive];
      if (i == positive || excess <= 0) continue;
      value += excess / (count - 1);
      violations += 1;
      weight = 1.0 / (count - 1);
    }
    along += weight * cosines[which];
    const F32x4 factor = splat(static_cast<f32>(weight * lengths[which]));
    const f32* candidate = candidates + usize{which} * n;
    for (u32 k = 0; k < n; k += 4) {
      store(gradient + k, load(gradient + k) + factor * load(candidate + k));
    }
  }

  // dcos_i / dy = (c_i / |c_i| - cos_i y / |y|) / |y|
  const f64 squares = length_squares(y_squares, wanted);
  const f64 to_length = inverse(sqrt(squares));
  mix(y, -along * sqrt(y_squares) * inverse(squares) * to_length, to_length, n, gradient);
  if (wanted.curved) {
    const f64 g_squares = dot(gradient, gradient, n);
    const f64 t = loss.parameter;
    const f64 curvature = loss.kind == ContrastKind::info_nce
                              ? (1 / (4 * t * t) + 1 / t) * inverse(squares)
                              : max(value > 0 ? g_squares / value : 0, inverse(squares));
    scale(gradient, inverse(curvature), n, gradient);
  }
  return value;
}

}  // namespace lora
