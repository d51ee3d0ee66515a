// The directions of preconditioned steps; what they are is said in optimizer.hpp.
#pragma once

#include "optimizer.hpp"

namespace lora {

// h^T (A A^T + e I)^-1 h
f64 leverage(Adapter& adapter, const Method& method, const f32* h);

// c and d of a step by one row, from its q, and the weight of h into `sums`. factor multiplies g.
void precondition(Adapter& adapter, const Method& method, const f32* h, f64 factor, Sums& sums,
                  Step& step);

// The largest eigenvalue of X X^T over its trace, for rows x (rows, n), by a few steps of power
// iteration: 1 where all rows are alike, 1 / rows where they are orthogonal and as long. `v` (rows)
// and `w` (n), zero-padded, are for use within.
f64 strongest_share(const f32* x, u32 n, u32 rows, f32* v, f32* w);

// A sum of gradients preconditioned, to step.dense; returns what it is to be multiplied by.
f64 precondition_dense(Adapter& adapter, const Method& method, const Sums& sums,
                       const f32* gradient, Step& step);

}  // namespace lora
