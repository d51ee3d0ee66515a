// Products and solutions in f64, of numbers that are few.
#include "preconditioner.hpp"

#include "gram.hpp"

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

}  // namespace

f64 leverage(Adapter& adapter, const Method& method, const f32* h) {
  Gram gram(method, adapter.state);
  gram.refresh(adapter, method.shape);
  f64 u[kMaxRank];
  return solve_a(gram, h, u);
}

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

namespace {

// (L L^T)^-1
void invert(const f64* lower, u32 rank, f64* inverse) {
  for (u32 k = 0; k < rank; ++k) {
    f64 unit[kMaxRank] = {};
    unit[k] = 1;
    solve(lower, rank, unit, inverse + k * rank);
  }
}

}  // namespace

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

}  // namespace lora
