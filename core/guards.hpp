// What holds an adapter back: weight decay, clipped gradients, a largest delta, decay to the base.
// An edition without guards has none of it, and these are then always off.
#pragma once

#include "edition.hpp"

namespace lora {

inline f64 weight_decay(const f64* options) {
  return kEdition.guards ? options[kWeightDecay] : 0;
}

inline f64 max_gradient(const f64* options) {
  return kEdition.guards ? options[kClip] : 0;
}

inline bool has_limits(const f64* options) {
  return kEdition.guards && (options[kMaxDelta] != 0 || options[kDecay] != 0);
}

// What PyTorch's clip_grad_norm_ multiplies a gradient of this norm by.
inline f64 clip_factor(const f64* options, f64 norm) {
  const f64 max_norm = max_gradient(options);
  return max_norm == 0 ? 1 : min(1.0, max_norm / (norm + 1e-6));
}

// B times 1 - share.
void decay(Adapter& adapter, const Method& method, f64 share);

// After a step: decay, and the largest delta.
void keep_limits(Adapter& adapter, const Method& method, const f64* options);

// Powers of 2 that bring A back to about the size it had at creation, and B by the inverse; returns
// what A was multiplied by.
f32 balance(Adapter& adapter, const Method& method);

}  // namespace lora
