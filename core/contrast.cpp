// Each loss gives a weight to every cosine; then one accumulation makes the gradient of them.
#include "contrast.hpp"

#include "math.hpp"

namespace lora {

namespace {

// -log softmax at the positive; the cosines become their weights, dL / dcos.
f64 info_nce(f64 temperature, u32 count, u32 positive, f64* cosines, f64& along) {
  f64 total = 0;
  f64 largest = cosines[0];
  for (u32 i = 0; i < count; ++i) largest = max(largest, cosines[i]);
  for (u32 i = 0; i < count; ++i) total += exp((cosines[i] - largest) / temperature);
  const f64 value = log(total) + (largest - cosines[positive]) / temperature;
  for (u32 i = 0; i < count; ++i) {
    const f64 share = exp((cosines[i] - largest) / temperature) / total;
    const f64 weight = (share - (i == positive ? 1 : 0)) / temperature;
    along += weight * cosines[i];
    cosines[i] = weight;
  }
  return value;
}

// The mean of max(0, margin + negative - positive).
f64 triplet(f64 margin, u32 count, u32 positive, f64* cosines, f64& along) {
  const f64 of_positive = cosines[positive];
  f64 value = 0;
  f64 violations = 0;
  for (u32 i = 0; i < count; ++i) {
    const f64 excess = margin + cosines[i] - of_positive;
    const bool violates = i != positive && excess > 0;
    const f64 weight = violates ? 1.0 / (count - 1) : 0;
    if (violates) {
      value += excess / (count - 1);
      violations += 1;
      along += weight * cosines[i];
    }
    cosines[i] = weight;
  }
  cosines[positive] = -violations / (count - 1);
  along += cosines[positive] * of_positive;
  return value;
}

}  // namespace

f64 contrast(const Contrast& loss, const f32* y, const f32* candidates, u32 count, u32 positive,
             u32 n, const Wanted& wanted, f64* weights, f32* gradient) {
  const bool is_triplet = loss.kind == ContrastKind::triplet;
  const f64 y_squares = dot(y, y, 4, n);
  const f64 to_y = inverse_or_zero(sqrt(y_squares));
  f64* lengths = weights;
  f64* cosines = weights + count;
  for (u32 i = 0; i < count; ++i) {
    const f32* candidate = candidates + usize{i} * n;
    lengths[i] = inverse_or_zero(sqrt(dot(candidate, candidate, 4, n)));
    cosines[i] = dot(y, candidate, 4, n) * to_y * lengths[i];
  }
  f64 along = 0;  // sum of weight times cosine
  const f64 value = is_triplet ? triplet(loss.parameter, count, positive, cosines, along)
                               : info_nce(loss.parameter, count, positive, cosines, along);

  __builtin_memset(gradient, 0, n * sizeof(f32));
  // The positive of triplet comes last.
  const u32 turns = is_triplet ? count + 1 : count;
  for (u32 turn = 0; turn < turns; ++turn) {
    if (is_triplet && turn == positive) continue;
    const u32 i = turn == count ? positive : turn;
    if (cosines[i] == 0) continue;
    const F32x4 factor = splat(static_cast<f32>(cosines[i] * lengths[i]));
    const f32* candidate = candidates + usize{i} * n;
    for (u32 k = 0; k < n; k += 4) {
      store(gradient + k, load(gradient + k) + factor * load(candidate + k));
    }
  }

  // dcos_i / dy = (c_i / |c_i| - cos_i y / |y|) / |y|
  const f64 squares = length_squares(y_squares, wanted);
  const f64 to_length = inverse_or_zero(sqrt(squares));
  mix(y, -along * sqrt(y_squares) * inverse_or_zero(squares) * to_length, to_length, n, gradient);
  if (wanted.curved) {
    const f64 g_squares = dot(gradient, gradient, 4, n);
    const f64 t = loss.parameter;
    const f64 curvature = is_triplet
                              ? max(value > 0 ? g_squares / value : 0, inverse_or_zero(squares))
                              : (1 / (4 * t * t) + 1 / t) * inverse_or_zero(squares);
    scale(gradient, inverse_or_zero(curvature), n, gradient);
  }
  return value;
}

}  // namespace lora
