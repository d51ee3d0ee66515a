// The safetensors container: u64 N, N bytes of JSON, data. What is read is checked to the last byte.
import { wrongType } from '../check.js';
import { refuse } from './error.js';
import { isObject, parseJson } from './json.js';

/**
 * @typedef {{ name: string, dtype: string, shape: number[], bytes: Uint8Array }} Tensor
 * @typedef {{ metadata: Map<string, string>, tensors: Map<string, Tensor> }} File
 */

const PREFIX = 8;
const MOST_HEADER = 100_000_000;
const METADATA = '__metadata__';
const FIELDS = ['dtype', 'shape', 'data_offsets'];

/** Bytes of an element, for every type of the format that has whole ones. */
const SIZES = new Map(
  Object.entries({
    ...{ BOOL: 1, U8: 1, I8: 1, F8_E5M2: 1, F8_E4M3: 1, F8_E8M0: 1, I16: 2, U16: 2, F16: 2 },
    ...{ BF16: 2, I32: 4, U32: 4, F32: 4, C64: 8, F64: 8, I64: 8, U64: 8 },
  }),
);

/** @param {string} dtype */
const sizeOf = (dtype) => SIZES.get(dtype) ?? 0;

/**
 * @param {Tensor[]} tensors
 * @param {[string, string][]} metadata
 */
export function write(tensors, metadata) {
  const order = (/** @type {string} */ a, /** @type {string} */ b) => (a < b ? -1 : 1);
  // By alignment, so that every tensor lies at a multiple of the size of its elements.
  const sorted = [...tensors].sort(
    (a, b) => sizeOf(b.dtype) - sizeOf(a.dtype) || order(a.name, b.name),
  );
  let end = 0;
  const entries = sorted.map(({ name, dtype, shape, bytes }) => [
    name,
    { dtype, shape, data_offsets: [end, (end += bytes.length)] },
  ]);
  const strings = Object.fromEntries([...metadata].sort(([a], [b]) => order(a, b)));
  const header = { [METADATA]: strings, ...Object.fromEntries(entries) };
  const json = new TextEncoder().encode(JSON.stringify(header));
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
 * Bytes of any alignment and realm.
 *
 * @param {string} where
 * @param {any} given
 */
export function bytesOf(where, given) {
  if (ArrayBuffer.isView(given)) {
    return new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  }
  if (Object.prototype.toString.call(given) !== '[object ArrayBuffer]') {
    wrongType(where, 'a Uint8Array or an ArrayBuffer', given);
  }
  return new Uint8Array(given);
}

/**
 * @param {Uint8Array} file
 * @returns {File}
 */
export function read(file) {
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
      refuse(`tensor ${JSON.stringify(name)} begins at byte ${begin} of the data, not at ${at}`);
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
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    refuse('the header is not UTF-8', cause);
  }
  if (!text.startsWith('{')) refuse('the header does not begin with {');
  return /** @type {Record<string, unknown>} */ (parseJson('the header', text));
}

/** @param {Record<string, unknown>} header */
function readMetadata(header) {
  if (!Object.hasOwn(header, METADATA)) return new Map();
  const given = header[METADATA];
  if (!isObject(given)) refuse(`${METADATA} is not an object`);
  const entries = Object.entries(/** @type {object} */ (given));
  for (const [key, value] of entries) {
    if (typeof value !== 'string') refuse(`${METADATA}: ${JSON.stringify(key)} is not a string`);
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
  const where = `tensor ${JSON.stringify(name)}`;
  if (!isObject(entry)) refuse(`${where} is not an object`);
  for (const field of FIELDS) {
    if (!Object.hasOwn(entry, field)) refuse(`${where} has no ${field}`);
  }
  const { dtype, shape, data_offsets: offsets } = entry;
  if (!SIZES.has(dtype)) refuse(`${where} has an unknown dtype, ${JSON.stringify(dtype)}`);
  if (!Array.isArray(shape) || !shape.every(isCount)) refuse(`${where}: its shape is no shape`);
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount)) {
    refuse(`${where}: its data_offsets are not two positions`);
  }
  let size = sizeOf(dtype);
  for (const n of shape) {
    size *= n;
    if (!Number.isSafeInteger(size)) refuse(`${where}: its shape overflows`);
  }
  const [begin, end] = offsets;
  if (end > available) refuse(`${where} ends at byte ${end} of the data, which has ${available}`);
  if (end - begin !== size) {
    refuse(`${where} takes ${size} bytes by its shape, and ${end - begin} by its data_offsets`);
  }
  return { dtype, shape, begin, end };
}
