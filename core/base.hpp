// The number types of the core, and the few scalar operations it needs without a libc.
#pragma once

#include <stddef.h>
#include <stdint.h>

namespace lora {

using u8 = uint8_t;
using u16 = uint16_t;
using u32 = uint32_t;
using u64 = uint64_t;
using i32 = int32_t;
using i64 = int64_t;
using f32 = float;
using f64 = double;
using usize = size_t;

inline constexpr f64 kMaxF32 = 3.4028234663852886e38;

template <class T>
constexpr T min(T a, T b) {
  return b < a ? b : a;
}

template <class T>
constexpr T max(T a, T b) {
  return a < b ? b : a;
}

// The subtraction is NaN for NaN and for both infinities, and 0 otherwise.
template <class T>
constexpr bool is_finite(T value) {
  return value - value == 0;
}

constexpr f32 abs(f32 value) {
  return __builtin_fabsf(value);
}
constexpr f64 abs(f64 value) {
  return __builtin_fabs(value);
}

// IEEE 754 requires a correctly rounded square root, so these give the same bits everywhere.
inline f32 sqrt(f32 value) {
  return __builtin_sqrtf(value);
}
inline f64 sqrt(f64 value) {
  return __builtin_sqrt(value);
}

constexpr f64 inverse_or_zero(f64 value) {
  return value > 0 ? 1 / value : 0;
}

constexpr usize round_up(usize value, usize multiple) {
  return (value + multiple - 1) / multiple * multiple;
}

}  // namespace lora
