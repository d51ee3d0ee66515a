// What a policy believes against double precision: the normal distribution, the exact posterior of
// a linear model, and the moments of a truncated one by quadrature.
#include <catch2/catch.hpp>
#include <cmath>

#include "../core/normal.hpp"
#include "policy.hpp"

namespace {

constexpr double kPrior = 0.1;

double inner(const Vector& v, const Vector& w) {
  double sum = 0;
  for (size_t i = 0; i < v.size(); ++i) sum += v[i] * w[i];
  return sum;
}

// M z = v by elimination with pivots.
Vector solve(std::vector<Vector> m, Vector v) {
  const size_t n = v.size();
  for (size_t i = 0; i < n; ++i) {
    size_t pivot = i;
    for (size_t k = i; k < n; ++k) {
      if (std::abs(m[k][i]) > std::abs(m[pivot][i])) pivot = k;
    }
    std::swap(m[i], m[pivot]);
    std::swap(v[i], v[pivot]);
    for (size_t k = i + 1; k < n; ++k) {
      const double factor = m[k][i] / m[i][i];
      for (size_t j = i; j < n; ++j) m[k][j] -= factor * m[i][j];
      v[k] -= factor * v[i];
    }
  }
  for (size_t i = n; i-- > 0;) {
    for (size_t j = i + 1; j < n; ++j) v[i] -= m[i][j] * v[j];
    v[i] /= m[i][i];
  }
  return v;
}

// Bayesian linear regression with noise of variance 1: precision and precision times mean.
struct Posterior {
  std::vector<Vector> precision;
  Vector moment;

  explicit Posterior(size_t dim) : precision(dim, Vector(dim, 0.0)), moment(dim, 0.0) {
    for (size_t i = 0; i < dim; ++i) precision[i][i] = kPrior;
  }

  void learn(const Vector& x, double y) {
    for (size_t i = 0; i < x.size(); ++i) {
      moment[i] += x[i] * y;
      for (size_t j = 0; j < x.size(); ++j) precision[i][j] += x[i] * x[j];
    }
  }

  double mean(const Vector& x) const { return inner(x, solve(precision, moment)); }
  double variance(const Vector& x) const { return inner(x, solve(precision, x)); }
};

// x over the running root mean square of all before, this one included.
class Scale {
 public:
  Vector operator()(const Floats& x) {
    double square = 0;
    for (const float value : x) square += static_cast<double>(value) * value;
    total_ += square;
    count_ += 1;
    return now(x);
  }

  Vector now(const Floats& x) const {
    Vector scaled(x.begin(), x.end());
    for (double& value : scaled) value /= std::sqrt(total_ / count_);
    return scaled;
  }

 private:
  double total_ = 0;
  double count_ = 0;
};

double upper(double z) {
  return 0.5 * std::erfc(z / std::sqrt(2.0));
}

double density(double z) {
  return std::exp(-0.5 * z * z) / std::sqrt(2 * std::acos(-1.0));
}

// P(sample k is the least), by the trapezoidal rule in steps far below every deviation.
Vector least_by_trapezoids(const Vector& mean, const Vector& deviation) {
  const double narrow = *std::min_element(deviation.begin(), deviation.end());
  const double wide = *std::max_element(deviation.begin(), deviation.end());
  const double from = *std::min_element(mean.begin(), mean.end()) - 10 * wide;
  const double to = *std::max_element(mean.begin(), mean.end()) + 10 * wide;
  const double step = narrow / 8;
  Vector p(mean.size(), 0.0);
  for (double t = from; t < to; t += step) {
    for (size_t k = 0; k < mean.size(); ++k) {
      double product = density((t - mean[k]) / deviation[k]) / deviation[k] * step;
      for (size_t j = 0; j < mean.size(); ++j) {
        if (j != k) product *= upper((t - mean[j]) / deviation[j]);
      }
      p[k] += product;
    }
  }
  return p;
}

}  // namespace

