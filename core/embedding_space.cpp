// Means in f64, components in f32, and every sum in one fixed order.
#include "embedding_space.hpp"

#include "math.hpp"

namespace lora {

namespace {

// A new document counts three times as much as an old one in the components, so that a poor start
// is forgotten, and for half at most.
constexpr f64 kNewest = 3;
constexpr f64 kMaxShare = 0.5;

// Of a mean of no vectors, which those learned have to outweigh. That of documents is none but for
// keeping the first one from being mapped to 0.
constexpr f64 kPrior[] = {1, 2};

void normalize(f32* v, u32 n) {
  scale(v, inverse_or_zero(norm(v, n)), n, v);
}

}  // namespace

// One block: [components][input][output][rest][the object][means][scales][softening]
EmbeddingSpace* EmbeddingSpace::create(Arena& arena, u32 dim, u32 directions) {
  const u32 n = padded(dim);
  const u64 vectors = (u64{directions} + 3) * n * sizeof(f32);
  const u64 numbers = (2 * u64{dim} + 2 * u64{directions}) * sizeof(f64);
  auto* memory = static_cast<u8*>(arena.allocate(vectors + sizeof(EmbeddingSpace) + numbers));
  if (memory == nullptr) return nullptr;
  auto* space = reinterpret_cast<EmbeddingSpace*>(memory + vectors);
  space->dim_ = dim;
  space->directions_ = directions;
  space->users_ = 1;
  space->components_ = reinterpret_cast<f32*>(memory);
  space->input_ = space->components_ + usize{directions} * n;
  space->output_ = space->input_ + n;
  space->rest_ = space->output_ + n;
  space->means_ = reinterpret_cast<f64*>(space + 1);
  space->scales_ = space->means_ + 2 * usize{dim};
  space->softening_ = space->scales_ + directions;
  __builtin_memset(space->input_, 0, 3 * usize{n} * sizeof(f32));
  space->reset();
  return space;
}

f64 EmbeddingSpace::trust(Side side) const {
  return count(side) / (count(side) + kPrior[static_cast<u32>(side)]);
}

void EmbeddingSpace::release(Arena& arena) {
  if (--users_ == 0) arena.release(components_);
}

void EmbeddingSpace::reset() {
  __builtin_memset(components_, 0, usize{directions_} * padded(dim_) * sizeof(f32));
  __builtin_memset(means_, 0, 2 * usize{dim_} * sizeof(f64));
  counts_[0] = counts_[1] = observed_ = 0;
  frozen_ = false;
  find_scales();
}

// v - own mean of its side, and of a query also what documents share.
void EmbeddingSpace::centre(Side side, const f32* v, f32* to) const {
  const f64* of_documents = mean(Side::document);
  const f64* of_queries = mean(Side::query);
  f64 documents_share = trust(Side::document);
  f64 queries_share = 0;
  if (side == Side::query) {
    queries_share = trust(Side::query);
    f64 along = 0;
    f64 squares = 0;
    for (u32 i = 0; i < dim_; ++i) {
      along += f64{v[i]} * of_documents[i];
      squares += of_documents[i] * of_documents[i];
    }
    documents_share = (1 - queries_share) * along * inverse_or_zero(squares);
  }
  for (u32 i = 0; i < dim_; ++i) {
    const f64 shared = documents_share * of_documents[i] + queries_share * of_queries[i];
    to[i] = static_cast<f32>(f64{v[i]} - shared);
  }
  zero_padding(to, dim_, 1);
}

void EmbeddingSpace::map(Side side, const f32* v, f32* to) const {
  const u32 n = padded(dim_);
  centre(side, v, to);
  if (directions_ > 0) {
    f32 c[kMaxRank];
    project(components_, directions_, to, n, c);
    for (u32 j = 0; j < directions_; ++j) c[j] = static_cast<f32>(-softening_[j] * f64{c[j]});
    expand(components_, directions_, c, to, n, to);
  }
  normalize(to, n);
}

void EmbeddingSpace::learn(Side side, const f32* v) {
  f64& n = counts_[static_cast<u32>(side)];
  f64* of_side = mean(side);
  n += 1;
  for (u32 i = 0; i < dim_; ++i) of_side[i] += (f64{v[i]} - of_side[i]) / n;
  if (side == Side::query) return;
  for (u32 i = 0; i < dim_; ++i) rest_[i] = static_cast<f32>(f64{v[i]} - of_side[i]);
  zero_padding(rest_, dim_, 1);
  normalize(rest_, padded(dim_));
  // The first document is its own mean.
  if (sum_of_squares(rest_, padded(dim_)) == 0) return;
  learn_directions();
  find_scales();
}

void EmbeddingSpace::learn_directions() {
  const u32 n = padded(dim_);
  const u32 k = directions_;
  observed_ += 1;
  const f64 share = min(kNewest / observed_, kMaxShare);
  for (u32 j = 0; j < k; ++j) {
    f32* component = components_ + 4 * usize{j};
    const f64 squares = dot(component, component, usize{4} * k, n);
    if (squares == 0) {
      move_row(component, k, 0, 1, rest_, n);
      return;
    }
    const f64 along = row_dot(component, k, rest_, n) / sqrt(squares);
    move_row(component, k, 1 - share, share * along, rest_, n);
    const f64 moved = dot(component, component, usize{4} * k, n);
    subtract_row(component, k, row_dot(component, k, rest_, n) * inverse_or_zero(moved), n, rest_);
  }
}

// l_j = |component j|
void EmbeddingSpace::find_scales() {
  const u32 n = padded(dim_);
  const f64 isotropic = 1 / (observed_ + dim_);
  f64 lengths[kMaxRank];
  f64 values[kMaxRank];
  f64 smallest = 1;
  for (u32 j = 0; j < directions_; ++j) {
    const f32* component = components_ + 4 * usize{j};
    lengths[j] = dot(component, component, usize{4} * directions_, n);
    values[j] = (observed_ * sqrt(lengths[j]) + 1) * isotropic;
    smallest = min(smallest, values[j]);
  }
  // Where embeddings have fewer dimensions than numbers, the smallest are of none of them.
  smallest = max(smallest, 0.5 / dim_);
  // Eigenvalues of W C W, of those directions and of all others together.
  f64 rest = 1;
  f64 softened = 0;
  f64 squares = 0;
  for (u32 j = 0; j < directions_; ++j) {
    const f64 root = sqrt(min(smallest / values[j], 1.0));
    scales_[j] = sqrt(root);
    softening_[j] = (1 - scales_[j]) * inverse_or_zero(lengths[j]);
    rest -= values[j];
    softened += values[j] * root;
    squares += values[j] * root * values[j] * root;
  }
  rest = max(rest, 0.0);
  const f64 total = softened + rest;
  spread_ = sqrt(squares + rest * rest / (dim_ - directions_)) / total;
}

void EmbeddingSpace::read_mean(Side side, f32* to) const {
  for (u32 i = 0; i < dim_; ++i) to[i] = static_cast<f32>(trust(side) * mean(side)[i]);
}

f64 EmbeddingSpace::read_direction(u32 index, f32* to) const {
  read_row(index, to);
  zero_padding(to, dim_, 1);
  normalize(to, padded(dim_));
  return scales_[index];
}

void EmbeddingSpace::read_row(u32 index, f32* to) const {
  for (u32 i = 0; i < dim_; ++i) to[i] = components_[blocked_index(directions_, index, i)];
}

bool EmbeddingSpace::write_row(u32 index, const f32* from) {
  // A component is no longer than the vectors it is of.
  constexpr f64 kMaxSquares = 1.001;
  f64 squares = 0;
  for (u32 i = 0; i < dim_; ++i) squares += f64{from[i]} * from[i];
  if (!(squares <= kMaxSquares)) return false;
  for (u32 i = 0; i < dim_; ++i) components_[blocked_index(directions_, index, i)] = from[i];
  find_scales();
  return true;
}

void EmbeddingSpace::read_numbers(f64* to) const {
  to[0] = counts_[0];
  to[1] = counts_[1];
  to[2] = observed_;
  to[3] = frozen_ ? 1 : 0;
  __builtin_memcpy(to + kNumbers, means_, 2 * usize{dim_} * sizeof(f64));
}

bool EmbeddingSpace::write_numbers(const f64* from) {
  bool fits = is_whole(from[0], 0x1p53) && is_whole(from[1], 0x1p53) &&
              is_whole(from[2], from[0] + 1) && is_whole(from[3], 2);
  for (u32 i = 0; i < 2 * dim_; ++i) fits = fits && abs(from[kNumbers + i]) <= kMaxF32;
  if (!fits) return false;
  counts_[0] = from[0];
  counts_[1] = from[1];
  observed_ = from[2];
  frozen_ = from[3] != 0;
  __builtin_memcpy(means_, from + kNumbers, 2 * usize{dim_} * sizeof(f64));
  find_scales();
  return true;
}

void EmbeddingSpace::copy(const EmbeddingSpace& from) {
  __builtin_memcpy(components_, from.components_, usize{directions_} * padded(dim_) * sizeof(f32));
  __builtin_memcpy(means_, from.means_, 2 * usize{dim_} * sizeof(f64));
  counts_[0] = from.counts_[0];
  counts_[1] = from.counts_[1];
  observed_ = from.observed_;
  frozen_ = from.frozen_;
  find_scales();
}

}  // namespace lora
