// Decisions whose outcome is not known yet: a ring of the last ones, by their ids.
#pragma once

#include "base.hpp"

namespace lora {

inline constexpr u32 kNoArm = 0xffffffff;

struct Decision {
  f64 id;        // from 1 on; 0 in a place of the ring that was never used
  f64 baseline;  // NaN where none was passed
  f64 limit;     // infinite where there is none
  f64 reserved;  // of the bank, until the outcome is known
  f64 probability;
  u32 scope;
  u32 arm;  // kNoArm once it was removed
  bool open;
};

// What became of an id.
enum class Fate : u32 { open, learned, forgotten, unknown };

class Pending {
 public:
  static u64 bytes(u32 capacity, u32 n) {
    return capacity * (u64{n} * sizeof(f32) + sizeof(Decision));
  }

  // [contexts][decisions]
  void place(void* memory, u32 capacity, u32 n) {
    contexts_ = static_cast<f32*>(memory);
    decisions_ = reinterpret_cast<Decision*>(contexts_ + usize{capacity} * n);
    capacity_ = capacity;
    n_ = n;
    last_ = 0;
    reset();
  }

  // Forgets all decisions; ids go on, so that no late outcome meets another decision.
  void reset() {
    for (u32 i = 0; i < capacity_; ++i) decisions_[i] = Decision{};
  }

  u32 capacity() const { return capacity_; }
  f64 last() const { return last_; }
  void set_last(f64 id) { last_ = id; }

  Fate fate(f64 id) const {
    if (!(id >= 1 && id <= last_) || static_cast<f64>(static_cast<u64>(id)) != id) {
      return Fate::unknown;
    }
    const Decision& decision = decisions_[slot(id)];
    if (decision.id != id) return Fate::forgotten;
    return decision.open ? Fate::open : Fate::learned;
  }

  // The least id above `id` of a decision that is open, 0 where there is none.
  f64 next_open(f64 id) const {
    f64 best = 0;
    for (u32 i = 0; i < capacity_; ++i) {
      const Decision& decision = decisions_[i];
      if (decision.open && decision.id > id && (best == 0 || decision.id < best)) {
        best = decision.id;
      }
    }
    return best;
  }

  // Of the same capacity and n.
  void copy(const Pending& from) {
    last_ = from.last_;
    __builtin_memcpy(contexts_, from.contexts_, static_cast<usize>(bytes(capacity_, n_)));
  }

  // The place of the next decision, which still has what falls out of the ring.
  Decision& next() { return decisions_[slot(last_ + 1)]; }

  u32 slot(f64 id) const { return static_cast<u32>(static_cast<u64>(id - 1) % capacity_); }
  Decision& at(u32 slot) { return decisions_[slot]; }
  const Decision& at(u32 slot) const { return decisions_[slot]; }
  f32* context(u32 slot) { return contexts_ + usize{slot} * n_; }
  const f32* context(u32 slot) const { return contexts_ + usize{slot} * n_; }

 private:
  f32* contexts_;  // (capacity, n)
  Decision* decisions_;
  f64 last_;
  u32 capacity_;
  u32 n_;
};

}  // namespace lora
