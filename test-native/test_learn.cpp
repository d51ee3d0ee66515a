// The fused step has the bits of forward, y - t and adapt, at every shape and where its fast path
// is not safe; its loss is that of the definition.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cfloat>
#include <cmath>
#include <functional>

#include "bounds.hpp"

using oracle::Vector;

namespace {

constexpr uint32_t kBatch = 5;

uint32_t rows_of(const Set& set, const Floats& x) {
  return static_cast<uint32_t>(x.size()) / set.spec().in;
}

Floats difference(const Floats& y, const Floats& target) {
  Floats g(y.size());
  for (size_t i = 0; i < y.size(); ++i) g[i] = y[i] - target[i];
  return g;
}

// The mean of half the sum of squares of g; they are summed in f32, where the smallest underflow.
bool is_loss(double loss, const Floats& g, uint32_t rows) {
  double sum = 0;
  for (const float value : g) sum += double{value} * value;
  const double expected = 0.5 * sum / rows;
  return std::fabs(loss - expected) <= kHigherOrders * product_bound(g.size() / rows, expected) +
                                           static_cast<double>(g.size()) * 0x1p-149;
}

// Two sets with one history, of which one learns and the other does the same in three calls.
struct Twins {
  Set learner;
  Set other;
  int accepted = 0;

  explicit Twins(const Spec& spec) : learner(spec), other(spec) {}

  void both(const std::function<void(Set&)>& use) {
    use(learner);
    use(other);
  }
  bool equal() {
    const uint32_t batch = learner.spec().batch;
    return State(learner) == State(other) && same_bits(learner.input(batch), other.input(batch));
  }
  // Whether a step is the same for both, or refused with nothing changed.
  bool step(const Floats& x, const Floats& target, uint32_t scope = 0) {
    const State before(learner);
    const Floats input = learner.input(learner.spec().batch);
    const double loss = learner.learn(x, target, scope);
    int32_t status = other.try_forward(x, scope);
    Floats g;
    if (status == LORA_OK) {
      g = difference(other.output(rows_of(other, x)), target);
      status = other.try_adapt(g, scope);
    }
    if (status == LORA_OK) {
      ++accepted;
      return is_loss(loss, g, rows_of(other, x)) && equal();
    }
    const bool unchanged =
        State(learner) == before && same_bits(learner.input(learner.spec().batch), input);
    // The forward happened in the other one only.
    learner.try_forward(x, scope);
    return loss == status && unchanged;
  }
};

// alone; a scope that answers from its category; one that has its own weights; fallback off.
enum class Fallback { none, new_scope, started, off };

void check_shape(const Spec& shape, uint32_t rows, Fallback fallback) {
  Spec spec = shape;
  spec.alpha = kAlphas[(spec.in + spec.rank) % 3];
  spec.rate = 0.1 / spec.in;
  spec.batch = kBatch;
  if (fallback != Fallback::none) {
    spec.scopes = 3;
    spec.categories = 1;
  }
  oracle::Random random(100 * spec.in + 10 * spec.rank + rows);
  const auto floats = [&](uint32_t n) { return to_float(random.normals(n)); };
  Twins twins(spec);
  if (fallback == Fallback::none) {
    const Weights weights = random_weights(spec, random);
    twins.both([&](Set& set) { set.set_weights(weights); });
  } else {
    const Floats x = floats(spec.in);
    const Floats g = floats(spec.out);
    twins.both([&](Set& set) {
      for (uint32_t scope = 0; scope < 3; ++scope) lora_set_category(set.handle(), scope, 0);
      for (const uint32_t scope : {0u, 1u, 0u}) {
        set.forward(x, scope);
        set.adapt(g, scope);
      }
      if (fallback == Fallback::new_scope) lora_reset(set.handle(), 0);
      lora_set_category_fallback(set.handle(), fallback != Fallback::off);
    });
  }
  CAPTURE(spec.in, spec.out, spec.rank, rows, int(fallback));
  const Floats x = floats(rows * spec.in);
  CHECK(twins.step(x, floats(rows * spec.out)));
  // A further step uses the h that was kept.
  const Floats g = floats(rows * spec.out);
  twins.both([&](Set& set) { set.adapt(g); });
  CHECK(twins.equal());
  CHECK(twins.step(floats(spec.in), floats(spec.out)));
  CHECK(twins.accepted == 2);
  if (fallback == Fallback::none) return;
  twins.both([](Set& set) { lora_set_category_fallback(set.handle(), 1); });
  CHECK(category_weights(twins.learner, 2) == category_weights(twins.other, 2));
}

}  // namespace

TEST_CASE("learn has the bits of forward, difference and adapt", "[learn]") {
  for_every_shape([](const Spec& shape) {
    for (const uint32_t rows : {1u, kBatch}) {
      for (const Fallback fallback :
           {Fallback::none, Fallback::new_scope, Fallback::started, Fallback::off}) {
        check_shape(shape, rows, fallback);
      }
    }
  });
}

