// As driver.cpp, a run of mixed calls of embedding spaces and of adapters in them.
//
// test-wasm/support/driver-spaces.js is the same run; whoever changes one changes the other. The
// run:
//   1. Where less than 4 MiB of the arena are free, lora_grow(4 MiB).
//   2. Each row of kRows is a space and a set of two scopes in one category: its optimizer is its
//   index
//      modulo 5, its seed its index. All but the last set join their space, status folded.
//   3. kSteps times: action = pick(12), row = pick(rows), and the action as in `step` below. All
//      vectors are of number().
//   4. Of each row, the A and B of both scopes are folded, the space's components and its numbers.
//   The
//      space is freed, and then the set, statuses folded.
#include "mixer.hpp"

namespace {

struct Row {
  uint32_t dim, directions, rank, flags;
  double rate;
};

constexpr Row kRows[] = {
    {5, 0, 1, LORA_RESIDUAL, 1.0 / 16}, {16, 3, 2, LORA_RESIDUAL, 1.0 / 16},
    {33, 32, 3, 0, 1.0 / 32},           {64, 8, 2, LORA_RESIDUAL + LORA_SHARED_IO, 1.0 / 32},
    {21, 5, 4, LORA_RESIDUAL, 1.0 / 4}, {24, 4, 2, LORA_RESIDUAL, 1.0 / 32},
};
constexpr uint32_t kRowCount = sizeof(kRows) / sizeof(kRows[0]);
constexpr uint32_t kScopes = 2;
constexpr uint32_t kBatch = 3;
constexpr uint32_t kSteps = 800;
constexpr uint32_t kArena = 4u << 20;

struct SpaceRun : Mixer {
  uint32_t spaces[kRowCount];
  uint32_t sets[kRowCount];

  void create(uint32_t index) {
    const Row& row = kRows[index];
    spaces[index] = static_cast<uint32_t>(lora_space_create(row.dim, row.directions));
    sets[index] = static_cast<uint32_t>(lora_create(
        row.dim, row.dim, row.rank, 1, row.rate, index % 5, index, row.flags, kScopes, 1, kBatch));
    for (uint32_t scope = 0; scope < kScopes; ++scope) {
      fold_status(lora_set_category(sets[index], scope, 0));
    }
    if (index + 1 < kRowCount) fold_status(lora_join_space(sets[index], spaces[index], index % 2));
  }

  void step();
  void finish(uint32_t index);
};

void SpaceRun::step() {
  const uint32_t action = pick(14);
  const uint32_t index = pick(kRowCount);
  const auto [dim, directions, rank, flags, rate] = kRows[index];
  const uint32_t space = spaces[index];
  const uint32_t set = sets[index];
  const uint32_t scope = pick(kScopes);
  const uint32_t rows = 1 + pick(kBatch);
  switch (action) {
    case 0:  // learn documents
    case 1:
    case 2: {  // or queries
      fold_status(lora_space_reserve(space, rows));
      fill(lora_transfer(), rows * dim);
      fold_status(lora_space_learn(space, action == 2 ? LORA_QUERIES : LORA_DOCUMENTS, rows));
      break;
    }
    case 3: {  // map rows
      fold_status(lora_space_reserve(space, rows));
      fill(lora_transfer(), rows * dim);
      fold_status(lora_space_map(space, pick(2), rows));
      fold_vector(lora_transfer(), rows * dim);
      break;
    }
    case 4:  // map the input
      fill(lora_space_input(space), dim);
      fold_status(lora_space_map_input(space, pick(2)));
      fold_vector(lora_space_output(space), dim);
      break;
    case 5:  // forward and a step
      fill(lora_transfer(), rows * dim);
      fold_status(lora_forward(set, scope, rows, LORA_FROM_TRANSFER));
      fold_vector(lora_output(set), dim);
      fill(lora_transfer(), rows * dim);
      fold_status(lora_adapt(set, scope, rows, LORA_FROM_TRANSFER));
      break;
    case 6: {  // learn
      fill(lora_transfer(), 2 * rows * dim);
      const uint32_t loss = pick(3);
      fold_double(lora_learn(set, scope, rows, loss, 0.5, 0));
      fold_vector(lora_output(set), dim);
      break;
    }
    case 7:  // contrast
    case 8: {
      const uint32_t candidates = rows + 1 + pick(3);
      fold_status(lora_reserve(set, rows, candidates));
      fill(lora_transfer(), (rows + candidates) * dim);
      const uint32_t loss = pick(3);
      fold_double(lora_contrast(set, scope, rows, candidates, loss, 0.5));
      fold_vector(lora_output(set), dim);
      break;
    }
    case 9: {  // score
      const uint32_t candidates = 1 + pick(4);
      fold_status(lora_reserve(set, 1, candidates));
      fill(lora_transfer(), (1 + candidates) * dim);
      fold_status(lora_score(set, scope, candidates, pick(2)));
      fold_vector(lora_transfer(), candidates);
      break;
    }
    case 10: {  // what a space can be asked
      fold_double(lora_space_count(space, LORA_DOCUMENTS));
      fold_double(lora_space_count(space, LORA_QUERIES));
      fold_double(lora_space_spread(space));
      fold_status(lora_space_is_frozen(space));
      fold_double(lora_served(set, scope));
      fold_status(lora_space_mean(space, pick(2)));
      fold_vector(lora_transfer(), dim);
      if (directions == 0) break;
      fold_double(lora_space_direction(space, pick(directions)));
      fold_vector(lora_transfer(), dim);
      break;
    }
    case 11:  // clicks
    case 12: {
      const uint32_t shown = 2 + pick(5);
      fold_status(lora_reserve(set, 1, shown));
      fill(lora_transfer(), (1 + shown) * dim);
      const uint32_t place = pick(shown);
      fold_double(lora_click(set, scope, shown, place, pick(2), 0.8));
      fold_vector(lora_output(set), dim);
      break;
    }
    default:  // frozen one time in four
      fold_status(lora_space_freeze(space, pick(4) == 0 ? 1 : 0));
      break;
  }
}

void SpaceRun::finish(uint32_t index) {
  const Row& row = kRows[index];
  for (uint32_t scope = 0; scope < kScopes; ++scope) {
    fold_status(lora_read_row(sets[index], scope, LORA_SHIFT, 0));
    fold_vector(lora_transfer(), row.dim);
    for (uint32_t factor = LORA_A; factor <= LORA_B; ++factor) {
      for (uint32_t at = 0; at < row.rank; ++at) {
        fold_status(lora_read_row(sets[index], scope, factor, at));
        fold_vector(lora_transfer(), row.dim);
      }
    }
  }
  for (uint32_t at = 0; at < row.directions; ++at) {
    fold_status(lora_space_read_row(spaces[index], at));
    fold_vector(lora_transfer(), row.dim);
  }
  const auto count = static_cast<uint32_t>(lora_space_read_numbers(spaces[index]));
  fold_vector(lora_transfer(), 2 * count);
  fold_status(lora_free(spaces[index]));
  fold_status(lora_free(sets[index]));
}

}  // namespace

extern "C" unsigned driver_spaces_hash(void) {
  if (lora_memory_free() < kArena) lora_grow(kArena);
  SpaceRun run;
  for (uint32_t index = 0; index < kRowCount; ++index) run.create(index);
  for (uint32_t i = 0; i < kSteps; ++i) run.step();
  for (uint32_t index = 0; index < kRowCount; ++index) run.finish(index);
  return run.hash;
}
