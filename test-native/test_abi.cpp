// The boundary against its manual, lora.h: handles, and every documented error, which changes
// nothing. The errors that are about numbers are in test_numbers, those of rings in
// test_trajectories, those of a full arena in test_arena.
#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <limits>
#include <vector>

#include "set.hpp"

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr uint32_t kHuge = 0xffffffffu;

// What the engine says before its first lora_grow: seen while the program starts, before any test.
struct BeforeGrow {
  double used = lora_memory_used();
  double free = lora_memory_free();
  double largest = lora_memory_largest_free();
  double wanted = lora_memory_wanted();
  bool has_transfer = lora_transfer() != nullptr;
  int32_t check = lora_check(1);
  int32_t set = create({});
  int32_t ring = lora_trajectory_create(1, 1, 1);
  int32_t freed = lora_free(1);
};

const BeforeGrow before_grow;

struct Call {
  const char* name;
  std::function<double(uint32_t handle)> call;
};

double status_of(const float* vector) {
  return vector == nullptr ? LORA_E_HANDLE : 0;
}

const std::vector<Call> kSetCalls = {
    {"input", [](uint32_t h) { return status_of(lora_input(h)); }},
    {"output", [](uint32_t h) { return status_of(lora_output(h)); }},
    {"gradient", [](uint32_t h) { return status_of(lora_gradient(h)); }},
    {"forward", [](uint32_t h) { return lora_forward(h, 0, 1, LORA_FROM_OWN); }},
    {"forward from transfer", [](uint32_t h) { return lora_forward(h, 0, 1, LORA_FROM_TRANSFER); }},
    {"adapt", [](uint32_t h) { return lora_adapt(h, 0, 1, LORA_FROM_OWN); }},
    {"learn", [](uint32_t h) { return lora_learn(h, 0, 1, LORA_MSE, 0, 0); }},
    {"packed output", [](uint32_t h) { return status_of(lora_packed_output(h, 1)); }},
    {"adapt with reward", [](uint32_t h) { return lora_adapt_with_reward(h, 0, 1); }},
    {"delta norm", [](uint32_t h) { return lora_delta_norm(h, 0); }},
    {"adapt count", [](uint32_t h) { return lora_adapt_count(h, 0); }},
    {"forward count", [](uint32_t h) { return lora_forward_count(h, 0); }},
    {"total adapt count", lora_total_adapt_count},
    {"total forward count", lora_total_forward_count},
    {"param count", lora_param_count},
    {"option", [](uint32_t h) { return lora_option(h, 0, LORA_LEARNING_RATE); }},
    {"contrast", [](uint32_t h) { return lora_contrast(h, 0, 1, 2, LORA_TRIPLET, 1); }},
    {"reserve", [](uint32_t h) { return lora_reserve(h, 1, 2); }},
    {"accumulate", [](uint32_t h) { return lora_accumulate(h, 0, 1, LORA_FROM_OWN); }},
    {"step", [](uint32_t h) { return lora_step(h, 0); }},
    {"decay", [](uint32_t h) { return lora_decay_to_base(h, 0, 0.5); }},
    {"set learning rate",
     [](uint32_t h) { return lora_set_option(h, LORA_ALL_SCOPES, LORA_LEARNING_RATE, 1); }},
    {"reset", [](uint32_t h) { return lora_reset(h, 0); }},
    {"reset all", [](uint32_t h) { return lora_reset(h, LORA_ALL_SCOPES); }},
    {"read row", [](uint32_t h) { return lora_read_row(h, 0, LORA_A, 0); }},
    {"write row", [](uint32_t h) { return lora_write_row(h, 0, LORA_A, 0); }},
    {"set category", [](uint32_t h) { return lora_set_category(h, 0, LORA_NO_CATEGORY); }},
    {"set fallback", [](uint32_t h) { return lora_set_category_fallback(h, 1); }},
};

