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

// The sum of these rows alone, and the optimizer's prepare_sum of it.
bool prepare_dense(Adapter& from, const Method& method, const Examples& examples, Step& step);

// What every prepare_sum begins and ends with.
bool begin_dense(const Adapter& from, const Method& method, const Sums& sums, const f32* gradient,
                 Step& step, DenseBounds& bounds);
bool end_dense(Adapter& from, const Method& method, const DenseBounds& bounds, Step& step);

// One factor of an adapter, as a dense step goes over it.
struct DenseFactor {
  f64 rate;  // where that of A is `rate`
  f32* w;
  const f32* gradient;
  usize from;  // where it begins in a moment
  usize count;
};

DenseFactor dense_factor(const Adapter& adapter, const Method& method, const Step& step, f64 rate,
                         bool of_b);

// For both factors: W -= rate (scale G + decay W)
void subtract_gradient(Adapter& adapter, const Method& method, const Step& step, f64 rate,
                       f64 decay);

// For an optimizer other than the preconditioned one: ends the step, and keeps the limits.
f32 end_dense_step(Adapter& adapter, const Method& method, const Step& step);

}  // namespace lora
