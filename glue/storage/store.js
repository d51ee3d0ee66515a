// Saving to and loading from any store that has get and set: a Map, idb-keyval, or one of this folder.
import { load, save } from 'microlora:files';
import { checkOptions, wrongType } from '../check.js';
import { raise } from '../safetensors/error.js';

/** @typedef {{ get(key: string): unknown, set(key: string, bytes: Uint8Array): unknown }} Store */

/**
 * @param {any} store
 * @param {unknown} key
 */
function check(store, key) {
  if (typeof store?.get !== 'function' || typeof store.set !== 'function') {
    wrongType('the store', 'an object with get(key) and set(key, bytes)', store);
  }
  if (typeof key !== 'string' || key === '') wrongType('the key', 'a name', key);
}

/**
 * @param {string} what
 * @param {string} key
 * @param {unknown} cause
 * @returns {never}
 */
function failed(what, key, cause) {
  const why = cause instanceof Error ? cause.message || cause.name : String(cause);
  return raise('LORA_E_STORAGE', `${what} ${JSON.stringify(key)} failed: ${why}`, cause);
}

/**
 * What is saved is the object as it is at the call.
 *
 * @param {Store} store
 * @param {string} key
 * @param {any} object
 * @param {any} [options] of save
 */
export async function saveTo(store, key, object, options) {
  check(store, key);
  const bytes = save(object, options);
  try {
    await store.set(key, bytes);
  } catch (cause) {
    failed('saving', key, cause);
  }
}

/**
 * @param {Store} store
 * @param {string} key
 * @param {unknown} [options] of load
 * @returns {Promise<any>} nothing where nothing was saved
 */
export async function loadFrom(store, key, options = {}) {
  check(store, key);
  checkOptions('loadFrom', options, { engine: undefined, expect: undefined });
  /** @type {any} */
  let bytes;
  try {
    bytes = await store.get(key);
  } catch (cause) {
    failed('loading', key, cause);
  }
  return bytes === undefined || bytes === null
    ? undefined
    : load(bytes, /** @type {any} */ (options));
}
