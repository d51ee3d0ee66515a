// Reading the state of a set out and in again, from outside of it.
#include "state.hpp"

#include "bounds.hpp"
#include "gram.hpp"

namespace lora {

namespace {

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
    kCount,    kCount,       kCount,    kPositive, kFlag, kCount, kPositive,
    kPositive, kPositive,    kPositive, kFlag,     kWord, kWord,  kCount,
    kAny,      kNotNegative, kPositive, kPositive, kAny,  kAny,   kAny,
};

[[gnu::noinline]] bool is_in(Range range, f64 value) {
  constexpr f64 kMax = 0x1p53 * kMaxF32;
  if (range <= kCount) return is_whole(value, static_cast<f64>(u64{1} << range));
  if (range == kAny) return is_finite(value);
  return value >= 0 && is_finite(value) && (range == kNotNegative || value <= kMax);
}

bool is_moment(Matrix matrix) {
  return matrix >= Matrix::moment_a && matrix <= Matrix::second_moment_b;
}

// Far beyond what gradients lead to, and far from where a scaled moment leaves f32.
bool fits_moment(Matrix matrix, const f32* row, u32 length) {
  constexpr f32 kMax = 1e36f;
  const f32 smallest = matrix >= Matrix::second_moment_a ? 0 : -kMax;
  for (u32 i = 0; i < length; ++i) {
    if (!(row[i] >= smallest && row[i] <= kMax)) return false;
  }
  return true;
}

// nullptr where there is none.
f32* find_matrix(const AdapterSet& set, u32 index, Matrix matrix) {
  const Adapter& adapter = set.adapter(index);
  const u32 number = static_cast<u32>(matrix);
  f32* both = adapter.a;
  if (matrix >= Matrix::accumulated_a) {
    both = adapter.accumulator == nullptr ? nullptr : adapter.accumulator->gradient;
  } else if (is_moment(matrix)) {
    both = moments(adapter, set.method(), number / 2 - 1);
  }
  return both == nullptr ? nullptr : both + number % 2 * set.shape().a_size();
}

}  // namespace

u32 columns(const AdapterSet& set, Matrix matrix) {
  const bool of_in = matrix != Matrix::shift && static_cast<u32>(matrix) % 2 == 0;
  return of_in ? set.shape().in : set.shape().out;
}

u32 rows(const AdapterSet& set, Matrix matrix) {
  return matrix == Matrix::shift ? 1 : set.shape().rank;
}

bool read_row(const AdapterSet& set, u32 index, Matrix matrix, u32 row, f32* to) {
  const Clicks* clicks = set.adapter(index).clicks;
  if (matrix == Matrix::shift) {
    if (!kEdition.spaces || clicks == nullptr || !clicks->shifted) return false;
    __builtin_memcpy(to, clicks->shift, set.shape().out * sizeof(f32));
    return true;
  }
  const f32* weights = find_matrix(set, index, matrix);
  if (weights == nullptr) return false;
  for (u32 i = 0; i < columns(set, matrix); ++i) {
    to[i] = weights[blocked_index(set.shape().rank, row, i)];
  }
  return true;
}

Outcome write_row(AdapterSet& set, Arena& arena, u32 index, Matrix matrix, u32 row,
                  const f32* from) {
  Adapter& adapter = set.adapter(index);
  const u32 length = columns(set, matrix);
  if (matrix == Matrix::shift) {
    if (!kEdition.spaces || adapter.clicks == nullptr) return Outcome::empty;
    __builtin_memcpy(adapter.clicks->shift, from, length * sizeof(f32));
    adapter.clicks->shifted = true;
    return Outcome::ok;
  }
  const bool accumulates = matrix >= Matrix::accumulated_a;
  if (is_moment(matrix) && !fits_moment(matrix, from, length)) return Outcome::range;
  if (accumulates && adapter.accumulator == nullptr) {
    if (!kEdition.accumulation || index >= set.scopes()) return Outcome::empty;
    adapter.accumulator = Accumulator::create(arena, set.shape());
    if (adapter.accumulator == nullptr) return Outcome::full;
  }
  f32* weights = find_matrix(set, index, matrix);
  if (weights == nullptr) return Outcome::empty;
  for (u32 i = 0; i < length; ++i) weights[blocked_index(set.shape().rank, row, i)] = from[i];
  if (matrix <= Matrix::b) {
    find_bound(adapter, set.shape());
    adapter.started = true;
    forget_weights(adapter, set.method());
    set.forget_forward();
  } else if (!accumulates) {
    find_moment_bound(adapter, set.method());
  }
  return Outcome::ok;
}

