// One forward and one sgd step against the oracle and against finite differences of its loss.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "bounds.hpp"

using oracle::Vector;

namespace {

// L(y) = sum_o w_o (y_o - t_o)^2 / 2 + v_o sin y_o
struct Loss {
  Vector w, t, v;

  Loss(oracle::Random& random, size_t n) : w(n), t(random.normals(n)), v(random.normals(n)) {
    for (double& value : w) value = random.uniform(0.2, 1);
  }
  double at(const Vector& y) const {
    double sum = 0;
    for (size_t o = 0; o < y.size(); ++o) {
      sum += w[o] * (y[o] - t[o]) * (y[o] - t[o]) / 2 + v[o] * std::sin(y[o]);
    }
    return sum;
  }
  // What the sum of the terms' magnitudes is: the scale of the rounding in `at`.
  double magnitude(const Vector& y) const {
    double sum = 0;
    for (size_t o = 0; o < y.size(); ++o) {
      sum += w[o] * (y[o] - t[o]) * (y[o] - t[o]) / 2 + std::fabs(v[o]);
    }
    return sum;
  }
  Vector gradient(const Vector& y) const {
    Vector g(y.size());
    for (size_t o = 0; o < y.size(); ++o) g[o] = w[o] * (y[o] - t[o]) + v[o] * std::cos(y[o]);
    return g;
  }
};

struct Case {
  Spec spec;
  Set set;
  oracle::Random random;
  oracle::Adapter before;
  Floats x;

  Case(const Spec& given, uint64_t seed)
      : spec(given), set(given), random(seed), before(set.to_oracle()) {
    set.set_weights(random_weights(spec, random));
    before = set.to_oracle();
    x = to_float(random.normals(spec.in));
  }

  Worst forward_error() {
    const Vector expected = oracle::forward(before, to_double(x));
    const Vector bounds = y_bounds(before, to_double(x));
    const Floats y = set.forward(x);
    Worst worst;
    for (size_t o = 0; o < spec.out; ++o) {
      worst.add(std::fabs(double(y[o]) - expected[o]), bounds[o]);
    }
    return worst;
  }

  // Of (w - w') / rate where the step should have been `change`: three roundings make the step
  // (rate alpha, times h or q, times g or x), one the new weight; `factor_bound` is what the error
  // of h or q does to it.
  double step_bound(double change, double w_after, double rate, double factor_bound) const {
    return 3 * kU * std::fabs(change) + kU * std::fabs(w_after) / rate + factor_bound;
  }
};

// The derivative of the loss in one weight by central differences, and a bound of its error: by
// Taylor e^2/6 sum_o |v_o| |dy_o/dw|^3 (only the sine has a third derivative), and the rounding in
// the two losses, of sums in double over out, in and rank, over 2 e.
struct Difference {
  double value, bound;
};

Difference difference(oracle::Adapter adapter, Vector oracle::Adapter::*factor, size_t index,
                      const Loss& loss, const Vector& x) {
  constexpr double kStep = 1e-4;
  double& weight = (adapter.*factor)[index];
  const double middle = weight;
  weight = middle + kStep;
  const Vector above = oracle::forward(adapter, x);
  weight = middle - kStep;
  const Vector below = oracle::forward(adapter, x);
  weight = middle;
  double bound = 0;
  double slopes = 0;
  for (size_t o = 0; o < adapter.out; ++o) {
    const double slope = (above[o] - below[o]) / (2 * kStep);
    bound += kStep * kStep / 6 * std::fabs(loss.v[o] * slope * slope * slope);
    slopes += std::fabs(slope);
  }
  const double terms = double(adapter.in + adapter.out + adapter.rank) + 10;
  bound += terms * 0x1p-53 * (loss.magnitude(above) + slopes) / kStep;
  return {(loss.at(above) - loss.at(below)) / (2 * kStep), bound};
}

void check_case(const Spec& spec, uint64_t seed) {
  Case c(spec, seed);
  INFO("in " << spec.in << ", out " << spec.out << ", rank " << spec.rank << ", alpha "
             << spec.alpha << ", seed " << seed);
  CHECK(c.forward_error().share <= kHigherOrders);

  const Vector x = to_double(c.x);
  const Loss loss(c.random, spec.out);
  const Vector exact_g = loss.gradient(oracle::forward(c.before, x));
  const Floats g = to_float(exact_g);
  const Vector rounded_g = to_double(g);
  const oracle::Gradient expected = oracle::gradient(c.before, x, rounded_g);
  const double rate = static_cast<float>(spec.rate);
  const double alpha = std::fabs(c.before.alpha);
  REQUIRE(c.set.try_adapt(g) == LORA_OK);
  const oracle::Adapter after = c.set.to_oracle();

  // Every weight against the oracle's gradient, and some of them against finite differences: these
  // are of the loss itself, whose g was rounded to f32.
  Worst of_oracle;
  Worst of_difference;
  const auto compare = [&](Vector oracle::Adapter::*factor, size_t index, double change,
                           double factor_bound, double g_bound, bool sampled) {
    const double w_after = (after.*factor)[index];
    const double measured = ((c.before.*factor)[index] - w_after) / rate;
    const double bound = c.step_bound(change, w_after, rate, factor_bound);
    of_oracle.add(std::fabs(measured - change), bound);
    if (!sampled) return;
    const Difference slope = difference(c.before, factor, index, loss, x);
    of_difference.add(std::fabs(measured - slope.value), bound + g_bound + slope.bound);
  };

  const size_t every_a = std::max<size_t>(1, c.before.a.size() / 16);
  const size_t every_b = std::max<size_t>(1, c.before.b.size() / 16);
  for (size_t k = 0; k < spec.rank; ++k) {
    const double h = oracle::project(c.before, x)[k];
    const double of_h = h_bound(c.before, x, k);
    for (size_t o = 0; o < spec.out; ++o) {
      const size_t index = k * spec.out + o;
      compare(&oracle::Adapter::b, index, expected.b[index], alpha * std::fabs(rounded_g[o]) * of_h,
              alpha * std::fabs(h * exact_g[o]) * kU, (index + seed) % every_b == 0);
    }
    const double q_absolutes = absolutes(c.before.b, k, rounded_g);
    const double q_bound = product_bound(spec.out, q_absolutes);
    for (size_t i = 0; i < spec.in; ++i) {
      const size_t index = k * spec.in + i;
      compare(&oracle::Adapter::a, index, expected.a[index], alpha * std::fabs(x[i]) * q_bound,
              alpha * std::fabs(x[i]) * q_absolutes * kU, (index + seed) % every_a == 0);
    }
  }
  CHECK(of_oracle.share <= kHigherOrders);
  CHECK(of_difference.share <= kHigherOrders);
}

constexpr uint64_t kSeeds = kSanitized ? 1 : 3;

}  // namespace

