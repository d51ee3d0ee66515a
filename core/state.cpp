// Reading the state of a set out and in again. What comes in is not trusted: it may be wrong, but
// it must not lead to a number that is not finite, nor to a place that is not the set's.
#include "state.hpp"

#include "adapter_set.hpp"
#include "bounds.hpp"

namespace lora {

namespace {

constexpr f64 kMaxCount = 0x1p53;

// What a Number may be, of those that an adapter of any optimizer has.
enum Range : u8 {
  kFlag = 1,  // whole and below 2, as the others with their number as an exponent
  kWord = 32,
  kCount = 53,
  kPositive,  // and not far above f32
  kNotNegative,
  kAny,
};
constexpr Range kRanges[kOptimizerState] = {
    kCount,    kCount,    kCount, kPositive, kFlag, kCount, kPositive, kPositive,
    kPositive, kPositive, kFlag,  kWord,     kWord, kCount, kAny,      kNotNegative,
};

[[gnu::noinline]] bool is_in(Range range, f64 value) {
  constexpr f64 kMax = kMaxCount * kMaxF32;
  if (range <= kCount) return is_whole(value, static_cast<f64>(u64{1} << range));
  if (range == kAny) return is_finite(value);
  return value >= 0 && is_finite(value) && (range == kNotNegative || value <= kMax);
}

// The sums as a list, which they are in memory.
f64* list_of(Sums& sums) {
  return &sums.rows;
}
constexpr u32 kSums = sizeof(Sums) / sizeof(f64);
static_assert(kAccumulated + kSums == kExplores);

}  // namespace

u32 AdapterSet::columns(Matrix matrix) const {
  return static_cast<u32>(matrix) % 2 == 0 ? method_.shape.in : method_.shape.out;
}

f32* AdapterSet::find_matrix(u32 index, Matrix matrix) const {
  const Adapter& adapter = adapters_[index];
  const u32 number = static_cast<u32>(matrix);
  f32* both = adapter.a;
  if (number >= static_cast<u32>(Matrix::accumulated_a)) {
    both = adapter.accumulator == nullptr ? nullptr : adapter.accumulator->gradient;
  } else if (number >= static_cast<u32>(Matrix::moment_a)) {
    both = moments(adapter, method_, number / 2 - 1);
  }
  return both == nullptr ? nullptr : both + number % 2 * method_.shape.a_size();
}

bool AdapterSet::read_row(u32 index, Matrix matrix, u32 row, f32* to) const {
  const f32* weights = find_matrix(index, matrix);
  if (weights == nullptr) return false;
  for (u32 i = 0; i < columns(matrix); ++i) {
    to[i] = weights[blocked_index(method_.shape.rank, row, i)];
  }
  return true;
}

Outcome AdapterSet::write_row(Arena& arena, u32 index, Matrix matrix, u32 row, const f32* from) {
  Adapter& adapter = adapters_[index];
  const bool accumulates = matrix >= Matrix::accumulated_a;
  if (accumulates && adapter.accumulator == nullptr) {
    if (index >= scopes_) return Outcome::empty;
    adapter.accumulator = Accumulator::create(arena, method_.shape);
    if (adapter.accumulator == nullptr) return Outcome::full;
  }
  f32* weights = find_matrix(index, matrix);
  if (weights == nullptr) return Outcome::empty;
  for (u32 i = 0; i < columns(matrix); ++i) {
    weights[blocked_index(method_.shape.rank, row, i)] = from[i];
  }
  if (matrix <= Matrix::b) {
    find_bound(adapter, method_.shape);
    adapter.started = true;
    lora::forget_weights(adapter, method_);
    forget_forward();
  } else if (!accumulates) {
    method_.optimizer->find_moment_bound(adapter, method_);
  }
  return Outcome::ok;
}

usize AdapterSet::number_count() const {
  return kOptimizerState + state_numbers(method_);
}

void AdapterSet::read_numbers(u32 index, f64* to) const {
  const Adapter& adapter = adapters_[index];
  __builtin_memset(to, 0, kOptimizerState * sizeof(f64));
  to[kAdaptCount] = adapter.adapt_count;
  to[kForwardCount] = adapter.forward_count;
  to[kSteps] = adapter.steps;
  to[kBound] = adapter.bound;
  to[kStarted] = adapter.started ? 1 : 0;
  if (adapter.accumulator != nullptr) {
    __builtin_memcpy(to + kAccumulated, list_of(adapter.accumulator->sums), sizeof(Sums));
  }
  if (explorations_ != nullptr && index < scopes_) {
    const Exploration& exploration = explorations_[index];
    const u64 random = exploration.rng.state();
    to[kExplores] = 1;
    to[kRandomHigh] = static_cast<f64>(random >> 32);
    to[kRandomLow] = static_cast<f64>(random & 0xffffffff);
    to[kRewards] = exploration.count;
    to[kRewards + 1] = exploration.mean;
    to[kRewards + 2] = exploration.variance;
  }
  __builtin_memcpy(to + kOptimizerState, adapter.state, state_numbers(method_) * sizeof(f64));
}

Outcome AdapterSet::write_numbers(Arena& arena, u32 index, const f64* from) {
  Adapter& adapter = adapters_[index];
  const bool accumulates = from[kAccumulated] != 0;
  const bool explores = from[kExplores] != 0;
  const Optimizer& optimizer = *method_.optimizer;
  const f64* state = from + kOptimizerState;
  bool fits = (!explores || index < scopes_) && (!accumulates || adapter.accumulator != nullptr);
  for (usize i = 0; i < number_count(); ++i) {
    fits = fits && is_in(i < kOptimizerState ? kRanges[i] : kAny, from[i]);
  }
  if (!fits) return Outcome::range;
  if (optimizer.accepts != nullptr && !optimizer.accepts(method_, state)) return Outcome::range;
  if (explores && !prepare_exploration(arena)) return Outcome::full;

  adapter.adapt_count = from[kAdaptCount];
  adapter.forward_count = from[kForwardCount];
  adapter.steps = from[kSteps];
  adapter.started = from[kStarted] != 0;
  find_bound(adapter, method_.shape);
  adapter.bound = max(adapter.bound, from[kBound]);
  if (adapter.accumulator != nullptr) {
    Sums& sums = adapter.accumulator->sums;
    __builtin_memcpy(list_of(sums), from + kAccumulated, sizeof(Sums));
    const f64 most = f64{largest(adapter.accumulator->gradient, method_.shape.size())};
    if (most > kSlack * sums.element_bound) sums.element_bound = most;
  }
  if (explores) {
    Exploration& exploration = explorations_[index];
    exploration.rng =
        Rng(static_cast<u64>(from[kRandomHigh]) << 32 | static_cast<u64>(from[kRandomLow]));
    exploration.count = from[kRewards];
    exploration.mean = from[kRewards + 1];
    exploration.variance = from[kRewards + 2];
  }
  __builtin_memcpy(adapter.state, state, state_numbers(method_) * sizeof(f64));
  if (optimizer.find_moment_bound != nullptr) optimizer.find_moment_bound(adapter, method_);
  forget_forward();
  return Outcome::ok;
}

usize AdapterSet::max_forward_numbers() const {
  return kForwardH + usize{batch_} * method_.shape.rank + method_.shape.out;
}

usize AdapterSet::read_forward(f64* to) const {
  const bool kept = last_rows_ != 0 && io_->last == this;
  const u32 rows = kept ? last_rows_ : 0;
  const bool explored = kept && explored_;
  to[kForwardScope] = kept ? last_scope_ : 0;
  to[kForwardRows] = rows;
  to[kForwardFresh] = kept && fresh_ ? 1 : 0;
  to[kForwardExplored] = explored ? 1 : 0;
  f64* next = to + kForwardH;
  for (u32 i = 0; i < rows * method_.shape.rank; ++i) *next++ = f64{io_->h[i]};
  for (u32 i = 0; explored && i < method_.shape.out; ++i) {
    *next++ = f64{explorations_[last_scope_].noise[i]};
  }
  return static_cast<usize>(next - to);
}

Outcome AdapterSet::write_forward(const f64* from, usize count) {
  const f64 rows = from[kForwardRows];
  const bool explored = from[kForwardExplored] == 1;
  const u32 rank = method_.shape.rank;
  const u32 out = method_.shape.out;
  bool fits = is_whole(from[kForwardScope], scopes_) && is_whole(rows, batch_ + 1) &&
              is_in(kFlag, from[kForwardFresh]) && is_in(kFlag, from[kForwardExplored]) &&
              (!explored || (rows == 1 && explorations_ != nullptr)) &&
              count == kForwardH + static_cast<u32>(rows) * rank + (explored ? out : 0);
  for (usize i = 0; fits && i < count; ++i) fits = is_finite(static_cast<f32>(from[i]));
  if (!fits) return Outcome::range;
  last_scope_ = static_cast<u32>(from[kForwardScope]);
  last_rows_ = static_cast<u32>(rows);
  fresh_ = from[kForwardFresh] == 1;
  explored_ = explored;
  io_->last = this;
  const f64* next = from + kForwardH;
  for (u32 i = 0; i < last_rows_ * rank; ++i) io_->h[i] = static_cast<f32>(*next++);
  for (u32 i = 0; explored && i < out; ++i) {
    explorations_[last_scope_].noise[i] = static_cast<f32>(*next++);
  }
  return Outcome::ok;
}

void AdapterSet::merge_row(u32 scope, u32 row, f32 weight, f32* w) const {
  const Adapter& adapter = effective(scope);
  const u32 rank = method_.shape.rank;
  f32 c[kMaxRank];
  for (u32 k = 0; k < rank; ++k) {
    c[k] = weight * (alpha() * adapter.b[blocked_index(rank, k, row)]);
  }
  expand(adapter.a, rank, c, w, method_.shape.in_padded(), w);
}

bool AdapterSet::take_sum(u32 index, DeltaSum& sum, bool mean, f64 max_norm) {
  Adapter& adapter = adapters_[index];
  if (!sum.take(adapter, method_, mean, max_norm)) return false;
  find_bound(adapter, method_.shape);
  adapter.started = true;
  reset_state(adapter, method_);
  forget_forward();
  return true;
}

bool AdapterSet::is_alike(const AdapterSet& other) const {
  return method_.shape == other.method_.shape && method_.optimizer == other.method_.optimizer &&
         alpha() == other.alpha() && scopes_ == other.scopes_ &&
         categories_ == other.categories_;
}

// The memory that the other set has and this one lacks; all of it or none.
bool AdapterSet::prepare_copy(Arena& arena, const AdapterSet& from) {
  constexpr f64 kNew = -1;
  bool enough = true;
  for (u32 i = 0; enough && i < scopes_; ++i) {
    Accumulator*& own = adapters_[i].accumulator;
    if (from.adapters_[i].accumulator == nullptr || own != nullptr) continue;
    own = Accumulator::create(arena, method_.shape);
    enough = own != nullptr;
    if (enough) own->sums.rows = kNew;
  }
  enough = enough && (from.explorations_ == nullptr || prepare_exploration(arena));
  for (u32 i = 0; !enough && i < scopes_; ++i) {
    Accumulator*& own = adapters_[i].accumulator;
    if (own == nullptr || own->sums.rows != kNew) continue;
    own->destroy(arena);
    own = nullptr;
  }
  return enough;
}

Outcome AdapterSet::copy_from(Arena& arena, const AdapterSet& from, bool with_options) {
  if (this == &from) return Outcome::ok;
  if (!prepare_copy(arena, from)) return Outcome::full;
  const u32 count = scopes_ + categories_;
  // One stretch of memory: the weights of all, then their states.
  __builtin_memcpy(
      adapters_[0].a, from.adapters_[0].a,
      count * (method_.shape.size() * sizeof(f32) + state_size(method_) * sizeof(f64)));
  for (u32 i = 0; i < count; ++i) {
    Adapter& to = adapters_[i];
    const Adapter& of = from.adapters_[i];
    to.bound = of.bound;
    to.steps = of.steps;
    to.adapt_count = of.adapt_count;
    to.forward_count = of.forward_count;
    to.started = of.started;
    if (with_options) {
      __builtin_memcpy(to.options, of.options, sizeof(to.options));
      to.category = of.category;
    }
    if (to.accumulator != nullptr) to.accumulator->clear(method_.shape);
    if (of.accumulator != nullptr) {
      to.accumulator->sums = of.accumulator->sums;
      __builtin_memcpy(to.accumulator->gradient, of.accumulator->gradient,
                       method_.shape.size() * sizeof(f32));
    }
  }
  for (u32 i = 0; explorations_ != nullptr && i < scopes_; ++i) {
    if (from.explorations_ == nullptr) {
      restart(i);
      continue;
    }
    Exploration& to = explorations_[i];
    const Exploration& of = from.explorations_[i];
    to.rng = of.rng;
    to.count = of.count;
    to.mean = of.mean;
    to.variance = of.variance;
  }
  forget_forward();
  return Outcome::ok;
}

}  // namespace lora
