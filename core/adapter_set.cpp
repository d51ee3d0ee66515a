// Which adapter answers, and which ones learn from a step.
#include "adapter_set.hpp"

namespace lora {

namespace {

constexpr f32 kLargestReward = 2;

}  // namespace

// One block: [A and B of every adapter][x y g][the set][the adapters][the Io][h]
AdapterSet* AdapterSet::create(Arena& arena, const SetSpec& spec, Io* shared) {
  const Shape& shape = spec.shape;
  const u64 count = u64{spec.scopes} + spec.categories;
  const u64 weights = count * (shape.a_size() + shape.b_size()) * sizeof(f32);
  const u64 vectors = shared == nullptr ? Io::floats(shape) * sizeof(f32) : 0;
  const u64 own_io = shared == nullptr ? sizeof(Io) : 0;
  auto* memory =
      static_cast<u8*>(arena.allocate(weights + vectors + sizeof(AdapterSet) +
                                      count * sizeof(Adapter) + own_io + shape.rank * sizeof(f32)));
  if (memory == nullptr) return nullptr;

  auto* set = reinterpret_cast<AdapterSet*>(memory + weights + vectors);
  set->alpha_ = spec.alpha;
  set->rate_ = spec.rate;
  set->shape_ = shape;
  set->scopes_ = spec.scopes;
  set->categories_ = spec.categories;
  set->seed_ = spec.seed;
  set->residual_ = spec.residual;
  set->fallback_ = true;
  set->shares_io_ = shared != nullptr;
  set->memory_ = memory;
  set->adapters_ = reinterpret_cast<Adapter*>(set + 1);
  u8* tail = reinterpret_cast<u8*>(set->adapters_ + count);
  set->io_ = shared == nullptr ? reinterpret_cast<Io*>(tail) : shared;
  set->h_ = reinterpret_cast<f32*>(tail + own_io);
  if (shared == nullptr) set->io_->place(reinterpret_cast<f32*>(memory + weights), shape);

  f32* next = reinterpret_cast<f32*>(memory);
  for (u32 i = 0; i < count; ++i) {
    Adapter& adapter = set->adapters_[i];
    adapter.a = next;
    adapter.b = next + shape.a_size();
    adapter.category = kNoCategory;
    next = adapter.b + shape.b_size();
  }
  set->reset_all();
  return set;
}

void AdapterSet::set_category(u32 scope, u32 category) {
  adapters_[scope].category = category;
  forget_forward();
}

void AdapterSet::set_fallback(bool on) {
  fallback_ = on;
  forget_forward();
}

Adapter* AdapterSet::category_of(u32 scope) {
  const u32 category = adapters_[scope].category;
  return fallback_ && category != kNoCategory ? &adapters_[scopes_ + category] : nullptr;
}

Adapter& AdapterSet::answering(u32 scope) {
  Adapter& own = adapters_[scope];
  Adapter* category = own.started ? nullptr : category_of(scope);
  return category == nullptr ? own : *category;
}

Outcome AdapterSet::forward(u32 scope, f32* x) {
  const Adapter& adapter = answering(scope);
  const u32 rank = shape_.rank;
  const u32 in = shape_.in_padded();
  seal(x, shape_.in);
  f32 h[kMaxRank];
  project(adapter.a, rank, x, in, h);
  f32 c[kMaxRank];
  for (u32 k = 0; k < rank; ++k) {
    if (!is_finite(h[k])) return Outcome::nonfinite;
    c[k] = alpha() * h[k];
  }
  for (u32 k = 0; k < rank; ++k) h_[k] = h[k];
  expand(adapter.b, rank, c, residual_ ? x : nullptr, shape_.out_padded(), io_->y);
  if (x != io_->x) __builtin_memcpy(io_->x, x, in * sizeof(f32));
  last_scope_ = scope;
  io_->last = this;
  adapters_[scope].forward_count += 1;
  return Outcome::ok;
}

Outcome AdapterSet::adapt(u32 scope, f32* g, f32* scratch) {
  if (last_scope_ != scope || io_->last != this) return Outcome::no_forward;
  Adapter& own = adapters_[scope];
  Adapter& answered = answering(scope);
  Adapter* category = category_of(scope);
  f32* x = io_->x;
  const u32 rank = shape_.rank;
  const u32 out = shape_.out_padded();
  const f32 rate = static_cast<f32>(rate_);
  seal(x, shape_.in);
  seal(g, shape_.out);
  const f32 x_squared = sum_of_squares(x, shape_.in_padded());
  if (!is_finite(x_squared)) return Outcome::nonfinite;

  Step step;
  if (!prepare(answered, shape_, alpha(), rate, h_, g, x, x_squared, step)) {
    return Outcome::nonfinite;
  }

  if (category == nullptr) {
    apply(own, shape_, step, g, x);
  } else if (category == &answered) {
    copy_weights(own, answered, shape_);
    apply(own, shape_, step, g, x);
    apply(*category, shape_, step, g, x);
  } else {
    // The residual is in both outputs and cancels: alpha (Bc^T Ac x - B^T h) is the difference.
    f32 h[kMaxRank];
    f32 c[kMaxRank];
    project(category->a, rank, x, shape_.in_padded(), h);
    for (u32 k = 0; k < rank; ++k) c[k] = alpha() * h[k];
    expand(category->b, rank, c, g, out, scratch);
    for (u32 k = 0; k < rank; ++k) c[k] = -(alpha() * h_[k]);
    expand(own.b, rank, c, scratch, out, scratch);
    Step category_step;
    if (!prepare(*category, shape_, alpha(), rate, h, scratch, x, x_squared, category_step)) {
      return Outcome::nonfinite;
    }
    apply(own, shape_, step, g, x);
    apply(*category, shape_, category_step, scratch, x);
  }
  own.started = true;
  own.adapt_count += 1;
  return Outcome::ok;
}

Outcome AdapterSet::adapt_with_reward(u32 scope, f32 reward, f32* g, f32* scratch) {
  if (last_scope_ != scope || io_->last != this) return Outcome::no_forward;
  const u32 in = shape_.in_padded();
  seal(io_->x, shape_.in);
  const f64 length = norm(io_->x, in);
  const f64 clamped = max(min(reward, kLargestReward), -kLargestReward);
  // Where x is not finite, neither is g, and adapt refuses it.
  scale(io_->x, length == 0 ? 0 : -clamped / length, in, g);
  return adapt(scope, g, scratch);
}

void AdapterSet::initialize(u32 index) {
  lora::initialize(adapters_[index], shape_, Rng(seed_, index));
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
