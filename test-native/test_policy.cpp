// Policies: propensities by Monte Carlo, the promise of the bank, arms, and states.
#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "policy.hpp"

TEST_CASE("propensities are those of sampling, and arms are drawn with them") {
  const Policy policy({.dim = 4, .arms = 5, .objective = LORA_COST, .default_arm = LORA_NO_ARM});
  REQUIRE(lora_policy_set_option(policy.handle(), LORA_TEMPERATURE, 1) == LORA_OK);
  std::mt19937 random(9);
  std::normal_distribution<double> normal;
  for (uint32_t i = 0; i < 40; ++i) {
    REQUIRE(policy.observe(normal_vector(random, 4), i % 5, normal(random)) == LORA_OK);
  }
  const Floats x = normal_vector(random, 4);
  const Vector guess = policy.predict(x);
  const int draws = kSanitized ? 20000 : 200000;
  Vector wins(5, 0.0);
  for (int i = 0; i < draws; ++i) {
    size_t best = 0;
    double least = std::numeric_limits<double>::infinity();
    for (size_t arm = 0; arm < 5; ++arm) {
      // Costs are drawn with an optimism of 3 deviations.
      const double sample = guess[3 * arm] + guess[3 * arm + 1] * (normal(random) - 3);
      if (sample < least) {
        least = sample;
        best = arm;
      }
    }
    wins[best] += 1;
  }
  Vector chosen(5, 0.0);
  const int choices = 20000;
  for (int i = 0; i < choices; ++i) {
    const int32_t arm = policy.choose(x);
    REQUIRE(arm >= 0);
    chosen[static_cast<size_t>(arm)] += 1;
    // The context that is seen again and again moves the scale a little.
    if (i == 0) CHECK(std::abs(policy.choice(LORA_CHOICE_PROBABILITY) - guess[3 * arm + 2]) < 0.01);
  }
  const Vector now = policy.predict(x);
  double sum = 0;
  for (size_t arm = 0; arm < 5; ++arm) {
    const double p = guess[3 * arm + 2];
    INFO(arm << " " << p);
    // Five standard errors of the draws, and the stated error of the quadrature.
    CHECK(std::abs(wins[arm] / draws - p) < 5 * std::sqrt(p * (1 - p) / draws) + 0.004);
    const double q = now[3 * arm + 2];
    CHECK(std::abs(chosen[arm] / choices - q) < 5 * std::sqrt(q * (1 - q) / choices) + 0.02);
    sum += p;
  }
  CHECK(std::abs(sum - 1) < 1e-12);
}

TEST_CASE("a floor is the least probability of an arm") {
  const Policy policy({.dim = 1, .arms = 4, .objective = LORA_COST, .default_arm = LORA_NO_ARM});
  for (int i = 0; i < 50; ++i) {
    for (uint32_t arm = 0; arm < 4; ++arm) policy.observe({1}, arm, arm == 2 ? 0 : 9 + arm);
  }
  CHECK(policy.predict({1})[2] < 1e-6);
  REQUIRE(lora_policy_set_option(policy.handle(), LORA_FLOOR, 0.05) == LORA_OK);
  const Vector guess = policy.predict({1});
  CHECK(guess[2] == Approx(0.05).epsilon(1e-4));
  CHECK(guess[8] == Approx(0.85).epsilon(1e-4));
}

