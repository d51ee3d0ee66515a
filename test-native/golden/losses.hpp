// Losses of an output and their gradients dL/dy, by the definition, with plain loops. Real is
// double where they are the oracle.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace oracle {

template <typename Real>
struct Loss {
  Real value = 0;
  std::vector<Real> gradient;  // dL/dy
};

template <typename Real>
Real dot(const std::vector<Real>& a, const std::vector<Real>& b) {
  Real sum = 0;
  for (size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

// 1/2 |y - t|^2, over the dimension where it is a mean.
template <typename Real>
Loss<Real> mse(const std::vector<Real>& y, const std::vector<Real>& t, bool mean = false) {
  const Real share = mean ? Real(1) / static_cast<Real>(y.size()) : Real(1);
  Loss<Real> loss;
  for (size_t i = 0; i < y.size(); ++i) {
    const Real error = y[i] - t[i];
    loss.value += error * error / 2;
    loss.gradient.push_back(share * error);
  }
  loss.value *= share;
  return loss;
}

// Per dimension e^2 / 2 up to |e| = delta, and delta (|e| - delta/2) beyond; e = y - t.
template <typename Real>
Loss<Real> huber(const std::vector<Real>& y, const std::vector<Real>& t, bool mean = false,
                 Real delta = 1) {
  const Real share = mean ? Real(1) / static_cast<Real>(y.size()) : Real(1);
  Loss<Real> loss;
  for (size_t i = 0; i < y.size(); ++i) {
    const Real error = y[i] - t[i];
    const Real size = std::fabs(error);
    loss.value += size <= delta ? error * error / 2 : delta * (size - delta / 2);
    loss.gradient.push_back(share * std::clamp(error, -delta, delta));
  }
  loss.value *= share;
  return loss;
}

// cos(y, t) = y.t / (|y| |t|) and its gradient in y, (t/|t| - cos(y, t) y/|y|) / |y|.
template <typename Real>
Loss<Real> cosine_similarity(const std::vector<Real>& y, const std::vector<Real>& t) {
  const Real length = std::sqrt(dot(y, y)), target = std::sqrt(dot(t, t));
  Loss<Real> similarity;
  similarity.value = dot(y, t) / (length * target);
  for (size_t i = 0; i < y.size(); ++i) {
    const Real gradient = t[i] / target - similarity.value * (y[i] / length);
    similarity.gradient.push_back(gradient / length);
  }
  return similarity;
}

// 1 - cos(y, t)
template <typename Real>
Loss<Real> cosine(const std::vector<Real>& y, const std::vector<Real>& t) {
  Loss<Real> loss = cosine_similarity(y, t);
  loss.value = 1 - loss.value;
  for (Real& gradient : loss.gradient) gradient = -gradient;
  return loss;
}

// -log softmax(cos(y, c) / temperature) at the positive; c are the positive and the negatives.
// The gradient is sum_c (softmax_c - [c is the positive]) / temperature dcos(y, c)/dy.
template <typename Real>
Loss<Real> infonce(const std::vector<Real>& y, const std::vector<Real>& positive,
                   const std::vector<std::vector<Real>>& negatives, Real temperature) {
  std::vector<Loss<Real>> similarities{cosine_similarity(y, positive)};
  for (const auto& negative : negatives) similarities.push_back(cosine_similarity(y, negative));
  Real highest = similarities[0].value;
  for (const auto& similarity : similarities) highest = std::max(highest, similarity.value);
  std::vector<Real> shares;
  Real sum = 0;
  for (const auto& similarity : similarities) {
    shares.push_back(std::exp((similarity.value - highest) / temperature));
    sum += shares.back();
  }
  Loss<Real> loss;
  loss.value = std::log(sum) - (similarities[0].value - highest) / temperature;
  loss.gradient.assign(y.size(), Real(0));
  for (size_t c = 0; c < similarities.size(); ++c) {
    // softmax - 1 of the positive is minus the shares of the others: 1 would cancel.
    Real factor = shares[c] / sum;
    if (c == 0) {
      factor = 0;
      for (size_t other = 1; other < shares.size(); ++other) factor -= shares[other] / sum;
    }
    for (size_t i = 0; i < y.size(); ++i) {
      loss.gradient[i] += factor / temperature * similarities[c].gradient[i];
    }
  }
  return loss;
}

// The mean over the negatives of max(0, margin + cos(y, negative) - cos(y, positive)). At the kink
// the gradient is 0, as torch's relu has it.
template <typename Real>
Loss<Real> triplet(const std::vector<Real>& y, const std::vector<Real>& positive,
                   const std::vector<std::vector<Real>>& negatives, Real margin) {
  const Loss<Real> wanted = cosine_similarity(y, positive);
  const Real share = Real(1) / static_cast<Real>(negatives.size());
  Loss<Real> loss;
  loss.gradient.assign(y.size(), Real(0));
  for (const auto& negative : negatives) {
    const Loss<Real> unwanted = cosine_similarity(y, negative);
    const Real excess = margin + unwanted.value - wanted.value;
    if (excess <= 0) continue;
    loss.value += share * excess;
    for (size_t i = 0; i < y.size(); ++i) {
      loss.gradient[i] += share * (unwanted.gradient[i] - wanted.gradient[i]);
    }
  }
  return loss;
}

}  // namespace oracle
