// What a space changes for the adapters in it: how they begin, what they are given, and the shift
// in what they make of it; and how it is found out that a set needs one.
#include "adapter_set.hpp"

namespace lora {

// One block: [the mapped inputs][the shift of each adapter][the membership][the clicks of each
// adapter][the caution of each scope]
bool AdapterSet::join(Arena& arena, EmbeddingSpace& space, bool cautious) {
  const u32 adapters = scopes_ + categories_;
  const usize out = method_.shape.out_padded();
  const usize vectors = usize{batch_} * method_.shape.in_padded() + adapters * out;
  const u64 clicks = u64{adapters} * sizeof(Clicks);
  const usize caution = cautious ? scopes_ * sizeof(Caution) : 0;
  auto* mapped = static_cast<f32*>(
      arena.allocate(u64{vectors} * sizeof(f32) + sizeof(Membership) + clicks + caution));
  if (mapped == nullptr) return false;
  f32* shift = mapped + vectors - adapters * out;
  membership_ = reinterpret_cast<Membership*>(mapped + vectors);
  auto* of_adapter = reinterpret_cast<Clicks*>(membership_ + 1);
  auto* cautions = reinterpret_cast<Caution*>(of_adapter + adapters);
  __builtin_memset(mapped, 0, vectors * sizeof(f32));
  if (cautious) __builtin_memset(cautions, 0, caution);
  *membership_ = {&space, mapped, cautious ? cautions : nullptr};
  space.acquire();
  for (u32 i = 0; i < adapters; ++i, ++of_adapter, shift += out) {
    of_adapter->shift = shift;
    of_adapter->clear(method_.shape.out_padded());
    adapters_[i].clicks = of_adapter;
    if (!adapters_[i].started) point_at_directions(adapters_[i]);
  }
  forget_forward();
  return true;
}

void AdapterSet::point_at_directions(Adapter& adapter) {
  // Rows as long as those of initialize() are on average.
  const f32 length = sqrt(f32{1} / 3);
  const u32 rank = method_.shape.rank;
  f32* direction = space()->rest();
  for (u32 k = 0; k < min(rank, space()->directions()); ++k) {
    space()->read_direction(k, direction);
    // There are no more of them yet.
    if (sum_of_squares(direction, method_.shape.in_padded()) == 0) break;
    for (u32 i = 0; i < method_.shape.in; ++i) {
      adapter.a[blocked_index(rank, k, i)] = length * direction[i];
    }
  }
  find_bound(adapter, method_.shape);
  forget_weights(adapter, method_);
}

f32* AdapterSet::map_inputs(u32 rows, f32* x, Scratch& scratch) const {
  const usize in = method_.shape.in_padded();
  f32* mapped = scratch.take(rows * in);
  for (u32 j = 0; j < rows; ++j) space()->map(Side::query, x + j * in, mapped + j * in);
  return mapped;
}

void AdapterSet::map_documents(u32 count, f32* rows) const {
  const usize out = method_.shape.out_padded();
  for (u32 i = 0; i < count; ++i) space()->map(Side::document, rows + i * out, rows + i * out);
}

void AdapterSet::expand_answer(const Adapter& adapter, const f32* u, const f32* h, f32 share,
                               f32* y) const {
  const u32 rank = method_.shape.rank;
  const f32 factor = alpha() * share;
  f32 c[kMaxRank];
  for (u32 k = 0; k < rank; ++k) c[k] = factor * h[k];
  expand(adapter.b, rank, c, residual_ ? u : nullptr, method_.shape.out_padded(), y);
  add_shift(adapter, share, y);
}

void AdapterSet::add_shift(const Adapter& adapter, f32 share, f32* y) const {
  if (!is_shifted(adapter)) return;
  mix(adapter.clicks->shift, f64{share}, 1, method_.shape.out_padded(), y);
}

void AdapterSet::meet_inputs(u32 rows, const f32* x) {
  constexpr f64 kSame = 0.9999;
  const u32 n = method_.shape.in_padded();
  const f32* before = io_->x;
  for (u32 j = 0; j < rows && pairs_ < kPairs; ++j, before = x, x += n) {
    const f64 lengths = norm(before, n) * norm(x, n);
    const f64 cosine = dot(before, x, 4, n) * inverse_or_zero(lengths);
    if (!(lengths > 0) || !(cosine < kSame)) continue;
    pairs_ += 1;
    cosines_ += static_cast<f32>(cosine);
  }
}

f64 AdapterSet::mean_cosine() const {
  return pairs_ < kFewPairs ? 2 : f64{cosines_} / pairs_;
}

}  // namespace lora