const std::vector<Call> kRingCalls = {
    {"record", [](uint32_t h) { return lora_trajectory_record(h, 0, 0, 1, 1); }},
    {"length", lora_trajectory_length},
    {"total count", lora_trajectory_total_count},
    {"success rate", lora_trajectory_success_rate},
    {"best improvement", lora_trajectory_best_improvement},
    {"mean improvement", lora_trajectory_mean_improvement},
    {"variance", lora_trajectory_variance},
    {"best attention", lora_trajectory_best_attention},
    {"high quality count", [](uint32_t h) { return lora_trajectory_high_quality_count(h, 0); }},
    {"count by operator", [](uint32_t h) { return lora_trajectory_count_by_operator(h, 0); }},
    {"get", [](uint32_t h) { return lora_trajectory_get(h, 0, LORA_OPERATOR); }},
    {"read", [](uint32_t h) { return lora_trajectory_read(h, 0); }},
    {"ring reset", lora_trajectory_reset},
};

void put(const Floats& v) {
  std::copy(v.begin(), v.end(), lora_transfer());
}

uint32_t new_ring() {
  open_engine();
  const int32_t ring = lora_trajectory_create(4, 5, 3);
  REQUIRE(ring > 0);
  return static_cast<uint32_t>(ring);
}

}  // namespace

TEST_CASE("before the first grow there is no memory", "[abi]") {
  CHECK(before_grow.used == 0);
  CHECK(before_grow.free == 0);
  CHECK(before_grow.largest == 0);
  CHECK(before_grow.wanted == 0);
  CHECK_FALSE(before_grow.has_transfer);
  CHECK(before_grow.check == LORA_E_MEMORY);
  CHECK(before_grow.set == LORA_E_MEMORY);
  CHECK(before_grow.ring == LORA_E_MEMORY);
  CHECK(before_grow.freed == LORA_E_HANDLE);
  CHECK(lora_version() == LORA_ABI_VERSION);
}

TEST_CASE("a stride is the next multiple of 16 floats", "[abi]") {
  CHECK(lora_stride(1) == 16);
  CHECK(lora_stride(16) == 16);
  CHECK(lora_stride(17) == 32);
}

TEST_CASE("handles that are zero, stale, foreign or of another kind are refused", "[abi]") {
  Set set({.in = 5, .out = 5, .scopes = 2});
  const uint32_t ring = new_ring();
  REQUIRE(lora_trajectory_record(ring, 1, 2, 1, 2) == LORA_OK);
  const int32_t gone = create({});
  REQUIRE(gone > 0);
  REQUIRE(lora_free(static_cast<uint32_t>(gone)) == LORA_OK);
  const uint32_t gone_ring = new_ring();
  REQUIRE(lora_free(gone_ring) == LORA_OK);
  set.forward({1, 2, 3, 4, 5});
  const State before(set);

  const std::vector<uint32_t> bad = {0,
                                     1,
                                     static_cast<uint32_t>(gone),
                                     gone_ring,
                                     set.handle() + (1u << 18),
                                     set.handle() | 1u << 31,
                                     set.handle() + 100000,
                                     kHuge,
                                     kHuge >> 1};
  const auto check = [&](const std::vector<Call>& calls, uint32_t handle) {
    for (const Call& call : calls) {
      CAPTURE(call.name, handle);
      CHECK(call.call(handle) == LORA_E_HANDLE);
    }
  };
  for (const uint32_t handle : bad) {
    check(kSetCalls, handle);
    check(kRingCalls, handle);
    CHECK(lora_free(handle) == LORA_E_HANDLE);
  }
  check(kSetCalls, ring);
  check(kRingCalls, set.handle());
  CHECK(State(set) == before);
  CHECK(lora_trajectory_total_count(ring) == 1);
  // And with the handles they are meant for, all of them get past that.
  for (const Call& call : kSetCalls) CHECK(call.call(set.handle()) != LORA_E_HANDLE);
  for (const Call& call : kRingCalls) CHECK(call.call(ring) != LORA_E_HANDLE);
  CHECK(lora_free(ring) == LORA_OK);
  CHECK(lora_free(ring) == LORA_E_HANDLE);
}

