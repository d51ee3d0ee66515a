// Chooses one of several arms for a context and a scope, and learns from what it cost.
//
// The cost of an arm is linear in the context but for noise. Its map is a sum of beliefs
// (belief.hpp), each made on first use: one of the scope and arm, one of the category and arm, and
// of latencies one that the arms of a scope share. An arm is drawn with the probability that it is
// the best (Thompson 1933; exact, so what is logged is what was done), and a guard lets it be
// another than the default only where a bank of savings covers the worst of it.
//
//     x^ = x / rms                                    rms of the first 1024 contexts
//     mu = o + sum m,  V = sum v,  s = sigma V^(1/2)   o: running mean of the scope's targets
//     target y = log cost (latency), cost, or -reward; relative to a baseline where one is known
//     observed:        g = (y - mu) / (1 + V),         weight 1
//     stopped at y:    g = sigma H / (1 + V)^(1/2),    weight k / (1 + V - k V)
//                      z = (y - mu) / (sigma (1 + V)^(1/2)),  H = mean_above(z),  k = H (H - z)
//     each belief: mean += P^-1 x^ g, an observation of weight / (1 + weight (V - v))
//
// What an arm's sample is drawn from is N(mu, (t s)^2) for latencies, t being the temperature, and
// N(mu - 3 t s, (t s)^2) for costs and rewards: optimism finds out sooner which of many arms are
// bad. sigma^2 is of the scope, and of latencies drawn from there towards the arm's own: an arm
// that was right a few times is not one without noise.
//
// Targets relative to a baseline have beliefs of their own, without o and without what arms share:
// the default is 0 exactly, and an arm is taken to be like it until more is known.
#pragma once

#include "arena.hpp"
#include "belief.hpp"
#include "pending.hpp"
#include "rng.hpp"

namespace lora {

enum class Objective : u32 { latency, cost, reward };

// Why an arm was chosen: it is the default, of a scope where that has not been seen; the default,
// because the bank does not cover another; or by what is believed.
enum class Reason : u32 { unseen, budget, chosen };

// The numbers of a policy that can be set.
enum PolicyOption : u32 {
  kTemperature,
  kForgetting,
  kFloor,
  kBudget,
  kConfidence,
  kPatience,
  kPolicyOptions
};

struct PolicySpec {
  u32 dim;
  u32 arms;
  u32 memory;
  u32 scopes;
  u32 categories;
  u32 pending;
  u32 default_arm;  // kNoArm without a guard
  Objective objective;
  u32 seed;
};

// What is known of an arm for a context, in units of targets.
struct Outlook {
  f64 mean;       // mu
  f64 variance;   // V
  f64 noise;      // sigma
  f64 deviation;  // s
};

struct Feedback {
  f64 cost;  // or reward
  bool stopped;
  f64 baseline;  // NaN where it is not known
};

// How writing a state ended; where it failed, nothing changed.
enum class Written : u32 { done, refused, full };

// What a choice was.
struct Choice {
  f64 id;  // 0 where nothing can be learned of it
  u32 arm;
  f64 probability;
  f64 limit;
  Reason reason;
};

class Policy {
 public:
  // nullptr where the arena is full.
  static Policy* create(Arena& arena, const PolicySpec& spec);
  void destroy(Arena& arena);

  const PolicySpec& spec() const { return spec_; }
  bool guarded() const { return spec_.default_arm != kNoArm; }
  u32 arms() const { return spec_.arms; }
  bool has_arm(u32 arm) const { return arm < spec_.arms && active_[arm]; }
  u32 active_count() const;
  bool has_free_arm() const { return active_count() < spec_.arms; }
  f64 option(u32 option) const { return state_.options[option]; }
  bool accepts(u32 option, f64 value) const;
  void set_option(u32 option, f64 value) { state_.options[option] = value; }
  void set_category(u32 scope, u32 category) { scopes_[scope].category = category; }

  // The caller's vector: x (dim), padded.
  f32* context() { return context_; }
  // Whether the context's sum of squares is finite.
  bool context_fits();

  // Which arms the next choice may be of: all, or those that are added to none.
  void allow_all();
  void allow_none();
  void allow(u32 arm) { allowed_[arm] = true; }

  // Chooses for the context. Without `explore` it is what would be served, and nothing changes. At
  // least one arm must be allowed, and the default where there is a guard.
  const Choice& choose(u32 scope, bool explore, f64 baseline);
  const Choice& choice() const { return state_.choice; }

  // For each arm the expected cost, its deviation in units of targets, and the probability that
  // `choose` would take it: to (arms, 3), NaN for arms that are not there.
  void predict(u32 scope, f64 baseline, f64* to);

  Fate fate(f64 id) const { return pending_.fate(id); }
  // Of an open decision. Returns false, with nothing changed, where the arena is full.
  bool learn(Arena& arena, f64 id, const Feedback& feedback);
  void cancel(f64 id);
  // An outcome of the context that no choice led to: it is learned from, but not paid.
  bool observe(Arena& arena, u32 scope, u32 arm, const Feedback& feedback);

  f64 bank() const { return state_.bank - state_.reserved; }
  // Outcomes learned of an arm in a scope, and how many of those were stopped.
  f64 outcomes(u32 scope, u32 arm, bool stopped) const;

