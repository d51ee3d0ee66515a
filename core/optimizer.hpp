// What an optimizer is, and the steps it takes on the factors of one adapter.
//
// Of the loss L with g = dL/dy at y = x + alpha B^T h, h = A x, the gradients are dB = alpha h (x)
// g and dA = (alpha B g) (x) x. A factored step keeps them as such outer products, a dense one
// makes matrices of them. The learning rate of B is `ratio` times that of A (LoRA+: Hayou et al.
// 2024, arXiv 2402.12354).
#pragma once

#include "adapter.hpp"

namespace lora {

// What a step is made of: rows of input, of A x, and of the gradient.
struct Examples {
  u32 rows;
  bool fresh;            // h is of the weights as they are, not as they were before an earlier step
  const f32* x;          // (rows, in), padded
  const f32* x_squares;  // (rows): sum of squares of each x, and finite
  f32* h;                // (rows, rank)
  const f32* g;          // (rows, out), padded
};

// What is known of a sum of gradients besides the sum.
struct Sums {
  f64 rows;
  f64 x_squares;
  f64 h_squares;  // of h^T (A A^T + e I)^-1 h
  f64 g_squares;
  f64 element_bound;  // times kSlack, no element of the gradient is larger
};

// A step worked out but not yet taken.
struct Step {
  const f64* options;  // of the adapter that will take it

  // Memory that it comes with.
  f32* c;      // (rows, rank): B -= sum_j c_j (x) g_j
  f32* d;      // (rows, rank): A -= sum_j d_j (x) x_j
  f32* q;      // (rows, rank): B g
  f32* dense;  // dense_floats(method)

  const f32* gradient;  // negative, times 1 / scale; nullptr where c and d are the step
  f64 scale;
  f64 bound;           // of the weights after it
  f64 momentum_bound;  // of the momentum after it
  f64 correction1;     // of adam, 1 - b1^t; otherwise 1
  f64 correction2;     // 1 - b2^t
  f64 x_squares;
  f64 g_squares;
  f64 share;   // of the squares of all x, those along their strongest direction; 1 where not known
  bool exact;  // the bound was not enough: every element was looked at
  bool fresh;
};

struct DenseBounds;
struct DenseUpdate;

// A row of the table of an edition. `from` is the adapter whose weights a step starts from; that it
// is taken by another, which has a copy of them, is for Step::options to say.
struct Optimizer {
  u32 moments;           // matrices like A and B in its state: 0, 1 or 2
  bool preconditions;    // by a Gram, its state; losses divide their gradients by their curvature
  bool decoupled_decay;  // weights decay by themselves, not by way of the gradient
  f64 default_rate;      // at most, and
  f64 rate_times_in;     // this over in; see default_rate()

  // Of a factored step: c and d of row j, from its h and q, with g to be multiplied by `clip`.
  // nullptr where all steps are dense.
  void (*factor)(Adapter& from, const Method& method, const Examples& examples, u32 j,
                 f32 g_squares, f64 clip, Step& step);
  // Of a dense step, in which step.gradient is the sum of all gradients: completes the bounds of
  // it. Returns false where the gradient is not fit for learning.
  bool (*bound)(Adapter& from, const Method& method, const Sums& sums, DenseBounds& bounds,
                Step& step);
  // Takes a dense step in `count` elements of a factor and of its moments.
  void (*update)(const DenseUpdate& u, f32* w, const f32* gradient, f32* first, f32* second,
                 usize count);
};

// Works a step out. Returns false, with nothing changed, where g is not fit for learning or a
// weight would not stay finite.
bool prepare(Adapter& from, const Method& method, const Examples& examples, Step& step);

// Takes the step, and keeps the limits that the options set. Returns the factor, a power of 2, by
// which A was scaled, and B by its inverse, to keep them of a size.
f32 apply(Adapter& adapter, const Method& method, const Step& step, const Examples& examples);

// The rates that were measured to learn from inputs of unit variance.
inline f64 default_rate(const Optimizer& optimizer, u32 in) {
  return min(optimizer.default_rate, optimizer.rate_times_in / in);
}

// f64 numbers of state, a multiple of 8.
usize state_size(const Method& method);

// Of these f64 numbers, the first that are no moments: a bound, or what the preconditioner knows.
usize state_numbers(const Method& method);

// The moments of the first (0) or second (1) order, of A and then of B as the weights lie; nullptr
// where the optimizer has none.
f32* moments(const Adapter& adapter, const Method& method, u32 order);

// Floats of Step::dense, a multiple of kBlock: both factors and an f64 matrix (rank, rank).
usize dense_floats(const Method& method);

// The number in front of the moments, a bound of them: of momentum, of the elements; of adam, of
// |m| / (sqrt(v) + kMinEpsilon).
inline f64& moment_bound(const Adapter& adapter) {
  return adapter.state[0];
}

// After moments were changed from outside.
void find_moment_bound(Adapter& adapter, const Method& method);

// The moments follow when A is multiplied by of_a and B by of_b, its inverse; returns false, with
// nothing changed, where one would not stay finite.
bool scale_moments(Adapter& adapter, const Method& method, f32 of_a, f32 of_b);

void reset_state(Adapter& adapter, const Method& method);

// After weights were changed from outside.
void forget_weights(Adapter& adapter, const Method& method);

// Weights, bound and state, and what clicks have taught.
void copy_learned(Adapter& to, const Adapter& from, const Method& method);

}  // namespace lora