// The slot comes round after at least 512 others, and its generations after 8191 of its own lives.
TEST_CASE("a freed handle is refused for as long as the manual says", "[abi]") {
  open_engine();
  const int32_t first = create({.in = 1, .out = 1, .rank = 1});
  REQUIRE(first > 0);
  const auto stale = static_cast<uint32_t>(first);
  REQUIRE(lora_free(stale) == LORA_OK);
  const int lives = kSanitized ? 512 * 100 : 512 * 8190;
  bool refused = true;
  for (int i = 0; i < lives; ++i) {
    const auto handle = static_cast<uint32_t>(create({.in = 1, .out = 1, .rank = 1}));
    refused = refused && handle != stale && lora_param_count(stale) == LORA_E_HANDLE;
    refused = refused && lora_free(handle) == LORA_OK;
  }
  CHECK(refused);
}

TEST_CASE("what lora_create refuses", "[abi]") {
  open_engine();
  const struct {
    const char* what;
    uint32_t in, out, rank;
    double alpha, rate;
    uint32_t optimizer, flags, scopes, categories;
    int32_t status;
  } kRows[] = {
      {"in 0", 0, 4, 1, 1, 1, 0, 0, 1, 0, LORA_E_SHAPE},
      {"out 0", 4, 0, 1, 1, 1, 0, 0, 1, 0, LORA_E_SHAPE},
      {"in above", 16385, 4, 1, 1, 1, 0, 0, 1, 0, LORA_E_SHAPE},
      {"out above", 4, 16385, 1, 1, 1, 0, 0, 1, 0, LORA_E_SHAPE},
      {"in huge", kHuge, 4, 1, 1, 1, 0, 0, 1, 0, LORA_E_SHAPE},
      {"rank 0", 4, 4, 0, 1, 1, 0, 0, 1, 0, LORA_E_SHAPE},
      {"rank above", 4, 4, 65, 1, 1, 0, 0, 1, 0, LORA_E_SHAPE},
      {"rank huge", 4, 4, kHuge, 1, 1, 0, 0, 1, 0, LORA_E_SHAPE},
      {"alpha NaN", 4, 4, 1, kNaN, 1, 0, 0, 1, 0, LORA_E_NONFINITE},
      {"alpha infinite", 4, 4, 1, -kInfinity, 1, 0, 0, 1, 0, LORA_E_NONFINITE},
      {"alpha beyond f32", 4, 4, 1, 1e39, 1, 0, 0, 1, 0, LORA_E_NONFINITE},
      {"rate NaN", 4, 4, 1, 1, kNaN, 0, 0, 1, 0, LORA_E_NONFINITE},
      {"rate infinite", 4, 4, 1, 1, kInfinity, 0, 0, 1, 0, LORA_E_NONFINITE},
      {"rate beyond f32", 4, 4, 1, 1, 1e39, 0, 0, 1, 0, LORA_E_NONFINITE},
      {"rate negative", 4, 4, 1, 1, -0.01, 0, 0, 1, 0, LORA_E_RANGE},
      {"rate a little negative", 4, 4, 1, 1, -1e-300, 0, 0, 1, 0, LORA_E_RANGE},
      {"optimizer", 4, 4, 1, 1, 1, 5, 0, 1, 0, LORA_E_OPTION},
      {"optimizer huge", 4, 4, 1, 1, 1, kHuge, 0, 1, 0, LORA_E_OPTION},
      {"residual", 4, 5, 1, 1, 1, 0, LORA_RESIDUAL, 1, 0, LORA_E_SHAPE},
      {"flag", 4, 4, 1, 1, 1, 0, 4, 1, 0, LORA_E_OPTION},
      {"flags huge", 4, 4, 1, 1, 1, 0, kHuge, 1, 0, LORA_E_OPTION},
      {"scopes 0", 4, 4, 1, 1, 1, 0, 0, 0, 0, LORA_E_RANGE},
      {"scopes above", 4, 4, 1, 1, 1, 0, 0, 4097, 0, LORA_E_RANGE},
      {"scopes huge", 4, 4, 1, 1, 1, 0, 0, kHuge, kHuge, LORA_E_RANGE},
      {"categories", 4, 4, 1, 1, 1, 0, 0, 2, 3, LORA_E_RANGE},
      {"categories huge", 4, 4, 1, 1, 1, 0, 0, 2, kHuge, LORA_E_RANGE},
  };
  for (const auto& row : kRows) {
    CAPTURE(row.what);
    const double used = lora_memory_used();
    CHECK(lora_create(row.in, row.out, row.rank, row.alpha, row.rate, row.optimizer, 1, row.flags,
                      row.scopes, row.categories, 1) == row.status);
    CHECK(lora_memory_used() == used);
  }
  // The ends of the ranges are in them.
  for (const Spec& spec :
       {Spec{.in = 1, .out = 1, .rank = 1}, Spec{.in = 16384, .out = 16384, .rank = 64},
        Spec{.in = 16384, .out = 1, .rank = 1}, Spec{.alpha = -3e38, .rate = 0},
        Spec{.in = 1, .out = 1, .rank = 1, .rate = 3e38, .scopes = 4096, .categories = 4096}}) {
    Set set(spec);
    CHECK(lora_param_count(set.handle()) == spec.rank * (spec.in + spec.out));
    CHECK(lora_option(set.handle(), 0, LORA_LEARNING_RATE) == spec.rate);
  }
  const struct {
    uint32_t capacity, dim, operators;
    int32_t status;
  } kRings[] = {{1, 0, 1, LORA_E_SHAPE},     {1, 16385, 1, LORA_E_SHAPE},
                {0, 1, 1, LORA_E_RANGE},     {1, 1, 0, LORA_E_RANGE},
                {1, 1, 257, LORA_E_RANGE},   {1, 1, kHuge, LORA_E_RANGE},
                {kHuge, 1, 1, LORA_E_MEMORY}};
  for (const auto& row : kRings) {
    const double used = lora_memory_used();
    CHECK(lora_trajectory_create(row.capacity, row.dim, row.operators) == row.status);
    CHECK(lora_memory_used() == used);
  }
}

