// Compiled for speed, where the rest is compiled for size: what every call of rank 2 runs through.
// Pointers move instead of an index: then the distances within a block are constant offsets of wasm
// loads and stores, which cost nothing.
#include "kernels.hpp"
#include "kernels_rank2.hpp"
#include "rows.hpp"

namespace lora {

// Of one row alone, two chains would wait for their additions; so two sums take turns.
f32 sum_of_squares(const f32* v, u32 n) {
  Sum even;
  Sum odd;
  for (const f32* end = v + n; v != end; v += 2 * kStep) {
    even.add(v, 4, v);
    odd.add(v + kStep, 4, v + kStep);
  }
  return even.total() + odd.total();
}

namespace rank2 {

void project(const f32* w, const f32* v, u32 n, f32* s) {
  Sum first;
  Sum second;
  for (const f32* end = v + n; v != end; v += kStep, w += 2 * kStep) {
    first.add(w, 8, v);
    second.add(w + 4, 8, v);
  }
  s[0] = first.total();
  s[1] = second.total();
}

f32 project_and_square(const f32* w, const f32* v, u32 n, f32* s) {
  Sum first;
  Sum second;
  Sum squares;
  for (const f32* end = v + n; v != end; v += kStep, w += 2 * kStep) {
    first.add(w, 8, v);
    second.add(w + 4, 8, v);
    squares.add(v, 4, v);
  }
  s[0] = first.total();
  s[1] = second.total();
  return squares.total();
}

void expand(const f32* w, const f32* c, const f32* v, u32 n, f32* to) {
  const F32x4 c0 = splat(c[0]);
  const F32x4 c1 = splat(c[1]);
  for (const f32* end = v + n; v != end; v += kBlock, w += 2 * kBlock, to += kBlock) {
    const F32x4 d0 = load(w) * c0 + load(w + 4) * c1;
    const F32x4 d1 = load(w + 8) * c0 + load(w + 12) * c1;
    const F32x4 d2 = load(w + 16) * c0 + load(w + 20) * c1;
    const F32x4 d3 = load(w + 24) * c0 + load(w + 28) * c1;
    store(to, load(v) + d0);
    store(to + 4, load(v + 4) + d1);
    store(to + 8, load(v + 8) + d2);
    store(to + 12, load(v + 12) + d3);
  }
}

void subtract_outer(f32* w, const f32* c, const f32* v, u32 n) {
  const F32x4 c0 = splat(c[0]);
  const F32x4 c1 = splat(c[1]);
  const auto group = [=](f32* at, F32x4 x) {
    store(at, load(at) - c0 * x);
    store(at + 4, load(at + 4) - c1 * x);
  };
  for (const f32* end = v + n; v != end; v += kBlock, w += 2 * kBlock) {
    group(w, load(v));
    group(w + 8, load(v + 4));
    group(w + 16, load(v + 8));
    group(w + 24, load(v + 12));
  }
}

}  // namespace rank2

}  // namespace lora
