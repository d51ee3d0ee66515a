// REINFORCE with a running baseline: Williams 1992, doi 10.1007/BF00992696.
#include "exploration.hpp"

namespace lora {

namespace {

// The reward in standard deviations above the mean, at most 3 either way; 0 for the first one.
// Outliers count as 3. Neither the scale nor an offset of all rewards matters.
f64 take_reward(Exploration::Scope& scope, f64 reward) {
  constexpr f64 kMaxDeviations = 3;
  constexpr f64 kSlowest = 0.05;  // rate of the running mean and variance
  constexpr f64 kTrusted = 10;    // rewards after which the variance is believed
  scope.count += 1;
  if (scope.count == 1) {
    scope.mean = reward;
    return 0;
  }
  const f64 difference = reward - scope.mean;
  const f64 limit = kMaxDeviations * sqrt(scope.variance);
  const f64 bounded = scope.count > kTrusted && scope.variance > 0
                          ? max(min(difference, limit), -limit)
                          : difference;
  scope.variance += max(1 / (scope.count - 1), kSlowest) * (bounded * bounded - scope.variance);
  scope.mean += max(1 / scope.count, kSlowest) * bounded;
  if (!(scope.variance > 0)) return 0;
  return max(min(difference / sqrt(scope.variance), kMaxDeviations), -kMaxDeviations);
}

}  // namespace

// One block: [noise of every scope][the scopes][the object]
Exploration* Exploration::create(Arena& arena, u32 scopes, u32 out, u32 seed, u32 first_stream) {
  const u32 stride = padded(out);
  const u64 noise = u64{scopes} * stride * sizeof(f32);
  auto* memory =
      static_cast<u8*>(arena.allocate(noise + scopes * sizeof(Scope) + sizeof(Exploration)));
  if (memory == nullptr) return nullptr;
  auto* of_scopes = reinterpret_cast<Scope*>(memory + noise);
  auto* exploration = reinterpret_cast<Exploration*>(of_scopes + scopes);
  exploration->scopes_ = of_scopes;
  exploration->out_ = out;
  exploration->seed_ = seed;
  exploration->first_stream_ = first_stream;
  for (u32 i = 0; i < scopes; ++i) {
    of_scopes[i].noise = reinterpret_cast<f32*>(memory) + usize{i} * stride;
    exploration->restart(i);
  }
  return exploration;
}

void Exploration::restart(u32 index) {
  Scope& scope = scopes_[index];
  scope.rng = Rng(seed_, first_stream_ + index);
  scope.count = scope.mean = scope.variance = 0;
}

void Exploration::add_noise(u32 index, f64 sigma, f32* y) {
  Scope& scope = scopes_[index];
  fill_normal(scope.rng, scope.noise, padded(out_));
  zero_padding(scope.noise, out_, 1);
  const f32 minus[1] = {static_cast<f32>(-sigma)};
  subtract_outer(y, 1, minus, scope.noise, padded(out_), 1);
}

bool Exploration::gradient(Scope& scope, f64 reward, f64 sigma, f32* g) const {
  const f64 advantage = take_reward(scope, reward);
  if (advantage == 0) return false;
  // A step moves y by about the rate times 1.5 sigma at most.
  const f64 factor = -advantage * sigma / (2 * sqrt(static_cast<f64>(out_)));
  scale(scope.noise, factor, padded(out_), g);
  return true;
}

void Exploration::copy_scope(u32 index, const Exploration& from) {
  Scope& to = scopes_[index];
  const Scope& of = from.scopes_[index];
  to.rng = of.rng;
  to.count = of.count;
  to.mean = of.mean;
  to.variance = of.variance;
}

}  // namespace lora
