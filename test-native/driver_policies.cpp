// As driver.cpp, a run of mixed calls of policies.
//
// test-wasm/support/driver-policies.js is the same run; whoever changes one changes the other. The
// run:
//   1. Where less than 4 MiB of the arena are free, lora_grow(4 MiB).
//   2. Each row of kRows is a policy of two scopes in one category, with 8 decisions pending and
//   its
//      index as seed; its options, status folded.
//   3. kSteps times: action = pick(12), row = pick(rows), and the action as in `step` below. All
//      vectors are of number(). Of latencies, costs are number()^2 + 1/64, else number().
//   4. Of each row, the numbers and all rows of all maps are folded. The policy is freed, status
//      folded.
#include "mixer.hpp"

namespace {

struct Row {
  uint32_t dim, arms, memory, objective, default_arm;
  double temperature, forgetting, floor, budget, patience;
};

constexpr Row kRows[] = {
    {1, 2, 0, LORA_REWARD, LORA_NO_ARM, 0.25, 1, 0.0625, 0, 2},
    {16, 3, 4, LORA_LATENCY, 0, 0.25, 1, 0, 0.5, 2},
    {37, 4, 2, LORA_COST, 1, 0.5, 0.96875, 0, 0.25, 1},
    {24, 5, 16, LORA_LATENCY, LORA_NO_ARM, 1, 1, 0.03125, 0, 1},
    {48, 3, 3, LORA_LATENCY, 2, 0.5, 0.9375, 0.125, 1, 0.5},
};
constexpr uint32_t kRowCount = sizeof(kRows) / sizeof(kRows[0]);
constexpr uint32_t kScopes = 2;
constexpr uint32_t kPending = 8;
constexpr uint32_t kSteps = 1200;
constexpr uint32_t kArena = 4u << 20;

struct PolicyRun : Mixer {
  uint32_t policies[kRowCount];
  uint32_t arms[kRowCount];

  double cost(const Row& row) {
    const double value = static_cast<double>(number());
    return row.objective == LORA_LATENCY ? value * value + 1.0 / 64 : value;
  }
  double baseline(const Row& row) { return pick(2) == 0 ? __builtin_nan("") : cost(row); }
  void fold_numbers(uint32_t count) { fold_vector(lora_transfer(), 2 * count); }

  void create(uint32_t index);
  void step();
  void finish(uint32_t index);
};

void PolicyRun::create(uint32_t index) {
  const Row& row = kRows[index];
  arms[index] = row.arms;
  policies[index] = static_cast<uint32_t>(lora_policy_create(
      row.dim, row.arms, row.memory, kScopes, 1, kPending, row.objective, row.default_arm, index));
  const double options[] = {row.temperature, row.forgetting, row.floor, row.budget, 1,
                            row.patience};
  for (uint32_t option = 0; option <= LORA_PATIENCE; ++option) {
    fold_status(lora_policy_set_option(policies[index], option, options[option]));
  }
  for (uint32_t scope = 0; scope < kScopes; ++scope) {
    fold_status(lora_policy_set_category(policies[index], scope, 0));
  }
}

void PolicyRun::step() {
  const uint32_t action = pick(12);
  const uint32_t index = pick(kRowCount);
  const Row& row = kRows[index];
  const uint32_t policy = policies[index];
  const uint32_t scope = pick(kScopes);
  switch (action) {
    case 0:  // choose
    case 1:
    case 2:
    case 3: {  // or what would be served
      fill(lora_policy_context(policy), row.dim);
      const double beside = baseline(row);
      fold_status(lora_policy_choose(policy, scope, 0, action == 3 ? 0 : 1, beside));
      for (uint32_t field = 0; field <= LORA_CHOICE_REASON; ++field) {
        fold_double(lora_policy_choice(policy, field));
      }
      break;
    }
    case 4:  // learn
    case 5:
    case 6: {
      const double id = lora_policy_next_open(policy, pick(4));
      const double paid = cost(row);
      const uint32_t stopped = row.objective == LORA_LATENCY ? pick(2) : 0;
      fold_status(lora_policy_learn(policy, id, paid, stopped, baseline(row)));
      break;
    }
    case 7:  // cancel
      fold_status(lora_policy_cancel(policy, lora_policy_next_open(policy, 0)));
      break;
    case 8: {  // observe
      fill(lora_policy_context(policy), row.dim);
      const uint32_t arm = pick(arms[index]);
      const double paid = cost(row);
      fold_status(lora_policy_observe(policy, scope, arm, paid, 0, baseline(row)));
      break;
    }
    case 9: {  // predict
      fill(lora_policy_context(policy), row.dim);
      const int32_t count = lora_policy_predict(policy, scope, baseline(row));
      fold_status(count);
      // NaN has no bits of its own, so arms that are gone are left out.
      for (uint32_t arm = 0; arm < arms[index]; ++arm) {
        const double* values = reinterpret_cast<const double*>(lora_transfer()) + 3 * arm;
        for (uint32_t i = 0; i < 3; ++i) fold_double(values[i] == values[i] ? values[i] : -1);
      }
      break;
    }
    case 10: {  // arms come and go, one time in eight
      if (pick(8) != 0) break;
      const uint32_t arm = pick(arms[index]);
      fold_status(lora_policy_remove_arm(policy, arm));
      const uint32_t like = pick(2) == 0 ? LORA_NO_ARM : pick(arms[index]);
      const int32_t added = lora_policy_add_arm(policy, like);
      fold_status(added);
      if (added >= static_cast<int32_t>(arms[index]))
        arms[index] = static_cast<uint32_t>(added) + 1;
      break;
    }
    default:  // what a policy can be asked
      fold_status(static_cast<int32_t>(lora_policy_bank(policy)));
      fold_numbers(1);
      fold_double(lora_policy_count(policy, scope, pick(arms[index]), pick(2)));
      break;
  }
}

void PolicyRun::finish(uint32_t index) {
  const Row& row = kRows[index];
  for (uint32_t owner = 0; owner <= kScopes; ++owner) {
    for (uint32_t column = 0; column <= 2 * arms[index]; ++column) {
      for (uint32_t at = 0; at < 2 + row.memory; ++at) {
        const int32_t status = lora_policy_read_row(policies[index], owner, column, at);
        fold_status(status);
        if (status == LORA_OK) fold_vector(lora_transfer(), row.dim);
      }
    }
  }
  fold_status(lora_policy_bank(policies[index]) == 0 ? 0 : 1);
  fold_numbers(1);
  fold_status(lora_free(policies[index]));
}

}  // namespace

extern "C" unsigned driver_policies_hash(void) {
  if (lora_memory_free() < kArena) lora_grow(kArena);
  PolicyRun run;
  for (uint32_t index = 0; index < kRowCount; ++index) run.create(index);
  for (uint32_t i = 0; i < kSteps; ++i) run.step();
  for (uint32_t index = 0; index < kRowCount; ++index) run.finish(index);
  return run.hash;
}
