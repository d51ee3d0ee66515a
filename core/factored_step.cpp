// Every step is checked in full before it is taken.
#include "factored_step.hpp"

#include "bounds.hpp"
#include "guards.hpp"

namespace lora {

bool FactoredBounds::add(const Step& step, u32 j, u32 rank, f32 x_squares, f32 g_squares) {
  const f32* c = step.c + j * rank;
  const f32* d = step.d + j * rank;
  f32 largest_c = 0;
  f32 largest_d = 0;
  for (u32 k = 0; k < rank; ++k) {
    if (!is_finite(c[k]) || !is_finite(d[k])) return false;
    largest_c = max(largest_c, abs(c[k]));
    largest_d = max(largest_d, abs(d[k]));
  }
  of_b += update_bound(largest_c, g_squares);
  of_a += update_bound(largest_d, x_squares);
  return true;
}

bool bound_step(const Adapter& from, const Method& method, const Examples& examples,
                const FactoredBounds& bounds, f64 kept, Step& step) {
  const Shape& shape = method.shape;
  const u32 rank = shape.rank;
  const u32 rows = examples.rows;
  step.bound = kRounding * (from.bound * max(1.0, kept) + kSlack * max(bounds.of_a, bounds.of_b));
  step.exact = step.bound > kMaxF32;
  if (kept != 1 && (step.exact || !(kept < kMaxF32))) return false;
  return !step.exact || (stays_finite(from.a, rank, step.d, examples.x, shape.in_padded(), rows) &&
                         stays_finite(from.b, rank, step.c, examples.g, shape.out_padded(), rows));
}

void subtract_products(Adapter& adapter, const Method& method, const Step& step,
                       const Examples& examples) {
  const Shape& shape = method.shape;
  subtract_outer(adapter.b, shape.rank, step.c, examples.g, shape.out_padded(), examples.rows);
  subtract_outer(adapter.a, shape.rank, step.d, examples.x, shape.in_padded(), examples.rows);
}

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

}  // namespace lora
