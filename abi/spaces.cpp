// The boundary's functions of embedding spaces, and of adapters in one.
#include "sets.hpp"

using namespace lora;

static_assert(LORA_DOCUMENTS == static_cast<u32>(Side::document));
static_assert(LORA_QUERIES == static_cast<u32>(Side::query));

namespace {

template <class Use>
auto with_space(u32 handle, Use use) -> decltype(use(*find_space(handle))) {
  EmbeddingSpace* space = find_space(handle);
  if (space == nullptr) return LORA_E_HANDLE;
  return use(*space);
}

template <class Use>
auto with_side(u32 handle, u32 side, Use use)
    -> decltype(use(*find_space(handle), Side::document)) {
  return with_space(handle, [=](EmbeddingSpace& space) -> decltype(use(space, Side::document)) {
    if (side > LORA_QUERIES) return LORA_E_OPTION;
    return use(space, static_cast<Side>(side));
  });
}

template <class Use>
auto with_direction(u32 handle, u32 index, Use use) -> decltype(use(*find_space(handle))) {
  return with_space(handle, [=](EmbeddingSpace& space) -> decltype(use(space)) {
    if (index >= space.directions()) return LORA_E_SHAPE;
    return use(space);
  });
}

// Whether the squares of so many padded rows have a finite sum each.
bool fit_for_space(const f32* rows, u32 n, u32 count) {
  for (u32 j = 0; j < count; ++j) {
    if (!is_finite(sum_of_squares(rows + usize{j} * n, n))) return false;
  }
  return true;
}

// Calls `use` with so many padded rows at the start of the transfer vector.
template <class Use>
i32 with_vectors(u32 handle, u32 side, u32 count, Use use) {
  return with_side(handle, side, [=](EmbeddingSpace& space, Side of) -> i32 {
    const u32 n = padded(space.dim());
    if (count < 1 || u64{count} * n > engine.transfer_size) return LORA_E_SHAPE;
    spread(engine.transfer, space.dim(), count, engine.transfer);
    zero_padding(engine.transfer, space.dim(), count);
    if (!fit_for_space(engine.transfer, n, count)) return LORA_E_NONFINITE;
    return use(space, of);
  });
}

}  // namespace

constinit const ObjectKind lora::kSpaceKind{
    [](void* object) { static_cast<EmbeddingSpace*>(object)->release(engine.arena); }};

