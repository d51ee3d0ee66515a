// Steps that keep a gradient as the outer products it is made of.
#pragma once

#include "optimizer.hpp"

namespace lora {

// How far the outer products of a step can move a weight.
struct FactoredBounds {
  f64 of_a = 0;
  f64 of_b = 0;

  // Takes in row j of a step; false where its c or d is not finite.
  bool add(const Step& step, u32 j, u32 rank, f32 x_squares, f32 g_squares);
};

// Ends prepare: false where the step would leave a weight that is not finite. `kept` is what the
// weights are multiplied by first.
bool bound_step(const Adapter& from, const Method& method, const Examples& examples,
                const FactoredBounds& bounds, f64 kept, Step& step);

// B -= sum_j c_j (x) g_j, A -= sum_j d_j (x) x_j
void subtract_products(Adapter& adapter, const Method& method, const Step& step,
                       const Examples& examples);

// The factor that clips the gradient of one row, from its q and h.
f64 clip_row(const Method& method, const f64* options, const f32* q, f32 g_squares, const f32* h,
             f32 x_squares);

}  // namespace lora
