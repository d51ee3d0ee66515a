// The boundary's functions of policies.
#include "engine.hpp"

using namespace lora;

static_assert(LORA_LATENCY == static_cast<u32>(Objective::latency));
static_assert(LORA_COST == static_cast<u32>(Objective::cost));
static_assert(LORA_REWARD == static_cast<u32>(Objective::reward));
static_assert(LORA_UNSEEN == static_cast<u32>(Reason::unseen));
static_assert(LORA_BUDGET_SPENT == static_cast<u32>(Reason::budget));
static_assert(LORA_CHOSEN == static_cast<u32>(Reason::chosen));
static_assert(LORA_OPEN == static_cast<u32>(Fate::open));
static_assert(LORA_LEARNED == static_cast<u32>(Fate::learned));
static_assert(LORA_FORGOTTEN == static_cast<u32>(Fate::forgotten));
static_assert(LORA_UNKNOWN == static_cast<u32>(Fate::unknown));
static_assert(LORA_TEMPERATURE == kTemperature && LORA_FORGETTING == kForgetting);
static_assert(LORA_FLOOR == kFloor && LORA_BUDGET == kBudget);
static_assert(LORA_CONFIDENCE == kConfidence && LORA_PATIENCE == kPatience);
static_assert(LORA_PATIENCE + 1 == kPolicyOptions);
static_assert(LORA_NO_ARM == kNoArm && LORA_MAX_MEMORY == kMaxMemory);

namespace {

// Of the size of a cost: so much that sums of many stay finite, and no belief leaves f32.
constexpr f64 kMaxCost = 1e25;
// log takes no smaller one.
constexpr f64 kMinLatency = 1e-25;

template <class Use>
auto with_policy(u32 handle, Use use) -> decltype(use(*find_policy(handle))) {
  Policy* policy = find_policy(handle);
  if (policy == nullptr) return LORA_E_HANDLE;
  return use(*policy);
}

template <class Use>
auto with_scope(u32 handle, u32 scope, Use use) -> decltype(use(*find_policy(handle))) {
  return with_policy(handle, [=](Policy& policy) -> decltype(use(policy)) {
    if (scope >= policy.spec().scopes) return LORA_E_SCOPE;
    return use(policy);
  });
}

template <class Use>
auto with_arm(u32 handle, u32 arm, Use use) -> decltype(use(*find_policy(handle))) {
  return with_policy(handle, [=](Policy& policy) -> decltype(use(policy)) {
    if (!policy.has_arm(arm)) return LORA_E_OPTION;
    return use(policy);
  });
}

// With an open decision's id.
template <class Use>
i32 with_open(u32 handle, f64 id, Use use) {
  return with_policy(handle, [=](Policy& policy) -> i32 {
    return policy.fate(id) == Fate::open ? use(policy) : LORA_E_STATE;
  });
}

// With a row of a belief that is there.
template <class Use>
i32 with_belief(u32 handle, u32 owner, u32 column, u32 row, Use use) {
  return with_policy(handle, [=](Policy& policy) -> i32 {
    if (owner >= policy.owners() || column >= policy.columns() || row >= policy.rows()) {
      return LORA_E_SHAPE;
    }
    return policy.has_belief(owner, column) ? use(policy) : LORA_E_STATE;
  });
}

i32 check_cost(const Policy& policy, f64 cost) {
  if (!is_finite(cost)) return LORA_E_NONFINITE;
  if (policy.spec().objective == Objective::latency && !(cost >= kMinLatency)) return LORA_E_RANGE;
  return abs(cost) <= kMaxCost ? LORA_OK : LORA_E_RANGE;
}

// NaN stands for none.
i32 check_baseline(const Policy& policy, f64 baseline) {
  return baseline == baseline ? check_cost(policy, baseline) : LORA_OK;
}

i32 check_feedback(const Policy& policy, f64 cost, u32 stopped, f64 baseline) {
  if (stopped > 1) return LORA_E_OPTION;
  if (stopped == 1 && policy.spec().objective != Objective::latency) return LORA_E_OPTION;
  const i32 status = check_cost(policy, cost);
  return status < 0 ? status : check_baseline(policy, baseline);
}

// The arms of the list at the start of the transfer vector.
i32 allow(Policy& policy, u32 count) {
  if (count == 0) {
    policy.allow_all();
    return LORA_OK;
  }
  if (count > engine.transfer_size) return LORA_E_SHAPE;
  bool has_default = !policy.guarded();
  for (u32 i = 0; i < count; ++i) {
    const f64 arm = engine.transfer[i];
    if (!is_whole(arm, policy.arms()) || !policy.has_arm(static_cast<u32>(arm))) {
      return LORA_E_OPTION;
    }
    has_default = has_default || arm == policy.spec().default_arm;
  }
  if (!has_default) return LORA_E_STATE;
  policy.allow_none();
  for (u32 i = 0; i < count; ++i) policy.allow(static_cast<u32>(engine.transfer[i]));
  return LORA_OK;
}

}  // namespace

