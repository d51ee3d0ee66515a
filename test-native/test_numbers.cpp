// Numbers at the edges: norms that cancel, what is refused, weights near the end of f32 and steps
// below its squares, and the step of a reward.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cfloat>
#include <cmath>
#include <limits>

#include "set.hpp"

using oracle::Vector;

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();

// The squared norm is a sum over rank^2 products of sums over in and out, in f64: what rounding
// does to it is a share of the sum of magnitudes, and the norm is its root.
void check_norm(Set& set) {
  const oracle::Adapter adapter = set.to_oracle();
  const double expected = oracle::norm(oracle::delta(adapter));
  double magnitude = 0;
  for (size_t j = 0; j < adapter.rank; ++j) {
    for (size_t k = 0; k < adapter.rank; ++k) {
      double a = 0;
      double b = 0;
      for (size_t i = 0; i < adapter.in; ++i) {
        a += std::fabs(adapter.a[j * adapter.in + i] * adapter.a[k * adapter.in + i]);
      }
      for (size_t o = 0; o < adapter.out; ++o) {
        b += std::fabs(adapter.b[j * adapter.out + o] * adapter.b[k * adapter.out + o]);
      }
      magnitude += adapter.alpha * adapter.alpha * a * b;
    }
  }
  const double roundings = double(adapter.in + adapter.out + adapter.rank * adapter.rank) + 8;
  const double of_square = roundings * 0x1p-53 * magnitude;
  // |a - b| = |a^2 - b^2| / (a + b), and never more than the root of the difference of squares. The
  // oracle's own sums are wrong by a few parts in 2^53 of their magnitudes too.
  const double bound = std::min(std::sqrt(of_square), of_square / std::max(expected, DBL_MIN)) +
                       roundings * 0x1p-53 * std::sqrt(magnitude);
  const double norm = lora_delta_norm(set.handle(), 0);
  CAPTURE(adapter.in, adapter.out, adapter.rank, adapter.alpha, norm, expected, bound);
  CHECK(norm >= 0);
  CHECK(std::fabs(norm - expected) <= bound);
}

Floats with(Floats v, size_t at, float value) {
  v[at] = value;
  return v;
}

}  // namespace

TEST_CASE("delta norm is that of the matrix", "[numbers]") {
  oracle::Random random(1);
  constexpr uint32_t kShapes[][3] = {{1, 1, 1},   {5, 5, 1},     {16, 16, 2},
                                     {3, 8, 2},   {8, 3, 3},     {31, 31, 4},
                                     {64, 16, 8}, {257, 33, 16}, {16, 16, 64}};
  for (const auto& shape : kShapes) {
    for (const double alpha : {1.0, -3.0, 0.125}) {
      Set set({.in = shape[0], .out = shape[1], .rank = shape[2], .alpha = alpha});
      CHECK(lora_delta_norm(set.handle(), 0) == 0);
      set.set_weights({to_float(random.normals(shape[0] * shape[2])),
                       to_float(random.normals(shape[1] * shape[2]))});
      check_norm(set);
    }
  }
}

// B^T A = b (a0 + a1)^T where the rows of B agree, so where a1 is nearly -a0 all but a trace
// cancels.
TEST_CASE("delta norm where rows cancel", "[numbers]") {
  oracle::Random random(2);
  for (const double off : {1e-2, 1e-4, 1e-6, 0.0, 0.0, 0.0, 0.0}) {
    for (const uint32_t dim : {4u, 31u, 256u}) {
      Weights weights{to_float(random.normals(dim)), to_float(random.normals(dim))};
      for (uint32_t i = 0; i < dim; ++i) {
        weights.a.push_back(static_cast<float>(-weights.a[i] * (1 + off * random.normal())));
      }
      // Nothing is off: but for one unit in the last place of one element, so that the norm is
      // below what f64 resolves and the sum can come out on the wrong side of 0.
      if (off == 0) weights.a.back() = std::nextafter(weights.a.back(), 9.0f);
      for (uint32_t o = 0; o < dim; ++o) weights.b.push_back(weights.b[o]);
      Set set({.in = dim, .out = dim});
      set.set_weights(weights);
      INFO("off by " << off);
      check_norm(set);
    }
  }
}

TEST_CASE("delta norm of weights whose squares leave f32", "[numbers]") {
  oracle::Random random(3);
  for (const double scale : {1e37, 1e-30, 1e-44}) {
    Set set({.alpha = 2});
    set.set_weights({to_float(random.normals(32, scale)), to_float(random.normals(32, scale))});
    CHECK(lora_delta_norm(set.handle(), 0) > 0);
    check_norm(set);
  }
}

