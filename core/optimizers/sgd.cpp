// sgd, as in PyTorch: W -= rate dW. Factored, unless a sum of gradients is to be clipped or decays.
#include "../bounds.hpp"
#include "../dense_step.hpp"
#include "../factored_step.hpp"
#include "../guards.hpp"
#include "../kernels_rank2.hpp"
#include "optimizers.hpp"

namespace lora {

namespace {

bool is_factored(const f64* options, u32 rows) {
  return weight_decay(options) == 0 && (rows == 1 || max_gradient(options) == 0);
}

// B -= rate alpha h (x) g, A -= rate alpha q (x) x
bool prepare(Adapter& from, const Method& method, const Examples& examples, Step& step) {
  const auto& [rows, fresh, x, x_squares, h, g] = examples;
  const f64* options = step.options;
  if (!is_factored(options, rows)) return prepare_dense(from, method, examples, step);
  const u32 rank = method.shape.rank;
  const u32 out = method.shape.out_padded();
  const f32 alpha = static_cast<f32>(method.alpha);
  const f32 rate_a = static_cast<f32>(options[kRate]) / static_cast<f32>(rows);
  const f32 rate_b = rate_a * static_cast<f32>(options[kRatio]);
  step.gradient = nullptr;
  FactoredBounds bounds;
  for (u32 j = 0; j < rows; ++j) {
    const f32* row_h = h + j * rank;
    f32* q = step.q + j * rank;
    const f32 g_squares = project_and_square(from.b, rank, g + usize{j} * out, out, q);
    if (!is_finite(g_squares)) return false;
    const f32 clip = static_cast<f32>(clip_row(method, options, q, g_squares, row_h, x_squares[j]));
    for (u32 k = 0; k < rank; ++k) {
      step.c[j * rank + k] = rate_b * clip * alpha * row_h[k];
      step.d[j * rank + k] = rate_a * clip * (alpha * q[k]);
    }
    if (!bounds.add(step, j, rank, x_squares[j], g_squares)) return false;
  }
  return bound_step(from, method, examples, bounds, 1, step);
}

bool prepare_sum(Adapter& from, const Method& method, const Sums& sums, const f32* gradient,
                 Step& step) {
  DenseBounds bounds;
  if (!begin_dense(from, method, sums, gradient, step, bounds)) return false;
  bounds.change += bounds.rate * bounds.gradient;
  return end_dense(from, method, bounds, step);
}

f32 apply(Adapter& adapter, const Method& method, const Step& step, const Examples& examples) {
  if (step.gradient == nullptr || (!kEdition.guards && !kEdition.accumulation)) {
    subtract_products(adapter, method, step, examples);
  } else {
    subtract_gradient(adapter, method, step, step.options[kRate], weight_decay(step.options));
  }
  return end_dense_step(adapter, method, step);
}

// ---- Plain steps at once: rank 2, one row, no option that looks further ----

bool is_plain(const f64* options, const Method& method) {
  return method.shape.rank == 2 && weight_decay(options) == 0 && max_gradient(options) == 0 &&
         !has_limits(options);
}

// What multiplies B g and h.
struct Rates {
  f32 alpha;
  f32 of_a;
  f32 of_b;  // with alpha

