// The one engine of a process or wasm instance, and what the files of the boundary share.
#pragma once

#include "../core/adapter_set.hpp"
#include "../core/delta_sum.hpp"
#include "../core/embedding_space.hpp"
#include "../core/math.hpp"
#include "../core/policy.hpp"
#include "../core/trajectory_buffer.hpp"
#include "handles.hpp"
#include "lora.h"

namespace lora {

struct Engine {
  Arena arena;
  HandleTable handles;
  SharedIo shared_io;
  f32* transfer = nullptr;
  usize transfer_size = 0;
  f32* scratch = nullptr;  // for use within a call
  usize scratch_size = 0;

  // Makes the transfer vector where there is room for it; every create function asks for it first.
  bool open() { return reserve(LORA_TRANSFER, 0); }

  // They become longer, and then move, or nothing changes.
  bool reserve(usize of_transfer, usize of_scratch) {
    f32* longer = allocate_longer(of_transfer, transfer_size);
    f32* more = longer == nullptr ? nullptr : allocate_longer(of_scratch, scratch_size);
    if (more == nullptr) {
      if (longer != nullptr && longer != &kept) arena.release(longer);
      return false;
    }
    replace(transfer, transfer_size, longer, of_transfer);
    replace(scratch, scratch_size, more, of_scratch);
    return true;
  }

 private:
  // Stands for a vector that is long enough already.
  f32 kept = 0;

  f32* allocate_longer(usize wanted, usize size) {
    return wanted <= size ? &kept : static_cast<f32*>(arena.allocate(u64{wanted} * sizeof(f32)));
  }

  void replace(f32*& vector, usize& size, f32* longer, usize wanted) {
    if (longer == &kept) return;
    if (vector != nullptr) arena.release(vector);
    vector = longer;
    size = wanted;
  }
};

extern Engine engine;

// Numbers go through the transfer vector, which is aligned for them.
inline f64* numbers() {
  return reinterpret_cast<f64*>(engine.transfer);
}

// By Kind; a kind that the edition lacks has no row, and no object.
extern const ObjectKind* const kObjectKinds[kKinds];
extern const ObjectKind kSetKind;
extern const ObjectKind kTrajectoryBufferKind;
extern const ObjectKind kSumKind;
extern const ObjectKind kSpaceKind;
extern const ObjectKind kPolicyKind;

inline AdapterSet* find_set(u32 handle) {
  return static_cast<AdapterSet*>(engine.handles.find(handle, Kind::set));
}
inline TrajectoryBuffer* find_trajectory_buffer(u32 handle) {
  return static_cast<TrajectoryBuffer*>(engine.handles.find(handle, Kind::trajectory_buffer));
}
inline EmbeddingSpace* find_space(u32 handle) {
  return static_cast<EmbeddingSpace*>(engine.handles.find(handle, Kind::space));
}
inline Policy* find_policy(u32 handle) {
  return static_cast<Policy*>(engine.handles.find(handle, Kind::policy));
}
inline DeltaSum* find_sum(u32 handle) {
  return static_cast<DeltaSum*>(engine.handles.find(handle, Kind::sum));
}

// A handle of a new object; without one left the object is destroyed, and it is LORA_E_MEMORY.
i32 publish(Kind kind, void* object);

inline bool fits_f32(f64 value) {
  return is_finite(static_cast<f32>(value));
}

inline bool all_finite(const f32* values, usize count) {
  for (usize i = 0; i < count; ++i) {
    if (!is_finite(values[i])) return false;
  }
  return true;
}

inline bool is_dim(u32 value) {
  return value >= 1 && value <= LORA_MAX_DIM;
}

}  // namespace lora