TEST_CASE("what is not fit for learning is refused and changes nothing", "[numbers]") {
  oracle::Random random(4);
  for (const uint32_t dim : {1u, 5u, 16u, 31u}) {
    Set set({.in = dim, .out = dim, .rate = 0.1, .flags = LORA_RESIDUAL});
    const Floats x = to_float(random.normals(dim));
    const Floats g = to_float(random.normals(dim));
    set.forward(x);
    set.adapt(g);
    set.forward(x);
    const State before(set);
    for (const size_t at : {size_t{0}, size_t{dim / 2}, size_t{dim - 1}}) {
      for (const float bad : {kNaN, kInfinity, -kInfinity, 1e20f, -1e20f, 3e38f}) {
        CAPTURE(dim, at, bad);
        CHECK(set.try_adapt(with(g, at, bad)) == LORA_E_NONFINITE);
        CHECK(State(set) == before);
        std::copy_n(with(g, at, bad).begin(), dim, lora_transfer());
        CHECK(lora_adapt(set.handle(), 0, 1, LORA_FROM_TRANSFER) == LORA_E_NONFINITE);
        CHECK(State(set) == before);
        if (std::isfinite(bad)) continue;
        // From the transfer vector not even the input is touched, so a step is still possible.
        std::copy_n(with(x, at, bad).begin(), dim, lora_transfer());
        CHECK(lora_forward(set.handle(), 0, 1, LORA_FROM_TRANSFER) == LORA_E_NONFINITE);
        CHECK(State(set) == before);
        CHECK(std::equal(x.begin(), x.end(), lora_input(set.handle())));
        CHECK(set.try_forward(with(x, at, bad)) == LORA_E_NONFINITE);
        CHECK(set.try_adapt(g) == LORA_E_NONFINITE);
        CHECK(lora_adapt_with_reward(set.handle(), 0, 1) == LORA_E_NONFINITE);
        CHECK(State(set) == before);
        std::copy(x.begin(), x.end(), lora_input(set.handle()));
      }
    }
    for (const double reward : {double(kNaN), double(kInfinity), -double(kInfinity), 1e39}) {
      CHECK(lora_adapt_with_reward(set.handle(), 0, reward) == LORA_E_NONFINITE);
      CHECK(State(set) == before);
    }
    // No error is sticky.
    CHECK(set.try_adapt(g) == LORA_OK);
  }
}

TEST_CASE("an input too large to learn from is answered, and refused for learning", "[numbers]") {
  for (const float large : {1e20f, 3e38f}) {
    Set set({.in = 4, .out = 4, .flags = LORA_RESIDUAL});
    const Floats x{large, 0, 0, 1};
    CHECK(same_bits(set.forward(x), x));  // B is 0
    const State before(set);
    CHECK(set.try_adapt({1, 2, 3, 4}) == LORA_E_NONFINITE);
    CHECK(lora_adapt_with_reward(set.handle(), 0, 0.5) == LORA_E_NONFINITE);
    CHECK(State(set) == before);
  }
}

TEST_CASE("no sequence of calls leaves a weight that is not finite", "[numbers]") {
  constexpr float kMagnitudes[] = {0,     1e-45f, 1e-30f, 1e-10f, 1,        100,    1e10f,
                                   1e18f, 1e19f,  1e30f,  1e38f,  3.39e38f, FLT_MAX};
  constexpr double kRates[] = {0, 1e-40, 1e-10, 1, 1e10, 1e30, 3.4e38};
  constexpr uint32_t kShapes[][3] = {{1, 1, 1}, {2, 2, 2}, {3, 3, 3}, {17, 17, 2}, {16, 16, 5}};
  const int steps = kSanitized ? 2000 : 20000;
  for (const auto& shape : kShapes) {
    oracle::Random random(5 + shape[0]);
    Spec spec{.in = shape[0], .out = shape[1], .rank = shape[2], .flags = LORA_RESIDUAL};
    spec.scopes = 3;
    spec.categories = 1;
    Set set(spec);
    for (uint32_t scope = 0; scope < 3; ++scope) lora_set_category(set.handle(), scope, 0);
    const auto vector = [&](uint32_t n) {
      // The larger numbers are rarer, or everything would be refused.
      const uint32_t most = 1 + random.below(std::size(kMagnitudes));
      Floats v(n);
      for (float& value : v) {
        value = kMagnitudes[random.below(most)] * (random.below(2) == 0 ? 1 : -1);
      }
      return v;
    };
    int accepted = 0;
    for (int i = 0; i < steps; ++i) {
      const uint32_t scope = random.below(3);
      if (random.below(4) == 0) {
        lora_set_option(set.handle(), LORA_ALL_SCOPES, LORA_LEARNING_RATE,
                        kRates[random.below(std::size(kRates))]);
      }
      if (random.below(8) == 0) {
        const Floats row = vector(shape[0]);
        std::copy(row.begin(), row.end(), lora_transfer());
        REQUIRE(lora_write_row(set.handle(), scope, random.below(2), random.below(shape[2])) ==
                LORA_OK);
      }
      if (random.below(16) == 0) lora_reset(set.handle(), scope);
      set.try_forward(vector(shape[0]), scope);
      accepted += set.try_adapt(vector(shape[1]), scope) == LORA_OK;
      lora_adapt_with_reward(set.handle(), scope, random.uniform(-2, 2));
      for (uint32_t s = 0; s < 3; ++s) {
        const Weights weights = set.weights(s);
        REQUIRE(all_finite(weights.a));
        REQUIRE(all_finite(weights.b));
      }
      // 0 times a weight is 0, or NaN where it is not finite: so the category's show too.
      lora_reset(set.handle(), 2);
      REQUIRE(all_finite(set.forward(Floats(shape[0], 0.0f), 2)));
    }
    CAPTURE(shape[0], accepted);
    CHECK(accepted > steps / 20);
  }
}

