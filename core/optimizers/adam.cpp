// adam and adamw, as in PyTorch. Kingma and Ba 2015, arXiv 1412.6980, algorithm 1:
//
//   m = b1 m + (1 - b1) g        m_hat = m / (1 - b1^t)
//   v = b2 v + (1 - b2) g^2      v_hat = v / (1 - b2^t)
//   w = w - rate m_hat / (sqrt(v_hat) + epsilon)
//
// and in adamw w = (1 - rate decay) w first, in place of decay in g. Loshchilov and Hutter 2019,
// arXiv 1711.05101.
#include "../dense_step.hpp"
#include "../math.hpp"
#include "optimizers.hpp"

namespace lora {

namespace {

bool bound(Adapter& from, const Method&, const Sums&, DenseBounds& bounds, Step& step) {
  // Gradients up to this have squares in f32.
  constexpr f64 kMaxGradient = 1e18;
  if (!(bounds.gradient + bounds.decayed < kMaxGradient)) return false;
  // |m| <= sqrt(v) (1 - b1) / sqrt(1 - b2) / (1 - b1 / sqrt(b2)), by Cauchy and Schwarz.
  const f64 b1 = step.options[kBeta1];
  const f64 b2 = step.options[kBeta2];
  const f64 max_ratio = (1 - b1) / sqrt(1 - b2) / (1 - b1 / sqrt(b2));
  // Larger where the moments came about with other betas, and no larger after a step.
  step.momentum_bound = max(moment_bound(from), max_ratio);
  step.correction1 = 1 - power(b1, from.steps + 1);
  step.correction2 = 1 - power(b2, from.steps + 1);
  bounds.fastest = bounds.rate / step.correction1;
  bounds.change += bounds.fastest * step.momentum_bound + bounds.rate;
  return true;
}

void update(const DenseUpdate& u, f32* w, const f32* gradient, f32* first, f32* second,
            usize count) {
  for (usize i = 0; i < count; i += 4) {
    const F32x4 weight = load(w + i);
    const F32x4 g = splat(u.scale) * load(gradient + i) + splat(u.decay) * weight;
    const F32x4 m = splat(u.beta1) * load(first + i) + splat(u.one_less_beta1) * g;
    const F32x4 v = splat(u.beta2) * load(second + i) + splat(u.one_less_beta2) * (g * g);
    const F32x4 root_of_v_hat = sqrt(v) / splat(u.root_of_correction2);
    store(first + i, m);
    store(second + i, v);
    store(w + i, weight * splat(u.keep) - splat(u.rate) * (m / (root_of_v_hat + splat(u.epsilon))));
  }
}

}  // namespace

constinit const Optimizer kAdam{
    .moments = 2,
    .preconditions = false,
    .decoupled_decay = false,
    .default_rate = 0.003,
    .rate_times_in = 0.1,
    .factor = nullptr,
    .bound = bound,
    .update = update,
};

constinit const Optimizer kAdamW{
    .moments = 2,
    .preconditions = false,
    .decoupled_decay = true,
    .default_rate = 0.003,
    .rate_times_in = 0.1,
    .factor = nullptr,
    .bound = bound,
    .update = update,
};

}  // namespace lora