// A caller that keeps to the limits, an adversary that sets the costs, decisions that are open for
// long, are cancelled or are never told: with baselines the promise holds at every moment.
TEST_CASE("with baselines nothing makes more be paid than the budget allows") {
  const double budget = GENERATE(0.0, 0.05, 0.3);
  const uint32_t seed = GENERATE(range(0u, 8u));
  const uint32_t pending = 6;
  const Policy policy({.dim = 3, .pending = pending, .seed = seed});
  REQUIRE(lora_policy_set_option(policy.handle(), LORA_BUDGET, budget) == LORA_OK);
  const double patience = seed % 2 == 0 ? 2 : 0.7;
  REQUIRE(lora_policy_set_option(policy.handle(), LORA_PATIENCE, patience) == LORA_OK);
  REQUIRE(lora_policy_set_option(policy.handle(), LORA_TEMPERATURE, 1) == LORA_OK);
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> uniform;
  struct Open {
    double baseline;
    double limit;
    int32_t arm;
  };
  std::map<double, Open> open;
  double paid = 0;
  double allowed = 0;
  int trials = 0;
  // All that is done is counted, told or not: what was forgotten was run too.
  const auto run = [&](const Open& decision, bool& stopped) {
    allowed += (1 + budget) * decision.baseline;
    stopped = false;
    if (decision.arm == 0) {
      paid += decision.baseline;
      return decision.baseline;
    }
    // Good at first, and then as bad as can be.
    const double cost = decision.baseline * (uniform(random) < 0.6 ? 0.5 : 1000);
    stopped = cost >= decision.limit;
    paid += stopped ? decision.limit + decision.baseline : cost;
    return stopped ? decision.limit : cost;
  };
  for (int i = 0; i < 1500; ++i) {
    const double baseline = std::exp(8 * uniform(random) - 4);
    const int32_t arm = policy.choose(normal_vector(random, 3), baseline);
    REQUIRE(arm >= 0);
    trials += arm != 0;
    open[policy.choice(LORA_CHOICE_ID)] = {baseline, policy.choice(LORA_CHOICE_LIMIT), arm};
    while (open.size() > random() % (pending + 2)) {
      auto at = open.begin();
      std::advance(at, random() % open.size());
      bool stopped;
      if (lora_policy_fate(policy.handle(), at->first) == LORA_FORGOTTEN) {
        run(at->second, stopped);
      } else if (random() % 8 == 0) {
        REQUIRE(lora_policy_cancel(policy.handle(), at->first) == LORA_OK);
      } else {
        const double cost = run(at->second, stopped);
        REQUIRE(lora_policy_learn(policy.handle(), at->first, cost, stopped, kNone) == LORA_OK);
      }
      open.erase(at);
      REQUIRE(paid <= allowed * (1 + 1e-9));
    }
    REQUIRE(policy.bank() >= -1e-9 * allowed);
  }
  CHECK((budget == 0 || trials > 20));
}

TEST_CASE("a decision that was forgotten counts as stopped, one that was cancelled as nothing") {
  const Policy policy({.dim = 1, .pending = 2});
  lora_policy_set_option(policy.handle(), LORA_BUDGET, 10);
  policy.choose({1}, 1);
  REQUIRE(lora_policy_learn(policy.handle(), 1, 1, 0, kNone) == LORA_OK);
  const double before = policy.bank();
  CHECK(before == 10);
  // Until another arm is drawn; what the default does is told at once.
  double id = 0;
  while (policy.choose({1}, 1) == 0) {
    id = policy.choice(LORA_CHOICE_ID);
    REQUIRE(lora_policy_cancel(policy.handle(), id) == LORA_OK);
  }
  id = policy.choice(LORA_CHOICE_ID);
  CHECK(policy.bank() == before - 2);
  REQUIRE(lora_policy_cancel(policy.handle(), id) == LORA_OK);
  CHECK(policy.bank() == before);
  CHECK(lora_policy_fate(policy.handle(), id) == LORA_LEARNED);
  while (policy.choose({1}, 1) == 0) {
    lora_policy_cancel(policy.handle(), policy.choice(LORA_CHOICE_ID));
  }
  id = policy.choice(LORA_CHOICE_ID);
  for (int i = 0; i < 2; ++i) {
    while (policy.choose({1}, 1) != 0) {
      lora_policy_cancel(policy.handle(), policy.choice(LORA_CHOICE_ID));
    }
  }
  CHECK(lora_policy_fate(policy.handle(), id) == LORA_FORGOTTEN);
  CHECK(lora_policy_learn(policy.handle(), id, 1, 0, kNone) == LORA_E_STATE);
  CHECK(policy.bank() == before - 2);
}

