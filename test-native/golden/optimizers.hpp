// PyTorch's optimizers on a list of weights, with plain loops. Real is double where they are the
// oracle.
#pragma once

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace oracle {

// Both gradients are scaled by min(1, max_norm / (norm of both + 1e-6)).
template <typename Real>
void clip_together(std::vector<Real>& a, std::vector<Real>& b, Real max_norm) {
  Real sum = 0;
  for (const Real value : a) sum += value * value;
  for (const Real value : b) sum += value * value;
  const Real factor = max_norm / (std::sqrt(sum) + Real(1e-6));
  if (factor >= 1) return;
  for (Real& value : a) value *= factor;
  for (Real& value : b) value *= factor;
}

// Of the scalars, all but the step's own counts are kept in double and rounded where they meet a
// weight, as torch does it.
struct Rule {
  std::string kind;  // sgd, momentum, adam, adamw
  double rate = 0, momentum = 0, beta1 = 0, beta2 = 0, epsilon = 0, weight_decay = 0;
};

template <typename Real>
class Optimizer {
 public:
  Optimizer(const Rule& rule, size_t count)
      : rule_(rule), first_(count, Real(0)), second_(count, Real(0)) {}

  void step(std::vector<Real>& weights, std::vector<Real> gradient) {
    ++steps_;
    const bool adam = rule_.kind == "adam" || rule_.kind == "adamw";
    const Real decay = static_cast<Real>(rule_.weight_decay);
    for (size_t i = 0; i < weights.size(); ++i) {
      if (rule_.kind == "adamw") {
        weights[i] *= static_cast<Real>(1 - rule_.rate * rule_.weight_decay);
      } else {
        gradient[i] += decay * weights[i];
      }
      weights[i] -= adam ? adam_step(i, gradient[i]) : sgd_step(i, gradient[i]);
    }
  }

 private:
  // first = g at the first step, then momentum first + g.
  Real sgd_step(size_t i, Real gradient) {
    first_[i] = static_cast<Real>(rule_.momentum) * first_[i] + gradient;
    return static_cast<Real>(rule_.rate) * first_[i];
  }

  // rate / (1 - beta1^n) first / (sqrt(second) / sqrt(1 - beta2^n) + epsilon)
  Real adam_step(size_t i, Real gradient) {
    const auto real = [](double value) { return static_cast<Real>(value); };
    first_[i] = real(rule_.beta1) * first_[i] + real(1 - rule_.beta1) * gradient;
    second_[i] = real(rule_.beta2) * second_[i] + real(1 - rule_.beta2) * gradient * gradient;
    const double rate = rule_.rate / (1 - std::pow(rule_.beta1, steps_));
    const double correction = std::sqrt(1 - std::pow(rule_.beta2, steps_));
    const Real length = std::sqrt(second_[i]) / real(correction) + real(rule_.epsilon);
    return real(rate) * first_[i] / length;
  }

  Rule rule_;
  int steps_ = 0;
  std::vector<Real> first_, second_;
};

}  // namespace oracle
