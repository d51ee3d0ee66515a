// One low-rank adapter: its two factors, and the gradient step on them.
//
// x (in), A (rank, in), B (rank, out), h = A x, y = x + alpha B^T h. Hu et al. 2021, arXiv
// 2106.09685.
#pragma once

#include "clicks.hpp"
#include "kernels.hpp"
#include "rng.hpp"
#include "spread.hpp"

namespace lora {

struct Shape {
  u32 in;
  u32 out;
  u32 rank;

  constexpr u32 in_padded() const { return padded(in); }
  constexpr u32 out_padded() const { return padded(out); }
  usize a_size() const { return usize{rank} * in_padded(); }
  usize b_size() const { return usize{rank} * out_padded(); }
  // Of A and B.
  usize size() const { return a_size() + b_size(); }

  bool operator==(const Shape&) const = default;
};

struct Optimizer;

enum Option : u32 {
  kRate,
  kWeightDecay,
  kClip,   // norm that a gradient in A and B together is held to; 0 is off
  kRatio,  // rate of B over rate of A
  kBeta1,  // of adam, and of momentum
  kBeta2,
  kEpsilon,
  kMaxDelta,  // norm that alpha B^T A is held to; 0 is off
  kDecay,     // share of B that is lost in each step
  kExplore,   // standard deviation of the noise in an answer; 0 is off
  kOptions,
};

// The smallest value of kEpsilon.
inline constexpr f64 kMinEpsilon = 1e-12;

// What the adapters of a set have in common.
struct Method {
  Shape shape;
  const Optimizer* optimizer;
  f64 alpha;
};

struct Accumulator;

struct Adapter {
  f32* a;                    // A (rank, in), blocked; B follows directly
  f32* b;                    // B (rank, out), blocked
  f64* state;                // of the optimizer, see optimizer.hpp
  Accumulator* accumulator;  // nullptr before the first accumulate
  Clicks* clicks;            // nullptr outside of a space
  f64 bound;                 // no |weight| is larger
  f64 steps;                 // those that the state has seen
  f64 adapt_count;
  f64 forward_count;
  f64 options[kOptions];
  Spread spread;
  u32 category;
  bool started;  // has weights of its own: it learned, or was given them
};

// A ~ U(-1/sqrt(in), 1/sqrt(in)), B = 0: the default of Hugging Face PEFT, so y = x.
void initialize(Adapter& adapter, const Shape& shape, Rng rng);

// After weights were changed from outside.
void find_bound(Adapter& adapter, const Shape& shape);

// Frobenius norm of alpha B^T A, by ||B^T A||^2 = sum_jk (A A^T)_jk (B B^T)_jk.
f64 delta_norm(const Adapter& adapter, const Method& method);

}  // namespace lora
