// What a store gives back, as bytes: stores, serializers and clones change their shape.
import { tag } from '../check.js';
import { cut, quote } from '../text.js';
import { reasonOf } from './reason.js';

/** @param {any} store */
export function nameOf(store) {
  const name = store.constructor?.name;
  // Every literal says Object; the tag tells a module from one, and our own stores.
  return cut(typeof name === 'string' && !['', 'Object'].includes(name) ? name : tag(store));
}

/**
 * @param {any} value
 * @returns {Uint8Array | undefined} nothing when it is no shape of bytes
 */
function view(value) {
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  if (['ArrayBuffer', 'SharedArrayBuffer'].includes(tag(value))) return new Uint8Array(value);
  // The second is what JSON makes of a Buffer.
  const numbers = value?.type === 'Buffer' ? value.data : value;
  if (!Array.isArray(numbers)) return undefined;
  const bytes = Uint8Array.from(numbers);
  return bytes.every((byte, i) => byte === numbers[i]) ? bytes : undefined;
}

/** @param {any} given */
function describe(given) {
  if (typeof given === 'string') return `the text ${quote(given)}`;
  if (Object(given) !== given) return cut(`the ${typeof given} ${String(given)}`);
  if (Array.isArray(given)) return 'an array that is not one of whole numbers from 0 to 255';
  return cut(`an object (${tag(given)}) with the keys ${Object.keys(given).slice(0, 20)}`);
}

/**
 * @param {unknown} store
 * @param {any} given neither undefined nor null
 * @returns {Promise<Uint8Array>}
 */
export async function bytesFrom(store, given) {
  const who = `the store (${nameOf(store)})`;
  // A response of a server that is not there, or not for us, has bytes too.
  if (given.ok === false) throw new Error(`${who} gave a response with the status ${given.status}`);
  let bytes;
  try {
    bytes = view(typeof given.arrayBuffer === 'function' ? await given.arrayBuffer() : given);
  } catch (cause) {
    throw new Error(`${who} gave bytes that cannot be read (${reasonOf(cause)})`, { cause });
  }
  if (bytes === undefined) {
    throw new Error(
      `${who} gave ${describe(given)} instead of the bytes that were saved; give it a serializer ` +
        'that keeps a Uint8Array, or wrap its get and set',
    );
  }
  if (bytes.length === 0) {
    throw new Error(`${who} gave an empty ${tag(given)}; a save is never empty: save again`);
  }
  // Others can write to shared memory meanwhile, and decoders refuse it.
  return tag(bytes.buffer) === 'SharedArrayBuffer' ? bytes.slice() : bytes;
}
