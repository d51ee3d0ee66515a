// The boundary's functions of trajectories.
#include "engine.hpp"

using namespace lora;

namespace {

template <class Use>
auto with_buffer(u32 handle, Use use) -> decltype(use(*find_trajectory_buffer(handle))) {
  TrajectoryBuffer* buffer = find_trajectory_buffer(handle);
  if (buffer == nullptr) return LORA_E_HANDLE;
  return use(*buffer);
}

}  // namespace

constinit const ObjectKind lora::kTrajectoryBufferKind{
    [](void* object) { static_cast<TrajectoryBuffer*>(object)->destroy(engine.arena); }};

extern "C" {

int32_t lora_trajectory_create(uint32_t capacity, uint32_t dim, uint32_t operators) {
  if (!is_dim(dim)) return LORA_E_SHAPE;
  if (capacity < 1 || operators < 1 || operators > 256) return LORA_E_RANGE;
  if (!engine.open()) return LORA_E_MEMORY;
  return publish(Kind::trajectory_buffer,
                 TrajectoryBuffer::create(engine.arena, capacity, dim, operators));
}

int32_t lora_trajectory_record(uint32_t handle, uint32_t op, uint32_t attention,
                               double execution_ms, double baseline_ms) {
  return lora_trajectory_record_decision(handle, op, attention, execution_ms, baseline_ms, 1,
                                         __builtin_inf(), 0);
}

int32_t lora_trajectory_record_decision(uint32_t handle, uint32_t op, uint32_t attention,
                                        double execution_ms, double baseline_ms, double probability,
                                        double limit, uint32_t stopped) {
  return with_buffer(handle, [=](TrajectoryBuffer& buffer) {
    if (stopped > 1) return LORA_E_OPTION;
    if (op >= buffer.operators() || attention >= kAttentionTypes) return LORA_E_RANGE;
    if (!is_finite(execution_ms) || !is_finite(baseline_ms)) return LORA_E_NONFINITE;
    if (execution_ms <= 0 || baseline_ms <= 0) return LORA_E_RANGE;
    if (!(probability > 0 && probability <= 1 && limit > 0)) return LORA_E_RANGE;
    const Trajectory trajectory{execution_ms,
                                baseline_ms,
                                0,
                                probability,
                                limit,
                                static_cast<u8>(op),
                                static_cast<u8>(attention),
                                stopped == 1};
    return buffer.record(engine.transfer, trajectory) ? LORA_OK : LORA_E_NONFINITE;
  });
}

double lora_trajectory_length(uint32_t handle) {
  return with_buffer(handle, [](TrajectoryBuffer& buffer) -> f64 { return buffer.length(); });
}

double lora_trajectory_total_count(uint32_t handle) {
  return with_buffer(handle, [](TrajectoryBuffer& buffer) { return buffer.total_count(); });
}

double lora_trajectory_success_rate(uint32_t handle) {
  return with_buffer(handle, [](TrajectoryBuffer& buffer) -> f64 {
    return buffer.length() == 0 ? 0 : f64(buffer.count_above(0)) / buffer.length();
  });
}

double lora_trajectory_best_improvement(uint32_t handle) {
  return with_buffer(handle, [](TrajectoryBuffer& buffer) { return buffer.summarize().best; });
}

double lora_trajectory_mean_improvement(uint32_t handle) {
  return with_buffer(handle, [](TrajectoryBuffer& buffer) { return buffer.summarize().mean; });
}

double lora_trajectory_variance(uint32_t handle) {
  return with_buffer(handle, [](TrajectoryBuffer& buffer) { return buffer.summarize().variance; });
}

double lora_trajectory_best_attention(uint32_t handle) {
  return with_buffer(handle,
                     [](TrajectoryBuffer& buffer) -> f64 { return buffer.best_attention(); });
}

double lora_trajectory_high_quality_count(uint32_t handle, double threshold) {
  return with_buffer(handle, [=](TrajectoryBuffer& buffer) -> f64 {
    if (threshold != threshold) return LORA_E_NONFINITE;
    return buffer.count_above(threshold);
  });
}

double lora_trajectory_count_by_operator(uint32_t handle, uint32_t op) {
  return with_buffer(handle, [=](TrajectoryBuffer& buffer) -> f64 {
    if (op >= buffer.operators()) return LORA_E_RANGE;
    return buffer.count_by_operator(op);
  });
}

double lora_trajectory_group(uint32_t handle, uint32_t field, uint32_t key, uint32_t what) {
  return with_buffer(handle, [=](TrajectoryBuffer& buffer) -> f64 {
    if (field > LORA_ATTENTION || what > LORA_GROUP_ERROR) return LORA_E_OPTION;
    const Group group = buffer.group(field == LORA_ATTENTION, key);
    if (what == LORA_GROUP_COUNT) return group.count;
    return what == LORA_GROUP_MEAN ? group.mean : group.standard_error;
  });
}

int32_t lora_trajectory_draw(uint32_t handle, uint32_t by_improvement, uint32_t seed,
                             uint32_t number) {
  return with_buffer(handle, [=](TrajectoryBuffer& buffer) -> i32 {
    if (by_improvement > 1) return LORA_E_OPTION;
    if (buffer.length() == 0) return LORA_E_STATE;
    return static_cast<i32>(buffer.draw(by_improvement == 1, seed, number));
  });
}

double lora_trajectory_get(uint32_t handle, uint32_t index, uint32_t field) {
  return with_buffer(handle, [=](TrajectoryBuffer& buffer) -> f64 {
    if (index >= buffer.length()) return LORA_E_RANGE;
    const Trajectory& trajectory = buffer.at(index);
    switch (field) {
      case LORA_OPERATOR:
        return trajectory.op;
      case LORA_ATTENTION:
        return trajectory.attention;
      case LORA_EXECUTION_MS:
        return trajectory.execution_ms;
      case LORA_BASELINE_MS:
        return trajectory.baseline_ms;
      case LORA_IMPROVEMENT:
        return trajectory.improvement;
      case LORA_PROBABILITY:
        return trajectory.probability;
      case LORA_LIMIT:
        return trajectory.limit;
      case LORA_STOPPED:
        return trajectory.stopped;
      default:
        return LORA_E_OPTION;
    }
  });
}

int32_t lora_trajectory_read(uint32_t handle, uint32_t index) {
  return with_buffer(handle, [=](TrajectoryBuffer& buffer) {
    if (index >= buffer.length()) return LORA_E_RANGE;
    __builtin_memcpy(engine.transfer, buffer.embedding(index), buffer.dim() * sizeof(f32));
    return LORA_OK;
  });
}

int32_t lora_trajectory_set_total_count(uint32_t handle, double count) {
  return with_buffer(handle, [=](TrajectoryBuffer& buffer) {
    return buffer.set_total_count(count) ? LORA_OK : LORA_E_RANGE;
  });
}

int32_t lora_trajectory_reset(uint32_t handle) {
  return with_buffer(handle, [](TrajectoryBuffer& buffer) {
    buffer.reset();
    return LORA_OK;
  });
}
}
