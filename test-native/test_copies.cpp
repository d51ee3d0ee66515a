// A set made again from its matrices and numbers, or by lora_copy, goes on with the same bits; and
// deltas in and out of base matrices.
#include <catch2/catch.hpp>
#include <cmath>

#include "set.hpp"

namespace {

constexpr uint32_t kOptimizers[] = {LORA_SGD, LORA_MOMENTUM, LORA_ADAM, LORA_ADAMW,
                                    LORA_PRECONDITIONED};
constexpr uint32_t kMatrices = LORA_ACCUMULATED_B + 1;

double* numbers() {
  return reinterpret_cast<double*>(lora_transfer());
}

void copy_by_parts(const Set& from, Set& to) {
  const Spec& spec = from.spec();
  for (uint32_t index = 0; index < spec.scopes + spec.categories; ++index) {
    for (uint32_t matrix = 0; matrix < kMatrices; ++matrix) {
      for (uint32_t row = 0; row < spec.rank; ++row) {
        const int32_t status = lora_read_row(from.handle(), index, matrix, row);
        if (status == LORA_E_STATE) continue;
        REQUIRE(status == LORA_OK);
        REQUIRE(lora_write_row(to.handle(), index, matrix, row) == LORA_OK);
      }
    }
    for (uint32_t option = 0; option <= LORA_EXPLORE; ++option) {
      const double value = lora_option(from.handle(), index, option);
      REQUIRE(lora_set_option(to.handle(), index, option, value) == LORA_OK);
    }
    const int32_t count = lora_read_numbers(from.handle(), index);
    REQUIRE(count > 0);
    REQUIRE(lora_write_numbers(to.handle(), index, static_cast<uint32_t>(count)) == LORA_OK);
  }
  std::copy_n(lora_input(from.handle()), spec.batch * LORA_STRIDE(spec.in),
              lora_input(to.handle()));
  const int32_t count = lora_read_forward(from.handle());
  REQUIRE(count > 0);
  REQUIRE(lora_write_forward(to.handle(), static_cast<uint32_t>(count)) == LORA_OK);
}

// Calls of all kinds; the same for the same seed. Returns the outputs.
Floats run(Set& set, uint32_t seed, uint32_t calls, bool ends_with_forward) {
  oracle::Random random(seed);
  const Spec& spec = set.spec();
  Floats seen;
  for (uint32_t i = 0; i < calls; ++i) {
    const uint32_t scope = random.below(spec.scopes);
    const uint32_t rows = 1 + random.below(spec.batch);
    const Floats x = to_float(random.normals(rows * spec.in));
    const Floats g = to_float(random.normals(rows * spec.out));
    set.forward(x, scope);
    spread_rows(g, spec.out, lora_gradient(set.handle()));
    switch (random.below(5)) {
      case 0:
        REQUIRE(lora_accumulate(set.handle(), scope, rows, LORA_FROM_OWN) == LORA_OK);
        break;
      case 1:
        if (lora_step(set.handle(), scope) == LORA_OK) set.forward(x, scope);
        break;
      case 2:
        if (rows == 1 && lora_option(set.handle(), scope, LORA_EXPLORE) != 0) {
          REQUIRE(lora_adapt_with_reward(set.handle(), scope, random.normal()) == LORA_OK);
        }
        break;
      default:
        set.adapt(g, scope);
    }
    const Floats y = set.forward(x, scope);
    seen.insert(seen.end(), y.begin(), y.end());
  }
  if (ends_with_forward) set.forward(to_float(random.normals(spec.in)), 0);
  return seen;
}

// What follows: first a step at the forward that is pending.
Floats go_on(Set& set) {
  set.adapt(Floats(set.spec().out, 0.125f), 0);
  Floats seen = run(set, 77, 60, false);
  for (uint32_t scope = 0; scope < set.spec().scopes; ++scope) {
    const Weights weights = set.weights(scope);
    seen.insert(seen.end(), weights.a.begin(), weights.a.end());
    seen.insert(seen.end(), weights.b.begin(), weights.b.end());
    seen.push_back(static_cast<float>(lora_adapt_count(set.handle(), scope)));
    seen.push_back(static_cast<float>(lora_forward_count(set.handle(), scope)));
  }
  lora_reset(set.handle(), 0);
  const Floats y = set.forward(Floats(set.spec().in, 1.0f), 0);
  seen.insert(seen.end(), y.begin(), y.end());
  return seen;
}

Spec spec_of(uint32_t optimizer, uint32_t rank) {
  return {.in = 11,
          .out = 7,
          .rank = rank,
          .alpha = 0.5,
          .rate = optimizer == LORA_PRECONDITIONED ? 0.5 : 0.01,
          .optimizer = optimizer,
          .seed = 5,
          .scopes = 4,
          .categories = 2,
          .batch = 3};
}

void prepare(Set& set) {
  for (const uint32_t scope : {0u, 1u, 2u}) {
    REQUIRE(lora_set_category(set.handle(), scope, scope / 2) == LORA_OK);
  }
}

void set_options(Set& set) {
  REQUIRE(lora_set_option(set.handle(), 1, LORA_EXPLORE, 0.1) == LORA_OK);
  REQUIRE(lora_set_option(set.handle(), 0, LORA_MAX_DELTA, 3) == LORA_OK);
  REQUIRE(lora_set_option(set.handle(), LORA_ALL_SCOPES, LORA_WEIGHT_DECAY, 0.01) == LORA_OK);
  REQUIRE(lora_set_option(set.handle(), 2, LORA_CLIP, 0.5) == LORA_OK);
}

}  // namespace

