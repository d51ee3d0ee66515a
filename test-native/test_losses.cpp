// Every fused loss against central differences of it: the gradient in A and B is read off one sgd
// step, and the loss it is held against is worked out in double from weights moved in double.
#include <catch2/catch.hpp>
#include <string>

#include "golden/losses.hpp"
#include "set.hpp"

using oracle::Vector;

namespace {

constexpr double kU = 0x1p-24;
// What a difference moves a weight by.
constexpr double kStep = 1e-5;
// Samples stay this far from kinks, where a difference is of both sides: of |y - t| = delta in y,
// and of a triplet's 0 in the cosine.
constexpr double kMargin = 0.01;
constexpr double kDelta = 0.8;

using Rows = std::vector<Vector>;

// A loss of one row's answer among candidates, which are its target alone where it has no
// negatives.
struct Kind {
  std::string name;
  uint32_t loss;
  bool contrast;
  double parameter;
  uint32_t mean;
};

const Kind kKinds[] = {
    {"mse", LORA_MSE, false, kDelta, 0},       {"mse, mean", LORA_MSE, false, kDelta, 1},
    {"huber", LORA_HUBER, false, kDelta, 0},   {"huber, mean", LORA_HUBER, false, kDelta, 1},
    {"cosine", LORA_COSINE, false, kDelta, 0}, {"infonce", LORA_INFO_NCE, true, 0.1, 0},
    {"infonce", LORA_INFO_NCE, true, 0.5, 0},  {"triplet", LORA_TRIPLET, true, 0.3, 0},
};

template <typename Real>
std::vector<std::vector<Real>> without(std::vector<std::vector<Real>> rows, size_t index) {
  rows.erase(rows.begin() + static_cast<ptrdiff_t>(index));
  return rows;
}

// Of the answer y of row j, whose positive or target is candidate j.
template <typename Real>
oracle::Loss<Real> loss_of(const Kind& kind, const std::vector<Real>& y,
                           const std::vector<std::vector<Real>>& candidates, size_t j) {
  const std::vector<Real>& t = candidates[j];
  const Real parameter = static_cast<Real>(kind.parameter);
  if (kind.contrast) {
    const auto negatives = without(candidates, j);
    return kind.loss == LORA_TRIPLET ? oracle::triplet(y, t, negatives, parameter)
                                     : oracle::infonce(y, t, negatives, parameter);
  }
  if (kind.loss == LORA_MSE) return oracle::mse(y, t, kind.mean == 1);
  if (kind.loss == LORA_HUBER) return oracle::huber(y, t, kind.mean == 1, parameter);
  return oracle::cosine(y, t);
}

struct Problem {
  Rows x;
  Rows candidates;  // the positives, or targets, of the rows first
};

Rows vectors(oracle::Random& random, uint32_t count, uint32_t n) {
  Rows rows;
  // By way of f32, which is what the library is given.
  for (uint32_t i = 0; i < count; ++i) rows.push_back(to_double(to_float(random.normals(n))));
  return rows;
}

double cosine(const Vector& a, const Vector& b) {
  return oracle::dot(a, b) / (oracle::norm(a) * oracle::norm(b));
}

// How far the nearest kink is, in the number that has it, and how many numbers are on each side.
struct Kinks {
  double nearest = 1;
  int below = 0, above = 0;

