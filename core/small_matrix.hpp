// Dense algebra of small matrices (n, n), row-major, in f64: the rank x rank matrices of an
// adapter.
#pragma once

#include "base.hpp"

namespace lora {

// sum_i v_i w_i
f64 inner(const f64* v, const f64* w, u32 n);

f64 trace(const f64* matrix, u32 n);

// Cholesky: L L^T = M + damping I. Rounding cannot make a pivot smaller than the damping.
void factorize(const f64* matrix, f64 damping, u32 n, f64* lower);

// z = (L L^T)^-1 v
void solve(const f64* lower, u32 n, const f64* v, f64* z);

}  // namespace lora
