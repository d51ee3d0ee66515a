// Where objects of files come to live: in the engine that is given or shared, as objects of its classes.
import { raise } from '../error.js';
import { internalsOf, sharedEngine } from '../internals.js';

/** @typedef {(kind: string, options: object) => any} Make */

/**
 * What makes objects there.
 *
 * @param {string} where
 * @param {unknown} engine the option of that name
 * @returns {Make}
 */
export function makerIn(where, engine) {
  const place =
    engine ?? sharedEngine() ?? raise('LORA_E_INIT', 'call `await init()` (or initSync()) first');
  const makers = internalsOf(place)?._makers;
  if (makers === undefined) {
    raise('LORA_E_OPTION', `${where}: engine must come from init or createEngine of this release`);
  }
  return (kind, options) => new (makers.get(kind))({ ...options, engine: place });
}
