// Saving to and loading from any store that has get and set: a Map, idb-keyval, or one of this folder.
import { load, save } from '../safetensors/index.js';
import { checkOptions, wrongType } from '../check.js';
import { raise } from '../error.js';
import { quote } from '../text.js';
import { bytesFrom, nameOf } from './bytes.js';
import { reasonOf } from './reason.js';

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
 * Every error of the work is LORA_E_STORAGE, with what was thrown as its cause.
 *
 * @template Result
 * @param {string} what
 * @param {string} key
 * @param {() => Promise<Result>} work
 */
async function attempt(what, key, work) {
  try {
    return await work();
  } catch (cause) {
    return raise('LORA_E_STORAGE', `${what} ${quote(key)} failed: ${reasonOf(cause)}`, cause);
  }
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
  await attempt('saving', key, async () => {
    // Keyv does so instead of throwing.
    if ((await store.set(key, bytes)) === false) {
      throw new Error(`the store (${nameOf(store)}) returned false, so nothing was saved`);
    }
  });
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
  const bytes = await attempt('loading', key, async () => {
    const given = await store.get(key);
    return given === undefined || given === null ? undefined : bytesFrom(store, given);
  });
  return bytes && load(bytes, /** @type {any} */ (options));
}