TEST_CASE("a set made again from its parts goes on with the same bits", "[copies]") {
  for (const uint32_t optimizer : kOptimizers) {
    for (const uint32_t rank : {1u, 2u, 3u, 16u}) {
      CAPTURE(optimizer, rank);
      Set one(spec_of(optimizer, rank));
      prepare(one);
      set_options(one);
      run(one, 3, 100, true);
      Set other(spec_of(optimizer, rank));
      prepare(other);
      copy_by_parts(one, other);
      CHECK(State(other).weights == State(one).weights);
      CHECK(same_bits(go_on(one), go_on(other)));
    }
  }
}

TEST_CASE("a copy goes on with the same bits, but for the last forward", "[copies]") {
  for (const uint32_t optimizer : kOptimizers) {
    CAPTURE(optimizer);
    Set one(spec_of(optimizer, 2));
    prepare(one);
    set_options(one);
    run(one, 3, 100, true);
    Set other(spec_of(optimizer, 2));
    run(other, 9, 50, true);
    REQUIRE(lora_copy(other.handle(), one.handle(), 1) == LORA_OK);
    CHECK(other.try_adapt(Floats(7, 1.0f), 0) == LORA_E_STATE);
    for (Set* set : {&one, &other}) set->forward(Floats(11, 0.5f), 0);
    // The copy made one forward more of scope 0 than it was given.
    CHECK(same_bits(go_on(one), go_on(other)));
  }
}

TEST_CASE("a copy without options keeps those it had", "[copies]") {
  Set one(spec_of(LORA_SGD, 2));
  Set other(spec_of(LORA_SGD, 2));
  set_options(one);
  REQUIRE(lora_set_option(other.handle(), 0, LORA_LEARNING_RATE, 0.25) == LORA_OK);
  run(one, 3, 20, false);
  REQUIRE(lora_copy(other.handle(), one.handle(), 0) == LORA_OK);
  CHECK(State(other).weights == State(one).weights);
  CHECK(lora_option(other.handle(), 0, LORA_LEARNING_RATE) == 0.25);
  CHECK(lora_option(other.handle(), 0, LORA_MAX_DELTA) == 0);
}

TEST_CASE("a copy into a set of another kind, or a full arena, is refused", "[copies]") {
  const Spec spec = spec_of(LORA_ADAM, 2);
  Set one(spec);
  Set changed[] = {Set({.in = 12, .out = 7, .optimizer = LORA_ADAM, .scopes = 4, .categories = 2}),
                   Set({.in = 11, .out = 7, .optimizer = LORA_ADAMW, .scopes = 4, .categories = 2}),
                   Set({.in = 11, .out = 7, .optimizer = LORA_ADAM, .scopes = 3, .categories = 2}),
                   Set({.in = 11, .out = 7, .alpha = 2, .optimizer = LORA_ADAM, .scopes = 4})};
  for (Set& other : changed) {
    CHECK(lora_copy(other.handle(), one.handle(), 0) == LORA_E_SHAPE);
  }
  CHECK(lora_copy(one.handle(), 12345, 0) == LORA_E_HANDLE);
  CHECK(lora_copy(one.handle(), one.handle(), 2) == LORA_E_OPTION);
  CHECK(lora_copy(one.handle(), one.handle(), 1) == LORA_OK);
}

