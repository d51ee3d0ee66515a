// Sums of adapters: for their average, their difference, and an adapter of another rank.
import { MAX_RANK } from 'microlora:abi';
import { checkInteger } from '../check.js';
import { fail, raise } from '../error.js';
import { inside } from '../facade.js';
import { create } from '../lora-object.js';

/** @typedef {import('./copies.js').CopyingAdapters} Adapters */
/** @typedef {{ adapters: Adapters, weight: number }} Member */

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
  const [{ adapters: first }] = members;
  for (const { adapters } of members) {
    adapters._checkAlive();
    if (adapters._engine !== first._engine) {
      raise('LORA_E_OPTION', 'these adapters are in different engines; load them into one');
    }
    if (
      adapters.in !== first.in ||
      adapters.out !== first.out ||
      adapters._adapters !== first._adapters
    ) {
      raise('LORA_E_SHAPE', 'these adapters differ in in, out, or the number of scopes');
    }
  }
  const adapter = first._like({ rank });
  const combined = { adapter, keptEnergy: 1, foldError: 0 };
  try {
    const result = /** @type {Adapters} */ (inside(adapter));
    result._copyOptions(first);
    for (let index = 0; index < first._adapters; index++) {
      const learned = members.filter(({ adapters }) => adapters._hasLearned(index));
      if (learned.length > 0) take(learned, result, index, Number(mean), most, combined);
    }
  } catch (error) {
    adapter.free();
    throw error;
  }
  return combined;
}

/**
 * One adapter of the result, from those of the same number in the members.
 *
 * @param {Member[]} members
 * @param {Adapters} result
 * @param {number} index
 * @param {number} mean
 * @param {number} most
 * @param {{ keptEnergy: number, foldError: number }} combined
 */
function take(members, result, index, mean, most, combined) {
  const engine = result._engine;
  const abi = engine._abi;
  const ranks = members.map(({ adapters }) => adapters.rank);
  const rows = ranks.reduce((sum, rank) => sum + rank, 0);
  const least = 2 * Math.max(...ranks);
  const capacity = Math.max(Math.min(rows, Math.max(ROWS, 4 * result.rank)), least);
  const sum = create(engine, 'lora_sum_create', result.in, result.out, capacity);
  try {
    for (const { adapters, weight } of members) {
      const status = abi.lora_sum_add(sum, adapters._handle, index, weight);
      if (status < 0) fail(status, 'sum');
    }
    const status = abi.lora_sum_take(sum, result._handle, index, mean, most);
    if (status < 0) fail(status, 'sum');
    combined.keptEnergy = Math.min(combined.keptEnergy, abi.lora_sum_kept(sum));
    combined.foldError = Math.max(combined.foldError, abi.lora_sum_lost(sum));
  } finally {
    abi.lora_free(sum);
  }
}
