// The boundary's functions of the engine and of adapters: they validate arguments, resolve handles
// and call the core.
#include "../core/platform.hpp"
#include "sets.hpp"

using namespace lora;

namespace {

void release_io(Io* io) {
  if (kEdition.shared_io && io != nullptr) engine.shared_io.release(engine.arena, io);
}

}  // namespace

constinit Engine lora::engine;

constinit const ObjectKind lora::kSetKind{[](void* object) {
  auto* set = static_cast<AdapterSet*>(object);
  release_io(set->shared_io());
  set->destroy(engine.arena);
}};

i32 lora::publish(Kind kind, void* object) {
  if (object == nullptr) return LORA_E_MEMORY;
  const u32 handle = engine.handles.add(engine.arena, kind, object);
  if (handle != 0) return static_cast<i32>(handle);
  kObjectKinds[static_cast<u32>(kind)]->destroy(object);
  return LORA_E_MEMORY;
}

AdapterSet* lora::find_scope(u32 handle, u32 scope) {
  AdapterSet* set = find_set(handle);
  return set != nullptr && scope < set->scopes() ? set : nullptr;
}

AdapterSet* lora::find_adapter(u32 handle, u32 index) {
  AdapterSet* set = find_set(handle);
  return set != nullptr && index < set->scopes() + set->categories() ? set : nullptr;
}

i32 lora::refusal(u32 handle) {
  return find_set(handle) == nullptr ? LORA_E_HANDLE : LORA_E_SCOPE;
}

static_assert(LORA_MAX_RANK == kMaxRank);
static_assert(LORA_NO_CATEGORY == kNoCategory);
static_assert(LORA_PRECONDITIONED + 1 == kOptimizers);
static_assert(LORA_LEARNING_RATE == kRate);
static_assert(LORA_WEIGHT_DECAY == kWeightDecay);
static_assert(LORA_CLIP == kClip);
static_assert(LORA_RATIO == kRatio);
static_assert(LORA_BETA1 == kBeta1);
static_assert(LORA_BETA2 == kBeta2);
static_assert(LORA_EPSILON == kEpsilon);
static_assert(LORA_MAX_DELTA == kMaxDelta);
static_assert(LORA_DECAY == kDecay);
static_assert(LORA_EXPLORE == kExplore);
static_assert(LORA_EXPLORE + 1 == kOptions);
static_assert(LORA_STRIDE(LORA_MAX_DIM + 1) == padded(LORA_MAX_DIM + 1));
static_assert(LORA_TRANSFER >= LORA_STRIDE(LORA_MAX_DIM) && LORA_TRANSFER % kBlock == 0);

namespace {

// For as many, the memory of lora_contrast is there from the start.
constexpr u32 kCandidates = 64;

bool is_positive(f64 value) {
  return value > 0 && fits_f32(value);
}

i32 check_rate(f64 rate) {
  if (!fits_f32(rate)) return LORA_E_NONFINITE;
  return rate < 0 ? LORA_E_RANGE : LORA_OK;
}

template <class Use>
auto with_set(u32 handle, Use use) -> decltype(use(*find_set(handle))) {
  AdapterSet* set = find_set(handle);
  if (set == nullptr) return LORA_E_HANDLE;
  return use(*set);
}

f64 total(u32 handle, f64 Adapter::*count) {
  return with_set(handle, [=](AdapterSet& set) {
    f64 sum = 0;
    for (u32 scope = 0; scope < set.scopes(); ++scope) sum += set.adapter(scope).*count;
    return sum;
  });
}

// Padded rows: the object's own, or those of the transfer vector.
f32* rows_from(u32 source, f32* own, u32 n, u32 rows) {
  if (source == LORA_FROM_OWN) return own;
  spread(engine.transfer, n, rows, engine.transfer);
  return engine.transfer;
}

// The set of a learning call, once its vectors are spread: x (rows, in) at the start of the transfer
// vector, and behind it others (count, out), to where `others` says then. nullptr where an argument
// is not valid, and `status` says which.
AdapterSet* find_learner(u32 handle, u32 scope, u32 rows, u32 count, u32 candidates, f32*& others,
                         i32& status) {
  AdapterSet* learner = nullptr;
  status = with_rows(handle, scope, rows, LORA_FROM_TRANSFER, [&](AdapterSet& set) {
    const Shape& shape = set.shape();
    const u64 needed = u64{rows} * shape.in_padded() + u64{count} * shape.out_padded();
    if (needed > engine.transfer_size ||
        AdapterSet::scratch_floats(set.method(), set.batch(), candidates) > engine.scratch_size) {
      return LORA_E_SHAPE;
    }
    f32* x = engine.transfer;
    others = x + usize{rows} * shape.in_padded();
    spread(x + usize{rows} * shape.in, shape.out, count, others);
    spread(x, shape.in, rows, x);
    learner = &set;
    return LORA_OK;
  });
  return learner;
}

f64 value_or_status(Outcome outcome, f64 value) {
  return outcome == Outcome::ok ? value : f64(status_of(outcome));
}

}  // namespace