TEST_CASE("learn has those bits where its fast path is not safe", "[learn]") {
  const struct {
    const char* what;
    double alpha, rate;
    float a, b, x, target;
    bool accepted;
  } kRows[] = {
      {"target", 1, 1e-20, 1, 1, 1, 1e18f, true},
      {"target near the end of squares", 1, 1e-20, 1, 1, 1, 4e18f, true},
      {"target above it", 1, 1e-20, 1, 1, 1, 2e19f, false},
      {"x", 1, 1e-38, 1e-18f, 1, 3e18f, 1, true},
      {"x above", 1, 1e-38, 1e-18f, 1, 2e19f, 1, false},
      {"A", 1, 1e-30, 1e30f, 1e-30f, 1, 1, true},
      {"B", 1, 1e-30, 1e-30f, 1e30f, 1, 1, true},
      {"h", 1, 0, 1e37f, 0, 1, 1, true},
      {"q", 1, 0, 0, 1e37f, 1, 1, true},
      {"alpha", 1e20, 1e-30, 1e-10f, 1e-10f, 1, 1, true},
      {"alpha above", 1e20, 1, 1, 1, 1, 1, false},
      {"rate", 1, 1e20, 1e-5f, 1e-5f, 1, 1, true},
      {"rate above", 1, 3e38, 1, 1, 1, 3, false},
      {"rate and alpha", 3e38, 3e38, 0, 0, 1, 1, false},
      {"all is well", 1, 0.1, 1, 1, 1, 1, true},
      {"all is small", 1e-20, 0.1, 1e-20f, 1e-20f, 1e-30f, 1e-30f, true},
  };
  for (const auto& row : kRows) {
    for (const uint32_t dim : {1u, 5u, 16u}) {
      CAPTURE(row.what, dim);
      Twins twins({.in = dim,
                   .out = dim,
                   .alpha = row.alpha,
                   .rate = row.rate,
                   .flags = LORA_RESIDUAL,
                   .batch = 2});
      oracle::Random random(dim);
      const auto vary = [&](size_t n, float scale) {
        Floats v(n);
        for (float& value : v) value = scale * static_cast<float>(random.uniform(0.5, 1));
        return v;
      };
      const Weights weights{vary(2 * dim, row.a), vary(2 * dim, row.b)};
      twins.both([&](Set& set) { set.set_weights(weights); });
      CHECK(twins.step(vary(dim, row.x), vary(dim, row.target)));
      if (dim == 5) CHECK((twins.accepted == 1) == row.accepted);
      CHECK(twins.step(vary(2 * dim, row.x), vary(2 * dim, row.target)));
      CHECK(twins.step(vary(dim, row.x), vary(dim, 1)));
    }
  }
}

TEST_CASE("learn has those bits, or refuses, in any sequence of numbers", "[learn]") {
  constexpr float kMagnitudes[] = {1,     0,     1e-45f, 1e-30f, 1e-10f, 100,      1e9f,
                                   1e17f, 1e18f, 3e18f,  1e19f,  1e30f,  3.39e38f, FLT_MAX};
  constexpr double kRates[] = {1e-10, 0, 1e-40, 1, 1e10, 1e20, 3.4e38};
  constexpr uint32_t kShapes[][2] = {{1, 2}, {3, 2}, {17, 2}, {16, 5}};
  const int steps = kSanitized ? 1000 : 10000;
  for (const auto& shape : kShapes) {
    Spec spec{.in = shape[0], .out = shape[0], .rank = shape[1], .flags = LORA_RESIDUAL};
    spec.scopes = 3;
    spec.categories = 1;
    spec.batch = 2;
    oracle::Random random(20 + shape[0]);
    Twins twins(spec);
    // Scope 2 has no category, so rank 2 takes the fast path there.
    twins.both([](Set& set) {
      for (uint32_t scope = 0; scope < 2; ++scope) lora_set_category(set.handle(), scope, 0);
    });
    const auto vector = [&](uint32_t n) {
      const uint32_t most = 1 + random.below(std::size(kMagnitudes));
      Floats v(n);
      for (float& value : v) {
        value = kMagnitudes[random.below(most)] * static_cast<float>(random.uniform(-1, 1));
      }
      return v;
    };
    for (int i = 0; i < steps; ++i) {
      CAPTURE(shape[0], shape[1], i);
      const uint32_t scope = random.below(3);
      if (random.below(4) == 0) {
        const double rate = kRates[random.below(std::size(kRates))];
        twins.both([&](Set& set) {
          lora_set_option(set.handle(), LORA_ALL_SCOPES, LORA_LEARNING_RATE, rate);
        });
      }
      if (random.below(16) == 0) {
        twins.both([&](Set& set) { lora_reset(set.handle(), scope); });
      }
      const uint32_t rows = random.below(4) == 0 ? 2 : 1;
      const Floats x = vector(rows * spec.in);
      REQUIRE(twins.step(x, vector(rows * spec.out), scope));
    }
    CAPTURE(shape[0], twins.accepted);
    CHECK(twins.accepted > steps / 50);
    CHECK(twins.accepted < steps);
  }
}

