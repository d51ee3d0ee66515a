// The options of a Policy and of its choices, and what its numbers in lora.h are called.
import { BUDGET_SPENT, CHOSEN, MAX_ARMS, UNSEEN } from 'microlora:abi';
import { checkInteger, wrongType } from '../check.js';
import { raise } from '../error.js';

/** By their numbers in lora.h. */
export const OBJECTIVES = /** @type {const} */ (['latency', 'cost', 'reward']);
export const [LATENCY] = OBJECTIVES;

/** @type {Record<number, 'default' | 'budget' | 'chosen'>} */
export const REASONS = { [UNSEEN]: 'default', [BUDGET_SPENT]: 'budget', [CHOSEN]: 'chosen' };

/** Of the size of a cost, and the least latency. */
export const MOST_COST = 1e25;
export const LEAST_LATENCY = 1e-25;

export const defaults = {
  dim: /** @type {unknown} */ (undefined),
  arms: /** @type {unknown} */ (undefined),
  scopes: /** @type {unknown} */ (['all']),
  categories: /** @type {unknown} */ ({}),
  objective: /** @type {unknown} */ (LATENCY),
  guard: /** @type {unknown} */ (undefined),
  memory: /** @type {unknown} */ (4),
  temperature: /** @type {unknown} */ (undefined),
  forgetting: /** @type {unknown} */ (1),
  floor: /** @type {unknown} */ (0),
  pending: /** @type {unknown} */ (256),
  seed: /** @type {unknown} */ (1),
  engine: /** @type {unknown} */ (undefined),
};
export const guardDefaults = {
  default: /** @type {unknown} */ (0),
  budget: /** @type {unknown} */ (0.1),
  confidence: /** @type {unknown} */ (1),
  patience: /** @type {unknown} */ (2),
};
export const choiceDefaults = {
  arms: /** @type {unknown} */ (undefined),
  baseline: /** @type {unknown} */ (undefined),
  explore: /** @type {unknown} */ (true),
};

/**
 * The names of the arms: those given, or their numbers.
 *
 * @param {unknown} given
 * @returns {string[]}
 */
export function checkArms(given) {
  if (typeof given === 'number') {
    return Array.from({ length: checkInteger('arms', given, 1, MAX_ARMS) }, (_, arm) => `${arm}`);
  }
  if (!Array.isArray(given) || !Array.from(given).every((name) => typeof name === 'string')) {
    wrongType('arms', 'a number or an array of names', given);
  }
  checkInteger('the number of arms', given.length, 1, MAX_ARMS);
  if (new Set(given).size !== given.length) raise('LORA_E_OPTION', 'arms: a name is there twice');
  return [...given];
}
