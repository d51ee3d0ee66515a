// What a policy believes of its arms for a context, and which one it chooses.
#include "math.hpp"
#include "normal.hpp"
#include "policy.hpp"

namespace lora {

namespace {

constexpr f64 kPriorCount = 3;                   // of a variance
constexpr f64 kOptimism = 3;                     // in deviations that are drawn from
constexpr f64 kMaxContexts = 1024;               // after which rms stays
constexpr f64 kMaxExponent = 700;                // that exp takes
constexpr f64 kLogMargin = 0.09531017980432486;  // log 1.1: what is served is as much better

f64 hypotenuse(f64 a, f64 b) {
  return sqrt(a * a + b * b);
}

}  // namespace

void Policy::scale_context(const f32* x, bool count) {
  constexpr f64 kLongest = 0x1p20;  // of x^, so that no belief leaves f32
  const f64 squares = dot(x, x, 4, n_);
  if (count && state_.contexts < kMaxContexts) {
    state_.contexts += 1;
    state_.squares += (squares - state_.squares) / state_.contexts;
  }
  const f64 rms =
      max(sqrt(state_.squares > 0 ? state_.squares : squares), sqrt(squares) / kLongest);
  scale(x, inverse_or_zero(rms), n_, scaled_);
}

u32 Policy::parts(u32 scope, u32 arm, bool relative, void*** to) const {
  u32 count = 0;
  to[count++] = own_place(scope, arm, relative);
  if (!relative && spec_.objective == Objective::latency) to[count++] = place(scope, 0);
  const u32 category = scopes_[scope].category;
  if (category != kNoArm) to[count++] = own_place(spec_.scopes + category, arm, relative);
  return count;
}

// The variance of targets that the first ones of a scope are taken to have: 1 of logarithms, and
// else that of all scopes.
f64 Policy::unit(u32 frame) const {
  if (spec_.objective == Objective::latency) return 1;
  const Frame& all = state_.all[frame];
  if (all.squares > 0) return all.squares / all.count;
  return all.mean != 0 ? all.mean * all.mean : 1;
}

f64 Policy::noise(u32 scope, u32 arm, bool relative) const {
  const Frame& frame = scopes_[scope].frames[relative];
  const f64 variance = (frame.squares + unit(relative)) / (frame.count + 1);
  const f64 of_scope = (frame.errors + kPriorCount * variance) / (frame.count + kPriorCount);
  void* own = *own_place(scope, arm, relative);
  if (own == nullptr || spec_.objective != Objective::latency) return sqrt(of_scope);
  const Tally& known = tally(own);
  return sqrt((known.errors + kPriorCount * of_scope) / (known.count + kPriorCount));
}

Guess Policy::guess(const void* memory) const {
  if (memory == nullptr) return {0, f64{sum_of_squares(scaled_, n_)} / kPriorPrecision};
  return belief(const_cast<void*>(memory)).guess(scaled_, work_);
}

Outlook Policy::look(u32 scope, u32 arm, bool relative) const {
  if (relative && arm == spec_.default_arm) return {};
  Outlook outlook{relative ? 0 : scopes_[scope].frames[0].mean, 0, noise(scope, arm, relative), 0};
  void** of[kMaxParts];
  const u32 count = parts(scope, arm, relative, of);
  for (u32 i = 0; i < count; ++i) {
    const Guess part = guess(*of[i]);
    outlook.mean += part.mean;
    outlook.variance += part.variance;
  }
  outlook.deviation = outlook.noise * sqrt(outlook.variance);
  return outlook;
}

f64 Policy::sign() const {
  return spec_.objective == Objective::reward ? -1 : 1;
}

f64 Policy::target(f64 cost, f64 baseline) const {
  const bool relative = baseline == baseline;
  if (spec_.objective == Objective::latency) return log(relative ? cost / baseline : cost);
  return sign() * (relative ? cost - baseline : cost);
}

// What the default is taken to cost.
f64 Policy::level(u32 scope, f64 baseline) const {
  if (baseline == baseline) return sign() * baseline;
  const f64 mean = look(scope, spec_.default_arm, false).mean;
  return spec_.objective == Objective::latency ? exp(min(mean, kMaxExponent)) : mean;
}

// What the bank must hold for an arm.
f64 Policy::need(u32 arm, f64 limit) const {
  if (spec_.objective == Objective::latency) return limit;
  const Outlook& other = outlooks_[arm];
  return other.mean + 2 * other.deviation - outlooks_[spec_.default_arm].mean;
}

void Policy::allow_all() {
  for (u32 arm = 0; arm < spec_.arms; ++arm) allowed_[arm] = active_[arm];
}

void Policy::allow_none() {
  for (u32 arm = 0; arm < spec_.arms; ++arm) allowed_[arm] = false;
}

Reason Policy::weigh(u32 scope, f64 baseline, f64* limit) {
  const bool relative = baseline == baseline;
  for (u32 arm = 0; arm < spec_.arms; ++arm) {
    if (allowed_[arm]) outlooks_[arm] = look(scope, arm, relative);
  }
  *limit = __builtin_inf();
  eligible_count_ = 0;
  Reason reason = Reason::chosen;
  if (guarded()) {
    const Outlook& own = outlooks_[spec_.default_arm];
    if (spec_.objective == Objective::latency) {
      const f64 wide = state_.options[kConfidence] * hypotenuse(own.deviation, own.noise / 2);
      const f64 bound = relative ? baseline : exp(min(own.mean + wide, kMaxExponent));
      *limit = state_.options[kPatience] * bound;
    }
    if (!relative && scopes_[scope].defaults == 0) reason = Reason::unseen;
  }
  for (u32 arm = 0; arm < spec_.arms; ++arm) {
    if (!allowed_[arm]) continue;
    if (guarded() && arm != spec_.default_arm) {
      if (reason == Reason::unseen) continue;
      if (!(bank() >= need(arm, *limit))) {
        reason = Reason::budget;
        continue;
      }
    }
    eligible_[eligible_count_++] = arm;
  }
  // Where the bank covers some of the others, the choice was among those.
  if (eligible_count_ > 1) reason = Reason::chosen;
  const f64 optimism = spec_.objective == Objective::latency ? 0 : kOptimism;
  for (u32 i = 0; i < eligible_count_; ++i) {
    const Outlook& outlook = outlooks_[eligible_[i]];
    deviations_[i] = state_.options[kTemperature] * outlook.deviation;
    means_[i] = outlook.mean - optimism * deviations_[i];
  }
  return reason;
}

void Policy::find_probabilities() {
  least_probabilities(means_, deviations_, eligible_count_, probabilities_, sums_);
  const f64 floor = min(state_.options[kFloor], 1.0 / eligible_count_);
  if (floor == 0) return;
  for (u32 i = 0; i < eligible_count_; ++i) {
    probabilities_[i] = floor + (1 - floor * eligible_count_) * probabilities_[i];
  }
}

// Which of those eligible is served: the best of those that are surely better than the default.
u32 Policy::surest() const {
  u32 best = 0;
  if (!guarded()) {
    for (u32 i = 1; i < eligible_count_; ++i) {
      if (outlooks_[eligible_[i]].mean < outlooks_[eligible_[best]].mean) best = i;
    }
    return best;
  }
  const f64 margin = spec_.objective == Objective::latency ? kLogMargin : 0;
  const Outlook& own = outlooks_[spec_.default_arm];
  f64 least = own.mean;
  for (u32 i = 0; i < eligible_count_; ++i) {
    const Outlook& other = outlooks_[eligible_[i]];
    const f64 wide = state_.options[kConfidence] * hypotenuse(own.deviation, other.deviation);
    const bool sure = own.mean - other.mean - wide > margin;
    if (eligible_[i] == spec_.default_arm ? least == own.mean : sure && other.mean < least) {
      best = i;
      least = other.mean;
    }
  }
  return best;
}

u32 Policy::draw() {
  f64 left = state_.rng.unit();
  u32 last = 0;
  for (u32 i = 0; i < eligible_count_; ++i) {
    // Rounding may leave a little behind the last one that has a share.
    if (probabilities_[i] > 0) last = i;
    left -= probabilities_[i];
    if (left < 0) break;
  }
  return last;
}

const Choice& Policy::choose(u32 scope, bool explore, f64 baseline) {
  scale_context(context_, explore);
  f64 limit;
  const Reason reason = weigh(scope, baseline, &limit);
  u32 chosen;
  f64 probability = 1;
  if (explore) {
    find_probabilities();
    chosen = draw();
    probability = probabilities_[chosen];
  } else {
    chosen = surest();
  }
  const u32 arm = eligible_[chosen];
  const bool trial = guarded() && arm != spec_.default_arm;
  state_.choice = {0, arm, probability, trial ? limit : __builtin_inf(), reason};
  if (explore) remember(scope, baseline, trial ? max(need(arm, limit), 0.0) : 0);
  return state_.choice;
}

// Puts the choice among those whose outcome is awaited.
void Policy::remember(u32 scope, f64 baseline, f64 reserved) {
  Decision& decision = pending_.next();
  // The outcome of the oldest one will not be known any more: it may have cost all that was kept.
  if (decision.open) {
    state_.bank -= decision.reserved;
    release(decision);
  }
  state_.choice.id = pending_.last() + 1;
  pending_.set_last(state_.choice.id);
  decision = {state_.choice.id,          baseline, state_.choice.limit, reserved,
              state_.choice.probability, scope,    state_.choice.arm,   true};
  if (reserved > 0) {
    state_.reserved += reserved;
    state_.trials += 1;
  }
  __builtin_memcpy(pending_.context(pending_.slot(state_.choice.id)), context_, n_ * sizeof(f32));
}

void Policy::release(Decision& decision) {
  decision.open = false;
  if (!(decision.reserved > 0)) return;
  state_.trials -= 1;
  // Without rounding errors that add up.
  state_.reserved = state_.trials == 0 ? 0 : state_.reserved - decision.reserved;
}

void Policy::predict(u32 scope, f64 baseline, f64* to) {
  constexpr f64 kNone = __builtin_nan("");
  const bool relative = baseline == baseline;
  scale_context(context_, false);
  allow_all();
  f64 limit;
  weigh(scope, baseline, &limit);
  find_probabilities();
  const bool known = relative || scopes_[scope].frames[0].count > 0;
  for (u32 arm = 0; arm < spec_.arms; ++arm, to += 3) {
    to[0] = to[1] = to[2] = kNone;
    if (!active_[arm]) continue;
    const f64 mean = outlooks_[arm].mean;
    if (known && spec_.objective == Objective::latency) {
      to[0] = exp(min(mean, kMaxExponent)) * (relative ? baseline : 1);
    } else if (known) {
      to[0] = sign() * mean + (relative ? baseline : 0);
    }
    to[1] = outlooks_[arm].deviation;
    to[2] = 0;
  }
  to -= 3 * usize{spec_.arms};
  for (u32 i = 0; i < eligible_count_; ++i) to[3 * eligible_[i] + 2] = probabilities_[i];
}

}  // namespace lora
