// The boundary's functions that take adapters apart and put them together: matrices and numbers for
// files, copies, and base matrices.
#include "../core/state.hpp"

#include "../core/copy.hpp"
#include "sets.hpp"

using namespace lora;

static_assert(LORA_A == static_cast<u32>(Matrix::a));
static_assert(LORA_B == static_cast<u32>(Matrix::b));
static_assert(LORA_MOMENT_A == static_cast<u32>(Matrix::moment_a));
static_assert(LORA_MOMENT_B == static_cast<u32>(Matrix::moment_b));
static_assert(LORA_SECOND_MOMENT_A == static_cast<u32>(Matrix::second_moment_a));
static_assert(LORA_SECOND_MOMENT_B == static_cast<u32>(Matrix::second_moment_b));
static_assert(LORA_ACCUMULATED_A == static_cast<u32>(Matrix::accumulated_a));
static_assert(LORA_ACCUMULATED_B == static_cast<u32>(Matrix::accumulated_b));
static_assert(LORA_SHIFT == static_cast<u32>(Matrix::shift));
static_assert(LORA_SHIFT + 1 == kMatrices);

namespace {

bool has_numbers(usize count) {
  return engine.reserve(2 * count, 0);
}

// Calls `use` where all four arguments are valid.
template <class Use>
i32 with_row(u32 handle, u32 index, u32 matrix, u32 row, Use use) {
  return with_adapter(handle, index, [&](AdapterSet& set) -> i32 {
    if (matrix >= kMatrices) return LORA_E_OPTION;
    const auto which = static_cast<Matrix>(matrix);
    return row < rows(set, which) ? use(set, which) : LORA_E_SHAPE;
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

int32_t lora_has_learned(uint32_t handle, uint32_t index) {
  return with_adapter(handle, index,
                      [=](AdapterSet& set) -> i32 { return set.adapter(index).started; });
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
}
