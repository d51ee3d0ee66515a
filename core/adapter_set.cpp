// Which adapter a scope uses, and which ones learn from a step.
#include "adapter_set.hpp"

#include "guards.hpp"
#include "kernels_rank2.hpp"
#include "plain_step.hpp"

namespace lora {

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
  set->exploration_ = nullptr;
  set->membership_ = nullptr;
  set->pairs_ = 0;
  set->cosines_ = 0;
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
    adapter.clicks = nullptr;
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
  if (exploration() != nullptr) exploration_->destroy(arena);
  if (space() != nullptr) {
    membership_->space->release(arena);
    arena.release(membership_->mapped);
  }
  arena.release(adapters_[0].a);
}

// What `learn`, the largest user, takes of it, with both steps of take_step.
usize AdapterSet::scratch_floats(const Method& method, u32 batch, u32 candidates) {
  const usize coefficients = padded(batch * method.shape.rank);
  const usize answers = usize{batch} * method.shape.out_padded();
  const usize mapped =
      kEdition.spaces ? usize{batch} * method.shape.in_padded() + 2 * method.shape.out_padded() : 0;
  return mapped + padded(batch) + 3 * answers + padded(4 * candidates) + 8 * coefficients +
         2 * dense_floats(method);
}

// Adam stays bounded only where beta1 < sqrt(beta2), and where epsilon is not far below f32.
bool AdapterSet::accepts(u32 scope, Option which, f64 value) const {
  // 1 less a smaller share rounds to 1.
  constexpr f64 kMinDecay = 1e-7;
  const f64 beta1 = which == kBeta1 ? value : option(scope, kBeta1);
  const f64 beta2 = which == kBeta2 ? value : option(scope, kBeta2);
  if (which == kBeta1 || which == kBeta2) return value < 1 && beta1 * beta1 < beta2;
  if (which == kEpsilon) return value >= kMinEpsilon;
  if (which == kDecay) return value == 0 || (value >= kMinDecay && value <= 1);
  return true;
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

void AdapterSet::keep_forward(u32 scope, u32 rows, const f32* x, const f32* u, const f32* h) {
  const Shape& shape = method_.shape;
  const usize size = usize{rows} * shape.in_padded() * sizeof(f32);
  for (u32 i = 0; i < rows * shape.rank; ++i) io_->h[i] = h[i];
  if (x != io_->x) {
    if (kEdition.spaces && adapters_[scope].forward_count < kPairs) meet_inputs(rows, x);
    __builtin_memcpy(io_->x, x, size);
  }
  if (space() != nullptr) __builtin_memcpy(membership_->mapped, u, size);
  last_ = {scope, rows, true, false};
  io_->last = this;
  adapters_[scope].forward_count += rows;
}

Outcome AdapterSet::forward(u32 scope, u32 rows, f32* x, f32* scratch) {
  const Adapter& adapter = effective(scope);
  const Shape& shape = method_.shape;
  const u32 rank = shape.rank;
  const u32 in = shape.in_padded();
  zero_padding(x, shape.in, rows);
  const bool explores =
      kEdition.exploration && adapters_[scope].options[kExplore] != 0 && rows == 1;
  // The common case, without a loop and without memory between its two kernels.
  if (kEdition.fast_rank2 && rank == 2 && rows == 1 && residual_ && space() == nullptr) {
    const F32x4 s = rank2::project(adapter.a, x, in);
    const f32 h[2] = {s[0], s[1]};
    if (!is_finite(h[0]) || !is_finite(h[1])) return Outcome::nonfinite;
    rank2::expand_by(adapter.b, alpha() * h[0], alpha() * h[1], x, in, io_->y);
    keep_forward(scope, rows, x, x, h);
    if (explores) explore(scope);
    return Outcome::ok;
  }
  Scratch rest(scratch);
  const f32* u = space() == nullptr ? x : map_inputs(rows, x, rest);
  const f32 factor = alpha() * served(scope);
  f32* h = rest.take(rows * rank);
  f32* c = rest.take(rows * rank);
  project_rows(adapter.a, rank, u, in, rows, h);
  for (u32 i = 0; i < rows * rank; ++i) {
    if (!is_finite(h[i])) return Outcome::nonfinite;
    c[i] = factor * h[i];
  }
  expand_rows(adapter.b, rank, c, residual_ ? u : nullptr, shape.out_padded(), rows, io_->y);
  for (u32 j = 0; is_shifted(adapter) && j < rows; ++j) {
    add_shift(adapter, served(scope), io_->y + usize{j} * shape.out_padded());
  }
  keep_forward(scope, rows, x, u, h);
  if (explores) explore(scope);
  return Outcome::ok;
}

const f32* AdapterSet::score(u32 scope, f32* x, f32* candidates, u32 count, bool mapped,
                             f32* scratch) const {
  const Adapter& adapter = effective(scope);
  const Shape& shape = method_.shape;
  const u32 out = shape.out_padded();
  Scratch rest(scratch);
  f32* cosines = rest.take(count);
  f32* y = rest.take(out);
  f32 h[kMaxRank];
  zero_padding(x, shape.in, 1);
  zero_padding(candidates, shape.out, count);
  const f32* u = space() == nullptr ? x : map_inputs(1, x, rest);
  project(adapter.a, shape.rank, u, shape.in_padded(), h);
  expand_answer(adapter, u, h, served(scope), y);
  if (space() != nullptr && !mapped) map_documents(count, candidates);
  const f64 to_y = inverse_or_zero(norm(y, out));
  for (u32 i = 0; i < count; ++i) {
    const f32* candidate = candidates + usize{i} * out;
    const f64 to_candidate = inverse_or_zero(norm(candidate, out));
    cosines[i] = static_cast<f32>(dot(y, candidate, 4, out) * to_y * to_candidate);
    if (!is_finite(cosines[i])) return nullptr;
  }
  return cosines;
}

void AdapterSet::explore(u32 scope) {
  exploration_->add_noise(scope, adapters_[scope].options[kExplore], io_->y);
  last_.explored = true;
}

void AdapterSet::restore_forward(const LastForward& forward) {
  last_ = forward;
  io_->last = this;
}

Step AdapterSet::new_step(const Adapter& taker, u32 rows, f32* dense, Scratch& scratch) const {
  const u32 coefficients = rows * method_.shape.rank;
  Step step{};
  step.options = taker.options;
  step.dense = dense;
  step.c = scratch.take(coefficients);
  step.d = scratch.take(coefficients);
  step.q = scratch.take(coefficients);
  step.share = 1;
  return step;
}

bool AdapterSet::take_step(u32 scope, const Examples& examples, Scratch scratch, u32 clicked) {
  Adapter& own = adapters_[scope];
  Adapter& answered = effective(scope);
  Adapter* category = category_of(scope);
  const Shape& shape = method_.shape;
  const u32 rows = examples.rows;
  const u32 rank = shape.rank;
  const u32 in = shape.in_padded();
  const u32 out = shape.out_padded();
  if (kEdition.fast_rank2 && category == nullptr && step_at_once(own, method_, examples)) {
    finish_step(own, 1, 1, examples.h);
    return true;
  }
  Step step = new_step(own, rows, scratch.take(dense_floats(method_)), scratch);
  if (!prepare(answered, method_, examples, step)) return false;

  Step category_step;
  Examples of_category = examples;
  if (category != nullptr) {
    category_step = new_step(*category, rows, scratch.take(dense_floats(method_)), scratch);
    if (category != &answered) {
      of_category.h = scratch.take(rows * rank);
      f32* gradients = scratch.take(usize{rows} * out);
      of_category.g = gradients;
      of_category.fresh = true;
      // The residual is in both outputs and cancels: alpha (Bc^T Ac x - B^T h) is the difference.
      for (u32 j = 0; j < rows; ++j) {
        f32 c[kMaxRank];
        f32* g = gradients + usize{j} * out;
        f32* category_h = of_category.h + j * rank;
        project(category->a, rank, examples.x + usize{j} * in, in, category_h);
        for (u32 k = 0; k < rank; ++k) c[k] = alpha() * category_h[k];
        expand(category->b, rank, c, examples.g + usize{j} * out, out, g);
        for (u32 k = 0; k < rank; ++k) c[k] = -(alpha() * examples.h[j * rank + k]);
        expand(own.b, rank, c, g, out, g);
        add_shift(*category, 1, g);
        add_shift(own, -1, g);
      }
    }
    if (!prepare(*category, method_, of_category, category_step)) return false;
  }
  const bool clicks = kEdition.spaces && clicked != kNoPlace;
  if (clicks && !answered.clicks->accepts(examples.g, out)) return false;
  if (clicks && category != nullptr && !category->clicks->accepts(of_category.g, out)) return false;
  if (category == &answered) copy_learned(own, answered, method_);
  const f32 factor = apply(own, method_, step, examples);
  if (category != nullptr) apply(*category, method_, category_step, of_category);
  if (clicks) own.clicks->take(clicked, examples.g, out);
  if (clicks && category != nullptr) category->clicks->take(clicked, of_category.g, out);
  finish_step(own, rows, factor, examples.h);
  return true;
}

void AdapterSet::finish_step(Adapter& own, u32 rows, f32 factor, f32* h) {
  for (u32 i = 0; factor != 1 && i < rows * method_.shape.rank; ++i) h[i] *= factor;
  last_.fresh = false;
  own.started = true;
  own.adapt_count += 1;
}

Examples AdapterSet::last_examples(u32 rows, f32* g, f32* squares) {
  const Shape& shape = method_.shape;
  const u32 in = shape.in_padded();
  f32* u = inputs();
  zero_padding(u, shape.in, rows);
  zero_padding(g, shape.out, rows);
  for (u32 j = 0; j < rows; ++j) {
    squares[j] = sum_of_squares(u + usize{j} * in, in);
    if (!is_finite(squares[j])) return {};
  }
  return {rows, last_.fresh, u, squares, io_->h, g};
}

Outcome AdapterSet::adapt(u32 scope, u32 rows, f32* g, f32* scratch) {
  if (!has_forward(scope, rows)) return Outcome::no_forward;
  Scratch rest(scratch);
  const Examples examples = last_examples(rows, g, rest.take(rows));
  const bool taken = examples.rows != 0 && take_step(scope, examples, rest);
  return taken ? Outcome::ok : Outcome::nonfinite;
}

void AdapterSet::initialize(u32 index) {
  lora::initialize(adapters_[index], method_.shape, Rng(seed_, index));
  reset_state(adapters_[index], method_);
  if (space() != nullptr) point_at_directions(adapters_[index]);
  if (index < scopes_ && caution(index) != nullptr) *caution(index) = {};
  if (exploration() != nullptr && index < scopes_) exploration_->restart(index);
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
