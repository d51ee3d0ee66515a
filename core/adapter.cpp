// The adapter's mathematics; the loops themselves are in kernels.
#include "adapter.hpp"

#include "kernels_rank2.hpp"

namespace lora {

namespace {

// An element can be this large though its square underflows to 0 in f32.
constexpr f64 kUnseen = 1e-22;

// Rounding in the sums and products behind a step stays far below this.
constexpr f64 kSlack = 1.01;

// A weight is rounded once a step, by half a unit in the last place at most; in a billion steps
// this factor takes a bound past f32, where it is found anew.
constexpr f64 kRounding = 1 + 0x1p-23;

// How much c (x) v changes a weight at most, by the largest |c| and the sum of squares of v.
f64 reach(f32 largest, f32 squares) {
  return largest * (sqrt(f64{squares}) + kUnseen);
}

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

bool prepare(const Adapter& adapter, const Shape& shape, f32 alpha, f32 rate,
             const Examples& examples, Step& step) {
  const auto& [rows, x, x_squares, h, g] = examples;
  const u32 rank = shape.rank;
  const u32 out = shape.out_padded();
  const f32 share = rate / static_cast<f32>(rows);
  f64 reach_a = 0;
  f64 reach_b = 0;
  step.squares = 0;
  for (u32 j = 0; j < rows; ++j) {
    f32 q[kMaxRank];
    const f32 squares = project_and_square(adapter.b, rank, g + usize{j} * out, out, q);
    if (!is_finite(squares)) return false;
    f32 largest_c = 0;
    f32 largest_d = 0;
    for (u32 k = 0; k < rank; ++k) {
      const f32 c = share * alpha * h[j * rank + k];
      const f32 d = share * (alpha * q[k]);
      if (!is_finite(c) || !is_finite(d)) return false;
      step.c[j * rank + k] = c;
      step.d[j * rank + k] = d;
      largest_c = max(largest_c, abs(c));
      largest_d = max(largest_d, abs(d));
    }
    reach_b += reach(largest_c, squares);
    reach_a += reach(largest_d, x_squares[j]);
    step.squares += f64{squares};
  }
  step.bound = kRounding * (adapter.bound + kSlack * max(reach_a, reach_b));
  step.exact = step.bound > kMaxF32;
  return !step.exact || (stays_finite(adapter.a, rank, step.d, x, shape.in_padded(), rows) &&
                         stays_finite(adapter.b, rank, step.c, g, out, rows));
}

void apply(Adapter& adapter, const Shape& shape, const Step& step, const Examples& examples) {
  const auto& [rows, x, x_squares, h, g] = examples;
  subtract_outer(adapter.b, shape.rank, step.c, g, shape.out_padded(), rows);
  subtract_outer(adapter.a, shape.rank, step.d, x, shape.in_padded(), rows);
  adapter.bound = step.bound;
  if (step.exact) find_bound(adapter, shape);
}

bool answer_and_apply(Adapter& adapter, const Shape& shape, f32 alpha, f32 rate, const f32* x,
                      f32 x_squares, const f32* h, const f32* target, f32* y, f64& squares) {
  // Far enough from the end of f32 that squares and sums of them fit.
  constexpr f64 kSafe = 1e18;
  const u32 out = shape.out_padded();
  const f32 target_squares = sum_of_squares(target, out);
  const f32 share = rate * alpha;
  const f32 c[2] = {alpha * h[0], alpha * h[1]};
  const f32 s[2] = {share * h[0], share * h[1]};
  const f64 length_b = adapter.bound * sqrt(static_cast<f64>(out));
  const f64 g_most = sqrt(f64{x_squares}) + sqrt(f64{target_squares}) +
                     (abs(f64{c[0]}) + abs(f64{c[1]})) * length_b;
  const f64 q_most = length_b * g_most;
  const f64 d_most = abs(f64{alpha}) * max(f64{rate}, 1.0) * q_most;
  // Written so that NaN is not safe.
  if (!(g_most < kSafe && q_most < kSafe && d_most < kSafe && abs(f64{s[0]}) < kSafe &&
        abs(f64{s[1]}) < kSafe && x_squares < kSafe * kSafe && adapter.bound < kSafe)) {
    return false;
  }

  f32 q[2];
  const f32 g_squares = rank2::expand_and_learn(adapter.b, c, s, x, target, out, y, q);
  const f32 d[2] = {rate * (alpha * q[0]), rate * (alpha * q[1])};
  rank2::subtract_outer(adapter.a, d, x, shape.in_padded());
  const f64 reach_b = reach(max(abs(s[0]), abs(s[1])), g_squares);
  const f64 reach_a = reach(max(abs(d[0]), abs(d[1])), x_squares);
  adapter.bound = kRounding * (adapter.bound + kSlack * max(reach_a, reach_b));
  squares = f64{g_squares};
  return true;
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
