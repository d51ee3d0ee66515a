// The one engine of a process or wasm instance, and what the files of the boundary share.
#pragma once

#include "../core/adapter_set.hpp"
#include "../core/trajectories.hpp"
#include "handles.hpp"
#include "lora.h"

namespace lora {

struct Engine {
  Arena arena;
  HandleTable handles;
  SharedIo shared_io;
  f32* transfer = nullptr;
  usize transfer_size = 0;
  f32* scratch = nullptr;  // for use within a call; directly behind the transfer vector
  usize scratch_size = 0;

  // Makes the two vectors where there is room for them; every create function asks for it first.
  bool open() { return reserve(LORA_TRANSFER, kScratch); }

  // They become longer, and move, or nothing changes.
  bool reserve(usize of_transfer, usize of_scratch) {
    if (of_transfer <= transfer_size && of_scratch <= scratch_size) return true;
    const usize first = max(of_transfer, transfer_size);
    const usize second = max(of_scratch, scratch_size);
    auto* vectors = static_cast<f32*>(arena.allocate(u64{first + second} * sizeof(f32)));
    if (vectors == nullptr) return false;
    if (transfer != nullptr) arena.release(transfer);
    transfer = vectors;
    transfer_size = first;
    scratch = vectors + first;
    scratch_size = second;
    return true;
  }

 private:
  // For any set whose batch is 1.
  static constexpr usize kScratch =
      AdapterSet::scratch_floats({LORA_MAX_DIM, LORA_MAX_DIM, LORA_MAX_RANK}, 1);
};

extern Engine engine;

inline Trajectories* find_ring(u32 handle) {
  return static_cast<Trajectories*>(engine.handles.find(handle, Kind::trajectories));
}

inline bool is_dim(u32 value) {
  return value >= 1 && value <= LORA_MAX_DIM;
}

}  // namespace lora
