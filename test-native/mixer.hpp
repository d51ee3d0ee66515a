// What the runs of driver.cpp, driver_spaces.cpp and driver_policies.cpp draw from and fold into,
// as driver.cpp says.
#pragma once

#include "../abi/lora.h"

struct Mixer {
  uint32_t s = 0x9e3779b9u;
  uint32_t hash = 0x811c9dc5u;

  uint32_t next() {
    s ^= s << 13;
    s ^= s >> 17;
    s ^= s << 5;
    return s;
  }
  uint32_t pick(uint32_t n) { return next() % n; }
  float number() { return static_cast<float>(static_cast<int32_t>(next() >> 21) - 1024) / 1024.0f; }

  void fold(uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) {
      hash = (hash ^ (value >> shift & 0xffu)) * 16777619u;
    }
  }
  void fold_status(int32_t status) { fold(static_cast<uint32_t>(status)); }
  void fold_double(double value) {
    const uint64_t bits = __builtin_bit_cast(uint64_t, value);
    fold(static_cast<uint32_t>(bits));
    fold(static_cast<uint32_t>(bits >> 32));
  }
  void fold_vector(const float* from, uint32_t n) {
    for (uint32_t i = 0; i < n; ++i) fold(__builtin_bit_cast(uint32_t, from[i]));
  }
  void fill(float* to, uint32_t n) {
    for (uint32_t i = 0; i < n; ++i) to[i] = number();
  }
};
