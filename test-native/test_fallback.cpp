// Category fallback: what it is for (a scope with little data of its own does better with it), and
// what each of its rules says.
//
// The generator of the comparison. Scopes of one category map x to t = (C + D_s) x + noise: C is
// shared, D_s is the scope's own. Both are U V^T / 16 of rank 1 in dim 16, so that rank 2 can
// represent their sum, with D_s scaled to 0.3 of C. x is standard normal, g = y - t, rate 0.05.
// Four siblings learn 1000 examples each, in turn; then the new scope learns, and after each of its
// examples each sibling learns another one. The same examples in the same order go to one adapter
// for everybody (category only), and those of the new scope to one adapter of its own (own only).
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "set.hpp"

using oracle::Vector;

namespace {

constexpr uint32_t kDim = 16;
constexpr uint32_t kSiblings = 4;
constexpr uint32_t kNew = kSiblings;
constexpr int kExamples[] = {0, 10, 100, 1000};
constexpr uint64_t kSeeds = 10;

// What a scope uses, as a matrix: without a residual the answer to a unit vector is a
// column.
Vector answered_delta(Set& set, uint32_t scope) {
  Vector m(kDim * kDim);
  for (uint32_t i = 0; i < kDim; ++i) {
    Floats unit(kDim, 0.0f);
    unit[i] = 1;
    const Floats column = set.forward(unit, scope);
    for (uint32_t o = 0; o < kDim; ++o) m[o * kDim + i] = column[o];
  }
  return m;
}

struct Errors {
  double fallback[4] = {};
  double category[4] = {};
  double own[4] = {};
};

class Comparison {
 public:
  Comparison(uint64_t seed, double noise)
      : random_(seed),
        noise_(noise),
        shared_(random_, kDim, 1),
        fallback_({.rate = 0.05,
                   .seed = static_cast<uint32_t>(seed),
                   .scopes = kSiblings + 1,
                   .categories = 1}),
        category_({.rate = 0.05, .seed = static_cast<uint32_t>(seed) + 100}),
        own_({.rate = 0.05, .seed = static_cast<uint32_t>(seed) + 200}) {
    for (uint32_t scope = 0; scope <= kSiblings; ++scope) {
      parts_.emplace_back(random_, kDim, 1, 0.3);
      REQUIRE(lora_set_category(fallback_.handle(), scope, 0) == LORA_OK);
    }
    truth_ = oracle::plus(shared_.matrix(), parts_[kNew].matrix());
  }

  // Adds the errors to `sums`, divided by the number of seeds.
  void run(Errors& sums) {
    for (int i = 0; i < 1000; ++i) siblings_learn();
    int learned = 0;
    for (int mark = 0; mark < 4; ++mark) {
      for (; learned < kExamples[mark]; ++learned) {
        learn(kNew);
        siblings_learn();
      }
      sums.fallback[mark] += error(fallback_, kNew) / kSeeds;
      sums.category[mark] += error(category_, 0) / kSeeds;
      sums.own[mark] += error(own_, 0) / kSeeds;
    }
  }

 private:
  void siblings_learn() {
    for (uint32_t scope = 0; scope < kSiblings; ++scope) learn(scope);
  }
  void learn(uint32_t scope) {
    const Floats x = to_float(random_.normals(kDim));
    const Vector signal =
        oracle::plus(shared_.times(to_double(x)), parts_[scope].times(to_double(x)));
    const Vector target = oracle::plus(signal, random_.normals(kDim, noise_));
    step(fallback_, scope, x, target);
    step(category_, 0, x, target);
    if (scope == kNew) step(own_, 0, x, target);
  }
  static void step(Set& set, uint32_t scope, const Floats& x, const Vector& target) {
    const Floats y = set.forward(x, scope);
    set.adapt(to_float(oracle::minus(to_double(y), target)), scope);
  }
  double error(Set& set, uint32_t scope) {
    return oracle::norm(oracle::minus(answered_delta(set, scope), truth_)) / oracle::norm(truth_);
  }

