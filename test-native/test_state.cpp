// What a set keeps and what it forgets: the last forward, shared vectors, rows, padding, seeds,
// resets and the learning rate.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cfloat>
#include <cmath>
#include <functional>
#include <limits>

#include "set.hpp"

extern "C" unsigned driver_hash(void);
extern "C" unsigned driver_spaces_hash(void);
extern "C" unsigned driver_policies_hash(void);

namespace {

void put(const Floats& v) {
  std::copy(v.begin(), v.end(), lora_transfer());
}

}  // namespace

TEST_CASE("a step needs a forward since whatever made the last one worthless", "[state]") {
  Set set({.in = 4, .out = 4, .flags = LORA_RESIDUAL, .scopes = 2, .categories = 1});
  const uint32_t h = set.handle();
  const auto refused = [&] {
    const State before(set);
    const bool is = set.try_adapt({1, 1, 1, 1}) == LORA_E_STATE &&
                    lora_adapt_with_reward(h, 0, 1) == LORA_E_STATE;
    return is && State(set) == before;
  };
  CHECK(refused());
  const struct {
    const char* name;
    std::function<int32_t(uint32_t handle)> call;
  } kForgetting[] = {
      {"reset", [](uint32_t x) { return lora_reset(x, 0); }},
      {"reset all", [](uint32_t x) { return lora_reset(x, LORA_ALL_SCOPES); }},
      {"write row", [](uint32_t x) { return lora_write_row(x, 0, LORA_B, 0); }},
      {"category", [](uint32_t x) { return lora_set_category(x, 0, 0); }},
      {"fallback", [](uint32_t x) { return lora_set_category_fallback(x, 0); }},
      {"another scope", [](uint32_t x) { return lora_forward(x, 1, 1, LORA_FROM_OWN); }},
  };
  put({1, 2, 3, 4});
  for (const auto& call : kForgetting) {
    CAPTURE(call.name);
    set.forward({1, 2, 3, 4});
    CHECK(set.try_adapt({1, 1, 1, 1}) == LORA_OK);
    REQUIRE(call.call(h) == LORA_OK);
    CHECK(refused());
  }
}

TEST_CASE("a step of sets that share vectors follows directly on their own forward", "[state]") {
  Spec spec{.in = 6, .out = 6, .flags = LORA_RESIDUAL | LORA_SHARED_IO};
  Set a(spec);
  spec.seed = 2;
  spec.rank = 3;
  Set b(spec);
  spec.in = 5;
  spec.out = 5;
  Set other(spec);
  CHECK(lora_input(a.handle()) == lora_input(b.handle()));
  CHECK(lora_output(a.handle()) == lora_output(b.handle()));
  CHECK(lora_gradient(a.handle()) == lora_gradient(b.handle()));
  CHECK(lora_input(a.handle()) != lora_input(other.handle()));
  const Floats x{1, 2, 3, 4, 5, 6};
  const Floats g{1, 0, -1, 0, 1, 0};
  a.forward(x);
  CHECK(a.try_adapt(g) == LORA_OK);
  b.forward(x);
  const State before(a);
  CHECK(a.try_adapt(g) == LORA_E_STATE);
  CHECK(lora_adapt_with_reward(a.handle(), 0, 1) == LORA_E_STATE);
  CHECK(State(a) == before);
  CHECK(b.try_adapt(g) == LORA_OK);
  const Set wider({.in = 6, .out = 9, .flags = LORA_SHARED_IO});
  const Set narrower({.in = 9, .out = 6, .flags = LORA_SHARED_IO});
  CHECK(lora_input(a.handle()) != lora_input(wider.handle()));
  CHECK(lora_input(a.handle()) != lora_input(narrower.handle()));
  CHECK(lora_input(wider.handle()) != lora_input(narrower.handle()));
  // Sets of another shape, or that do not share, do not come between.
  a.forward(x);
  other.forward({1, 2, 3, 4, 5});
  Set alone({.in = 6, .out = 6, .flags = LORA_RESIDUAL});
  alone.forward(x);
  CHECK(a.try_adapt(g) == LORA_OK);
  // A set that takes the place in memory of the one that did the last forward did not do it.
  auto* gone = new Set(a.spec());
  gone->forward(x);
  delete gone;
  Set next(a.spec());
  CHECK(next.try_adapt(g) == LORA_E_STATE);
  CHECK(a.try_adapt(g) == LORA_E_STATE);
  // The same numbers as alone.
  Set alone_again({.in = 6, .out = 6, .flags = LORA_RESIDUAL});
  alone_again.forward(x);
  alone_again.adapt(g);
  next.forward(x);
  next.adapt(g);
  CHECK(next.weights() == alone_again.weights());
}

