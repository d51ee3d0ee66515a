// The three vectors through which a caller and an adapter set meet, of its own or shared.
#pragma once

#include "adapter.hpp"
#include "arena.hpp"

namespace lora {

class AdapterSet;

struct Io {
  f32* x;                  // (in), padded
  f32* y;                  // (out), padded
  f32* g;                  // (out), padded
  const AdapterSet* last;  // whose forward x and y belong to

  static usize floats(const Shape& shape) {
    return usize{shape.in_padded()} + 2 * usize{shape.out_padded()};
  }

  // Zeroed vectors in the floats(shape) from `memory` on.
  void place(f32* memory, const Shape& shape);
};

// One Io for all the sets of a shape that agree to share it; it lives as long as any of them.
class SharedIo {
 public:
  // nullptr where the arena is full.
  Io* acquire(Arena& arena, const Shape& shape);
  void release(Arena& arena, const Io* io);

 private:
  struct Entry;
  Entry* first_ = nullptr;
};

}  // namespace lora
