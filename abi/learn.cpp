// The boundary's functions of every query: forward, scores, and all ways to learn.
#include "sets.hpp"

using namespace lora;

static_assert(LORA_MAX_SHOWN == Clicks::kPlaces);

namespace {

bool is_positive(f64 value) {
  return value > 0 && fits_f32(value);
}

// Padded rows: the object's own, or those of the transfer vector.
f32* rows_from(u32 source, f32* own, u32 n, u32 rows) {
  if (source == LORA_FROM_OWN) return own;
  spread(engine.transfer, n, rows, engine.transfer);
  return engine.transfer;
}

// Spreads the vectors of a lesson, and learns it: x (rows, in) at the start of the transfer vector,
// and targets or candidates (count, out) behind it.
f64 learn(u32 handle, u32 scope, u32 count, Lesson& lesson) {
  f64 value = 0;
  const i32 status =
      with_rows(handle, scope, lesson.rows, LORA_FROM_TRANSFER, [&](AdapterSet& set) -> i32 {
        const Shape& shape = set.shape();
        const u32 rows = lesson.rows;
        const u64 needed = u64{rows} * shape.in_padded() + u64{count} * shape.out_padded();
        if (needed > engine.transfer_size ||
            AdapterSet::scratch_floats(set.method(), set.batch(), lesson.candidates) >
                engine.scratch_size) {
          return LORA_E_SHAPE;
        }
        f32* x = engine.transfer;
        lesson.x = x;
        lesson.targets = x + usize{rows} * shape.in_padded();
        spread(x + usize{rows} * shape.in, shape.out, count, lesson.targets);
        spread(x, shape.in, rows, x);
        return status_of(set.learn(scope, lesson, engine.scratch, value));
      });
  return status == LORA_OK ? value : status;
}

}  // namespace

extern "C" {

int32_t lora_forward(uint32_t handle, uint32_t scope, uint32_t rows, uint32_t source) {
  return with_rows(handle, scope, rows, source, [=](AdapterSet& set) {
    f32* x = rows_from(source, set.io().x, set.shape().in, rows);
    return status_of(set.forward(scope, rows, x, engine.scratch));
  });
}

int32_t lora_score(uint32_t handle, uint32_t scope, uint32_t candidates, uint32_t mapped) {
  return with_scope(handle, scope, [=](AdapterSet& set) -> i32 {
    const Shape& shape = set.shape();
    if (mapped > 1) return LORA_E_OPTION;
    const u64 needed = u64{shape.in_padded()} + u64{candidates} * shape.out_padded();
    if (candidates < 1 || needed > engine.transfer_size ||
        AdapterSet::scratch_floats(set.method(), set.batch(), candidates) > engine.scratch_size) {
      return LORA_E_SHAPE;
    }
    f32* x = engine.transfer;
    f32* rows = x + shape.in_padded();
    spread(x + shape.in, shape.out, candidates, rows);
    const f32* cosines = set.score(scope, x, rows, candidates, mapped == 1, engine.scratch);
    if (cosines == nullptr) return LORA_E_NONFINITE;
    __builtin_memcpy(x, cosines, candidates * sizeof(f32));
    return LORA_OK;
  });
}

int32_t lora_adapt(uint32_t handle, uint32_t scope, uint32_t rows, uint32_t source) {
  return with_rows(handle, scope, rows, source, [=](AdapterSet& set) {
    f32* g = rows_from(source, set.io().g, set.shape().out, rows);
    return status_of(set.adapt(scope, rows, g, engine.scratch));
  });
}

double lora_learn(uint32_t handle, uint32_t scope, uint32_t rows, uint32_t loss, double delta,
                  uint32_t mean) {
  const Loss* chosen = loss < kLosses ? kEdition.losses[loss] : nullptr;
  if (chosen == nullptr || mean > 1 || !accepts_mean(*chosen, mean == 1)) return LORA_E_OPTION;
  if (!accepts_delta(*chosen, delta)) return LORA_E_RANGE;
  Lesson lesson{.rows = rows, .loss = chosen, .delta = delta, .mean = mean == 1};
  return learn(handle, scope, rows, lesson);
}

double lora_contrast(uint32_t handle, uint32_t scope, uint32_t rows, uint32_t candidates,
                     uint32_t loss, double parameter) {
  if (loss > LORA_INFO_NCE_OF_SPREAD) return LORA_E_OPTION;
  if (!is_positive(parameter)) return LORA_E_RANGE;
  if (candidates < rows || candidates < 2) return LORA_E_SHAPE;
  Lesson lesson{.rows = rows,
                .candidates = candidates,
                .contrast = {static_cast<ContrastKind>(loss), parameter}};
  return learn(handle, scope, candidates, lesson);
}

double lora_click(uint32_t handle, uint32_t scope, uint32_t shown, uint32_t place, uint32_t mapped,
                  double temperature) {
  if (mapped > 1) return LORA_E_OPTION;
  if (!is_positive(temperature)) return LORA_E_RANGE;
  if (shown < 2 || shown > LORA_MAX_SHOWN || place >= shown) return LORA_E_SHAPE;
  const AdapterSet* set = find_set(handle);
  if (set != nullptr && set->space() == nullptr) return LORA_E_STATE;
  Lesson lesson{.rows = 1,
                .candidates = shown,
                .clicked = place,
                .mapped = mapped == 1,
                .contrast = {ContrastKind::info_nce_of_spread, temperature}};
  return learn(handle, scope, shown, lesson);
}

int32_t lora_reserve(uint32_t handle, uint32_t rows, uint32_t candidates) {
  return with_set(handle, [=](AdapterSet& set) {
    if (rows < 1 || rows > set.batch() || candidates > LORA_MAX_CANDIDATES) return LORA_E_SHAPE;
    const Shape& shape = set.shape();
    return engine.reserve(usize{rows} * shape.in_padded() + usize{candidates} * shape.out_padded(),
                          AdapterSet::scratch_floats(set.method(), set.batch(), candidates))
               ? LORA_OK
               : LORA_E_MEMORY;
  });
}

int32_t lora_accumulate(uint32_t handle, uint32_t scope, uint32_t rows, uint32_t source) {
  return with_rows(handle, scope, rows, source, [=](AdapterSet& set) {
    f32* g = rows_from(source, set.io().g, set.shape().out, rows);
    return status_of(set.accumulate(engine.arena, scope, rows, g, engine.scratch));
  });
}

int32_t lora_step(uint32_t handle, uint32_t scope) {
  return with_scope(handle, scope,
                    [=](AdapterSet& set) { return status_of(set.step(scope, engine.scratch)); });
}

int32_t lora_decay_to_base(uint32_t handle, uint32_t scope, double share) {
  return with_scope(handle, scope, [=](AdapterSet& set) {
    if (!(share >= 0 && share <= 1)) return LORA_E_RANGE;
    set.decay(scope, share);
    return LORA_OK;
  });
}

int32_t lora_adapt_with_reward(uint32_t handle, uint32_t scope, double reward) {
  return with_scope(handle, scope, [=](AdapterSet& set) {
    const bool explores = set.option(scope, kExplore) != 0;
    if (!explores && set.shape().in != set.shape().out) return LORA_E_SHAPE;
    if (!fits_f32(reward)) return LORA_E_NONFINITE;
    return status_of(set.adapt_with_reward(scope, reward, engine.transfer, engine.scratch));
  });
}
}
