// What a file holds of adapters, and under which names: the same list to save and to load.

/**
 * Internals of engines and adapters, which the main entry shows to this one.
 *
 * @typedef {{
 *   _abi: Record<string, (...args: number[]) => number>,
 *   _transfer: Float32Array,
 *   _findTransfer(): void,
 * }} Engine
 * @typedef {{
 *   _kind: string,
 *   _engine: Engine,
 *   _handle: number,
 *   _count: number,
 *   _call(name: string, ...args: number[]): number,
 *   _checkViews(): void,
 *   in: number, out: number, rank: number, alpha: number, batch: number, optimizer: string,
 *   seed: number, residual: boolean, sharedIO: boolean, space?: unknown, cautious?: boolean,
 *   inputs: Float32Array[], outputs: Float32Array[], gradients: Float32Array[],
 * }} Adapters
 * @typedef {Adapters & {
 *   scopes: string[], categories: Record<string, string[]>, categoryFallback: boolean,
 * }} Scoped
 */

/** By their numbers in lora.h, in pairs of (rank, in) and (rank, out); the last is (1, out). */
export const MATRICES = [
  'A',
  'B',
  'momentA',
  'momentB',
  'secondMomentA',
  'secondMomentB',
  'accumulatedA',
  'accumulatedB',
  'shift',
];
/** From here on they are there only where gradients are accumulated, and where clicks taught a shift. */
export const ACCUMULATED = MATRICES.indexOf('accumulatedA');
export const SHIFT = MATRICES.indexOf('shift');
export const NUMBERS = 'numbers';
export const FORWARD = 'forward';

/** By their numbers in lora.h. */
export const OPTIONS = [
  'learningRate',
  'weightDecay',
  'clipNorm',
  'ratio',
  'beta1',
  'beta2',
  'epsilon',
  'maxDeltaNorm',
  'decayToBase',
  'explore',
];

/** The object's own vectors, and how long they are. */
export const VIEWS = /** @type {const} */ ([
  ['input', 'inputs', 'in'],
  ['output', 'outputs', 'out'],
  ['gradient', 'gradients', 'out'],
]);

/**
 * Of every adapter of an object what its tensors' names begin with, by its number at the boundary.
 *
 * @param {Adapters | Scoped} object
 */
export function prefixesOf(object) {
  if (!('scopes' in object)) return [''];
  const filled = Object.values(object.categories).filter((members) => members.length > 0);
  return [
    ...object.scopes.map((name) => `scopes.${name}.`),
    ...filled.map((_, number) => `categories.${number}.`),
  ];
}

/**
 * @param {{ in: number, out: number, rank: number }} object
 * @param {number} matrix
 */
export const shapeOf = (object, matrix) =>
  matrix === SHIFT ? [1, object.out] : [object.rank, matrix % 2 === 0 ? object.in : object.out];

/**
 * The transfer vector as doubles. It moves when there is too little of it, so this looks each time.
 *
 * @param {Engine} engine
 * @param {number} count
 */
export function doublesOf(engine, count) {
  engine._findTransfer();
  const { buffer, byteOffset } = engine._transfer;
  return new Float64Array(buffer, byteOffset, count);
}