TEST_CASE("what a policy does not take changes nothing") {
  const Policy policy({.dim = 2, .categories = 1});
  std::mt19937 random(3);
  REQUIRE(policy.observe({1, 2}, 1, 4) == LORA_OK);
  REQUIRE(policy.choose({1, 2}) == 0);
  const double id = policy.choice(LORA_CHOICE_ID);
  const Vector before = policy.numbers();
  const Floats maps = policy.maps();
  const double infinity = std::numeric_limits<double>::infinity();
  const uint32_t handle = policy.handle();
  CHECK(lora_policy_learn(handle, id, kNone, 0, kNone) == LORA_E_NONFINITE);
  CHECK(lora_policy_learn(handle, id, infinity, 0, kNone) == LORA_E_NONFINITE);
  CHECK(lora_policy_learn(handle, id, 0, 0, kNone) == LORA_E_RANGE);
  CHECK(lora_policy_learn(handle, id, -1, 0, kNone) == LORA_E_RANGE);
  CHECK(lora_policy_learn(handle, id, 1e26, 0, kNone) == LORA_E_RANGE);
  CHECK(lora_policy_learn(handle, id, 1, 0, -1) == LORA_E_RANGE);
  CHECK(lora_policy_learn(handle, id, 1, 0, infinity) == LORA_E_NONFINITE);
  CHECK(lora_policy_learn(handle, id, 1, 2, kNone) == LORA_E_OPTION);
  for (const double other : {0.0, -1.0, id + 1, id + 0.5, infinity, kNone}) {
    CHECK(lora_policy_learn(handle, other, 1, 0, kNone) == LORA_E_STATE);
    CHECK(lora_policy_cancel(handle, other) == LORA_E_STATE);
    CHECK(lora_policy_fate(handle, other) == LORA_UNKNOWN);
  }
  CHECK(policy.choose({std::numeric_limits<float>::quiet_NaN(), 1}) == LORA_E_NONFINITE);
  CHECK(policy.choose({3e38f, 1}) == LORA_E_NONFINITE);
  policy.set_context({1, 2});
  CHECK(lora_policy_choose(handle, 1, 0, 1, kNone) == LORA_E_SCOPE);
  CHECK(lora_policy_choose(handle, 0, 0, 2, kNone) == LORA_E_OPTION);
  CHECK(lora_policy_choose(handle, 0, 0, 1, 0) == LORA_E_RANGE);
  // The list of arms has one that is not there, or lacks the default.
  for (const float arm : {3.0f, -1.0f, 0.5f}) {
    lora_transfer()[0] = arm;
    CHECK(lora_policy_choose(handle, 0, 1, 1, kNone) == LORA_E_OPTION);
  }
  lora_transfer()[0] = 2;
  CHECK(lora_policy_choose(handle, 0, 1, 1, kNone) == LORA_E_STATE);
  CHECK(lora_policy_choose(handle, 0, lora_transfer_size() + 1, 1, kNone) == LORA_E_SHAPE);
  CHECK(lora_policy_observe(handle, 0, 3, 1, 0, kNone) == LORA_E_OPTION);
  CHECK(lora_policy_observe(handle, 1, 0, 1, 0, kNone) == LORA_E_SCOPE);
  CHECK(lora_policy_set_option(handle, 6, 1) == LORA_E_OPTION);
  CHECK(lora_policy_set_option(handle, LORA_FORGETTING, 0) == LORA_E_RANGE);
  CHECK(lora_policy_set_option(handle, LORA_FLOOR, 1.5) == LORA_E_RANGE);
  CHECK(lora_policy_set_option(handle, LORA_BUDGET, -1) == LORA_E_RANGE);
  CHECK(lora_policy_set_option(handle, LORA_PATIENCE, kNone) == LORA_E_NONFINITE);
  CHECK(lora_policy_set_category(handle, 0, 1) == LORA_E_RANGE);
  CHECK(lora_policy_add_arm(handle, 3) == LORA_E_OPTION);
  CHECK(lora_policy_remove_arm(handle, 0) == LORA_E_STATE);
  CHECK(lora_policy_remove_arm(handle, 3) == LORA_E_OPTION);
  CHECK(lora_policy_reset_arm(handle, 3) == LORA_E_OPTION);
  CHECK(same_numbers(policy.numbers(), before));
  CHECK(same_bits(policy.maps(), maps));
}

TEST_CASE("an arena that is full leaves a decision open and everything as it was") {
  const Policy policy({.dim = 4096, .memory = 16});
  REQUIRE(policy.choose(Floats(4096, 1)) == 0);
  const Vector before = policy.numbers();
  std::vector<uint32_t> fill;
  for (const uint32_t dim : {16384u, 1024u}) {
    for (int32_t made; (made = lora_create(dim, dim, 1, 1, 0, 0, 1, 0, 1, 0, 1)) > 0;) {
      fill.push_back(static_cast<uint32_t>(made));
    }
  }
  CHECK(lora_policy_learn(policy.handle(), 1, 5, 0, kNone) == LORA_E_MEMORY);
  CHECK(lora_policy_add_arm(policy.handle(), LORA_NO_ARM) >= LORA_E_MEMORY);
  CHECK(policy.maps().empty());
  for (const uint32_t handle : fill) lora_free(handle);
  CHECK(lora_policy_learn(policy.handle(), 1, 5, 0, kNone) == LORA_OK);
}

