// The allocator: 64-byte aligned blocks out of one stretch of memory, freed and reused.
#pragma once

#include "base.hpp"

namespace lora {

class Arena {
 public:
  // 64-byte aligned, contents undefined; nullptr, and nothing changed, where no free block is large
  // enough.
  void* allocate(u64 bytes);
  void release(void* pointer);

  // Takes in what was added to the end of memory since the last call; the first call opens the
  // arena.
  void extend();

  // What blocks in use take, their headers and rounding included.
  usize used() const { return used_; }
  usize free() const { return size_ - used_; }
  // The largest allocation that would succeed now.
  usize largest_free() const;
  // Bytes asked for by the last allocation that failed.
  u64 wanted() const { return wanted_; }

 private:
  struct Block;

  Block* at(u32 offset) const;
  u32 offset_of(const Block* block) const;
  Block* after(const Block* block) const;
  void link(Block* block);
  void unlink(Block* block);
  // Makes [block, block + size) free and joins it with free neighbours.
  void make_free(Block* block, u32 size);

  u8* base_ = nullptr;
  u32 size_ = 0;
  u32 used_ = 0;
  u32 first_free_ = 0;
  u64 wanted_ = 0;
};

}  // namespace lora
