// What is done to adapters between gradients: scaling, decay, balance.
#include "guards.hpp"

#include "gram.hpp"

namespace lora {

namespace {

// B times a factor, and what the state knows of it.
void scale_b(Adapter& adapter, const Method& method, f64 factor) {
  // Below this, squares of weights are about to be denormal.
  constexpr f32 kMinSquares = 1e-36f;
  scale_by(adapter.b, method.shape.b_size(), static_cast<f32>(factor));
  if (sum_of_squares(adapter.b, method.shape.b_size()) < kMinSquares) {
    __builtin_memset(adapter.b, 0, method.shape.b_size() * sizeof(f32));
    // A factorisation of zeros divides by 0.
    forget_weights(adapter, method);
    return;
  }
  if (method.optimizer->preconditions) Gram(method, adapter.state).scale(1, factor);
}

}  // namespace

void decay(Adapter& adapter, const Method& method, f64 share) {
  scale_b(adapter, method, 1 - share);
  if (kEdition.spaces && adapter.clicks != nullptr) {
    adapter.clicks->shifted = adapter.clicks->shifted && share < 1;
    scale_by(adapter.clicks->shift, method.shape.out_padded(), static_cast<f32>(1 - share));
  }
}

void keep_limits(Adapter& adapter, const Method& method, const f64* options) {
  if (options[kDecay] != 0) decay(adapter, method, options[kDecay]);
  if (options[kMaxDelta] != 0) {
    const f64 norm = delta_norm(adapter, method);
    if (norm > options[kMaxDelta]) scale_b(adapter, method, options[kMaxDelta] / norm);
  }
}

// Powers of 2, so that no bit of the product changes. Without it, noise lets A grow and B shrink,
// or the other way round, until one of them is lost.
f32 balance(Adapter& adapter, const Method& method) {
  const Shape& shape = method.shape;
  const Optimizer& optimizer = *method.optimizer;
  const f64 start = shape.rank / 3.0;  // the trace of A A^T at creation
  const f64 now = optimizer.preconditions ? trace(Gram(method, adapter.state).a, shape.rank)
                                          : f64{sum_of_squares(adapter.a, shape.a_size())};
  f64 factor = 1;
  while (now * factor * factor > 4 * start) factor /= 2;
  while (now > 0 && now * factor * factor < start / 16) factor *= 2;
  if (factor == 1) return 1;
  // The bound only grows, so one that is too large says nothing yet.
  const f64 largest_factor = max(factor, 1 / factor);
  if (!(adapter.bound * largest_factor < kMaxF32)) find_bound(adapter, shape);
  if (!(adapter.bound * largest_factor < kMaxF32 && largest_factor < kMaxF32)) return 1;
  const f32 of_a = static_cast<f32>(factor);
  const f32 of_b = static_cast<f32>(1 / factor);
  if (kEdition.moments && !scale_moments(adapter, method, of_a, of_b)) return 1;
  scale_by(adapter.a, shape.a_size(), of_a);
  scale_by(adapter.b, shape.b_size(), of_b);
  adapter.bound *= largest_factor;
  if (optimizer.preconditions) Gram(method, adapter.state).scale(factor, 1 / factor);
  return of_a;
}

}  // namespace lora