constinit const ObjectKind lora::kPolicyKind{
    [](void* object) { static_cast<Policy*>(object)->destroy(engine.arena); }};

extern "C" {

int32_t lora_policy_create(uint32_t dim, uint32_t arms, uint32_t memory, uint32_t scopes,
                           uint32_t categories, uint32_t pending, uint32_t objective,
                           uint32_t default_arm, uint32_t seed) {
  if (!is_dim(dim)) return LORA_E_SHAPE;
  if (arms < 1 || arms > LORA_MAX_ARMS || memory > LORA_MAX_MEMORY) return LORA_E_RANGE;
  if (scopes < 1 || scopes > LORA_MAX_SCOPES || categories > scopes) return LORA_E_RANGE;
  if (pending < 1 || pending > LORA_MAX_PENDING) return LORA_E_RANGE;
  if (default_arm >= arms && default_arm != LORA_NO_ARM) return LORA_E_RANGE;
  if (objective > LORA_REWARD) return LORA_E_OPTION;
  if (!engine.open()) return LORA_E_MEMORY;
  const PolicySpec spec{dim,        arms,    memory,      scopes,
                        categories, pending, default_arm, static_cast<Objective>(objective),
                        seed};
  return publish(Kind::policy, Policy::create(engine.arena, spec));
}

int32_t lora_policy_set_option(uint32_t handle, uint32_t option, double value) {
  return with_policy(handle, [=](Policy& policy) -> i32 {
    if (option > LORA_PATIENCE) return LORA_E_OPTION;
    if (!fits_f32(value)) return LORA_E_NONFINITE;
    if (!policy.accepts(option, value)) return LORA_E_RANGE;
    policy.set_option(option, value);
    return LORA_OK;
  });
}

double lora_policy_option(uint32_t handle, uint32_t option) {
  return with_policy(handle, [=](Policy& policy) -> f64 {
    if (option > LORA_PATIENCE) return LORA_E_OPTION;
    return policy.option(option);
  });
}

int32_t lora_policy_set_category(uint32_t handle, uint32_t scope, uint32_t category) {
  return with_scope(handle, scope, [=](Policy& policy) -> i32 {
    if (category >= policy.spec().categories && category != LORA_NO_CATEGORY) return LORA_E_RANGE;
    policy.set_category(scope, category);
    return LORA_OK;
  });
}

float* lora_policy_context(uint32_t handle) {
  Policy* policy = find_policy(handle);
  return policy == nullptr ? nullptr : policy->context();
}

int32_t lora_policy_set_context(uint32_t handle) {
  return with_policy(handle, [](Policy& policy) -> i32 {
    const u32 dim = policy.spec().dim;
    zero_padding(engine.transfer, dim, 1);
    if (!is_finite(sum_of_squares(engine.transfer, padded(dim)))) return LORA_E_NONFINITE;
    __builtin_memcpy(policy.context(), engine.transfer, padded(dim) * sizeof(f32));
    return LORA_OK;
  });
}

int32_t lora_policy_choose(uint32_t handle, uint32_t scope, uint32_t count, uint32_t explore,
                           double baseline) {
  return with_scope(handle, scope, [=](Policy& policy) -> i32 {
    if (explore > 1) return LORA_E_OPTION;
    i32 status = check_baseline(policy, baseline);
    if (status == LORA_OK && !policy.context_fits()) status = LORA_E_NONFINITE;
    if (status == LORA_OK) status = allow(policy, count);
    if (status < 0) return status;
    return static_cast<i32>(policy.choose(scope, explore == 1, baseline).arm);
  });
}

double lora_policy_choice(uint32_t handle, uint32_t field) {
  return with_policy(handle, [=](Policy& policy) -> f64 {
    const Choice& choice = policy.choice();
    switch (field) {
      case LORA_CHOICE_ID:
        return choice.id;
      case LORA_CHOICE_PROBABILITY:
        return choice.probability;
      case LORA_CHOICE_LIMIT:
        return choice.limit;
      case LORA_CHOICE_REASON:
        return static_cast<u32>(choice.reason);
      default:
        return LORA_E_OPTION;
    }
  });
}

int32_t lora_policy_fate(uint32_t handle, double id) {
  return with_policy(handle,
                     [=](Policy& policy) -> i32 { return static_cast<i32>(policy.fate(id)); });
}

int32_t lora_policy_learn(uint32_t handle, double id, double cost, uint32_t stopped,
                          double baseline) {
  return with_open(handle, id, [=](Policy& policy) -> i32 {
    const i32 status = check_feedback(policy, cost, stopped, baseline);
    if (status < 0) return status;
    return policy.learn(engine.arena, id, {cost, stopped == 1, baseline}) ? LORA_OK : LORA_E_MEMORY;
  });
}

int32_t lora_policy_cancel(uint32_t handle, double id) {
  return with_open(handle, id, [=](Policy& policy) -> i32 {
    policy.cancel(id);
    return LORA_OK;
  });
}

int32_t lora_policy_observe(uint32_t handle, uint32_t scope, uint32_t arm, double cost,
                            uint32_t stopped, double baseline) {
  return with_scope(handle, scope, [=](Policy& policy) -> i32 {
    if (!policy.has_arm(arm)) return LORA_E_OPTION;
    const i32 status = check_feedback(policy, cost, stopped, baseline);
    if (status < 0) return status;
    if (!policy.context_fits()) return LORA_E_NONFINITE;
    const bool done = policy.observe(engine.arena, scope, arm, {cost, stopped == 1, baseline});
    return done ? LORA_OK : LORA_E_MEMORY;
  });
}

int32_t lora_policy_predict(uint32_t handle, uint32_t scope, double baseline) {
  return with_scope(handle, scope, [=](Policy& policy) -> i32 {
    const i32 status = check_baseline(policy, baseline);
    if (status < 0) return status;
    if (!policy.context_fits()) return LORA_E_NONFINITE;
    policy.predict(scope, baseline, numbers());
    return static_cast<i32>(policy.arms());
  });
}

double lora_policy_bank(uint32_t handle) {
  return with_policy(handle, [](Policy& policy) -> f64 {
    numbers()[0] = policy.bank();
    return LORA_OK;
  });
}

double lora_policy_count(uint32_t handle, uint32_t scope, uint32_t arm, uint32_t stopped) {
  return with_scope(handle, scope, [=](Policy& policy) -> f64 {
    if (!policy.has_arm(arm) || stopped > 1) return LORA_E_OPTION;
    return policy.outcomes(scope, arm, stopped == 1);
  });
}

int32_t lora_policy_add_arm(uint32_t handle, uint32_t like) {
  return with_policy(handle, [=](Policy& policy) -> i32 {
    if (like != LORA_NO_ARM && !policy.has_arm(like)) return LORA_E_OPTION;
    if (!policy.has_free_arm() && policy.arms() == LORA_MAX_ARMS) return LORA_E_RANGE;
    const u32 arm = policy.add_arm(engine.arena, like);
    return arm == kNoArm ? LORA_E_MEMORY : static_cast<i32>(arm);
  });
}

int32_t lora_policy_remove_arm(uint32_t handle, uint32_t arm) {
  return with_arm(handle, arm, [=](Policy& policy) -> i32 {
    if (arm == policy.spec().default_arm || policy.active_count() == 1) return LORA_E_STATE;
    policy.remove_arm(engine.arena, arm);
    return LORA_OK;
  });
}

int32_t lora_policy_reset_arm(uint32_t handle, uint32_t arm) {
  return with_arm(handle, arm, [=](Policy& policy) -> i32 {
    policy.reset_arm(engine.arena, arm);
    return LORA_OK;
  });
}

int32_t lora_policy_read_numbers(uint32_t handle) {
  return with_policy(handle, [](Policy& policy) -> i32 {
    const usize count = policy.number_count();
    if (!engine.reserve(2 * count, 0)) return LORA_E_MEMORY;
    policy.read_numbers(numbers());
    return static_cast<i32>(count);
  });
}

int32_t lora_policy_write_numbers(uint32_t handle, uint32_t count) {
  return with_policy(handle, [=](Policy& policy) -> i32 {
    if (count != policy.number_count() || 2 * usize{count} > engine.transfer_size) {
      return LORA_E_SHAPE;
    }
    const Written written = policy.write_numbers(engine.arena, numbers());
    if (written == Written::full) return LORA_E_MEMORY;
    return written == Written::done ? LORA_OK : LORA_E_RANGE;
  });
}

int32_t lora_policy_read_row(uint32_t handle, uint32_t owner, uint32_t column, uint32_t row) {
  return with_belief(handle, owner, column, row, [=](Policy& policy) -> i32 {
    policy.read_row(owner, column, row, engine.transfer);
    return LORA_OK;
  });
}

int32_t lora_policy_write_row(uint32_t handle, uint32_t owner, uint32_t column, uint32_t row) {
  return with_belief(handle, owner, column, row, [=](Policy& policy) -> i32 {
    return policy.write_row(owner, column, row, engine.transfer) ? LORA_OK : LORA_E_RANGE;
  });
}

double lora_policy_next_open(uint32_t handle, double id) {
  return with_policy(handle, [=](Policy& policy) -> f64 { return policy.next_open(id); });
}

int32_t lora_policy_read_context(uint32_t handle, double id) {
  return with_open(handle, id, [=](Policy& policy) -> i32 {
    __builtin_memcpy(engine.transfer, policy.context_of(id), policy.spec().dim * sizeof(f32));
    return LORA_OK;
  });
}

int32_t lora_policy_write_context(uint32_t handle, double id) {
  return with_open(handle, id, [=](Policy& policy) -> i32 {
    const u32 dim = policy.spec().dim;
    zero_padding(engine.transfer, dim, 1);
    if (!is_finite(sum_of_squares(engine.transfer, padded(dim)))) return LORA_E_NONFINITE;
    __builtin_memcpy(policy.context_of(id), engine.transfer, dim * sizeof(f32));
    return LORA_OK;
  });
}

int32_t lora_policy_copy(uint32_t to, uint32_t from) {
  Policy* source = find_policy(from);
  if (source == nullptr) return LORA_E_HANDLE;
  return with_policy(to, [=](Policy& policy) -> i32 {
    if (!policy.fits(*source)) return LORA_E_SHAPE;
    if (&policy == source) return LORA_OK;
    return policy.copy(engine.arena, *source) ? LORA_OK : LORA_E_MEMORY;
  });
}

int32_t lora_policy_reset(uint32_t handle) {
  return with_policy(handle, [](Policy& policy) -> i32 {
    policy.reset(engine.arena);
    return LORA_OK;
  });
}
}
