// How far f32 may be from the oracle: bounds derived from the roundings that are made, not
// measured.
//
// u = 2^-24 is the error of one operation in f32. An inner product over n terms puts a term through
// one product, at most ceil(n / 8) - 1 additions in its partial sum and 3 to join the 8 of them,
// and never through more than n roundings; with 16 partial sums there is one join more and no more
// additions. A factor 1.01 covers the higher orders.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

#include "set.hpp"

constexpr double kU = 0x1p-24;
constexpr double kHigherOrders = 1.01;

inline double product_bound(size_t n, double sum_of_absolutes) {
  return static_cast<double>(std::min(n, (n + 7) / 8 + 3)) * kU * sum_of_absolutes;
}

// sum_i |m_ki v_i| for row k
inline double absolutes(const oracle::Vector& m, size_t k, const oracle::Vector& v) {
  double sum = 0;
  for (size_t i = 0; i < v.size(); ++i) sum += std::fabs(m[k * v.size() + i] * v[i]);
  return sum;
}

// Of h_k = (A x)_k in f32.
inline double h_bound(const oracle::Adapter& adapter, const oracle::Vector& x, size_t k) {
  return product_bound(adapter.in, absolutes(adapter.a, k, x));
}

// Of y_o in f32: c_k = alpha h_k is rounded once, then products and a sum over the rank, then x is
// added.
inline oracle::Vector y_bounds(const oracle::Adapter& adapter, const oracle::Vector& x) {
  const oracle::Vector h = oracle::project(adapter, x);
  oracle::Vector bounds = oracle::magnitudes(oracle::forward(adapter, x));
  for (double& bound : bounds) bound *= kU;
  for (size_t k = 0; k < adapter.rank; ++k) {
    const double of_h =
        h_bound(adapter, x, k) + (static_cast<double>(adapter.rank) + 1) * kU * std::fabs(h[k]);
    for (size_t o = 0; o < adapter.out; ++o) {
      bounds[o] += std::fabs(adapter.alpha * adapter.b[k * adapter.out + o]) * of_h;
    }
  }
  return bounds;
}

// The largest error as a share of its bound; above 1 is a failure.
struct Worst {
  double share = 0;

  void add(double error, double bound) {
    // Written so that NaN counts as a failure too.
    const bool holds = error <= kHigherOrders * bound;
    share = std::max(
        share, holds ? (bound > 0 ? error / bound : 0) : std::numeric_limits<double>::infinity());
  }
};

// Below, on and above the width of the kernels, and every kind of rank.
constexpr uint32_t kDims[] = {1, 2, 3, 4, 5, 7, 8, 16, 31, 256, 257, 1024};
constexpr uint32_t kPairs[][2] = {{3, 8},   {8, 3},   {1, 4},     {4, 1},     {16, 31},  {31, 16},
                                  {256, 7}, {5, 257}, {1024, 16}, {16, 1024}, {257, 256}};
constexpr uint32_t kRanks[] = {1, 2, 3, 4, 8, 16};
constexpr double kAlphas[] = {1, -2, 0.1};

// Every shape of the gradient tests: square with a residual, and where in is not out.
template <class Use>
void for_every_shape(Use use) {
  for (const uint32_t rank : kRanks) {
    for (const uint32_t dim : kDims) {
      use(Spec{.in = dim, .out = dim, .rank = rank, .flags = LORA_RESIDUAL});
    }
    for (const auto& pair : kPairs) use(Spec{.in = pair[0], .out = pair[1], .rank = rank});
  }
}

// Numbers of the size that adapters have.
inline Weights random_weights(const Spec& spec, oracle::Random& random) {
  return {to_float(random.normals(spec.rank * spec.in, 1 / std::sqrt(double(spec.in)))),
          to_float(random.normals(spec.rank * spec.out, 1 / std::sqrt(double(spec.rank))))};
}
