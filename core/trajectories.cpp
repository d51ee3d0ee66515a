// Statistics are sums over the ring each time, from the oldest on: nothing drifts, removal costs
// nothing, and they do not depend on where in memory the oldest is.
#include "trajectories.hpp"

namespace lora {

// One block: [embeddings][the object][records]
Trajectories* Trajectories::create(Arena& arena, u32 capacity, u32 dim, u32 operators) {
  const u32 stride = padded(dim);
  const u64 embeddings = u64{capacity} * stride * sizeof(f32);
  auto* memory = static_cast<u8*>(
      arena.allocate(embeddings + sizeof(Trajectories) + u64{capacity} * sizeof(Trajectory)));
  if (memory == nullptr) return nullptr;
  auto* ring = reinterpret_cast<Trajectories*>(memory + embeddings);
  ring->memory_ = memory;
  ring->embeddings_ = reinterpret_cast<f32*>(memory);
  ring->records_ = reinterpret_cast<Trajectory*>(ring + 1);
  ring->capacity_ = capacity;
  ring->dim_ = dim;
  ring->stride_ = stride;
  ring->operators_ = operators;
  ring->reset();
  return ring;
}

void Trajectories::reset() {
  total_ = 0;
  length_ = 0;
  next_ = 0;
}

bool Trajectories::record(f32* embedding, Trajectory trajectory) {
  trajectory.improvement = trajectory.baseline_ms / trajectory.execution_ms - 1;
  if (!(trajectory.improvement <= kMaxF32)) return false;
  seal(embedding, dim_, 1);
  if (!is_finite(sum_of_squares(embedding, stride_))) return false;
  __builtin_memcpy(embeddings_ + usize{next_} * stride_, embedding, stride_ * sizeof(f32));
  records_[next_] = trajectory;
  next_ = next_ + 1 == capacity_ ? 0 : next_ + 1;
  if (length_ < capacity_) ++length_;
  total_ += 1;
  return true;
}

bool Trajectories::set_total_count(f64 count) {
  const bool whole =
      count >= length_ && count < 0x1p53 && static_cast<f64>(static_cast<u64>(count)) == count;
  if (!whole || (length_ < capacity_ && count != length_)) return false;
  total_ = count;
  return true;
}

Summary Trajectories::summarize() const {
  Summary summary{};
  if (length_ == 0) return summary;
  summary.best = at(0).improvement;
  f64 total = 0;
  for (u32 i = 0; i < length_; ++i) {
    total += at(i).improvement;
    summary.best = max(summary.best, at(i).improvement);
  }
  summary.mean = total / length_;
  if (length_ == 1) return summary;
  f64 squares = 0;
  for (u32 i = 0; i < length_; ++i) {
    const f64 difference = at(i).improvement - summary.mean;
    squares += difference * difference;
  }
  summary.variance = squares / (length_ - 1);
  return summary;
}

u32 Trajectories::best_attention() const {
  f64 totals[kAttentionTypes] = {};
  u32 counts[kAttentionTypes] = {};
  for (u32 i = 0; i < length_; ++i) {
    const Trajectory& trajectory = at(i);
    totals[trajectory.attention] += trajectory.improvement;
    ++counts[trajectory.attention];
  }
  u32 best = 0;
  f64 best_mean = 0;
  bool found = false;
  for (u32 type = 0; type < kAttentionTypes; ++type) {
    if (counts[type] == 0) continue;
    const f64 mean = totals[type] / counts[type];
    if (found && mean <= best_mean) continue;
    found = true;
    best = type;
    best_mean = mean;
  }
  return best;
}

u32 Trajectories::count_above(f64 improvement) const {
  u32 count = 0;
  for (u32 i = 0; i < length_; ++i) count += records_[i].improvement > improvement;
  return count;
}

u32 Trajectories::count_by_operator(u32 op) const {
  u32 count = 0;
  for (u32 i = 0; i < length_; ++i) count += records_[i].op == op;
  return count;
}

}  // namespace lora
