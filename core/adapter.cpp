// The adapter's mathematics; the loops themselves are in kernels.
#include "adapter.hpp"

#include "edition.hpp"

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
  if (kEdition.spaces && adapter.clicks != nullptr) adapter.clicks->clear(shape.out_padded());
}

void find_bound(Adapter& adapter, const Shape& shape) {
  adapter.bound = largest(adapter.a, shape.size());
}

f64 delta_norm(const Adapter& adapter, const Method& method) {
  const Shape& shape = method.shape;
  const usize step = usize{4} * shape.rank;
  const u32 in = shape.in_padded();
  const u32 out = shape.out_padded();
  const bool fast = kEdition.fast_rank2 && shape.rank == 2;
  f64 total = 0;
  if (fast) {
    const Products a = products(adapter.a, adapter.a + 4, step, in);
    const Products b = products(adapter.b, adapter.b + 4, step, out);
    total = a.vv * b.vv + 2 * (a.vw * b.vw) + a.ww * b.ww;
  }
  for (u32 j = 0; !fast && j < shape.rank; ++j) {
    for (u32 k = 0; k <= j; ++k) {
      const f64 product = dot(adapter.a + 4 * j, adapter.a + 4 * k, step, in) *
                          dot(adapter.b + 4 * j, adapter.b + 4 * k, step, out);
      total += j == k ? product : 2 * product;
    }
  }
  return abs(method.alpha) * sqrt(max(total, 0.0));
}

}  // namespace lora
