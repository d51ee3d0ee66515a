// A golden case run again, naively: in double it must agree with torch's float64, and in float it
// shows what plain loops lose.
#pragma once

#include <stdexcept>
#include <vector>

#include "golden.hpp"
#include "losses.hpp"
#include "optimizers.hpp"
#include "samples.hpp"

namespace golden {

template <typename Real>
struct Learned {
  std::vector<Real> a;       // (rank, in)
  std::vector<Real> b;       // (rank, out)
  std::vector<Real> losses;  // at losses_at
  uint32_t checksum = 0;
};

template <typename Real>
oracle::Loss<Real> loss_of(const Case& c, const std::vector<Real>& y, const std::vector<Real>& t,
                           const std::vector<std::vector<Real>>& negatives) {
  const bool mean = c.reduction == "mean";
  if (c.loss == "mse") return oracle::mse(y, t, mean);
  if (c.loss == "huber") return oracle::huber(y, t, mean);
  if (c.loss == "cosine") return oracle::cosine(y, t);
  if (c.loss == "infonce") {
    return oracle::infonce(y, t, negatives, static_cast<Real>(c.temperature));
  }
  if (c.loss == "triplet") return oracle::triplet(y, t, negatives, static_cast<Real>(c.margin));
  throw std::runtime_error("no loss " + c.loss);
}

template <typename Real>
Learned<Real> replay(const Case& c, const File& file) {
  const auto reals = [](const Floats& v) { return std::vector<Real>(v.begin(), v.end()); };
  const Real alpha = static_cast<Real>(c.alpha);
  Samples samples(c);
  Learned<Real> result;
  std::vector<Real>&a = result.a, &b = result.b;
  a = reals(samples.a());
  b = reals(samples.b());
  oracle::Rule rule{c.optimizer, c.rate, c.momentum, c.beta1, c.beta2, c.epsilon, c.weight_decay};
  oracle::Optimizer<Real> optimizer_a(rule, a.size());
  rule.rate *= c.ratio;
  oracle::Optimizer<Real> optimizer_b(rule, b.size());

  for (uint32_t step = 1; step <= file.steps; ++step) {
    const Sample sample = samples.next_sample();
    const std::vector<Real> x = reals(sample.x);
    std::vector<std::vector<Real>> negatives;
    for (const Floats& negative : sample.negatives) negatives.push_back(reals(negative));

    std::vector<Real> h(c.rank, Real(0)), y(c.out, Real(0));
    for (uint32_t k = 0; k < c.rank; ++k) {
      for (uint32_t i = 0; i < c.in; ++i) h[k] += a[k * c.in + i] * x[i];
    }
    for (uint32_t o = 0; o < c.out; ++o) {
      for (uint32_t k = 0; k < c.rank; ++k) y[o] += b[k * c.out + o] * h[k];
      y[o] *= alpha;
      if (c.residual) y[o] += x[o];
    }
    const oracle::Loss<Real> loss = loss_of(c, y, reals(sample.t), negatives);
    for (const uint32_t at : file.losses_at) {
      if (at == step) result.losses.push_back(loss.value);
    }

    const std::vector<Real>& g = loss.gradient;
    std::vector<Real> da(a.size()), db(b.size());
    for (uint32_t k = 0; k < c.rank; ++k) {
      Real q = 0;
      for (uint32_t o = 0; o < c.out; ++o) {
        q += b[k * c.out + o] * g[o];
        db[k * c.out + o] = alpha * h[k] * g[o];
      }
      for (uint32_t i = 0; i < c.in; ++i) da[k * c.in + i] = alpha * q * x[i];
    }
    if (c.max_norm > 0) oracle::clip_together(da, db, static_cast<Real>(c.max_norm));
    optimizer_a.step(a, da);
    optimizer_b.step(b, db);
  }
  result.checksum = samples.checksum();
  return result;
}

}  // namespace golden
