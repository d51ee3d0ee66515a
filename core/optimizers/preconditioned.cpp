// preconditioned: dB by (A A^T + e I)^-1 and dA by (B B^T + e I)^-1, Riemannian preconditioning
// (Zhang and Pilanci 2024, arXiv 2402.02347), both from the values before the step, and divided by
// |x|^2 + h^T (A A^T + e I)^-1 h. So to first order a step changes y by -rate T g with 0 <= T <= I,
// whatever alpha and the length of x are: T is 1 in the span of B's rows.
//
// One row makes a factored step, several make a dense one. Products and solutions are in f64.
#include "../dense_step.hpp"
#include "../gram.hpp"
#include "optimizers.hpp"

namespace lora {

namespace {

// The damping of B B^T that keeps a step finite where B is small: it shrinks with the error.
f64 damping_of_b(const Gram& gram, const Method& method, const Sums& sums) {
  const f64 trace_a = trace(gram.a, gram.rank);
  const f64 size = trace_a > 0 ? trace_a / gram.rank : 1.0 / 3;
  return sums.g_squares / (method.alpha * method.alpha * sums.x_squares * size);
}

// c and d of a step by one row, from its q. factor multiplies g.
void precondition(Adapter& adapter, const Method& method, const f32* h, f64 factor, Sums& sums,
                  Step& step) {
  Gram gram(method, adapter.state);
  const u32 rank = gram.rank;
  const f64 rate = step.options[kRate];
  gram.refresh(adapter, method.shape);
  f64 u[kMaxRank];
  f64 z[kMaxRank];
  f64 p[kMaxRank];
  sums.h_squares = gram.solve_a(h, u);
  gram.factorize_b(damping_of_b(gram, method, sums));
  for (u32 k = 0; k < rank; ++k) p[k] = factor * f64{step.q[k]};
  solve(gram.b_lower, rank, p, z);
  // The share of g, squared, in the span of B; not more than all of it, though the factors may be
  // of an earlier step.
  f64 share = inner(p, z, rank);
  f64 all = 0;
  for (u32 j = 0; j < rank; ++j) all += z[j] * inner(gram.b + j * rank, z, rank);
  const f64 shrink = all > share ? share / all : 1;
  share *= shrink;

  const f64 k = rate / (method.alpha * (sums.x_squares + sums.h_squares));
  const f64 ratio = step.options[kRatio];
  f64 second = 0;
  for (u32 i = 0; i < rank; ++i) {
    u[i] *= k * ratio;
    z[i] *= k * shrink;
    second += u[i] * z[i];
  }
  // y changes by a term of second order too, which must not outweigh half of those of the first.
  second = abs(method.alpha * sums.x_squares * second);
  const f64 of_b = abs(0.5 * method.alpha * k * sums.h_squares);
  const f64 of_a = abs(0.5 * method.alpha * k * sums.x_squares * share / sums.g_squares);
  const f64 guard = second > of_a + of_b ? of_b / (second - of_a) : 1;
  for (u32 i = 0; i < rank; ++i) {
    step.c[i] = static_cast<f32>(factor * u[i]);
    step.d[i] = static_cast<f32>(guard * z[i]);
  }
}

// (L L^T)^-1
void invert(const f64* lower, u32 rank, f64* inverse) {
  for (u32 k = 0; k < rank; ++k) {
    f64 unit[kMaxRank] = {};
    unit[k] = 1;
    solve(lower, rank, unit, inverse + k * rank);
  }
}

// A sum of gradients preconditioned, to step.dense; returns what it is to be multiplied by.
f64 precondition_dense(Adapter& adapter, const Method& method, const Sums& sums,
                       const f32* gradient, Step& step) {
  const Shape& shape = method.shape;
  Gram gram(method, adapter.state);
  gram.refresh(adapter, shape);
  gram.factorize_a();
  gram.factorize_b(damping_of_b(gram, method, sums));
  auto* inverse = reinterpret_cast<f64*>(step.dense + shape.size());
  invert(gram.b_lower, shape.rank, inverse);
  combine(inverse, gradient, shape.rank, shape.in_padded(), step.dense);
  invert(gram.a_lower, shape.rank, inverse);
  combine(inverse, gradient + shape.a_size(), shape.rank, shape.out_padded(),
          step.dense + shape.a_size());
  return step.options[kRate] /
         (method.alpha * method.alpha * step.share * (sums.x_squares + sums.h_squares));
}

void factor(Adapter& from, const Method& method, const Examples& examples, u32, f32 g_squares,
            f64 clip, Step& step) {
  step.x_squares = f64{examples.x_squares[0]};
  step.g_squares = f64{g_squares};
  if (method.alpha != 0 && step.x_squares > 0 && g_squares > 0) {
    Sums sums{1, step.x_squares, 0, clip * clip * step.g_squares, 0};
    precondition(from, method, examples.h, clip, sums, step);
    return;
  }
  for (u32 k = 0; k < method.shape.rank; ++k) step.c[k] = step.d[k] = 0;
  // Perhaps there are no Gram matrices yet that could be brought up to date.
  step.fresh = false;
}

bool bound(Adapter& from, const Method& method, const Sums& sums, DenseBounds& bounds, Step& step) {
  const usize size = method.shape.size();
  step.scale = 0;
  if (method.alpha != 0 && sums.x_squares > 0 && sums.g_squares > 0) {
    step.scale = -bounds.clip * precondition_dense(from, method, sums, step.gradient, step);
    step.gradient = step.dense;
    if (!is_finite(sum_of_squares(step.dense, size))) return false;
  }
  bounds.change +=
      abs(step.scale) * f64{largest(step.gradient, size)} * max(1.0, step.options[kRatio]);
  return true;
}

}  // namespace

constinit const Optimizer kPreconditioned{
    .moments = 0,
    .preconditions = true,
    .decoupled_decay = true,
    .default_rate = 0.5,
    .rate_times_in = kMaxF32,
    .factor = factor,
    .bound = bound,
    .update = update_plainly,
};

}  // namespace lora
