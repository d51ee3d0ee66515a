// What the preconditioned step knows of an adapter: A A^T, B B^T, and their factorisations. All
// matrices are (rank, rank), row-major, in f64.
#pragma once

#include "adapter.hpp"
#include "small_matrix.hpp"

namespace lora {

struct Gram {
  u32 rank;
  f64* a;        // A A^T
  f64* b;        // B B^T
  f64* a_lower;  // L L^T = A A^T + e I
  f64* b_lower;
  f64& age;    // steps since creation
  f64& stale;  // 1 where A A^T and B B^T are to be made anew

  explicit Gram(const Method& method, f64* state);
  static usize size(u32 rank) { return 4 * usize{rank} * rank + 2; }

  // Whether numbers from outside lead to finite ones. They need not be those of the weights
  // exactly: where a caller changed x between forward and step, they are not, until they are made
  // anew.
  bool is_usable() const;
  // Makes them anew where they are stale, or after a while, as the updates are not exact.
  void refresh(const Adapter& adapter, const Shape& shape);
  // Factorises A A^T + e I, where it is time.
  void factorize_a();
  void factorize_b(f64 damping);
  // u = (A A^T + e I)^-1 h, factorised anew where it is time; returns h^T u.
  f64 solve_a(const f32* h, f64* u);
  // A was multiplied by `of_a`, B by `of_b`.
  void scale(f64 of_a, f64 of_b);
  bool is_time() const;
};

// W += -c p^T - p c^T + squares c c^T: the Gram matrix of rows from which c (x) v was taken, where
// p = W v and `squares` = v^T v.
void update_gram(f64* matrix, u32 rank, const f32* c, const f32* p, f64 squares);

}  // namespace lora
