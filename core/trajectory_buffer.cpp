// Statistics are sums over the buffer each time, from the oldest on: nothing drifts, removal costs
// nothing, and they do not depend on where in memory the oldest is.
#include "trajectory_buffer.hpp"

namespace lora {

// One block: [embeddings][the object][records]
TrajectoryBuffer* TrajectoryBuffer::create(Arena& arena, u32 capacity, u32 dim, u32 operators) {
  const u32 stride = padded(dim);
  const u64 embeddings = u64{capacity} * stride * sizeof(f32);
  auto* memory = static_cast<u8*>(
      arena.allocate(embeddings + sizeof(TrajectoryBuffer) + u64{capacity} * sizeof(Trajectory)));
  if (memory == nullptr) return nullptr;
  auto* buffer = reinterpret_cast<TrajectoryBuffer*>(memory + embeddings);
  buffer->memory_ = memory;
  buffer->embeddings_ = reinterpret_cast<f32*>(memory);
  buffer->records_ = reinterpret_cast<Trajectory*>(buffer + 1);
  buffer->capacity_ = capacity;
  buffer->dim_ = dim;
  buffer->stride_ = stride;
  buffer->operators_ = operators;
  buffer->reset();
  return buffer;
}

void TrajectoryBuffer::reset() {
  total_ = 0;
  length_ = 0;
  next_ = 0;
}

bool TrajectoryBuffer::record(f32* embedding, Trajectory trajectory) {
  trajectory.improvement = trajectory.baseline_ms / trajectory.execution_ms - 1;
  if (!(trajectory.improvement <= kMaxF32)) return false;
  zero_padding(embedding, dim_, 1);
  if (!is_finite(sum_of_squares(embedding, stride_))) return false;
  __builtin_memcpy(embeddings_ + usize{next_} * stride_, embedding, stride_ * sizeof(f32));
  records_[next_] = trajectory;
  next_ = next_ + 1 == capacity_ ? 0 : next_ + 1;
  if (length_ < capacity_) ++length_;
  total_ += 1;
  return true;
}

bool TrajectoryBuffer::set_total_count(f64 count) {
  const bool whole =
      count >= length_ && count < 0x1p53 && static_cast<f64>(static_cast<u64>(count)) == count;
  if (!whole || (length_ < capacity_ && count != length_)) return false;
  total_ = count;
  return true;
}

Summary TrajectoryBuffer::summarize() const {
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

u32 TrajectoryBuffer::best_attention() const {
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

u32 TrajectoryBuffer::count_above(f64 improvement) const {
  u32 count = 0;
  for (u32 i = 0; i < length_; ++i) count += records_[i].improvement > improvement;
  return count;
}

u32 TrajectoryBuffer::count_by_operator(u32 op) const {
  u32 count = 0;
  for (u32 i = 0; i < length_; ++i) count += records_[i].op == op;
  return count;
}

Group TrajectoryBuffer::group(bool by_attention, u32 key) const {
  Group group{};
  const auto each = [&](auto use) {
    for (u32 i = 0; i < length_; ++i) {
      const Trajectory& trajectory = at(i);
      if ((by_attention ? trajectory.attention : trajectory.op) == key) use(trajectory.improvement);
    }
  };
  f64 total = 0;
  each([&](f64 improvement) {
    total += improvement;
    ++group.count;
  });
  if (group.count == 0) return group;
  group.mean = total / group.count;
  f64 squares = 0;
  each([&](f64 improvement) {
    const f64 difference = improvement - group.mean;
    squares += difference * difference;
  });
  group.standard_error = sqrt(squares / (group.count - 1.0) / group.count);
  return group;
}

u32 TrajectoryBuffer::draw(bool by_improvement, u32 seed, u32 number) const {
  f64 total = 0;
  for (u32 i = 0; by_improvement && i < length_; ++i) total += max(at(i).improvement, 0.0);
  const f64 share = (1 + f64{Rng(seed, number).uniform()}) / 2;
  if (!(total > 0)) return static_cast<u32>(share * length_);
  f64 left = share * total;
  u32 chosen = 0;
  for (u32 i = 0; i < length_ && left >= 0; ++i) {
    const f64 weight = max(at(i).improvement, 0.0);
    // Rounding may leave a little behind the last one with a weight.
    if (weight > 0) chosen = i;
    left -= weight;
  }
  return chosen;
}

}  // namespace lora
