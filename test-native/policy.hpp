// Policies with the lifetime of a C++ object, and what is read of them as vectors.
#pragma once

#include <cstring>
#include <limits>
#include <random>

#include "set.hpp"

using oracle::Vector;

inline constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

struct PolicyShape {
  uint32_t dim = 6;
  uint32_t arms = 3;
  uint32_t memory = 4;
  uint32_t scopes = 1;
  uint32_t categories = 0;
  uint32_t pending = 16;
  uint32_t objective = LORA_LATENCY;
  uint32_t default_arm = 0;
  uint32_t seed = 1;
};

class Policy {
 public:
  explicit Policy(const PolicyShape& spec) : spec_(spec) {
    open_engine();
    const int32_t made =
        lora_policy_create(spec.dim, spec.arms, spec.memory, spec.scopes, spec.categories,
                           spec.pending, spec.objective, spec.default_arm, spec.seed);
    if (made < 0) throw std::runtime_error("lora_policy_create");
    handle_ = static_cast<uint32_t>(made);
  }
  Policy(const Policy&) = delete;
  ~Policy() { lora_free(handle_); }

  uint32_t handle() const { return handle_; }

  void set_context(const Floats& x) const {
    std::copy(x.begin(), x.end(), lora_policy_context(handle_));
  }

  int32_t choose(const Floats& x, double baseline = kNone, uint32_t explore = 1) const {
    set_context(x);
    return lora_policy_choose(handle_, 0, 0, explore, baseline);
  }

  double choice(uint32_t field) const { return lora_policy_choice(handle_, field); }

  int32_t observe(const Floats& x, uint32_t arm, double cost, double baseline = kNone,
                  uint32_t stopped = 0) const {
    set_context(x);
    return lora_policy_observe(handle_, 0, arm, cost, stopped, baseline);
  }

  // Expected cost, deviation and probability of each arm.
  Vector predict(const Floats& x, double baseline = kNone) const {
    set_context(x);
    const int32_t arms = lora_policy_predict(handle_, 0, baseline);
    if (arms < 0) throw std::runtime_error("lora_policy_predict");
    const auto* values = reinterpret_cast<const double*>(lora_transfer());
    return Vector(values, values + 3 * arms);
  }

  double bank() const {
    lora_policy_bank(handle_);
    return *reinterpret_cast<const double*>(lora_transfer());
  }

  Vector numbers() const {
    const int32_t count = lora_policy_read_numbers(handle_);
    const auto* values = reinterpret_cast<const double*>(lora_transfer());
    return Vector(values, values + count);
  }

  Floats row(uint32_t owner, uint32_t column, uint32_t row) const {
    if (lora_policy_read_row(handle_, owner, column, row) < 0) return {};
    return Floats(lora_transfer(), lora_transfer() + spec_.dim);
  }

  // All rows of all maps, one after the other.
  Floats maps() const {
    Floats all;
    for (uint32_t owner = 0; owner < spec_.scopes + spec_.categories; ++owner) {
      for (uint32_t column = 0; column <= 2 * spec_.arms; ++column) {
        for (uint32_t at = 0; at < 2 + spec_.memory; ++at) {
          const Floats one = row(owner, column, at);
          all.insert(all.end(), one.begin(), one.end());
        }
      }
    }
    return all;
  }

 private:
  PolicyShape spec_;
  uint32_t handle_;
};

inline bool same_numbers(const Vector& a, const Vector& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

inline Floats normal_vector(std::mt19937& random, size_t dim) {
  std::normal_distribution<float> normal;
  Floats x(dim);
  for (float& value : x) value = normal(random);
  return x;
}
