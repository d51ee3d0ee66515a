// What all losses have in common.
#include "losses.hpp"

namespace lora {

f64 loss_of_row(const Loss& loss, const f32* y, f32* target, u32 n, f64 delta, bool mean,
                const Wanted& wanted) {
  const f64 value = loss.value(y, target, padded(n), delta, wanted);
  if (!mean) return value;
  // The curvature of the mean is 1 / n too.
  if (!wanted.curved) scale(target, 1.0 / n, padded(n), target);
  return value / n;
}

}  // namespace lora
