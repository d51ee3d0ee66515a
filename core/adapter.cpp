// The adapter's mathematics; the loops themselves are in kernels.
#include "adapter.hpp"

namespace lora {

namespace {

struct Rows {
  f32* weights;
  u32 length;
};

Rows rows_of(const Adapter& adapter, const Shape& shape, Factor factor) {
  return factor == Factor::a ? Rows{adapter.a, shape.in} : Rows{adapter.b, shape.out};
}

}  // namespace

void initialize(Adapter& adapter, const Shape& shape, Rng rng) {
  __builtin_memset(adapter.a, 0, shape.size() * sizeof(f32));
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

void find_bound(Adapter& adapter, const Shape& shape) {
  adapter.bound = largest(adapter.a, shape.size());
}

f64 delta_norm(const Adapter& adapter, const Method& method) {
  const Shape& shape = method.shape;
  f64 total = 0;
  for (u32 j = 0; j < shape.rank; ++j) {
    for (u32 k = 0; k <= j; ++k) {
      const f64 product = row_product(adapter.a, shape.rank, j, k, shape.in_padded()) *
                          row_product(adapter.b, shape.rank, j, k, shape.out_padded());
      total += j == k ? product : 2 * product;
    }
  }
  return abs(method.alpha) * sqrt(max(total, 0.0));
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
