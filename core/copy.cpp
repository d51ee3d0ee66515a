// Copies are made whole: memory first, and only then numbers.
#include "copy.hpp"

namespace lora {

namespace {

// The memory that the other set has and this one lacks; all of it or none.
bool prepare_copy(AdapterSet& to, Arena& arena, const AdapterSet& from) {
  constexpr f64 kNew = -1;
  bool enough = true;
  for (u32 i = 0; enough && i < to.scopes(); ++i) {
    Accumulator*& own = to.adapter(i).accumulator;
    if (from.adapter(i).accumulator == nullptr || own != nullptr) continue;
    own = Accumulator::create(arena, to.shape());
    enough = own != nullptr;
    if (enough) own->sums.rows = kNew;
  }
  enough = enough && (from.exploration() == nullptr || to.prepare_exploration(arena));
  for (u32 i = 0; !enough && i < to.scopes(); ++i) {
    Accumulator*& own = to.adapter(i).accumulator;
    if (own == nullptr || own->sums.rows != kNew) continue;
    own->destroy(arena);
    own = nullptr;
  }
  return enough;
}

}  // namespace

bool is_alike(const AdapterSet& set, const AdapterSet& other) {
  const Method& method = set.method();
  const Method& of_other = other.method();
  return method.shape == of_other.shape && method.optimizer == of_other.optimizer &&
         static_cast<f32>(method.alpha) == static_cast<f32>(of_other.alpha) &&
         set.scopes() == other.scopes() && set.categories() == other.categories() &&
         set.space() == other.space();
}

Outcome copy_set(AdapterSet& to_set, Arena& arena, const AdapterSet& from, bool with_options) {
  if (&to_set == &from) return Outcome::ok;
  if (!prepare_copy(to_set, arena, from)) return Outcome::full;
  const Method& method = to_set.method();
  for (u32 i = 0; i < to_set.scopes() + to_set.categories(); ++i) {
    Adapter& to = to_set.adapter(i);
    const Adapter& of = from.adapter(i);
    copy_learned(to, of, method);
    to.adapt_count = of.adapt_count;
    to.forward_count = of.forward_count;
    to.started = of.started;
    to.spread = of.spread;
    if (with_options) {
      __builtin_memcpy(to.options, of.options, sizeof(to.options));
      to.category = of.category;
    }
    if (to.accumulator != nullptr) to.accumulator->clear(method.shape);
    if (of.accumulator != nullptr) {
      to.accumulator->sums = of.accumulator->sums;
      __builtin_memcpy(to.accumulator->gradient, of.accumulator->gradient,
                       method.shape.size() * sizeof(f32));
    }
  }
  Exploration* exploration = to_set.exploration();
  for (u32 i = 0; exploration != nullptr && i < to_set.scopes(); ++i) {
    if (from.exploration() == nullptr) {
      exploration->restart(i);
    } else {
      exploration->copy_scope(i, *from.exploration());
    }
  }
  to_set.forget_forward();
  return Outcome::ok;
}

void merge_row(const AdapterSet& set, u32 scope, u32 row, f32 weight, f32* w) {
  const Adapter& adapter = set.effective(scope);
  const u32 rank = set.shape().rank;
  const f32 alpha = static_cast<f32>(set.method().alpha);
  f32 c[kMaxRank];
  for (u32 k = 0; k < rank; ++k) {
    c[k] = weight * (alpha * adapter.b[blocked_index(rank, k, row)]);
  }
  expand(adapter.a, rank, c, w, set.shape().in_padded(), w);
}

bool take_sum(AdapterSet& set, u32 index, DeltaSum& sum, bool mean, f64 max_norm) {
  Adapter& adapter = set.adapter(index);
  if (!sum.take(adapter, set.method(), mean, max_norm)) return false;
  find_bound(adapter, set.shape());
  adapter.started = true;
  reset_state(adapter, set.method());
  set.forget_forward();
  return true;
}

}  // namespace lora
