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

#include "io.hpp"

namespace lora {

enum class Outcome { ok, nonfinite, no_forward };

inline constexpr u32 kNoCategory = 0xffffffff;

struct SetSpec {
  Shape shape;
  f64 alpha;
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
  void destroy(Arena& arena) { arena.release(memory_); }

  const Shape& shape() const { return shape_; }
  u32 scopes() const { return scopes_; }
  u32 categories() const { return categories_; }
  u32 batch() const { return batch_; }
  Io& io() const { return *io_; }
  // nullptr where the Io is the set's own.
  Io* shared_io() const { return shares_io_ ? io_ : nullptr; }
  f64 rate() const { return rate_; }
  void set_rate(f64 rate) { rate_ = rate; }
  Adapter& adapter(u32 scope) const { return adapters_[scope]; }

  // Those of a scope whose category answers for it do not count as its own.
  void set_category(u32 scope, u32 category);
  void set_fallback(bool on);

  // Floats that adapt and learn need for use within a call, 64-byte aligned.
  static constexpr usize scratch_floats(const Shape& shape, u32 batch) {
    return batch * (2 * usize{shape.out_padded()} + 6 * usize{shape.rank} + 1);
  }

  // y = x + alpha B^T A x for each row of x, which is copied to the input if it lies elsewhere.
  // Fails, with nothing changed, where A x is not finite.
  Outcome forward(u32 scope, u32 rows, f32* x, f32* scratch);

  // One step of gradient descent at the last forward, which was of this scope and of as many rows,
  // with the mean of their gradients. g may be any padded rows.
  Outcome adapt(u32 scope, u32 rows, f32* g, f32* scratch);

  // adapt with g = -clamp(reward, -2, 2) x / ||x||, worked out in `g`.
  Outcome adapt_with_reward(u32 scope, f32 reward, f32* g, f32* scratch);

  // forward of x and adapt with the gradient of the mean over the rows of 0.5 ||y - target||^2,
  // which becomes `loss`. Where it fails nothing has changed but x, target and scratch.
  Outcome learn(u32 scope, u32 rows, f32* x, f32* target, f32* scratch, f64& loss);

  f64 delta_norm(u32 scope) { return lora::delta_norm(answering(scope), shape_, alpha()); }

  // Back to the state at creation, of one scope or of everything.
  void reset(u32 scope);
  void reset_all();

  // After weights were changed from outside, h is no longer theirs.
  void forget_forward() { last_rows_ = 0; }

 private:
  f32 alpha() const { return static_cast<f32>(alpha_); }
  // nullptr where the scope has no category or fallback is off.
  Adapter* category_of(u32 scope) const {
    const u32 category = adapters_[scope].category;
    return fallback_ && category != kNoCategory ? &adapters_[scopes_ + category] : nullptr;
  }
  Adapter& answering(u32 scope) const {
    Adapter& own = adapters_[scope];
    Adapter* category = own.started ? nullptr : category_of(scope);
    return category == nullptr ? own : *category;
  }
  // x is the input, or becomes it; h is A x.
  void keep_forward(u32 scope, u32 rows, const f32* x, const f32* h);
  // A step of all that learn from it, or of none of them.
  bool take_step(u32 scope, const Examples& examples, f32* scratch, f64& squares);
  // take_step for one row of rank 2, the output of which is worked out on the way: to the same
  // bits, in one pass over B. Answers false, with nothing changed, where it cannot be sure
  // beforehand that all numbers stay finite.
  bool answer_and_step(u32 scope, const f32* x, f32 x_squares, const f32* h, const f32* target,
                       f64& squares);
  void initialize(u32 index);

  f64 alpha_;
  f64 rate_;
  Shape shape_;
  u32 scopes_;
  u32 categories_;
  u32 seed_;
  u32 batch_;
  u32 last_scope_;
  u32 last_rows_;  // 0 where there is no forward to learn from
  bool residual_;
  bool fallback_;
  bool shares_io_;
  void* memory_;
  Io* io_;
  Adapter* adapters_;
};

}  // namespace lora
