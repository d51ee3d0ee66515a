// The guards for months of running: a million steps of noise, and then whether an adapter that had
// them still learns.
#include <catch2/catch.hpp>
#include <string>

#include "set.hpp"

using oracle::Vector;

namespace {

constexpr uint32_t kDim = 8;
constexpr uint32_t kRank = 2;
constexpr int kNoise = kSanitized ? 20000 : 1000000;
// The lengths of an input and of a gradient of noise, about.
const double kX = std::sqrt(kDim);
const double kG = 3 * std::sqrt(kDim);

struct Rule {
  std::string name;
  uint32_t optimizer;
  double rate;  // the default at this dimension
  // How many times the steps of a new adapter it may take to learn after the noise. What adam knows
  // of the sizes of gradients, it forgets in thousands of steps; noise leaves the rows of sgd's
  // factors all but parallel.
  int patience;
};

const Rule kRules[] = {{"preconditioned", LORA_PRECONDITIONED, 0.5, 2},
                       {"sgd", LORA_SGD, 0.02, 3},
                       {"momentum", LORA_MOMENTUM, 0.002, 3},
                       {"adam", LORA_ADAM, 0.003, 12},
                       {"adamw", LORA_ADAMW, 0.003, 12}};

// Uniform numbers of unit variance: xorshift, because a million steps of normals take long.
class Noise {
 public:
  explicit Noise(uint32_t seed) : state_(seed * 0x9e3779b9u) {}
  float next() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 17;
    state_ ^= state_ << 5;
    return (static_cast<float>(state_ >> 8) * 0x1p-23f - 1) * 1.7320508f;
  }

 private:
  uint32_t state_;
};

// The largest delta norm that was seen, and steps that were not taken.
struct Drift {
  double largest = 0;
  int refused = 0;
};

constexpr int kMostSteps = 20000;

class Guarded {
 public:
  Guarded(const Rule& rule, double max_delta, double decay)
      : set_({.in = kDim,
              .out = kDim,
              .rank = kRank,
              .rate = rule.rate,
              .optimizer = rule.optimizer,
              .flags = LORA_RESIDUAL}) {
    option(LORA_MAX_DELTA, max_delta);
    option(LORA_DECAY, decay);
  }

  void option(uint32_t which, double value) {
    REQUIRE(lora_set_option(set_.handle(), 0, which, value) == LORA_OK);
  }
  double delta() const { return lora_delta_norm(set_.handle(), 0); }
  Set& set() { return set_; }

  // Gradients that have nothing to do with the answers: the weights walk at random.
  Drift drift(int steps) {
    Noise noise(7);
    float* x = lora_input(set_.handle());
    float* g = lora_gradient(set_.handle());
    Drift seen;
    for (int step = 0; step < steps; ++step) {
      for (uint32_t i = 0; i < kDim; ++i) x[i] = noise.next();
      for (uint32_t i = 0; i < kDim; ++i) g[i] = 3 * noise.next();
      const bool taken = lora_forward(set_.handle(), 0, 1, LORA_FROM_OWN) == LORA_OK &&
                         lora_adapt(set_.handle(), 0, 1, LORA_FROM_OWN) == LORA_OK;
      seen.refused += taken ? 0 : 1;
      seen.largest = std::fmax(seen.largest, delta());
    }
    return seen;
  }

  // Examples of y = x + M x until the delta is within 1 % of M for the first time.
  int steps_to_learn() {
    oracle::Random random(5);
    const oracle::LowRank m(random, kDim, kRank, 0.5);
    const Vector matrix = m.matrix();
    for (int step = 1; step <= kMostSteps; ++step) {
      const Vector x = to_double(to_float(random.normals(kDim)));
      set_.learn(to_float(x), to_float(oracle::plus(x, m.times(x))));
      const Vector delta = oracle::delta(set_.to_oracle());
      if (oracle::norm(oracle::minus(delta, matrix)) < 0.01 * oracle::norm(matrix)) return step;
    }
    return kMostSteps + 1;
  }

 private:
  Set set_;
};

bool finite(Guarded& guarded) {
  const Weights weights = guarded.set().weights();
  return all_finite(weights.a) && all_finite(weights.b);
}

}  // namespace

