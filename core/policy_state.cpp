// Reading the state of a policy out and in again, and copying it.
#include "math.hpp"
#include "policy.hpp"

namespace lora {

namespace {

// What a number of the state may be.
enum class Range : u32 { flag, word, count, positive, share, mean, any, baseline, limit };

bool is_in(Range range, f64 value) {
  // Far beyond what outcomes lead to, and with room for their squares.
  constexpr f64 kMax = 1e80;
  constexpr f64 kMaxMean = 1e26;
  switch (range) {
    case Range::flag:
      return is_whole(value, 2);
    case Range::word:
      return is_whole(value, 0x1p32);
    case Range::count:
      return is_whole(value, 0x1p53);
    case Range::positive:
      return value >= 0 && value <= kMax;
    case Range::share:
      return value >= 0 && value <= 1;
    case Range::mean:
      return abs(value) <= kMaxMean;
    case Range::any:
      return abs(value) <= kMax;
    case Range::baseline:
      return value != value || abs(value) <= kMaxMean;
    default:
      return value >= 0;
  }
}

}  // namespace

// Passes every number of the state in one order, to count, read, check or write them.
class Policy::Tape {
 public:
  enum class Mode : u32 { count, read, check, write };

  Tape(Mode mode, f64* at) : mode_(mode), at_(at) {}

  [[gnu::noinline]] void pass(Range range, f64& value) {
    if (mode_ == Mode::read) *at_ = value;
    if (mode_ == Mode::write) value = *at_;
    if (mode_ == Mode::check && !is_in(range, *at_)) fits_ = false;
    ++at_;
    ++passed_;
  }

  // One that is kept as a whole number; returns what is to be kept.
  u32 pass_word(Range range, u32 value) {
    f64 number = value;
    pass(range, number);
    return static_cast<u32>(number);
  }

  f64 next() const { return *at_; }
  bool checks() const { return mode_ == Mode::check; }
  void refuse() { fits_ = false; }
  bool fits() const { return fits_; }
  usize passed() const { return passed_; }

