// Which adapter answers, and which ones learn from a step.
#include "adapter_set.hpp"

namespace lora {

namespace {

constexpr f32 kLargestReward = 2;

}  // namespace

// One block: [A and B of every adapter][x y g h][the set][the adapters][the Io]
AdapterSet* AdapterSet::create(Arena& arena, const SetSpec& spec, Io* shared) {
  const Shape& shape = spec.shape;
  const u64 count = u64{spec.scopes} + spec.categories;
  const u64 weights = count * (shape.a_size() + shape.b_size()) * sizeof(f32);
  const u64 vectors = shared == nullptr ? Io::floats(shape, spec.batch) * sizeof(f32) : 0;
  const u64 own_io = shared == nullptr ? sizeof(Io) : 0;
  auto* memory = static_cast<u8*>(
      arena.allocate(weights + vectors + sizeof(AdapterSet) + count * sizeof(Adapter) + own_io));
  if (memory == nullptr) return nullptr;

  auto* set = reinterpret_cast<AdapterSet*>(memory + weights + vectors);
  set->alpha_ = spec.alpha;
  set->rate_ = spec.rate;
  set->shape_ = shape;
  set->scopes_ = spec.scopes;
  set->categories_ = spec.categories;
  set->batch_ = spec.batch;
  set->seed_ = spec.seed;
  set->residual_ = spec.residual;
  set->fallback_ = true;
  set->shares_io_ = shared != nullptr;
  set->memory_ = memory;
  set->adapters_ = reinterpret_cast<Adapter*>(set + 1);
  u8* tail = reinterpret_cast<u8*>(set->adapters_ + count);
  set->io_ = shared == nullptr ? reinterpret_cast<Io*>(tail) : shared;
  if (shared == nullptr) {
    set->io_->place(reinterpret_cast<f32*>(memory + weights), shape, spec.batch);
  }

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

bool AdapterSet::answer_and_step(u32 scope, const f32* x, f32 x_squares, const f32* h,
                                 const f32* target, f64& squares) {
  Adapter& own = adapters_[scope];
  if (!answer_and_apply(own, shape_, alpha(), static_cast<f32>(rate_), x, x_squares, h, target,
                        io_->y, squares)) {
    return false;
  }
  own.started = true;
  own.adapt_count += 1;
  return true;
}

Outcome AdapterSet::learn(u32 scope, u32 rows, f32* x, f32* target, f32* scratch, f64& loss) {
  const Adapter& answered = answering(scope);
  const u32 rank = shape_.rank;
  const u32 in = shape_.in_padded();
  const u32 out = shape_.out_padded();
  seal(x, shape_.in, rows);
  seal(target, shape_.out, rows);
  // Scratch: [y][what take_step needs][h][squares of x]
  f32* y = scratch;
  f32* of_step = y + usize{rows} * out;
  f32* h = of_step + usize{rows} * (out + 5 * rank);
  f32* squares = h + rows * rank;
  for (u32 j = 0; j < rows; ++j) {
    squares[j] = project_and_square(answered.a, rank, x + usize{j} * in, in, h + j * rank);
    if (!is_finite(squares[j])) return Outcome::nonfinite;
  }
  for (u32 i = 0; i < rows * rank; ++i) {
    if (!is_finite(h[i])) return Outcome::nonfinite;
  }
  const bool fits = rank == 2 && rows == 1 && residual_ && category_of(scope) == nullptr;
  if (!fits || !answer_and_step(scope, x, squares[0], h, target, loss)) {
    for (u32 j = 0; j < rows; ++j) {
      f32 c[kMaxRank];
      for (u32 k = 0; k < rank; ++k) c[k] = alpha() * h[j * rank + k];
      f32* answer = y + usize{j} * out;
      expand(answered.b, rank, c, residual_ ? x + usize{j} * in : nullptr, out, answer);
      subtract_from(answer, out, target + usize{j} * out);
    }
    if (!take_step(scope, {rows, x, squares, h, target}, of_step, loss)) return Outcome::nonfinite;
    __builtin_memcpy(io_->y, y, usize{rows} * out * sizeof(f32));
  }
  loss = 0.5 * loss / rows;
  keep_forward(scope, rows, x, h);
  return Outcome::ok;
}

Outcome AdapterSet::adapt_with_reward(u32 scope, f32 reward, f32* g, f32* scratch) {
  if (last_scope_ != scope || last_rows_ != 1 || io_->last != this) return Outcome::no_forward;
  const u32 in = shape_.in_padded();
  seal(io_->x, shape_.in, 1);
  const f64 length = norm(io_->x, in);
  const f64 clamped = max(min(reward, kLargestReward), -kLargestReward);
  // Where x is not finite, neither is g, and adapt refuses it.
  scale(io_->x, length == 0 ? 0 : -clamped / length, in, g);
  return adapt(scope, 1, g, scratch);
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
