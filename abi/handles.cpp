// The slot table; it doubles, and its memory comes from the arena like everything else.
#include "handles.hpp"

namespace lora {

void HandleTable::append_free(u32 index) {
  slots_[index].kind = Kind::none;
  if (free_count_++ == 0) {
    first_free_ = index;
  } else {
    slots_[last_free_].next_free = index;
  }
  last_free_ = index;
}

bool HandleTable::grow(Arena& arena) {
  if (capacity_ > kIndexMask) return false;
  const u32 capacity = capacity_ == 0 ? kFirstCapacity : 2 * capacity_;
  auto* slots = static_cast<Slot*>(arena.allocate(u64{capacity} * sizeof(Slot)));
  if (slots == nullptr) return false;
  if (slots_ != nullptr) {
    __builtin_memcpy(slots, slots_, capacity_ * sizeof(Slot));
    arena.release(slots_);
  }
  slots_ = slots;
  for (u32 index = capacity_; index < capacity; ++index) {
    slots[index].generation = 1;
    append_free(index);
  }
  capacity_ = capacity;
  return true;
}

u32 HandleTable::add(Arena& arena, Kind kind, void* object) {
  if (free_count_ == 0 && !grow(arena)) return 0;
  const u32 index = first_free_;
  Slot& slot = slots_[index];
  first_free_ = slot.next_free;
  --free_count_;
  slot.object = object;
  slot.kind = kind;
  return u32{slot.generation} << kIndexBits | index;
}

void HandleTable::remove(u32 handle) {
  const u32 index = handle & kIndexMask;
  Slot& slot = slots_[index];
  // 0 is never a generation, so 0 is never a handle.
  slot.generation = slot.generation + 1u == kGenerations ? 1 : slot.generation + 1;
  append_free(index);
}

}  // namespace lora
