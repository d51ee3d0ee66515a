// Making a policy, its memory and its arms.
#include "policy.hpp"

namespace lora {

// One block: [context][scaled][work][contexts of decisions][decisions][the object][scopes]
Policy* Policy::create(Arena& arena, const PolicySpec& spec) {
  const u32 n = padded(spec.dim);
  const u64 vectors = 4 * u64{n} * sizeof(f32);
  const u64 pending = Pending::bytes(spec.pending, n);
  auto* memory = static_cast<u8*>(
      arena.allocate(vectors + pending + sizeof(Policy) + spec.scopes * sizeof(Scope)));
  if (memory == nullptr) return nullptr;
  auto* policy = reinterpret_cast<Policy*>(memory + vectors + pending);
  policy->spec_ = spec;
  policy->n_ = n;
  policy->context_ = reinterpret_cast<f32*>(memory);
  policy->scaled_ = policy->context_ + n;
  policy->work_ = policy->scaled_ + n;
  policy->pending_.place(memory + vectors, spec.pending, n);
  policy->scopes_ = reinterpret_cast<Scope*>(policy + 1);
  policy->capacity_ = 0;
  policy->of_arms_ = nullptr;
  if (!policy->make_room(arena, spec.arms)) {
    arena.release(memory);
    return nullptr;
  }
  __builtin_memset(policy->context_, 0, n * sizeof(f32));
  for (u32 arm = 0; arm < spec.arms; ++arm) policy->active_[arm] = true;
  for (u32 scope = 0; scope < spec.scopes; ++scope) policy->scopes_[scope].category = kNoArm;
  constexpr f64 kDefaults[kPolicyOptions] = {0.25, 1, 0, 0.1, 1, 2};
  for (u32 i = 0; i < kPolicyOptions; ++i) policy->state_.options[i] = kDefaults[i];
  if (spec.objective != Objective::latency) policy->state_.options[kTemperature] = 0.1;
  policy->reset(arena);
  return policy;
}

void Policy::destroy(Arena& arena) {
  for (u32 column = 0; column < columns(); ++column) release_column(arena, column);
  arena.release(of_arms_);
  arena.release(context_);
}

// One block, of arms: [outlooks][means][deviations][probabilities][sums][beliefs][eligible][active]
// [allowed]
bool Policy::make_room(Arena& arena, u32 arms) {
  if (arms <= capacity_) return true;
  const u32 capacity = max(arms, 2 * capacity_);
  const u64 numbers = u64{capacity} * (sizeof(Outlook) + 5 * sizeof(f64));
  const usize beliefs = owners() * (2 * usize{capacity} + 1) * sizeof(void*);
  auto* memory = static_cast<u8*>(arena.allocate(numbers + beliefs + capacity * u64{6}));
  if (memory == nullptr) return false;
  auto** places = reinterpret_cast<void**>(memory + numbers);
  auto* eligible = reinterpret_cast<u32*>(memory + numbers + beliefs);
  auto* active = reinterpret_cast<bool*>(eligible + capacity);
  __builtin_memset(places, 0, beliefs);
  __builtin_memset(active, 0, 2 * usize{capacity});
  if (of_arms_ != nullptr) {
    for (u32 owner = 0; owner < owners(); ++owner) {
      __builtin_memcpy(places + usize{owner} * (2 * capacity + 1), place(owner, 0),
                       columns() * sizeof(void*));
    }
    __builtin_memcpy(active, active_, spec_.arms);
    arena.release(of_arms_);
  }
  of_arms_ = memory;
  capacity_ = capacity;
  outlooks_ = reinterpret_cast<Outlook*>(memory);
  means_ = reinterpret_cast<f64*>(outlooks_ + capacity);
  deviations_ = means_ + capacity;
  probabilities_ = deviations_ + capacity;
  sums_ = probabilities_ + capacity;
  beliefs_ = places;
  eligible_ = eligible;
  active_ = active;
  allowed_ = active + capacity;
  return true;
}

Policy::Tally& Policy::tally(void* memory) const {
  return *reinterpret_cast<Tally*>(static_cast<u8*>(memory) + Belief::bytes(n_, spec_.memory));
}

usize Policy::belief_bytes() const {
  return Belief::bytes(n_, spec_.memory) + sizeof(Tally);
}

void* Policy::make_belief(Arena& arena, void* like) const {
  void* memory = arena.allocate(belief_bytes());
  if (memory == nullptr) return nullptr;
  if (like == nullptr) {
    belief(memory).reset(nullptr);
  } else {
    const Belief other = belief(like);
    belief(memory).reset(&other);
  }
  tally(memory) = {};
  return memory;
}

void Policy::release_column(Arena& arena, u32 column) {
  for (u32 owner = 0; owner < owners(); ++owner) {
    void** at = place(owner, column);
    if (*at != nullptr) arena.release(*at);
    *at = nullptr;
  }
}

void Policy::release_arm(Arena& arena, u32 arm) {
  for (u32 i = 0; i < 2; ++i) release_column(arena, 1 + 2 * arm + i);
}

u32 Policy::active_count() const {
  u32 count = 0;
  for (u32 arm = 0; arm < spec_.arms; ++arm) count += active_[arm];
  return count;
}

u32 Policy::add_arm(Arena& arena, u32 like) {
  // Until all are there, each new belief has the one that was made before it in place of a tally.
  void* last = nullptr;
  const auto before = [this](void* memory) { return reinterpret_cast<void**>(&tally(memory)); };
  const auto is_known = [=, this](u32 i) {
    return like != kNoArm && *own_place(i / 2, like, i % 2 == 1) != nullptr;
  };
  bool fits = true;
  for (u32 i = 0; i < 2 * owners() && fits; ++i) {
    if (!is_known(i)) continue;
    void* made = make_belief(arena, *own_place(i / 2, like, i % 2 == 1));
    fits = made != nullptr;
    if (!fits) break;
    *before(made) = last;
    last = made;
  }
  u32 arm = 0;
  while (arm < spec_.arms && active_[arm]) ++arm;
  if (!fits || !make_room(arena, arm + 1)) {
    while (last != nullptr) {
      void* next = *before(last);
      arena.release(last);
      last = next;
    }
    return kNoArm;
  }
  for (u32 i = 2 * owners(); i-- > 0;) {
    if (!is_known(i)) continue;
    *own_place(i / 2, arm, i % 2 == 1) = last;
    void* next = *before(last);
    tally(last) = {};
    last = next;
  }
  spec_.arms = max(spec_.arms, arm + 1);
  active_[arm] = true;
  return arm;
}

void Policy::remove_arm(Arena& arena, u32 arm) {
  release_arm(arena, arm);
  active_[arm] = false;
  for (u32 i = 0; i < pending_.capacity(); ++i) {
    Decision& decision = pending_.at(i);
    if (decision.arm == arm) decision.arm = kNoArm;
  }
}

void Policy::reset_arm(Arena& arena, u32 arm) {
  release_arm(arena, arm);
}

void Policy::reset(Arena& arena) {
  for (u32 column = 0; column < columns(); ++column) release_column(arena, column);
  for (u32 scope = 0; scope < spec_.scopes; ++scope) {
    scopes_[scope] = {scopes_[scope].category, 0, 0, {}};
  }
  state_.all[0] = state_.all[1] = {};
  state_.bank = state_.reserved = state_.trials = state_.squares = state_.contexts = 0;
  state_.rng = Rng(spec_.seed, 0);
  state_.choice = {};
  pending_.reset();
}

bool Policy::accepts(u32 option, f64 value) const {
  switch (option) {
    case kForgetting:
      return value > 0 && value <= 1;
    case kFloor:
      return value >= 0 && value <= 1;
    case kPatience:
      return value > 0;
    default:
      return value >= 0;
  }
}

bool Policy::context_fits() {
  zero_padding(context_, spec_.dim, 1);
  return is_finite(sum_of_squares(context_, n_));
}

f64 Policy::outcomes(u32 scope, u32 arm, bool stopped) const {
  f64 count = !stopped && arm == spec_.default_arm ? scopes_[scope].beside : 0;
  for (u32 i = 0; i < 2; ++i) {
    void* own = *own_place(scope, arm, i == 1);
    if (own != nullptr) count += stopped ? tally(own).stopped : tally(own).count;
  }
  return count;
}

}  // namespace lora
