// A set of adapters of one shape, one per scope, with a further one per category of scopes.
// A single adapter is a set of one scope and no category.
//
// Category fallback: a scope that has not learned yet answers from its category. Its first step
// starts from a copy of the category's weights, so the output moves by that step and no more, and
// from then on the scope answers alone: what others learn no longer touches it. The category keeps
// learning from all its scopes, towards the output each step asks for: where a scope answered y and
// was given the gradient g, the category learns y - g by half the squared error, that is with the
// gradient g + (its own output - y). For that loss this is the same as training it on its own.
#pragma once

#include "accumulator.hpp"
#include "delta_sum.hpp"
#include "edition.hpp"
#include "io.hpp"
#include "losses.hpp"
#include "math.hpp"
#include "optimizer.hpp"
#include "state.hpp"

namespace lora {

// With the numbers of the boundary's statuses, so that nothing has to translate them.
enum class Outcome : i32 {
  ok = 0,
  range = -4,
  nonfinite = -6,
  no_forward = -7,
  empty = no_forward,
  full = -8,
};

inline constexpr u32 kNoCategory = 0xffffffff;

// How a scope explores: the noise of its last forward, and running moments of its rewards.
struct Exploration {
  f32* noise;  // (out), padded
  Rng rng;
  f64 count;
  f64 mean;
  f64 variance;

  // The reward in standard deviations above the mean, at most 3 either way; 0 for the first one.
  // Outliers count as 3. Neither the scale nor an offset of all rewards matters.
  f64 advantage(f64 reward);
};

// Rows of x (rows, in) and what their answers should be: targets (rows, out), or where `candidates`
// is not 0, so many of them, of which the first `rows` are the positives of the rows and all others
// are negatives to a row. All padded.
struct Batch {
  u32 rows;
  f32* x;
  f32* targets;
  Loss loss;
  u32 candidates;
  Contrast contrast;
};

struct SetSpec {
  Method method;
  f64 rate;
  u32 seed;
  u32 scopes;
  u32 categories;
  u32 batch;
  bool residual;
};

class AdapterSet {
 public:
  // nullptr where the arena is full. Without `shared`, the set has an Io of its own.
  static AdapterSet* create(Arena& arena, const SetSpec& spec, Io* shared);
  void destroy(Arena& arena);

  const Shape& shape() const { return method_.shape; }
  const Method& method() const { return method_; }
  u32 scopes() const { return scopes_; }
  u32 categories() const { return categories_; }
  u32 batch() const { return batch_; }
  Io& io() const { return *io_; }
  // nullptr where the Io is the set's own.
  Io* shared_io() const { return shares_io_ ? io_ : nullptr; }
  Adapter& adapter(u32 index) const { return adapters_[index]; }
  // The one by which a scope answers.
  Adapter& effective(u32 scope) const {
    Adapter& own = adapters_[scope];
    Adapter* category = own.started ? nullptr : category_of(scope);
    return category == nullptr ? own : *category;
  }

  // Those of a scope whose category answers for it do not count as its own.
  void set_category(u32 scope, u32 category);
  void set_fallback(bool on);

  // Floats that these calls need for use within a call, 64-byte aligned.
  static usize scratch_floats(const Method& method, u32 batch, u32 candidates);

  // An option of one scope, or of all scopes and categories. The value must be in its range.
  f64 option(u32 scope, Option option) const { return adapters_[scope].options[option]; }
  void set_option(u32 scope, Option option, f64 value) { adapters_[scope].options[option] = value; }
  void set_option_of_all(Option option, f64 value);

  // y = x + alpha B^T A x for each row of x, which is copied to the input if it lies elsewhere; one
  // row alone with noise where the scope explores.
  // Fails, with nothing changed, where A x is not finite.
  Outcome forward(u32 scope, u32 rows, f32* x, f32* scratch);

  // One step at the last forward, which was of this scope and of as many rows, with the mean of
  // their gradients. g may be any padded rows.
  Outcome adapt(u32 scope, u32 rows, f32* g, f32* scratch);

  // Without exploration: adapt with g = -clamp(reward, -2, 2) x / ||x||, worked out in `g`. With
  // it: the policy gradient, by the noise of the last forward and a running baseline.
  Outcome adapt_with_reward(u32 scope, f64 reward, f32* g, f32* scratch);

  // forward and adapt with the gradient of the mean of the losses, which becomes `value`. Where it
  // fails nothing has changed but the batch's vectors and scratch.
  Outcome learn(u32 scope, const Batch& batch, f32* scratch, f64& value);

