// What the calls on adapter sets share: finding the set and checking the arguments all of them
// have.
#pragma once

#include "engine.hpp"

namespace lora {

inline i32 status_of(Outcome outcome) {
  static_assert(i32(Outcome::ok) == LORA_OK && i32(Outcome::range) == LORA_E_RANGE);
  static_assert(i32(Outcome::nonfinite) == LORA_E_NONFINITE && i32(Outcome::full) == LORA_E_MEMORY);
  static_assert(i32(Outcome::no_forward) == LORA_E_STATE);
  return static_cast<i32>(outcome);
}

// The set where handle and scope are valid, or instead of the scope the number of a category behind
// all scopes; else nullptr, and `refusal` says which of them is not.
AdapterSet* find_scope(u32 handle, u32 scope);
AdapterSet* find_adapter(u32 handle, u32 index);
i32 refusal(u32 handle);

// Calls `use` with the set where the handle is valid.
template <class Use>
auto with_set(u32 handle, Use use) -> decltype(use(*find_set(handle))) {
  AdapterSet* set = find_set(handle);
  if (set == nullptr) return LORA_E_HANDLE;
  return use(*set);
}

// Calls `use` with the set where handle and scope are valid.
template <class Use>
auto with_scope(u32 handle, u32 scope, Use use) -> decltype(use(*find_set(handle))) {
  AdapterSet* set = find_scope(handle, scope);
  return set == nullptr ? refusal(handle) : use(*set);
}

// As with_scope, for the number of a scope or, behind those, of a category.
template <class Use>
auto with_adapter(u32 handle, u32 index, Use use) -> decltype(use(*find_set(handle))) {
  AdapterSet* set = find_adapter(handle, index);
  return set == nullptr ? refusal(handle) : use(*set);
}

// As with_scope, where the set takes that many rows from there; inlined, as every query comes here.
template <class Use>
i32 with_rows(u32 handle, u32 scope, u32 rows, u32 source, Use use) {
  if (source > LORA_FROM_TRANSFER) return LORA_E_OPTION;
  AdapterSet* set = find_set(handle);
  if (set == nullptr) return LORA_E_HANDLE;
  if (scope >= set->scopes()) return LORA_E_SCOPE;
  return rows - 1 < set->batch() ? use(*set) : LORA_E_SHAPE;
}

}  // namespace lora
