// The boundary's functions of the engine, and of adapters but for learning: they validate
// arguments, resolve handles and call the core.
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

i32 check_rate(f64 rate) {
  if (!fits_f32(rate)) return LORA_E_NONFINITE;
  return rate < 0 ? LORA_E_RANGE : LORA_OK;
}

f64 total(u32 handle, f64 Adapter::*count) {
  return with_set(handle, [=](AdapterSet& set) {
    f64 sum = 0;
    for (u32 scope = 0; scope < set.scopes(); ++scope) sum += set.adapter(scope).*count;
    return sum;
  });
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

uint32_t lora_stride(uint32_t length) {
  return LORA_STRIDE(length);
}

float* lora_packed_output(uint32_t handle, uint32_t rows) {
  AdapterSet* set = find_set(handle);
  if (set == nullptr || rows > set->batch()) return nullptr;
  return pack(set->io().y, set->shape().out, rows, engine.transfer);
}

double lora_delta_norm(uint32_t handle, uint32_t scope) {
  return with_scope(handle, scope, [=](AdapterSet& set) { return set.delta_norm(scope); });
}

double lora_mean_cosine(uint32_t handle) {
  return with_set(handle, [](AdapterSet& set) -> f64 { return set.mean_cosine(); });
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
