// State of optimizers, and what is done to adapters between gradients: scaling, decay, balance.
#include "optimizer_state.hpp"

#include "gram.hpp"

namespace lora {

usize state_size(const Method& method) {
  const usize size = method.shape.size() / 2;  // of as many f32
  switch (method.optimizer) {
    case Optimizer::sgd:
      return 0;
    case Optimizer::momentum:
      return kHead + size;
    case Optimizer::preconditioned:
      return round_up(Gram::size(method.shape.rank), kHead);
    default:
      return kHead + 2 * size;
  }
}

usize state_numbers(const Method& method) {
  switch (method.optimizer) {
    case Optimizer::sgd:
      return 0;
    case Optimizer::preconditioned:
      return Gram::size(method.shape.rank);
    default:
      return 1;
  }
}

f32* moments(const Adapter& adapter, const Method& method, u32 order) {
  const usize offset = kHead + order * method.shape.size() / 2;
  const bool has = method.optimizer != Optimizer::preconditioned && offset < state_size(method);
  return has ? reinterpret_cast<f32*>(adapter.state + offset) : nullptr;
}

void find_moment_bound(Adapter& adapter, const Method& method) {
  const f32* m = moments(adapter, method, 0);
  const f32* v = moments(adapter, method, 1);
  for (usize i = 0; i < method.shape.size(); ++i) {
    const f64 divisor = v == nullptr ? 1 : sqrt(f64{v[i]}) + kMinEpsilon;
    adapter.state[0] = max(adapter.state[0], abs(f64{m[i]}) / divisor);
  }
}

usize dense_floats(const Method& method) {
  const u32 rank = method.shape.rank;
  return method.shape.size() + padded(2 * rank * rank);
}

void reset_state(Adapter& adapter, const Method& method) {
  __builtin_memset(adapter.state, 0, state_size(method) * sizeof(f64));
  adapter.steps = 0;
  if (adapter.accumulator != nullptr) adapter.accumulator->clear(method.shape);
  forget_weights(adapter, method);
}

void forget_weights(Adapter& adapter, const Method& method) {
  if (method.optimizer == Optimizer::preconditioned) Gram(method, adapter.state).stale = 1;
}

void copy_learned(Adapter& to, const Adapter& from, const Method& method) {
  __builtin_memcpy(to.a, from.a, method.shape.size() * sizeof(f32));
  __builtin_memcpy(to.state, from.state, state_size(method) * sizeof(f64));
  to.bound = from.bound;
  to.steps = from.steps;
}

void scale_b(Adapter& adapter, const Method& method, f64 factor) {
  // Below this, squares of weights are about to be denormal.
  constexpr f32 kMinSquares = 1e-36f;
  scale_by(adapter.b, method.shape.b_size(), static_cast<f32>(factor));
  if (sum_of_squares(adapter.b, method.shape.b_size()) < kMinSquares) {
    clear(adapter.b, method.shape.b_size());
    // A factorisation of zeros divides by 0.
    forget_weights(adapter, method);
    return;
  }
  if (method.optimizer == Optimizer::preconditioned) {
    Gram(method, adapter.state).scale(1, factor);
  }
}

// Powers of 2, so that no bit of the product changes. Without it, noise lets A grow and B shrink,
// or the other way round, until one of them is lost.
f32 balance(Adapter& adapter, const Method& method) {
  const Shape& shape = method.shape;
  const f64 start = shape.rank / 3.0;  // the trace of A A^T at creation
  const bool preconditioned = method.optimizer == Optimizer::preconditioned;
  const f64 now = preconditioned ? trace(Gram(method, adapter.state).a, shape.rank)
                                 : f64{sum_of_squares(adapter.a, shape.a_size())};
  f64 factor = 1;
  while (now * factor * factor > 4 * start) factor /= 2;
  while (now > 0 && now * factor * factor < start / 16) factor *= 2;
  if (factor == 1) return 1;
  // The bound only grows, so one that is too large says nothing yet.
  const f64 most = max(factor, 1 / factor);
  if (!(adapter.bound * most < kMaxF32)) find_bound(adapter, shape);
  if (!(adapter.bound * most < kMaxF32 && most < kMaxF32)) return 1;
  for (u32 order = 0; order < 2; ++order) {
    const f32* m = moments(adapter, method, order);
    const f64 scale = order == 0 ? most : most * most;
    if (m != nullptr && !(f64{largest(m, shape.size())} * scale < kMaxF32)) return 1;
  }
  const f32 of_a = static_cast<f32>(factor);
  const f32 of_b = static_cast<f32>(1 / factor);
  scale_by(adapter.a, shape.a_size(), of_a);
  scale_by(adapter.b, shape.b_size(), of_b);
  adapter.bound *= most;
  if (preconditioned) {
    Gram(method, adapter.state).scale(factor, 1 / factor);
  } else if (method.optimizer != Optimizer::sgd) {
    auto* m = reinterpret_cast<f32*>(adapter.state + kHead);
    // A velocity scales as its weights do. Gradients, whose moments adam keeps, scale as the
    // inverse.
    const bool velocity = method.optimizer == Optimizer::momentum;
    scale_by(m, shape.a_size(), velocity ? of_a : of_b);
    scale_by(m + shape.a_size(), shape.b_size(), velocity ? of_b : of_a);
    if (velocity) {
      adapter.state[0] *= most;
    } else {
      f32* v = m + shape.size();
      scale_by(v, shape.a_size(), of_b * of_b);
      scale_by(v + shape.a_size(), shape.b_size(), of_a * of_a);
    }
  }
  return of_a;
}

void decay(Adapter& adapter, const Method& method, f64 share) {
  scale_b(adapter, method, 1 - share);
}

}  // namespace lora