  // Adds the gradient at the last forward to the accumulated ones, and takes a step with their mean.
  // full: of the arena, for the first one; empty: none is accumulated.
  Outcome accumulate(Arena& arena, u32 scope, u32 rows, f32* g, f32* scratch);
  Outcome step(u32 scope, f32* scratch);

  void decay(u32 scope, f64 share);

  // What scopes explore with; returns false, with nothing changed, where the arena is full.
  bool prepare_exploration(Arena& arena);

  // ---- state.cpp: an index is that of a scope, or `scopes` and more for a category ----

  u32 columns(Matrix matrix) const;
  // A row to and from a plain vector; false or `empty` where the set has no such matrix. write_row
  // expects finite numbers, and squares that are not negative.
  bool read_row(u32 index, Matrix matrix, u32 row, f32* to) const;
  Outcome write_row(Arena& arena, u32 index, Matrix matrix, u32 row, const f32* from);

  // The Numbers of an adapter; to be written after its matrices.
  usize number_count() const;
  void read_numbers(u32 index, f64* to) const;
  Outcome write_numbers(Arena& arena, u32 index, const f64* from);

  // The ForwardNumbers, for as long as a step may follow; to be written last.
  usize max_forward_numbers() const;
  usize read_forward(f64* to) const;
  Outcome write_forward(const f64* from, usize count);

  // Whether copy_from may be called: the same shape, alpha, optimizer and numbers of scopes.
  bool is_alike(const AdapterSet& other) const;
  // All that was learned, counts and noise included, and not the last forward.
  Outcome copy_from(Arena& arena, const AdapterSet& from, bool with_options);

  // That by which a scope answers, or that of a category.
  const Adapter& source(u32 index) const {
    return index < scopes_ ? effective(index) : adapters_[index];
  }
  // w (in) += weight alpha B^T A of this row of the delta; w is padded.
  void merge_row(u32 scope, u32 row, f32 weight, f32* w) const;
  // The adapter becomes what the sum is, see DeltaSum::take, with a new state of its optimizer.
  bool take_sum(u32 index, DeltaSum& sum, bool mean, f64 max_norm);

  f64 delta_norm(u32 scope) { return lora::delta_norm(effective(scope), method_); }

  // Back to the state at creation, of one scope or of everything.
  void reset(u32 scope);
  void reset_all();

  // After weights were changed from outside, h is no longer theirs.
  void forget_forward() { last_rows_ = 0; }

 private:
  f32 alpha() const { return static_cast<f32>(method_.alpha); }
  // nullptr where the scope has no category or fallback is off.
  Adapter* category_of(u32 scope) const {
    const u32 category = adapters_[scope].category;
    return fallback_ && category != kNoCategory ? &adapters_[scopes_ + category] : nullptr;
  }
  bool has_forward(u32 scope, u32 rows) const {
    return last_rows_ == rows && last_scope_ == scope && io_->last == this;
  }
  // x is the input, or becomes it; h is A x.
  void keep_forward(u32 scope, u32 rows, const f32* x, const f32* h);
  // h and the squares of x for a step; returns false where they are not fit for learning.
  bool answer(u32 scope, u32 rows, f32* x, f32* h, f32* squares) const;
  // A step of all that learn from it, or of none of them.
  bool take_step(u32 scope, const Examples& examples, f32* scratch, f32* rest);
  // The rows of the last forward, with these gradients; no rows where x or g is not fit for
  // learning.
  Examples last_examples(u32 rows, f32* g, f32* squares);
  // A step for an adapter to take, with memory off `scratch`, and for whole matrices from `whole`.
  Step new_step(const Adapter& taker, u32 rows, f32* dense, f32*& scratch) const;
  void finish_step(Adapter& own, u32 rows, f32 factor, f32* h);
  // Adds noise to the answer.
  void explore(u32 scope);
  // The exploration as it was at creation.
  void restart(u32 scope);
  void initialize(u32 index);
  bool prepare_copy(Arena& arena, const AdapterSet& from);
  // nullptr where there is none.
  f32* find_matrix(u32 index, Matrix matrix) const;

  Method method_;
  u32 scopes_;
  u32 categories_;
  u32 seed_;
  u32 batch_;
  u32 last_scope_;
  u32 last_rows_;  // 0 where there is no forward to learn from
  bool fresh_;     // no step was taken since that forward
  bool explored_;  // that forward had noise
  bool residual_;
  bool fallback_;
  bool shares_io_;
  Io* io_;
  Adapter* adapters_;
  Exploration* explorations_;  // (scopes); nullptr before the first one explores
};

}  // namespace lora
