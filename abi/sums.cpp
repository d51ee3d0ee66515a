// The boundary's functions of sums of adapters.
#include "../core/copy.hpp"
#include "sets.hpp"

using namespace lora;

namespace {

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

constinit const ObjectKind lora::kSumKind{
    [](void* object) { static_cast<DeltaSum*>(object)->destroy(engine.arena); }};

extern "C" {

int32_t lora_sum_create(uint32_t in, uint32_t out, uint32_t capacity) {
  if (!is_dim(in) || !is_dim(out)) return LORA_E_SHAPE;
  if (capacity < 2 || capacity > LORA_MAX_SUM) return LORA_E_RANGE;
  if (!engine.open()) return LORA_E_MEMORY;
  return publish(Kind::sum, DeltaSum::create(engine.arena, in, out, capacity));
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
    if (of.has_shift() && adapters.space() == nullptr) return LORA_E_STATE;
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
