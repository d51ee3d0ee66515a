// exp, log and the normal distribution, from operations that IEEE 754 rounds correctly: so they
// give the same bits everywhere, which those of a libm do not.
#pragma once

#include "rng.hpp"

namespace lora {

// To about 1e-15 of the result; 0 below e^-700, NaN for NaN, and else the argument must be at most
// 700.
f64 exp(f64 x);

// To about 1e-15, for x positive and normal.
f64 log(f64 x);

// base^exponent, for whole numbers.
f64 power(f64 base, f64 exponent);

// Whether it is a whole number from 0 on and below `below`.
bool is_whole(f64 value, f64 below);

// `count` numbers of the standard normal distribution, an even count, by the polar method
// (Marsaglia and Bray 1964, doi 10.1137/1006063).
void fill_normal(Rng& rng, f32* to, u32 count);

}  // namespace lora
