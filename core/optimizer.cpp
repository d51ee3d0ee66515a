// State of optimizers: [numbers, to whole cache lines][moments].
#include "optimizer.hpp"

#include "accumulator.hpp"

namespace lora {

namespace {

constexpr usize kLine = 8;  // f64 numbers of a cache line

usize head(const Method& method) {
  return round_up(state_numbers(method), kLine);
}

}  // namespace

usize state_numbers(const Method& method) {
  return method.optimizer->numbers(method.shape.rank);
}

usize state_size(const Method& method) {
  // A moment has as many f32 as the weights.
  return head(method) + method.optimizer->moments * method.shape.size() / 2;
}

f32* moments(const Adapter& adapter, const Method& method, u32 order) {
  if (order >= method.optimizer->moments) return nullptr;
  return reinterpret_cast<f32*>(adapter.state + head(method)) + order * method.shape.size();
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
  if (method.optimizer->forget_weights != nullptr)
    method.optimizer->forget_weights(adapter, method);
}

void copy_learned(Adapter& to, const Adapter& from, const Method& method) {
  __builtin_memcpy(to.a, from.a, method.shape.size() * sizeof(f32));
  __builtin_memcpy(to.state, from.state, state_size(method) * sizeof(f64));
  to.bound = from.bound;
  to.steps = from.steps;
}

void end_step(Adapter& adapter, const Method& method, const Step& step) {
  adapter.bound = step.bound;
  if (step.exact) find_bound(adapter, method.shape);
  adapter.steps += 1;
}

}  // namespace lora
