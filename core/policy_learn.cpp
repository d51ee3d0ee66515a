// What a policy learns from an outcome, and what the bank pays for it.
#include "math.hpp"
#include "normal.hpp"
#include "policy.hpp"

namespace lora {

namespace {

// Of any outcome; a state that was written from outside may ask for more.
constexpr f64 kMaxStep = 1e27;

}  // namespace

// Takes a target into the running moments of its scope, and of all.
void Policy::note(Frame& frame, u32 kind, f64 y) {
  frame.count += 1;
  const f64 before = y - frame.mean;
  frame.mean += before / frame.count;
  const f64 more = before * (y - frame.mean);
  frame.squares += more;
  Frame& all = state_.all[kind];
  all.count += 1;
  all.mean += (y - all.mean) / all.count;
  all.squares += more;
}

// Makes what an arm's map is the sum of; returns false, with nothing changed, where the arena is
// full.
bool Policy::make_parts(Arena& arena, u32 scope, u32 arm, bool relative) {
  void** of[kMaxParts];
  const u32 count = parts(scope, arm, relative, of);
  bool made[kMaxParts] = {};
  for (u32 i = 0; i < count; ++i) {
    if (*of[i] != nullptr) continue;
    *of[i] = make_belief(arena, nullptr);
    made[i] = true;
    if (*of[i] != nullptr) continue;
    for (u32 j = 0; j < i; ++j) {
      if (!made[j]) continue;
      arena.release(*of[j]);
      *of[j] = nullptr;
    }
    return false;
  }
  return true;
}

// The default's cost beside a baseline, for calls that come without one.
void Policy::note_level(Scope& scope, f64 cost) {
  scope.defaults += 1;
  Frame& level = scope.frames[0];
  const f64 y = target(cost, __builtin_nan(""));
  const f64 e = level.count == 0 ? 0 : y - level.mean;
  note(level, 0, y);
  level.errors += e * e;
}

// For the context in `scaled_`.
bool Policy::teach(Arena& arena, u32 scope, u32 arm, const Feedback& feedback) {
  const bool relative = feedback.baseline == feedback.baseline;
  const bool is_default = arm == spec_.default_arm;
  Scope& state = scopes_[scope];
  if (relative && is_default) {
    note_level(state, feedback.cost);
    state.beside += 1;
    return true;
  }
  if (!make_parts(arena, scope, arm, relative)) return false;
  if (relative && guarded()) note_level(state, feedback.baseline);
  if (is_default) state.defaults += 1;

  const Outlook before = look(scope, arm, relative);
  const f64 y = target(feedback.cost, feedback.baseline);
  Frame& frame = state.frames[relative];
  const f64 sure = 1 + before.variance;
  Tally& own = tally(*own_place(scope, arm, relative));
  f64 step;
  f64 weight = 1;
  f64 squares;
  if (feedback.stopped) {
    const f64 deviation = before.noise * sqrt(sure);
    const f64 z = (y - before.mean) / deviation;
    const f64 above = mean_above(z);
    const f64 k = max(min(above * (above - z), 1.0), 0.0);
    note(frame, relative, before.mean + deviation * above);
    step = before.noise * above / sqrt(sure);
    weight = k / (sure - k * before.variance);
    squares = before.noise * before.noise * (1 + z * above);
    own.stopped += 1;
  } else {
    const f64 offset = frame.mean;
    note(frame, relative, y);
    const f64 e = y - before.mean - (relative ? 0 : frame.mean - offset);
    step = e / sure;
    squares = e * e / sure;
  }
  step = max(min(step, kMaxStep), -kMaxStep);
  frame.errors += squares;
  own.errors += squares;
  own.count += 1;

  void** of[kMaxParts];
  const u32 count = parts(scope, arm, relative, of);
  for (u32 i = 0; i < count; ++i) {
    Belief part = belief(*of[i]);
    const f64 others = before.variance - part.guess(scaled_, work_).variance;
    part.learn(scaled_, step, weight / (1 + weight * max(others, 0.0)), state_.options[kForgetting],
               work_);
  }
  return true;
}

void Policy::settle(Decision& decision, const Feedback& feedback, f64 level) {
  const f64 budget = state_.options[kBudget];
  const f64 cost = sign() * feedback.cost;
  if (!guarded()) {
    // Nothing is paid for.
  } else if (decision.arm == spec_.default_arm) {
    state_.bank += budget * abs(cost);
  } else {
    const f64 paid = feedback.stopped ? cost + level : cost;
    state_.bank += budget * abs(level) + level - paid;
  }
  release(decision);
}

bool Policy::learn(Arena& arena, f64 id, const Feedback& given) {
  const u32 slot = pending_.slot(id);
  Decision& decision = pending_.at(slot);
  Feedback feedback = given;
  if (feedback.baseline != feedback.baseline) feedback.baseline = decision.baseline;
  scale_context(pending_.context(slot), false);
  const f64 due = guarded() ? level(decision.scope, feedback.baseline) : 0;
  const bool gone = decision.arm == kNoArm;
  if (!gone && !teach(arena, decision.scope, decision.arm, feedback)) return false;
  settle(decision, feedback, due);
  return true;
}

void Policy::cancel(f64 id) {
  release(pending_.at(pending_.slot(id)));
}

bool Policy::observe(Arena& arena, u32 scope, u32 arm, const Feedback& feedback) {
  scale_context(context_, true);
  return teach(arena, scope, arm, feedback);
}

}  // namespace lora
