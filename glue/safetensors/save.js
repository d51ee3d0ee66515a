// From an object to the bytes of a file.
import { STATUS } from 'microlora:abi';
import { checkOptions, isPlainObject, wrongType } from '../check.js';
import { internalsOf } from '../internals.js';
import {
  doublesOf,
  FORWARD,
  MATRICES,
  NUMBERS,
  OPTIONS,
  prefixesOf,
  shapeOf,
  VIEWS,
} from './adapters.js';
import { tensorOf } from './floats.js';
import { stringifyNumbers } from './json.js';
import { checkStrings, checkText, KINDS, writeOwn } from './own.js';
import { policyParts, policyTensors } from './policies.js';
import { spaceParts, spaceTensors } from './spaces.js';
import { trajectoryParts, trajectoryTensors } from './trajectories.js';

/**
 * @typedef {import('./adapters.js').Adapters} Adapters
 * @typedef {import('./adapters.js').Scoped} Scoped
 * @typedef {import('./format.js').Tensor} Tensor
 */

/**
 * @param {unknown} object
 * @param {unknown} [given]
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function save(object, given = {}) {
  const options = checkOptions('save', given, { metadata: /** @type {unknown} */ ({}) });
  if (!isPlainObject(options.metadata)) {
    wrongType('save: metadata', 'an object of strings', options.metadata);
  }
  const metadata = checkStrings('save: metadata', options.metadata);
  // Of a compat object, the one behind it is saved.
  const saved = internalsOf(object)?._behind ?? object;
  const internals = internalsOf(saved);
  const kind =
    KINDS.find((name) => name === internals?._kind) ??
    wrongType('save: the object', `a ${KINDS.join(', ')} of this release`, object);
  if (kind === 'TrajectoryBuffer') {
    return writeOwn(kind, trajectoryParts(saved), metadata, trajectoryTensors(saved));
  }
  if (kind === 'EmbeddingSpace') {
    return writeOwn(kind, spaceParts(internals), metadata, spaceTensors(internals));
  }
  if (kind === 'Policy') {
    return writeOwn(kind, policyParts(internals), metadata, policyTensors(internals));
  }
  const adapters = /** @type {Adapters | Scoped} */ (internals);
  adapters._checkViews();
  return writeOwn(kind, adapterParts(adapters), metadata, adapterTensors(adapters));
}

/** @param {Adapters | Scoped} object */
function adapterParts(object) {
  const { in: input, out, rank, residual, optimizer, seed, batch, sharedIO } = object;
  const scoped =
    'scopes' in object
      ? {
          scopes: object.scopes,
          categories: object.categories,
          categoryFallback: object.categoryFallback,
        }
      : {};
  const rows = object._count;
  const inSpace = object.space !== undefined;
  const cautious = object.cautious ?? false;
  const shape = {
    in: input,
    out,
    rank,
    residual,
    optimizer,
    seed,
    batch,
    sharedIO,
    rows,
    inSpace,
    cautious,
  };
  return {
    object: JSON.stringify({ ...shape, ...scoped }),
    options: stringifyNumbers(optionsOf(object)),
  };
}

/**
 * The options of the first adapter, with alpha, and by prefix those of others that differ.
 *
 * @param {Adapters | Scoped} object
 */
function optionsOf(object) {
  const read = (/** @type {number} */ index) =>
    OPTIONS.map((_, option) => object._call('option', index, option));
  const first = read(0);
  const others = prefixesOf(object).map((prefix, index) => {
    const values = read(index);
    const own = OPTIONS.map((name, i) => /** @type {const} */ ([name, values[i]]));
    return [prefix, Object.fromEntries(own.filter(([, value], i) => !Object.is(value, first[i])))];
  });
  return {
    all: { alpha: object.alpha, ...Object.fromEntries(OPTIONS.map((name, i) => [name, first[i]])) },
    others: Object.fromEntries(others.filter(([, own]) => Object.keys(own).length > 0)),
  };
}

/** @param {Adapters | Scoped} object */
function adapterTensors(object) {
  /** @type {Tensor[]} */
  const tensors = [];
  prefixesOf(object).forEach((prefix, index) => {
    checkText('save: the name of a scope', prefix);
    MATRICES.forEach((name, matrix) => {
      const rows = readMatrix(object, index, matrix);
      if (rows !== undefined) tensors.push(tensorOf(prefix + name, shapeOf(object, matrix), rows));
    });
    tensors.push(doubles(prefix + NUMBERS, object, object._call('read_numbers', index)));
  });
  tensors.push(doubles(FORWARD, object, object._call('read_forward')));
  for (const [name, views, side] of VIEWS) {
    const rows = object[views];
    // Rows at the end that were never used take no place.
    const count = 1 + rows.findLastIndex((row) => row.some((value) => !Object.is(value, 0)));
    if (count === 0) continue;
    const all = new Float32Array(count * object[side]);
    for (let i = 0; i < count; i++) all.set(rows[i], i * object[side]);
    tensors.push(tensorOf(name, [count, object[side]], all));
  }
  return tensors;
}

/**
 * @param {string} name
 * @param {Adapters} object
 * @param {number} count of what lies in the transfer vector
 */
const doubles = (name, object, count) =>
  tensorOf(name, [count], doublesOf(object._engine, count).slice());

/**
 * Nothing where the adapter has no such matrix.
 *
 * @param {Adapters} object
 * @param {number} index
 * @param {number} matrix
 */
export function readMatrix(object, index, matrix) {
  const { _engine: engine, _handle: handle } = object;
  const [count, length] = shapeOf(object, matrix);
  const rows = new Float32Array(count * length);
  for (let row = 0; row < count; row++) {
    const status = engine._abi.lora_read_row(handle, index, matrix, row);
    if (status === STATUS.LORA_E_STATE) return undefined;
    rows.set(engine._transfer.subarray(0, length), row * length);
  }
  return rows;
}
