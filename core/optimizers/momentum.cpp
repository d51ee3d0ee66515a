// momentum, as in PyTorch: m = beta m + g, W -= rate m.
#include "moments.hpp"

namespace lora {

namespace {

bool prepare_sum(Adapter& from, const Method& method, const Sums& sums, const f32* gradient,
                 Step& step) {
  DenseBounds bounds;
  if (!begin_dense(from, method, sums, gradient, step, bounds)) return false;
  const f64 next = bounds.gradient + bounds.decayed;
  step.momentum_bound = kRounding * (step.options[kBeta1] * moment_bound(from) + kSlack * next);
  bounds.change += bounds.rate * step.momentum_bound;
  return end_dense(from, method, bounds, step);
}

// Not inlined: in its caller, engines have too few registers for the loop, which is slower by half.
[[gnu::noinline]] void update(f32* w, const f32* gradient, f32* m, usize count, f32 scale,
                              f32 decay, f32 beta, f32 rate) {
  for (usize i = 0; i < count; i += 4) {
    const F32x4 weight = load(w + i);
    const F32x4 g = splat(scale) * load(gradient + i) + splat(decay) * weight;
    const F32x4 moment = splat(beta) * load(m + i) + g;
    store(m + i, moment);
    store(w + i, weight - splat(rate) * moment);
  }
}

f32 apply(Adapter& adapter, const Method& method, const Step& step, const Examples&) {
  const f64* options = step.options;
  f32* m = moments(adapter, method, 0);
  moment_bound(adapter) = step.momentum_bound;
  for (u32 factor = 0; factor < 2; ++factor) {
    const DenseFactor of = dense_factor(adapter, method, step, options[kRate], factor == 1);
    update(of.w, of.gradient, m + of.from, of.count, static_cast<f32>(step.scale),
           static_cast<f32>(weight_decay(options)), static_cast<f32>(options[kBeta1]),
           static_cast<f32>(of.rate));
  }
  return end_dense_step(adapter, method, step);
}

// A velocity scales as its weights do.
bool scale_moments(Adapter& adapter, const Method& method, f32 of_a, f32 of_b) {
  const Shape& shape = method.shape;
  const f64 largest_factor = f64{max(of_a, of_b)};
  f32* m = moments(adapter, method, 0);
  if (!(f64{largest(m, shape.size())} * largest_factor < kMaxF32)) return false;
  scale_by(m, shape.a_size(), of_a);
  scale_by(m + shape.a_size(), shape.b_size(), of_b);
  moment_bound(adapter) *= largest_factor;
  return true;
}

void find_moment_bound(Adapter& adapter, const Method& method) {
  const f64 found = f64{largest(moments(adapter, method, 0), method.shape.size())};
  moment_bound(adapter) = max(moment_bound(adapter), found);
}

}  // namespace

constinit const Optimizer kMomentum{
    .moments = 1,
    .curved = false,
    .default_rate = 0.002,
    .rate_times_in = 0.512,
    .numbers = one_number,
    .prepare = prepare_dense,
    .prepare_sum = prepare_sum,
    .apply = apply,
    .scale_moments = scale_moments,
    .find_moment_bound = find_moment_bound,
};

}  // namespace lora
