// The step of a reward: the gradient is -clamp(reward, -2, 2) x / ||x||, so that a positive reward
// moves the output along the input.
#include <catch2/catch.hpp>
#include <cmath>

#include "set.hpp"

using oracle::Vector;

namespace {

constexpr uint32_t kDim = 16;

Set make(double rate = 0.125) {
  return Set({.in = kDim, .out = kDim, .rate = rate, .flags = LORA_RESIDUAL});
}

Vector reward_gradient(const Vector& x, double reward) {
  const double clamped = reward > 2 ? 2 : reward < -2 ? -2 : reward;
  Vector g(x.size());
  for (size_t i = 0; i < x.size(); ++i) g[i] = -clamped * x[i] / oracle::norm(x);
  return g;
}

// From x and weights to new weights no value passes through more than 22 roundings (see
// test_fallback for the 20; the length and the scale add two). `floor` is what subnormal numbers
// lose besides.
void check_step(Set& set, const Floats& x, double reward, double floor = 0) {
  const oracle::Adapter before = set.to_oracle();
  const Vector xd = to_double(x);
  const Vector g = reward_gradient(xd, reward);
  const double rate = static_cast<float>(set.spec().rate);
  const oracle::Gradient scale =
      oracle::gradient(oracle::magnitudes(before), oracle::magnitudes(xd), oracle::magnitudes(g));
  oracle::Adapter expected = before;
  oracle::sgd_step(expected, xd, g, rate);
  set.forward(x);
  REQUIRE(lora_adapt_with_reward(set.handle(), 0, reward) == LORA_OK);
  const oracle::Adapter after = set.to_oracle();
  const auto check = [&](Vector oracle::Adapter::*factor, const Vector& step_scale) {
    double worst = 0;
    for (size_t i = 0; i < step_scale.size(); ++i) {
      const double bound =
          22 * 0x1p-24 * (std::fabs((before.*factor)[i]) + rate * step_scale[i]) + floor;
      const double error = std::fabs((after.*factor)[i] - (expected.*factor)[i]);
      worst = std::fmax(worst, bound > 0 ? error / bound : error);
    }
    CAPTURE(reward, x[0]);
    CHECK(worst <= 1);
  };
  check(&oracle::Adapter::a, scale.a);
  check(&oracle::Adapter::b, scale.b);
}

}  // namespace

TEST_CASE("a reward's step is that of its gradient", "[reward]") {
  oracle::Random random(1);
  for (const double reward : {0.15, -0.15, 1.0, 2.0, -2.0, 2.5, -1e30, 3e38, 0.0}) {
    Set set = make();
    set.set_weights({to_float(random.normals(2 * kDim)), to_float(random.normals(2 * kDim))});
    check_step(set, to_float(random.normals(kDim)), reward);
    check_step(set, to_float(random.normals(kDim, 1e-3)), reward);
  }
}

TEST_CASE("a reward moves the output along the input or against it", "[reward]") {
  oracle::Random random(2);
  for (const double reward : {0.5, -0.5}) {
    Set set = make();
    const Floats x = to_float(random.normals(kDim));
    const auto along = [&](const Floats& y) {
      double sum = 0;
      for (uint32_t i = 0; i < kDim; ++i) sum += double(x[i]) * (double(y[i]) - x[i]);
      return sum;
    };
    set.forward(x);
    REQUIRE(lora_adapt_with_reward(set.handle(), 0, reward) == LORA_OK);
    CHECK(along(set.forward(x)) * reward > 0);
    CHECK(lora_adapt_count(set.handle(), 0) == 1);
  }
}

TEST_CASE("an input of 0 has no direction: a step that changes no weight", "[reward]") {
  Set set = make();
  const Weights before = set.weights();
  set.forward(Floats(kDim, 0.0f));
  CHECK(lora_adapt_with_reward(set.handle(), 0, 1) == LORA_OK);
  CHECK(set.weights() == before);
  CHECK(lora_adapt_count(set.handle(), 0) == 1);
}

// The rate makes up for the size of h. What h loses where it is subnormal, at most 16 halves of
// 2^-149 and one for the product with alpha, is scaled with it.
TEST_CASE("an input whose squares underflow has a direction", "[reward]") {
  oracle::Random random(3);
  for (const double size : {1e-20, 1e-23, 1e-30, 1e-37}) {
    Set set = make(1e20);
    const Floats x = to_float(random.normals(kDim, size));
    check_step(set, x, 0.75, 1e20 * 0x1p-149 * 16);
  }
}

// x / ||x|| is a vector of length 1 here as anywhere, though 1 / ||x|| leaves f32.
TEST_CASE("so does an input of subnormal numbers", "[reward]") {
  for (const float size : {1e-39f, 1e-41f, 1e-45f}) {
    Set set = make(1e20);
    CAPTURE(size);
    check_step(set, Floats(kDim, size), 2, 1e20 * 0x1p-149 * 16);
  }
}

TEST_CASE("a reward needs in = out and a forward", "[reward]") {
  Set narrow({.in = 3, .out = 2});
  CHECK(lora_adapt_with_reward(narrow.handle(), 0, 1) == LORA_E_SHAPE);
  Set set = make();
  CHECK(lora_adapt_with_reward(set.handle(), 0, 1) == LORA_E_STATE);
}
