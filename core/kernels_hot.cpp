// Compiled for speed, where the rest is compiled for size: what every call of rank 2 runs through.
// Pointers move instead of an index: then the distances within a block are constant offsets of wasm
// loads and stores, which cost nothing.
#include "kernels.hpp"
#include "kernels_rank2.hpp"
#include "rows.hpp"

namespace lora {

namespace {

// What a sum starts from whose first term is to stay as it is, though it be -0.
constexpr F32x4 kNothing{-0.0f, -0.0f, -0.0f, -0.0f};

// Two rows of W at once, for any rank: their sums are the first two lanes.
[[gnu::noinline]] F32x4 project_two(const f32* w, usize stride, const f32* v, u32 n) {
  Sum first;
  Sum second;
  for (const f32* end = v + n; v != end; v += kStep, w += 2 * stride) {
    first.add(w, stride, v);
    second.add(w + 4, stride, v);
  }
  return totals(first, second);
}

}  // namespace

// Of one row alone, two chains would wait for their additions; so two sums take turns.
f32 sum_of_squares(const f32* v, usize n) {
  Sum even;
  Sum odd;
  for (const f32* end = v + n; v != end; v += 2 * kStep) {
    even.add(v, 4, v);
    odd.add(v + kStep, 4, v + kStep);
  }
  return even.total() + odd.total();
}

void project(const f32* w, u32 rank, const f32* v, u32 n, f32* s) {
  const usize stride = usize{4} * rank;
  u32 k = 0;
  for (; k + 2 <= rank; k += 2) {
    const F32x4 both = project_two(w + 4 * k, stride, v, n);
    s[k] = both[0];
    s[k + 1] = both[1];
  }
  if (k == rank) return;
  const f32* row = w + 4 * k;
  Sum total;
  for (const f32* end = v + n; v != end; v += kStep, row += 2 * stride) total.add(row, stride, v);
  s[k] = total.total();
}

void any_rank::expand(const f32* w, u32 rank, const f32* c, const f32* v, u32 n, f32* to) {
  const usize stride = usize{4} * rank;
  for (const f32* end = to + n; to != end; to += kBlock, w += 3 * stride) {
    F32x4 d0 = kNothing;
    F32x4 d1 = kNothing;
    F32x4 d2 = kNothing;
    F32x4 d3 = kNothing;
    for (const f32* at = c; at != c + rank; ++at, w += 4) {
      const F32x4 factor = splat(*at);
      d0 += load(w) * factor;
      d1 += load(w + stride) * factor;
      d2 += load(w + 2 * stride) * factor;
      d3 += load(w + 3 * stride) * factor;
    }
    if (v != nullptr) {
      d0 = load(v) + d0;
      d1 = load(v + 4) + d1;
      d2 = load(v + 8) + d2;
      d3 = load(v + 12) + d3;
      v += kBlock;
    }
    store(to, d0);
    store(to + 4, d1);
    store(to + 8, d2);
    store(to + 12, d3);
  }
}

void any_rank::subtract_outer(f32* w, u32 rank, const f32* c, const f32* v, u32 n, u32 rows) {
  const usize stride = usize{4} * rank;
  if (rows == 1) {
    for (const f32* end = v + n; v != end; v += kBlock, w += 3 * stride) {
      const F32x4 x0 = load(v);
      const F32x4 x1 = load(v + 4);
      const F32x4 x2 = load(v + 8);
      const F32x4 x3 = load(v + 12);
      for (const f32* at = c; at != c + rank; ++at, w += 4) {
        const F32x4 factor = splat(*at);
        store(w, load(w) - factor * x0);
        store(w + stride, load(w + stride) - factor * x1);
        store(w + 2 * stride, load(w + 2 * stride) - factor * x2);
        store(w + 3 * stride, load(w + 3 * stride) - factor * x3);
      }
    }
    return;
  }
  for (const f32* end = v + n; v != end; v += kBlock, w += 3 * stride) {
    for (u32 k = 0; k < rank; ++k, w += 4) {
      F32x4 s0 = kNothing;
      F32x4 s1 = kNothing;
      F32x4 s2 = kNothing;
      F32x4 s3 = kNothing;
      const f32* at = c + k;
      const f32* row = v;
      // Not `for`: the compiler would add a loop for no rows at all.
      u32 j = rows;
      do {
        const F32x4 factor = splat(*at);
        s0 += factor * load(row);
        s1 += factor * load(row + 4);
        s2 += factor * load(row + 8);
        s3 += factor * load(row + 12);
        at += rank;
        row += n;
      } while (--j != 0);
      store(w, load(w) - s0);
      store(w + stride, load(w + stride) - s1);
      store(w + 2 * stride, load(w + 2 * stride) - s2);
      store(w + 3 * stride, load(w + 3 * stride) - s3);
    }
  }
}

f32 divide(const f32* v, usize step, const f32* u, u32 n, f32* to) {
  Sum total;
  for (const f32* end = u + n; u != end; u += 4, to += 4, v += step) {
    const F32x4 own = load(v);
    const F32x4 quotient = own / load(u);
    store(to, quotient);
    total.turn(own * quotient);
  }
  return total.total();
}

void turn_rows(const f32* m, f32* w, u32 rank, f32* v, u32 n) {
  F32x4 before[17];
  for (const f32* end = v + n; v != end; v += 4, w += usize{4} * rank) {
    for (u32 j = 0; j < rank; ++j) before[j] = load(w + 4 * j);
    before[rank] = load(v);
    const f32* share = m;
    for (u32 k = 0; k <= rank; ++k) {
      F32x4 sum = kNothing;
      for (u32 j = 0; j <= rank; ++j) sum += splat(*share++) * before[j];
      store(k < rank ? w + 4 * k : v, sum);
    }
  }
}

void add_squares(const f32* v, u32 n, f32* to) {
  for (const f32* end = v + n; v != end; v += 4, to += 4) {
    store(to, load(to) + load(v) * load(v));
  }
}

namespace rank2 {

F32x4 project(const f32* w, const f32* v, u32 n) {
  return project_two(w, 8, v, n);
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

[[gnu::noinline]] void expand_by(const f32* w, f32 f0, f32 f1, const f32* v, u32 n, f32* to) {
  const F32x4 c0 = splat(f0);
  const F32x4 c1 = splat(f1);
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
    F32x4 first[4] = {kNothing, kNothing, kNothing, kNothing};
    F32x4 second[4] = {kNothing, kNothing, kNothing, kNothing};
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