// The loss is a quadratic function of any one weight, so the central difference is its derivative
// whatever the distance; weights and distance are multiples of 2^-10, so that both are exact.
TEST_CASE("a step of learn is the derivative of the loss that learn returns", "[learn]") {
  constexpr double kDistance = 0x1p-4;
  for (const uint32_t rank : {1u, 2u, 3u}) {
    for (const uint32_t rows : {1u, 5u}) {
      for (const bool residual : {true, false}) {
        oracle::Random random(10 * rank + rows);
        Spec spec{.in = 9, .out = residual ? 9u : 4u, .rank = rank, .alpha = 0.5, .rate = 0};
        spec.flags = residual ? LORA_RESIDUAL : 0;
        spec.batch = kBatch;
        Set set(spec);
        Weights weights = random_weights(spec, random);
        for (Floats* factor : {&weights.a, &weights.b}) {
          for (float& value : *factor) value = std::round(value * 1024) / 1024;
        }
        const Floats all_x = to_float(random.normals(rows * spec.in));
        const Floats target = to_float(random.normals(rows * spec.out));
        // Of what learn returns, against the definition in double.
        double largest_bound = 0;
        const auto loss_at = [&](const Weights& at) {
          set.set_weights(at);
          const oracle::Adapter adapter = set.to_oracle();
          double expected = 0;
          double bound = 0;
          for (uint32_t j = 0; j < rows; ++j) {
            const Vector x = to_double(row_of(all_x, spec.in, j));
            const Vector g =
                oracle::minus(oracle::forward(adapter, x), to_double(row_of(target, spec.out, j)));
            const Vector of_y = y_bounds(adapter, x);
            double squares = 0;
            for (size_t o = 0; o < spec.out; ++o) {
              squares += g[o] * g[o];
              bound += std::fabs(g[o]) * (of_y[o] + kU * std::fabs(g[o])) / rows;
            }
            expected += 0.5 * squares / rows;
            bound += 0.5 * product_bound(spec.out, squares) / rows;
          }
          const double loss = set.learn(all_x, target);
          CHECK(std::fabs(loss - expected) <= kHigherOrders * bound);
          largest_bound = std::max(largest_bound, bound);
          return loss;
        };

        loss_at(weights);
        const oracle::Adapter before = set.to_oracle();
        constexpr double kRate = 0x1p-3;
        REQUIRE(lora_set_option(set.handle(), LORA_ALL_SCOPES, LORA_LEARNING_RATE, kRate) ==
                LORA_OK);
        REQUIRE(set.learn(all_x, target) > 0);
        const Weights after = set.weights();
        REQUIRE(lora_set_option(set.handle(), LORA_ALL_SCOPES, LORA_LEARNING_RATE, 0) == LORA_OK);

        // What rounding may do to a step, a sum over the rows: as in test_batch, and g is wrong
        // too.
        const auto step_bound = [&](bool of_a, size_t k, size_t at) {
          double bound = 0;
          for (uint32_t j = 0; j < rows; ++j) {
            const Vector x = to_double(row_of(all_x, spec.in, j));
            const Vector g =
                oracle::minus(oracle::forward(before, x), to_double(row_of(target, spec.out, j)));
            Vector of_g = y_bounds(before, x);
            for (size_t o = 0; o < spec.out; ++o) of_g[o] += kU * std::fabs(g[o]);
            const double share = std::fabs(before.alpha) / rows;
            if (of_a) {
              const double sum = absolutes(before.b, k, g);
              bound += share * std::fabs(x[at]) *
                       (absolutes(before.b, k, of_g) + product_bound(spec.out, sum) +
                        (rows + 3) * kU * sum);
            } else {
              const double h = std::fabs(oracle::project(before, x)[k]);
              bound += share * (h * of_g[at] +
                                std::fabs(g[at]) * (h_bound(before, x, k) + (rows + 3) * kU * h));
            }
          }
          return bound;
        };
        Worst worst;
        const auto compare = [&](Floats Weights::*factor, uint32_t length) {
          for (size_t i = 0; i < (weights.*factor).size(); ++i) {
            Weights moved = weights;
            (moved.*factor)[i] += static_cast<float>(kDistance);
            const double above = loss_at(moved);
            (moved.*factor)[i] -= static_cast<float>(2 * kDistance);
            const double slope = (above - loss_at(moved)) / (2 * kDistance);
            const double is = (after.*factor)[i];
            const double step = ((weights.*factor)[i] - is) / kRate;
            const bool of_a = factor == &Weights::a;
            worst.add(std::fabs(step - slope), step_bound(of_a, i / length, i % length) +
                                                   kU * std::fabs(is) / kRate +
                                                   largest_bound / kDistance);
          }
        };
        compare(&Weights::a, spec.in);
        compare(&Weights::b, spec.out);
        CAPTURE(rank, rows, residual);
        CHECK(worst.share <= kHigherOrders);
      }
    }
  }
}
