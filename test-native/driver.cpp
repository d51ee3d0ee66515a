// One run of mixed calls through the boundary, folded into a hash: the same one on every machine.
//
// Freestanding, so that it also links into a bare wasm module. test-wasm/support/driver.js is the
// same run over the exports of an instance; whoever changes one changes the other.
//
// The run, for whoever repeats it in another language. Arithmetic is on u32 and wraps.
//   next()     s ^= s << 13; s ^= s >> 17; s ^= s << 5; returns s, which starts as 0x9e3779b9
//   pick(n)    next() % n
//   number()   (next() >> 21) - 1024, signed, over 1024: a multiple of 1/1024 in [-1, 1)
//   fold(u)    for the four bytes of u, lowest first: hash = (hash ^ byte) * 16777619; hash
//              starts as 0x811c9dc5. A status is folded as its 32 bits, a float as its bits, a
//              double as its low word and then its high word.
// Random numbers are drawn in the order in which they are written here.
//   1. Where less than 4 MiB of the arena are free, lora_grow(4 MiB).
//   2. Each set of kSets is created with its index as its seed, and its index modulo 5 as its
//      optimizer; then its scopes, where it has
//      categories, get category scope % categories, status folded. Then each ring of kRings.
//   3. kSteps times: action = pick(28), set = pick(sets), scope = pick(its scopes), source =
//      pick(2), ring = pick(rings), and the action as in `step` below. "x" and "g" are rows of
//      number(), one unless said otherwise, in the input or gradient (source 0, LORA_STRIDE apart)
//      or the transfer vector (source 1, one directly after the other). y is folded row by row.
//   4. Each set: every row of A, then of B, of every scope is read and folded. Then every scope is
//      reset, and answers a new x from its own input, which is folded: so what its category has
//      learned shows. The set is freed, status folded. Then each ring is freed, status folded.
#include "../abi/lora.h"

namespace {

struct SetRow {
  uint32_t in, out, rank;
  double alpha, rate;
  uint32_t flags, scopes, categories, batch;
};

constexpr SetRow kSets[] = {
    {5, 5, 1, 1, 1.0 / 16, LORA_RESIDUAL, 1, 0, 1},
    {16, 16, 2, 1, 1.0 / 64, LORA_RESIDUAL, 1, 0, 1},
    {31, 7, 3, 0.5, 1.0 / 32, 0, 1, 0, 1},
    {256, 256, 2, 1, 1.0 / 1024, LORA_RESIDUAL, 1, 0, 1},
    {16, 33, 8, 0.75, 1.0 / 128, 0, 5, 2, 1},
    {31, 31, 2, 1, 1.0 / 64, LORA_RESIDUAL, 6, 3, 1},
    {64, 64, 2, -1, 1.0 / 128, LORA_RESIDUAL + LORA_SHARED_IO, 1, 0, 1},
    {64, 64, 3, 2, 1.0 / 256, LORA_SHARED_IO, 3, 1, 1},
    {257, 1, 4, 1, 1.0 / 256, 0, 2, 0, 1},
    {17, 17, 2, 1, 1.0 / 64, LORA_RESIDUAL, 1, 0, 5},
    {13, 21, 3, 0.5, 1.0 / 64, 0, 4, 2, 3},
    {32, 32, 2, -0.5, 1.0 / 64, LORA_RESIDUAL + LORA_SHARED_IO, 4, 1, 3},
};
constexpr uint32_t kSetCount = sizeof(kSets) / sizeof(kSets[0]);

struct RingRow {
  uint32_t capacity, dim, operators;
};

constexpr RingRow kRings[] = {{7, 31, 17}, {40, 4, 3}};
constexpr uint32_t kRingCount = sizeof(kRings) / sizeof(kRings[0]);

constexpr uint32_t kSteps = 2000;
constexpr uint32_t kArena = 4u << 20;

struct Run {
  uint32_t s = 0x9e3779b9u;
  uint32_t hash = 0x811c9dc5u;
  uint32_t sets[kSetCount];
  uint32_t rings[kRingCount];