  void add(double distance) {
    nearest = std::fmin(nearest, std::fabs(distance));
    (distance < 0 ? below : above) += 1;
  }
};

Kinks kinks(const Kind& kind, const oracle::Adapter& adapter, const Problem& problem) {
  Kinks result;
  for (size_t j = 0; j < problem.x.size(); ++j) {
    const Vector y = oracle::forward(adapter, problem.x[j]);
    const Vector& t = problem.candidates[j];
    if (!kind.contrast && kind.loss == LORA_HUBER) {
      for (size_t o = 0; o < y.size(); ++o) result.add(std::fabs(y[o] - t[o]) - kDelta);
    }
    if (kind.contrast && kind.loss == LORA_TRIPLET) {
      for (const Vector& negative : without(problem.candidates, j)) {
        result.add(kind.parameter + cosine(y, negative) - cosine(y, t));
      }
    }
  }
  return result;
}

double mean_loss(const Kind& kind, const oracle::Adapter& adapter, const Problem& problem) {
  double sum = 0;
  for (size_t j = 0; j < problem.x.size(); ++j) {
    sum += loss_of(kind, oracle::forward(adapter, problem.x[j]), problem.candidates, j).value;
  }
  return sum / static_cast<double>(problem.x.size());
}

// A and B one after the other, for both factors at once.
Vector joined(const oracle::Adapter& adapter) {
  Vector all = adapter.a;
  all.insert(all.end(), adapter.b.begin(), adapter.b.end());
  return all;
}

Vector differences(const Kind& kind, oracle::Adapter adapter, const Problem& problem, double step) {
  Vector result;
  for (Vector* factor : {&adapter.a, &adapter.b}) {
    for (double& weight : *factor) {
      const double kept = weight;
      weight = kept + step;
      const double above = mean_loss(kind, adapter, problem);
      weight = kept - step;
      const double below = mean_loss(kind, adapter, problem);
      weight = kept;
      result.push_back((above - below) / (2 * step));
    }
  }
  return result;
}

// The gradient in A and B by the naive code, but in f32.
Vector in_f32(const Kind& kind, const oracle::Adapter& adapter, const Problem& problem) {
  const auto [in, out, rank, alpha64, residual, a64, b64] = adapter;
  const Floats a = to_float(a64), b = to_float(b64);
  const float alpha = static_cast<float>(alpha64);
  std::vector<Floats> candidates;
  for (const Vector& row : problem.candidates) candidates.push_back(to_float(row));
  Floats sum(a.size() + b.size());
  for (size_t j = 0; j < problem.x.size(); ++j) {
    const Floats x = to_float(problem.x[j]);
    Floats h(rank), y(out);
    for (size_t k = 0; k < rank; ++k) {
      for (size_t i = 0; i < in; ++i) h[k] += a[k * in + i] * x[i];
      for (size_t o = 0; o < out; ++o) y[o] += alpha * h[k] * b[k * out + o];
    }
    for (size_t o = 0; residual && o < out; ++o) y[o] += x[o];
    const Floats g = loss_of(kind, y, candidates, j).gradient;
    for (size_t k = 0; k < rank; ++k) {
      float q = 0;
      for (size_t o = 0; o < out; ++o) {
        q += alpha * b[k * out + o] * g[o];
        sum[a.size() + k * out + o] += alpha * h[k] * g[o];
      }
      for (size_t i = 0; i < in; ++i) sum[k * in + i] += q * x[i];
    }
  }
  Vector mean = to_double(sum);
  for (double& value : mean) value /= static_cast<double>(problem.x.size());
  return mean;
}

struct Shape {
  uint32_t in, out, rank;
  double alpha;
  bool residual;
  uint32_t rows;
};

// Rows are cut from the transfer vector at lengths that need no padding, and at such that do.
constexpr Shape kShapes[] = {
    {16, 16, 2, 0.75, true, 1}, {5, 5, 2, -1.5, true, 1},   {13, 13, 3, 2, true, 3},
    {7, 18, 1, 0.5, false, 1},  {6, 9, 4, -0.75, false, 4}, {40, 33, 2, 0.25, false, 2},
    {16, 16, 2, 1.5, true, 4},
};

// Relative to the gradient, summed as squares over samples.
struct Errors {
  double ours = 0, naive = 0, difference = 0, loss = 0;
  int below = 0, above = 0;  // kinks
};

void add(double& sum, double error, double size) {
  sum += error / size * error / size;
}

void measure(const Kind& kind, const Shape& shape, uint64_t seed, Errors& errors) {
  const uint32_t rows = shape.rows;
  const uint32_t count = kind.contrast ? rows + 5 : rows;
  // So large a step that the rounding of weights of about 1 is small beside it.
  const double rate = 8;
  Set set({.in = shape.in,
           .out = shape.out,
           .rank = shape.rank,
           .alpha = shape.alpha,
           .rate = rate,
           .flags = shape.residual ? uint32_t{LORA_RESIDUAL} : 0,
           .batch = rows});
  const uint32_t handle = set.handle();
  REQUIRE(lora_reserve(handle, rows, count) == LORA_OK);
  oracle::Random random(seed);
  set.set_weights({to_float(random.normals(shape.rank * shape.in, 1 / std::sqrt(shape.in))),
                   to_float(random.normals(shape.rank * shape.out))});
  const oracle::Adapter before = set.to_oracle();
  Problem problem;
  do {
    problem = {vectors(random, rows, shape.in), vectors(random, count, shape.out)};
    // A triplet without any negative that is near has no gradient.
  } while (kinks(kind, before, problem).nearest < kMargin || mean_loss(kind, before, problem) == 0);
  const Kinks sides = kinks(kind, before, problem);
  errors.below += sides.below;
  errors.above += sides.above;

  float* to = lora_transfer();
  for (const Rows* each : {&problem.x, &problem.candidates}) {
    for (const Vector& row : *each) to = std::copy(row.begin(), row.end(), to);
  }
  const double loss = kind.contrast
                          ? lora_contrast(handle, 0, rows, count, kind.loss, kind.parameter)
                          : lora_learn(handle, 0, rows, kind.loss, kind.parameter, kind.mean);
  const double expected = mean_loss(kind, before, problem);
  errors.loss = std::fmax(errors.loss, std::fabs(loss - expected) / (1 + expected));

  const oracle::Adapter after = set.to_oracle();
  Vector ours = oracle::minus(joined(before), joined(after));
  for (double& value : ours) value /= rate;
  const Vector near = differences(kind, before, problem, kStep);
  const Vector far = differences(kind, before, problem, 2 * kStep);
  const double size = oracle::norm(near);
  // A batch rounds weights once a row.
  const double of_weights =
      rows * kU * (oracle::norm(joined(before)) + oracle::norm(joined(after))) / rate;
  add(errors.ours, oracle::norm(oracle::minus(ours, near)), size);
  add(errors.naive, oracle::norm(oracle::minus(in_f32(kind, before, problem), near)) + of_weights,
      size);
  // What the difference neglects grows with the square of its step, so it is a third of what
  // doubling it changes; and the sums behind a loss are rounded in double.
  const double in_double = 10 * 0x1p-53 * (1 + loss) / kStep * std::sqrt(near.size());
  add(errors.difference, oracle::norm(oracle::minus(near, far)) + in_double, size);
}

}  // namespace

