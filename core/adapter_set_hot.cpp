// What every forward and every step runs through: compiled for speed, as the kernels are.
#include "adapter_set.hpp"
#include "kernels_rank2.hpp"

namespace lora {

void AdapterSet::keep_forward(u32 scope, u32 rows, const f32* x, const f32* h) {
  const Shape& shape = method_.shape;
  for (u32 i = 0; i < rows * shape.rank; ++i) io_->h[i] = h[i];
  if (x != io_->x) __builtin_memcpy(io_->x, x, usize{rows} * shape.in_padded() * sizeof(f32));
  last_scope_ = scope;
  last_rows_ = rows;
  fresh_ = true;
  explored_ = false;
  io_->last = this;
  adapters_[scope].forward_count += rows;
}

Outcome AdapterSet::forward(u32 scope, u32 rows, f32* x, f32* scratch) {
  const Adapter& adapter = effective(scope);
  const Shape& shape = method_.shape;
  const u32 rank = shape.rank;
  const u32 in = shape.in_padded();
  zero_padding(x, shape.in, rows);
  const bool explores = adapters_[scope].options[kExplore] != 0 && rows == 1;
  // The common case, without a loop and without memory between its two kernels.
  if (rank == 2 && rows == 1 && residual_) {
    const F32x4 s = rank2::project(adapter.a, x, in);
    const f32 h[2] = {s[0], s[1]};
    if (!is_finite(h[0]) || !is_finite(h[1])) return Outcome::nonfinite;
    rank2::expand_by(adapter.b, alpha() * h[0], alpha() * h[1], x, in, io_->y);
    keep_forward(scope, rows, x, h);
    if (explores) explore(scope);
    return Outcome::ok;
  }
  f32* h = scratch;
  f32* c = h + rows * rank;
  project_rows(adapter.a, rank, x, in, rows, h);
  for (u32 i = 0; i < rows * rank; ++i) {
    if (!is_finite(h[i])) return Outcome::nonfinite;
    c[i] = alpha() * h[i];
  }
  expand_rows(adapter.b, rank, c, residual_ ? x : nullptr, shape.out_padded(), rows, io_->y);
  keep_forward(scope, rows, x, h);
  if (explores) explore(scope);
  return Outcome::ok;
}

Step AdapterSet::new_step(const Adapter& taker, u32 rows, f32* dense, f32*& scratch) const {
  const u32 coefficients = rows * method_.shape.rank;
  Step step{};
  step.options = taker.options;
  step.dense = dense;
  step.c = scratch;
  step.d = step.c + coefficients;
  step.q = step.d + coefficients;
  scratch = step.q + coefficients;
  return step;
}

// Scratch: [whole matrices of the scope][those of the category]; the rest: [gradients of the
// category][c, d, q of the scope][those of the category][its h]
// For size: what it adds to the kernels it calls is not measurable.
[[clang::minsize]] bool AdapterSet::take_step(u32 scope, const Examples& examples, f32* scratch,
                                              f32* rest) {
  Adapter& own = adapters_[scope];
  Adapter& answered = effective(scope);
  Adapter* category = category_of(scope);
  const Shape& shape = method_.shape;
  const u32 rows = examples.rows;
  const u32 rank = shape.rank;
  const u32 in = shape.in_padded();
  const u32 out = shape.out_padded();
  const Optimizer& optimizer = *method_.optimizer;
  if (category == nullptr && optimizer.step_at_once != nullptr &&
      optimizer.step_at_once(own, method_, examples)) {
    finish_step(own, 1, 1, examples.h);
    return true;
  }
  f32* next = rest + usize{rows} * out;
  Step step = new_step(own, rows, scratch, next);
  if (!optimizer.prepare(answered, method_, examples, step)) return false;

  f32 factor;
  if (category == nullptr) {
    factor = optimizer.apply(own, method_, step, examples);
    finish_step(own, rows, factor, examples.h);
    return true;
  }
  Step category_step = new_step(*category, rows, scratch + dense_floats(method_), next);
  if (category == &answered) {
    if (!optimizer.prepare(*category, method_, examples, category_step)) return false;
    copy_learned(own, answered, method_);
    factor = optimizer.apply(own, method_, step, examples);
    optimizer.apply(*category, method_, category_step, examples);
  } else {
    // The residual is in both outputs and cancels: alpha (Bc^T Ac x - B^T h) is the difference.
    f32* h = next;
    for (u32 j = 0; j < rows; ++j) {
      f32 c[kMaxRank];
      f32* g = rest + usize{j} * out;
      f32* category_h = h + j * rank;
      project(category->a, rank, examples.x + usize{j} * in, in, category_h);
      for (u32 k = 0; k < rank; ++k) c[k] = alpha() * category_h[k];
      expand(category->b, rank, c, examples.g + usize{j} * out, out, g);
      for (u32 k = 0; k < rank; ++k) c[k] = -(alpha() * examples.h[j * rank + k]);
      expand(own.b, rank, c, g, out, g);
    }
    const Examples of_category{rows, true, examples.x, examples.x_squares, h, rest};
    if (!optimizer.prepare(*category, method_, of_category, category_step)) return false;
    factor = optimizer.apply(own, method_, step, examples);
    optimizer.apply(*category, method_, category_step, of_category);
  }
  finish_step(own, rows, factor, examples.h);
  return true;
}

void AdapterSet::finish_step(Adapter& own, u32 rows, f32 factor, f32* h) {
  for (u32 i = 0; factor != 1 && i < rows * method_.shape.rank; ++i) h[i] *= factor;
  fresh_ = false;
  own.started = true;
  own.adapt_count += 1;
}

Examples AdapterSet::last_examples(u32 rows, f32* g, f32* squares) {
  const Shape& shape = method_.shape;
  const u32 in = shape.in_padded();
  zero_padding(io_->x, shape.in, rows);
  zero_padding(g, shape.out, rows);
  for (u32 j = 0; j < rows; ++j) {
    squares[j] = sum_of_squares(io_->x + usize{j} * in, in);
    if (!is_finite(squares[j])) return {};
  }
  return {rows, fresh_, io_->x, squares, io_->h, g};
}

// Scratch after the whole matrices: [squares of x][what take_step needs]
Outcome AdapterSet::adapt(u32 scope, u32 rows, f32* g, f32* scratch) {
  if (!has_forward(scope, rows)) return Outcome::no_forward;
  f32* squares = scratch + 2 * dense_floats(method_);
  const Examples examples = last_examples(rows, g, squares);
  const bool taken =
      examples.rows != 0 && take_step(scope, examples, scratch, squares + padded(rows));
  return taken ? Outcome::ok : Outcome::nonfinite;
}

}  // namespace lora
