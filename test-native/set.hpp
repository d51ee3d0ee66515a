// Adapter sets with the lifetime of a C++ object, and standard vectors in and out of them.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <vector>

#include "lora.h"
#include "oracle.hpp"

// Heavy tests do less where every memory access is checked.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif
#else
constexpr bool kSanitized = false;
#endif

using Floats = std::vector<float>;

// Whoever comes first opens the arena for all tests of the process.
inline void open_engine() {
  static const int32_t status = lora_grow(64u << 20);
  if (status != LORA_OK) throw std::runtime_error("lora_grow");
}

inline bool same_bits(const Floats& a, const Floats& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

inline bool all_finite(const Floats& v) {
  for (const float value : v) {
    if (!std::isfinite(value)) return false;
  }
  return true;
}

// Rows of n directly one after the other, to rows LORA_STRIDE(n) apart and back.
inline void spread_rows(const Floats& rows, uint32_t n, float* to) {
  for (size_t j = 0; j < rows.size() / n; ++j) {
    std::memcpy(to + j * LORA_STRIDE(n), &rows[j * n], n * sizeof(float));
  }
}
inline Floats packed_rows(const float* from, uint32_t n, uint32_t rows) {
  Floats result;
  for (uint32_t j = 0; j < rows; ++j, from += LORA_STRIDE(n)) {
    result.insert(result.end(), from, from + n);
  }
  return result;
}
inline Floats row_of(const Floats& rows, uint32_t n, uint32_t j) {
  return Floats(rows.begin() + j * n, rows.begin() + (j + 1) * n);
}

inline oracle::Vector to_double(const Floats& v) {
  return oracle::Vector(v.begin(), v.end());
}
inline Floats to_float(const oracle::Vector& v) {
  return Floats(v.begin(), v.end());
}

struct Spec {
  uint32_t in = 16;
  uint32_t out = 16;
  uint32_t rank = 2;
  double alpha = 1;
  double rate = 0.01;
  uint32_t optimizer = LORA_SGD;
  uint32_t seed = 1;
  uint32_t flags = 0;
  uint32_t scopes = 1;
  uint32_t categories = 0;
  uint32_t batch = 1;
};

inline int32_t create(const Spec& spec) {
  return lora_create(spec.in, spec.out, spec.rank, spec.alpha, spec.rate, spec.optimizer, spec.seed,
                     spec.flags, spec.scopes, spec.categories, spec.batch);
}

struct Weights {
  Floats a;  // (rank, in)
  Floats b;  // (rank, out)

  bool operator==(const Weights& other) const {
    return same_bits(a, other.a) && same_bits(b, other.b);
  }
};

// What fails in here is not what a test is about, so it ends that test.
class Set {
 public:
  explicit Set(const Spec& spec) : spec_(spec) {
    open_engine();
    const int32_t status = create(spec);
    check(status > 0);
    handle_ = static_cast<uint32_t>(status);
  }
  ~Set() { lora_free(handle_); }
  Set(const Set&) = delete;
  Set& operator=(const Set&) = delete;

  uint32_t handle() const { return handle_; }
  const Spec& spec() const { return spec_; }

  // Any number of rows, one directly after the other, from the object's own vectors or not.
  int32_t try_forward(const Floats& x, uint32_t scope = 0, uint32_t source = LORA_FROM_OWN) {
    put(x, spec_.in, source, lora_input(handle_));
    return lora_forward(handle_, scope, static_cast<uint32_t>(x.size()) / spec_.in, source);
  }
  Floats forward(const Floats& x, uint32_t scope = 0, uint32_t source = LORA_FROM_OWN) {
    check(try_forward(x, scope, source) == LORA_OK);
    return output(static_cast<uint32_t>(x.size()) / spec_.in);
  }
  Floats output(uint32_t rows = 1) const {
    return packed_rows(lora_output(handle_), spec_.out, rows);
  }
  Floats input(uint32_t rows = 1) const { return packed_rows(lora_input(handle_), spec_.in, rows); }
  int32_t try_adapt(const Floats& g, uint32_t scope = 0, uint32_t source = LORA_FROM_OWN) {
    put(g, spec_.out, source, lora_gradient(handle_));
    return lora_adapt(handle_, scope, static_cast<uint32_t>(g.size()) / spec_.out, source);
  }
  void adapt(const Floats& g, uint32_t scope = 0, uint32_t source = LORA_FROM_OWN) {
    check(try_adapt(g, scope, source) == LORA_OK);
  }
  // The loss, or a status.
  double learn(const Floats& x, const Floats& target, uint32_t scope = 0) {
    std::copy(x.begin(), x.end(), lora_transfer());
    std::copy(target.begin(), target.end(), lora_transfer() + x.size());
    return lora_learn(handle_, scope, static_cast<uint32_t>(x.size()) / spec_.in, LORA_MSE, 0, 0);
  }

  Weights weights(uint32_t scope = 0) const {
    Weights result;
    for (uint32_t row = 0; row < spec_.rank; ++row) {
      read(scope, LORA_A, row, spec_.in, result.a);
      read(scope, LORA_B, row, spec_.out, result.b);
    }
    return result;
  }
  void set_weights(const Weights& weights, uint32_t scope = 0) {
    for (uint32_t row = 0; row < spec_.rank; ++row) {
      std::memcpy(lora_transfer(), &weights.a[row * spec_.in], spec_.in * sizeof(float));
      check(lora_write_row(handle_, scope, LORA_A, row) == LORA_OK);
      std::memcpy(lora_transfer(), &weights.b[row * spec_.out], spec_.out * sizeof(float));
      check(lora_write_row(handle_, scope, LORA_B, row) == LORA_OK);
    }
  }

  // The oracle with the weights a scope has now.
  oracle::Adapter to_oracle(uint32_t scope = 0) const {
    const Weights now = weights(scope);
    const bool residual = (spec_.flags & LORA_RESIDUAL) != 0;
    const double alpha = static_cast<float>(spec_.alpha);
    return {spec_.in, spec_.out, spec_.rank, alpha, residual, to_double(now.a), to_double(now.b)};
  }

 private:
  static void check(bool holds) {
    if (!holds) throw std::runtime_error("a call that the test takes for granted was refused");
  }
  static void put(const Floats& rows, uint32_t n, uint32_t source, float* own) {
    if (source == LORA_FROM_OWN) {
      spread_rows(rows, n, own);
    } else {
      std::copy(rows.begin(), rows.end(), lora_transfer());
    }
  }
  void read(uint32_t scope, uint32_t factor, uint32_t row, uint32_t n, Floats& to) const {
    check(lora_read_row(handle_, scope, factor, row) == LORA_OK);
    to.insert(to.end(), lora_transfer(), lora_transfer() + n);
  }

  Spec spec_;
  uint32_t handle_;
};

// The weights of the category of a scope that has not started. A step with a gradient of 0 makes
// the scope start from them and changes nothing else; then the scope is put back.
inline Weights category_weights(Set& set, uint32_t scope) {
  set.forward(Floats(set.spec().in, 0.0f), scope);
  set.adapt(Floats(set.spec().out, 0.0f), scope);
  const Weights weights = set.weights(scope);
  lora_reset(set.handle(), scope);
  return weights;
}

// All that can be seen of a set: what a call that failed must have left as it was.
struct State {
  std::vector<Weights> weights;
  std::vector<double> numbers;
  Floats output;

  explicit State(const Set& set) : output(set.output(set.spec().batch)) {
    const uint32_t handle = set.handle();
    numbers = {lora_total_adapt_count(handle), lora_total_forward_count(handle),
               lora_option(handle, 0, LORA_LEARNING_RATE), lora_param_count(handle),
               lora_memory_used()};
    for (uint32_t scope = 0; scope < set.spec().scopes; ++scope) {
      weights.push_back(set.weights(scope));
      numbers.push_back(lora_adapt_count(handle, scope));
      numbers.push_back(lora_forward_count(handle, scope));
      numbers.push_back(lora_delta_norm(handle, scope));
    }
  }
  // The bits, so that NaN in an output is equal to itself.
  bool operator==(const State& other) const {
    return weights == other.weights && same_bits(output, other.output) &&
           numbers.size() == other.numbers.size() &&
           std::memcmp(numbers.data(), other.numbers.data(), numbers.size() * sizeof(double)) == 0;
  }
};
