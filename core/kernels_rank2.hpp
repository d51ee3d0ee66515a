// The kernels of rank 2, the fast path: the same sums in the same order as the general ones.
#pragma once

#include "simd.hpp"

namespace lora::rank2 {

void project(const f32* w, const f32* v, u32 n, f32* s);
f32 project_and_square(const f32* w, const f32* v, u32 n, f32* s);
void expand(const f32* w, const f32* c, const f32* v, u32 n, f32* to);
void subtract_outer(f32* w, const f32* c, const f32* v, u32 n);

}  // namespace lora::rank2
