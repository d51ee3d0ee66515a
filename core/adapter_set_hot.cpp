// What every forward and every step runs through: compiled for speed, as the kernels are.
#include "adapter_set.hpp"
#include "kernels_rank2.hpp"

namespace lora {

void AdapterSet::keep_forward(u32 scope, u32 rows, const f32* x, const f32* h) {
  const u32 rank = shape_.rank;
  for (u32 i = 0; i < rows * rank; ++i) io_->h[i] = h[i];
  if (x != io_->x) __builtin_memcpy(io_->x, x, usize{rows} * shape_.in_padded() * sizeof(f32));
  last_scope_ = scope;
  last_rows_ = rows;
  io_->last = this;
  adapters_[scope].forward_count += rows;
}

Outcome AdapterSet::forward(u32 scope, u32 rows, f32* x, f32* scratch) {
  const Adapter& adapter = answering(scope);
  const u32 rank = shape_.rank;
  const u32 in = shape_.in_padded();
  const u32 out = shape_.out_padded();
  seal(x, shape_.in, rows);
  // The common case, without a loop and without memory between its two kernels.
  if (rank == 2 && rows == 1 && residual_) {
    const F32x4 s = rank2::project(adapter.a, x, in);
    const f32 h[2] = {s[0], s[1]};
    if (!is_finite(h[0]) || !is_finite(h[1])) return Outcome::nonfinite;
    rank2::expand_by(adapter.b, alpha() * h[0], alpha() * h[1], x, out, io_->y);
    keep_forward(scope, rows, x, h);
    return Outcome::ok;
  }
  f32* h = scratch;
  f32* c = h + rows * rank;
  project_rows(adapter.a, rank, x, in, rows, h);
  for (u32 i = 0; i < rows * rank; ++i) {
    if (!is_finite(h[i])) return Outcome::nonfinite;
    c[i] = alpha() * h[i];
  }
  expand_rows(adapter.b, rank, c, residual_ ? x : nullptr, out, rows, io_->y);
  keep_forward(scope, rows, x, h);
  return Outcome::ok;
}

// Scratch: [gradients of the category][c and d of the scope][those of the category][its h]
// For size: what it adds to the kernels it calls is not measurable.
[[clang::minsize]] bool AdapterSet::take_step(u32 scope, const Examples& examples, f32* scratch,
                                              f64& squares) {
  Adapter& own = adapters_[scope];
  Adapter& answered = answering(scope);
  Adapter* category = category_of(scope);
  const u32 rows = examples.rows;
  const u32 rank = shape_.rank;
  const u32 in = shape_.in_padded();
  const u32 out = shape_.out_padded();
  const f32 rate = static_cast<f32>(rate_);
  f32* coefficients = scratch + usize{rows} * out;
  const auto next = [&] {
    f32* at = coefficients;
    coefficients += rows * rank;
    return at;
  };

  Step step{next(), next(), 0, false, 0};
  if (!prepare(answered, shape_, alpha(), rate, examples, step)) return false;
  squares = step.squares;

  if (category == nullptr) {
    apply(own, shape_, step, examples);
  } else if (category == &answered) {
    copy_weights(own, answered, shape_);
    apply(own, shape_, step, examples);
    apply(*category, shape_, step, examples);
  } else {
    // The residual is in both outputs and cancels: alpha (Bc^T Ac x - B^T h) is the difference.
    Step category_step{next(), next(), 0, false, 0};
    f32* h = next();
    for (u32 j = 0; j < rows; ++j) {
      f32 c[kMaxRank];
      f32* g = scratch + usize{j} * out;
      f32* category_h = h + j * rank;
      project(category->a, rank, examples.x + usize{j} * in, in, category_h);
      for (u32 k = 0; k < rank; ++k) c[k] = alpha() * category_h[k];
      expand(category->b, rank, c, examples.g + usize{j} * out, out, g);
      for (u32 k = 0; k < rank; ++k) c[k] = -(alpha() * examples.h[j * rank + k]);
      expand(own.b, rank, c, g, out, g);
    }
    const Examples of_category{rows, examples.x, examples.x_squares, h, scratch};
    if (!prepare(*category, shape_, alpha(), rate, of_category, category_step)) return false;
    apply(own, shape_, step, examples);
    apply(*category, shape_, category_step, of_category);
  }
  own.started = true;
  own.adapt_count += 1;
  return true;
}

Outcome AdapterSet::adapt(u32 scope, u32 rows, f32* g, f32* scratch) {
  if (last_scope_ != scope || last_rows_ != rows || io_->last != this) return Outcome::no_forward;
  const u32 in = shape_.in_padded();
  seal(io_->x, shape_.in, rows);
  seal(g, shape_.out, rows);
  f32* squares = scratch + usize{rows} * (shape_.out_padded() + 5 * shape_.rank);
  for (u32 j = 0; j < rows; ++j) {
    squares[j] = sum_of_squares(io_->x + usize{j} * in, in);
    if (!is_finite(squares[j])) return Outcome::nonfinite;
  }
  f64 loss;
  return take_step(scope, {rows, io_->x, squares, io_->h, g}, scratch, loss) ? Outcome::ok
                                                                             : Outcome::nonfinite;
}

}  // namespace lora
