// The safetensors container: u64 N, N bytes of JSON, data. What is read is checked to the last byte.
import { tag, wrongType } from '../check.js';
import { quote, textOfUtf8, utf8Of } from '../text.js';
import { refuse } from './error.js';
import { foreign } from './foreign.js';
import { isObject, parseJson } from './json.js';

/**
 * @typedef {{ name: string, dtype: string, shape: number[], bytes: Uint8Array }} Tensor
 * @typedef {{ metadata: Map<string, string>, tensors: Map<string, Tensor> }} File
 */

const PREFIX = 8;
const MOST_HEADER = 100_000_000;
const BRACE = '{'.charCodeAt(0);
const METADATA = '__metadata__';
const FIELDS = ['dtype', 'shape', 'data_offsets'];

/** Bits of an element, by type. Types that are not here can be inspected, but not checked or used. */
const BITS = new Map(
  Object.entries({
    ...{ F4: 4, F6_E2M3: 6, F6_E3M2: 6, BOOL: 8, U8: 8, I8: 8, F8_E5M2: 8, F8_E4M3: 8, F8_E8M0: 8 },
    ...{ F8_E5M2FNUZ: 8, F8_E4M3FNUZ: 8, I16: 16, U16: 16, F16: 16, BF16: 16, I32: 32, U32: 32 },
    ...{ F32: 32, C64: 64, F64: 64, I64: 64, U64: 64 },
  }),
);

/** @param {string} dtype */
const bitsOf = (dtype) => BITS.get(dtype) ?? 0;

/**
 * @param {Tensor[]} tensors
 * @param {[string, string][]} metadata
 */
export function write(tensors, metadata) {
  const order = (/** @type {string} */ a, /** @type {string} */ b) => (a < b ? -1 : 1);
  // By alignment, so that every tensor lies at a multiple of the size of its elements.
  const sorted = [...tensors].sort(
    (a, b) => bitsOf(b.dtype) - bitsOf(a.dtype) || order(a.name, b.name),
  );
  let end = 0;
  const entries = sorted.map(({ name, dtype, shape, bytes }) => [
    name,
    { dtype, shape, data_offsets: [end, (end += bytes.length)] },
  ]);
  const strings = Object.fromEntries([...metadata].sort(([a], [b]) => order(a, b)));
  const header = { [METADATA]: strings, ...Object.fromEntries(entries) };
  const json = utf8Of(JSON.stringify(header));
  const length = Math.ceil(json.length / PREFIX) * PREFIX;
  const file = new Uint8Array(PREFIX + length + end).fill(0x20, PREFIX, PREFIX + length);
  new DataView(file.buffer).setUint32(0, length, true);
  file.set(json, PREFIX);
  let at = PREFIX + length;
  for (const { bytes } of sorted) {
    file.set(bytes, at);
    at += bytes.length;
  }
  return file;
}

/**
 * Bytes of any alignment, realm and kind of buffer. Shared memory may change at any time: it is copied.
 *
 * @param {string} where
 * @param {any} given
 */
export function bytesOf(where, given) {
  const view = ArrayBuffer.isView(given);
  const buffer = view ? given.buffer : given;
  const shared = tag(buffer) === 'SharedArrayBuffer';
  if (!shared && tag(buffer) !== 'ArrayBuffer') {
    wrongType(where, 'a Uint8Array or an ArrayBuffer', given);
  }
  const bytes = view
    ? new Uint8Array(buffer, given.byteOffset, given.byteLength)
    : new Uint8Array(buffer);
  return shared ? bytes.slice() : bytes;
}

/**
 * @param {Uint8Array} file
 * @returns {File}
 */