TEST_CASE("maxDeltaNorm holds through a million steps of noise", "[guards]") {
  constexpr double kLimit = 2;
  for (const Rule& rule : kRules) {
    CAPTURE(rule.name);
    Guarded guarded(rule, kLimit, 0);
    const Drift drift = guarded.drift(kNoise);
    CHECK(drift.refused == 0);
    CHECK(drift.largest <= kLimit * (1 + 1e-6));
    // It was noise enough to need the guard.
    CHECK(drift.largest >= kLimit);
    CHECK(finite(guarded));
    const int fresh = Guarded(rule, kLimit, 0).steps_to_learn();
    const int after = guarded.steps_to_learn();
    CAPTURE(fresh, after);
    REQUIRE(fresh <= kMostSteps);
    CHECK(after <= rule.patience * fresh);
  }
}

// A step of the preconditioned optimizer changes the delta by rate |g| / |x| at most, to first
// order, and a share of the delta is lost: a random walk on a leash, of deviation rate |g| / |x| /
// sqrt(2 share). Steps of adam change a weight by about the rate, so no number of B passes rate /
// share; and A is kept at 4 times its size at creation, rank / 3.
TEST_CASE("decayToBase alone bounds preconditioned and adam in noise", "[guards]") {
  constexpr double kShare = 0.01;
  const double of_a = std::sqrt(4 * kRank / 3.0);
  for (const Rule& rule : kRules) {
    if (rule.optimizer == LORA_SGD || rule.optimizer == LORA_MOMENTUM) continue;
    CAPTURE(rule.name);
    Guarded guarded(rule, 0, kShare);
    const Drift drift = guarded.drift(kNoise);
    const double limit = rule.optimizer == LORA_PRECONDITIONED
                             ? 2 * rule.rate * kG / kX / std::sqrt(2 * kShare)
                             : of_a * rule.rate / kShare * std::sqrt(kRank * kDim);
    CHECK(drift.refused == 0);
    CHECK(drift.largest <= limit);
    CHECK(finite(guarded));
    guarded.option(LORA_DECAY, 0);
    const int fresh = Guarded(rule, 0, 0).steps_to_learn();
    const int after = guarded.steps_to_learn();
    CAPTURE(fresh, after);
    REQUIRE(fresh <= kMostSteps);
    CHECK(after <= rule.patience * fresh);
  }
}

// sgd multiplies: A grows by a share of B, and B by one of A, of rate |x| |g| in each step. Decay
// of B holds it where the square of that is well below twice the share, and not where it is above;
// momentum adds up ten gradients. maxDeltaNorm holds it at any rate, which is why it is there.
TEST_CASE("decayToBase alone bounds sgd at low rates only", "[guards]") {
  constexpr double kShare = 0.01;
  const double low = 0.25 * std::sqrt(2 * kShare) / (kX * kG);
  const double growth = 4 * kRank / 3.0 * low * kX * kG / std::sqrt(2 * kShare);
  for (const Rule& rule :
       {Rule{"sgd", LORA_SGD, low, 3}, Rule{"momentum", LORA_MOMENTUM, low / 10, 3}}) {
    CAPTURE(rule.name);
    Guarded guarded(rule, 0, kShare);
    const Drift drift = guarded.drift(kNoise);
    CHECK(drift.refused == 0);
    CHECK(drift.largest <= 3 * growth);
    CHECK(finite(guarded));

    const Rule hot{rule.name, rule.optimizer, 20 * rule.rate, rule.patience};
    CHECK(Guarded(hot, 0, kShare).drift(kNoise / 50).largest > 1e6);
    const Drift held = Guarded(hot, 2, kShare).drift(kNoise / 50);
    CHECK(held.refused == 0);
    CHECK(held.largest <= 2 * (1 + 1e-6));
  }
}

TEST_CASE("an adapter of any rank learns again after all of its delta was taken away", "[guards]") {
  oracle::Random random(21);
  for (const uint32_t rank : {1u, 2u, 16u, 64u}) {
    CAPTURE(rank);
    Set set({.in = 24,
             .out = 24,
             .rank = rank,
             .rate = 0.5,
             .optimizer = LORA_PRECONDITIONED,
             .flags = LORA_RESIDUAL});
    const Floats x = to_float(random.normals(24));
    const Floats target = to_float(random.normals(24));
    for (int i = 0; i < 3; ++i) REQUIRE(set.learn(x, target) > 0);
    REQUIRE(lora_decay_to_base(set.handle(), 0, 1) == LORA_OK);
    const double before = set.learn(x, target);
    for (int i = 0; i < 20; ++i) REQUIRE(set.learn(x, target) >= 0);
    CHECK(set.learn(x, target) < 1e-3 * before);
  }
}
