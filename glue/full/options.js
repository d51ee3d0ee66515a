// What the full edition holds: optimizers, losses, and options of adapters, by their numbers in lora.h.
import {
  ADAM,
  ADAMW,
  BETA1,
  BETA2,
  CLIP,
  COSINE,
  DECAY,
  EPSILON,
  EXPLORE,
  HUBER,
  LEARNING_RATE,
  MAX_DELTA,
  MOMENTUM,
  MSE,
  PRECONDITIONED,
  RATIO,
  SGD,
  WEIGHT_DECAY,
} from 'microlora:abi';
import { checkOptions, checkRate, wrongType } from '../check.js';
import { raise } from '../error.js';

/** What a message says of an option or a name that an edition lacks. */
export const ELSEWHERE = '';
/** What keeps a delta from growing. */
export const BOUNDS = 'a lower learningRate or maxDeltaNorm';
export const LOSSES = new Map([
  ['mse', MSE],
  ['huber', HUBER],
  ['cosine', COSINE],
]);

/** Options that are numbers. */
export const NUMBERS = new Map([
  ['learningRate', LEARNING_RATE],
  ['weightDecay', WEIGHT_DECAY],
  ['clipNorm', CLIP],
  ['ratio', RATIO],
  ['momentum', BETA1],
  ['epsilon', EPSILON],
  ['maxDeltaNorm', MAX_DELTA],
  ['decayToBase', DECAY],
  ['explore', EXPLORE],
]);

/** @type {Record<string, unknown>} */
export const adapterDefaults = {
  dim: undefined,
  in: undefined,
  out: undefined,
  rank: 2,
  alpha: 1,
  optimizer: 'preconditioned',
  ...Object.fromEntries([...NUMBERS.keys()].map((name) => [name, undefined])),
  betas: undefined,
  seed: 1,
  batch: 1,
  sharedIO: false,
  space: undefined,
  engine: undefined,
};

// What setOptions takes.
const changeable = Object.fromEntries(
  [...NUMBERS.keys(), 'betas'].map((name) => [name, undefined]),
);

export const OPTIMIZERS = new Map([
  ['sgd', SGD],
  ['momentum', MOMENTUM],
  ['adam', ADAM],
  ['adamw', ADAMW],
  ['preconditioned', PRECONDITIONED],
]);

/**
 * Of the options at creation those that are set afterwards.
 *
 * @param {Record<string, unknown>} given
 */
export function laterOptions(given) {
  const later = Object.fromEntries(Object.keys(changeable).map((name) => [name, given[name]]));
  if (given.optimizer === 'adamw') later.weightDecay ??= 0.01;
  return later;
}

/**
 * What `setOptions` is given as [name, number, value], in an order in which all are right at every moment.
 *
 * @param {unknown} given
 */
export function readOptions(given) {
  const options = /** @type {Record<string, unknown>} */ (
    checkOptions('options', given, /** @type {Record<string, unknown>} */ (changeable))
  );
  /** @type {[string, number, number][]} */
  const numbers = [];
  if (options.betas !== undefined) {
    if (!Array.isArray(options.betas) || options.betas.length !== 2) {
      wrongType('betas', 'an array of two numbers', options.betas);
    }
    const [beta1, beta2] = options.betas.map((beta) => checkRate('betas', beta));
    if (!(beta1 < 1 && beta2 < 1 && beta1 ** 2 < beta2)) {
      raise('LORA_E_RANGE', `betas must be below 1, and beta2 above beta1^2, got ${options.betas}`);
    }
    // In an order in which both are right at every moment.
    numbers.push(['betas', BETA1, 0], ['betas', BETA2, beta2], ['betas', BETA1, beta1]);
  }
  for (const [name, number] of NUMBERS) {
    if (options[name] !== undefined) numbers.push([name, number, checkRate(name, options[name])]);
  }
  return numbers;
}
