// Contrast losses of adapters in a space: the gradient in A and B is read off one sgd step, and
// held against central differences of the loss, which is worked out in double from the raw vectors,
// through means, W and norms.
#include <catch2/catch.hpp>

#include "golden/losses.hpp"
#include "spaces.hpp"

using spaces::Corpus;
using spaces::PlainSpace;
using spaces::Space;
using spaces::Vector;

namespace {

constexpr uint32_t kDim = 20;
constexpr uint32_t kDirections = 5;
constexpr uint32_t kRank = 3;
constexpr uint32_t kNegatives = 6;
constexpr double kStep = 1e-5;

struct Kind {
  uint32_t loss;
  double parameter;
};

double value_of(const Kind& kind, const oracle::Adapter& adapter, const PlainSpace& space,
                const Vector& x, const std::vector<Vector>& documents) {
  const Vector y = oracle::forward(adapter, space.query(x));
  std::vector<Vector> negatives;
  for (size_t i = 1; i < documents.size(); ++i) negatives.push_back(space.document(documents[i]));
  const Vector positive = space.document(documents[0]);
  if (kind.loss == LORA_TRIPLET)
    return oracle::triplet(y, positive, negatives, kind.parameter).value;
  const double unit = kind.loss == LORA_INFO_NCE_OF_SPREAD ? space.spread() : 1;
  return oracle::infonce(y, positive, negatives, unit * kind.parameter).value;
}

// Central differences in each weight of one factor.
template <class Value>
Vector differences(Vector& weights, Value value) {
  Vector result;
  for (double& weight : weights) {
    const double before = weight;
    weight = before + kStep;
    const double above = value();
    weight = before - kStep;
    result.push_back((above - value()) / (2 * kStep));
    weight = before;
  }
  return result;
}

// |found - expected| / |expected|, of the gradient that a step of this rate took.
double error_of(const Floats& before, const Floats& after, double rate, const Vector& expected) {
  double squares = 0;
  for (size_t i = 0; i < expected.size(); ++i) {
    const double found = (static_cast<double>(before[i]) - static_cast<double>(after[i])) / rate;
    squares += (found - expected[i]) * (found - expected[i]);
  }
  return std::sqrt(squares) / oracle::norm(expected);
}

}  // namespace

TEST_CASE("in a space a step is the gradient that central differences give", "[space][contrast]") {
  const Kind kind = GENERATE(Kind{LORA_INFO_NCE, 0.2}, Kind{LORA_INFO_NCE_OF_SPREAD, 0.5},
                             Kind{LORA_INFO_NCE_OF_SPREAD, 2}, Kind{LORA_TRIPLET, 0.5});
  const uint32_t seed = GENERATE(1u, 2u, 3u);
  CAPTURE(kind.loss, kind.parameter, seed);
  // So that the roundings of the weights are small beside the step.
  constexpr double kRate = 1;
  Corpus corpus(kDim, seed);
  Space space(kDim, kDirections);
  PlainSpace plain(kDim, kDirections);
  for (int i = 0; i < 60; ++i) {
    const Floats d = corpus.document();
    REQUIRE(space.learn(LORA_DOCUMENTS, d) == LORA_OK);
    plain.learn_document(to_double(d));
    const Floats q = corpus.query();
    REQUIRE(space.learn(LORA_QUERIES, q) == LORA_OK);
    plain.learn_query(to_double(q));
  }
  Set set({.in = kDim,
           .out = kDim,
           .rank = kRank,
           .alpha = 0.5,
           .rate = kRate,
           .flags = LORA_RESIDUAL});
  oracle::Random random(seed);
  set.set_weights({to_float(random.normals(kRank * kDim)), to_float(random.normals(kRank * kDim))});
  REQUIRE(lora_join_space(set.handle(), space.handle(), 0) == LORA_OK);

  const Floats x = corpus.query();
  REQUIRE(std::abs(oracle::norm(to_double(x)) - 1) > 1);
  const Weights before = set.weights();
  oracle::Adapter adapter = set.to_oracle();
  std::vector<Vector> documents;
  float* to = std::copy(x.begin(), x.end(), lora_transfer());
  for (uint32_t i = 0; i < 1 + kNegatives; ++i) {
    const Floats d = corpus.document();
    documents.push_back(to_double(d));
    to = std::copy(d.begin(), d.end(), to);
  }
  const double found = lora_contrast(set.handle(), 0, 1, 1 + kNegatives, kind.loss, kind.parameter);
  const auto value = [&] { return value_of(kind, adapter, plain, to_double(x), documents); };
  REQUIRE(value() > 0);
  CHECK(std::abs(found - value()) < 1e-4 * value());
  const Weights after = set.weights();
  // Components and vectors are in f32, in the library.
  CHECK(error_of(before.a, after.a, kRate, differences(adapter.a, value)) < 1e-4);
  CHECK(error_of(before.b, after.b, kRate, differences(adapter.b, value)) < 1e-4);
}