extern "C" {

uint32_t lora_version(void) {
  return LORA_ABI_VERSION;
}

uint32_t lora_features(void) {
  return (kEdition.guards ? LORA_GUARDS : 0u) | (kEdition.exploration ? LORA_EXPLORATION : 0u) |
         (kEdition.accumulation ? LORA_ACCUMULATION : 0u);
}

double lora_default_rate(uint32_t optimizer, uint32_t in) {
  const Optimizer* chosen = optimizer < kOptimizers ? kEdition.optimizers[optimizer] : nullptr;
  if (chosen == nullptr) return LORA_E_OPTION;
  return is_dim(in) ? default_rate(*chosen, in) : LORA_E_SHAPE;
}

uint32_t lora_simd(void) {
  return kSimd;
}

int32_t lora_grow(uint32_t bytes) {
  if (bytes != 0 && !memory_grow(bytes)) return LORA_E_MEMORY;
  engine.arena.extend();
  engine.open();
  return LORA_OK;
}

double lora_memory_used(void) {
  return static_cast<f64>(engine.arena.used());
}
double lora_memory_free(void) {
  return static_cast<f64>(engine.arena.free());
}
double lora_memory_largest_free(void) {
  return static_cast<f64>(engine.arena.largest_free());
}
double lora_memory_wanted(void) {
  return static_cast<f64>(engine.arena.wanted());
}

float* lora_transfer(void) {
  return engine.transfer;
}

uint32_t lora_transfer_size(void) {
  return static_cast<u32>(engine.transfer_size);
}

int32_t lora_check(uint32_t count) {
  if (engine.transfer == nullptr) return LORA_E_MEMORY;
  if (count > engine.transfer_size) return LORA_E_SHAPE;
  return all_finite(engine.transfer, count) ? LORA_OK : LORA_E_NONFINITE;
}

int32_t lora_free(uint32_t handle) {
  const Kind kind = engine.handles.kind_of(handle);
  if (kind == Kind::none) return LORA_E_HANDLE;
  kObjectKinds[static_cast<u32>(kind)]->destroy(engine.handles.find(handle, kind));
  engine.handles.remove(handle);
  return LORA_OK;
}

int32_t lora_create(uint32_t in, uint32_t out, uint32_t rank, double alpha, double rate,
                    uint32_t optimizer, uint32_t seed, uint32_t flags, uint32_t scopes,
                    uint32_t categories, uint32_t batch) {
  if (!is_dim(in) || !is_dim(out) || rank < 1 || rank > LORA_MAX_RANK) return LORA_E_SHAPE;
  if (!fits_f32(alpha)) return LORA_E_NONFINITE;
  if (const i32 status = check_rate(rate); status != LORA_OK) return status;
  const Optimizer* chosen = optimizer < kOptimizers ? kEdition.optimizers[optimizer] : nullptr;
  if (chosen == nullptr) return LORA_E_OPTION;
  if ((flags & ~u32{LORA_RESIDUAL | LORA_SHARED_IO}) != 0) return LORA_E_OPTION;
  if (!kEdition.shared_io && (flags & LORA_SHARED_IO) != 0) return LORA_E_OPTION;
  const bool residual = (flags & LORA_RESIDUAL) != 0;
  if (residual && in != out) return LORA_E_SHAPE;
  if (scopes < 1 || scopes > LORA_MAX_SCOPES || categories > scopes) return LORA_E_RANGE;
  if (batch < 1 || batch > LORA_MAX_BATCH) return LORA_E_RANGE;

  const Shape shape{in, out, rank};
  const Method method{shape, chosen, alpha};
  if (!engine.open()) return LORA_E_MEMORY;
  Io* shared = nullptr;
  if (kEdition.shared_io && (flags & LORA_SHARED_IO) != 0) {
    shared = engine.shared_io.acquire(engine.arena, in, out, batch);
    if (shared == nullptr) return LORA_E_MEMORY;
  }
  AdapterSet* set = AdapterSet::create(
      engine.arena, {method, rate, seed, scopes, categories, batch, residual}, shared);
  const u32 handle = set == nullptr ? 0 : engine.handles.add(engine.arena, Kind::set, set);
  const usize rows = usize{batch} * (shape.in_padded() + shape.out_padded());
  if (handle != 0) {
    if (engine.reserve(rows, AdapterSet::scratch_floats(method, batch, kCandidates))) {
      return static_cast<i32>(handle);
    }
    engine.handles.remove(handle);
  }
  if (set != nullptr) set->destroy(engine.arena);
  release_io(shared);
  return LORA_E_MEMORY;
}

float* lora_input(uint32_t handle) {
  AdapterSet* set = find_set(handle);
  return set == nullptr ? nullptr : set->io().x;
}

float* lora_output(uint32_t handle) {
  AdapterSet* set = find_set(handle);
  return set == nullptr ? nullptr : set->io().y;
}

float* lora_gradient(uint32_t handle) {
  AdapterSet* set = find_set(handle);
  return set == nullptr ? nullptr : set->io().g;
}

int32_t lora_forward(uint32_t handle, uint32_t scope, uint32_t rows, uint32_t source) {
  return with_rows(handle, scope, rows, source, [=](AdapterSet& set) {
    f32* x = rows_from(source, set.io().x, set.shape().in, rows);
    return status_of(set.forward(scope, rows, x, engine.scratch));
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
  f64 value = 0;
  f32* targets;
  i32 status;
  AdapterSet* set = find_learner(handle, scope, rows, rows, 0, targets, status);
  if (set == nullptr) return status;
  const TargetBatch batch{rows, engine.transfer, targets, chosen, delta, mean == 1};
  const Outcome outcome = set->learn(scope, batch, engine.scratch, value);
  return value_or_status(outcome, value);
}

double lora_contrast(uint32_t handle, uint32_t scope, uint32_t rows, uint32_t candidates,
                     uint32_t loss, double parameter) {
  if (loss > LORA_TRIPLET) return LORA_E_OPTION;
  if (!is_positive(parameter)) return LORA_E_RANGE;
  if (candidates < rows || candidates < 2) return LORA_E_SHAPE;
  f64 value = 0;
  f32* others;
  i32 status;
  AdapterSet* set = find_learner(handle, scope, rows, candidates, candidates, others, status);
  if (set == nullptr) return status;
  const Contrast contrast{static_cast<ContrastKind>(loss), parameter};
  const ContrastBatch batch{rows, engine.transfer, others, candidates, contrast};
  const Outcome outcome = set->contrast(scope, batch, engine.scratch, value);
  return value_or_status(outcome, value);
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

float* lora_packed_output(uint32_t handle, uint32_t rows) {
  AdapterSet* set = find_set(handle);
  if (set == nullptr || rows > set->batch()) return nullptr;
  return pack(set->io().y, set->shape().out, rows, engine.transfer);
}

double lora_delta_norm(uint32_t handle, uint32_t scope) {
  return with_scope(handle, scope, [=](AdapterSet& set) { return set.delta_norm(scope); });
}

double lora_adapt_count(uint32_t handle, uint32_t scope) {
  return with_scope(handle, scope, [=](AdapterSet& set) { return set.adapter(scope).adapt_count; });
}

double lora_forward_count(uint32_t handle, uint32_t scope) {
  return with_scope(handle, scope,
                    [=](AdapterSet& set) { return set.adapter(scope).forward_count; });
}

double lora_total_adapt_count(uint32_t handle) {
  return total(handle, &Adapter::adapt_count);
}

double lora_total_forward_count(uint32_t handle) {
  return total(handle, &Adapter::forward_count);
}

double lora_param_count(uint32_t handle) {
  return with_set(handle, [](AdapterSet& set) -> f64 {
    return set.shape().rank * (set.shape().in + set.shape().out);
  });
}

double lora_option(uint32_t handle, uint32_t scope, uint32_t option) {
  return with_adapter(handle, scope, [=](AdapterSet& set) -> f64 {
    return option < kOptions ? set.option(scope, static_cast<Option>(option)) : LORA_E_OPTION;
  });
}

int32_t lora_set_option(uint32_t handle, uint32_t scope, uint32_t option, double value) {
  return with_set(handle, [=](AdapterSet& set) -> i32 {
    const bool all = scope == LORA_ALL_SCOPES;
    if (!all && scope >= set.scopes() + set.categories()) return LORA_E_SCOPE;
    if (option >= kOptions) return LORA_E_OPTION;
    const auto which = static_cast<Option>(option);
    const u32 first = all ? 0 : scope;
    if (option >= kEdition.options) {
      return value == set.option(first, which) ? LORA_OK : LORA_E_OPTION;
    }
    if (const i32 status = check_rate(value); status != LORA_OK) return status;
    if (!set.accepts(first, which, value)) return LORA_E_RANGE;
    if (kEdition.exploration && which == kExplore && value != 0 &&
        !set.prepare_exploration(engine.arena)) {
      return LORA_E_MEMORY;
    }
    if (all) {
      set.set_option_of_all(which, value);
    } else {
      set.set_option(scope, which, value);
    }
    return LORA_OK;
  });
}

int32_t lora_reset(uint32_t handle, uint32_t scope) {
  return with_set(handle, [=](AdapterSet& set) {
    if (scope == LORA_ALL_SCOPES) {
      set.reset_all();
    } else if (scope < set.scopes()) {
      set.reset(scope);
    } else {
      return LORA_E_SCOPE;
    }
    return LORA_OK;
  });
}

int32_t lora_set_category(uint32_t handle, uint32_t scope, uint32_t category) {
  return with_scope(handle, scope, [=](AdapterSet& set) {
    if (category != LORA_NO_CATEGORY && category >= set.categories()) return LORA_E_RANGE;
    set.set_category(scope, category);
    return LORA_OK;
  });
}

int32_t lora_set_category_fallback(uint32_t handle, uint32_t on) {
  return with_set(handle, [=](AdapterSet& set) {
    if (on > 1) return LORA_E_OPTION;
    set.set_fallback(on == 1);
    return LORA_OK;
  });
}
}
