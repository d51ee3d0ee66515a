// The boundary's functions that take adapters apart and put them together: matrices and numbers for
// files, copies, base matrices, and sums.
#include "../core/copy.hpp"
#include "../core/state.hpp"
#include "sets.hpp"

using namespace lora;

static_assert(LORA_ACCUMULATED_B + 1 == kMatrices);

namespace {

// Numbers go through the transfer vector, which is aligned for them.
f64* numbers() {
  return reinterpret_cast<f64*>(engine.transfer);
}

bool has_numbers(usize count) {
  return engine.reserve(2 * count, 0);
}

// Calls `use` where all four arguments are valid.
template <class Use>
i32 with_row(u32 handle, u32 index, u32 matrix, u32 row, Use use) {
  return with_adapter(handle, index, [&](AdapterSet& set) -> i32 {
    if (matrix >= kMatrices) return LORA_E_OPTION;
    if (row >= set.shape().rank) return LORA_E_SHAPE;
    return use(set, static_cast<Matrix>(matrix));
  });
}

template <class Use>
auto with_sum(u32 handle, Use use) -> decltype(use(*find_sum(handle))) {
  DeltaSum* sum = find_sum(handle);
  if (sum == nullptr) return LORA_E_HANDLE;
  return use(*sum);
}

// Calls `use` where the sum and the adapter are of one shape.
template <class Use>
i32 with_sum_and_adapter(u32 sum, u32 set, u32 index, Use use) {
  return with_sum(sum, [=](DeltaSum& of) {
    return with_adapter(set, index, [&](AdapterSet& adapters) -> i32 {
      const Shape& shape = adapters.shape();
      if (shape.in != of.in() || shape.out != of.out()) return LORA_E_SHAPE;
      return use(of, adapters);
    });
  });
}

}  // namespace

extern "C" {

int32_t lora_read_row(uint32_t handle, uint32_t index, uint32_t matrix, uint32_t row) {
  return with_row(handle, index, matrix, row, [=](AdapterSet& set, Matrix which) {
    return read_row(set, index, which, row, engine.transfer) ? LORA_OK : LORA_E_STATE;
  });
}

int32_t lora_write_row(uint32_t handle, uint32_t index, uint32_t matrix, uint32_t row) {
  return with_row(handle, index, matrix, row, [=](AdapterSet& set, Matrix which) {
    if (!all_finite(engine.transfer, columns(set, which))) return LORA_E_NONFINITE;
    return status_of(write_row(set, engine.arena, index, which, row, engine.transfer));
  });
}

int32_t lora_read_numbers(uint32_t handle, uint32_t index) {
  return with_adapter(handle, index, [=](AdapterSet& set) -> i32 {
    const usize count = number_count(set);
    if (!has_numbers(count)) return LORA_E_MEMORY;
    read_numbers(set, index, numbers());
    return static_cast<i32>(count);
  });
}

int32_t lora_write_numbers(uint32_t handle, uint32_t index, uint32_t count) {
  return with_adapter(handle, index, [=](AdapterSet& set) -> i32 {
    if (count != number_count(set) || 2 * usize{count} > engine.transfer_size) return LORA_E_SHAPE;
    return status_of(write_numbers(set, engine.arena, index, numbers()));
  });
}

int32_t lora_read_forward(uint32_t handle) {
  return with_adapter(handle, 0, [](AdapterSet& set) -> i32 {
    if (!has_numbers(max_forward_numbers(set))) return LORA_E_MEMORY;
    return static_cast<i32>(read_forward(set, numbers()));
  });
}

int32_t lora_write_forward(uint32_t handle, uint32_t count) {
  return with_adapter(handle, 0, [=](AdapterSet& set) -> i32 {
    if (count < kForwardH || count > engine.transfer_size / 2) return LORA_E_SHAPE;
    return status_of(write_forward(set, numbers(), count));
  });
}

int32_t lora_reserve_transfer(uint32_t floats) {
  return engine.reserve(floats, 0) ? LORA_OK : LORA_E_MEMORY;
}

int32_t lora_copy(uint32_t to, uint32_t from, uint32_t with_options) {
  AdapterSet* source = find_set(from);
  if (source == nullptr) return LORA_E_HANDLE;
  return with_adapter(to, 0, [=](AdapterSet& set) -> i32 {
    if (with_options > 1) return LORA_E_OPTION;
    if (!is_alike(set, *source)) return LORA_E_SHAPE;
    return status_of(copy_set(set, engine.arena, *source, with_options == 1));
  });
}

int32_t lora_merge_row(uint32_t handle, uint32_t scope, uint32_t row, double weight) {
  return with_scope(handle, scope, [=](AdapterSet& set) -> i32 {
    const Shape& shape = set.shape();
    if (row >= shape.out) return LORA_E_SHAPE;
    if (!fits_f32(weight)) return LORA_E_NONFINITE;
    f32* w = engine.transfer;
    zero_padding(w, shape.in, 1);
    merge_row(set, scope, row, static_cast<f32>(weight), w);
    return all_finite(w, shape.in) ? LORA_OK : LORA_E_NONFINITE;
  });
}

int32_t lora_sum_create(uint32_t in, uint32_t out, uint32_t capacity) {
  if (!is_dim(in) || !is_dim(out)) return LORA_E_SHAPE;
  if (capacity < 2 || capacity > LORA_MAX_SUM) return LORA_E_RANGE;
  if (!engine.open()) return LORA_E_MEMORY;
  DeltaSum* sum = DeltaSum::create(engine.arena, in, out, capacity);
  if (sum == nullptr) return LORA_E_MEMORY;
  const u32 handle = engine.handles.add(engine.arena, Kind::sum, sum);
  if (handle != 0) return static_cast<i32>(handle);
  sum->destroy(engine.arena);
  return LORA_E_MEMORY;
}

int32_t lora_sum_add(uint32_t sum, uint32_t set, uint32_t index, double weight) {
  return with_sum_and_adapter(sum, set, index, [=](DeltaSum& of, AdapterSet& adapters) -> i32 {
    if (2 * adapters.shape().rank > of.capacity()) return LORA_E_SHAPE;
    if (!fits_f32(weight)) return LORA_E_NONFINITE;
    of.add(adapters.effective_of(index), adapters.method(), weight);
    return LORA_OK;
  });
}

int32_t lora_sum_take(uint32_t sum, uint32_t set, uint32_t index, uint32_t mean, double max_norm) {
  return with_sum_and_adapter(sum, set, index, [=](DeltaSum& of, AdapterSet& adapters) -> i32 {
    if (mean > 1) return LORA_E_OPTION;
    if (!(max_norm >= 0) || !fits_f32(max_norm)) return LORA_E_RANGE;
    return take_sum(adapters, index, of, mean == 1, max_norm) ? LORA_OK : LORA_E_NONFINITE;
  });
}

double lora_sum_kept(uint32_t handle) {
  return with_sum(handle, [](DeltaSum& sum) { return sum.kept(); });
}

double lora_sum_lost(uint32_t handle) {
  return with_sum(handle, [](DeltaSum& sum) { return sum.lost(); });
}
}