  uint32_t next() {
    s ^= s << 13;
    s ^= s >> 17;
    s ^= s << 5;
    return s;
  }
  uint32_t pick(uint32_t n) { return next() % n; }
  float number() { return static_cast<float>(static_cast<int32_t>(next() >> 21) - 1024) / 1024.0f; }

  void fold(uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) {
      hash = (hash ^ (value >> shift & 0xffu)) * 16777619u;
    }
  }
  void fold_status(int32_t status) { fold(static_cast<uint32_t>(status)); }
  void fold_double(double value) {
    const uint64_t bits = __builtin_bit_cast(uint64_t, value);
    fold(static_cast<uint32_t>(bits));
    fold(static_cast<uint32_t>(bits >> 32));
  }
  void fold_vector(const float* from, uint32_t n) {
    for (uint32_t i = 0; i < n; ++i) fold(__builtin_bit_cast(uint32_t, from[i]));
  }
  void fill(float* to, uint32_t n) {
    for (uint32_t i = 0; i < n; ++i) to[i] = number();
  }

  void create(uint32_t index, uint32_t seed) {
    const SetRow& row = kSets[index];
    sets[index] =
        static_cast<uint32_t>(lora_create(row.in, row.out, row.rank, row.alpha, row.rate, index % 5,
                                          seed, row.flags, row.scopes, row.categories, row.batch));
    for (uint32_t scope = 0; row.categories != 0 && scope < row.scopes; ++scope) {
      fold_status(lora_set_category(sets[index], scope, scope % row.categories));
    }
  }

  void fill_rows(float* to, uint32_t n, uint32_t rows, uint32_t source) {
    const uint32_t stride = source == LORA_FROM_OWN ? LORA_STRIDE(n) : n;
    for (uint32_t j = 0; j < rows; ++j) fill(to + j * stride, n);
  }
  void fold_output(uint32_t index, uint32_t rows) {
    const uint32_t n = kSets[index].out;
    for (uint32_t j = 0; j < rows; ++j) {
      fold_vector(lora_output(sets[index]) + j * LORA_STRIDE(n), n);
    }
  }

  // x, forward, y
  void forward(uint32_t index, uint32_t scope, uint32_t source, uint32_t rows = 1) {
    const uint32_t set = sets[index];
    fill_rows(source == LORA_FROM_OWN ? lora_input(set) : lora_transfer(), kSets[index].in, rows,
              source);
    fold_status(lora_forward(set, scope, rows, source));
    fold_output(index, rows);
  }

  // g, adapt
  void adapt(uint32_t index, uint32_t scope, uint32_t source, bool huge, uint32_t rows = 1) {
    const uint32_t set = sets[index];
    float* g = source == LORA_FROM_OWN ? lora_gradient(set) : lora_transfer();
    fill_rows(g, kSets[index].out, rows, source);
    if (huge) g[0] = 0x1p80f;  // its square is not finite in f32
    fold_status(lora_adapt(set, scope, rows, source));
  }

  void step();
  void sum_up(uint32_t index);
  void finish();
};

