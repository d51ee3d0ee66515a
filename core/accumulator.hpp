// Gradients that are summed up for a later step.
#pragma once

#include "arena.hpp"
#include "optimizer.hpp"

namespace lora {

struct Accumulator {
  Sums sums;
  f32* gradient;  // of A and B, negative

  // nullptr where the arena is full.
  static Accumulator* create(Arena& arena, const Shape& shape);
  void destroy(Arena& arena) { arena.release(gradient); }
  void clear(const Shape& shape);
};

}  // namespace lora
