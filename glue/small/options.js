// What the small edition holds: optimizers, losses, and options of adapters, by their numbers in lora.h.
import { LEARNING_RATE, MSE, PRECONDITIONED, SGD } from 'microlora:abi';
import { checkOptions, checkRate } from '../check.js';

/** What a message says of an option or a name that an edition lacks. */
export const ELSEWHERE = "; the full edition, 'microlora', has more";
/** What keeps a delta from growing. */
export const BOUNDS = 'a lower learningRate';
export const LOSSES = new Map([['mse', MSE]]);

/** Options that are numbers. */
export const NUMBERS = new Map([['learningRate', LEARNING_RATE]]);

/** @type {Record<string, unknown>} */
export const adapterDefaults = {
  dim: undefined,
  in: undefined,
  out: undefined,
  rank: 2,
  alpha: 1,
  optimizer: 'preconditioned',
  learningRate: undefined,
  seed: 1,
  batch: 1,
  sharedIO: false,
  engine: undefined,
};

export const OPTIMIZERS = new Map([
  ['sgd', SGD],
  ['preconditioned', PRECONDITIONED],
]);

/**
 * Of the options at creation those that are set afterwards.
 *
 * @type {(given: Record<string, unknown>) => Record<string, unknown>}
 */
export const laterOptions = () => ({});

/**
 * Options that change as [name, number, value].
 *
 * @param {unknown} given
 * @returns {[string, number, number][]}
 */
export function readOptions(given) {
  const { learningRate } = checkOptions('options', given, { learningRate: undefined });
  if (learningRate === undefined) return [];
  return [['learningRate', LEARNING_RATE, checkRate('learningRate', learningRate)]];
}