void Run::step() {
  const uint32_t action = pick(28);
  const uint32_t index = pick(kSetCount);
  const SetRow& row = kSets[index];
  const uint32_t scope = pick(row.scopes);
  const uint32_t source = pick(2);
  const uint32_t ring_index = pick(kRingCount);
  const RingRow& ring_row = kRings[ring_index];
  const uint32_t set = sets[index];
  const uint32_t ring = rings[ring_index];
  switch (action) {
    case 0:  // forward alone
    case 1:
      forward(index, scope, source);
      break;
    case 2:  // a step alone: the second of a forward, or refused
      adapt(index, scope, source, false);
      break;
    case 3:  // a step that is refused
      adapt(index, scope, source, true);
      break;
    case 4:  // the step of a reward in [-3, 3)
    case 5: {
      forward(index, scope, source);
      const double reward = 3.0 * static_cast<double>(number());
      fold_status(lora_adapt_with_reward(set, scope, reward));
      break;
    }
    case 6:  // the x that is in the input once more, and a step
      fold_status(lora_forward(set, scope, 1, LORA_FROM_OWN));
      adapt(index, scope, source, false);
      break;
    case 7: {  // a row of numbers over 16
      const uint32_t factor = pick(2);
      const uint32_t at = pick(row.rank);
      const uint32_t n = factor == LORA_A ? row.in : row.out;
      for (uint32_t i = 0; i < n; ++i) lora_transfer()[i] = number() / 16.0f;
      fold_status(lora_write_row(set, scope, factor, at));
      break;
    }
    case 8:  // what a set can be asked
      fold_double(lora_delta_norm(set, scope));
      fold_double(lora_adapt_count(set, scope));
      fold_double(lora_forward_count(set, scope));
      fold_double(lora_total_adapt_count(set));
      fold_double(lora_total_forward_count(set));
      fold_double(lora_option(set, 0, LORA_LEARNING_RATE));
      fold_double(lora_param_count(set));
      break;
    case 9: {  // one time in four a reset, one in eight of those of everything
      if (pick(4) != 0) break;
      fold_status(lora_reset(set, pick(8) == 0 ? LORA_ALL_SCOPES : scope));
      break;
    }
    case 10: {  // the last choice is no category
      const uint32_t category = pick(row.categories + 1);
      fold_status(
          lora_set_category(set, scope, category == row.categories ? LORA_NO_CATEGORY : category));
      break;
    }
    case 11:  // on three times in four
      fold_status(lora_set_category_fallback(set, pick(4) != 0 ? 1 : 0));
      break;
    case 12: {  // one time in eight another set in its place
      if (pick(8) != 0) break;
      const uint32_t seed = next();
      fold_status(lora_free(set));
      fold_status(lora_free(set));
      create(index, seed);
      break;
    }
    case 13:  // the rate of the table times 0 to 2 in steps of 1/4
      fold_status(lora_set_option(set, LORA_ALL_SCOPES, LORA_LEARNING_RATE,
                                  row.rate * static_cast<double>(pick(9)) / 4.0));
      break;
    case 14: {  // sometimes an operator that the ring does not have
      fill(lora_transfer(), ring_row.dim);
      const uint32_t op = pick(ring_row.operators + 1);
      const uint32_t attention = 37 * pick(6);
      const double execution = static_cast<double>(1 + pick(64)) / 16.0;
      const double baseline = static_cast<double>(1 + pick(64)) / 16.0;
      fold_status(lora_trajectory_record(ring, op, attention, execution, baseline));
      break;
    }
    case 15: {  // what a ring can be asked; the index may be past its end
      fold_double(lora_trajectory_length(ring));
      fold_double(lora_trajectory_total_count(ring));
      fold_double(lora_trajectory_success_rate(ring));
      fold_double(lora_trajectory_best_improvement(ring));
      fold_double(lora_trajectory_mean_improvement(ring));
      fold_double(lora_trajectory_variance(ring));
      fold_double(lora_trajectory_best_attention(ring));
      fold_double(lora_trajectory_high_quality_count(ring, static_cast<double>(number())));
      fold_double(lora_trajectory_count_by_operator(ring, pick(ring_row.operators)));
      const uint32_t at = pick(ring_row.capacity);
      for (uint32_t field = 0; field < 5; ++field) {
        fold_double(lora_trajectory_get(ring, at, field));
      }
      const int32_t status = lora_trajectory_read(ring, at);
      fold_status(status);
      if (status == LORA_OK) fold_vector(lora_transfer(), ring_row.dim);
      break;
    }
    case 16: {  // forward of rows, and y once more, packed
      const uint32_t rows = 1 + pick(row.batch);
      forward(index, scope, source, rows);
      fold_vector(lora_packed_output(set, rows), rows * row.out);
      break;
    }
    case 17: {  // a step of rows alone, of as many as the last forward or refused
      const uint32_t rows = 1 + pick(row.batch);
      adapt(index, scope, source, false, rows);
      break;
    }
    case 18: {  // forward and a step of rows, one time in eight refused
      const uint32_t rows = 1 + pick(row.batch);
      forward(index, scope, source, rows);
      adapt(index, scope, source, pick(8) == 0, rows);
      break;
    }
    case 19:
    case 20: {  // x and a target, each of some rows, from the transfer vector; one time in eight as
                // many rows as do not fit
      const uint32_t rows = 1 + pick(row.batch);
      fill(lora_transfer(), rows * (row.in + row.out));
      const uint32_t asked = pick(8) == 0 ? row.batch + 1 : rows;
      const uint32_t loss = pick(3);
      fold_double(lora_learn(set, scope, asked, loss, 0.5, pick(2)));
      fold_output(index, rows);
      break;
    }
    case 21: {  // queries and candidates, of which some are negatives
      const uint32_t rows = 1 + pick(row.batch);
      const uint32_t candidates = rows + 1 + pick(3);
      fold_status(lora_reserve(set, rows, candidates));
      fill(lora_transfer(), rows * row.in + candidates * row.out);
      fold_double(lora_contrast(set, scope, rows, candidates, pick(2), 0.25));
      fold_output(index, rows);
      break;
    }
    case 22: {  // forward, and a gradient that waits
      const uint32_t rows = 1 + pick(row.batch);
      forward(index, scope, source, rows);
      fill(lora_transfer(), rows * row.out);
      fold_status(lora_accumulate(set, scope, rows, LORA_FROM_TRANSFER));
      break;
    }
    case 23:
      fold_status(lora_step(set, scope));
      break;
    case 24: {  // an option other than the rate, of this scope; sometimes out of its range
      const uint32_t option = 1 + pick(9);
      const double value = static_cast<double>(pick(5)) / 16.0;
      fold_status(lora_set_option(set, scope, option, value));
      fold_double(lora_option(set, scope, option));
      break;
    }
    default:  // 25 to 27: forward and a step, what adapters are for
      forward(index, scope, source);
      adapt(index, scope, source, false);
      break;
  }
}

