// The same mathematics written naively in double: plain row-major vectors and loops over them, and
// nothing of core. Norms are of matrices that are formed, gradients follow the definition.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace oracle {

using Vector = std::vector<double>;

struct Adapter {
  size_t in;
  size_t out;
  size_t rank;
  double alpha;
  bool residual;
  Vector a;  // (rank, in)
  Vector b;  // (rank, out)
};

// h = A x
inline Vector project(const Adapter& adapter, const Vector& x) {
  Vector h(adapter.rank, 0.0);
  for (size_t k = 0; k < adapter.rank; ++k) {
    for (size_t i = 0; i < adapter.in; ++i) h[k] += adapter.a[k * adapter.in + i] * x[i];
  }
  return h;
}

// y = x + alpha B^T A x
inline Vector forward(const Adapter& adapter, const Vector& x) {
  const Vector h = project(adapter, x);
  Vector y(adapter.out, 0.0);
  for (size_t o = 0; o < adapter.out; ++o) {
    for (size_t k = 0; k < adapter.rank; ++k) y[o] += adapter.b[k * adapter.out + o] * h[k];
    y[o] *= adapter.alpha;
    if (adapter.residual) y[o] += x[o];
  }
  return y;
}

struct Gradient {
  Vector a;  // (rank, in)
  Vector b;  // (rank, out)
};

// Of a loss L in A and B, by dL/dw = sum_o g_o dy_o/dw with g = dL/dy.
inline Gradient gradient(const Adapter& adapter, const Vector& x, const Vector& g) {
  const Vector h = project(adapter, x);
  Gradient result{Vector(adapter.a.size(), 0.0), Vector(adapter.b.size(), 0.0)};
  for (size_t k = 0; k < adapter.rank; ++k) {
    double q = 0;
    for (size_t o = 0; o < adapter.out; ++o) {
      q += adapter.alpha * adapter.b[k * adapter.out + o] * g[o];
      result.b[k * adapter.out + o] = adapter.alpha * h[k] * g[o];
    }
    for (size_t i = 0; i < adapter.in; ++i) result.a[k * adapter.in + i] = q * x[i];
  }
  return result;
}

inline void sgd_step(Adapter& adapter, const Vector& x, const Vector& g, double rate) {
  const Gradient step = gradient(adapter, x, g);
  for (size_t i = 0; i < adapter.a.size(); ++i) adapter.a[i] -= rate * step.a[i];
  for (size_t i = 0; i < adapter.b.size(); ++i) adapter.b[i] -= rate * step.b[i];
}

// alpha B^T A (out, in)
inline Vector delta(const Adapter& adapter) {
  Vector result(adapter.out * adapter.in, 0.0);
  for (size_t o = 0; o < adapter.out; ++o) {
    for (size_t i = 0; i < adapter.in; ++i) {
      double sum = 0;
      for (size_t k = 0; k < adapter.rank; ++k) {
        sum += adapter.b[k * adapter.out + o] * adapter.a[k * adapter.in + i];
      }
      result[o * adapter.in + i] = adapter.alpha * sum;
    }
  }
  return result;
}

// The Euclidean norm of a vector, the Frobenius norm of a matrix.
inline double norm(const Vector& v) {
  double sum = 0;
  for (const double value : v) sum += value * value;
  return std::sqrt(sum);
}

inline Vector minus(const Vector& a, const Vector& b) {
  Vector result(a.size());
  for (size_t i = 0; i < a.size(); ++i) result[i] = a[i] - b[i];
  return result;
}

inline Vector magnitudes(Vector v) {
  for (double& value : v) value = std::fabs(value);
  return v;
}

// Any of the functions here, of magnitudes alone, is what its roundings are a share of: an
// expression in which no value passes through more than n of them is wrong by at most n u times it.
inline Adapter magnitudes(Adapter adapter) {
  adapter.alpha = std::fabs(adapter.alpha);
  adapter.a = magnitudes(adapter.a);
  adapter.b = magnitudes(adapter.b);
  return adapter;
}

inline Vector plus(const Vector& a, const Vector& b, double scale = 1) {
  Vector result(a.size());
  for (size_t i = 0; i < a.size(); ++i) result[i] = a[i] + scale * b[i];
  return result;
}

// Seeded, and the same with every standard library: none of its distributions is used.
class Random {
 public:
  explicit Random(uint64_t seed) : engine_(seed) {}

  uint64_t bits() { return engine_(); }
  uint32_t below(uint32_t n) { return static_cast<uint32_t>(bits() >> 32) % n; }
  // In (0, 1).
  double unit() { return (static_cast<double>(bits() >> 11) + 0.5) * 0x1p-53; }
  double uniform(double low, double high) { return low + (high - low) * unit(); }
  // Box and Muller.
  double normal() {
    constexpr double kTwoPi = 6.283185307179586;
    const double radius = std::sqrt(-2 * std::log(unit()));
    return radius * std::cos(kTwoPi * unit());
  }
  Vector normals(size_t n, double scale = 1) {
    Vector v(n);
    for (double& value : v) value = scale * normal();
    return v;
  }

 private:
  std::mt19937_64 engine_;
};

// M = scale U V^T / dim, (dim, dim), with U and V (dim, rank) of standard normals: for scale 1 its
// spectral norm is about 1, as a column of U or V is about sqrt(dim) long.
struct LowRank {
  size_t dim, rank;
  double scale;
  Vector u, v;  // (dim, rank)

  LowRank(Random& random, size_t dim_, size_t rank_, double scale_ = 1)
      : dim(dim_),
        rank(rank_),
        scale(scale_),
        u(random.normals(dim_ * rank_)),
        v(random.normals(dim_ * rank_)) {}

  // M x, by its factors.
  Vector times(const Vector& x) const {
    Vector result(dim, 0.0);
    for (size_t k = 0; k < rank; ++k) {
      double projection = 0;
      for (size_t i = 0; i < dim; ++i) projection += v[i * rank + k] * x[i];
      projection *= scale / static_cast<double>(dim);
      for (size_t o = 0; o < dim; ++o) result[o] += u[o * rank + k] * projection;
    }
    return result;
  }
  Vector matrix() const {
    Vector m(dim * dim, 0.0);
    for (size_t i = 0; i < dim; ++i) {
      Vector unit(dim, 0.0);
      unit[i] = 1;
      const Vector column = times(unit);
      for (size_t o = 0; o < dim; ++o) m[o * dim + i] = column[o];
    }
    return m;
  }
};

}  // namespace oracle