TEST_CASE("what calls on a set refuse, and that nothing changes", "[abi]") {
  Set set({.in = 5, .out = 3, .rank = 2, .scopes = 3, .categories = 2});
  const uint32_t h = set.handle();
  set.forward({1, 2, 3, 4, 5}, 1);
  set.adapt({1, 2, 3}, 1);
  set.forward({5, 4, 3, 2, 1}, 1);
  const State before(set);
  const struct {
    const char* what;
    double status, expected;
  } kRows[] = {
      {"forward source", double(lora_forward(h, 0, 1, 2)), LORA_E_OPTION},
      {"adapt source", double(lora_adapt(h, 1, 1, kHuge)), LORA_E_OPTION},
      {"adapt of another scope", double(lora_adapt(h, 0, 1, LORA_FROM_OWN)), LORA_E_STATE},
      {"reward where in is not out", double(lora_adapt_with_reward(h, 1, 1)), LORA_E_SHAPE},
      {"rate NaN", double(lora_set_option(h, LORA_ALL_SCOPES, LORA_LEARNING_RATE, kNaN)),
       LORA_E_NONFINITE},
      {"rate infinite", double(lora_set_option(h, LORA_ALL_SCOPES, LORA_LEARNING_RATE, kInfinity)),
       LORA_E_NONFINITE},
      {"rate beyond f32", double(lora_set_option(h, LORA_ALL_SCOPES, LORA_LEARNING_RATE, 1e39)),
       LORA_E_NONFINITE},
      {"rate negative", double(lora_set_option(h, LORA_ALL_SCOPES, LORA_LEARNING_RATE, -1)),
       LORA_E_RANGE},
      {"read matrix", double(lora_read_row(h, 0, 9, 0)), LORA_E_OPTION},
      {"write matrix", double(lora_write_row(h, 0, 9, 0)), LORA_E_OPTION},
      {"moments of sgd", double(lora_read_row(h, 0, LORA_MOMENT_A, 0)), LORA_E_STATE},
      {"read row", double(lora_read_row(h, 0, LORA_A, 2)), LORA_E_SHAPE},
      {"write row", double(lora_write_row(h, 0, LORA_B, kHuge)), LORA_E_SHAPE},
      {"category", double(lora_set_category(h, 1, 2)), LORA_E_RANGE},
      {"category huge", double(lora_set_category(h, 1, kHuge - 1)), LORA_E_RANGE},
      {"fallback", double(lora_set_category_fallback(h, 2)), LORA_E_OPTION},
  };
  for (const auto& row : kRows) {
    CAPTURE(row.what);
    CHECK(row.status == row.expected);
  }
  for (const uint32_t scope : {3u, 4u, 4096u, kHuge - 1, kHuge}) {
    CAPTURE(scope);
    CHECK(lora_forward(h, scope, 1, LORA_FROM_OWN) == LORA_E_SCOPE);
    CHECK(lora_adapt(h, scope, 1, LORA_FROM_OWN) == LORA_E_SCOPE);
    CHECK(lora_adapt_with_reward(h, scope, 1) == LORA_E_SCOPE);
    CHECK(lora_learn(h, scope, 1, LORA_MSE, 0, 0) == LORA_E_SCOPE);
    CHECK(lora_delta_norm(h, scope) == LORA_E_SCOPE);
    CHECK(lora_adapt_count(h, scope) == LORA_E_SCOPE);
    CHECK(lora_forward_count(h, scope) == LORA_E_SCOPE);
    CHECK(lora_merge_row(h, scope, 0, 1) == LORA_E_SCOPE);
    CHECK(lora_set_category(h, scope, 0) == LORA_E_SCOPE);
    if (scope != LORA_ALL_SCOPES) CHECK(lora_reset(h, scope) == LORA_E_SCOPE);
  }
  // Behind the scopes are the categories, of which there are two.
  for (const uint32_t index : {5u, 6u, 4096u, kHuge - 1, kHuge}) {
    CAPTURE(index);
    CHECK(lora_read_row(h, index, LORA_A, 0) == LORA_E_SCOPE);
    CHECK(lora_write_row(h, index, LORA_A, 0) == LORA_E_SCOPE);
    CHECK(lora_option(h, index, LORA_LEARNING_RATE) == LORA_E_SCOPE);
    CHECK(lora_read_numbers(h, index) == LORA_E_SCOPE);
    CHECK(lora_write_numbers(h, index, 13) == LORA_E_SCOPE);
  }
  for (const float bad : {float(kNaN), float(kInfinity), -float(kInfinity)}) {
    put({1, 2, bad, 4, 5});
    CHECK(lora_write_row(h, 0, LORA_A, 1) == LORA_E_NONFINITE);
    CHECK(lora_write_row(h, 0, LORA_B, 1) == LORA_E_NONFINITE);
    CHECK(lora_check(5) == LORA_E_NONFINITE);
    CHECK(lora_check(2) == LORA_OK);
  }
  CHECK(lora_check(lora_transfer_size() + 1) == LORA_E_SHAPE);
  CHECK(lora_check(0) == LORA_OK);
  // Only the numbers of the row count, not what lies behind them.
  put({1, 2, 3, float(kNaN), float(kNaN)});
  CHECK(State(set) == before);
  // The forward before all of this is still the last one.
  CHECK(set.try_adapt({1, 1, 1}, 1) == LORA_OK);
  put({1, 2, 3, float(kNaN)});
  CHECK(lora_write_row(h, 0, LORA_B, 1) == LORA_OK);
}
