// One low-rank adapter: its two factors, and the gradient step on them.
//
// x (in), A (rank, in), B (rank, out), h = A x, y = x + alpha B^T h. Hu et al. 2021, arXiv
// 2106.09685.
#pragma once

#include "kernels.hpp"
#include "rng.hpp"

namespace lora {

struct Shape {
  u32 in;
  u32 out;
  u32 rank;

  u32 in_padded() const { return padded(in); }
  u32 out_padded() const { return padded(out); }
  usize a_size() const { return usize{rank} * in_padded(); }
  usize b_size() const { return usize{rank} * out_padded(); }
};

enum class Factor : u32 { a, b };

struct Adapter {
  f32* a;     // A (rank, in), blocked; B follows directly
  f32* b;     // B (rank, out), blocked
  f64 bound;  // no |weight| is larger
  f64 adapt_count;
  f64 forward_count;
  u32 category;
  bool started;  // has weights of its own: it learned, or was given them
};

// A step worked out but not yet taken: A -= d (x) x, B -= c (x) g.
struct Step {
  f32 c[kMaxRank];
  f32 d[kMaxRank];
  f64 bound;   // of the weights after it
  bool exact;  // the bound was not enough: every element was looked at
};

// A ~ U(-1/sqrt(in), 1/sqrt(in)), B = 0: the default of Hugging Face PEFT, so y = x.
void initialize(Adapter& adapter, const Shape& shape, Rng rng);

// sgd: c = rate alpha h, d = rate alpha B g. Answers false where g is not fit for learning or a
// weight would not stay finite. x_squared is the sum of squares of x, and finite.
bool prepare(const Adapter& adapter, const Shape& shape, f32 alpha, f32 rate, const f32* h,
             const f32* g, const f32* x, f32 x_squared, Step& step);

void apply(Adapter& adapter, const Shape& shape, const Step& step, const f32* g, const f32* x);

void copy_weights(Adapter& to, const Adapter& from, const Shape& shape);

// Frobenius norm of alpha B^T A, by ||B^T A||^2 = sum_jk (A A^T)_jk (B B^T)_jk.
f64 delta_norm(const Adapter& adapter, const Shape& shape, f32 alpha);

// A row of a factor to and from a plain vector. write_row expects finite numbers.
void read_row(const Adapter& adapter, const Shape& shape, Factor factor, u32 row, f32* to);
void write_row(Adapter& adapter, const Shape& shape, Factor factor, u32 row, const f32* from);

}  // namespace lora
