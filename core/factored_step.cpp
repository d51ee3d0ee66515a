// Every row has its own c and d, which the optimizer finds.
#include "factored_step.hpp"

#include "bounds.hpp"
#include "guards.hpp"

namespace lora {

namespace {

// |dA|^2 + |dB|^2 = alpha^2 (|q|^2 |x|^2 + |h|^2 |g|^2)
f64 clip_row(const Method& method, const f64* options, const f32* q, f32 g_squares, const f32* h,
             f32 x_squares) {
  if (max_gradient(options) == 0) return 1;
  f64 q_squares = 0;
  f64 h_squares = 0;
  for (u32 k = 0; k < method.shape.rank; ++k) {
    q_squares += f64{q[k]} * q[k];
    h_squares += f64{h[k]} * h[k];
  }
  return clip_factor(
      options, abs(method.alpha) * sqrt(f64{x_squares} * q_squares + f64{g_squares} * h_squares));
}

}  // namespace

bool LargestCoefficients::find(const f32* c, const f32* d, u32 rank) {
  for (u32 k = 0; k < rank; ++k) {
    if (!is_finite(c[k]) || !is_finite(d[k])) return false;
    of_c = max(of_c, abs(c[k]));
    of_d = max(of_d, abs(d[k]));
  }
  return true;
}

// Not where weights decay by way of the gradient; and of several rows only where their steps add
// up.
bool is_factored(const Optimizer& optimizer, const f64* options, u32 rows) {
  if (optimizer.factor == nullptr) return false;
  if (!optimizer.decoupled_decay && weight_decay(options) != 0) return false;
  return rows == 1 || (!optimizer.preconditions && max_gradient(options) == 0);
}

bool prepare_factored(Adapter& from, const Method& method, const Examples& examples, Step& step) {
  const auto& [rows, fresh, x, x_squares, h, g] = examples;
  const Shape& shape = method.shape;
  const u32 rank = shape.rank;
  const u32 in = shape.in_padded();
  const u32 out = shape.out_padded();
  const f64* options = step.options;
  step.gradient = nullptr;
  f64 change_of_a = 0;
  f64 change_of_b = 0;
  for (u32 j = 0; j < rows; ++j) {
    f32* q = step.q + j * rank;
    const f32 g_squares = project_and_square(from.b, rank, g + usize{j} * out, out, q);
    if (!is_finite(g_squares)) return false;
    const f64 clip = clip_row(method, options, q, g_squares, h + j * rank, x_squares[j]);
    method.optimizer->factor(from, method, examples, j, g_squares, clip, step);
    LargestCoefficients largest;
    if (!largest.find(step.c + j * rank, step.d + j * rank, rank)) return false;
    change_of_b += update_bound(largest.of_c, g_squares);
    change_of_a += update_bound(largest.of_d, x_squares[j]);
  }
  // What decoupled decay makes of the weights first.
  const f64 decay = weight_decay(options);
  const f64 kept = decay != 0 ? abs(1 - options[kRate] * decay) : 1;
  step.bound = kRounding * (from.bound * max(1.0, kept) + kSlack * max(change_of_a, change_of_b));
  step.exact = step.bound > kMaxF32;
  if (kept != 1 && (step.exact || !(kept < kMaxF32))) return false;
  return !step.exact || (stays_finite(from.a, rank, step.d, x, in, rows) &&
                         stays_finite(from.b, rank, step.c, g, out, rows));
}

void apply_factored(Adapter& adapter, const Method& method, const Step& step,
                    const Examples& examples) {
  const Shape& shape = method.shape;
  subtract_outer(adapter.b, shape.rank, step.c, examples.g, shape.out_padded(), examples.rows);
  subtract_outer(adapter.a, shape.rank, step.d, examples.x, shape.in_padded(), examples.rows);
}

}  // namespace lora
