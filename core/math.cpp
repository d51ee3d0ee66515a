// Short series in loops, for size: they are called a few times a step at most.
#include "math.hpp"

namespace lora {

namespace {

// ln 2 in two parts, of which the first has so few bits that a whole number times it is exact.
constexpr f64 kLn2High = 0x1.62e42feep-1;
constexpr f64 kLn2Low = 0x1.a39ef35793c76p-33;
constexpr u32 kExponentBits = 52;
constexpr u64 kBias = 1023;

}  // namespace

f64 exp(f64 x) {
  if (x < -700) return 0;
  if (!is_finite(x)) return x;
  const i64 whole = static_cast<i64>(x / kLn2High + (x < 0 ? -0.5 : 0.5));
  const f64 turns = static_cast<f64>(whole);
  const f64 r = x - turns * kLn2High - turns * kLn2Low;
  f64 result = 1;
  for (u32 n = 14; n > 0; --n) result = 1 + r * result / n;
  const u64 exponent = static_cast<u64>(whole) + kBias;
  return result * __builtin_bit_cast(f64, exponent << kExponentBits);
}

f64 log(f64 x) {
  constexpr f64 kRootHalf = 0.70710678118654752;
  const u64 bits = __builtin_bit_cast(u64, x);
  f64 turns = static_cast<f64>(bits >> kExponentBits) - (kBias - 1);
  // In [1/2, 1), and then in [sqrt(1/2), sqrt(2)).
  const u64 fraction = bits & ((u64{1} << kExponentBits) - 1);
  f64 m = __builtin_bit_cast(f64, fraction | (kBias - 1) << kExponentBits);
  if (m < kRootHalf) {
    m *= 2;
    turns -= 1;
  }
  const f64 s = (m - 1) / (m + 1);
  f64 series = 0;
  for (u32 n = 12; n-- > 0;) series = series * (s * s) + 1.0 / (2 * n + 1);
  return turns * kLn2High + (turns * kLn2Low + 2 * s * series);
}

f64 power(f64 base, f64 exponent) {
  f64 result = 1;
  for (u64 n = static_cast<u64>(exponent); n > 0; n >>= 1, base *= base) {
    if ((n & 1) != 0) result *= base;
  }
  return result;
}

[[gnu::noinline]] bool is_whole(f64 value, f64 below) {
  return value >= 0 && value < below && static_cast<f64>(static_cast<u64>(value)) == value;
}

void fill_normal(Rng& rng, f32* to, u32 count) {
  for (u32 i = 0; i < count; i += 2) {
    f64 u;
    f64 v;
    f64 s;
    do {
      u = rng.uniform();
      v = rng.uniform();
      s = u * u + v * v;
    } while (s >= 1 || s == 0);
    const f64 factor = sqrt(-2 * log(s) / s);
    to[i] = static_cast<f32>(u * factor);
    to[i + 1] = static_cast<f32>(v * factor);
  }
}

}  // namespace lora
