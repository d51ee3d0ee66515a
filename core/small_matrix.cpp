// Plain loops: the matrices are small.
#include "small_matrix.hpp"

namespace lora {

f64 inner(const f64* v, const f64* w, u32 n) {
  f64 sum = 0;
  for (u32 i = 0; i < n; ++i) sum += v[i] * w[i];
  return sum;
}

f64 trace(const f64* matrix, u32 n) {
  f64 sum = 0;
  for (u32 k = 0; k < n; ++k) sum += matrix[k * n + k];
  return sum;
}

void factorize(const f64* matrix, f64 damping, u32 n, f64* lower) {
  for (u32 j = 0; j < n; ++j) {
    for (u32 i = j; i < n; ++i) {
      f64 sum = matrix[i * n + j] + (i == j ? damping : 0);
      for (u32 k = 0; k < j; ++k) sum -= lower[i * n + k] * lower[j * n + k];
      lower[i * n + j] = i == j ? sqrt(max(sum, damping)) : sum / lower[j * n + j];
    }
  }
}

void solve(const f64* lower, u32 n, const f64* v, f64* z) {
  for (u32 i = 0; i < n; ++i) {
    f64 sum = v[i];
    for (u32 k = 0; k < i; ++k) sum -= lower[i * n + k] * z[k];
    z[i] = sum / lower[i * n + i];
  }
  for (u32 i = n; i-- > 0;) {
    f64 sum = z[i];
    for (u32 k = i + 1; k < n; ++k) sum -= lower[k * n + i] * z[k];
    z[i] = sum / lower[i * n + i];
  }
}

}  // namespace lora
