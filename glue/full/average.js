// The average of adapters, for those that learned apart.
import { checkOptions, checkRate, isPlainObject, wrongType } from '../check.js';
import { raise } from '../error.js';
import { argumentOf } from '../facade.js';
import { CopyingAdapters } from './copies.js';
import { checkRank, combine } from './sums.js';

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
    const expected = 'a MicroLoRA or ScopedLoRA';
    return {
      adapters: argumentOf('average: adapter', expected, adapter, CopyingAdapters),
      weight: checkRate('average: weight', weight),
    };
  });
  if (members.every(({ weight }) => weight === 0)) {
    raise('LORA_E_RANGE', 'average: one weight at least must be above 0');
  }
  const most = Math.max(...members.map(({ adapters }) => adapters.rank));
  const { rank } = checkOptions('average', options, { rank: /** @type {unknown} */ (most) });
  return combine(members, checkRank(rank), true, 0);
}