// The measure of what f32 may lose is what the naive code loses in f32: four times that, as it is
// for PyTorch in test_golden, in the root of the mean square over samples, where luck evens out.
TEST_CASE("every loss: the step is the gradient that central differences give", "[losses]") {
  constexpr int kSamples = kSanitized ? 4 : 20;
  for (const Kind& kind : kKinds) {
    for (const Shape& shape : kShapes) {
      CAPTURE(kind.name, kind.parameter, shape.in, shape.out, shape.rank, shape.rows);
      Errors errors;
      for (uint64_t seed = 1; seed <= kSamples; ++seed) measure(kind, shape, seed, errors);
      const auto root = [](double sum) { return std::sqrt(sum / kSamples); };
      const double allowed = 4 * root(errors.naive) + root(errors.difference);
      CAPTURE(root(errors.ours), root(errors.naive), root(errors.difference), errors.loss);
      CHECK(root(errors.ours) <= allowed);
      // So a gradient that is wrong in the fifth digit is found.
      CHECK(allowed < 3e-5);
      // A loss is of an answer in f32, whose error it has a few times.
      CHECK(errors.loss < 1e-5);
      // A huber that is never linear would be mse.
      const bool has_kinks = kind.contrast ? kind.loss == LORA_TRIPLET : kind.loss == LORA_HUBER;
      CHECK((errors.below > 0 && errors.above > 0) == has_kinks);
    }
  }
}
