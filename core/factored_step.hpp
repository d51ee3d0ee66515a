// Steps that keep a gradient as the outer products it is made of.
#pragma once

#include "optimizer.hpp"

namespace lora {

// Whether a step by so many rows is one.
bool is_factored(const Optimizer& optimizer, const f64* options, u32 rows);

// prepare() and the change of weights in apply(), of such a step:
// B -= sum_j c_j (x) g_j, A -= sum_j d_j (x) x_j
bool prepare_factored(Adapter& from, const Method& method, const Examples& examples, Step& step);
void apply_factored(Adapter& adapter, const Method& method, const Step& step,
                    const Examples& examples);

// The larger of |c| and |d| of one row, both (rank), as they bound the change of weights.
struct LargestCoefficients {
  f32 of_c = 0;
  f32 of_d = 0;

  // Returns false where a c or d is not finite.
  bool find(const f32* c, const f32* d, u32 rank);
};

}  // namespace lora
