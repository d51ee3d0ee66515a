// sgd, as in PyTorch: W -= rate dW. Factored, unless a sum of gradients is to be clipped or decays.
#include "../dense_step.hpp"
#include "optimizers.hpp"

namespace lora {

namespace {

// B -= rate alpha h (x) g, A -= rate alpha q (x) x
void factor(Adapter&, const Method& method, const Examples& examples, u32 j, f32, f64 clip,
            Step& step) {
  const u32 rank = method.shape.rank;
  const f32 alpha = static_cast<f32>(method.alpha);
  const f32 rate_a = static_cast<f32>(step.options[kRate]) / static_cast<f32>(examples.rows);
  const f32 rate_b = rate_a * static_cast<f32>(step.options[kRatio]);
  for (u32 i = j * rank; i < (j + 1) * rank; ++i) {
    step.c[i] = rate_b * static_cast<f32>(clip) * alpha * examples.h[i];
    step.d[i] = rate_a * static_cast<f32>(clip) * (alpha * step.q[i]);
  }
}

bool bound(Adapter&, const Method&, const Sums&, DenseBounds& bounds, Step&) {
  bounds.change += bounds.rate * bounds.gradient;
  return true;
}

}  // namespace

constinit const Optimizer kSgd{
    .moments = 0,
    .preconditions = false,
    .decoupled_decay = false,
    .default_rate = 0.02,
    .rate_times_in = 5.12,
    .factor = factor,
    .bound = bound,
    .update = update_plainly,
};

}  // namespace lora
