// preconditioned: dB by (A A^T + e I)^-1 and dA by (B B^T + e I)^-1, Riemannian preconditioning
// (Zhang and Pilanci 2024, arXiv 2402.02347), both from the values before the step, and divided by
// |x|^2 + h^T (A A^T + e I)^-1 h. So to first order a step changes y by -rate T g with 0 <= T <= I,
// whatever alpha and the length of x are: T is 1 in the span of B's rows.
//
// One row makes a factored step, several make a dense one. Products and solutions are in f64.
#include "../dense_step.hpp"
#include "../factored_step.hpp"
#include "../gram.hpp"
#include "../guards.hpp"
#include "optimizers.hpp"

namespace lora {

namespace {

// The damping of B B^T that keeps a step finite where B is small: it shrinks with the error.
f64 damping_of_b(const Gram& gram, const Method& method, const Sums& sums) {
  const f64 trace_a = trace(gram.a, gram.rank);
  const f64 size = trace_a > 0 ? trace_a / gram.rank : 1.0 / 3;
  return sums.g_squares / (method.alpha * method.alpha * sums.x_squares * size);
}

// h^T (A A^T + e I)^-1 h, and u = (A A^T + e I)^-1 h.
f64 solve_a(Gram& gram, const f32* h, f64* u) {
  f64 wide[kMaxRank];
  for (u32 k = 0; k < gram.rank; ++k) wide[k] = f64{h[k]};
  gram.factorize_a();
  solve(gram.a_lower, gram.rank, wide, u);
  return inner(wide, u, gram.rank);
}

f64 leverage(Adapter& adapter, const Method& method, const f32* h) {
  Gram gram(method, adapter.state);
  gram.refresh(adapter, method.shape);
  f64 u[kMaxRank];
  return solve_a(gram, h, u);
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
  sums.h_squares = solve_a(gram, h, u);
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

bool prepare(Adapter& from, const Method& method, const Examples& examples, Step& step) {
  const auto& [rows, fresh, x, x_squares, h, g] = examples;
  const Shape& shape = method.shape;
  const u32 rank = shape.rank;
  const f64* options = step.options;
  step.fresh = fresh;
  if (rows != 1) {
    step.share = strongest_share(x, shape.in_padded(), rows, step.c, step.dense);
    return prepare_dense(from, method, examples, step);
  }
  step.gradient = nullptr;
  const f32 g_squares = project_and_square(from.b, rank, g, shape.out_padded(), step.q);
  if (!is_finite(g_squares)) return false;
  step.x_squares = f64{x_squares[0]};
  step.g_squares = f64{g_squares};
  const f64 factor = clip_row(method, options, step.q, g_squares, h, x_squares[0]);
  if (method.alpha != 0 && x_squares[0] > 0 && g_squares > 0) {
    Sums sums{1, f64{x_squares[0]}, 0, factor * factor * f64{g_squares}, 0};
    precondition(from, method, h, factor, sums, step);
  } else {
    for (u32 k = 0; k < rank; ++k) step.c[k] = step.d[k] = 0;
    // Perhaps there are no Gram matrices yet that could be brought up to date.
    step.fresh = false;
  }
  FactoredBounds bounds;
  if (!bounds.add(step, 0, rank, x_squares[0], g_squares)) return false;
  // What decoupled decay makes of the weights first.
  const f64 decay = weight_decay(options);
  const f64 kept = decay != 0 ? abs(1 - options[kRate] * decay) : 1;
  return bound_step(from, method, examples, bounds, kept, step);
}

bool prepare_sum(Adapter& from, const Method& method, const Sums& sums, const f32* gradient,
                 Step& step) {
  const usize size = method.shape.size();
  DenseBounds bounds;
  if (!begin_dense(from, method, sums, gradient, step, bounds)) return false;
  step.scale = 0;
  if (method.alpha != 0 && sums.x_squares > 0 && sums.g_squares > 0) {
    step.scale = -bounds.clip * precondition_dense(from, method, sums, gradient, step);
    step.gradient = step.dense;
    if (!is_finite(sum_of_squares(step.dense, size))) return false;
  }
  bounds.change +=
      abs(step.scale) * f64{largest(step.gradient, size)} * max(1.0, step.options[kRatio]);
  return end_dense(from, method, bounds, step);
}

f32 apply(Adapter& adapter, const Method& method, const Step& step, const Examples& examples) {
  const Shape& shape = method.shape;
  const f64* options = step.options;
  const f64 decay = weight_decay(options);
  const bool stale = step.gradient != nullptr || !step.fresh || decay != 0;
  if (decay != 0) {
    scale_by(adapter.a, shape.size(), static_cast<f32>(1 - options[kRate] * decay));
  }
  if (step.gradient != nullptr) {
    subtract_gradient(adapter, method, step, 1, 0);
  } else {
    subtract_products(adapter, method, step, examples);
  }
  end_step(adapter, method, step);
  Gram gram(method, adapter.state);
  gram.age += 1;
  gram.stale = stale ? 1 : 0;
  if (stale) {
    gram.refresh(adapter, shape);
  } else {
    update_gram(gram.a, shape.rank, step.d, examples.h, step.x_squares);
    update_gram(gram.b, shape.rank, step.c, step.q, step.g_squares);
  }
  if (has_limits(options)) keep_limits(adapter, method, options);
  return balance(adapter, method);
}

f64 a_squares(const Adapter& adapter, const Method& method) {
  return trace(Gram(method, adapter.state).a, method.shape.rank);
}

void forget_gram(Adapter& adapter, const Method& method) {
  Gram(method, adapter.state).stale = 1;
}

void scale_gram(Adapter& adapter, const Method& method, f64 of_a, f64 of_b) {
  Gram(method, adapter.state).scale(of_a, of_b);
}

bool accepts(const Method& method, const f64* numbers) {
  // Only looked at.
  return Gram(method, const_cast<f64*>(numbers)).is_usable();
}

}  // namespace

constinit const Optimizer kPreconditioned{
    .moments = 0,
    .curved = true,
    .default_rate = 0.5,
    .rate_times_in = kMaxF32,
    .numbers = Gram::size,
    .prepare = prepare,
    .prepare_sum = prepare_sum,
    .apply = apply,
    .leverage = leverage,
    .a_squares = a_squares,
    .forget_weights = forget_gram,
    .scale_known = scale_gram,
    .accepts = accepts,
};

}  // namespace lora
