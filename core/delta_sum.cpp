// In f64 and plain loops: sums are rare, and what matters is that near-dependent rows do no harm.
#include "delta_sum.hpp"

#include "edition.hpp"
#include "small_matrix.hpp"

namespace lora {

namespace {

// v -= factor w
void subtract(f64* v, f64 factor, const f64* w, u32 n) {
  for (u32 i = 0; i < n; ++i) v[i] -= factor * w[i];
}

void scale(f64* v, f64 factor, u32 n) {
  for (u32 i = 0; i < n; ++i) v[i] *= factor;
}

// rows W = L E: W becomes E, of orthonormal or zero rows. Gram-Schmidt, each row twice, which is
// enough (Giraud, Langou, Rozloznik 2005, doi 10.1016/j.camwa.2005.08.009).
void orthonormalize(f64* w, u32 rows, u32 n, f64* lower, u32 stride) {
  constexpr f64 kDependent = 1e-14;  // of the row: what is left is rounding
  for (u32 i = 0; i < rows; ++i) {
    f64* row = w + usize{i} * n;
    f64* of_row = lower + usize{i} * stride;
    for (u32 j = 0; j < rows; ++j) of_row[j] = 0;
    const f64 before = sqrt(inner(row, row, n));
    for (u32 pass = 0; pass < 2; ++pass) {
      for (u32 j = 0; j < i; ++j) {
        const f64* other = w + usize{j} * n;
        const f64 share = inner(row, other, n);
        subtract(row, share, other, n);
        of_row[j] += share;
      }
    }
    const f64 after = sqrt(inner(row, row, n));
    const bool dependent = !(after > kDependent * before);
    of_row[i] = dependent ? 0 : after;
    scale(row, dependent ? 0 : 1 / after, n);
  }
}

// W = C W in place, for C (rows, rows) and W (rows, n), a column of W at a time.
void combine(const f64* c, u32 stride, u32 rows, f64* w, u32 n, f64* column) {
  for (u32 i = 0; i < n; ++i) {
    for (u32 k = 0; k < rows; ++k) column[k] = w[usize{k} * n + i];
    for (u32 k = 0; k < rows; ++k) {
      w[usize{k} * n + i] = inner(c + usize{k} * stride, column, rows);
    }
  }
}

// to = factor times row k of a factor (rank, n)
void take_row(const f32* w, u32 rank, u32 k, f64 factor, u32 n, f64* to) {
  for (u32 i = 0; i < n; ++i) to[i] = factor * f64{w[blocked_index(rank, k, i)]};
}

// Row k of a factor becomes factor times `from`, or 0 where that is nullptr.
void put_row(const f64* from, f64 factor, u32 n, f32* w, u32 rank, u32 k) {
  for (u32 i = 0; i < n; ++i) {
    w[blocked_index(rank, k, i)] = from == nullptr ? 0 : static_cast<f32>(factor * from[i]);
  }
}

void swap_rows(f64* w, u32 i, u32 j, u32 n) {
  for (u32 k = 0; k < n; ++k) {
    const f64 kept = w[usize{i} * n + k];
    w[usize{i} * n + k] = w[usize{j} * n + k];
    w[usize{j} * n + k] = kept;
  }
}

}  // namespace

// One block: [the object][p][q][shift][the three small matrices][values]
DeltaSum* DeltaSum::create(Arena& arena, u32 in, u32 out, u32 capacity) {
  const u64 small = u64{capacity} * capacity;
  const u64 numbers = u64{capacity} * (u64{in} + out) + out + 3 * small + capacity;
  auto* sum = static_cast<DeltaSum*>(arena.allocate(sizeof(DeltaSum) + numbers * sizeof(f64)));
  if (sum == nullptr) return nullptr;
  *sum = {};
  sum->in_ = in;
  sum->out_ = out;
  sum->capacity_ = capacity;
  sum->p_ = reinterpret_cast<f64*>(sum + 1);
  sum->q_ = sum->p_ + usize{capacity} * in;
  sum->shift_ = sum->q_ + usize{capacity} * out;
  sum->lower_p_ = sum->shift_ + out;
  sum->lower_q_ = sum->lower_p_ + small;
  sum->core_ = sum->lower_q_ + small;
  sum->values_ = sum->core_ + small;
  __builtin_memset(sum->shift_, 0, out * sizeof(f64));
  return sum;
}

void DeltaSum::add(const Adapter& adapter, const Method& method, f64 weight) {
  const u32 rank = method.shape.rank;
  if (rows_ + rank > capacity_) fold();
  for (u32 k = 0; k < rank; ++k) {
    take_row(adapter.a, rank, k, 1, in_, row_p(rows_));
    take_row(adapter.b, rank, k, weight * method.alpha, out_, row_q(rows_));
    ++rows_;
  }
  for (u32 i = 0; kEdition.spaces && adapter.clicks != nullptr && i < out_; ++i) {
    shift_[i] += weight * f64{adapter.clicks->shift[i]};
  }
  weights_ += weight;
  decomposed_ = false;
}

bool DeltaSum::has_shift() const {
  return inner(shift_, shift_, out_) > 0;
}

void DeltaSum::decompose() {
  if (decomposed_) return;
  decomposed_ = true;
  const u32 n = rows_;
  orthonormalize(p_, n, in_, lower_p_, n);
  orthonormalize(q_, n, out_, lower_q_, n);
  // Its transpose, L^T M: rows are rotated until they are the singular vectors times their values.
  for (u32 i = 0; i < n; ++i) {
    for (u32 j = 0; j < n; ++j) {
      f64 sum = 0;
      for (u32 k = 0; k < n; ++k) sum += lower_p_[k * n + i] * lower_q_[k * n + j];
      core_[i * n + j] = sum;
    }
  }
  f64* rotation = lower_p_;
  for (u32 i = 0; i < n; ++i) {
    for (u32 j = 0; j < n; ++j) rotation[i * n + j] = i == j ? 1 : 0;
  }
  rotate_to_orthogonal(core_, rotation, n, n);
  combine(rotation, n, n, p_, in_, values_);
  combine(core_, n, n, q_, out_, values_);
  for (u32 i = 0; i < n; ++i) values_[i] = sqrt(inner(row_q(i), row_q(i), out_));
  for (u32 i = 0; i < n; ++i) {
    u32 best = i;
    for (u32 j = i + 1; j < n; ++j) {
      if (values_[j] > values_[best]) best = j;
    }
    swap_rows(p_, i, best, in_);
    swap_rows(q_, i, best, out_);
    swap_rows(values_, i, best, 1);
  }
}

void DeltaSum::fold() {
  decompose();
  const u32 keep = capacity_ / 2;
  if (rows_ <= keep) return;
  f64 squares = 0;
  for (u32 i = keep; i < rows_; ++i) squares += values_[i] * values_[i];
  lost_ += sqrt(squares);
  lost_squares_ += squares;
  rows_ = keep;
}

bool DeltaSum::take(Adapter& adapter, const Method& method, bool mean, f64 max_norm) {
  decompose();
  const Shape& shape = method.shape;
  const u32 kept = min(shape.rank, rows_);
  f64 total = 0;
  f64 approximated = 0;
  for (u32 i = 0; i < rows_; ++i) {
    total += values_[i] * values_[i];
    if (i < kept) approximated += values_[i] * values_[i];
  }
  f64 factor = mean ? 1 / weights_ : 1;
  const f64 shift_squares = inner(shift_, shift_, out_);
  const f64 norm = abs(factor) * sqrt(approximated + shift_squares);
  if (max_norm != 0 && norm > max_norm) factor *= max_norm / norm;
  // The length of a row of A at creation.
  const f64 length = sqrt(1.0 / 3);
  const f64 of_b = factor / (method.alpha * length);
  for (u32 k = 0; k < kept; ++k) {
    if (values_[k] > 0 && !(abs(of_b) * values_[k] < kMaxF32)) return false;
  }
  Clicks* clicks = kEdition.spaces ? adapter.clicks : nullptr;
  const bool shifted = shift_squares > 0;
  if (shifted && !(abs(factor) * sqrt(shift_squares) < kMaxF32)) return false;
  if (clicks != nullptr) {
    clicks->shifted = shifted;
    for (u32 i = 0; i < out_; ++i) {
      clicks->shift[i] = shifted ? static_cast<f32>(factor * shift_[i]) : 0;
    }
  }
  for (u32 k = 0; k < shape.rank; ++k) {
    const bool needed = k < kept && values_[k] > 0;
    if (needed) put_row(row_p(k), length, in_, adapter.a, shape.rank, k);
    put_row(needed ? row_q(k) : nullptr, of_b, out_, adapter.b, shape.rank, k);
  }
  // What was lost is orthogonal to what was kept then, and taken to be so to what came later.
  const f64 all = total + lost_squares_;
  kept_ = all > 0 ? approximated / all : 1;
  lost_share_ = lost_ > 0 ? lost_ / sqrt(total) : 0;
  return true;
}

}  // namespace lora
