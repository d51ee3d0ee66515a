// Each loss gives a weight to every cosine; then one accumulation makes the gradient of them.
#include "contrast.hpp"

#include "math.hpp"

namespace lora {

namespace {

// In place of the cosine of a candidate that does not count.
constexpr f64 kIgnored = -4;

bool are_equal(const f32* v, const f32* w, u32 n) {
  for (u32 i = 0; i < n; ++i) {
    if (v[i] != w[i]) return false;
  }
  return true;
}

void add_negatives(const f64* cosines, u32 count, u32 positive, Spread& spread) {
  f64 negatives = 0;
  f64 total = 0;
  f64 squares = 0;
  for (u32 i = 0; i < count; ++i) {
    if (i == positive || cosines[i] == kIgnored) continue;
    negatives += 1;
    total += cosines[i];
    squares += cosines[i] * cosines[i];
  }
  if (negatives < 2) return;
  spread.add(max(squares - total * total / negatives, 0.0), negatives - 1);
}

// -log softmax at the positive; the cosines become their weights, dL / dcos.
f64 info_nce(f64 temperature, const f64* odds, u32 count, u32 positive, f64* cosines, f64& along) {
  const auto odds_of = [odds](u32 i) { return odds == nullptr ? 1.0 : odds[i]; };
  f64 total = 0;
  f64 largest = cosines[0];
  for (u32 i = 0; i < count; ++i) largest = max(largest, cosines[i]);
  for (u32 i = 0; i < count; ++i) {
    if (cosines[i] != kIgnored) total += odds_of(i) * exp((cosines[i] - largest) / temperature);
  }
  const f64 value =
      log(total) - log(odds_of(positive)) + (largest - cosines[positive]) / temperature;
  for (u32 i = 0; i < count; ++i) {
    if (cosines[i] == kIgnored) {
      cosines[i] = 0;
      continue;
    }
    const f64 share = odds_of(i) * exp((cosines[i] - largest) / temperature) / total;
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
  f64 negatives = -1;  // all but the positive
  for (u32 i = 0; i < count; ++i) negatives += cosines[i] == kIgnored ? 0 : 1;
  for (u32 i = 0; i < count; ++i) {
    const f64 excess = margin + cosines[i] - of_positive;
    const bool violates = i != positive && excess > 0 && cosines[i] != kIgnored;
    const f64 weight = violates ? 1.0 / negatives : 0;
    if (violates) {
      value += excess / negatives;
      violations += 1;
      along += weight * cosines[i];
    }
    cosines[i] = weight;
  }
  cosines[positive] = violations == 0 ? 0 : -violations / negatives;
  along += cosines[positive] * of_positive;
  return value;
}

}  // namespace

f64 contrast(const Contrast& loss, const f32* y, const f32* candidates, u32 count, u32 positive,
             u32 n, const Wanted& wanted, Spread& spread, f64* weights, f32* gradient) {
  const bool is_triplet = loss.kind == ContrastKind::triplet;
  const f64 y_squares = dot(y, y, 4, n);
  const f64 to_y = inverse_or_zero(sqrt(y_squares));
  f64* lengths = weights;
  f64* cosines = weights + count;
  for (u32 i = 0; i < count; ++i) {
    const f32* candidate = candidates + usize{i} * n;
    lengths[i] = inverse_or_zero(sqrt(dot(candidate, candidate, 4, n)));
    cosines[i] = dot(y, candidate, 4, n) * to_y * lengths[i];
    if (i != positive && are_equal(candidate, candidates + usize{positive} * n, n)) {
      cosines[i] = kIgnored;
    }
  }
  f64 parameter = loss.parameter;
  if (loss.kind == ContrastKind::info_nce_of_spread) {
    add_negatives(cosines, count, positive, spread);
    parameter *= spread.value();
  }
  f64 along = 0;  // sum of weight times cosine
  const f64 value = is_triplet ? triplet(parameter, count, positive, cosines, along)
                               : info_nce(parameter, loss.odds, count, positive, cosines, along);

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
    const f64 t = parameter;
    const f64 curvature = is_triplet
                              ? max(value > 0 ? g_squares / value : 0, inverse_or_zero(squares))
                              : (1 / (4 * t * t) + 1 / t) * inverse_or_zero(squares);
    scale(gradient, inverse_or_zero(curvature), n, gradient);
  }
  return value;
}

}  // namespace lora