extern "C" {

int32_t lora_space_create(uint32_t dim, uint32_t directions) {
  if (!is_dim(dim)) return LORA_E_SHAPE;
  if (directions >= dim || directions > kMaxRank) return LORA_E_RANGE;
  if (!engine.open() || !engine.reserve(padded(dim), 0)) return LORA_E_MEMORY;
  return publish(Kind::space, EmbeddingSpace::create(engine.arena, dim, directions));
}

int32_t lora_space_reserve(uint32_t handle, uint32_t rows) {
  return with_space(handle, [=](EmbeddingSpace& space) -> i32 {
    if (rows < 1 || rows > LORA_MAX_CANDIDATES) return LORA_E_SHAPE;
    return engine.reserve(usize{rows} * padded(space.dim()), 0) ? LORA_OK : LORA_E_MEMORY;
  });
}

int32_t lora_space_check(uint32_t handle, uint32_t rows) {
  return with_vectors(handle, LORA_DOCUMENTS, rows,
                      [](EmbeddingSpace&, Side) -> i32 { return LORA_OK; });
}

int32_t lora_space_learn(uint32_t handle, uint32_t side, uint32_t rows) {
  return with_vectors(handle, side, rows, [=](EmbeddingSpace& space, Side of) -> i32 {
    if (of == Side::document && space.is_frozen()) return LORA_E_STATE;
    for (u32 j = 0; j < rows; ++j) {
      space.learn(of, engine.transfer + usize{j} * padded(space.dim()));
    }
    return LORA_OK;
  });
}

int32_t lora_space_map(uint32_t handle, uint32_t side, uint32_t rows) {
  return with_vectors(handle, side, rows, [=](EmbeddingSpace& space, Side of) -> i32 {
    for (u32 j = 0; j < rows; ++j) {
      f32* row = engine.transfer + usize{j} * padded(space.dim());
      space.map(of, row, row);
    }
    pack(engine.transfer, space.dim(), rows, engine.transfer);
    return LORA_OK;
  });
}

float* lora_space_input(uint32_t handle) {
  EmbeddingSpace* space = find_space(handle);
  return space == nullptr ? nullptr : space->input();
}

float* lora_space_output(uint32_t handle) {
  EmbeddingSpace* space = find_space(handle);
  return space == nullptr ? nullptr : space->output();
}

int32_t lora_space_map_input(uint32_t handle, uint32_t side) {
  return with_side(handle, side, [=](EmbeddingSpace& space, Side of) -> i32 {
    zero_padding(space.input(), space.dim(), 1);
    if (!fit_for_space(space.input(), padded(space.dim()), 1)) return LORA_E_NONFINITE;
    space.map(of, space.input(), space.output());
    return LORA_OK;
  });
}

double lora_space_count(uint32_t handle, uint32_t side) {
  return with_side(handle, side,
                   [](EmbeddingSpace& space, Side of) -> f64 { return space.count(of); });
}

double lora_space_spread(uint32_t handle) {
  return with_space(handle, [](EmbeddingSpace& space) -> f64 { return space.spread(); });
}

int32_t lora_space_freeze(uint32_t handle, uint32_t on) {
  return with_space(handle, [=](EmbeddingSpace& space) -> i32 {
    if (on > 1) return LORA_E_OPTION;
    space.set_frozen(on == 1);
    return LORA_OK;
  });
}

int32_t lora_space_is_frozen(uint32_t handle) {
  return with_space(handle, [](EmbeddingSpace& space) -> i32 { return space.is_frozen(); });
}

int32_t lora_space_mean(uint32_t handle, uint32_t side) {
  return with_side(handle, side, [](EmbeddingSpace& space, Side of) -> i32 {
    space.read_mean(of, engine.transfer);
    return LORA_OK;
  });
}

double lora_space_direction(uint32_t handle, uint32_t index) {
  return with_direction(handle, index, [=](EmbeddingSpace& space) -> f64 {
    return space.read_direction(index, engine.transfer);
  });
}

int32_t lora_space_read_row(uint32_t handle, uint32_t index) {
  return with_direction(handle, index, [=](EmbeddingSpace& space) -> i32 {
    space.read_row(index, engine.transfer);
    return LORA_OK;
  });
}

int32_t lora_space_write_row(uint32_t handle, uint32_t index) {
  return with_direction(handle, index, [=](EmbeddingSpace& space) -> i32 {
    if (!all_finite(engine.transfer, space.dim())) return LORA_E_NONFINITE;
    return space.write_row(index, engine.transfer) ? LORA_OK : LORA_E_RANGE;
  });
}

int32_t lora_space_read_numbers(uint32_t handle) {
  return with_space(handle, [](EmbeddingSpace& space) -> i32 {
    const usize count = space.number_count();
    if (!engine.reserve(2 * count, 0)) return LORA_E_MEMORY;
    space.read_numbers(numbers());
    return static_cast<i32>(count);
  });
}

int32_t lora_space_write_numbers(uint32_t handle, uint32_t count) {
  return with_space(handle, [=](EmbeddingSpace& space) -> i32 {
    if (count != space.number_count() || 2 * usize{count} > engine.transfer_size) {
      return LORA_E_SHAPE;
    }
    return space.write_numbers(numbers()) ? LORA_OK : LORA_E_RANGE;
  });
}

int32_t lora_space_copy(uint32_t to, uint32_t from) {
  EmbeddingSpace* source = find_space(from);
  if (source == nullptr) return LORA_E_HANDLE;
  return with_space(to, [=](EmbeddingSpace& space) -> i32 {
    if (space.dim() != source->dim() || space.directions() != source->directions()) {
      return LORA_E_SHAPE;
    }
    if (&space != source) space.copy(*source);
    return LORA_OK;
  });
}

int32_t lora_space_reset(uint32_t handle) {
  return with_space(handle, [](EmbeddingSpace& space) -> i32 {
    space.reset();
    return LORA_OK;
  });
}

int32_t lora_join_space(uint32_t set, uint32_t handle, uint32_t cautious) {
  return with_set(set, [=](AdapterSet& adapters) -> i32 {
    EmbeddingSpace* space = find_space(handle);
    if (space == nullptr) return LORA_E_HANDLE;
    const Shape& shape = adapters.shape();
    if (cautious > 1) return LORA_E_OPTION;
    if (shape.in != space->dim() || shape.out != space->dim()) return LORA_E_SHAPE;
    if (adapters.space() != nullptr) return LORA_E_STATE;
    return adapters.join(engine.arena, *space, cautious == 1) ? LORA_OK : LORA_E_MEMORY;
  });
}

double lora_served(uint32_t handle, uint32_t scope) {
  return with_scope(handle, scope, [=](AdapterSet& set) -> f64 { return f64{set.served(scope)}; });
}
}