 private:
  Mode mode_;
  f64* at_;
  usize passed_ = 0;
  bool fits_ = true;
};

void Policy::pass_frame(Tape& tape, Frame& frame) {
  tape.pass(Range::count, frame.count);
  tape.pass(Range::mean, frame.mean);
  tape.pass(Range::positive, frame.squares);
  tape.pass(Range::positive, frame.errors);
}

// Whether it is the id of a decision that this slot of the ring may hold, or of none.
bool Policy::is_in_slot(f64 id, u32 slot) const {
  return id == 0 || (is_whole(id, 0x1p53) && pending_.slot(id) == slot);
}

void Policy::pass_decision(Tape& tape, u32 slot) {
  Decision& decision = pending_.at(slot);
  if (tape.checks() && !is_in_slot(tape.next(), slot)) tape.refuse();
  tape.pass(Range::count, decision.id);
  tape.pass(Range::baseline, decision.baseline);
  tape.pass(Range::limit, decision.limit);
  tape.pass(Range::positive, decision.reserved);
  tape.pass(Range::share, decision.probability);
  if (tape.checks() && !(tape.next() < spec_.scopes)) tape.refuse();
  decision.scope = tape.pass_word(Range::word, decision.scope);
  if (tape.checks() && !(tape.next() < spec_.arms) && tape.next() != kNoArm) tape.refuse();
  decision.arm = tape.pass_word(Range::word, decision.arm);
  decision.open = tape.pass_word(Range::flag, decision.open) != 0;
}

void Policy::pass_all(Tape& tape) {
  f64 last = pending_.last();
  tape.pass(Range::count, last);
  pending_.set_last(last);
  tape.pass(Range::any, state_.bank);
  tape.pass(Range::positive, state_.reserved);
  tape.pass(Range::count, state_.trials);
  tape.pass(Range::positive, state_.squares);
  tape.pass(Range::count, state_.contexts);
  u64 random = state_.rng.state();
  const u32 high = tape.pass_word(Range::word, static_cast<u32>(random >> 32));
  random = u64{high} << 32 | tape.pass_word(Range::word, static_cast<u32>(random));
  state_.rng = Rng(random);
  for (Frame& frame : state_.all) pass_frame(tape, frame);
  for (u32 i = 0; i < spec_.scopes; ++i) {
    tape.pass(Range::count, scopes_[i].defaults);
    tape.pass(Range::count, scopes_[i].beside);
    for (Frame& frame : scopes_[i].frames) pass_frame(tape, frame);
  }
  for (u32 i = 0; i < pending_.capacity(); ++i) pass_decision(tape, i);
  // Where a belief is not there, its numbers are passed by.
  for (u32 i = 0; i < owners() * columns(); ++i) {
    void* memory = *place(i / columns(), i % columns());
    tape.pass_word(Range::flag, memory != nullptr);
    Tally none{};
    Tally& known = memory == nullptr ? none : tally(memory);
    tape.pass(Range::count, known.count);
    tape.pass(Range::positive, known.errors);
    tape.pass(Range::count, known.stopped);
  }
}

usize Policy::number_count() {
  f64 ignored;
  Tape tape(Tape::Mode::count, &ignored);
  pass_all(tape);
  return tape.passed();
}

void Policy::read_numbers(f64* to) {
  Tape tape(Tape::Mode::read, to);
  pass_all(tape);
}

Written Policy::write_numbers(Arena& arena, f64* from) {
  Tape check(Tape::Mode::check, from);
  pass_all(check);
  if (!check.fits()) return Written::refused;
  // The flags come last, with three numbers each.
  const f64* flags = from + check.passed() - 4 * usize{owners()} * columns();
  if (!match_beliefs(arena, flags, nullptr)) return Written::full;
  Tape tape(Tape::Mode::write, from);
  pass_all(tape);
  state_.choice = {pending_.last(), 0, 0, 0, Reason::unseen};
  return Written::done;
}

// Makes the beliefs that are wanted and missing, and then releases those that are not; false, with
// nothing changed, where the arena is full. Wanted are those of another policy, or where it is
// nullptr those with a flag, each the first of four numbers.
bool Policy::match_beliefs(Arena& arena, const f64* flags, const Policy* from) {
  const u32 count = owners() * columns();
  // What was made here has a tally that nothing else has.
  constexpr f64 kNew = -1;
  const auto at = [](const Policy& policy, u32 i) {
    return policy.place(i / policy.columns(), i % policy.columns());
  };
  const auto is_wanted = [=](u32 i) {
    return from == nullptr ? flags[4 * usize{i}] != 0 : *at(*from, i) != nullptr;
  };
  bool full = false;
  for (u32 i = 0; i < count && !full; ++i) {
    void*& belief = *at(*this, i);
    if (belief != nullptr || !is_wanted(i)) continue;
    belief = make_belief(arena, nullptr);
    full = belief == nullptr;
    if (!full) tally(belief).count = kNew;
  }
  for (u32 i = 0; i < count; ++i) {
    void*& belief = *at(*this, i);
    if (belief == nullptr) continue;
    const bool is_new = tally(belief).count == kNew;
    if (is_new) tally(belief).count = 0;
    if (full ? !is_new : is_wanted(i)) continue;
    arena.release(belief);
    belief = nullptr;
  }
  return !full;
}

void Policy::read_row(u32 owner, u32 column, u32 row, f32* to) const {
  belief(*place(owner, column)).read_row(row, spec_.dim, to);
}

bool Policy::write_row(u32 owner, u32 column, u32 row, const f32* from) {
  Belief part = belief(*place(owner, column));
  if (!part.write_row(row, spec_.dim, from)) return false;
  part.refresh(work_);
  return true;
}

bool Policy::fits(const Policy& other) const {
  const PolicySpec& a = spec_;
  const PolicySpec& b = other.spec_;
  if (a.dim != b.dim || a.arms != b.arms || a.memory != b.memory || a.scopes != b.scopes ||
      a.categories != b.categories || a.pending != b.pending || a.default_arm != b.default_arm ||
      a.objective != b.objective) {
    return false;
  }
  for (u32 arm = 0; arm < a.arms; ++arm) {
    if (active_[arm] != other.active_[arm]) return false;
  }
  return true;
}

bool Policy::copy(Arena& arena, const Policy& from) {
  if (!match_beliefs(arena, nullptr, &from)) return false;
  for (u32 i = 0; i < owners() * columns(); ++i) {
    void* memory = *place(i / columns(), i % columns());
    if (memory == nullptr) continue;
    __builtin_memcpy(memory, *from.place(i / columns(), i % columns()), belief_bytes());
  }
  state_ = from.state_;
  __builtin_memcpy(scopes_, from.scopes_, spec_.scopes * sizeof(Scope));
  pending_.copy(from.pending_);
  return true;
}

}  // namespace lora
