// The gradient's bound is that of its rows, and so is that of the weights after the step.
#include "dense_step.hpp"

#include "bounds.hpp"
#include "factored_step.hpp"
#include "gram.hpp"
#include "guards.hpp"

namespace lora {

namespace {

// The largest eigenvalue of X X^T over its trace, for rows x (rows, n), by a few steps of power
// iteration: 1 where all rows are alike, 1 / rows where they are orthogonal and as long. `v` (rows)
// and `w` (n), zero-padded, are for use within.
f64 strongest_share(const f32* x, u32 n, u32 rows, f32* v, f32* w) {
  constexpr u32 kIterations = 3;
  f64 all = 0;
  for (u32 j = 0; j < rows; ++j) all += f64{sum_of_squares(x + usize{j} * n, n)};
  // Signs that no batch is likely to cancel.
  Rng rng(rows, n);
  for (u32 j = 0; j < rows; ++j) v[j] = rng.uniform() < 0 ? -1 : 1;
  f64 share = 1;
  for (u32 i = 0; i < kIterations; ++i) {
    f64 squares = 0;
    for (u32 j = 0; j < rows; ++j) squares += f64{v[j]} * v[j];
    __builtin_memset(w, 0, n * sizeof(f32));
    subtract_outer(w, 1, v, x, n, rows);
    const f64 found = f64{sum_of_squares(w, n)} / (squares * all);
    if (!(found > 0 && is_finite(found))) return 1;
    share = found;
    scale_by(w, n, static_cast<f32>(1 / sqrt(found * squares * all)));
    project_rows(w, 1, x, n, rows, v);
  }
  return min(1.0, max(share, 1.0 / rows));
}

}  // namespace

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
    LargestCoefficients largest;
    if (!largest.find(step.c + j * rank, step.d + j * rank, rank)) return false;
    sum.element_bound +=
        max(update_bound(largest.of_c, g_squares), update_bound(largest.of_d, x_squares[j]));
    sum.x_squares += f64{x_squares[j]};
    sum.g_squares += f64{g_squares};
    if (method.optimizer->preconditions) {
      Gram gram(method, from.state);
      gram.refresh(from, shape);
      f64 u[kMaxRank];
      sum.h_squares += gram.solve_a(row_h, u);
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
  if (method.optimizer->preconditions) {
    step.share =
        strongest_share(examples.x, method.shape.in_padded(), examples.rows, step.c, step.dense);
  }
  __builtin_memset(step.dense, 0, method.shape.size() * sizeof(f32));
  return add_gradients(from, method, examples, step, sums, step.dense) &&
         prepare_sum(from, method, sums, step.dense, step);
}

bool prepare_sum(Adapter& from, const Method& method, const Sums& sums, const f32* gradient,
                 Step& step) {
  const f64* options = step.options;
  step.gradient = gradient;
  step.exact = false;
  step.momentum_bound = 0;
  step.correction1 = step.correction2 = 1;
  // Where nothing is clipped, it only matters whether this is finite; up to here it is, of the
  // largest adapter.
  constexpr f64 kSafe = 1e15;
  const bool known = max_gradient(options) == 0 && sums.element_bound < kSafe;
  const f32 squares = known ? 0 : sum_of_squares(gradient, method.shape.size());
  if (!is_finite(squares)) return false;
  const f64 clip = clip_factor(options, sqrt(f64{squares}) / sums.rows);
  step.scale = -clip / sums.rows;
  DenseBounds bounds;
  bounds.clip = clip;
  bounds.gradient = sums.element_bound * clip / sums.rows;
  bounds.rate = options[kRate] * max(1.0, options[kRatio]);
  bounds.fastest = bounds.rate;
  bounds.decayed = weight_decay(options) * from.bound;
  bounds.change = bounds.rate * weight_decay(options) * from.bound;
  if (!method.optimizer->bound(from, method, sums, bounds, step)) return false;
  // Nor may any number on the way to the weights leave f32.
  const f64 largest_number =
      max(max(max(abs(step.scale), step.momentum_bound), bounds.fastest),
          max(bounds.rate * weight_decay(options), bounds.gradient + bounds.decayed));
  if (!(bounds.change < kMaxF32 && largest_number < kMaxF32)) return false;
  const auto fits = [&] {
    step.bound = kRounding * (from.bound + kSlack * bounds.change);
    return step.bound <= kMaxF32;
  };
  if (fits()) return true;
  find_bound(from, method.shape);
  return fits();
}

void apply_dense(Adapter& adapter, const Method& method, const Step& step) {
  const Shape& shape = method.shape;
  const Optimizer& optimizer = *method.optimizer;
  const f64* options = step.options;
  const f64 decay = weight_decay(options);
  const f64 b1 = options[kBeta1];
  const f64 b2 = options[kBeta2];
  f32* first = moments(adapter, method, 0);
  f32* second = moments(adapter, method, 1);
  if (first != nullptr) moment_bound(adapter) = step.momentum_bound;
  for (u32 factor = 0; factor < 2; ++factor) {
    const bool of_b = factor == 1;
    const usize from = of_b ? shape.a_size() : 0;
    // The scale of a preconditioned step has the rate, and its weights have decayed.
    const f64 rate = (optimizer.preconditions ? 1 : options[kRate]) * (of_b ? options[kRatio] : 1);
    const f64 keep = optimizer.preconditions ? 1 : 1 - rate * decay;
    const DenseUpdate u{static_cast<f32>(step.scale),
                        static_cast<f32>(optimizer.decoupled_decay ? 0 : decay),
                        static_cast<f32>(optimizer.decoupled_decay ? keep : 1),
                        static_cast<f32>(b1),
                        static_cast<f32>(1 - b1),
                        static_cast<f32>(b2),
                        static_cast<f32>(1 - b2),
                        static_cast<f32>(sqrt(step.correction2)),
                        static_cast<f32>(options[kEpsilon]),
                        static_cast<f32>(rate / step.correction1)};
    optimizer.update(
        u, adapter.a + from, step.gradient + from, first == nullptr ? nullptr : first + from,
        second == nullptr ? nullptr : second + from, of_b ? shape.b_size() : shape.a_size());
  }
}

void update_plainly(const DenseUpdate& u, f32* w, const f32* gradient, f32*, f32*, usize count) {
  for (usize i = 0; i < count; i += 4) {
    const F32x4 weight = load(w + i);
    const F32x4 g = splat(u.scale) * load(gradient + i) + splat(u.decay) * weight;
    store(w + i, weight - splat(u.rate) * g);
  }
}

}  // namespace lora