TEST_CASE("the normal distribution is that of the C library") {
  for (double z = -12; z <= 12; z += 1.0 / 64) {
    INFO(z);
    CHECK(std::abs(lora::upper_tail(z) - upper(z)) < 3e-7);
    const double hazard = density(z) / upper(z);
    CHECK(std::abs(lora::mean_above(z) - hazard) <= 1e-11 * hazard);
    CHECK(lora::upper_tail(z + 1.0 / 64) <= lora::upper_tail(z));
  }
  // Far out it is about z + 1 / z, where the C library has no tail left.
  CHECK(lora::mean_above(1e6) == Approx(1e6 + 1e-6).epsilon(1e-14));
  CHECK(lora::mean_above(-50) == 0);
}

TEST_CASE("the probability that a sample is the least is right and sums to 1") {
  std::mt19937 random(5);
  std::normal_distribution<double> normal;
  for (int round = 0; round < (kSanitized ? 20 : 200); ++round) {
    const size_t count = 2 + random() % 6;
    Vector mean(count);
    Vector deviation(count);
    for (size_t k = 0; k < count; ++k) {
      mean[k] = 2 * normal(random);
      // Up to 30 times as wide as another.
      deviation[k] = std::exp(1.7 * std::uniform_real_distribution<double>(-1, 1)(random));
    }
    const Vector exact = least_by_trapezoids(mean, deviation);
    Vector p(count);
    Vector work(2 * count);
    lora::least_probabilities(mean.data(), deviation.data(), static_cast<uint32_t>(count), p.data(),
                              work.data());
    double sum = 0;
    for (size_t k = 0; k < count; ++k) {
      INFO(round << " " << k);
      CHECK(p[k] >= 0);
      CHECK(std::abs(p[k] - exact[k]) < 0.004);
      sum += p[k];
    }
    CHECK(std::abs(sum - 1) < 1e-12);
  }
}

TEST_CASE("samples that are alike have the same probability, and certain ones share it") {
  double p[3];
  double work[6];
  const auto find = [&](Vector mean, Vector deviation) {
    lora::least_probabilities(mean.data(), deviation.data(), static_cast<uint32_t>(mean.size()), p,
                              work);
  };
  find({0.5, 0.5, 0.5}, {2, 2, 2});
  for (const double value : p) CHECK(value == Approx(1.0 / 3).epsilon(1e-14));
  find({0.5, 0.5, 0.5}, {0, 0, 0});
  for (const double value : p) CHECK(value == 1.0 / 3);
  find({1, 0, 3}, {0, 0, 0});
  CHECK((p[0] == 0 && p[1] == 1 && p[2] == 0));
  // One that is certain beside one that is not: P(N(0, 1) < 0.5).
  find({0.5, 0}, {0, 1});
  CHECK(std::abs(p[0] - upper(0.5)) < 1e-3);
}

// Relative to a baseline there is no offset, so a map is Bayesian linear regression and nothing
// else.
TEST_CASE("with memory for all observations a belief is the exact posterior") {
  const uint32_t dim = GENERATE(3u, 16u, 37u);
  const uint32_t memory = 8;
  std::mt19937 random(dim);
  const Policy policy({.dim = dim, .memory = memory});
  Posterior exact(dim);
  Scale scale;
  double errors = 0;
  double sum = 0;
  double squares = 0;
  const int count = 8;
  for (int i = 0; i < count; ++i) {
    const Floats x = normal_vector(random, dim);
    const double cost = std::exp(std::normal_distribution<double>()(random));
    const double baseline = 3;
    REQUIRE(policy.observe(x, 1, cost, baseline) == LORA_OK);
    const Vector scaled = scale(x);
    const double y = std::log(cost / baseline);
    const double e = y - exact.mean(scaled);
    errors += e * e / (1 + exact.variance(scaled));
    sum += y;
    squares += y * y;
    exact.learn(scaled, y);
  }
  const double m2 = squares - sum * sum / count;
  const double of_scope = (errors + 3 * (m2 + 1) / (count + 1)) / (count + 3);
  const double noise = std::sqrt((errors + 3 * of_scope) / (count + 3));
  for (int i = 0; i < 20; ++i) {
    const Floats x = normal_vector(random, dim);
    const Vector scaled = scale.now(x);
    const Vector guess = policy.predict(x, 3);
    CHECK(std::log(guess[3] / 3) == Approx(exact.mean(scaled)).margin(2e-5));
    CHECK(guess[4] == Approx(noise * std::sqrt(exact.variance(scaled))).epsilon(2e-5));
    // The default is its baseline, and another arm is not known.
    CHECK(guess[0] == 3);
    CHECK(guess[1] == 0);
    CHECK(guess[6] == 3);
    CHECK(guess[7] == Approx(std::sqrt(of_scope * inner(scaled, scaled) / kPrior)).epsilon(1e-5));
  }
}

