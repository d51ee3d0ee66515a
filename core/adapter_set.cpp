// Which adapter answers, and which ones learn from a step.
#include "adapter_set.hpp"

#include "dense_step.hpp"
#include "guards.hpp"

namespace lora {

namespace {

constexpr f64 kMaxReward = 2;

}  // namespace

// One block: [A and B of every adapter][state of every adapter][x y g h][the set][the adapters]
// [the Io]
AdapterSet* AdapterSet::create(Arena& arena, const SetSpec& spec, Io* shared) {
  const Shape& shape = spec.method.shape;
  const u64 count = u64{spec.scopes} + spec.categories;
  const u64 weights = count * shape.size() * sizeof(f32);
  const u64 states = count * state_size(spec.method) * sizeof(f64);
  const u64 vectors = shared == nullptr ? Io::floats(shape, spec.batch) * sizeof(f32) : 0;
  const u64 own_io = shared == nullptr ? sizeof(Io) : 0;
  auto* memory = static_cast<u8*>(arena.allocate(weights + states + vectors + sizeof(AdapterSet) +
                                                 count * sizeof(Adapter) + own_io));
  if (memory == nullptr) return nullptr;

  auto* state = reinterpret_cast<f64*>(memory + weights);
  u8* own_vectors = memory + weights + states;
  auto* set = reinterpret_cast<AdapterSet*>(own_vectors + vectors);
  set->method_ = spec.method;
  set->scopes_ = spec.scopes;
  set->categories_ = spec.categories;
  set->batch_ = spec.batch;
  set->seed_ = spec.seed;
  set->residual_ = spec.residual;
  set->fallback_ = true;
  set->shares_io_ = shared != nullptr;
  set->explorations_ = nullptr;
  set->adapters_ = reinterpret_cast<Adapter*>(set + 1);
  u8* tail = reinterpret_cast<u8*>(set->adapters_ + count);
  set->io_ = shared == nullptr ? reinterpret_cast<Io*>(tail) : shared;
  if (shared == nullptr) set->io_->place(reinterpret_cast<f32*>(own_vectors), shape, spec.batch);

  f32* next = reinterpret_cast<f32*>(memory);
  for (u32 i = 0; i < count; ++i) {
    Adapter& adapter = set->adapters_[i];
    adapter.a = next;
    adapter.b = next + shape.a_size();
    adapter.state = state;
    adapter.accumulator = nullptr;
    adapter.category = kNoCategory;
    for (f64& option : adapter.options) option = 0;
    adapter.options[kRate] = spec.rate;
    adapter.options[kRatio] = 1;
    adapter.options[kBeta1] = 0.9;
    adapter.options[kBeta2] = 0.999;
    adapter.options[kEpsilon] = 1e-8;
    next = adapter.b + shape.b_size();
    state += state_size(spec.method);
  }
  set->reset_all();
  return set;
}

void AdapterSet::destroy(Arena& arena) {
  for (u32 i = 0; i < scopes_; ++i) {
    const Adapter& adapter = adapters_[i];
    if (adapter.accumulator != nullptr) adapter.accumulator->destroy(arena);
  }
  if (explorations_ != nullptr) arena.release(explorations_[0].noise);
  arena.release(adapters_[0].a);
}

usize AdapterSet::scratch_floats(const Method& method, u32 batch, u32 candidates) {
  const usize row = 3 * usize{method.shape.out_padded()} + 8 * usize{method.shape.rank};
  return 2 * dense_floats(method) + padded(batch) + kBlock + batch * row + padded(4 * candidates);
}

void AdapterSet::set_option_of_all(Option option, f64 value) {
  for (u32 i = 0; i < scopes_ + categories_; ++i) set_option(i, option, value);
}

void AdapterSet::set_category(u32 scope, u32 category) {
  adapters_[scope].category = category;
  forget_forward();
}

void AdapterSet::set_fallback(bool on) {
  fallback_ = on;
  forget_forward();
}

bool AdapterSet::answer(u32 scope, u32 rows, f32* x, f32* h, f32* squares) const {
  const Adapter& answered = effective(scope);
  const Shape& shape = method_.shape;
  const u32 in = shape.in_padded();
  zero_padding(x, shape.in, rows);
  project_rows(answered.a, shape.rank, x, in, rows, h);
  // As adapt sums them, because a preconditioned step has the bits of it.
  for (u32 j = 0; j < rows; ++j) {
    squares[j] = sum_of_squares(x + usize{j} * in, in);
    if (!is_finite(squares[j])) return false;
  }
  for (u32 i = 0; i < rows * shape.rank; ++i) {
    if (!is_finite(h[i])) return false;
  }
  return true;
}

Outcome AdapterSet::learn(u32 scope, const Batch& batch, f32* scratch, f64& value) {
  const Shape& shape = method_.shape;
  const u32 rank = shape.rank;
  const u32 out = shape.out_padded();
  const u32 rows = batch.rows;
  // Scratch after the whole matrices: [squares of x][y][gradients of contrast, and 2 f64 of each
  // candidate][h][what take_step needs]
  f32* squares = scratch + 2 * dense_floats(method_);
  f32* y = squares + padded(rows);
  f32* g = y + usize{rows} * out;
  auto* weights = reinterpret_cast<f64*>(g + usize{rows} * out);
  f32* h = g + usize{rows} * out + padded(4 * batch.candidates);
  f32* rest = h + padded(rows * rank);
  const bool contrasts = batch.candidates != 0;
  if (!contrasts) g = batch.targets;
  zero_padding(batch.targets, shape.out, max(rows, batch.candidates));
  if (!answer(scope, rows, batch.x, h, squares)) return Outcome::nonfinite;
  value = 0;
  if (rows == 1 && residual_ && !contrasts && batch.loss.kind == LossKind::mse &&
      !batch.loss.mean && category_of(scope) == nullptr &&
      method_.optimizer->learn_at_once != nullptr &&
      method_.optimizer->learn_at_once(adapters_[scope], method_, batch.x, squares[0], h,
                                       batch.targets, io_->y, value)) {
    value *= 0.5;
    finish_step(adapters_[scope], 1, 1, h);
  } else {
    const Adapter& answered = effective(scope);
    for (u32 j = 0; j < rows; ++j) {
      f32 c[kMaxRank];
      for (u32 k = 0; k < rank; ++k) c[k] = alpha() * h[j * rank + k];
      f32* answer = y + usize{j} * out;
      f32* gradient = g + usize{j} * out;
      expand(answered.b, rank, c, residual_ ? batch.x + usize{j} * out : nullptr, out, answer);
      const Wanted wanted{method_.optimizer->curved, f64{squares[j]}};
      value += contrasts ? contrast(batch.contrast, answer, batch.targets, batch.candidates, j,
                                    out, wanted, weights, gradient)
                         : loss(batch.loss, answer, gradient, shape.out, wanted);
    }
    value /= rows;
    if (!take_step(scope, {rows, true, batch.x, squares, h, g}, scratch, rest)) {
      return Outcome::nonfinite;
    }
    __builtin_memcpy(io_->y, y, usize{rows} * out * sizeof(f32));
  }
  keep_forward(scope, rows, batch.x, h);
  fresh_ = false;
  return Outcome::ok;
}

Outcome AdapterSet::accumulate(Arena& arena, u32 scope, u32 rows, f32* g, f32* scratch) {
  if (!has_forward(scope, rows)) return Outcome::no_forward;
  Adapter& own = adapters_[scope];
  const bool first = own.accumulator == nullptr;
  if (first) own.accumulator = Accumulator::create(arena, method_.shape);
  if (own.accumulator == nullptr) return Outcome::full;
  const Examples examples = last_examples(rows, g, scratch);
  f32* rest = scratch + padded(rows);
  Step step = new_step(own, rows, nullptr, rest);
  if (examples.rows != 0 &&
      add_gradients(effective(scope), method_, examples, step, own.accumulator->sums,
                    own.accumulator->gradient)) {
    return Outcome::ok;
  }
  if (first) {
    own.accumulator->destroy(arena);
    own.accumulator = nullptr;
  }
  return Outcome::nonfinite;
}

Outcome AdapterSet::step(u32 scope, f32* scratch) {
  Adapter& own = adapters_[scope];
  Adapter& answered = effective(scope);
  if (own.accumulator == nullptr || own.accumulator->sums.rows == 0) return Outcome::empty;
  f32* none = nullptr;
  Step step = new_step(own, 0, scratch, none);
  const Optimizer& optimizer = *method_.optimizer;
  const auto prepare = [&](Step& to_take) {
    to_take.share = 1;
    return optimizer.prepare_sum(answered, method_, own.accumulator->sums,
                                 own.accumulator->gradient, to_take);
  };
  if (!prepare(step)) return Outcome::nonfinite;
  if (&answered != &own) {
    Step other = new_step(answered, 0, scratch + dense_floats(method_), none);
    if (!prepare(other)) return Outcome::nonfinite;
    copy_learned(own, answered, method_);
    optimizer.apply(answered, method_, other, {});
  }
  optimizer.apply(own, method_, step, {});
  own.accumulator->clear(method_.shape);
  own.started = true;
  own.adapt_count += 1;
  forget_forward();
  return Outcome::ok;
}

// One block: [noise of every scope][the explorations]
bool AdapterSet::prepare_exploration(Arena& arena) {
  if (explorations_ != nullptr) return true;
  const u32 out = method_.shape.out_padded();
  const u64 noise = u64{scopes_} * out * sizeof(f32);
  auto* memory = static_cast<u8*>(arena.allocate(noise + scopes_ * sizeof(Exploration)));
  if (memory == nullptr) return false;
  explorations_ = reinterpret_cast<Exploration*>(memory + noise);
  for (u32 scope = 0; scope < scopes_; ++scope) {
    explorations_[scope].noise = reinterpret_cast<f32*>(memory) + usize{scope} * out;
    restart(scope);
  }
  return true;
}

// The streams of weights come first.
void AdapterSet::restart(u32 scope) {
  Exploration& exploration = explorations_[scope];
  exploration.rng = Rng(seed_, scopes_ + categories_ + scope);
  exploration.count = exploration.mean = exploration.variance = 0;
}

void AdapterSet::explore(u32 scope) {
  Exploration& exploration = explorations_[scope];
  const u32 out = method_.shape.out_padded();
  fill_normal(exploration.rng, exploration.noise, out);
  zero_padding(exploration.noise, method_.shape.out, 1);
  const f32 minus[1] = {static_cast<f32>(-adapters_[scope].options[kExplore])};
  subtract_outer(io_->y, 1, minus, exploration.noise, out, 1);
  explored_ = true;
}

Outcome AdapterSet::adapt_with_reward(u32 scope, f64 reward, f32* g, f32* scratch) {
  if (!has_forward(scope, 1)) return Outcome::no_forward;
  const Adapter& own = adapters_[scope];
  const Shape& shape = method_.shape;
  const u32 in = shape.in_padded();
  if (own.options[kExplore] == 0) {
    zero_padding(io_->x, shape.in, 1);
    const f64 length = norm(io_->x, in);
    const f64 clamped = max(min(reward, kMaxReward), -kMaxReward);
    // Where x is not finite, neither is g, and adapt refuses it.
    scale(io_->x, length == 0 ? 0 : -clamped / length, in, g);
    return adapt(scope, 1, g, scratch);
  }
  if (!explored_) return Outcome::no_forward;
  Exploration after = explorations_[scope];
  const f64 advantage = after.advantage(reward);
  const f64 sigma = own.options[kExplore];
  // A step moves y by about the rate times 1.5 sigma at most.
  const f64 factor = -advantage * sigma / (2 * sqrt(static_cast<f64>(shape.out)));
  scale(after.noise, factor, shape.out_padded(), g);
  const Outcome outcome = advantage == 0 ? Outcome::ok : adapt(scope, 1, g, scratch);
  if (outcome == Outcome::ok) explorations_[scope] = after;
  return outcome;
}

f64 Exploration::advantage(f64 reward) {
  constexpr f64 kMax = 3;        // standard deviations
  constexpr f64 kSlowest = 0.05;  // rate of the running mean and variance
  constexpr f64 kTrusted = 10;    // rewards after which the variance is believed
  count += 1;
  if (count == 1) {
    mean = reward;
    return 0;
  }
  const f64 difference = reward - mean;
  const f64 most = kMax * sqrt(variance);
  const f64 bounded =
      count > kTrusted && variance > 0 ? max(min(difference, most), -most) : difference;
  variance += max(1 / (count - 1), kSlowest) * (bounded * bounded - variance);
  mean += max(1 / count, kSlowest) * bounded;
  if (!(variance > 0)) return 0;
  return max(min(difference / sqrt(variance), kMax), -kMax);
}

void AdapterSet::decay(u32 scope, f64 share) {
  lora::decay(adapters_[scope], method_, share);
  lora::balance(adapters_[scope], method_);
  forget_forward();
}

void AdapterSet::initialize(u32 index) {
  lora::initialize(adapters_[index], method_.shape, Rng(seed_, index));
  reset_state(adapters_[index], method_);
  if (explorations_ != nullptr && index < scopes_) restart(index);
}

void AdapterSet::reset(u32 scope) {
  initialize(scope);
  forget_forward();
}

void AdapterSet::reset_all() {
  for (u32 i = 0; i < scopes_ + categories_; ++i) initialize(i);
  forget_forward();
}

}  // namespace lora
