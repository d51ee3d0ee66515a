// Steps that make matrices of a gradient.
#pragma once

#include "optimizer.hpp"

namespace lora {

// The bounds that decide whether a dense step leaves every number finite.
struct DenseBounds {
  f64 clip;      // what the gradient is multiplied by
  f64 gradient;  // of its elements
  f64 decayed;   // of weight decay times a weight
  f64 rate;      // of the factor that learns faster
  f64 fastest;   // what gradients or moments are multiplied by at most
  f64 change;    // of a weight
};

// Adds the rows to a sum of gradients. Returns false, with nothing changed, where g is not fit for
// learning.
bool add_gradients(Adapter& from, const Method& method, const Examples& examples, Step& step,
                   Sums& sums, f32* gradient);

// prepare() of a dense step: the sum of these rows alone, and prepare_sum of it.
bool prepare_dense(Adapter& from, const Method& method, const Examples& examples, Step& step);

// The same as prepare_dense, from a sum of gradients, which is negative.
bool prepare_sum(Adapter& from, const Method& method, const Sums& sums, const f32* gradient,
                 Step& step);

// The change of weights in apply().
void apply_dense(Adapter& adapter, const Method& method, const Step& step);

// What the elements of one factor are updated by; moments m and v of g = scale G + decay w.
struct DenseUpdate {
  f32 scale;
  f32 decay;
  f32 keep;  // of the weight, where decay is decoupled
  f32 beta1;
  f32 one_less_beta1;
  f32 beta2;
  f32 one_less_beta2;
  f32 root_of_correction2;  // sqrt(1 - b2^t)
  f32 epsilon;
  f32 rate;  // over 1 - b1^t where there is a v
};

// w -= rate g, for optimizers without moments.
void update_plainly(const DenseUpdate& u, f32* w, const f32* gradient, f32* first, f32* second,
                    usize count);

}  // namespace lora
