// Compiled for speed, where the rest is compiled for size: what every call of rank 2 runs through.
#include "kernels.hpp"
#include "kernels_rank2.hpp"
#include "rows.hpp"

namespace lora {

f32 sum_of_squares(const f32* v, u32 n) {
  Sum squares;
  for (u32 i = 0; i < n; i += kBlock) squares.add(v + i, 4, v + i);
  return squares.total();
}

namespace rank2 {

void project(const f32* w, const f32* v, u32 n, f32* s) {
  Sum first;
  Sum second;
  for (u32 i = 0; i < n; i += kBlock, w += 2 * kBlock) {
    first.add(w, 8, v + i);
    second.add(w + 4, 8, v + i);
  }
  s[0] = first.total();
  s[1] = second.total();
}

f32 project_and_square(const f32* w, const f32* v, u32 n, f32* s) {
  Sum first;
  Sum second;
  Sum squares;
  for (u32 i = 0; i < n; i += kBlock, w += 2 * kBlock) {
    first.add(w, 8, v + i);
    second.add(w + 4, 8, v + i);
    squares.add(v + i, 4, v + i);
  }
  s[0] = first.total();
  s[1] = second.total();
  return squares.total();
}

void expand(const f32* w, const f32* c, const f32* v, u32 n, f32* to) {
  const F32x4 c0 = splat(c[0]);
  const F32x4 c1 = splat(c[1]);
  for (u32 i = 0; i < n; i += kBlock, w += 2 * kBlock) {
    const F32x4 d0 = load(w) * c0 + load(w + 4) * c1;
    const F32x4 d1 = load(w + 8) * c0 + load(w + 12) * c1;
    const F32x4 d2 = load(w + 16) * c0 + load(w + 20) * c1;
    const F32x4 d3 = load(w + 24) * c0 + load(w + 28) * c1;
    store(to + i, load(v + i) + d0);
    store(to + i + 4, load(v + i + 4) + d1);
    store(to + i + 8, load(v + i + 8) + d2);
    store(to + i + 12, load(v + i + 12) + d3);
  }
}

void subtract_outer(f32* w, const f32* c, const f32* v, u32 n) {
  const F32x4 c0 = splat(c[0]);
  const F32x4 c1 = splat(c[1]);
  const auto group = [=](f32* at, F32x4 x) {
    store(at, load(at) - c0 * x);
    store(at + 4, load(at + 4) - c1 * x);
  };
  for (u32 i = 0; i < n; i += kBlock, w += 2 * kBlock) {
    group(w, load(v + i));
    group(w + 8, load(v + i + 4));
    group(w + 16, load(v + i + 8));
    group(w + 24, load(v + i + 12));
  }
}

}  // namespace rank2

}  // namespace lora