usize number_count(const AdapterSet& set) {
  return kOptimizerState + state_numbers(set.method()) +
         (set.space() == nullptr ? 0 : Clicks::kPlaces);
}

void read_numbers(const AdapterSet& set, u32 index, f64* to) {
  const Adapter& adapter = set.adapter(index);
  __builtin_memset(to, 0, kOptimizerState * sizeof(f64));
  to[kAdaptCount] = adapter.adapt_count;
  to[kForwardCount] = adapter.forward_count;
  to[kSteps] = adapter.steps;
  to[kBound] = adapter.bound;
  to[kStarted] = adapter.started ? 1 : 0;
  if (kEdition.accumulation && adapter.accumulator != nullptr) {
    const Sums& sums = adapter.accumulator->sums;
    to[kSumOfRows] = sums.rows;
    to[kSumOfX] = sums.x_squares;
    to[kSumOfH] = sums.h_squares;
    to[kSumOfG] = sums.g_squares;
    to[kElementBound] = sums.element_bound;
  }
  if (set.exploration() != nullptr && index < set.scopes()) {
    const Exploration::Scope& scope = set.exploration()->scope(index);
    const u64 random = scope.rng.state();
    to[kExplores] = 1;
    to[kRandomHigh] = static_cast<f64>(random >> 32);
    to[kRandomLow] = static_cast<f64>(random & 0xffffffff);
    to[kRewardCount] = scope.count;
    to[kRewardMean] = scope.mean;
    to[kRewardVariance] = scope.variance;
  }
  to[kSpreadSquares] = adapter.spread.squares;
  to[kSpreadCount] = adapter.spread.count;
  const Caution* caution = index < set.scopes() ? set.caution(index) : nullptr;
  for (u32 i = 0; caution != nullptr && i < Caution::kScales; ++i) {
    to[kLossOfNone + i] = caution->losses[i];
  }
  f64* state = to + kOptimizerState;
  const usize of_state = state_numbers(set.method());
  __builtin_memcpy(state, adapter.state, of_state * sizeof(f64));
  for (u32 i = 0; set.space() != nullptr && i < Clicks::kPlaces; ++i) {
    state[of_state + i] = f64{adapter.clicks->places[i]};
  }
}

Outcome write_numbers(AdapterSet& set, Arena& arena, u32 index, const f64* from) {
  Adapter& adapter = set.adapter(index);
  const Method& method = set.method();
  const bool accumulates = from[kSumOfRows] != 0;
  const bool explores = from[kExplores] != 0;
  const f64* state = from + kOptimizerState;
  bool fits =
      (!explores || index < set.scopes()) && (!accumulates || adapter.accumulator != nullptr);
  for (usize i = 0; i < number_count(set); ++i) {
    fits = fits && is_in(i < kOptimizerState ? kRanges[i] : kAny, from[i]);
  }
  const f64* places = state + state_numbers(method);
  for (u32 i = 0; set.space() != nullptr && i < Clicks::kPlaces; ++i) {
    fits = fits && is_whole(places[i], Clicks::kMaxClicks + 1);
  }
  // Cosines differ by 2 at most.
  fits = fits && from[kSpreadSquares] <= 4 * from[kSpreadCount];
  if (!fits) return Outcome::range;
  // Only looked at.
  if (method.optimizer->preconditions && !Gram(method, const_cast<f64*>(state)).is_usable()) {
    return Outcome::range;
  }
  if (explores) {
    if (!kEdition.exploration) return Outcome::empty;
    if (!set.prepare_exploration(arena)) return Outcome::full;
  }

  for (u32 i = 0; set.space() != nullptr && i < Clicks::kPlaces; ++i) {
    adapter.clicks->places[i] = static_cast<f32>(places[i]);
  }
  adapter.adapt_count = from[kAdaptCount];
  adapter.forward_count = from[kForwardCount];
  adapter.steps = from[kSteps];
  adapter.started = from[kStarted] != 0;
  Caution* caution = index < set.scopes() ? set.caution(index) : nullptr;
  for (u32 i = 0; caution != nullptr && i < Caution::kScales; ++i) {
    caution->losses[i] = static_cast<f32>(from[kLossOfNone + i]);
  }
  adapter.spread = {static_cast<f32>(from[kSpreadSquares]), static_cast<f32>(from[kSpreadCount])};
  find_bound(adapter, set.shape());
  adapter.bound = max(adapter.bound, from[kBound]);
  if (kEdition.accumulation && adapter.accumulator != nullptr) {
    Sums& sums = adapter.accumulator->sums;
    sums = {from[kSumOfRows], from[kSumOfX], from[kSumOfH], from[kSumOfG], from[kElementBound]};
    const f64 found = f64{largest(adapter.accumulator->gradient, set.shape().size())};
    if (found > kSlack * sums.element_bound) sums.element_bound = found;
  }
  if (kEdition.exploration && explores) {
    Exploration::Scope& scope = set.exploration()->scope(index);
    scope.rng = Rng(static_cast<u64>(from[kRandomHigh]) << 32 | static_cast<u64>(from[kRandomLow]));
    scope.count = from[kRewardCount];
    scope.mean = from[kRewardMean];
    scope.variance = from[kRewardVariance];
  }
  __builtin_memcpy(adapter.state, state, state_numbers(method) * sizeof(f64));
  if (moments(adapter, method, 0) != nullptr) find_moment_bound(adapter, method);
  set.forget_forward();
  return Outcome::ok;
}

