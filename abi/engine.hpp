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
  f32* transfer = nullptr;  // LORA_TRANSFER floats, and as many of scratch
  f32* scratch = nullptr;

  // Makes the two vectors where there is room for them; every create function asks for it first.
  bool open() {
    if (transfer != nullptr) return true;
    auto* vectors = static_cast<f32*>(arena.allocate(2 * LORA_TRANSFER * sizeof(f32)));
    if (vectors == nullptr) return false;
    transfer = vectors;
    scratch = vectors + LORA_TRANSFER;
    return true;
  }
};

extern Engine engine;

inline Trajectories* find_ring(u32 handle) {
  return static_cast<Trajectories*>(engine.handles.find(handle, Kind::trajectories));
}

inline bool is_dim(u32 value) {
  return value >= 1 && value <= LORA_MAX_DIM;
}

}  // namespace lora
