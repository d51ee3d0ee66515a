// The one stretch of memory that the arena manages, on each kind of machine.
#pragma once

#include "base.hpp"

namespace lora {

// 64-byte aligned; the same address for ever.
u8* memory_base();

// Bytes from memory_base() to the end of memory.
usize memory_size();

// Adds at least `bytes` to the end, or nothing at all and returns false.
bool memory_grow(usize bytes);

}  // namespace lora
