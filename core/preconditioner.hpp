// The directions of preconditioned steps; what they are is said in optimizer.hpp.
#pragma once

#include "optimizer.hpp"

namespace lora {

// h^T (A A^T + e I)^-1 h
f64 weigh(Adapter& adapter, const Method& method, const f32* h);

// c and d of a step by one row, from its q, and the weight of h into `sums`. factor multiplies g.
void precondition(Adapter& adapter, const Method& method, const f32* h, f64 factor, Sums& sums,
                  Step& step);

// A sum of gradients preconditioned, to step.whole; answers what it is to be multiplied by.
f64 precondition_whole(Adapter& adapter, const Method& method, const Sums& sums,
                       const f32* gradient, Step& step);

}  // namespace lora
