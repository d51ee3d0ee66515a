// What a file holds of a policy: its numbers, the rows of each map that it has, and the contexts of decisions
// whose outcome is awaited.
import { internalsOf } from '../internals.js';
import { doublesOf } from './adapters.js';
import { refuse } from './error.js';
import { float32Of, tensorOf } from './floats.js';
import { check, writeDoubles } from './load-adapters.js';
import { checkText } from './own.js';
import { partOf } from './parts.js';

/**
 * @typedef {import('./format.js').Tensor} Tensor
 * @typedef {import('./parts.js').Parts} Parts
 */

const NUMBERS = 'numbers';
const CONTEXTS = 'contexts';
const FIELDS = [
  ...['dim', 'arms', 'scopes', 'categories', 'objective', 'guard', 'memory', 'temperature'],
  ...['forgetting', 'floor', 'pending', 'seed'],
];

/** @param {any} policy internals */
export function policyParts(policy) {
  policy._names.forEach((/** @type {string | undefined} */ name) =>
    checkText('save: an arm', name ?? ''),
  );
  policy.scopes.forEach((/** @type {string} */ name) => checkText('save: a scope', name));
  const arms = policy._names.map((/** @type {string | undefined} */ name) => name ?? null);
  return { object: JSON.stringify({ ...policy._options(), arms }) };
}

/**
 * Where a policy of this shape may have a map: by owner (scopes, then categories) and column, with its name.
 *
 * @param {any} policy internals
 */
function* places({ scopes, categories, _names }) {
  const lists = /** @type {string[][]} */ (Object.values(categories));
  const owners = [
    ...scopes.map((/** @type {string} */ name) => `scopes.${name}`),
    ...lists.filter(({ length }) => length > 0).map((_, category) => `categories.${category}`),
  ];
  const columns = ['shared'];
  for (let arm = 0; arm < _names.length; arm++) columns.push(`arms.${arm}`, `arms.${arm}.beside`);
  for (const [owner, prefix] of owners.entries()) {
    for (const [column, name] of columns.entries()) {
      yield { owner, column, name: `${prefix}.${name}` };
    }
  }
}

/**
 * The ids of decisions whose outcome is awaited.
 *
 * @param {any} policy internals
 */
function* openIds(policy) {
  let id = 0;
  while ((id = policy._call('policy_next_open', id)) !== 0) yield id;
}

/** @param {any} policy internals */
export function policyTensors(policy) {
  const { dim, memory, _engine: engine } = policy;
  const count = policy._call('policy_read_numbers');
  /** @type {Tensor[]} */
  const tensors = [tensorOf(NUMBERS, [count], doublesOf(engine, count).slice())];
  const rows = 2 + memory;
  for (const { owner, column, name } of places(policy)) {
    if (engine._abi.lora_policy_read_row(policy._handle, owner, column, 0) < 0) continue;
    const map = new Float32Array(rows * dim);
    for (let row = 0; row < rows; row++) {
      policy._call('policy_read_row', owner, column, row);
      map.set(engine._transfer.subarray(0, dim), row * dim);
    }
    tensors.push(tensorOf(name, [rows, dim], map));
  }
  const ids = [...openIds(policy)];
  const contexts = new Float32Array(ids.length * dim);
  ids.forEach((id, i) => {
    policy._call('policy_read_context', id);
    contexts.set(engine._transfer.subarray(0, dim), i * dim);
  });
  return [...tensors, tensorOf(CONTEXTS, [ids.length, dim], contexts)];
}

/**
 * The names of arms, nothing for one that was removed.
 *
 * @param {unknown} given
 */
function checkNames(given) {
  const names = Array.isArray(given) ? given.map((name) => name ?? undefined) : refuse('no arms');
  const known = names.filter((name) => name !== undefined);
  if (known.some((name) => typeof name !== 'string') || new Set(known).size !== known.length) {
    refuse('the arms are not names that differ');
  }
  return names;
}

/**
 * @param {Parts} parts
 * @param {import('./place.js').Make} make
 */
export function loadPolicy(parts, make) {
  const { take, end } = parts;
  const { arms, ...options } = partOf(parts, 'object', FIELDS);
  const names = checkNames(arms);
  const facade = make('Policy', { ...options, arms: names.length });
  return {
    object: facade,
    fill() {
      const policy = internalsOf(facade);
      const { _engine: engine, _handle: handle, dim, memory } = policy;
      policy._rename(names);
      const count = policy._call('policy_read_numbers');
      writeDoubles(policy, take(NUMBERS, 'F64', [count]));
      check(`the tensor ${NUMBERS}`, engine._abi.lora_policy_write_numbers(handle, count));
      const rows = 2 + memory;
      for (const { owner, column, name } of places(policy)) {
        if (engine._abi.lora_policy_read_row(handle, owner, column, 0) < 0) continue;
        const map = float32Of(take(name, 'F32', [rows, dim]));
        for (let row = 0; row < rows; row++) {
          engine._transfer.set(map.subarray(row * dim, (row + 1) * dim));
          check(
            `the tensor ${name}`,
            engine._abi.lora_policy_write_row(handle, owner, column, row),
          );
        }
      }
      const ids = [...openIds(policy)];
      const contexts = float32Of(take(CONTEXTS, 'F32', [ids.length, dim]));
      end();
      ids.forEach((id, i) => {
        engine._transfer.set(contexts.subarray(i * dim, (i + 1) * dim));
        check(`the tensor ${CONTEXTS}`, engine._abi.lora_policy_write_context(handle, id));
      });
    },
  };
}
