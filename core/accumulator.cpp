// One block: [gradient][the accumulator]
#include "accumulator.hpp"

namespace lora {

Accumulator* Accumulator::create(Arena& arena, const Shape& shape) {
  auto* memory = static_cast<u8*>(arena.allocate(shape.size() * sizeof(f32) + sizeof(Accumulator)));
  if (memory == nullptr) return nullptr;
  auto* accumulator = reinterpret_cast<Accumulator*>(memory + shape.size() * sizeof(f32));
  accumulator->gradient = reinterpret_cast<f32*>(memory);
  accumulator->clear(shape);
  return accumulator;
}

void Accumulator::clear(const Shape& shape) {
  sums = {};
  __builtin_memset(gradient, 0, shape.size() * sizeof(f32));
}

}  // namespace lora