// The mean of all scopes, folded on the way, to the first of them; and that into a matrix.
void Run::sum_up(uint32_t index) {
  const SetRow& row = kSets[index];
  const auto sum = static_cast<uint32_t>(lora_sum_create(row.in, row.out, 2 * row.rank));
  for (uint32_t scope = 0; scope < row.scopes; ++scope) {
    fold_status(lora_sum_add(sum, sets[index], scope, 1 + scope));
  }
  fold_status(lora_sum_take(sum, sets[index], 0, 1, 0));
  fold_double(lora_sum_kept(sum));
  fold_double(lora_sum_lost(sum));
  fold_status(lora_free(sum));
  fill(lora_transfer(), row.in);
  fold_status(lora_merge_row(sets[index], 0, 0, 1));
  fold_vector(lora_transfer(), row.in);
}

void Run::finish() {
  for (uint32_t index = 0; index < kSetCount; ++index) {
    const SetRow& row = kSets[index];
    sum_up(index);
    for (uint32_t scope = 0; scope < row.scopes; ++scope) {
      for (uint32_t factor = LORA_A; factor <= LORA_B; ++factor) {
        for (uint32_t at = 0; at < row.rank; ++at) {
          fold_status(lora_read_row(sets[index], scope, factor, at));
          fold_vector(lora_transfer(), factor == LORA_A ? row.in : row.out);
        }
      }
    }
    for (uint32_t scope = 0; scope < row.scopes; ++scope) {
      fold_status(lora_reset(sets[index], scope));
      forward(index, scope, LORA_FROM_OWN);
    }
    fold_status(lora_free(sets[index]));
  }
  for (const uint32_t ring : rings) fold_status(lora_free(ring));
}

}  // namespace

extern "C" unsigned driver_hash(void) {
  if (lora_memory_free() < kArena) lora_grow(kArena);
  Run run;
  for (uint32_t index = 0; index < kSetCount; ++index) run.create(index, index);
  for (uint32_t index = 0; index < kRingCount; ++index) {
    const RingRow& row = kRings[index];
    run.rings[index] =
        static_cast<uint32_t>(lora_trajectory_create(row.capacity, row.dim, row.operators));
  }
  for (uint32_t i = 0; i < kSteps; ++i) run.step();
  run.finish();
  return run.hash;
}
