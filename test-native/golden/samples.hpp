// The start and the samples of a golden case: exact in f32, and the same in every language.
//
//   next()     s ^= s << 13; s ^= s >> 17; s ^= s << 5; returns s, on u32, which wraps; s starts as
//              seed * 0x9e3779b9
//   number()   (next() >> 21) - 1024, signed, over 1024: a multiple of 1/1024 in [-1, 1)
// Drawn once, row-major:
//   A (rank, in)    number() * a_scale
//   B (rank, out)   number() * b_scale; zeros, and none drawn, where b_scale is 0
//   Q (rank, in), P (rank, out)   number(): the hidden map
// and then for every step:
//   x (in)          number()
//   t (out)         f32(map_scale P^T Q x + noise_scale number(), and x more where it is residual)
//   negatives, each (out)   number()
// Scales are powers of two, so everything is exact in double in any order of summation, up to the
// one rounding of t to f32: no two languages can differ in it. t is the target, or the positive.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "golden.hpp"

namespace golden {

using Floats = std::vector<float>;

struct Sample {
  Floats x;                       // (in)
  Floats t;                       // (out)
  std::vector<Floats> negatives;  // each (out)
};

class Samples {
 public:
  explicit Samples(const Case& c)
      : c_(c),
        s_(c.seed * 0x9e3779b9u),
        a_(numbers(c.rank * c.in, c.a_scale)),
        b_(c.b_scale == 0 ? Floats(c.rank * c.out) : numbers(c.rank * c.out, c.b_scale)),
        q_(numbers(c.rank * c.in)),
        p_(numbers(c.rank * c.out)) {
    fold(a_);
    fold(b_);
  }

  const Floats& a() const { return a_; }
  const Floats& b() const { return b_; }

  Sample next_sample() {
    Sample sample;
    sample.x = numbers(c_.in);
    const Floats noise = numbers(c_.out);
    Vector h(c_.rank, 0.0);
    for (uint32_t k = 0; k < c_.rank; ++k) {
      for (uint32_t i = 0; i < c_.in; ++i) {
        h[k] += static_cast<double>(q_[k * c_.in + i]) * static_cast<double>(sample.x[i]);
      }
    }
    for (uint32_t o = 0; o < c_.out; ++o) {
      double t = 0;
      for (uint32_t k = 0; k < c_.rank; ++k) t += static_cast<double>(p_[k * c_.out + o]) * h[k];
      t = t * c_.map_scale + c_.noise_scale * static_cast<double>(noise[o]);
      if (c_.residual) t += static_cast<double>(sample.x[o]);
      sample.t.push_back(static_cast<float>(t));
    }
    for (uint32_t n = 0; n < c_.negatives; ++n) sample.negatives.push_back(numbers(c_.out));
    fold(sample.x);
    fold(sample.t);
    for (const Floats& negative : sample.negatives) fold(negative);
    return sample;
  }

  // Of the f32 bits of the start and of all samples so far: after all steps, Case::inputs.
  // For each number: checksum = (checksum ^ bits) * 16777619, from 0x811c9dc5.
  uint32_t checksum() const { return checksum_; }

 private:
  uint32_t next() {
    s_ ^= s_ << 13;
    s_ ^= s_ >> 17;
    s_ ^= s_ << 5;
    return s_;
  }
  Floats numbers(size_t count, double scale = 1) {
    Floats result(count);
    for (float& value : result) {
      value = static_cast<float>(static_cast<int32_t>(next() >> 21) - 1024) / 1024.0f;
      value *= static_cast<float>(scale);
    }
    return result;
  }
  void fold(const Floats& values) {
    for (const float value : values) {
      checksum_ = (checksum_ ^ std::bit_cast<uint32_t>(value)) * 16777619u;
    }
  }

  const Case& c_;
  uint32_t s_;
  uint32_t checksum_ = 0x811c9dc5u;
  Floats a_, b_, q_, p_;
};

}  // namespace golden
