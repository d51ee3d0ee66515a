// Adapters from the parts of a file: the object, then everything in it that calls have changed.
import { STATUS } from 'microlora:abi';
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
  ACCUMULATED,
} from './adapters.js';
import { raise } from '../error.js';
import { refuse } from './error.js';
import { float32Of, float64Of } from './floats.js';
import { checkFields, partOf } from './parts.js';

/**
 * @typedef {import('./adapters.js').Adapters} Adapters
 * @typedef {import('./adapters.js').Scoped} Scoped
 * @typedef {import('./format.js').Tensor} Tensor
 * @typedef {import('./parts.js').Parts} Parts
 */

const FIELDS = 'in out rank residual optimizer seed batch sharedIO rows inSpace cautious'.split(
  ' ',
);
const SCOPED_FIELDS = [...FIELDS, 'scopes', 'categories', 'categoryFallback'];
// Second moments come before the first: both together say how large a step can be.
const ORDER = [0, 1, 4, 5, 2, 3, 6, 7, 8];

/**
 * @param {boolean} scoped
 * @param {Parts} parts
 * @param {import('./place.js').Make} make
 * @param {unknown} space that they are in
 */
export function loadAdapters(scoped, parts, make, space) {
  const said = partOf(parts, 'object', scoped ? SCOPED_FIELDS : FIELDS);
  const { all, others } = partOf(parts, 'options', ['all', 'others']);
  checkFields('microlora.options: all', all, ['alpha', ...OPTIONS], OPTIONS.length + 1);
  const { rows, residual, in: input, out, inSpace, cautious, ...rest } = said;
  checkInSpace(inSpace, space);
  if (residual !== true && residual !== false) refuse('residual is neither true nor false');
  if (residual && input !== out) refuse(`residual: in is ${input}, and out ${out}`);
  const shape = residual ? { dim: input } : { in: input, out };
  const options = { ...rest, ...shape, alpha: all.alpha, ...(inSpace ? { space, cautious } : {}) };
  const facade = make(scoped ? 'ScopedLoRA' : 'MicroLoRA', options);
  /** @type {Adapters | Scoped} */
  const object = internalsOf(facade);
  return {
    object: facade,
    fill() {
      const prefixes = prefixesOf(object);
      checkFields('microlora.options: others', others, prefixes, 0);
      prefixes.forEach((prefix, index) => {
        const own = others[prefix] ?? {};
        checkFields(`the options of ${prefix}`, own, OPTIONS, 0);
        writeOptions(object, index, { ...all, ...own });
        writeAdapter(object, prefix, index, parts);
      });
      if (!(Number.isInteger(rows) && rows >= 1 && rows <= object.batch)) {
        refuse(`rows is ${rows}, of a batch of ${object.batch}`);
      }
      writeForward(object, parts);
      object._count = rows;
    },
  };
}

/**
 * @param {unknown} inSpace as the file says
 * @param {unknown} space as the caller says
 */
function checkInSpace(inSpace, space) {
  if (inSpace !== true && inSpace !== false) refuse('inSpace is neither true nor false');
  if (inSpace && space === undefined) {
    refuse('it was learned in an embedding space: give load the space');
  }
  if (!inSpace && space !== undefined) {
    refuse('it was not learned in an embedding space: give load no space');
  }
}

/**
 * @param {string} where
 * @param {number} status
 */
export function check(where, status) {
  if (status >= 0) return;
  if (status === STATUS.LORA_E_MEMORY) {
    raise(
      'LORA_E_MEMORY',
      `load: the arena is full; free() other objects or call engine.grow(bytes)`,
    );
  }
  const [code] = Object.entries(STATUS).find(([, value]) => value === status) ?? [status];
  refuse(`${where} is not what it can be (${code})`);
}

/**
 * @param {Adapters} object
 * @param {number} index
 * @param {Record<string, unknown>} options
 */
function writeOptions(object, index, options) {
  const { _engine: engine, _handle: handle } = object;
  const set = (/** @type {string} */ name, /** @type {unknown} */ value) => {
    if (typeof value !== 'number') refuse(`the option ${name} is not a number`);
    const number = OPTIONS.indexOf(name);
    // What an edition lacks is at its default, to which it cannot be set.
    if (Object.is(object._call('option', index, number), value)) return;
    // beta2 must be above the square of beta1 at every moment.
    if (name === 'beta2') set('beta1', 0);
    check(`the option ${name}`, engine._abi.lora_set_option(handle, index, number, value));
  };
  set('beta2', options.beta2);
  for (const name of OPTIONS) set(name, options[name]);
}

/**
 * @param {Adapters} object
 * @param {string} prefix
 * @param {number} index
 * @param {Parts} parts
 */
function writeAdapter(object, prefix, index, { take, find }) {
  const { _engine: engine, _handle: handle } = object;
  for (const matrix of ORDER) {
    const name = prefix + MATRICES[matrix];
    const none = () => engine._abi.lora_read_row(handle, index, matrix, 0) === STATUS.LORA_E_STATE;
    if (matrix >= ACCUMULATED ? find(name) === undefined : none()) continue;
    const shape = shapeOf(object, matrix);
    const [count, length] = shape;
    const rows = float32Of(take(name, 'F32', shape));
    for (let row = 0; row < count; row++) {
      engine._transfer.set(rows.subarray(row * length, (row + 1) * length));
      check(`the tensor ${name}`, engine._abi.lora_write_row(handle, index, matrix, row));
    }
  }
  const numbers = object._call('read_numbers', index);
  writeDoubles(object, take(prefix + NUMBERS, 'F64', [numbers]));
  check(`the tensor ${prefix}${NUMBERS}`, engine._abi.lora_write_numbers(handle, index, numbers));
}

/**
 * @param {{ _engine: import('./adapters.js').Engine }} object
 * @param {Tensor} tensor
 */
export function writeDoubles({ _engine: engine }, tensor) {
  const doubles = float64Of(tensor);
  check(tensor.name, engine._abi.lora_reserve_transfer(2 * doubles.length));
  doublesOf(engine, doubles.length).set(doubles);
}

/**
 * The last forward and the object's own vectors. With sharedIO they are those of others too, for whom
 * this is as a forward of the object; so it comes when nothing can fail any more.
 *
 * @param {Adapters} object
 * @param {Parts} parts
 */
function writeForward(object, { take, find, end }) {
  object._checkViews();
  const { _engine: engine, _handle: handle } = object;
  const views = VIEWS.map(([name, views, side]) => {
    const count = find(name)?.shape[0] ?? 0;
    if (count > object.batch) refuse(`the tensor ${name} has more rows than the batch`);
    const length = object[side];
    const all = count === 0 ? undefined : float32Of(take(name, 'F32', [count, length]));
    return { rows: object[views], length, count, all };
  });
  const count = find(FORWARD)?.shape[0] ?? 0;
  const forward = take(FORWARD, 'F64', [count]);
  end();
  writeDoubles(object, forward);
  check(`the tensor ${FORWARD}`, engine._abi.lora_write_forward(handle, count));
  // They may hold anything, as they may in an object: a call looks at what it takes from them.
  for (const { rows, length, count, all } of views) {
    rows.forEach((row, i) => {
      row.fill(0);
      if (all !== undefined && i < count) row.set(all.subarray(i * length, (i + 1) * length));
    });
  }
}
