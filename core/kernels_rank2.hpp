// The kernels of rank 2, the fast path: the same sums in the same order as the general ones.
#pragma once

#include "simd.hpp"

namespace lora::rank2 {

f32 project_and_square(const f32* w, const f32* v, u32 n, f32* s);

// Of two rows of v (2, n) at once, which read w once: s (2, 2), to (2, n).
void project_pair(const f32* w, const f32* v, u32 n, f32* s);
void expand_pair(const f32* w, const f32* c, const f32* v, u32 n, f32* to);

// What a single forward is made of, with s and c in registers: the sums are the first two lanes.
F32x4 project(const f32* w, const f32* v, u32 n);
void expand_by(const f32* w, f32 c0, f32 c1, const f32* v, u32 n, f32* to);

void subtract_outer(f32* w, const f32* c, const f32* v, u32 n);
void subtract_outers(f32* w, const f32* c, const f32* v, u32 n, u32 rows);

// One pass over W: y = x + W^T c, g = y - t, q = W g, and then W -= s (x) g; returns sum_i g_i^2.
f32 expand_and_learn(f32* w, const f32* c, const f32* s, const f32* x, const f32* t, u32 n, f32* y,
                     f32* q);

}  // namespace lora::rank2