// A step of just over half a unit in the last place is rounded up to a whole one: weights can move
// nearly twice as far as the steps add up to. Here A and B raise each other by one such unit a
// time, and what keeps an account of how large weights can be has to know.
TEST_CASE("weights that creep up to the end of f32 by rounding stay finite", "[numbers]") {
  Set set({.in = 1, .out = 1, .rank = 1, .rate = 1});
  set.set_weights({{3.32e38f}, {3.32e38f}});
  const Floats x{1e-3f};
  const Floats g{-3.25e-5f};
  int32_t status = LORA_OK;
  for (int step = 0; step < 1000000 && status == LORA_OK; ++step) {
    status = set.try_forward(x);
    if (status == LORA_OK) status = set.try_adapt(g);
  }
  CHECK(status == LORA_E_NONFINITE);
  CHECK(all_finite(set.weights().a));
  CHECK(all_finite(set.weights().b));
}

TEST_CASE("near the end of f32 a step is refused where it overflows and only there", "[numbers]") {
  // B moves by -c g = 1e37, A by -q x = 0.1 B: from 3.39e38 B overflows, from 3.29e38 it does not.
  for (const float start : {3.39e38f, 3.29e38f}) {
    Set set({.in = 1, .out = 1, .rank = 1, .rate = 1});
    set.set_weights({{1e38f}, {start}});
    set.forward({0.1f});
    const State before(set);
    const int32_t status = set.try_adapt({-1});
    CAPTURE(start);
    CHECK(status == (start > 3.3e38f ? LORA_E_NONFINITE : LORA_OK));
    if (status == LORA_OK) {
      CHECK(set.weights().b[0] == Approx(3.39e38).epsilon(1e-6));
      CHECK(set.weights().a[0] == Approx(1e38 + 0.1 * 3.29e38).epsilon(1e-6));
    } else {
      CHECK(State(set) == before);
    }
  }
}

// There no bound of all weights together will do, each has to be looked at: the largest one is in
// another row or column than the step, or the step makes it smaller.
TEST_CASE("near the end of f32 steps that stay finite are taken", "[numbers]") {
  Set set({.in = 2, .out = 2, .rank = 2, .rate = 1});
  set.set_weights({{1e37f, 0, 0, 0}, {1, 3.39e38f, 3.39e38f, 1}});
  for (int i = 0; i < 6; ++i) {
    const Weights was = set.weights();
    // h_0 moves B_00 up and down by 1e38; q x moves A by at most 1e38.
    const float g = i % 2 == 0 ? -10.0f : 10.0f;
    set.forward({1, 0});
    REQUIRE(set.try_adapt({g / 40, 0}) == LORA_OK);
    CHECK(all_finite(set.weights().a));
    CHECK(all_finite(set.weights().b));
    CHECK_FALSE(set.weights() == was);
    CHECK(set.weights().b[1] == 3.39e38f);
  }
  // And one that brings the largest weight back: B_01 -= h_0 g_1.
  set.set_weights({{1e37f, 0, 0, 0}, {0, 3.39e38f, 0, 0}});
  set.forward({1, 0});
  REQUIRE(set.try_adapt({0, 0.5f}) == LORA_OK);
  CHECK(set.weights().b[1] == Approx(3.39e38 - 0.5e37).epsilon(1e-6));
  set.forward({1, 0});
  CHECK(set.try_adapt({0, -1e10f}) == LORA_E_NONFINITE);
}

TEST_CASE("numbers whose squares underflow are learned from", "[numbers]") {
  for (const float tiny : {1e-23f, 1e-30f, 1e-38f}) {
    // A is given, B is 0: so B = -rate alpha h g afterwards, and a large rate makes it visible.
    Set set({.in = 3, .out = 3, .rank = 1, .rate = 1e6});
    set.set_weights({{0.5f, 0.25f, 1}, {0, 0, 0}});
    set.forward({tiny, 0, 0});
    set.adapt({2, 0, -1});
    const Weights of_x = set.weights();
    CAPTURE(tiny);
    CHECK(of_x.b[0] == Approx(-1e6 * 0.5 * tiny * 2).epsilon(1e-6).margin(1e6 * 0x1p-148));
    CHECK(of_x.b[1] == 0);
    CHECK(of_x.b[2] == Approx(1e6 * 0.5 * tiny).epsilon(1e-6).margin(1e6 * 0x1p-148));
    CHECK(of_x.a[1] == 0.25f);

    set.set_weights({{0.5f, 0.25f, 1}, {0, 0, 0}});
    set.forward({2, 0, 0});
    set.adapt({tiny, 0, 0});
    CHECK(set.weights().b[0] == Approx(-1e6 * double(tiny)).epsilon(1e-6));
  }
}
