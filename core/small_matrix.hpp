// Dense algebra of small matrices (n, n), row-major, in f64: the rank x rank matrices of an
// adapter and of a belief.
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

// One-sided Jacobi (Hestenes 1958, doi 10.1137/0106005): rotates pairs of the rows of `m` until all
// are orthogonal, and the rows of `v` with them. Both (rows, rows), rows `stride` apart.
void rotate_to_orthogonal(f64* m, f64* v, u32 rows, u32 stride);

}  // namespace lora
