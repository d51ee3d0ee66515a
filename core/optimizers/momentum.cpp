// momentum, as in PyTorch: m = beta m + g, W -= rate m.
#include "../bounds.hpp"
#include "../dense_step.hpp"
#include "optimizers.hpp"

namespace lora {

namespace {

bool bound(Adapter& from, const Method&, const Sums&, DenseBounds& bounds, Step& step) {
  const f64 next = bounds.gradient + bounds.decayed;
  step.momentum_bound = kRounding * (step.options[kBeta1] * moment_bound(from) + kSlack * next);
  bounds.change += bounds.rate * step.momentum_bound;
  return true;
}

void update(const DenseUpdate& u, f32* w, const f32* gradient, f32* m, f32*, usize count) {
  // Once, as stores may be to anywhere.
  const F32x4 scale = splat(u.scale);
  const F32x4 decay = splat(u.decay);
  const F32x4 beta = splat(u.beta1);
  const F32x4 rate = splat(u.rate);
  for (usize i = 0; i < count; i += 4) {
    const F32x4 weight = load(w + i);
    const F32x4 g = scale * load(gradient + i) + decay * weight;
    const F32x4 moment = beta * load(m + i) + g;
    store(m + i, moment);
    store(w + i, weight - rate * moment);
  }
}

}  // namespace

constinit const Optimizer kMomentum{
    .moments = 1,
    .preconditions = false,
    .decoupled_decay = false,
    .default_rate = 0.002,
    .rate_times_in = 0.512,
    .factor = nullptr,
    .bound = bound,
    .update = update,
};

}  // namespace lora
