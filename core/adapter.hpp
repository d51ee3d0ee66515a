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

  constexpr u32 in_padded() const { return padded(in); }
  constexpr u32 out_padded() const { return padded(out); }
  usize a_size() const { return usize{rank} * in_padded(); }
  usize b_size() const { return usize{rank} * out_padded(); }

  bool operator==(const Shape&) const = default;
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

// What a step is made of: rows of input, of A x, and of the gradient.
struct Examples {
  u32 rows;
  const f32* x;          // (rows, in), padded
  const f32* x_squares;  // (rows): sum of squares of each x, and finite
  const f32* h;          // (rows, rank)
  const f32* g;          // (rows, out), padded
};

// A step worked out but not yet taken: A -= sum_j d_j (x) x_j, B -= sum_j c_j (x) g_j.
struct Step {
  f32* c;       // (rows, rank)
  f32* d;       // (rows, rank)
  f64 bound;    // of the weights after it
  bool exact;   // the bound was not enough: every element was looked at
  f64 squares;  // sum of squares of g
};

// A ~ U(-1/sqrt(in), 1/sqrt(in)), B = 0: the default of Hugging Face PEFT, so y = x.
void initialize(Adapter& adapter, const Shape& shape, Rng rng);

// sgd on the mean over the rows: c = rate alpha h / rows, d = rate alpha B g / rows. Answers false
// where g is not fit for learning or a weight would not stay finite. `step` comes with memory for c
// and d.
bool prepare(const Adapter& adapter, const Shape& shape, f32 alpha, f32 rate,
             const Examples& examples, Step& step);

void apply(Adapter& adapter, const Shape& shape, const Step& step, const Examples& examples);

// For rank 2 and one row, in one pass over B: y = x + alpha B^T h, and a step with g = y - target;
// `squares` becomes the sum of squares of g. All of it has the bits of expand, prepare and apply.
// Answers false, with nothing changed, where it cannot tell beforehand that every number stays
// finite.
bool answer_and_apply(Adapter& adapter, const Shape& shape, f32 alpha, f32 rate, const f32* x,
                      f32 x_squares, const f32* h, const f32* target, f32* y, f64& squares);

void copy_weights(Adapter& to, const Adapter& from, const Shape& shape);

// Frobenius norm of alpha B^T A, by ||B^T A||^2 = sum_jk (A A^T)_jk (B B^T)_jk.
f64 delta_norm(const Adapter& adapter, const Shape& shape, f32 alpha);

// A row of a factor to and from a plain vector. write_row expects finite numbers.
void read_row(const Adapter& adapter, const Shape& shape, Factor factor, u32 row, f32* to);
void write_row(Adapter& adapter, const Shape& shape, Factor factor, u32 row, const f32* from);

}  // namespace lora
