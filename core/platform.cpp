// Memory for the arena, and the memory functions a compiler may call where there is no libc.
#include "platform.hpp"

#if defined(__wasm__)

// Set by the linker: the first byte after static data and stack.
extern "C" lora::u8 __heap_base;

namespace lora {

namespace {
constexpr usize kPage = 65536;
}

u8* memory_base() {
  return reinterpret_cast<u8*>(round_up(reinterpret_cast<usize>(&__heap_base), 64));
}

usize memory_size() {
  // 65536 pages of 64 KiB end at 2^32, which wraps to 0 and still subtracts to the right size.
  return __builtin_wasm_memory_size(0) * kPage - reinterpret_cast<usize>(memory_base());
}

bool memory_grow(usize bytes) {
  const usize pages = bytes / kPage + (bytes % kPage != 0);
  return __builtin_wasm_memory_grow(0, pages) != static_cast<usize>(-1);
}

}  // namespace lora

#if !defined(__wasm_bulk_memory__)

extern "C" {

void* memset(void* to, int byte, size_t count) {
  auto* bytes = static_cast<lora::u8*>(to);
  for (size_t i = 0; i < count; ++i) bytes[i] = static_cast<lora::u8>(byte);
  return to;
}

// Nearly all copies are of vectors: whole words, aligned.
void* memcpy(void* to, const void* from, size_t count) {
  typedef uint32_t __attribute__((may_alias)) Word;
  auto* to_bytes = static_cast<lora::u8*>(to);
  auto* bytes = static_cast<const lora::u8*>(from);
  size_t i = 0;
  if (((reinterpret_cast<size_t>(to) | reinterpret_cast<size_t>(from)) & 3) == 0) {
    for (; i + 4 <= count; i += 4) {
      *reinterpret_cast<Word*>(to_bytes + i) = *reinterpret_cast<const Word*>(bytes + i);
    }
  }
  for (; i < count; ++i) to_bytes[i] = bytes[i];
  return to;
}
}

#endif

#else

// How far a native program can grow; -D changes it.
#if !defined(LORA_NATIVE_MEMORY)
#define LORA_NATIVE_MEMORY (256u << 20)
#endif
static_assert(LORA_NATIVE_MEMORY % 64 == 0);

namespace lora {

namespace {
// In .bss: untouched pages cost nothing.
alignas(64) u8 memory[LORA_NATIVE_MEMORY];
usize size = 0;
}  // namespace

u8* memory_base() {
  return memory;
}

usize memory_size() {
  return size;
}

bool memory_grow(usize bytes) {
  // Pages are of 64 bytes here: the arena has no use for less.
  if (bytes > LORA_NATIVE_MEMORY - size) return false;
  size += round_up(bytes, 64);
  return true;
}

}  // namespace lora

#endif