TEST_CASE("numbers that cannot be are refused, and nothing changes", "[copies]") {
  for (const uint32_t optimizer : kOptimizers) {
    Set set(spec_of(optimizer, 2));
    run(set, 4, 30, false);
    const State before(set);
    const int32_t count = lora_read_numbers(set.handle(), 0);
    REQUIRE(count > 0);
    const std::vector<double> good(numbers(), numbers() + count);
    for (int32_t i = 0; i < count; ++i) {
      for (const double bad : {std::nan(""), double(INFINITY), -double(INFINITY)}) {
        CAPTURE(optimizer, i, bad);
        std::copy(good.begin(), good.end(), numbers());
        numbers()[i] = bad;
        CHECK(lora_write_numbers(set.handle(), 0, static_cast<uint32_t>(count)) == LORA_E_RANGE);
      }
    }
    // Counts that are none, a flag that is none, and waiting gradients where there are none.
    for (const auto& [at, bad] : {std::pair{0, 0.5}, {0, -1.0}, {4, 2.0}, {10, 2.0}, {11, 0.5}}) {
      CAPTURE(optimizer, at, bad);
      std::copy(good.begin(), good.end(), numbers());
      numbers()[at] = bad;
      CHECK(lora_write_numbers(set.handle(), 0, static_cast<uint32_t>(count)) == LORA_E_RANGE);
    }
    CHECK(lora_write_numbers(set.handle(), 0, static_cast<uint32_t>(count) - 1) == LORA_E_SHAPE);
    CHECK(State(set) == before);
  }
}

TEST_CASE("moments from anywhere do not lead to weights that are not finite", "[copies]") {
  for (const uint32_t optimizer : {LORA_MOMENTUM, LORA_ADAM, LORA_ADAMW}) {
    Set set({.in = 8, .out = 8, .rate = 1, .optimizer = uint32_t(optimizer)});
    set.forward(Floats(8, 1.0f));
    for (const uint32_t matrix : {LORA_MOMENT_A, LORA_MOMENT_B}) {
      for (uint32_t row = 0; row < 2; ++row) {
        std::fill_n(lora_transfer(), 8, 3e38f);
        CHECK(lora_write_row(set.handle(), 0, matrix, row) == LORA_E_RANGE);
        std::fill_n(lora_transfer(), 8, 1e36f);
        REQUIRE(lora_write_row(set.handle(), 0, matrix, row) == LORA_OK);
      }
    }
    for (int i = 0; i < 5; ++i) {
      if (set.try_forward(Floats(8, 1.0f)) == LORA_OK) set.try_adapt(Floats(8, 1.0f));
      for (const float weight : set.weights().a) CHECK(std::isfinite(weight));
      for (const float weight : set.weights().b) CHECK(std::isfinite(weight));
    }
  }
}

TEST_CASE("a delta goes into a base matrix and out again", "[copies]") {
  const Spec spec{.in = 13, .out = 9, .rank = 3, .alpha = 0.75, .scopes = 2};
  Set set(spec);
  run(set, 5, 40, false);
  oracle::Random random(8);
  const oracle::Adapter adapter = set.to_oracle(1);
  for (uint32_t row = 0; row < spec.out; ++row) {
    const Floats w = to_float(random.normals(spec.in));
    std::copy(w.begin(), w.end(), lora_transfer());
    REQUIRE(lora_merge_row(set.handle(), 1, row, 1) == LORA_OK);
    for (uint32_t i = 0; i < spec.in; ++i) {
      double expected = w[i];
      for (uint32_t k = 0; k < spec.rank; ++k) {
        expected += adapter.alpha * adapter.b[k * spec.out + row] * adapter.a[k * spec.in + i];
      }
      CHECK(std::abs(lora_transfer()[i] - expected) < 1e-6 * (1 + std::abs(expected)));
    }
    REQUIRE(lora_merge_row(set.handle(), 1, row, -1) == LORA_OK);
    for (uint32_t i = 0; i < spec.in; ++i) CHECK(std::abs(lora_transfer()[i] - w[i]) < 2e-6);
  }
  CHECK(lora_merge_row(set.handle(), 1, spec.out, 1) == LORA_E_SHAPE);
  CHECK(lora_merge_row(set.handle(), 1, 0, 1e39) == LORA_E_NONFINITE);
  lora_transfer()[3] = INFINITY;
  CHECK(lora_merge_row(set.handle(), 1, 0, 1) == LORA_E_NONFINITE);
}