TEST_CASE("shared vectors live as long as any set that shares them", "[state]") {
  { const Set first({}); }
  const double used = lora_memory_used();
  {
    auto* a = new Set({.in = 77, .out = 77, .flags = LORA_SHARED_IO});
    Set b({.in = 77, .out = 77, .flags = LORA_SHARED_IO});
    const Floats x(77, 1.0f);
    const Floats y = b.forward(x);
    const float* input = lora_input(b.handle());
    delete a;
    const Set in_between({.in = 77, .out = 77});
    CHECK(lora_input(b.handle()) == input);
    CHECK(same_bits(Floats(input, input + 77), x));
    CHECK(same_bits(b.output(), y));
    CHECK(b.try_adapt(x) == LORA_OK);
  }
  CHECK(lora_memory_used() == used);
}

TEST_CASE("rows are read as they were written, and the others stay", "[state]") {
  oracle::Random random(1);
  for (const uint32_t rank : {1u, 2u, 3u, 8u}) {
    Set set({.in = 7, .out = 18, .rank = rank, .scopes = 2});
    Weights expected = set.weights(1);
    const Weights of_other = set.weights(0);
    for (int i = 0; i < 50; ++i) {
      const uint32_t factor = random.below(2);
      const uint32_t row = random.below(rank);
      Floats& all = factor == LORA_A ? expected.a : expected.b;
      const uint32_t n = factor == LORA_A ? 7 : 18;
      Floats values = to_float(random.normals(n));
      values[0] = -0.0f;
      values[n / 2] = 1e-45f;
      values[n - 1] = FLT_MAX;
      put(values);
      REQUIRE(lora_write_row(set.handle(), 1, factor, row) == LORA_OK);
      std::copy(values.begin(), values.end(), all.begin() + row * n);
      CHECK(set.weights(1) == expected);
      CHECK(set.weights(0) == of_other);
    }
    put(Floats(32, 7.0f));
    REQUIRE(lora_read_row(set.handle(), 1, LORA_A, 0) == LORA_OK);
    CHECK(same_bits(Floats(lora_transfer() + 7, lora_transfer() + 32), Floats(25, 7.0f)));
  }
}

TEST_CASE("what lies behind a vector is not part of it", "[state]") {
  oracle::Random random(2);
  for (const uint32_t dim : {1u, 5u, 17u}) {
    Set clean({.in = dim, .out = dim, .flags = LORA_RESIDUAL});
    Set dirty({.in = dim, .out = dim, .flags = LORA_RESIDUAL});
    const float nan = std::numeric_limits<float>::quiet_NaN();
    for (int i = 0; i < 4; ++i) {
      const Floats x = to_float(random.normals(dim));
      const Floats g = to_float(random.normals(dim));
      const Floats y = clean.forward(x);
      clean.adapt(g);
      std::fill_n(lora_transfer(), LORA_TRANSFER, nan);
      put(x);
      REQUIRE(lora_forward(dirty.handle(), 0, 1, LORA_FROM_TRANSFER) == LORA_OK);
      CHECK(same_bits(dirty.output(), y));
      CHECK(std::equal(x.begin(), x.end(), lora_input(dirty.handle())));
      std::fill_n(lora_transfer(), LORA_TRANSFER, nan);
      put(g);
      REQUIRE(lora_adapt(dirty.handle(), 0, 1, LORA_FROM_TRANSFER) == LORA_OK);
      CHECK(dirty.weights() == clean.weights());
    }
  }
}

