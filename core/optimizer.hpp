// Steps of gradient descent on the factors of one adapter.
//
// Of the loss L with g = dL/dy at y = x + alpha B^T h, h = A x, the gradients are dB = alpha h (x)
// g and dA = (alpha B g) (x) x. sgd and the preconditioned step keep them as such products; the
// others work on whole matrices.
//
// sgd, momentum, adam, adamw: as in PyTorch, with the learning rate of B `ratio` times that of A
// (LoRA+: Hayou et al. 2024, arXiv 2402.12354).
//
// preconditioned: dB by (A A^T + e I)^-1 and dA by (B B^T + e I)^-1, Riemannian preconditioning
// (Zhang and Pilanci 2024, arXiv 2402.02347), both from the values before the step, and divided by
// |x|^2 + h^T (A A^T + e I)^-1 h. So to first order a step changes y by -rate T g with 0 <= T <= I,
// whatever alpha and the length of x are: T is 1 in the span of B's rows.
#pragma once

#include "adapter.hpp"
#include "arena.hpp"

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

// Accumulated gradients.
struct Accumulator {
  Sums sums;
  f32* gradient;  // of A and B, negative

  // nullptr where the arena is full.
  static Accumulator* create(Arena& arena, const Shape& shape);
  void clear(const Shape& shape);
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
  f64 bound;     // of the weights after it
  f64 momentum;  // bound of the momentum after it
  f64 x_squares;
  f64 g_squares;
  f64 share;   // of the squares of all x, those along their strongest direction; 1 where not known
  bool exact;  // the bound was not enough: every element was looked at
  bool fresh;
};

// f64 numbers of state, a multiple of 8.
usize state_size(const Method& method);

// Of these f64 numbers, the first that are no moments: a bound, or what the preconditioner knows.
usize state_numbers(const Method& method);

// The moments of the first (0) or second (1) order, of A and then of B as the weights lie; nullptr
// where the optimizer has none.
f32* moments(const Adapter& adapter, const Method& method, u32 order);

// After moments were changed from outside.
void find_moment_bound(Adapter& adapter, const Method& method);

// Floats of Step::dense, a multiple of kBlock: both factors and an f64 matrix (rank, rank).
usize dense_floats(const Method& method);

void reset_state(Adapter& adapter, const Method& method);

// After weights were changed from outside.
void forget_weights(Adapter& adapter, const Method& method);

// Weights, bound and state.
void copy_learned(Adapter& to, const Adapter& from, const Method& method);

// `adapter` is the one whose weights the step starts from; that it is taken by another, which has a
// copy of them, is for the options to say.
//
// These answer false, with nothing changed, where g is not fit for learning or a weight would not
// stay finite.
bool prepare(Adapter& adapter, const Method& method, const Examples& examples, Step& step);
bool prepare(Adapter& adapter, const Method& method, const Accumulator& accumulator, Step& step);
bool accumulate(Adapter& adapter, Accumulator& accumulator, const Method& method,
                const Examples& examples, Step& step);

// prepare and apply for plain sgd of rank 2 and one row, to the same bits. Returns false, with
// nothing changed, where the step is another, or where it cannot tell that every number stays
// finite.
bool prepare_and_apply(Adapter& adapter, const Method& method, const Examples& examples);

// The same in one pass over B, which also works out y = x + alpha B^T h: g is y - target.
bool answer_and_apply(Adapter& adapter, const Method& method, const f32* x, f32 x_squares,
                      const f32* h, const f32* target, f32* y, f64& g_squares);

// Takes the step, and keeps the limits that the options set. Returns the factor, a power of 2, by
// which A was scaled, and B by its inverse, to keep them of a size.
f32 apply(Adapter& adapter, const Method& method, const Step& step, const Examples& examples);

// B times 1 - share.
void decay(Adapter& adapter, const Method& method, f64 share);

// Brings A back to about the size it had at creation, and B by the inverse; returns as apply.
f32 balance(Adapter& adapter, const Method& method);

}  // namespace lora
