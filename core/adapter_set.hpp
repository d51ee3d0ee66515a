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
#include "caution.hpp"
#include "contrast.hpp"
#include "edition.hpp"
#include "embedding_space.hpp"
#include "exploration.hpp"
#include "io.hpp"

namespace lora {

// The one exception to statuses being the boundary's: with its numbers, so that nothing has to
// translate them in every call. abi/sets.hpp asserts that they are the same.
enum class Outcome : i32 {
  ok = 0,
  range = -4,
  nonfinite = -6,
  no_forward = -7,
  empty = no_forward,
  full = -8,
};

inline constexpr u32 kNoCategory = 0xffffffff;
inline constexpr u32 kNoPlace = 0xffffffff;

// Rows of x (rows, in), and what their answers are to be near; all padded. With a loss, targets
// (rows, out). With a contrast, candidates (candidates, out): the first `rows` are the positives of
// the rows, and all others are negatives to a row. With a click, of one row, they are a list in the
// order shown, and the positive is the one at `clicked`.
struct Lesson {
  u32 rows;
  u32 candidates = 0;  // 0 with a loss
  u32 clicked = kNoPlace;
  bool mapped = false;  // candidates are in the space already
  const Loss* loss = nullptr;
  f64 delta = 0;
  bool mean = false;
  Contrast contrast{};
  f32* x = nullptr;
  f32* targets = nullptr;
};

// A stack of floats for use within a call, every piece of it 64-byte aligned.
class Scratch {
 public:
  explicit Scratch(f32* from) : next_(from) {}
  f32* take(usize floats) {
    f32* taken = next_;
    next_ += round_up(floats, kBlock);
    return taken;
  }

 private:
  f32* next_;
};

// What a step may follow.
struct LastForward {
  u32 scope;
  u32 rows;       // 0 where there is none
  bool fresh;     // no step was taken since
  bool explored;  // it had noise
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

// Of a set in an embedding space.
struct Membership {
  EmbeddingSpace* space;
  f32* mapped;       // (batch, in): the inputs of the last forward, as they are in the space
  Caution* caution;  // of each scope; nullptr where the whole delta is served
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
  // The one that a scope uses.
  Adapter& effective(u32 scope) const {
    Adapter& own = adapters_[scope];
    Adapter* category = own.started ? nullptr : category_of(scope);
    return category == nullptr ? own : *category;
  }
  // That of a scope, or itself of a category.
  const Adapter& effective_of(u32 index) const {
    return index < scopes_ ? effective(index) : adapters_[index];
  }

  // Those of a scope whose category answers for it do not count as its own.
  void set_category(u32 scope, u32 category);
  void set_fallback(bool on);

  // The space that its vectors are mapped into, nullptr without one: inputs as queries; targets and
  // candidates as documents. `join` takes memory for the mapped inputs, and returns false, with
  // nothing changed, where the arena is full.
  // A step from B = 0 sees of an input what is in the rows of A. So A of adapters that have not
  // learned starts from the leading directions of the space, as far as they are known by then, in
  // place of random ones.
  EmbeddingSpace* space() const {
    return kEdition.spaces && membership_ != nullptr ? membership_->space : nullptr;
  }
  // A cautious set serves the share of its delta that did best.
  bool join(Arena& arena, EmbeddingSpace& space, bool cautious);
  // nullptr where the set is not cautious.
  Caution* caution(u32 scope) const {
    return space() == nullptr || membership_->caution == nullptr ? nullptr
                                                                 : &membership_->caution[scope];
  }
  // The share of its delta that a scope serves.
  f32 served(u32 scope) const { return caution(scope) == nullptr ? 1 : caution(scope)->scale(); }

  // The mean cosine of inputs that came one after the other and are not the same, among the first
  // kPairs of each scope, and of kPairs pairs at most; 2 before kFewPairs were met. High where
  // inputs have a common direction. Always 2 in an edition without spaces.
  f64 mean_cosine() const;

  // Floats that these calls need for use within a call, 64-byte aligned.
  static usize scratch_floats(const Method& method, u32 batch, u32 candidates);

  // An option of one scope, or of all scopes and categories. The value must be in its range.
  f64 option(u32 scope, Option option) const { return adapters_[scope].options[option]; }
  void set_option(u32 scope, Option option, f64 value) { adapters_[scope].options[option] = value; }
  // Whether the value, finite and not negative, is in the range of the option.
  bool accepts(u32 scope, Option option, f64 value) const;
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
  Outcome learn(u32 scope, const Lesson& lesson, f32* scratch, f64& value);