TEST_CASE("A starts uniform in +-1/sqrt(in), B at 0, and seeds and scopes differ", "[state]") {
  for (const uint32_t in : {16u, 256u}) {
    Set set({.in = in, .out = 31, .rank = 64, .scopes = 2});
    const Weights first = set.weights(0);
    const double n = static_cast<double>(first.a.size());
    const double reach = 1 / std::sqrt(static_cast<double>(in));
    double sum = 0;
    double squares = 0;
    double largest = 0;
    for (const float value : first.a) {
      sum += value / reach;
      squares += value / reach * (value / reach);
      largest = std::max(largest, std::fabs(double(value)));
    }
    CHECK(largest <= reach * (1 + 0x1p-23));
    CHECK(largest > reach * (1 - 20 / n));  // misses with a probability of e^-20
    // Of a uniform number in +-1 the variance is 1/3, that of its square 4/45: five sigma.
    CHECK(std::fabs(sum / n) < 5 * std::sqrt(1 / (3 * n)));
    CHECK(std::fabs(squares / n - 1.0 / 3) < 5 * std::sqrt(4 / (45 * n)));
    CHECK(same_bits(first.b, Floats(31 * 64, 0.0f)));
    CHECK_FALSE(set.weights(1).a == first.a);
    // Rows are not multiples of each other, so the rank is what it says.
    CHECK_FALSE(std::fabs(first.a[0] / first.a[in] - first.a[1] / first.a[in + 1]) < 1e-3);
  }
  Weights of_seed[3];
  for (uint32_t seed : {0u, 1u, 0xffffffffu}) {
    const Set a({.seed = seed, .scopes = 2});
    const Set b({.seed = seed, .scopes = 2});
    CHECK(a.weights(0) == b.weights(0));
    CHECK(a.weights(1) == b.weights(1));
    of_seed[seed == 0xffffffffu ? 2 : seed] = a.weights(0);
  }
  CHECK_FALSE(of_seed[0] == of_seed[1]);
  CHECK_FALSE(of_seed[1] == of_seed[2]);
}

TEST_CASE("a reset brings back the state at creation", "[state]") {
  Set set({.in = 9, .out = 9, .rank = 3, .flags = LORA_RESIDUAL, .scopes = 3});
  oracle::Random random(3);
  const Weights fresh[] = {set.weights(0), set.weights(1), set.weights(2)};
  const auto learn = [&] {
    for (uint32_t scope = 0; scope < 3; ++scope) {
      set.forward(to_float(random.normals(9)), scope);
      set.adapt(to_float(random.normals(9)), scope);
    }
  };
  learn();
  learn();
  CHECK(lora_total_adapt_count(set.handle()) == 6);
  CHECK(lora_total_forward_count(set.handle()) == 6);
  const Weights learned = set.weights(0);
  REQUIRE(lora_reset(set.handle(), 1) == LORA_OK);
  CHECK(set.weights(1) == fresh[1]);
  CHECK(set.weights(0) == learned);
  CHECK(lora_adapt_count(set.handle(), 1) == 0);
  CHECK(lora_forward_count(set.handle(), 1) == 0);
  CHECK(lora_adapt_count(set.handle(), 0) == 2);
  CHECK(lora_total_adapt_count(set.handle()) == 4);
  CHECK(lora_total_forward_count(set.handle()) == 4);
  REQUIRE(lora_reset(set.handle(), LORA_ALL_SCOPES) == LORA_OK);
  for (uint32_t scope = 0; scope < 3; ++scope) {
    CHECK(set.weights(scope) == fresh[scope]);
    CHECK(lora_delta_norm(set.handle(), scope) == 0);
    const Floats x = to_float(random.normals(9));
    CHECK(same_bits(set.forward(x, scope), x));
  }
  CHECK(lora_total_adapt_count(set.handle()) == 0);
}

TEST_CASE("the learning rate is that of the steps after it was set", "[state]") {
  Set set({.in = 2, .out = 2, .rank = 1, .rate = 1});
  set.set_weights({{1, 0}, {0, 0}});
  set.forward({1, 0});
  REQUIRE(lora_set_option(set.handle(), LORA_ALL_SCOPES, LORA_LEARNING_RATE, 0.5) == LORA_OK);
  CHECK(lora_option(set.handle(), 0, LORA_LEARNING_RATE) == 0.5);
  set.adapt({1, 2});
  CHECK(same_bits(set.weights().b, {-0.5f, -1}));
  REQUIRE(lora_set_option(set.handle(), LORA_ALL_SCOPES, LORA_LEARNING_RATE, 0) == LORA_OK);
  const Weights before = set.weights();
  set.adapt({1, 2});
  CHECK(set.weights() == before);
}

// The same run whatever was done before it, and nothing of it is left.
TEST_CASE("the drivers' runs depend on nothing but themselves", "[state]") {
  open_engine();
  const unsigned first = driver_hash();
  const unsigned of_spaces = driver_spaces_hash();
  const unsigned of_policies = driver_policies_hash();
  const double used = lora_memory_used();
  const Set in_between({.in = 100, .out = 100, .flags = LORA_SHARED_IO});
  put(Floats(LORA_TRANSFER, 3.0f));
  CHECK(driver_policies_hash() == of_policies);
  CHECK(driver_spaces_hash() == of_spaces);
  CHECK(driver_hash() == first);
  CHECK(lora_memory_used() > used);
}