TEST_CASE("forward and the sgd step of square adapters with a residual", "[gradient]") {
  for (const uint32_t dim : kDims) {
    for (const uint32_t rank : kRanks) {
      for (uint64_t seed = 0; seed < kSeeds; ++seed) {
        check_case({.in = dim,
                    .out = dim,
                    .rank = rank,
                    .alpha = kAlphas[seed % 3],
                    .rate = 0.3,
                    .flags = LORA_RESIDUAL},
                   1000 * dim + 10 * rank + seed);
      }
    }
  }
}

TEST_CASE("forward and the sgd step where in is not out", "[gradient]") {
  for (const auto& pair : kPairs) {
    for (const uint32_t rank : kRanks) {
      for (uint64_t seed = 0; seed < kSeeds; ++seed) {
        check_case(
            {.in = pair[0], .out = pair[1], .rank = rank, .alpha = kAlphas[seed % 3], .rate = 0.3},
            100000 + 1000 * pair[0] + 10 * rank + seed);
      }
    }
  }
}

// Numbers of one sign and size round in one direction, where random ones cancel.
TEST_CASE("forward of constant vectors keeps the bound", "[gradient]") {
  for (const uint32_t dim : kDims) {
    for (const double value : {0.1, 1.0 / 3, 0.7}) {
      Case c({.in = dim, .out = dim, .rank = 3, .rate = 0.1, .flags = LORA_RESIDUAL}, dim);
      c.set.set_weights(
          {Floats(3 * dim, static_cast<float>(value)), Floats(3 * dim, static_cast<float>(value))});
      c.before = c.set.to_oracle();
      c.x.assign(dim, 0.9f);
      INFO("dim " << dim << ", value " << value);
      CHECK(c.forward_error().share <= kHigherOrders);
    }
  }
}

TEST_CASE("a second step without a forward uses the h of the last forward", "[gradient]") {
  Case c({.in = 31, .out = 31, .rank = 3, .rate = 0.25, .flags = LORA_RESIDUAL}, 7);
  c.set.forward(c.x);
  const Floats g = to_float(c.random.normals(31));
  c.set.adapt(g);
  const oracle::Adapter middle = c.set.to_oracle();
  c.set.adapt(g);
  const oracle::Adapter after = c.set.to_oracle();
  // dB of both steps is alpha h (x) g with one h, where A has changed in between.
  const Vector h = oracle::project(c.before, to_double(c.x));
  Worst worst;
  for (size_t k = 0; k < 3; ++k) {
    for (size_t o = 0; o < 31; ++o) {
      const size_t index = k * 31 + o;
      const double change = h[k] * g[o];
      worst.add(std::fabs((middle.b[index] - after.b[index]) / 0.25 - change),
                c.step_bound(change, after.b[index], 0.25,
                             std::fabs(g[o]) * h_bound(c.before, to_double(c.x), k)));
    }
  }
  CHECK(worst.share <= kHigherOrders);
}

// The order of a sum is part of the contract: element i goes to partial sum i mod 8, those are
// joined as p0 + p1 by fours of them, and the four lanes as (l0 + l1) + (l2 + l3). With rows of B
// that have a single 1 and no residual, the output is h itself.
TEST_CASE("h is summed in the order that is promised, at every rank", "[gradient]") {
  for (const uint32_t dim : {5u, 16u, 31u, 256u, 1000u}) {
    for (const uint32_t rank : {1u, 2u, 3u, 4u, 8u}) {
      oracle::Random random(dim + rank);
      Set set({.in = dim, .out = rank, .rank = rank});
      Weights weights{to_float(random.normals(dim * rank)), Floats(rank * rank, 0.0f)};
      for (uint32_t k = 0; k < rank; ++k) weights.b[k * rank + k] = 1;
      set.set_weights(weights);
      const Floats x = to_float(random.normals(dim));
      Floats expected(rank);
      for (uint32_t k = 0; k < rank; ++k) {
        float p[8] = {};
        for (uint32_t i = 0; i < dim; ++i) p[i % 8] += weights.a[k * dim + i] * x[i];
        float lane[4];
        for (int j = 0; j < 4; ++j) lane[j] = p[j] + p[4 + j];
        expected[k] = (lane[0] + lane[1]) + (lane[2] + lane[3]);
      }
      CAPTURE(dim, rank);
      CHECK(same_bits(set.forward(x), expected));
    }
  }
}
