// The two calls of every query, compiled for speed.
#include "sets.hpp"

using namespace lora;

extern "C" {

int32_t lora_forward(uint32_t handle, uint32_t scope, uint32_t rows, uint32_t source) {
  return with_rows(handle, scope, rows, source, [=](AdapterSet& set) {
    f32* x = set.io().x;
    if (source == LORA_FROM_TRANSFER) {
      x = engine.transfer;
      spread(x, set.shape().in, rows, x);
    }
    return status_of(set.forward(scope, rows, x, engine.scratch));
  });
}

int32_t lora_adapt(uint32_t handle, uint32_t scope, uint32_t rows, uint32_t source) {
  return with_rows(handle, scope, rows, source, [=](AdapterSet& set) {
    f32* g = set.io().g;
    if (source == LORA_FROM_TRANSFER) {
      g = engine.transfer;
      spread(g, set.shape().out, rows, g);
    }
    return status_of(set.adapt(scope, rows, g, engine.scratch));
  });
}
}