  oracle::Random random_;
  double noise_;
  oracle::LowRank shared_;
  std::vector<oracle::LowRank> parts_;
  Vector truth_;
  Set fallback_;
  Set category_;
  Set own_;
};

void compare(double noise) {
  Errors mean;
  for (uint64_t seed = 1; seed <= kSeeds; ++seed) Comparison(seed, noise).run(mean);
  std::string table = "examples  fallback  category  own\n";
  for (int mark = 0; mark < 4; ++mark) {
    char line[80];
    std::snprintf(line, sizeof line, "%8d  %8.4f  %8.4f  %6.4f\n", kExamples[mark],
                  mean.fallback[mark], mean.category[mark], mean.own[mark]);
    table += line;
  }
  INFO("noise " << noise << ", means over " << kSeeds << " seeds\n" << table);
  CHECK(std::fabs(mean.fallback[0] - mean.category[0]) <= 0.05 * mean.category[0]);
  for (const int few : {1, 2}) {
    CHECK(mean.fallback[few] < mean.category[few]);
    CHECK(mean.fallback[few] < mean.own[few]);
  }
  CHECK(mean.fallback[3] <= 1.05 * mean.own[3]);
}

// Three scopes in category 0 and one in category 1, the first two of which have learned.
struct Family {
  oracle::Random random{42};
  Set set{{.rate = 0.05, .seed = 9, .flags = LORA_RESIDUAL, .scopes = 5, .categories = 2}};

  Family() {
    for (uint32_t scope = 0; scope < 3; ++scope) lora_set_category(set.handle(), scope, 0);
    lora_set_category(set.handle(), 3, 1);
    for (int i = 0; i < 50; ++i) learn(i % 2);
  }
  Floats vector() { return to_float(random.normals(kDim)); }
  void learn(uint32_t scope) {
    set.forward(vector(), scope);
    set.adapt(vector(), scope);
  }
  Weights category_weights(uint32_t scope) { return ::category_weights(set, scope); }
  // A single adapter with given weights.
  std::unique_ptr<Set> single(const Weights& weights) {
    Spec spec = set.spec();
    spec.scopes = 1;
    spec.categories = 0;
    auto result = std::make_unique<Set>(spec);
    result->set_weights(weights);
    return result;
  }
};

}  // namespace

TEST_CASE("a new scope does better with its category than without", "[fallback]") {
  compare(0);
}

TEST_CASE("so it does where the targets are noisy", "[fallback]") {
  compare(0.1);
}

TEST_CASE("a scope that has not learned answers as its category does", "[fallback]") {
  Family family;
  const auto single = family.single(family.category_weights(2));
  const Floats x = family.vector();
  const Floats y = family.set.forward(x, 2);
  CHECK(same_bits(y, single->forward(x)));
  CHECK_FALSE(same_bits(y, x));
  CHECK(lora_delta_norm(family.set.handle(), 2) == lora_delta_norm(single->handle(), 0));
  // The scopes of another category, or of none, have heard of nothing.
  CHECK(same_bits(family.set.forward(x, 3), x));
  CHECK(same_bits(family.set.forward(x, 4), x));
  CHECK(lora_delta_norm(family.set.handle(), 3) == 0);
}

TEST_CASE("a scope starts where its category is, without a jump", "[fallback]") {
  Family family;
  const Weights before = family.category_weights(2);
  const auto single = family.single(before);
  const Floats x = family.vector();
  const Floats g = family.vector();
  REQUIRE(same_bits(family.set.forward(x, 2), single->forward(x)));
  family.set.adapt(g, 2);
  single->adapt(g);
  // Not nearly the step of a single adapter: exactly that one, so the output moves by it alone.
  CHECK(family.set.weights(2) == single->weights());
  const Floats after = single->forward(x);
  CHECK(same_bits(family.set.forward(x, 2), after));
  CHECK(lora_delta_norm(family.set.handle(), 2) == lora_delta_norm(single->handle(), 0));
  // The category took the same step.
  REQUIRE(lora_reset(family.set.handle(), 2) == LORA_OK);
  CHECK(same_bits(family.set.forward(x, 2), after));
}

TEST_CASE("what siblings learn does not reach a scope that has started", "[fallback]") {
  Family family;
  family.learn(2);
  const Floats x = family.vector();
  const Floats y = family.set.forward(x, 2);
  const Weights weights = family.set.weights(2);
  const double norm = lora_delta_norm(family.set.handle(), 2);
  const double count = lora_adapt_count(family.set.handle(), 2);
  for (int i = 0; i < 100; ++i) family.learn(i % 2);
  CHECK(same_bits(family.set.forward(x, 2), y));
  CHECK(family.set.weights(2) == weights);
  CHECK(lora_delta_norm(family.set.handle(), 2) == norm);
  CHECK(lora_adapt_count(family.set.handle(), 2) == count);
}

