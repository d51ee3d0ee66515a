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
  Io& io() const { return *io_; }
  // nullptr where the Io is the set's own.
  Io* shared_io() const { return shares_io_ ? io_ : nullptr; }
  f64 rate() const { return rate_; }
  void set_rate(f64 rate) { rate_ = rate; }
  Adapter& adapter(u32 scope) const { return adapters_[scope]; }

  // Those of a scope whose category answers for it do not count as its own.
  void set_category(u32 scope, u32 category);
  void set_fallback(bool on);

  // y = x + alpha B^T A x for this x, which is copied to the input vector if it is another one.
  // Fails, with nothing changed, where A x is not finite.
  Outcome forward(u32 scope, f32* x);

  // One step of gradient descent at the last forward, which was of this scope. g may be any padded
  // vector, scratch another one.
  Outcome adapt(u32 scope, f32* g, f32* scratch);

  // adapt with g = -clamp(reward, -2, 2) x / ||x||, worked out in `g`.
  Outcome adapt_with_reward(u32 scope, f32 reward, f32* g, f32* scratch);

  f64 delta_norm(u32 scope) { return lora::delta_norm(answering(scope), shape_, alpha()); }

  // Back to the state at creation, of one scope or of everything.
  void reset(u32 scope);
  void reset_all();

  // After weights were changed from outside, h is no longer theirs.
  void forget_forward() { last_scope_ = kNoScope; }

 private:
  static constexpr u32 kNoScope = 0xffffffff;

  f32 alpha() const { return static_cast<f32>(alpha_); }
  // nullptr where the scope has no category or fallback is off.
  Adapter* category_of(u32 scope);
  Adapter& answering(u32 scope);
  void initialize(u32 index);

  f64 alpha_;
  f64 rate_;
  Shape shape_;
  u32 scopes_;
  u32 categories_;
  u32 seed_;
  u32 last_scope_;
  bool residual_;
  bool fallback_;
  bool shares_io_;
  void* memory_;
  Io* io_;
  f32* h_;  // A x of the last forward
  Adapter* adapters_;
};

}  // namespace lora
