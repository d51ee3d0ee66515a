// Whether plain sgd learns a known matrix: y = x + M x, the gradient y - t of half the squared
// error, fresh normal inputs in every step. The error is ||delta - M|| / ||M|| in the Frobenius
// norm, of the matrix itself: there is no set of inputs it could be fitted to.
//
// M = U V^T / dim of rank 2 with U and V standard normal: its spectral norm is about 1.
#include <catch2/catch.hpp>

#include "set.hpp"

using oracle::Vector;

namespace {

struct Task {
  uint32_t dim;
  double rate;
  int steps;
  double input_scale;  // standard deviation of an element of x
};

double error_of_learning(const Task& task, uint64_t seed) {
  oracle::Random random(seed);
  const oracle::LowRank m(random, task.dim, 2);
  Set set({.in = task.dim,
           .out = task.dim,
           .rank = 2,
           .rate = task.rate,
           .seed = static_cast<uint32_t>(seed),
           .flags = LORA_RESIDUAL});
  for (int step = 0; step < task.steps; ++step) {
    const Floats x = to_float(random.normals(task.dim, task.input_scale));
    const Vector target = oracle::plus(to_double(x), m.times(to_double(x)));
    const Floats y = set.forward(x);
    set.adapt(to_float(oracle::minus(to_double(y), target)));
  }
  const Vector matrix = m.matrix();
  const Vector delta = oracle::delta(set.to_oracle());
  return oracle::norm(oracle::minus(delta, matrix)) / oracle::norm(matrix);
}

constexpr uint64_t kSeeds = kSanitized ? 2 : 5;

}  // namespace

TEST_CASE("dim 16: below 1e-5 after 10 000 steps of plain sgd", "[learning]") {
  for (uint64_t seed = 1; seed <= 2 * kSeeds; ++seed) {
    const double error = error_of_learning({16, 0.02, 10000, 1}, seed);
    CAPTURE(seed, error);
    CHECK(error < 1e-5);
  }
}

TEST_CASE("dim 256: below 1e-5 within 12 500 steps of plain sgd", "[learning]") {
  for (uint64_t seed = 1; seed <= kSeeds; ++seed) {
    const double error = error_of_learning({256, 0.02, 12500, 1}, seed);
    CAPTURE(seed, error);
    CHECK(error < 1e-5);
  }
}

// Inputs of norm 4 where the ones above have norm 16: the same rate has to do for both.
TEST_CASE("dim 256, alpha 1, rate 0.02: below 0.05 within 20 000 steps", "[learning]") {
  for (uint64_t seed = 1; seed <= kSeeds; ++seed) {
    const double error = error_of_learning({256, 0.02, 20000, 0.25}, seed);
    CAPTURE(seed, error);
    CHECK(error < 0.05);
  }
}
