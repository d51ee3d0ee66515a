// Compiled for speed, where the rest is compiled for size.
#include "kernels_rank2.hpp"

#include "rows.hpp"

namespace lora::rank2 {

void project(const f32* w, const f32* v, u32 n, f32* s) {
  Sum sums[2];
  accumulate_rows<2, false>(w, 8, v, n, sums);
  s[0] = sums[0].total();
  s[1] = sums[1].total();
}

f32 project_and_square(const f32* w, const f32* v, u32 n, f32* s) {
  Sum sums[3];
  accumulate_rows<2, true>(w, 8, v, n, sums);
  s[0] = sums[0].total();
  s[1] = sums[1].total();
  return sums[2].total();
}

void expand(const f32* w, const f32* c, const f32* v, u32 n, f32* to) {
  const F32x4 c0 = splat(c[0]);
  const F32x4 c1 = splat(c[1]);
  if (v == nullptr) {
    for (u32 i = 0; i < n; i += 4, w += 8) store(to + i, load(w) * c0 + load(w + 4) * c1);
  } else {
    for (u32 i = 0; i < n; i += 4, w += 8) {
      store(to + i, load(v + i) + (load(w) * c0 + load(w + 4) * c1));
    }
  }
}

void subtract_outer(f32* w, const f32* c, const f32* v, u32 n) {
  const F32x4 c0 = splat(c[0]);
  const F32x4 c1 = splat(c[1]);
  for (u32 i = 0; i < n; i += 4, w += 8) {
    const F32x4 x = load(v + i);
    store(w, load(w) - c0 * x);
    store(w + 4, load(w + 4) - c1 * x);
  }
}

}  // namespace lora::rank2
