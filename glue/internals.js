// How the entries beside the main one reach what is behind a facade, and the engine that objects share. They
// import nothing of it, so one file of each is enough for all.
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

const realm = /** @type {Record<symbol, unknown>} */ (/** @type {unknown} */ (globalThis));

/**
 * The engine of init. Of two copies of the package it is that of the last one to call it.
 *
 * @returns {unknown}
 */
export const sharedEngine = () => realm[KEY];

/** @param {object} engine */
export function shareEngine(engine) {
  // Where globalThis is frozen, load needs to be given its engine.
  Reflect.defineProperty(realm, KEY, { value: engine, configurable: true });
}
