// The adapter's mathematics; the loops themselves are in kernels.
#include "adapter.hpp"

namespace lora {

namespace {

// An element can be this large though its square underflows to 0 in f32.
constexpr f64 kUnseen = 1e-22;

// Rounding in the sums and products behind a step stays far below this.
constexpr f64 kSlack = 1.01;

// A weight is rounded once a step, by half a unit in the last place at most; in a billion steps
// this factor takes a bound past f32, where it is found anew.
constexpr f64 kRounding = 1 + 0x1p-23;

void find_bound(Adapter& adapter, const Shape& shape) {
  adapter.bound = largest(adapter.a, shape.a_size() + shape.b_size());
}

struct Rows {
  f32* weights;
  u32 length;
};

Rows rows_of(const Adapter& adapter, const Shape& shape, Factor factor) {
  return factor == Factor::a ? Rows{adapter.a, shape.in} : Rows{adapter.b, shape.out};
}

}  // namespace

void initialize(Adapter& adapter, const Shape& shape, Rng rng) {
  __builtin_memset(adapter.a, 0, (shape.a_size() + shape.b_size()) * sizeof(f32));
  const f32 scale = 1 / sqrt(static_cast<f32>(shape.in));
  for (u32 k = 0; k < shape.rank; ++k) {
    for (u32 i = 0; i < shape.in; ++i) {
      adapter.a[blocked_index(shape.rank, k, i)] = rng.uniform() * scale;
    }
  }
  adapter.bound = scale;
  adapter.adapt_count = 0;
  adapter.forward_count = 0;
  adapter.started = false;
}

bool prepare(const Adapter& adapter, const Shape& shape, f32 alpha, f32 rate, const f32* h,
             const f32* g, const f32* x, f32 x_squared, Step& step) {
  f32 q[kMaxRank];
  const f32 g_squared = project_and_square(adapter.b, shape.rank, g, shape.out_padded(), q);
  if (!is_finite(g_squared)) return false;

  f32 largest_c = 0;
  f32 largest_d = 0;
  for (u32 k = 0; k < shape.rank; ++k) {
    step.c[k] = rate * alpha * h[k];
    step.d[k] = rate * (alpha * q[k]);
    if (!is_finite(step.c[k]) || !is_finite(step.d[k])) return false;
    largest_c = max(largest_c, abs(step.c[k]));
    largest_d = max(largest_d, abs(step.d[k]));
  }

  const f64 reach_b = largest_c * (sqrt(f64{g_squared}) + kUnseen);
  const f64 reach_a = largest_d * (sqrt(f64{x_squared}) + kUnseen);
  step.bound = kRounding * (adapter.bound + kSlack * max(reach_a, reach_b));
  step.exact = step.bound > kMaxF32;
  return !step.exact || (stays_finite(adapter.a, shape.rank, step.d, x, shape.in) &&
                         stays_finite(adapter.b, shape.rank, step.c, g, shape.out));
}

void apply(Adapter& adapter, const Shape& shape, const Step& step, const f32* g, const f32* x) {
  subtract_outer(adapter.b, shape.rank, step.c, g, shape.out_padded());
  subtract_outer(adapter.a, shape.rank, step.d, x, shape.in_padded());
  adapter.bound = step.bound;
  if (step.exact) find_bound(adapter, shape);
}

void copy_weights(Adapter& to, const Adapter& from, const Shape& shape) {
  __builtin_memcpy(to.a, from.a, (shape.a_size() + shape.b_size()) * sizeof(f32));
  to.bound = from.bound;
}

f64 delta_norm(const Adapter& adapter, const Shape& shape, f32 alpha) {
  f64 total = 0;
  for (u32 j = 0; j < shape.rank; ++j) {
    for (u32 k = 0; k <= j; ++k) {
      const f64 product = row_product(adapter.a, shape.rank, j, k, shape.in_padded()) *
                          row_product(adapter.b, shape.rank, j, k, shape.out_padded());
      total += j == k ? product : 2 * product;
    }
  }
  return abs(f64{alpha}) * sqrt(max(total, 0.0));
}

void read_row(const Adapter& adapter, const Shape& shape, Factor factor, u32 row, f32* to) {
  const auto [weights, length] = rows_of(adapter, shape, factor);
  for (u32 i = 0; i < length; ++i) to[i] = weights[blocked_index(shape.rank, row, i)];
}

void write_row(Adapter& adapter, const Shape& shape, Factor factor, u32 row, const f32* from) {
  const auto [weights, length] = rows_of(adapter, shape, factor);
  for (u32 i = 0; i < length; ++i) weights[blocked_index(shape.rank, row, i)] = from[i];
  find_bound(adapter, shape);
  adapter.started = true;
}

}  // namespace lora
