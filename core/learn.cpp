// Learning from targets, candidates, accumulated gradients and rewards: each makes a gradient, and
// takes the step of adapter_set.cpp with it.
#include "adapter_set.hpp"
#include "dense_step.hpp"
#include "guards.hpp"
#include "plain_step.hpp"

namespace lora {

bool AdapterSet::project_inputs(u32 scope, u32 rows, const f32* u, f32* h, f32* squares) const {
  const Adapter& adapter = effective(scope);
  const Shape& shape = method_.shape;
  const u32 in = shape.in_padded();
  project_rows(adapter.a, shape.rank, u, in, rows, h);
  // As adapt sums them, because a preconditioned step has the bits of it.
  for (u32 j = 0; j < rows; ++j) {
    squares[j] = sum_of_squares(u + usize{j} * in, in);
    if (!is_finite(squares[j])) return false;
  }
  for (u32 i = 0; i < rows * shape.rank; ++i) {
    if (!is_finite(h[i])) return false;
  }
  return true;
}

AdapterSet::Judgement AdapterSet::judge(u32 scope, const Lesson& lesson, const f32* u,
                                        const f32* squares, const f32* h, Scratch& scratch) const {
  const auto& [rows, candidates, clicked, mapped, loss, delta, mean, contrast, x, targets] = lesson;
  const Shape& shape = method_.shape;
  const u32 out = shape.out_padded();
  const bool contrasts = kEdition.contrast && candidates != 0;
  const bool clicks = kEdition.spaces && clicked != kNoPlace;
  const bool cautious = caution(scope) != nullptr;
  const Adapter& adapter = effective(scope);
  Judgement found{.y = scratch.take(usize{rows} * out),
                  .g = contrasts ? scratch.take(usize{rows} * out) : targets,
                  .value = 0,
                  .spread = adapters_[scope].spread,
                  .caution = cautious ? *caution(scope) : Caution{}};
  f32* less = cautious ? scratch.take(2 * usize{out}) : nullptr;
  auto* weights = reinterpret_cast<f64*>(scratch.take(4 * usize{candidates}));
  f64 odds[Clicks::kPlaces];
  Contrast in_units = contrast;
  if (clicks) {
    adapter.clicks->find_odds(candidates, odds);
    in_units.odds = odds;
  }
  if (space() != nullptr && contrast.kind == ContrastKind::info_nce_of_spread) {
    in_units.kind = ContrastKind::info_nce;
    in_units.parameter = contrast.parameter * space()->spread();
  }
  // At this temperature all candidates that count are alike but for their odds.
  const Contrast guess{ContrastKind::info_nce, kMaxF32, in_units.odds};
  for (u32 j = 0; j < rows; ++j) {
    const f32* row_u = u + usize{j} * shape.in_padded();
    const f32* row_h = h + j * shape.rank;
    f32* y = found.y + usize{j} * out;
    f32* g = found.g + usize{j} * out;
    const u32 positive = clicks ? clicked : j;
    // The shift of a click is a step in y, whatever the optimizer.
    const Wanted wanted{method_.optimizer->preconditions || clicks, f64{squares[j]}};
    const auto loss_at = [&](const Contrast& of, const f32* at, f32* to) {
      return contrasts ? lora::contrast(of, at, targets, candidates, positive, out, wanted,
                                        found.spread, weights, to)
                       : loss_of_row(*loss, at, to, shape.out, delta, mean, wanted);
    };
    f64 losses[Caution::kScales];
    for (u32 i = 0; cautious && i + 1 < Caution::kScales; ++i) {
      expand_answer(adapter, row_u, row_h, Caution::kScale[i], less);
      if (!contrasts) __builtin_memcpy(less + out, g, out * sizeof(f32));
      losses[i] = loss_at(in_units, less, less + out);
    }
    expand_answer(adapter, row_u, row_h, 1, y);
    const f64 value = loss_at(in_units, y, g);
    found.value += value;
    if (!cautious) continue;
    losses[Caution::kScales - 1] = value;
    const bool guesses = contrasts && contrast.kind != ContrastKind::triplet;
    found.caution.add(losses, guesses ? loss_at(guess, y, less) : losses[0]);
  }
  found.value /= rows;
  return found;
}

Outcome AdapterSet::learn(u32 scope, const Lesson& lesson, f32* scratch, f64& value) {
  const Shape& shape = method_.shape;
  const u32 rank = shape.rank;
  const u32 out = shape.out_padded();
  const auto& [rows, candidates, clicked, mapped, loss, delta, mean, contrast, x, targets] = lesson;
  const bool contrasts = kEdition.contrast && candidates != 0;
  const bool preconditions = method_.optimizer->preconditions;
  Scratch rest(scratch);
  f32* squares = rest.take(rows);
  f32* h = rest.take(rows * rank);
  zero_padding(x, shape.in, rows);
  zero_padding(targets, shape.out, contrasts ? candidates : rows);
  f32* u = space() == nullptr ? x : map_inputs(rows, x, rest);
  if (!project_inputs(scope, rows, u, h, squares)) return Outcome::nonfinite;
  if (space() != nullptr && !mapped) map_documents(contrasts ? candidates : rows, targets);
  const bool plain = rows == 1 && residual_ && caution(scope) == nullptr && !contrasts &&
                     loss->is_half_square && !mean && category_of(scope) == nullptr &&
                     !is_shifted(adapters_[scope]);
  if (kEdition.fast_rank2 && plain &&
      learn_at_once(adapters_[scope], method_, u, squares[0], h, targets, io_->y, value)) {
    value *= 0.5;
    finish_step(adapters_[scope], 1, 1, h);
  } else {
    const Judgement found = judge(scope, lesson, u, squares, h, rest);
    value = found.value;
    // Where another edition learns at once, it sums these squares as a projection does. To its
    // bits:
    if (!kEdition.fast_rank2 && plain && rank == 2 && !preconditions) {
      f32 g_squares;
      project(targets, 1, targets, out, &g_squares);
      value = 0.5 * f64{g_squares};
    }
    if (!take_step(scope, {rows, true, u, squares, h, found.g}, rest, clicked)) {
      return Outcome::nonfinite;
    }
    if (contrasts) adapters_[scope].spread = found.spread;
    if (caution(scope) != nullptr) *caution(scope) = found.caution;
    __builtin_memcpy(io_->y, found.y, usize{rows} * out * sizeof(f32));
  }
  for (u32 j = 0; space() != nullptr && j < rows; ++j) {
    space()->learn(Side::query, x + usize{j} * shape.in_padded());
  }
  keep_forward(scope, rows, x, u, h);
  last_.fresh = false;
  return Outcome::ok;
}

Outcome AdapterSet::accumulate(Arena& arena, u32 scope, u32 rows, f32* g, f32* scratch) {
  if (!has_forward(scope, rows)) return Outcome::no_forward;
  Adapter& own = adapters_[scope];
  const bool first = own.accumulator == nullptr;
  if (first) own.accumulator = Accumulator::create(arena, method_.shape);
  if (own.accumulator == nullptr) return Outcome::full;
  Scratch rest(scratch);
  const Examples examples = last_examples(rows, g, rest.take(rows));
  Step step = new_step(own, rows, nullptr, rest);
  if (examples.rows != 0 && add_gradients(effective(scope), method_, examples, step,
                                          own.accumulator->sums, own.accumulator->gradient)) {
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
  Scratch rest(scratch);
  Step step = new_step(own, 0, rest.take(dense_floats(method_)), rest);
  const auto& [sums, gradient] = *own.accumulator;
  if (!prepare_sum(answered, method_, sums, gradient, step)) return Outcome::nonfinite;
  if (&answered != &own) {
    Step other = new_step(answered, 0, rest.take(dense_floats(method_)), rest);
    if (!prepare_sum(answered, method_, sums, gradient, other)) return Outcome::nonfinite;
    copy_learned(own, answered, method_);
    apply(answered, method_, other, {});
  }
  apply(own, method_, step, {});
  own.accumulator->clear(method_.shape);
  own.started = true;
  own.adapt_count += 1;
  forget_forward();
  return Outcome::ok;
}

bool AdapterSet::prepare_exploration(Arena& arena) {
  if (!kEdition.exploration) return false;
  if (exploration_ != nullptr) return true;
  // The streams of weights come first.
  exploration_ =
      Exploration::create(arena, scopes_, method_.shape.out, seed_, scopes_ + categories_);
  return exploration_ != nullptr;
}

Outcome AdapterSet::adapt_with_reward(u32 scope, f64 reward, f32* g, f32* scratch) {
  constexpr f64 kMaxReward = 2;
  if (!has_forward(scope, 1)) return Outcome::no_forward;
  const f64 sigma = kEdition.exploration ? adapters_[scope].options[kExplore] : 0;
  if (sigma == 0) {
    const u32 in = method_.shape.in_padded();
    f32* u = inputs();
    zero_padding(u, method_.shape.in, 1);
    const f64 length = norm(u, in);
    const f64 clamped = max(min(reward, kMaxReward), -kMaxReward);
    // Where x is not finite, neither is g, and adapt refuses it.
    scale(u, length == 0 ? 0 : -clamped / length, in, g);
    return adapt(scope, 1, g, scratch);
  }
  if (!last_.explored) return Outcome::no_forward;
  Exploration::Scope after = exploration_->scope(scope);
  const bool learns = exploration_->gradient(after, reward, sigma, g);
  const Outcome outcome = learns ? adapt(scope, 1, g, scratch) : Outcome::ok;
  if (outcome == Outcome::ok) exploration_->scope(scope) = after;
  return outcome;
}

void AdapterSet::decay(u32 scope, f64 share) {
  lora::decay(adapters_[scope], method_, share);
  lora::balance(adapters_[scope], method_);
  forget_forward();
}

}  // namespace lora
