// The parts of a file that load makes an object of: JSON with fields that must be there and no others,
// and tensors that must be there and no others.
import { cut, quote } from '../text.js';
import { refuse } from './error.js';
import { isObject, parseJson } from './json.js';

/**
 * @typedef {import('./format.js').Tensor} Tensor
 * @typedef {{
 *   part(key: string): string,
 *   take(name: string, dtype: string, shape: number[]): Tensor,
 *   find(name: string): Tensor | undefined,
 *   end(): void,
 * }} Parts a tensor that is taken must be there, and at the end none may be left
 */

/**
 * @param {(key: string) => string} part
 * @param {Map<string, Tensor>} tensors
 * @returns {Parts}
 */
export function partsOf(part, tensors) {
  const left = new Map(tensors);
  return {
    part,
    take(name, dtype, shape) {
      const tensor = left.get(name) ?? refuse(`the tensor ${cut(name)} is missing`);
      left.delete(name);
      if (tensor.dtype !== dtype || tensor.shape.join() !== shape.join()) {
        const is = cut(`${tensor.dtype} [${tensor.shape}]`);
        refuse(`the tensor ${cut(name)} is ${is}, not ${dtype} [${shape}]`);
      }
      return tensor;
    },
    find: (name) => left.get(name),
    end() {
      for (const name of left.keys()) refuse(`the tensor ${cut(name)} does not belong there`);
    },
  };
}

/**
 * An object of JSON with these keys and no others.
 *
 * @param {Parts} parts
 * @param {string} key
 * @param {string[]} fields
 * @returns {any}
 */
export function partOf({ part }, key, fields) {
  const value = parseJson(`microlora.${key}`, part(key));
  checkFields(`microlora.${key}`, value, fields, fields.length);
  return value;
}

/**
 * @param {string} where
 * @param {unknown} value
 * @param {string[]} fields
 * @param {number} least how many of them there must be
 */
export function checkFields(where, value, fields, least) {
  if (!isObject(value)) refuse(`${where} is not an object`);
  const names = Object.keys(/** @type {object} */ (value));
  for (const name of names) {
    if (!fields.includes(name)) refuse(`${where} has ${quote(name)}, which is unknown`);
  }
  if (names.length < least) refuse(`${where} must have ${fields.join(', ')}`);
}
