// How the entries beside the main one reach what is behind a facade: see facade.js.
import { VERSION } from 'microlora:abi';

/** The same in every copy of this version of the package. */
export const KEY = Symbol.for(`microlora ${VERSION}`);

/**
 * Internals of an object of any copy of this version of the package; nothing for other values.
 *
 * @param {any} object
 * @returns {any}
 */
export function internalsOf(object) {
  let internals;
  const show = object?.[KEY];
  if (typeof show === 'function') show((/** @type {unknown} */ value) => (internals = value));
  return internals;
}