  // Adds the gradient at the last forward to the accumulated ones, and takes a step with their
  // mean. full: of the arena, for the first one; empty: none is accumulated.
  Outcome accumulate(Arena& arena, u32 scope, u32 rows, f32* g, f32* scratch);
  Outcome step(u32 scope, f32* scratch);

  // The cosines of the answer to x and of each candidate (count, out), all padded, in scratch;
  // nullptr where one is not finite. Nothing is kept. With `mapped`, the candidates are in the
  // space already.
  const f32* score(u32 scope, f32* x, f32* candidates, u32 count, bool mapped, f32* scratch) const;

  void decay(u32 scope, f64 share);

  // nullptr before the first scope explores, and always in an edition without exploration.
  Exploration* exploration() const { return kEdition.exploration ? exploration_ : nullptr; }
  // Makes it; returns false, with nothing changed, where the arena is full.
  bool prepare_exploration(Arena& arena);

  // What steps learn from: in a space the mapped inputs, else the inputs themselves.
  f32* inputs() const { return space() == nullptr ? io_->x : membership_->mapped; }

  // The last forward, for as long as a step may follow it; and one from outside, with its h in io.
  LastForward last_forward() const { return io_->last == this ? last_ : LastForward{}; }
  void restore_forward(const LastForward& forward);

  f64 delta_norm(u32 scope) { return lora::delta_norm(effective(scope), method_); }

  // Back to the state at creation, of one scope or of everything.
  void reset(u32 scope);
  void reset_all();

  // After weights were changed from outside, h is no longer theirs.
  void forget_forward() { last_.rows = 0; }

 private:
  static constexpr u8 kPairs = 128;
  static constexpr u8 kFewPairs = 16;

  f32 alpha() const { return static_cast<f32>(method_.alpha); }
  // nullptr where the scope has no category or fallback is off.
  Adapter* category_of(u32 scope) const {
    const u32 category = adapters_[scope].category;
    return fallback_ && category != kNoCategory ? &adapters_[scopes_ + category] : nullptr;
  }
  bool has_forward(u32 scope, u32 rows) const {
    return last_.rows == rows && last_.scope == scope && io_->last == this;
  }
  // Rows as they are in the space, which there is, in scratch.
  f32* map_inputs(u32 rows, f32* x, Scratch& scratch) const;
  // Rows of documents become what they are in the space.
  void map_documents(u32 count, f32* rows) const;
  // What an adapter makes of u and h = A u, with this share of what it learned: u + share (b +
  // alpha B^T h), without u where there is no residual.
  void expand_answer(const Adapter& adapter, const f32* u, const f32* h, f32 share, f32* y) const;
  static bool is_shifted(const Adapter& adapter) {
    return kEdition.spaces && adapter.clicks != nullptr && adapter.clicks->shifted;
  }
  // y += share b, where clicks taught one.
  void add_shift(const Adapter& adapter, f32 share, f32* y) const;
  // x is the input, or becomes it; u is x as it is in the space, h is A u.
  void keep_forward(u32 scope, u32 rows, const f32* x, const f32* u, const f32* h);
  // h and the squares of u for a step; returns false where they are not fit for learning.
  bool project_inputs(u32 scope, u32 rows, const f32* u, f32* h, f32* squares) const;
  // A step of all that learn from it, or of none of them; `clicked` of a click.
  bool take_step(u32 scope, const Examples& examples, Scratch scratch, u32 clicked = kNoPlace);
  // Of a lesson's rows: the mean loss, their answers y, gradients g (rows, out), and what is known
  // after it.
  struct Judgement {
    f32* y;
    f32* g;
    f64 value;
    Spread spread;
    Caution caution;
  };
  Judgement judge(u32 scope, const Lesson& lesson, const f32* u, const f32* squares, const f32* h,
                  Scratch& scratch) const;
  // The rows of the last forward, with these gradients; no rows where x or g is not fit for
  // learning.
  Examples last_examples(u32 rows, f32* g, f32* squares);
  // A step for an adapter to take.
  Step new_step(const Adapter& taker, u32 rows, f32* dense, Scratch& scratch) const;
  void finish_step(Adapter& own, u32 rows, f32 factor, f32* h);
  void explore(u32 scope);
  // The start of A in a space.
  void point_at_directions(Adapter& adapter);
  void meet_inputs(u32 rows, const f32* x);
  void initialize(u32 index);

  Method method_;
  u32 scopes_;
  u32 categories_;
  u32 seed_;
  u32 batch_;
  LastForward last_;
  bool residual_;
  bool fallback_;
  bool shares_io_;
  u8 pairs_;  // of inputs that were met
  Io* io_;
  Adapter* adapters_;
  Exploration* exploration_;
  f32 cosines_;             // of pairs of inputs, added up
  Membership* membership_;  // nullptr without a space
};

}  // namespace lora
