// adam, as in PyTorch. Kingma and Ba 2015, arXiv 1412.6980, algorithm 1:
//
//   m = b1 m + (1 - b1) g        m_hat = m / (1 - b1^t)
//   v = b2 v + (1 - b2) g^2      v_hat = v / (1 - b2^t)
//   w = w - rate m_hat / (sqrt(v_hat) + epsilon)
#include "adam.hpp"

namespace lora {

namespace {

struct Update {
  f32 scale;  // of the gradient
  f32 decay;  // of the weight, by way of the gradient
  f32 keep;   // of the weight itself
  f32 beta1;
  f32 one_less_beta1;
  f32 beta2;
  f32 one_less_beta2;
  f32 root_of_correction2;  // sqrt(1 - b2^t)
  f32 epsilon;
  f32 rate_of_m;  // rate / (1 - b1^t), for rate m_hat = rate_of_m m
};

// Not inlined: in its caller, engines have too few registers for the loop, which is slower by half.
[[gnu::noinline]] void update(const Update& u, f32* w, const f32* gradient, f32* first, f32* second,
                              usize count) {
  for (usize i = 0; i < count; i += 4) {
    const F32x4 weight = load(w + i);
    const F32x4 g = splat(u.scale) * load(gradient + i) + splat(u.decay) * weight;
    const F32x4 m = splat(u.beta1) * load(first + i) + splat(u.one_less_beta1) * g;
    const F32x4 v = splat(u.beta2) * load(second + i) + splat(u.one_less_beta2) * (g * g);
    const F32x4 root_of_v_hat = sqrt(v) / splat(u.root_of_correction2);
    store(first + i, m);
    store(second + i, v);
    store(w + i,
          weight * splat(u.keep) - splat(u.rate_of_m) * (m / (root_of_v_hat + splat(u.epsilon))));
  }
}

}  // namespace

bool adam::prepare_sum(Adapter& from, const Method& method, const Sums& sums, const f32* gradient,
                       Step& step) {
  // Gradients up to this have squares in f32.
  constexpr f64 kMaxGradient = 1e18;
  const f64* options = step.options;
  DenseBounds bounds;
  if (!begin_dense(from, method, sums, gradient, step, bounds)) return false;
  if (!(bounds.gradient + bounds.decayed < kMaxGradient)) return false;
  // |m| <= sqrt(v) (1 - b1) / sqrt(1 - b2) / (1 - b1 / sqrt(b2)), by Cauchy and Schwarz.
  const f64 b1 = options[kBeta1];
  const f64 b2 = options[kBeta2];
  const f64 max_ratio = (1 - b1) / sqrt(1 - b2) / (1 - b1 / sqrt(b2));
  // Larger where the moments came about with other betas, and no larger after a step.
  step.momentum_bound = max(moment_bound(from), max_ratio);
  bounds.fastest = bounds.rate / (1 - power(b1, from.steps + 1));
  bounds.change += bounds.fastest * step.momentum_bound + bounds.rate;
  return end_dense(from, method, bounds, step);
}

f32 adam::apply(Adapter& adapter, const Method& method, const Step& step, bool decoupled) {
  const f64* options = step.options;
  const f64 decay = weight_decay(options);
  const f64 b1 = options[kBeta1];
  const f64 b2 = options[kBeta2];
  const f64 t = adapter.steps + 1;
  const f64 correction1 = 1 - power(b1, t);
  const f64 correction2 = 1 - power(b2, t);
  f32* m = moments(adapter, method, 0);
  f32* v = moments(adapter, method, 1);
  moment_bound(adapter) = step.momentum_bound;
  for (u32 factor = 0; factor < 2; ++factor) {
    const DenseFactor of = dense_factor(adapter, method, step, options[kRate], factor == 1);
    const Update u{static_cast<f32>(step.scale),
                   static_cast<f32>(decoupled ? 0 : decay),
                   static_cast<f32>(decoupled ? 1 - of.rate * decay : 1),
                   static_cast<f32>(b1),
                   static_cast<f32>(1 - b1),
                   static_cast<f32>(b2),
                   static_cast<f32>(1 - b2),
                   static_cast<f32>(sqrt(correction2)),
                   static_cast<f32>(options[kEpsilon]),
                   static_cast<f32>(of.rate / correction1)};
    update(u, of.w, of.gradient, m + of.from, v + of.from, of.count);
  }
  return end_dense_step(adapter, method, step);
}

// Moments are of gradients, which scale as the inverse of the weights.
bool adam::scale_moments(Adapter& adapter, const Method& method, f32 of_a, f32 of_b) {
  const Shape& shape = method.shape;
  const f64 largest_factor = f64{max(of_a, of_b)};
  f32* m = moments(adapter, method, 0);
  f32* v = moments(adapter, method, 1);
  if (!(f64{largest(m, shape.size())} * largest_factor < kMaxF32 &&
        f64{largest(v, shape.size())} * (largest_factor * largest_factor) < kMaxF32)) {
    return false;
  }
  scale_by(m, shape.a_size(), of_b);
  scale_by(m + shape.a_size(), shape.b_size(), of_a);
  scale_by(v, shape.a_size(), of_b * of_b);
  scale_by(v + shape.a_size(), shape.b_size(), of_a * of_a);
  return true;
}

void adam::find_moment_bound(Adapter& adapter, const Method& method) {
  const f32* m = moments(adapter, method, 0);
  const f32* v = moments(adapter, method, 1);
  for (usize i = 0; i < method.shape.size(); ++i) {
    const f64 ratio = abs(f64{m[i]}) / (sqrt(f64{v[i]}) + kMinEpsilon);
    moment_bound(adapter) = max(moment_bound(adapter), ratio);
  }
}

namespace {

f32 apply(Adapter& adapter, const Method& method, const Step& step, const Examples&) {
  return adam::apply(adapter, method, step, false);
}

}  // namespace

constinit const Optimizer kAdam{
    .moments = 2,
    .curved = false,
    .default_rate = 0.003,
    .rate_times_in = 0.1,
    .numbers = one_number,
    .prepare = prepare_dense,
    .prepare_sum = adam::prepare_sum,
    .apply = apply,
    .scale_moments = adam::scale_moments,
    .find_moment_bound = adam::find_moment_bound,
};

}  // namespace lora
