// Sums of adapters: their average, their difference, and an adapter of another rank.
import { MAX_RANK } from 'microlora:abi';
import { checkInteger, checkOptions, checkRate, isPlainObject, wrongType } from './check.js';
import { fail, raise } from './error.js';
import { create, LoraObject } from './lora-object.js';

/** @typedef {{ adapter: any, weight: number }} Member */

// Rows that a sum holds before it keeps to its strongest half; without a limit, memory and time would
// grow with the number of adapters.
const ROWS = 128;

/** @param {unknown} rank */
export const checkRank = (rank) => checkInteger('rank', rank, 1, MAX_RANK, 'LORA_E_SHAPE');

/**
 * An adapter, or a set of them, like the first member, of the best approximation of the sum.
 *
 * @param {Member[]} members
 * @param {number} rank
 * @param {boolean} mean whether it is divided by the sum of the weights
 * @param {number} most norm that it is scaled down to; 0 is none
 */
export function combine(members, rank, mean, most) {
  const [{ adapter: first }] = members;
  for (const { adapter } of members) {
    adapter._checkAlive();
    if (adapter._engine !== first._engine) {
      raise('LORA_E_OPTION', 'these adapters are in different engines; load them into one');
    }
    if (
      adapter.in !== first.in ||
      adapter.out !== first.out ||
      adapter._adapters !== first._adapters
    ) {
      raise('LORA_E_SHAPE', 'these adapters differ in in, out, or the number of scopes');
    }
  }
  const result = first._make({ rank });
  const answer = { adapter: result, keptEnergy: 1, foldError: 0 };
  try {
    result._copyOptions(first);
    for (let index = 0; index < first._adapters; index++) {
      const learned = members.filter(({ adapter }) => adapter._hasLearned(index));
      if (learned.length > 0) take(learned, result, index, Number(mean), most, answer);
    }
  } catch (error) {
    result.free();
    throw error;
  }
  return answer;
}

/**
 * One adapter of the result, from those of the same number in the members.
 *
 * @param {Member[]} members
 * @param {any} result
 * @param {number} index
 * @param {number} mean
 * @param {number} most
 * @param {{ keptEnergy: number, foldError: number }} answer
 */
function take(members, result, index, mean, most, answer) {
  const engine = result._engine;
  const abi = engine._abi;
  const ranks = members.map(({ adapter }) => adapter.rank);
  const rows = ranks.reduce((sum, rank) => sum + rank, 0);
  const least = 2 * Math.max(...ranks);
  const capacity = Math.max(Math.min(rows, Math.max(ROWS, 4 * result.rank)), least);
  const sum = create(engine, 'lora_sum_create', result.in, result.out, capacity);
  try {
    for (const { adapter, weight } of members) {
      const status = abi.lora_sum_add(sum, adapter._handle, index, weight);
      if (status < 0) fail(status, 'sum');
    }
    const status = abi.lora_sum_take(sum, result._handle, index, mean, most);
    if (status < 0) fail(status, 'sum');
    answer.keptEnergy = Math.min(answer.keptEnergy, abi.lora_sum_kept(sum));
    answer.foldError = Math.max(answer.foldError, abi.lora_sum_lost(sum));
  } finally {
    abi.lora_free(sum);
  }
}

/**
 * @param {unknown} list
 * @param {unknown} [options]
 */
export function average(list, options = {}) {
  if (!Array.isArray(list) || list.length === 0) {
    wrongType('average: the argument', 'a list of { adapter, weight }, not empty', list);
  }
  const members = list.map((/** @type {any} */ entry) => {
    if (!isPlainObject(entry)) wrongType('average', 'a list of { adapter, weight }', entry);
    const { adapter, weight } = checkOptions('average', entry, {
      adapter: /** @type {unknown} */ (undefined),
      weight: /** @type {unknown} */ (1),
    });
    if (!(adapter instanceof LoraObject) || /** @type {any} */ (adapter)._adapters === undefined) {
      wrongType('average: adapter', 'a MicroLoRA or ScopedLoRA', adapter);
    }
    return { adapter: /** @type {any} */ (adapter), weight: checkRate('average: weight', weight) };
  });
  if (members.every(({ weight }) => weight === 0)) {
    raise('LORA_E_RANGE', 'average: one weight at least must be above 0');
  }
  const most = Math.max(...members.map(({ adapter }) => adapter.rank));
  const { rank } = checkOptions('average', options, { rank: /** @type {unknown} */ (most) });
  return combine(members, checkRank(rank), true, 0);
}
