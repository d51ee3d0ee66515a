// Series and a quadrature of fixed steps: the same sums for the same numbers, in every build.
#include "normal.hpp"

#include "math.hpp"

namespace lora {

namespace {

constexpr f64 kRootHalf = 0.70710678118654752;
constexpr f64 kRootTwoPi = 2.5066282746310005;

}  // namespace

// Hastings 1955: Abramowitz and Stegun 7.1.28, which needs no exp.
f64 upper_tail(f64 z) {
  constexpr f64 kTerms[] = {0.0000430638, 0.0002765672, 0.0001520143,
                            0.0092705272, 0.0422820123, 0.0705230784};
  const f64 x = abs(z) * kRootHalf;
  f64 sum = 0;
  for (const f64 term : kTerms) sum = (sum + term) * x;
  f64 to16 = 1 + sum;
  for (u32 i = 0; i < 4; ++i) to16 *= to16;
  const f64 tail = 0.5 / to16;
  return z < 0 ? 1 - tail : tail;
}

f64 mean_above(f64 z) {
  constexpr f64 kFar = 3;
  const f64 density = exp(-0.5 * z * z) / kRootTwoPi;
  if (abs(z) > kFar) {
    // Of the far side, by Laplace's continued fraction: z + 1 / (z + 2 / (z + ...)).
    f64 fraction = abs(z);
    for (u32 n = 60; n > 0; --n) fraction = abs(z) + n / fraction;
    return z > 0 ? fraction : density / (1 - density / fraction);
  }
  // Phi(z) = 1/2 + phi(z) (z + z^3 / 3 + z^5 / 15 + ...)
  f64 term = z;
  f64 sum = z;
  for (u32 n = 3; n < 80; n += 2) {
    term *= z * z / n;
    sum += term;
  }
  return density / (0.5 - density * sum);
}

// With S_k(t) = P(sample k > t): p_k = sum over steps of t of (S_k before - S_k after) times the
// product of the others' means of both. Steps are a share of the least deviation that is met, and
// end where one of the samples is surely behind.
void least_probabilities(f64* mean, f64* deviation, u32 count, f64* p, f64* work) {
  constexpr f64 kReach = 5;        // deviations
  constexpr f64 kStep = 1.0 / 3;   // likewise
  constexpr f64 kLeast = 0x1p-20;  // of the largest deviation
  f64 best = mean[0];
  f64 largest = deviation[0];
  for (u32 k = 1; k < count; ++k) {
    best = min(best, mean[k]);
    largest = max(largest, deviation[k]);
  }
  if (largest == 0) {
    f64 ties = 0;
    for (u32 k = 0; k < count; ++k) ties += mean[k] == best;
    for (u32 k = 0; k < count; ++k) p[k] = mean[k] == best ? 1 / ties : 0;
    return;
  }
  // In units of the largest deviation, from the best mean on.
  f64 t = 0;
  f64 end = kReach;
  for (u32 k = 0; k < count; ++k) {
    mean[k] = (mean[k] - best) / largest;
    deviation[k] = max(deviation[k] / largest, kLeast);
    t = min(t, mean[k] - kReach * deviation[k]);
    end = min(end, mean[k] + kReach * deviation[k]);
  }
  f64* before = work;
  f64* halves = work + count;  // the means of before and after
  for (u32 k = 0; k < count; ++k) {
    before[k] = 1;
    p[k] = 0;
  }
  f64 sum = 0;
  while (t < end) {
    f64 next = end;
    for (u32 k = 0; k < count; ++k) {
      const f64 from = mean[k] - kReach * deviation[k];
      next = min(next, t < from ? from : t + kStep * deviation[k]);
    }
    t = next;
    f64 product = 1;
    for (u32 k = 0; k < count; ++k) {
      halves[k] = 0.5 * (before[k] + upper_tail((t - mean[k]) / deviation[k]));
      product *= halves[k];
    }
    for (u32 k = 0; k < count; ++k) {
      const f64 more = 2 * (before[k] - halves[k]) * (product / halves[k]);
      p[k] += more;
      sum += more;
      before[k] = 2 * halves[k] - before[k];
    }
  }
  for (u32 k = 0; k < count; ++k) p[k] /= sum;
}

}  // namespace lora
