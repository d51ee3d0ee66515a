// Every step is checked in full before it is taken.
#include "dense_step.hpp"

#include "bounds.hpp"
#include "factored_step.hpp"
#include "guards.hpp"

namespace lora {

bool add_gradients(Adapter& from, const Method& method, const Examples& examples, Step& step,
                   Sums& sums, f32* gradient) {
  const auto& [rows, fresh, x, x_squares, h, g] = examples;
  const Shape& shape = method.shape;
  const u32 rank = shape.rank;
  const u32 out = shape.out_padded();
  const f32 alpha = static_cast<f32>(method.alpha);
  Sums sum = sums;
  for (u32 j = 0; j < rows; ++j) {
    const f32* row_h = h + j * rank;
    const f32 g_squares = project_and_square(from.b, rank, g + usize{j} * out, out, step.q);
    for (u32 k = 0; k < rank; ++k) {
      step.c[j * rank + k] = alpha * row_h[k];
      step.d[j * rank + k] = alpha * step.q[k];
    }
    FactoredBounds bounds;
    if (!bounds.add(step, j, rank, x_squares[j], g_squares)) return false;
    sum.element_bound += max(bounds.of_b, bounds.of_a);
    sum.x_squares += f64{x_squares[j]};
    sum.g_squares += f64{g_squares};
    if (method.optimizer->leverage != nullptr) {
      sum.h_squares += method.optimizer->leverage(from, method, row_h);
    }
  }
  sum.rows += rows;
  if (!(sum.element_bound < kMaxF32 && sum.g_squares < kMaxF32)) return false;
  subtract_outer(gradient + shape.a_size(), rank, step.c, g, out, rows);
  subtract_outer(gradient, rank, step.d, x, shape.in_padded(), rows);
  sums = sum;
  return true;
}

bool prepare_dense(Adapter& from, const Method& method, const Examples& examples, Step& step) {
  Sums sums{};
  __builtin_memset(step.dense, 0, method.shape.size() * sizeof(f32));
  return add_gradients(from, method, examples, step, sums, step.dense) &&
         method.optimizer->prepare_sum(from, method, sums, step.dense, step);
}

bool begin_dense(const Adapter& from, const Method& method, const Sums& sums, const f32* gradient,
                 Step& step, DenseBounds& bounds) {
  const f64* options = step.options;
  step.gradient = gradient;
  step.x_squares = sums.x_squares;
  step.g_squares = sums.g_squares;
  step.exact = false;
  step.momentum_bound = 0;
  const f32 squares = sum_of_squares(gradient, method.shape.size());
  if (!is_finite(squares)) return false;
  bounds.clip = clip_factor(options, sqrt(f64{squares}) / sums.rows);
  step.scale = -bounds.clip / sums.rows;
  bounds.gradient = sums.element_bound * bounds.clip / sums.rows;
  bounds.rate = options[kRate] * max(1.0, options[kRatio]);
  bounds.fastest = bounds.rate;
  bounds.decayed = weight_decay(options) * from.bound;
  bounds.change = bounds.rate * weight_decay(options) * from.bound;
  return true;
}

bool end_dense(Adapter& from, const Method& method, const DenseBounds& bounds, Step& step) {
  // Nor may any number on the way to the weights leave f32.
  const f64 largest_number =
      max(max(max(abs(step.scale), step.momentum_bound), bounds.fastest),
          max(bounds.rate * weight_decay(step.options), bounds.gradient + bounds.decayed));
  if (!(bounds.change < kMaxF32 && largest_number < kMaxF32)) return false;
  const auto fits = [&] {
    step.bound = kRounding * (from.bound + kSlack * bounds.change);
    return step.bound <= kMaxF32;
  };
  if (fits()) return true;
  find_bound(from, method.shape);
  return fits();
}

DenseFactor dense_factor(const Adapter& adapter, const Method& method, const Step& step, f64 rate,
                         bool of_b) {
  const Shape& shape = method.shape;
  const usize from = of_b ? shape.a_size() : 0;
  return {of_b ? rate * step.options[kRatio] : rate, adapter.a + from, step.gradient + from, from,
          of_b ? shape.b_size() : shape.a_size()};
}

void subtract_gradient(Adapter& adapter, const Method& method, const Step& step, f64 rate,
                       f64 decay) {
  const F32x4 scale = splat(static_cast<f32>(step.scale));
  const F32x4 decays = splat(static_cast<f32>(decay));
  for (u32 factor = 0; factor < 2; ++factor) {
    const DenseFactor of = dense_factor(adapter, method, step, rate, factor == 1);
    const F32x4 rates = splat(static_cast<f32>(of.rate));
    for (usize i = 0; i < of.count; i += 4) {
      const F32x4 w = load(of.w + i);
      store(of.w + i, w - rates * (scale * load(of.gradient + i) + decays * w));
    }
  }
}

f32 end_dense_step(Adapter& adapter, const Method& method, const Step& step) {
  end_step(adapter, method, step);
  if (!has_limits(step.options)) return 1;
  keep_limits(adapter, method, step.options);
  return balance(adapter, method);
}

}  // namespace lora
