// The run of test-native/driver_policies.cpp over the raw exports of an instance: the same calls in the same
// order, so the same hash. Whoever changes one changes the other.
import { mixer } from './mixer.js';

const [LATENCY, COST, REWARD] = [0, 1, 2];
const NO_ARM = 0xffffffff;
const PATIENCE = 5;
const CHOICE_REASON = 3;

// dim, arms, memory, objective, default, temperature, forgetting, floor, budget, patience
const ROWS = [
  [1, 2, 0, REWARD, NO_ARM, 0.25, 1, 0.0625, 0, 2],
  [16, 3, 4, LATENCY, 0, 0.25, 1, 0, 0.5, 2],
  [37, 4, 2, COST, 1, 0.5, 0.96875, 0, 0.25, 1],
  [24, 5, 16, LATENCY, NO_ARM, 1, 1, 0.03125, 0, 1],
  [48, 3, 3, LATENCY, 2, 0.5, 0.9375, 0.125, 1, 0.5],
];
const SCOPES = 2;
const PENDING = 8;
const STEPS = 1200;
const ARENA = 4 << 20;

export function driverPoliciesHash(exports) {
  const lora = exports;
  if (lora.lora_memory_free() < ARENA) lora.lora_grow(ARENA);
  const { pick, number, fold, foldDouble, foldVector, fill, result } = mixer(lora.memory);
  const transfer = () => lora.lora_transfer() >>> 2;
  const doubles = () => new Float64Array(lora.memory.buffer, lora.lora_transfer() >>> 0);

  const made = ROWS.map(([dim, arms, memory, objective, chosen, ...options], index) => {
    const policy = lora.lora_policy_create(
      ...[dim, arms, memory, SCOPES, 1, PENDING, objective, chosen, index],
    );
    const [temperature, forgetting, floor, budget, patience] = options;
    const values = [temperature, forgetting, floor, budget, 1, patience];
    for (let option = 0; option <= PATIENCE; ++option) {
      fold(lora.lora_policy_set_option(policy, option, values[option]));
    }
    for (let scope = 0; scope < SCOPES; ++scope) {
      fold(lora.lora_policy_set_category(policy, scope, 0));
    }
    return { dim, arms, memory, objective, policy };
  });

  const cost = ({ objective }) => {
    const value = number();
    return objective === LATENCY ? value * value + 1 / 64 : value;
  };
  const baseline = (row) => (pick(2) === 0 ? NaN : cost(row));

  const step = () => {
    const action = pick(12);
    const row = made[pick(ROWS.length)];
    const { dim, policy, objective } = row;
    const scope = pick(SCOPES);
    const context = () => fill(lora.lora_policy_context(policy) >>> 2, dim);
    switch (action) {
      case 0:
      case 1:
      case 2:
      case 3: {
        context();
        const beside = baseline(row);
        fold(lora.lora_policy_choose(policy, scope, 0, action === 3 ? 0 : 1, beside));
        for (let field = 0; field <= CHOICE_REASON; ++field) {
          foldDouble(lora.lora_policy_choice(policy, field));
        }
        break;
      }
      case 4:
      case 5:
      case 6: {
        const id = lora.lora_policy_next_open(policy, pick(4));
        const paid = cost(row);
        const stopped = objective === LATENCY ? pick(2) : 0;
        fold(lora.lora_policy_learn(policy, id, paid, stopped, baseline(row)));
        break;
      }
      case 7:
        fold(lora.lora_policy_cancel(policy, lora.lora_policy_next_open(policy, 0)));
        break;
      case 8: {
        context();
        const arm = pick(row.arms);
        const paid = cost(row);
        fold(lora.lora_policy_observe(policy, scope, arm, paid, 0, baseline(row)));
        break;
      }
      case 9: {
        context();
        fold(lora.lora_policy_predict(policy, scope, baseline(row)));
        const values = doubles();
        for (let i = 0; i < 3 * row.arms; ++i) foldDouble(Number.isNaN(values[i]) ? -1 : values[i]);
        break;
      }
      case 10: {
        if (pick(8) !== 0) break;
        const arm = pick(row.arms);
        fold(lora.lora_policy_remove_arm(policy, arm));
        const like = pick(2) === 0 ? NO_ARM : pick(row.arms);
        const added = lora.lora_policy_add_arm(policy, like);
        fold(added);
        if (added >= row.arms) row.arms = added + 1;
        break;
      }
      default:
        fold(lora.lora_policy_bank(policy));
        foldVector(transfer(), 2);
        foldDouble(lora.lora_policy_count(policy, scope, pick(row.arms), pick(2)));
        break;
    }
  };

  const finish = ({ dim, arms, memory, policy }) => {
    for (let owner = 0; owner <= SCOPES; ++owner) {
      for (let column = 0; column <= 2 * arms; ++column) {
        for (let at = 0; at < 2 + memory; ++at) {
          const status = lora.lora_policy_read_row(policy, owner, column, at);
          fold(status);
          if (status === 0) foldVector(transfer(), dim);
        }
      }
    }
    fold(lora.lora_policy_bank(policy) === 0 ? 0 : 1);
    foldVector(transfer(), 2);
    fold(lora.lora_free(policy));
  };

  for (let i = 0; i < STEPS; ++i) step();
  made.forEach(finish);
  return result();
}
