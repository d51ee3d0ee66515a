// Vectors in f32, sums over the few directions in f64.
#include "belief.hpp"

#include "small_matrix.hpp"

namespace lora {

void Belief::reset(const Belief* like) {
  if (like == nullptr) {
    __builtin_memset(mean_, 0, n_ * sizeof(f32));
  } else {
    __builtin_memcpy(mean_, like->mean_, n_ * sizeof(f32));
  }
  for (u32 i = 0; i < n_; ++i) precision_[i] = static_cast<f32>(kPriorPrecision);
  __builtin_memset(directions_, 0, usize{rank_} * n_ * sizeof(f32));
  for (u32 k = 0; k < rank_ * rank_; ++k) lower_[k] = k % (rank_ + 1) == 0 ? 1 : 0;
}

f64 Belief::solve(const f32* x, f32* y, f64* h, f64* c) const {
  f32 products[kMaxMemory];
  const f64 squares = divide(x, 4, precision_, n_, y);
  project(directions_, rank_, y, n_, products);
  for (u32 k = 0; k < rank_; ++k) h[k] = products[k];
  lora::solve(lower_, rank_, h, c);
  return squares;
}

// By Woodbury: P^-1 = U^-1 - U^-1 W^T (I + W U^-1 W^T)^-1 W U^-1.
Guess Belief::guess(const f32* x, f32* work) const {
  f64 h[kMaxMemory];
  f64 c[kMaxMemory];
  const f64 squares = solve(x, work, h, c);
  f32 mean;
  project(mean_, 1, x, n_, &mean);
  return {mean, max(squares - inner(h, c, rank_), 0.0)};
}

void Belief::learn(const f32* x, f64 step, f64 weight, f64 kept, f32* work) {
  f32* y = work;
  f32* rest = work + n_;
  f64 h[kMaxMemory];
  f64 c[kMaxMemory];
  f32 minus[kMaxMemory];
  solve(x, y, h, c);
  for (u32 k = 0; k < rank_; ++k) minus[k] = static_cast<f32>(-c[k]);
  any_rank::expand(directions_, rank_, minus, x, n_, rest);
  divide(rest, 4, precision_, n_, y);
  mix(y, step, 1, n_, mean_);
  if (kept < 1) {
    for (u32 i = 0; i < n_; ++i) {
      precision_[i] = static_cast<f32>(kept * f64{precision_[i]} + (1 - kept) * kPriorPrecision);
    }
    scale_by(directions_, usize{rank_} * n_, static_cast<f32>(sqrt(kept)));
  }

  // The Gram matrix of the rows of W, which are orthogonal, and the new one behind them.
  constexpr u32 kMax = kMaxMemory + 1;
  const u32 count = rank_ + 1;
  f64 gram[kMax * kMax] = {};
  f64 turn[kMax * kMax] = {};
  f32 along[kMaxMemory];
  scale(x, sqrt(weight), n_, rest);
  project(directions_, rank_, rest, n_, along);
  for (u32 k = 0; k < rank_; ++k) {
    const f32* row = directions_ + 4 * usize{k};
    gram[k * count + k] = dot(row, row, usize{4} * rank_, n_);
    gram[k * count + rank_] = gram[rank_ * count + k] = along[k];
  }
  gram[count * count - 1] = dot(rest, rest, 4, n_);
  for (u32 k = 0; k < count; ++k) turn[k * count + k] = 1;
  rotate_to_orthogonal(gram, turn, count, count);
  u32 weakest = 0;
  f64 least = inner(gram, gram, count);
  for (u32 k = 1; k < count; ++k) {
    const f64 size = inner(gram + k * count, gram + k * count, count);
    if (size < least) {
      least = size;
      weakest = k;
    }
  }
  // The weakest comes last.
  f32 shares[kMax * kMax];
  for (u32 k = 0; k < count; ++k) {
    const u32 from = k == rank_ ? weakest : k < weakest ? k : k + 1;
    for (u32 j = 0; j < count; ++j) {
      shares[k * count + j] = static_cast<f32>(turn[from * count + j]);
    }
  }
  turn_rows(shares, directions_, rank_, rest, n_);
  add_squares(rest, n_, precision_);
  refresh(y);
}

void Belief::refresh(f32* work) {
  f64 matrix[kMaxMemory * kMaxMemory];
  f32 products[kMaxMemory];
  for (u32 j = 0; j < rank_; ++j) {
    divide(directions_ + 4 * usize{j}, usize{4} * rank_, precision_, n_, work);
    project(directions_, rank_, work, n_, products);
    for (u32 k = 0; k < rank_; ++k) matrix[k * rank_ + j] = products[k];
  }
  factorize(matrix, 1, rank_, lower_);
}

void Belief::read_row(u32 row, u32 dim, f32* to) const {
  if (row < 2) {
    __builtin_memcpy(to, mean_ + usize{row} * n_, dim * sizeof(f32));
    return;
  }
  for (u32 i = 0; i < dim; ++i) to[i] = directions_[blocked_index(rank_, row - 2, i)];
}

bool Belief::write_row(u32 row, u32 dim, const f32* from) {
  // Far beyond what outcomes lead to, and far from where a sum leaves f32.
  constexpr f32 kMax[] = {1e28f, 1e30f, 1e15f};
  constexpr f32 kMinPrecision = 0.0999f;
  const f32 most = kMax[min(row, 2u)];
  const f32 least = row == 1 ? kMinPrecision : -most;
  for (u32 i = 0; i < dim; ++i) {
    if (!(from[i] >= least && from[i] <= most)) return false;
  }
  if (row < 2) {
    __builtin_memcpy(mean_ + usize{row} * n_, from, dim * sizeof(f32));
    return true;
  }
  for (u32 i = 0; i < dim; ++i) directions_[blocked_index(rank_, row - 2, i)] = from[i];
  return true;
}

}  // namespace lora
