// Embedding spaces for tests: the equations in double, the library's with the lifetime of a C++
// object, and embeddings to learn.
#pragma once

#include <random>

#include "set.hpp"

namespace spaces {

using oracle::Vector;

inline double inner(const Vector& v, const Vector& w) {
  double sum = 0;
  for (size_t i = 0; i < v.size(); ++i) sum += v[i] * w[i];
  return sum;
}

inline void add(Vector& v, double factor, const Vector& w) {
  for (size_t i = 0; i < v.size(); ++i) v[i] += factor * w[i];
}

inline Vector normalized(Vector v) {
  const double length = std::sqrt(inner(v, v));
  for (double& value : v) value = length > 0 ? value / length : 0;
  return v;
}

// The equations of lora.h, one vector for each direction.
class PlainSpace {
 public:
  PlainSpace(size_t dim, size_t directions)
      : dim_(dim), document_mean_(dim), query_mean_(dim), components_(directions, Vector(dim)) {}

  void learn_document(const Vector& d) {
    documents_ += 1;
    Vector difference = d;
    add(difference, -1, document_mean_);
    add(document_mean_, 1 / documents_, difference);
    Vector z = d;
    add(z, -1, document_mean_);
    z = normalized(z);
    if (inner(z, z) == 0) return;
    observed_ += 1;
    const double share = std::min(0.5, 3 / observed_);
    for (Vector& component : components_) {
      const double length = std::sqrt(inner(component, component));
      if (length == 0) {
        component = z;
        return;
      }
      const double along = inner(z, component) / length;
      for (double& value : component) value *= 1 - share;
      add(component, share * along, z);
      add(z, -inner(z, component) / inner(component, component), component);
    }
  }

  void learn_query(const Vector& x) {
    queries_ += 1;
    Vector difference = x;
    add(difference, -1, query_mean_);
    add(query_mean_, 1 / queries_, difference);
  }

  Vector document(Vector d) const {
    add(d, -documents_ / (documents_ + 1), document_mean_);
    return softened(d);
  }

  Vector query(const Vector& x) const {
    const double trust = queries_ / (queries_ + 2);
    const Vector common = normalized(document_mean_);
    Vector centred = x;
    add(centred, -trust, query_mean_);
    add(centred, -(1 - trust) * inner(x, common), common);
    return softened(centred);
  }

  std::vector<double> scales() const {
    std::vector<double> result = values();
    double least = 1;
    for (const double value : result) least = std::min(least, value);
    least = std::max(least, 0.5 / dim());
    for (double& value : result) value = std::pow(std::min(least / value, 1.0), 0.25);
    return result;
  }

  // Of documents with the eigenvalues l: W makes l s^2 of them, and those that are not known are
  // all alike.
  double spread() const {
    const std::vector<double> of = values();
    const std::vector<double> scales_of = scales();
    double rest = 1;
    for (const double value : of) rest -= value;
    const double others = dim() - static_cast<double>(of.size());
    double total = rest;
    double squares = rest * rest / others;
    for (size_t j = 0; j < of.size(); ++j) {
      const double softened_value = of[j] * scales_of[j] * scales_of[j];
      total += softened_value;
      squares += softened_value * softened_value;
    }
    return std::sqrt(squares) / total;
  }

 private:
  double dim() const { return static_cast<double>(dim_); }
  std::vector<double> values() const {
    std::vector<double> result;
    for (const Vector& component : components_) {
      const double length = std::sqrt(inner(component, component));
      result.push_back((observed_ * length + 1) / (observed_ + dim()));
    }
    return result;
  }

  Vector softened(Vector v) const {
    const Vector before = v;
    const std::vector<double> scales_of = scales();
    for (size_t j = 0; j < components_.size(); ++j) {
      const Vector direction = normalized(components_[j]);
      add(v, -(1 - scales_of[j]) * inner(before, direction), direction);
    }
    return normalized(v);
  }

  size_t dim_;
  double documents_ = 0;
  double queries_ = 0;
  double observed_ = 0;
  Vector document_mean_;
  Vector query_mean_;
  std::vector<Vector> components_;
};

class Space {
 public:
  Space(uint32_t dim, uint32_t directions) : dim_(dim) {
    open_engine();
    const int32_t handle = lora_space_create(dim, directions);
    if (handle <= 0) throw std::runtime_error("lora_space_create");
    handle_ = static_cast<uint32_t>(handle);
  }
  ~Space() { lora_free(handle_); }
  Space(const Space&) = delete;

  uint32_t handle() const { return handle_; }

  int32_t learn(uint32_t side, const Floats& rows) {
    return with(rows, [&](uint32_t count) { return lora_space_learn(handle_, side, count); });
  }
  Floats map(uint32_t side, const Floats& rows) {
    REQUIRE(with(rows, [&](uint32_t count) { return lora_space_map(handle_, side, count); }) ==
            LORA_OK);
    return Floats(lora_transfer(), lora_transfer() + rows.size());
  }

 private:
  template <class Call>
  int32_t with(const Floats& rows, Call call) {
    const auto count = static_cast<uint32_t>(rows.size() / dim_);
    if (lora_space_reserve(handle_, count) != LORA_OK) throw std::runtime_error("reserve");
    std::copy(rows.begin(), rows.end(), lora_transfer());
    return call(count);
  }

  uint32_t dim_;
  uint32_t handle_;
};

// Documents around a mean, with a standard deviation of its own along each of some axes; queries
// around another mean.
struct Corpus {
  explicit Corpus(uint32_t dim_of, uint32_t seed) : dim(dim_of), random(seed) {
    for (uint32_t i = 0; i < dim; ++i) {
      document_mean.push_back(2 * normal(random));
      query_mean.push_back(document_mean[i] + 0.5 * normal(random));
    }
  }
  Floats document() { return around(document_mean); }
  Floats query() { return around(query_mean); }

  uint32_t dim;
  std::mt19937 random;
  std::normal_distribution<double> normal{0, 1};
  Vector document_mean;
  Vector query_mean;

 private:
  Floats around(const Vector& mean) {
    Floats result;
    for (uint32_t i = 0; i < dim; ++i) {
      const double deviation = i < 4 ? 4.0 / (i + 1) : 0.3;
      result.push_back(static_cast<float>(mean[i] + deviation * normal(random)));
    }
    return result;
  }
};

}  // namespace spaces