  // Adds an arm; where another is given it starts from that one's expectations, as uncertain as a
  // new one. Returns its number, kNoArm where the arena is full.
  u32 add_arm(Arena& arena, u32 like);
  void remove_arm(Arena& arena, u32 arm);
  void reset_arm(Arena& arena, u32 arm);
  // As it was at creation, but for arms and options.
  void reset(Arena& arena);

  // The state: numbers, and for each owner (scopes, then categories) and column (0 shared, then
  // two of each arm: absolute and relative) that has a belief its rows; and contexts of decisions.
  u32 owners() const { return spec_.scopes + spec_.categories; }
  u32 columns() const { return 1 + 2 * spec_.arms; }
  u32 rows() const { return 2 + spec_.memory; }
  usize number_count();
  void read_numbers(f64* to);
  // The beliefs that are missing then are made, for their rows; those that are not named go.
  Written write_numbers(Arena& arena, f64* from);
  bool has_belief(u32 owner, u32 column) const { return *place(owner, column) != nullptr; }
  void read_row(u32 owner, u32 column, u32 row, f32* to) const;
  bool write_row(u32 owner, u32 column, u32 row, const f32* from);
  f64 next_open(f64 id) const { return pending_.next_open(id); }
  // The context of a decision that is open.
  f32* context_of(f64 id) { return pending_.context(pending_.slot(id)); }

  // Whether the two have the same spec and arms.
  bool fits(const Policy& other) const;
  // All that such another one has learned, with its options. Returns false, with nothing changed,
  // where the arena is full.
  bool copy(Arena& arena, const Policy& from);

 private:
  // Of targets: absolute ones, and those relative to a baseline.
  struct Frame {
    f64 count;
    f64 mean;
    f64 squares;  // of differences from the mean
    f64 errors;   // sum of e^2 / (1 + V)
  };
  struct Scope {
    u32 category;
    f64 defaults;  // how often the default's cost was seen
    f64 beside;    // how often the default was chosen beside a baseline
    Frame frames[2];
  };
  // All but beliefs, scopes and decisions.
  struct State {
    f64 options[kPolicyOptions];
    f64 bank;
    f64 reserved;
    f64 trials;    // that are open
    f64 squares;   // mean of |x|^2
    f64 contexts;  // of so many, at most 1024
    Rng rng{0, 0};
    Frame all[2];  // over all scopes, for the unit of targets
    Choice choice;
  };
  // Behind a belief in memory.
  struct Tally {
    f64 count;
    f64 errors;
    f64 stopped;
  };
  static constexpr u32 kMaxParts = 3;
  class Tape;

  void** place(u32 owner, u32 column) const {
    return beliefs_ + usize{owner} * (2 * capacity_ + 1) + column;
  }
  void** own_place(u32 owner, u32 arm, bool relative) const {
    return place(owner, 1 + 2 * arm + relative);
  }
  Belief belief(void* memory) const { return {memory, n_, spec_.memory}; }
  Tally& tally(void* memory) const;
  usize belief_bytes() const;
  // Arrays for so many arms; false, with nothing changed, where the arena is full.
  bool make_room(Arena& arena, u32 arms);
  void* make_belief(Arena& arena, void* like) const;
  bool make_parts(Arena& arena, u32 scope, u32 arm, bool relative);
  void release_column(Arena& arena, u32 column);
  void release_arm(Arena& arena, u32 arm);

  // Where the summands of an arm's map are; returns how many there are.
  u32 parts(u32 scope, u32 arm, bool relative, void*** to) const;
  // x^ from x, to scaled_; `count` lets rms learn from it.
  void scale_context(const f32* x, bool count);
  f64 unit(u32 frame) const;
  f64 noise(u32 scope, u32 arm, bool relative) const;
  Guess guess(const void* memory) const;
  Outlook look(u32 scope, u32 arm, bool relative) const;
  f64 sign() const;
  f64 target(f64 cost, f64 baseline) const;
  f64 level(u32 scope, f64 baseline) const;
  f64 need(u32 arm, f64 limit) const;

  // What may be chosen, and what is believed of it.
  Reason weigh(u32 scope, f64 baseline, f64* limit);
  void find_probabilities();
  u32 surest() const;
  u32 draw();
  void remember(u32 scope, f64 baseline, f64 reserved);
  void release(Decision& decision);

  bool teach(Arena& arena, u32 scope, u32 arm, const Feedback& feedback);
  void note(Frame& frame, u32 kind, f64 y);
  void note_level(Scope& scope, f64 cost);
  void settle(Decision& decision, const Feedback& feedback, f64 level);

  static void pass_frame(Tape& tape, Frame& frame);
  bool is_in_slot(f64 id, u32 slot) const;
  void pass_decision(Tape& tape, u32 slot);
  void pass_all(Tape& tape);
  bool match_beliefs(Arena& arena, const f64* flags, const Policy* from);

  PolicySpec spec_;
  State state_;
  Pending pending_;
  u32 n_;
  u32 capacity_;  // of arms
  u32 eligible_count_;
  f32* context_;
  f32* scaled_;
  f32* work_;  // (2, n)
  Scope* scopes_;
  void** beliefs_;  // (owners, 2 capacity + 1)
  // Of arms, (capacity) each.
  void* of_arms_;
  Outlook* outlooks_;
  f64* means_;
  f64* deviations_;
  f64* probabilities_;
  f64* sums_;  // (2, capacity)
  u32* eligible_;
  bool* active_;
  bool* allowed_;
};

}  // namespace lora
