// Best fit over a list of free blocks; neighbours are joined at once, so nothing fragments for
// good.
#include "arena.hpp"

#include "platform.hpp"

namespace lora {

namespace {
constexpr u32 kAlign = 64;
constexpr u32 kNone = 0;
constexpr u32 kUsed = 1;
}  // namespace

// The header lies in the 16 bytes before a 64-byte boundary, and sizes are multiples of 64: so
// every payload is aligned and costs 16 bytes more than itself, rounded up.
struct Arena::Block {
  u32 size;  // with kUsed in the lowest bit
  u32 size_before;
  u32 next_free;
  u32 previous_free;

  u32 bytes() const { return size & ~kUsed; }
  bool used() const { return size & kUsed; }
};

Arena::Block* Arena::at(u32 offset) const {
  return reinterpret_cast<Block*>(base_ + offset);
}

u32 Arena::offset_of(const Block* block) const {
  return static_cast<u32>(reinterpret_cast<const u8*>(block) - base_);
}

Arena::Block* Arena::after(const Block* block) const {
  return at(offset_of(block) + block->bytes());
}

void Arena::link(Block* block) {
  block->previous_free = kNone;
  block->next_free = first_free_;
  if (first_free_ != kNone) at(first_free_)->previous_free = offset_of(block);
  first_free_ = offset_of(block);
}

void Arena::unlink(Block* block) {
  if (block->previous_free != kNone) {
    at(block->previous_free)->next_free = block->next_free;
  } else {
    first_free_ = block->next_free;
  }
  if (block->next_free != kNone) at(block->next_free)->previous_free = block->previous_free;
}

void Arena::make_free(Block* block, u32 size) {
  block->size = size;
  Block* next = after(block);
  if (!next->used()) {
    unlink(next);
    block->size += next->bytes();
  }
  if (block->size_before != 0) {
    Block* before = at(offset_of(block) - block->size_before);
    if (!before->used()) {
      unlink(before);
      before->size += block->size;
      block = before;
    }
  }
  after(block)->size_before = block->size;
  link(block);
}

// Layout: [48 bytes unused][blocks ...][a used block of size 0 that ends the walk].
void Arena::extend() {
  constexpr u32 kLead = kAlign - sizeof(Block);
  const u32 available = static_cast<u32>(min<u64>(memory_size(), 0xffffffc0) / kAlign * kAlign);
  if (base_ == nullptr) {
    if (available < 2 * kAlign) return;
    base_ = memory_base();
    Block* first = at(kLead);
    first->size_before = 0;
    first->size = 0 | kUsed;
    size_ = kAlign;
  }
  const u32 added = available - size_;
  if (added == 0) return;
  Block* end = at(size_ - sizeof(Block));
  Block* new_end = at(available - sizeof(Block));
  new_end->size = 0 | kUsed;
  new_end->size_before = added;
  size_ = available;
  make_free(end, added);
}

void* Arena::allocate(u64 bytes) {
  const u64 needed = (bytes + sizeof(Block) + kAlign - 1) / kAlign * kAlign;
  Block* best = nullptr;
  for (u32 offset = first_free_; offset != kNone; offset = at(offset)->next_free) {
    Block* block = at(offset);
    if (block->size < needed || (best != nullptr && block->size >= best->size)) continue;
    best = block;
    if (block->size == needed) break;
  }
  if (best == nullptr) {
    wanted_ = bytes;
    return nullptr;
  }
  unlink(best);
  const u32 taken = static_cast<u32>(needed);
  const u32 rest = best->size - taken;
  best->size = taken | kUsed;
  if (rest != 0) {
    Block* remainder = after(best);
    remainder->size_before = taken;
    make_free(remainder, rest);
  }
  used_ += taken;
  return best + 1;
}

void Arena::release(void* pointer) {
  Block* block = static_cast<Block*>(pointer) - 1;
  used_ -= block->bytes();
  make_free(block, block->bytes());
}

usize Arena::largest_free() const {
  u32 largest = 0;
  for (u32 offset = first_free_; offset != kNone; offset = at(offset)->next_free) {
    largest = max(largest, at(offset)->size);
  }
  return largest == 0 ? 0 : largest - sizeof(Block);
}

}  // namespace lora
