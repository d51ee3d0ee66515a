// Small matrices in f64, in plain loops.
#include "gram.hpp"

#include "math.hpp"

namespace lora {

namespace {

constexpr f64 kDamping = 1e-4;  // of the trace
constexpr f64 kMin = 1e-200;    // where the trace is 0
constexpr u32 kRefresh = 64;    // steps; the drift stays below 2e-7 of the trace

// Larger ones are factorised only every rank / kFactorized steps.
constexpr u32 kFactorized = 8;

void gram_of(const f32* w, u32 rank, u32 n, f64* matrix) {
  for (u32 j = 0; j < rank; ++j) {
    for (u32 k = 0; k <= j; ++k) {
      matrix[j * rank + k] = matrix[k * rank + j] = dot(w + 4 * j, w + 4 * k, usize{4} * rank, n);
    }
  }
}

bool divides(u32 period, f64 count) {
  return static_cast<u64>(count) % period == 0;
}

}  // namespace

Gram::Gram(const Method& method, f64* state)
    : rank(method.shape.rank),
      a(state + 2),
      b(a + rank * rank),
      a_lower(b + rank * rank),
      b_lower(a_lower + rank * rank),
      age(state[0]),
      stale(state[1]) {}

bool Gram::is_time() const {
  return stale != 0 || rank <= kFactorized || divides(rank / kFactorized, age);
}

bool Gram::is_usable() const {
  if (!is_whole(age, 0x1p53) || !is_whole(stale, 2)) return false;
  constexpr f64 kMax = 1e100;  // squares of f32 numbers, and sums of them, are far below
  for (u32 i = 0; i < rank * rank; ++i) {
    if (!(abs(a[i]) < kMax && abs(b[i]) < kMax)) return false;
  }
  for (u32 i = 0; stale == 0 && i < rank * rank; i += rank + 1) {
    if (!(a_lower[i] > 0 && b_lower[i] > 0)) return false;
  }
  return true;
}

void Gram::refresh(const Adapter& adapter, const Shape& shape) {
  if (stale == 0 && !divides(kRefresh, age)) return;
  gram_of(adapter.a, rank, shape.in_padded(), a);
  gram_of(adapter.b, rank, shape.out_padded(), b);
}

void Gram::factorize_a() {
  if (is_time()) factorize(a, kDamping * trace(a, rank) + kMin, rank, a_lower);
}

void Gram::factorize_b(f64 damping) {
  if (is_time()) factorize(b, damping + kDamping * trace(b, rank) + kMin, rank, b_lower);
}

f64 Gram::solve_a(const f32* h, f64* u) {
  f64 wide[kMaxRank];
  for (u32 k = 0; k < rank; ++k) wide[k] = f64{h[k]};
  factorize_a();
  solve(a_lower, rank, wide, u);
  return inner(wide, u, rank);
}

void Gram::scale(f64 of_a, f64 of_b) {
  for (u32 i = 0; i < rank * rank; ++i) {
    a[i] *= of_a * of_a;
    b[i] *= of_b * of_b;
    a_lower[i] *= of_a;
    b_lower[i] *= of_b;
  }
}

void update_gram(f64* matrix, u32 rank, const f32* c, const f32* p, f64 squares) {
  for (u32 j = 0; j < rank; ++j) {
    for (u32 k = 0; k < rank; ++k) {
      matrix[j * rank + k] += squares * c[j] * c[k] - f64{c[j]} * p[k] - f64{p[j]} * c[k];
    }
  }
}

}  // namespace lora