// With fewer directions than observations what is known of each number of the map stays exact.
TEST_CASE("the diagonal of the precision is that of all observations, whatever the memory") {
  const uint32_t memory = GENERATE(0u, 1u, 2u, 4u, 16u);
  const uint32_t dim = 19;
  std::mt19937 random(memory);
  const Policy policy({.dim = dim, .memory = memory});
  Scale scale;
  Vector diagonal(dim, kPrior);
  for (int i = 0; i < 60; ++i) {
    const Floats x = normal_vector(random, dim);
    REQUIRE(policy.observe(x, 2, 1 + i, 7) == LORA_OK);
    const Vector scaled = scale(x);
    for (size_t k = 0; k < dim; ++k) diagonal[k] += scaled[k] * scaled[k];
  }
  const uint32_t column = 2 + 2 * 2;
  const Floats u = policy.row(0, column, 1);
  for (size_t k = 0; k < dim; ++k) {
    double sum = u[k];
    for (uint32_t j = 0; j < memory; ++j) {
      const double value = policy.row(0, column, 2 + j)[k];
      sum += value * value;
    }
    CHECK(sum == Approx(diagonal[k]).epsilon(1e-5));
  }
  // The directions are orthogonal.
  for (uint32_t i = 0; i < memory; ++i) {
    const Floats a = policy.row(0, column, 2 + i);
    for (uint32_t j = 0; j < i; ++j) {
      const Floats b = policy.row(0, column, 2 + j);
      const Vector v(a.begin(), a.end());
      const Vector w(b.begin(), b.end());
      CHECK(std::abs(inner(v, w)) < 1e-4 * std::sqrt(inner(v, v) * inner(w, w)));
    }
  }
}

TEST_CASE("a stopped run leaves the moments of the truncated belief") {
  const double limit = GENERATE(0.05, 0.5, 1.0, 2.0, 40.0);
  const Policy policy({.dim = 1});
  REQUIRE(policy.observe({2}, 1, limit, 1, 1) == LORA_OK);
  // x is 1 over its own size; the noise has the variance of the prior, 1.
  const double v = 1 / kPrior;
  const double l = std::log(limit);
  double mass = 0;
  double first = 0;
  double second = 0;
  for (double m = -40; m < 40; m += 1.0 / 256) {
    const double weight = density(m / std::sqrt(v)) * upper(l - m);
    mass += weight;
    first += weight * m;
    second += weight * m * m;
  }
  const double mean = first / mass;
  const double variance = second / mass - mean * mean;
  const Vector guess = policy.predict({2}, 1);
  CHECK(std::log(guess[3]) == Approx(mean).epsilon(1e-5));
  // What the noise is taken to be after it: E is the expected square over 1 + V.
  const double z = l / std::sqrt(1 + v);
  const double errors = 1 + z * density(z) / upper(z);
  const double of_scope = (errors + 3 * 0.5) / 4;
  const double noise = std::sqrt((errors + 3 * of_scope) / 4);
  CHECK(guess[4] / noise == Approx(std::sqrt(variance)).epsilon(1e-4));
  CHECK(lora_policy_count(policy.handle(), 0, 1, 1) == 1);
}