// y - g is what the category is taught where the scope answered y, so its own gradient is
// g + (category's answer - y). Every sum here has at most 16 terms, and from the inputs to a new
// weight there are at most 20 roundings, so the error is at most 20 u times the same expression in
// magnitudes.
TEST_CASE("a category learns what its scopes were asked to answer", "[fallback]") {
  Family family;
  const Weights before = family.category_weights(2);
  const Floats x = family.vector();
  const Floats g = family.vector();
  const oracle::Adapter scope = family.set.to_oracle(0);
  oracle::Adapter category = scope;
  category.a = to_double(before.a);
  category.b = to_double(before.b);
  family.set.forward(x, 0);
  family.set.adapt(g, 0);
  const Weights after = family.category_weights(2);

  const Vector xd = to_double(x);
  const double rate = static_cast<float>(family.set.spec().rate);
  const Vector taught = oracle::plus(
      to_double(g), oracle::minus(oracle::forward(category, xd), oracle::forward(scope, xd)));
  const auto answer_scale = [&](const oracle::Adapter& adapter) {
    return oracle::forward(oracle::magnitudes(adapter), oracle::magnitudes(xd));
  };
  const Vector scale_of_taught = oracle::plus(
      oracle::magnitudes(to_double(g)), oracle::plus(answer_scale(category), answer_scale(scope)));
  const oracle::Gradient scale =
      oracle::gradient(oracle::magnitudes(category), oracle::magnitudes(xd), scale_of_taught);
  oracle::Adapter expected = category;
  oracle::sgd_step(expected, xd, taught, rate);

  const auto check = [&](const Vector& was, const Vector& want, const Floats& is,
                         const Vector& step_scale) {
    for (size_t i = 0; i < want.size(); ++i) {
      const double bound = 20 * 0x1p-24 * (std::fabs(was[i]) + rate * step_scale[i]);
      INFO("element " << i << ", bound " << bound);
      CHECK(std::fabs(want[i] - is[i]) <= bound);
    }
  };
  check(category.a, expected.a, after.a, scale.a);
  check(category.b, expected.b, after.b, scale.b);
}

TEST_CASE("resetting a scope returns it to its category", "[fallback]") {
  Family family;
  family.learn(2);
  const Weights category = family.category_weights(2);
  family.learn(2);
  family.learn(1);
  REQUIRE(lora_reset(family.set.handle(), 2) == LORA_OK);
  const Floats x = family.vector();
  const Floats y = family.set.forward(x, 2);
  CHECK_FALSE(same_bits(y, x));
  CHECK(same_bits(y, family.single(family.category_weights(2))->forward(x)));
  CHECK_FALSE(family.category_weights(2) == category);
  // A reset of everything is of the categories too.
  REQUIRE(lora_reset(family.set.handle(), LORA_ALL_SCOPES) == LORA_OK);
  for (uint32_t scope = 0; scope < 5; ++scope) CHECK(same_bits(family.set.forward(x, scope), x));
}

TEST_CASE("without fallback scopes answer and learn alone", "[fallback]") {
  Family family;
  const Weights category = family.category_weights(2);
  REQUIRE(lora_set_category_fallback(family.set.handle(), 0) == LORA_OK);
  const Floats x = family.vector();
  CHECK(same_bits(family.set.forward(x, 2), x));
  CHECK(lora_delta_norm(family.set.handle(), 2) == 0);
  // Scope 1 has weights of its own and keeps them.
  CHECK(same_bits(family.set.forward(x, 1), family.single(family.set.weights(1))->forward(x)));

  const auto single = family.single(family.set.weights(2));
  const Floats g = family.vector();
  family.set.forward(x, 2);
  family.set.adapt(g, 2);
  single->forward(x);
  single->adapt(g);
  CHECK(family.set.weights(2) == single->weights());
  family.learn(0);
  REQUIRE(lora_reset(family.set.handle(), 2) == LORA_OK);
  REQUIRE(lora_set_category_fallback(family.set.handle(), 1) == LORA_OK);
  CHECK(family.category_weights(2) == category);
}

TEST_CASE("a scope leaves its category when it is taken out or given weights", "[fallback]") {
  Family family;
  const Weights category = family.category_weights(2);
  const Floats x = family.vector();
  REQUIRE(lora_set_category(family.set.handle(), 2, LORA_NO_CATEGORY) == LORA_OK);
  CHECK(same_bits(family.set.forward(x, 2), x));
  family.learn(2);
  REQUIRE(lora_reset(family.set.handle(), 2) == LORA_OK);
  REQUIRE(lora_set_category(family.set.handle(), 2, 0) == LORA_OK);
  CHECK(family.category_weights(2) == category);

  const Weights given{to_float(family.random.normals(32)), to_float(family.random.normals(32))};
  family.set.set_weights(given, 2);
  CHECK(same_bits(family.set.forward(x, 2), family.single(given)->forward(x)));
}