  Rates(const f64* options, const Method& method)
      : alpha(static_cast<f32>(method.alpha)),
        of_a(static_cast<f32>(options[kRate])),
        of_b(of_a * static_cast<f32>(options[kRatio]) * alpha) {}
};

// After B -= c (x) g and A -= d (x) x.
f64 bound_after(f64 bound, const f32* c, f32 g_squares, const f32* d, f32 x_squares) {
  const f64 bound_b = update_bound(max(abs(c[0]), abs(c[1])), g_squares);
  const f64 bound_a = update_bound(max(abs(d[0]), abs(d[1])), x_squares);
  return kRounding * (bound + kSlack * max(bound_a, bound_b));
}

bool step_at_once(Adapter& adapter, const Method& method, const Examples& examples) {
  if (examples.rows != 1 || !is_plain(adapter.options, method)) return false;
  const auto& [rows, fresh, x, x_squares, h, g] = examples;
  const Rates rate(adapter.options, method);
  const u32 out = method.shape.out_padded();
  f32 q[2];
  const f32 g_squares = project_and_square(adapter.b, 2, g, out, q);
  const f32 c[2] = {rate.of_b * h[0], rate.of_b * h[1]};
  const f32 d[2] = {rate.of_a * (rate.alpha * q[0]), rate.of_a * (rate.alpha * q[1])};
  const f64 bound = bound_after(adapter.bound, c, g_squares, d, x_squares[0]);
  // The sum is not finite where one of them is not.
  if (!is_finite(g_squares + c[0] + c[1] + d[0] + d[1]) || !(bound <= kMaxF32)) return false;
  subtract_outer(adapter.b, 2, c, g, out, 1);
  subtract_outer(adapter.a, 2, d, x, method.shape.in_padded(), 1);
  adapter.bound = bound;
  adapter.steps += 1;
  return true;
}

bool learn_at_once(Adapter& adapter, const Method& method, const f32* x, f32 x_squares,
                   const f32* h, const f32* target, f32* y, f64& g_squares) {
  // Far enough from the end of f32 that squares and sums of them fit.
  constexpr f64 kSafe = 1e18;
  const Shape& shape = method.shape;
  if (!is_plain(adapter.options, method)) return false;
  const Rates rate(adapter.options, method);
  const u32 out = shape.out_padded();
  const f32 target_squares = sum_of_squares(target, out);
  const f32 c[2] = {rate.alpha * h[0], rate.alpha * h[1]};
  const f32 s[2] = {rate.of_b * h[0], rate.of_b * h[1]};
  const f64 length_b = adapter.bound * sqrt(static_cast<f64>(out));
  const f64 max_g = sqrt(f64{x_squares}) + sqrt(f64{target_squares}) +
                    (abs(f64{c[0]}) + abs(f64{c[1]})) * length_b;
  const f64 max_q = length_b * max_g;
  const f64 max_d = abs(f64{rate.alpha}) * max(f64{rate.of_a}, 1.0) * max_q;
  // Written so that NaN is not safe.
  if (!(max_g < kSafe && max_q < kSafe && max_d < kSafe && abs(f64{s[0]}) < kSafe &&
        abs(f64{s[1]}) < kSafe && x_squares < kSafe * kSafe && adapter.bound < kSafe)) {
    return false;
  }

  f32 q[2];
  const f32 squares = rank2::expand_and_learn(adapter.b, c, s, x, target, out, y, q);
  const f32 d[2] = {rate.of_a * (rate.alpha * q[0]), rate.of_a * (rate.alpha * q[1])};
  subtract_outer(adapter.a, 2, d, x, shape.in_padded(), 1);
  adapter.bound = bound_after(adapter.bound, s, squares, d, x_squares);
  adapter.steps += 1;
  g_squares = f64{squares};
  return true;
}

}  // namespace

constinit const Optimizer kSgd{
    .moments = 0,
    .curved = false,
    .default_rate = 0.02,
    .rate_times_in = 5.12,
    .numbers = [](u32) -> usize { return 0; },
    .prepare = prepare,
    .prepare_sum = prepare_sum,
    .apply = apply,
    .step_at_once = step_at_once,
    .learn_at_once = learn_at_once,
};

// Without sums of gradients, and without steps at once.
constinit const Optimizer kSmallSgd{
    .moments = 0,
    .curved = false,
    .default_rate = 0.02,
    .rate_times_in = 5.12,
    .numbers = [](u32) -> usize { return 0; },
    .prepare = prepare,
    .prepare_sum = nullptr,
    .apply = apply,
};

}  // namespace lora