TEST_CASE("a policy that was written or copied goes on with the same bits") {
  PolicyShape spec{.dim = 9, .scopes = 2, .categories = 1, .pending = 5};
  const Policy first(spec);
  const Policy second(spec);
  const Policy third(spec);
  for (const Policy* policy : {&first, &second, &third}) {
    for (uint32_t scope = 0; scope < 2; ++scope)
      lora_policy_set_category(policy->handle(), scope, 0);
    lora_policy_set_option(policy->handle(), LORA_BUDGET, 2);
  }
  std::mt19937 random(4);
  std::uniform_real_distribution<double> uniform;
  const auto step = [&](const std::vector<const Policy*>& policies) {
    const Floats x = normal_vector(random, 9);
    const double baseline = random() % 2 == 0 ? 3 * uniform(random) + 0.1 : kNone;
    const uint32_t scope = random() % 2;
    const double cost = 0.1 + uniform(random);
    const bool tell = random() % 4 != 0;
    std::vector<double> seen;
    for (const Policy* policy : policies) {
      policy->set_context(x);
      const int32_t arm = lora_policy_choose(policy->handle(), scope, 0, 1, baseline);
      seen.push_back(arm);
      seen.push_back(policy->choice(LORA_CHOICE_PROBABILITY));
      const double id = policy->choice(LORA_CHOICE_ID);
      if (tell) REQUIRE(lora_policy_learn(policy->handle(), id, cost, 0, kNone) == LORA_OK);
    }
    for (size_t i = 2; i < seen.size(); ++i) CHECK(seen[i] == seen[i - 2]);
  };
  for (int i = 0; i < 60; ++i) step({&first});
  // To the second through numbers, rows and contexts.
  const Vector numbers = first.numbers();
  std::copy(numbers.begin(), numbers.end(), reinterpret_cast<double*>(lora_transfer()));
  REQUIRE(lora_policy_write_numbers(second.handle(), static_cast<uint32_t>(numbers.size())) ==
          LORA_OK);
  for (uint32_t owner = 0; owner < 3; ++owner) {
    for (uint32_t column = 0; column < 7; ++column) {
      for (uint32_t row = 0; row < 6; ++row) {
        const int32_t status = lora_policy_read_row(first.handle(), owner, column, row);
        CHECK(lora_policy_write_row(second.handle(), owner, column, row) == status);
      }
    }
  }
  int open = 0;
  for (double id = 0; (id = lora_policy_next_open(first.handle(), id)) != 0; ++open) {
    REQUIRE(lora_policy_read_context(first.handle(), id) == LORA_OK);
    REQUIRE(lora_policy_write_context(second.handle(), id) == LORA_OK);
  }
  CHECK(open > 0);
  REQUIRE(lora_policy_copy(third.handle(), first.handle()) == LORA_OK);
  for (int i = 0; i < 60; ++i) step({&first, &second, &third});
  // Outcomes of decisions from before it too.
  CHECK(same_numbers(first.numbers(), second.numbers()));
  CHECK(same_numbers(first.numbers(), third.numbers()));
  CHECK(same_bits(first.maps(), second.maps()));
  CHECK(same_bits(first.maps(), third.maps()));
}

TEST_CASE("a state that cannot be is refused") {
  const Policy policy({.dim = 2, .pending = 3});
  REQUIRE(policy.observe({1, 2}, 1, 4) == LORA_OK);
  policy.choose({1, 2});
  const Vector good = policy.numbers();
  const auto write = [&](const Vector& numbers) {
    std::copy(numbers.begin(), numbers.end(), reinterpret_cast<double*>(lora_transfer()));
    return lora_policy_write_numbers(policy.handle(), static_cast<uint32_t>(numbers.size()));
  };
  CHECK(write(Vector(good.size() - 1, 0.0)) == LORA_E_SHAPE);
  for (size_t i = 0; i < good.size(); ++i) {
    Vector bad = good;
    bad[i] = -std::numeric_limits<double>::infinity();
    INFO(i);
    CHECK(write(bad) == LORA_E_RANGE);
    CHECK(same_numbers(policy.numbers(), good));
  }
  CHECK(write(good) == LORA_OK);
  const auto write_row = [&](uint32_t row, float value) {
    lora_transfer()[0] = value;
    lora_transfer()[1] = 1;
    return lora_policy_write_row(policy.handle(), 0, 3, row);
  };
  CHECK(write_row(0, std::numeric_limits<float>::quiet_NaN()) == LORA_E_RANGE);
  CHECK(write_row(1, 0) == LORA_E_RANGE);
  CHECK(write_row(2, 1e20f) == LORA_E_RANGE);
  CHECK(write_row(6, 1) == LORA_E_SHAPE);
  CHECK(lora_policy_write_row(policy.handle(), 0, 4, 0) == LORA_E_STATE);
  CHECK(lora_policy_write_row(policy.handle(), 1, 0, 0) == LORA_E_SHAPE);
  CHECK(lora_policy_write_row(policy.handle(), 0, 7, 0) == LORA_E_SHAPE);
  CHECK(lora_policy_read_context(policy.handle(), 5) == LORA_E_STATE);
  CHECK(lora_policy_write_context(policy.handle(), 5) == LORA_E_STATE);
  const Policy other({.dim = 3, .pending = 3});
  CHECK(lora_policy_copy(policy.handle(), other.handle()) == LORA_E_SHAPE);
  CHECK(lora_policy_copy(policy.handle(), 1) == LORA_E_HANDLE);
}

