// Plain loops: the matrices are small.
#include "small_matrix.hpp"

namespace lora {

namespace {

void rotate(f64* x, f64* y, f64 cosine, f64 sine, u32 n) {
  for (u32 k = 0; k < n; ++k) {
    const f64 before = x[k];
    x[k] = cosine * before - sine * y[k];
    y[k] = sine * before + cosine * y[k];
  }
}

}  // namespace

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

void rotate_to_orthogonal(f64* m, f64* v, u32 rows, u32 stride) {
  constexpr u32 kMaxSweeps = 40;
  const f64 orthogonal = 0x1p-52 * rows;  // what rounding leaves in a product
  bool rotated = true;
  for (u32 sweep = 0; rotated && sweep < kMaxSweeps; ++sweep) {
    rotated = false;
    for (u32 i = 0; i + 1 < rows; ++i) {
      for (u32 j = i + 1; j < rows; ++j) {
        f64* x = m + usize{i} * stride;
        f64* y = m + usize{j} * stride;
        const f64 xx = inner(x, x, rows);
        const f64 yy = inner(y, y, rows);
        const f64 xy = inner(x, y, rows);
        if (!(abs(xy) > orthogonal * sqrt(xx) * sqrt(yy))) continue;
        rotated = true;
        const f64 zeta = (yy - xx) / (2 * xy);
        const f64 tangent = (zeta < 0 ? -1 : 1) / (abs(zeta) + sqrt(1 + zeta * zeta));
        const f64 cosine = 1 / sqrt(1 + tangent * tangent);
        const f64 sine = cosine * tangent;
        rotate(x, y, cosine, sine, rows);
        rotate(v + usize{i} * stride, v + usize{j} * stride, cosine, sine, rows);
      }
    }
  }
}

}  // namespace lora
