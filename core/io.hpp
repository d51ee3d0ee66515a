// The vectors through which a caller and an adapter set meet, of its own or shared: `batch` rows of
// each, of which single calls use the first.
#pragma once

#include "adapter.hpp"
#include "arena.hpp"

namespace lora {

class AdapterSet;

struct Io {
  f32* x;                  // (batch, in), rows padded
  f32* y;                  // (batch, out), rows padded
  f32* g;                  // (batch, out), rows padded
  f32* h;                  // (batch, rank): A x of the last forward
  const AdapterSet* last;  // whose forward x, y and h belong to

  // An even number, for what follows.
  static usize floats(const Shape& shape, u32 batch) {
    const usize row = usize{shape.in_padded()} + 2 * usize{shape.out_padded()} + shape.rank;
    return round_up(batch * row, 2);
  }

  // Zeroed vectors in the floats(shape, batch) from `memory` on.
  void place(f32* memory, const Shape& shape, u32 batch);
};

// One Io for all the sets of one in, out and batch that agree to share it, whatever their ranks; it
// lives as long as any of them.
class SharedIo {
 public:
  // nullptr where the arena is full.
  Io* acquire(Arena& arena, u32 in, u32 out, u32 batch);
  void release(Arena& arena, const Io* io);

 private:
  struct Entry;
  Entry* first_ = nullptr;
};

}  // namespace lora