export function read(file) {
  // The length of a header may look like the start of anything, so the header itself decides.
  const kind = file[PREFIX] === BRACE ? undefined : foreign(file);
  if (kind !== undefined) refuse(`not a safetensors file: it is ${kind}`);
  if (file.length < PREFIX) {
    refuse(`a safetensors file has at least ${PREFIX} bytes, this one has ${file.length}`);
  }
  const view = new DataView(file.buffer, file.byteOffset, PREFIX);
  const length = view.getUint32(0, true) + 2 ** 32 * view.getUint32(4, true);
  if (length > MOST_HEADER) {
    refuse(`not a safetensors file: its header would have ${length} bytes, above ${MOST_HEADER}`);
  }
  const start = PREFIX + length;
  if (start > file.length) {
    refuse(`the file is cut: its header ends at byte ${start}, and there are ${file.length}`);
  }
  const header = parseHeader(file.subarray(PREFIX, start));
  const metadata = readMetadata(header);
  /** @type {[number, number, Tensor][]} */
  const placed = Object.entries(header)
    .filter(([name]) => name !== METADATA)
    .map(([name, entry]) => {
      const { dtype, shape, begin, end } = readEntry(name, entry, file.length - start);
      const bytes = file.subarray(start + begin, start + end);
      return [begin, end, { name, dtype, shape, bytes }];
    });
  placed.sort(([a, c], [b, d]) => a - b || c - d);
  let at = 0;
  for (const [begin, end, { name }] of placed) {
    if (begin !== at) {
      refuse(`tensor ${quote(name)} begins at byte ${begin} of the data, not at ${at}`);
    }
    at = end;
  }
  if (start + at !== file.length) {
    refuse(`the tensors end at byte ${start + at}, the file at ${file.length}`);
  }
  return { metadata, tensors: new Map(placed.map(([, , tensor]) => [tensor.name, tensor])) };
}

/**
 * @param {Uint8Array} bytes
 * @returns {Record<string, unknown>}
 */
function parseHeader(bytes) {
  const text = textOfUtf8(bytes) ?? refuse('the header is not UTF-8');
  if (!text.startsWith('{')) refuse('the header does not begin with {');
  return /** @type {Record<string, unknown>} */ (parseJson('the header', text));
}

/** @param {Record<string, unknown>} header */
function readMetadata(header) {
  const given = Object.hasOwn(header, METADATA) ? header[METADATA] : null;
  if (given === null) return new Map();
  if (!isObject(given)) refuse(`${METADATA} is not an object`);
  const entries = Object.entries(/** @type {object} */ (given));
  for (const [key, value] of entries) {
    if (typeof value !== 'string') refuse(`${METADATA}: ${quote(key)} is not a string`);
  }
  return new Map(entries);
}

/** @param {unknown} value */
const isCount = (value) => Number.isSafeInteger(value) && /** @type {number} */ (value) >= 0;

/**
 * @param {string} name
 * @param {any} entry
 * @param {number} available bytes of data
 */
function readEntry(name, entry, available) {
  const where = `tensor ${quote(name)}`;
  if (!isObject(entry)) refuse(`${where} is not an object`);
  for (const field of FIELDS) {
    if (!Object.hasOwn(entry, field)) refuse(`${where} has no ${field}`);
  }
  const { dtype, shape, data_offsets: offsets } = entry;
  if (typeof dtype !== 'string') refuse(`${where}: its dtype is not a string`);
  if (!Array.isArray(shape) || !shape.every(isCount)) refuse(`${where}: its shape is no shape`);
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount)) {
    refuse(`${where}: its data_offsets are not two positions`);
  }
  let bits = bitsOf(dtype) || 1;
  for (const n of shape) {
    bits *= n;
    if (!Number.isSafeInteger(bits)) refuse(`${where}: its shape overflows`);
  }
  const [begin, end] = offsets;
  if (end > available) refuse(`${where} ends at byte ${end} of the data, which has ${available}`);
  const size = end - begin;
  if (size < 0) refuse(`${where} ends at byte ${end} of the data, before it begins at ${begin}`);
  if (BITS.has(dtype) && bits !== 8 * size) {
    refuse(`${where} takes ${bits / 8} bytes by its shape, and ${size} by its data_offsets`);
  }
  return { dtype, shape, begin, end };
}
