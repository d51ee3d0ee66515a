// Compiled for speed, where the rest is compiled for size: what every call of rank 2 runs through.
// Pointers move instead of an index: then the distances within a block are constant offsets of wasm
// loads and stores, which cost nothing.
#include "kernels.hpp"
#include "kernels_rank2.hpp"
#include "rows.hpp"

namespace lora {

// Of one row alone, two chains would wait for their additions; so two sums take turns.
f32 sum_of_squares(const f32* v, u32 n) {
  Sum even;
  Sum odd;
  for (const f32* end = v + n; v != end; v += 2 * kStep) {
    even.add(v, 4, v);
    odd.add(v + kStep, 4, v + kStep);
  }
  return even.total() + odd.total();
}

void project(const f32* w, u32 rank, const f32* v, u32 n, f32* s) {
  if (rank == 2) return rank2::project(w, v, n, s);
  for (u32 k = 0; k < rank; ++k) {
    const f32* row = w + 4 * k;
    Sum total;
    for (u32 i = 0; i < n; i += kStep, row += usize{kStep} * rank) {
      total.add(row, usize{4} * rank, v + i);
    }
    s[k] = total.total();
  }
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

void subtract_outer(f32* w, u32 rank, const f32* c, const f32* v, u32 n, u32 rows) {
  if (rank == 2) {
    return rows == 1 ? rank2::subtract_outer(w, c, v, n) : rank2::subtract_outers(w, c, v, n, rows);
  }
  if (rows == 1) {
    for (const f32* end = v + n; v != end; v += 4) {
      const F32x4 x = load(v);
      for (const f32* at = c; at != c + rank; ++at, w += 4) store(w, load(w) - splat(*at) * x);
    }
    return;
  }
  for (u32 i = 0; i < n; i += 4, v += 4) {
    for (u32 k = 0; k < rank; ++k, w += 4) {
      F32x4 sum = splat(c[k]) * load(v);
      for (u32 j = 1; j < rows; ++j) sum += splat(c[j * rank + k]) * load(v + usize{j} * n);
      store(w, load(w) - sum);
    }
  }
}

namespace rank2 {

void project(const f32* w, const f32* v, u32 n, f32* s) {
  Sum first;
  Sum second;
  for (const f32* end = v + n; v != end; v += kStep, w += 2 * kStep) {
    first.add(w, 8, v);
    second.add(w + 4, 8, v);
  }
  s[0] = first.total();
  s[1] = second.total();
}

void project_pair(const f32* w, const f32* v, u32 n, f32* s) {
  Sum sums[4];
  const f32* other = v + n;
  // One chain of all sums after the other: so few operands are alive at once that none is spilled.
  const auto group = [&](u32 i, F32x4 Sum::*chain) __attribute__((always_inline)) {
    const F32x4 w0 = load(w + 2 * i);
    const F32x4 w1 = load(w + 2 * i + 4);
    const F32x4 x = load(v + i);
    sums[0].*chain += w0 * x;
    sums[1].*chain += w1 * x;
    const F32x4 z = load(other + i);
    sums[2].*chain += w0 * z;
    sums[3].*chain += w1 * z;
  };
  for (const f32* end = v + n; v != end; v += kStep, other += kStep, w += 2 * kStep) {
    group(0, &Sum::p0);
    group(4, &Sum::p1);
  }
#pragma unroll
  for (u32 i = 0; i < 4; ++i) s[i] = sums[i].total();
}

void expand_pair(const f32* w, const f32* c, const f32* v, u32 n, f32* to) {
  const F32x4 c0 = splat(c[0]);
  const F32x4 c1 = splat(c[1]);
  const F32x4 c2 = splat(c[2]);
  const F32x4 c3 = splat(c[3]);
  for (const f32* end = v + n; v != end; v += kStep, w += 2 * kStep, to += kStep) {
#pragma unroll
    for (u32 i = 0; i < kStep; i += 4) {
      const F32x4 w0 = load(w + 2 * i);
      const F32x4 w1 = load(w + 2 * i + 4);
      store(to + i, load(v + i) + (w0 * c0 + w1 * c1));
      store(to + n + i, load(v + n + i) + (w0 * c2 + w1 * c3));
    }
  }
}

f32 project_and_square(const f32* w, const f32* v, u32 n, f32* s) {
  Sum first;
  Sum second;
  Sum squares;
  for (const f32* end = v + n; v != end; v += kStep, w += 2 * kStep) {
    first.add(w, 8, v);
    second.add(w + 4, 8, v);
    squares.add(v, 4, v);
  }
  s[0] = first.total();
  s[1] = second.total();
  return squares.total();
}

void expand(const f32* w, const f32* c, const f32* v, u32 n, f32* to) {
  const F32x4 c0 = splat(c[0]);
  const F32x4 c1 = splat(c[1]);
  for (const f32* end = v + n; v != end; v += kBlock, w += 2 * kBlock, to += kBlock) {
    const F32x4 d0 = load(w) * c0 + load(w + 4) * c1;
    const F32x4 d1 = load(w + 8) * c0 + load(w + 12) * c1;
    const F32x4 d2 = load(w + 16) * c0 + load(w + 20) * c1;
    const F32x4 d3 = load(w + 24) * c0 + load(w + 28) * c1;
    store(to, load(v) + d0);
    store(to + 4, load(v + 4) + d1);
    store(to + 8, load(v + 8) + d2);
    store(to + 12, load(v + 12) + d3);
  }
}

void subtract_outer(f32* w, const f32* c, const f32* v, u32 n) {
  const F32x4 c0 = splat(c[0]);
  const F32x4 c1 = splat(c[1]);
  const auto group = [=](f32* at, F32x4 x) {
    store(at, load(at) - c0 * x);
    store(at + 4, load(at + 4) - c1 * x);
  };
  for (const f32* end = v + n; v != end; v += kBlock, w += 2 * kBlock) {
    group(w, load(v));
    group(w + 8, load(v + 4));
    group(w + 16, load(v + 8));
    group(w + 24, load(v + 12));
  }
}

// A block of columns at a time, so that its sums stay in registers while all rows pass. Unrolled,
// because arrays that are indexed by a variable would live in memory.
void subtract_outers(f32* w, const f32* c, const f32* v, u32 n, u32 rows) {
  const f32* last = c + 2 * rows;
  for (const f32* end = v + n; v != end; v += kBlock, w += 2 * kBlock) {
    F32x4 first[4] = {};
    F32x4 second[4] = {};
    const f32* row = v;
    for (const f32* at = c; at != last; at += 2, row += n) {
      const F32x4 c0 = splat(at[0]);
      const F32x4 c1 = splat(at[1]);
#pragma unroll
      for (u32 i = 0; i < 4; ++i) {
        const F32x4 x = load(row + 4 * i);
        first[i] += c0 * x;
        second[i] += c1 * x;
      }
    }
#pragma unroll
    for (u32 i = 0; i < 4; ++i) {
      store(w + 8 * i, load(w + 8 * i) - first[i]);
      store(w + 8 * i + 4, load(w + 8 * i + 4) - second[i]);
    }
  }
}

f32 expand_and_learn(f32* w, const f32* c, const f32* s, const f32* x, const f32* t, u32 n, f32* y,
                     f32* q) {
  const F32x4 c0 = splat(c[0]);
  const F32x4 c1 = splat(c[1]);
  const F32x4 s0 = splat(s[0]);
  const F32x4 s1 = splat(s[1]);
  Sum first;
  Sum second;
  Sum squares;
  for (const f32* end = x + n; x != end; x += 4, t += 4, y += 4, w += 8) {
    const F32x4 w0 = load(w);
    const F32x4 w1 = load(w + 4);
    const F32x4 answer = load(x) + (w0 * c0 + w1 * c1);
    store(y, answer);
    const F32x4 g = answer - load(t);
    first.turn(w0 * g);
    second.turn(w1 * g);
    squares.turn(g * g);
    store(w, w0 - s0 * g);
    store(w + 4, w1 - s1 * g);
  }
  q[0] = first.total();
  q[1] = second.total();
  return squares.total();
}

}  // namespace rank2

}  // namespace lora