TEST_CASE("an arm that takes another's number knows nothing of it, and one like another a lot") {
  const Policy policy({.dim = 1, .arms = 2, .objective = LORA_COST, .default_arm = LORA_NO_ARM});
  for (int i = 0; i < 30; ++i) {
    policy.observe({1}, 0, 5);
    policy.observe({1}, 1, 1);
  }
  const Vector before = policy.predict({1});
  const int32_t like = lora_policy_add_arm(policy.handle(), 1);
  CHECK(like == 2);
  const Vector with = policy.predict({1});
  CHECK(with[6] == before[3]);
  CHECK(with[7] > 5 * before[4]);
  REQUIRE(lora_policy_remove_arm(policy.handle(), 1) == LORA_OK);
  CHECK(std::isnan(policy.predict({1})[3]));
  CHECK(lora_policy_add_arm(policy.handle(), LORA_NO_ARM) == 1);
  const Vector now = policy.predict({1});
  // What all have in common is what the scope's outcomes were on average.
  CHECK(now[3] == Approx(3));
  CHECK(lora_policy_count(policy.handle(), 0, 1, 0) == 0);
  REQUIRE(lora_policy_reset_arm(policy.handle(), 0) == LORA_OK);
  CHECK(policy.predict({1})[0] == Approx(3));
}

TEST_CASE("what all arms have in common is the mean of the scope's outcomes") {
  const Policy policy({.dim = 1, .arms = 2, .objective = LORA_COST, .default_arm = LORA_NO_ARM});
  for (int i = 0; i < 32; ++i) policy.observe({1}, 0, i % 2 == 0 ? 4 : 6);
  CHECK(policy.predict({1})[3] == Approx(5));
  for (int i = 0; i < 100; ++i) policy.observe({1}, 0, 1);
  CHECK(policy.predict({1})[3] == Approx((32 * 5 + 100) / 132.0));
  // Of an arm that was tried the map makes up for it.
  CHECK(policy.predict({1})[0] < 2.5);
}

TEST_CASE("costs are drawn with optimism, which does not change what is served") {
  const auto shares = [](uint32_t objective) {
    const Policy policy({.dim = 1, .arms = 2, .objective = objective, .default_arm = LORA_NO_ARM});
    // The second arm is a little worse, as far as is known from a single outcome.
    for (int i = 0; i < 40; ++i) policy.observe({1}, 0, i % 2 == 0 ? 4 : 6);
    policy.observe({1}, 1, 5.1);
    CHECK(policy.choose({1}, kNone, 0) == 0);
    return policy.predict({1})[5];
  };
  CHECK(shares(LORA_COST) > 0.5);
  CHECK(shares(LORA_LATENCY) < 0.5);
}

// An arm that was right a few times is not one without noise.
TEST_CASE("the noise of a cost is its scope's, that of a latency also its arm's") {
  const auto ratio = [](uint32_t objective) {
    const Policy policy({.dim = 1, .arms = 2, .objective = objective, .default_arm = LORA_NO_ARM});
    for (int i = 0; i < 40; ++i) {
      policy.observe({1}, 0, 3);
      policy.observe({1}, 1, i % 2 == 0 ? 1 : 9);
    }
    const Vector guess = policy.predict({1});
    return guess[4] / guess[1];
  };
  CHECK(ratio(LORA_COST) == Approx(1).epsilon(1e-5));
  CHECK(ratio(LORA_LATENCY) > 2);
}

TEST_CASE("without a baseline the arms of a scope share a map of latencies, and not of costs") {
  const auto learned = [](uint32_t objective) {
    const Policy policy({.dim = 2, .arms = 2, .objective = objective, .default_arm = LORA_NO_ARM});
    for (int i = 0; i < 40; ++i) {
      policy.observe({1, 0}, 0, 1);
      policy.observe({0, 1}, 0, 9);
    }
    // Of the arm that was never tried.
    return policy.predict({0, 1})[3] - policy.predict({1, 0})[3];
  };
  CHECK(learned(LORA_LATENCY) > 1);
  CHECK(learned(LORA_COST) == 0);
}
