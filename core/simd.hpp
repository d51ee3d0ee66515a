// The four-lane trait: every kernel is written once over these names.
// The compiler lowers the vector type to SSE, NEON or wasm simd128, or to four scalars where there
// is none; each lane is one IEEE operation in every case, so all of them give the same bits.
#pragma once

#include "base.hpp"

namespace lora {

#if defined(__wasm_simd128__) || defined(__SSE__) || defined(__ARM_NEON)
inline constexpr bool kSimd = true;
#else
inline constexpr bool kSimd = false;
#endif

typedef f32 F32x4 __attribute__((vector_size(16), may_alias));

// Vectors in memory are padded with zeros to whole blocks, so that no kernel has a tail.
inline constexpr u32 kBlock = 16;

inline F32x4 load(const f32* from) {
  return *reinterpret_cast<const F32x4*>(from);
}

inline void store(f32* to, F32x4 value) {
  *reinterpret_cast<F32x4*>(to) = value;
}

inline F32x4 splat(f32 value) {
  return F32x4{value, value, value, value};
}

// The halves of four lanes in f64.
typedef f64 F64x2 __attribute__((vector_size(16)));

inline F64x2 low(F32x4 v) {
  return __builtin_convertvector(__builtin_shufflevector(v, v, 0, 1), F64x2);
}

inline F64x2 high(F32x4 v) {
  return __builtin_convertvector(__builtin_shufflevector(v, v, 2, 3), F64x2);
}

inline F32x4 sqrt(F32x4 v) {
  return __builtin_elementwise_sqrt(v);
}

inline f32 sum(F32x4 v) {
  return (v[0] + v[1]) + (v[2] + v[3]);
}

}  // namespace lora
