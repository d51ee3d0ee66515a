// The kernels for any rank; rank 2 is handed to its own, in kernels_hot.cpp.
#include "kernels.hpp"

#include "kernels_rank2.hpp"
#include "rows.hpp"

namespace lora {

void project(const f32* w, u32 rank, const f32* v, u32 n, f32* s) {
  if (rank == 2) return rank2::project(w, v, n, s);
  for (u32 k = 0; k < rank; ++k) {
    const f32* row = w + 4 * k;
    Sum total;
    for (u32 i = 0; i < n; i += kBlock, row += usize{kBlock} * rank) {
      total.add(row, usize{4} * rank, v + i);
    }
    s[k] = total.total();
  }
}

f32 project_and_square(const f32* w, u32 rank, const f32* v, u32 n, f32* s) {
  if (rank == 2) return rank2::project_and_square(w, v, n, s);
  project(w, rank, v, n, s);
  return sum_of_squares(v, n);
}

void expand(const f32* w, u32 rank, const f32* c, const f32* v, u32 n, f32* to) {
  if (rank == 2 && v != nullptr) return rank2::expand(w, c, v, n, to);
  for (u32 i = 0; i < n; i += 4) {
    F32x4 delta = load(w) * splat(c[0]);
    for (u32 k = 1; k < rank; ++k) delta += load(w + 4 * k) * splat(c[k]);
    store(to + i, v == nullptr ? delta : load(v + i) + delta);
    w += 4 * rank;
  }
}

void subtract_outer(f32* w, u32 rank, const f32* c, const f32* v, u32 n) {
  if (rank == 2) return rank2::subtract_outer(w, c, v, n);
  for (u32 i = 0; i < n; i += 4) {
    const F32x4 x = load(v + i);
    for (u32 k = 0; k < rank; ++k, w += 4) store(w, load(w) - splat(c[k]) * x);
  }
}

f64 norm(const f32* v, u32 n) {
  // Below this, squares that underflowed may count.
  constexpr f32 kSafe = 1e-20f;
  const f32 squares = sum_of_squares(v, n);
  if (!(squares < kSafe)) return sqrt(f64{squares});
  f64 total = 0;
  for (u32 i = 0; i < n; ++i) total += f64{v[i]} * f64{v[i]};
  return sqrt(total);
}

void scale(const f32* v, f64 factor, u32 n, f32* to) {
  for (u32 i = 0; i < n; ++i) to[i] = static_cast<f32>(factor * f64{v[i]});
}

f64 row_product(const f32* w, u32 rank, u32 j, u32 k, u32 n) {
  const f32* a = w + 4 * j;
  const f32* b = w + 4 * k;
  f64 lane0 = 0;
  f64 lane1 = 0;
  f64 lane2 = 0;
  f64 lane3 = 0;
  for (u32 i = 0; i < n; i += 4, a += 4 * rank, b += 4 * rank) {
    lane0 += f64{a[0]} * f64{b[0]};
    lane1 += f64{a[1]} * f64{b[1]};
    lane2 += f64{a[2]} * f64{b[2]};
    lane3 += f64{a[3]} * f64{b[3]};
  }
  return (lane0 + lane1) + (lane2 + lane3);
}

bool stays_finite(const f32* w, u32 rank, const f32* c, const f32* v, u32 n) {
  for (u32 i = 0; i < n; ++i) {
    for (u32 k = 0; k < rank; ++k) {
      if (!is_finite(w[blocked_index(rank, k, i)] - c[k] * v[i])) return false;
    }
  }
  return true;
}

f32 largest(const f32* w, usize count) {
  f32 result = 0;
  for (usize i = 0; i < count; ++i) result = max(result, abs(w[i]));
  return result;
}

void seal(f32* v, u32 n) {
  for (u32 i = n; i % kBlock != 0; ++i) v[i] = 0;
}

}  // namespace lora
