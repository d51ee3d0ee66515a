// A buffer of the last `capacity` trajectories: what was tried, and how well it went.
#pragma once

#include "arena.hpp"
#include "kernels.hpp"
#include "rng.hpp"

namespace lora {

inline constexpr u32 kAttentionTypes = 256;

struct Trajectory {
  f64 execution_ms;
  f64 baseline_ms;
  f64 improvement;  // baseline / execution - 1
  f64 probability;  // with which it was chosen
  f64 limit;        // where it was to be stopped; infinite where there was none
  u8 op;
  u8 attention;
  bool stopped;
};

struct Summary {
  f64 best;  // improvement
  f64 mean;
  f64 variance;  // of the sample: n - 1
};

struct Group {
  u32 count;
  f64 mean;            // improvement; 0 where there are none
  f64 standard_error;  // of the mean; NaN where there are fewer than 2
};

class TrajectoryBuffer {
 public:
  // nullptr where the arena is full.
  static TrajectoryBuffer* create(Arena& arena, u32 capacity, u32 dim, u32 operators);
  void destroy(Arena& arena) { arena.release(memory_); }

  u32 dim() const { return dim_; }
  u32 operators() const { return operators_; }
  u32 length() const { return length_; }
  // Of all that was ever recorded, since the last reset.
  f64 total_count() const { return total_; }
  // As if others had been recorded before those in the buffer: a whole number, not below the
  // length, and above it only where the buffer is full. Returns false, with nothing changed, for
  // another.
  bool set_total_count(f64 count);

  // Takes the place of the oldest where the buffer is full. Fails, with nothing changed, where the
  // embedding's sum of squares or the improvement is not finite in f32.
  bool record(f32* embedding, Trajectory trajectory);

  // index 0 is the oldest
  const Trajectory& at(u32 index) const { return records_[slot(index)]; }
  const f32* embedding(u32 index) const { return embeddings_ + usize{slot(index)} * stride_; }

  // All of these are over the trajectories now in the buffer, and 0 where there are none.
  Summary summarize() const;
  // The attention type with the highest mean improvement, the lower number at a tie.
  u32 best_attention() const;
  u32 count_above(f64 improvement) const;
  u32 count_by_operator(u32 op) const;
  // Of those with this operator, or attention type.
  Group group(bool by_attention, u32 key) const;

  // The index of one of them, drawn from a stream of the seed of its own: each as likely as any
  // other, or in proportion to its improvement where that is positive (or as any other where none
  // is). The buffer must not be empty.
  u32 draw(bool by_improvement, u32 seed, u32 number) const;

  void reset();

 private:
  // The buffer is stored in order until it is full, then `next_` is the oldest.
  u32 slot(u32 index) const { return length_ < capacity_ ? index : (next_ + index) % capacity_; }

  f64 total_;
  void* memory_;
  f32* embeddings_;
  Trajectory* records_;
  u32 capacity_;
  u32 dim_;
  u32 stride_;
  u32 operators_;
  u32 length_;
  u32 next_;
};

}  // namespace lora
