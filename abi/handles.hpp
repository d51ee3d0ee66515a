// Handles: index and generation of a slot, so that a handle outlives its object without harm.
#pragma once

#include "../core/arena.hpp"

namespace lora {

enum class Kind : u8 { none, set, trajectory_buffer, sum, space, policy };
inline constexpr u32 kKinds = 6;

// A row of the table of an edition: what the boundary does with an object of a kind.
struct ObjectKind {
  void (*destroy)(void* object);
};

class HandleTable {
 public:
  // 0 where the arena is full or no index is left.
  u32 add(Arena& arena, Kind kind, void* object);

  // nullptr where the handle is stale, was never given out, or is of another kind. Inlined, with
  // kind_of, because every call comes this way.
  [[gnu::always_inline]] void* find(u32 handle, Kind kind) const {
    return kind_of(handle) == kind ? slots_[handle & kIndexMask].object : nullptr;
  }

  // Kind::none for a handle that is not valid.
  [[gnu::always_inline]] Kind kind_of(u32 handle) const {
    const u32 index = handle & kIndexMask;
    if (index >= capacity_ || slots_[index].generation != handle >> kIndexBits) return Kind::none;
    return slots_[index].kind;
  }

  // The handle must be valid.
  void remove(u32 handle);

 private:
  static constexpr u32 kIndexBits = 18;
  static constexpr u32 kIndexMask = (1u << kIndexBits) - 1;
  static constexpr u32 kGenerations = 1u << 13;
  static constexpr u32 kFirstCapacity = 512;

  struct Slot {
    union {
      void* object;
      u32 next_free;
    };
    u16 generation;
    Kind kind;
  };

  bool grow(Arena& arena);
  void append_free(u32 index);

  Slot* slots_ = nullptr;
  u32 capacity_ = 0;
  // First in, first out: a slot rests as long as possible before it is used again.
  u32 first_free_ = 0;
  u32 last_free_ = 0;
  u32 free_count_ = 0;
};

}  // namespace lora
