// State of optimizers: [numbers, to whole cache lines][moments]. Every step is checked in full
// before it is taken.
#include "optimizer.hpp"

#include "accumulator.hpp"
#include "dense_step.hpp"
#include "factored_step.hpp"
#include "gram.hpp"
#include "guards.hpp"

namespace lora {

namespace {

constexpr usize kLine = 8;  // f64 numbers of a cache line

usize head(const Method& method) {
  return round_up(state_numbers(method), kLine);
}

}  // namespace

usize state_numbers(const Method& method) {
  if (method.optimizer->preconditions) return Gram::size(method.shape.rank);
  return method.optimizer->moments != 0 ? 1 : 0;
}

usize state_size(const Method& method) {
  // A moment has as many f32 as the weights.
  return head(method) + method.optimizer->moments * method.shape.size() / 2;
}

f32* moments(const Adapter& adapter, const Method& method, u32 order) {
  if (!kEdition.moments || order >= method.optimizer->moments) return nullptr;
  return reinterpret_cast<f32*>(adapter.state + head(method)) + order * method.shape.size();
}

usize dense_floats(const Method& method) {
  const u32 rank = method.shape.rank;
  return method.shape.size() + padded(2 * rank * rank);
}

void find_moment_bound(Adapter& adapter, const Method& method) {
  const f32* m = moments(adapter, method, 0);
  const f32* v = moments(adapter, method, 1);
  for (usize i = 0; i < method.shape.size(); ++i) {
    const f64 divisor = v == nullptr ? 1 : sqrt(f64{v[i]}) + kMinEpsilon;
    moment_bound(adapter) = max(moment_bound(adapter), abs(f64{m[i]}) / divisor);
  }
}

bool scale_moments(Adapter& adapter, const Method& method, f32 of_a, f32 of_b) {
  const Shape& shape = method.shape;
  const u32 count = method.optimizer->moments;
  const f64 largest_factor = f64{max(of_a, of_b)};
  f64 factor = largest_factor;
  for (u32 order = 0; order < count; ++order, factor *= factor) {
    if (!(f64{largest(moments(adapter, method, order), shape.size())} * factor < kMaxF32)) {
      return false;
    }
  }
  // A velocity scales as its weights do. Moments of adam are of gradients, which scale as the
  // inverse.
  const bool velocity = count == 1;
  f32 in_a = velocity ? of_a : of_b;
  f32 in_b = velocity ? of_b : of_a;
  for (u32 order = 0; order < count; ++order, in_a *= in_a, in_b *= in_b) {
    f32* moment = moments(adapter, method, order);
    scale_by(moment, shape.a_size(), in_a);
    scale_by(moment + shape.a_size(), shape.b_size(), in_b);
  }
  if (velocity) moment_bound(adapter) *= largest_factor;
  return true;
}

void reset_state(Adapter& adapter, const Method& method) {
  __builtin_memset(adapter.state, 0, state_size(method) * sizeof(f64));
  adapter.steps = 0;
  if (adapter.accumulator != nullptr) adapter.accumulator->clear(method.shape);
  forget_weights(adapter, method);
}

void forget_weights(Adapter& adapter, const Method& method) {
  if (method.optimizer->preconditions) Gram(method, adapter.state).stale = 1;
}

void copy_learned(Adapter& to, const Adapter& from, const Method& method) {
  __builtin_memcpy(to.a, from.a, method.shape.size() * sizeof(f32));
  __builtin_memcpy(to.state, from.state, state_size(method) * sizeof(f64));
  if (kEdition.spaces && to.clicks != nullptr) {
    to.clicks->copy(*from.clicks, method.shape.out_padded());
  }
  to.bound = from.bound;
  to.steps = from.steps;
}

bool prepare(Adapter& from, const Method& method, const Examples& examples, Step& step) {
  step.fresh = examples.fresh;
  return is_factored(*method.optimizer, step.options, examples.rows)
             ? prepare_factored(from, method, examples, step)
             : prepare_dense(from, method, examples, step);
}

f32 apply(Adapter& adapter, const Method& method, const Step& step, const Examples& examples) {
  const f64* options = step.options;
  const bool preconditions = method.optimizer->preconditions;
  const f64 decay = weight_decay(options);
  if (preconditions && decay != 0) {
    scale_by(adapter.a, method.shape.size(), static_cast<f32>(1 - options[kRate] * decay));
  }
  if (step.gradient != nullptr) {
    apply_dense(adapter, method, step);
  } else {
    apply_factored(adapter, method, step, examples);
  }
  adapter.bound = step.bound;
  if (step.exact) find_bound(adapter, method.shape);
  adapter.steps += 1;
  if (preconditions) {
    Gram gram(method, adapter.state);
    gram.age += 1;
    gram.stale = step.gradient != nullptr || !step.fresh || decay != 0 ? 1 : 0;
    if (gram.stale != 0) {
      gram.refresh(adapter, method.shape);
    } else {
      update_gram(gram.a, gram.rank, step.d, examples.h, step.x_squares);
      update_gram(gram.b, gram.rank, step.c, step.q, step.g_squares);
    }
  } else if (!has_limits(options)) {
    return 1;
  }
  if (kEdition.guards) keep_limits(adapter, method, options);
  return balance(adapter, method);
}

}  // namespace lora
