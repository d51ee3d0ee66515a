// What the calls on adapter sets share: finding the set and checking the arguments all of them
// have.
#pragma once

#include "engine.hpp"

namespace lora {

inline AdapterSet* find_set(u32 handle) {
  return static_cast<AdapterSet*>(engine.handles.find(handle, Kind::set));
}

inline i32 status_of(Outcome outcome) {
  static_assert(i32(Outcome::ok) == LORA_OK && i32(Outcome::range) == LORA_E_RANGE);
  static_assert(i32(Outcome::nonfinite) == LORA_E_NONFINITE && i32(Outcome::full) == LORA_E_MEMORY);
  static_assert(i32(Outcome::no_forward) == LORA_E_STATE);
  return static_cast<i32>(outcome);
}

// Calls `use` with the set where handle and scope are valid.
template <class Use>
auto with_scope(u32 handle, u32 scope, Use use) -> decltype(use(*find_set(handle))) {
  AdapterSet* set = find_set(handle);
  if (set == nullptr) return LORA_E_HANDLE;
  if (scope >= set->scopes()) return LORA_E_SCOPE;
  return use(*set);
}

// As with_scope, for the number of a scope or, behind those, of a category.
template <class Use>
auto with_adapter(u32 handle, u32 index, Use use) -> decltype(use(*find_set(handle))) {
  AdapterSet* set = find_set(handle);
  if (set == nullptr) return LORA_E_HANDLE;
  if (index >= set->scopes() + set->categories()) return LORA_E_SCOPE;
  return use(*set);
}

// As with_scope, where the set takes that many rows from there.
template <class Use>
i32 with_rows(u32 handle, u32 scope, u32 rows, u32 source, Use use) {
  if (source > LORA_FROM_TRANSFER) return LORA_E_OPTION;
  return with_scope(handle, scope, [=](AdapterSet& set) {
    return rows - 1 < set.batch() ? use(set) : LORA_E_SHAPE;
  });
}

}  // namespace lora
