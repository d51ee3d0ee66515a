// The adapter's mathematics; the loops themselves are in kernels.
#include "adapter.hpp"

namespace lora {

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
  adapter.spread = {};
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

}  // namespace lora
