// Placing I/O vectors, and the list of the shared ones.
#include "io.hpp"

namespace lora {

void Io::place(f32* memory, const Shape& shape, u32 batch) {
  __builtin_memset(memory, 0, floats(shape, batch) * sizeof(f32));
  const usize out = usize{batch} * shape.out_padded();
  x = memory;
  y = x + usize{batch} * shape.in_padded();
  g = y + out;
  h = g + out;
  last = nullptr;
}

struct SharedIo::Entry {
  Io io;
  Shape shape;
  u32 batch;
  u32 users;
  Entry* next;
};

Io* SharedIo::acquire(Arena& arena, u32 in, u32 out, u32 batch) {
  const Shape shape{in, out, kMaxRank};
  for (Entry* entry = first_; entry != nullptr; entry = entry->next) {
    if (entry->shape == shape && entry->batch == batch) {
      ++entry->users;
      return &entry->io;
    }
  }
  const usize vectors = Io::floats(shape, batch) * sizeof(f32);
  auto* memory = static_cast<u8*>(arena.allocate(vectors + sizeof(Entry)));
  if (memory == nullptr) return nullptr;
  auto* entry = reinterpret_cast<Entry*>(memory + vectors);
  entry->io.place(reinterpret_cast<f32*>(memory), shape, batch);
  entry->shape = shape;
  entry->batch = batch;
  entry->users = 1;
  entry->next = first_;
  first_ = entry;
  return &entry->io;
}

void SharedIo::release(Arena& arena, const Io* io) {
  for (Entry** link = &first_; *link != nullptr; link = &(*link)->next) {
    Entry* entry = *link;
    if (&entry->io != io) continue;
    if (--entry->users == 0) {
      *link = entry->next;
      arena.release(entry->io.x);
    }
    return;
  }
}

}  // namespace lora