usize max_forward_numbers(const AdapterSet& set) {
  const usize mapped = set.space() == nullptr ? 0 : set.shape().in;
  return kForwardH + usize{set.batch()} * (set.shape().rank + mapped) + set.shape().out;
}

usize read_forward(const AdapterSet& set, f64* to) {
  const LastForward forward = set.last_forward();
  const bool kept = forward.rows != 0;
  const bool explored = kEdition.exploration && kept && forward.explored;
  to[kForwardScope] = kept ? forward.scope : 0;
  to[kForwardRows] = forward.rows;
  to[kForwardFresh] = kept && forward.fresh ? 1 : 0;
  to[kForwardExplored] = explored ? 1 : 0;
  f64* next = to + kForwardH;
  for (u32 i = 0; i < forward.rows * set.shape().rank; ++i) *next++ = f64{set.io().h[i]};
  for (u32 i = 0; explored && i < set.shape().out; ++i) {
    *next++ = f64{set.exploration()->scope(forward.scope).noise[i]};
  }
  for (u32 j = 0; set.space() != nullptr && j < forward.rows; ++j) {
    const f32* row = set.inputs() + usize{j} * set.shape().in_padded();
    for (u32 i = 0; i < set.shape().in; ++i) *next++ = f64{row[i]};
  }
  return static_cast<usize>(next - to);
}

Outcome write_forward(AdapterSet& set, const f64* from, usize count) {
  const f64 rows = from[kForwardRows];
  const bool explored = from[kForwardExplored] == 1;
  const u32 rank = set.shape().rank;
  const u32 out = set.shape().out;
  const u32 mapped = set.space() == nullptr ? 0 : set.shape().in;
  bool fits = is_whole(from[kForwardScope], set.scopes()) && is_whole(rows, set.batch() + 1) &&
              is_in(kFlag, from[kForwardFresh]) && is_in(kFlag, from[kForwardExplored]) &&
              (!explored || (rows == 1 && set.exploration() != nullptr)) &&
              count == kForwardH + static_cast<u32>(rows) * (rank + mapped) + (explored ? out : 0);
  for (usize i = 0; fits && i < count; ++i) fits = is_finite(static_cast<f32>(from[i]));
  if (!fits) return Outcome::range;
  const LastForward forward{static_cast<u32>(from[kForwardScope]), static_cast<u32>(rows),
                            from[kForwardFresh] == 1, explored};
  set.restore_forward(forward);
  const f64* next = from + kForwardH;
  for (u32 i = 0; i < forward.rows * rank; ++i) set.io().h[i] = static_cast<f32>(*next++);
  for (u32 i = 0; kEdition.exploration && explored && i < out; ++i) {
    set.exploration()->scope(forward.scope).noise[i] = static_cast<f32>(*next++);
  }
  for (u32 j = 0; j < forward.rows; ++j) {
    f32* row = set.inputs() + usize{j} * set.shape().in_padded();
    for (u32 i = 0; i < mapped; ++i) row[i] = static_cast<f32>(*next++);
  }
  return Outcome::ok;
}

}  // namespace lora
