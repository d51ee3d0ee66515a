// Seeded random numbers: SplitMix64 (Steele, Lea, Flood 2014, doi 10.1145/2660193.2660195).
#pragma once

#include "base.hpp"

namespace lora {

class Rng {
 public:
  // Streams of one seed are independent: each scope of a set draws from its own.
  Rng(u32 seed, u32 stream) : state_((u64{stream} << 32) | seed) { state_ = next(); }

  // To go on where another one was.
  explicit Rng(u64 state) : state_(state) {}
  u64 state() const { return state_; }

  // Uniform in [-1, 1), a multiple of 2^-23, so exact in f32.
  f32 uniform() { return static_cast<f32>(static_cast<i32>(next() >> 40) - (1 << 23)) * 0x1p-23f; }

  // Uniform in [0, 1), a multiple of 2^-53.
  f64 unit() { return static_cast<f64>(next() >> 11) * 0x1p-53; }

 private:
  u64 next() {
    state_ += 0x9e3779b97f4a7c15;
    u64 z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }

  u64 state_;
};

}  // namespace lora
