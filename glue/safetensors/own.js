// What makes a safetensors file one of ours: the keys of its metadata, and the checksum.
import { cut, quote, utf8Of } from '../text.js';
import { crc32 } from './crc.js';
import { raise } from '../error.js';
import { refuse } from './error.js';
import { read, write } from './format.js';

const VERSION = 2;
const RESERVED = 'microlora.';
const FORMAT = 'format';
const CHECKSUM = `${RESERVED}checksum`;
const UNKNOWN = '00000000';

export const KINDS = /** @type {const} */ ([
  'MicroLoRA',
  'ScopedLoRA',
  'TrajectoryBuffer',
  'EmbeddingSpace',
  'Policy',
]);

/**
 * Where the digits of the checksum begin, -1 where there are none. In a JSON string a quote is escaped,
 * so nothing else looks like this key.
 *
 * @param {Uint8Array} file
 */
function findDigits(file) {
  const key = utf8Of(`"${CHECKSUM}":"`);
  for (let at = file.indexOf(key[0]); at >= 0; at = file.indexOf(key[0], at + 1)) {
    if (key.every((byte, i) => file[at + i] === byte)) return at + key.length;
  }
  return -1;
}

/**
 * Of every byte but its own digits, which count as zeros.
 *
 * @param {Uint8Array} file
 * @param {number} at
 */
const checksumOf = (file, at) =>
  crc32([file.subarray(0, at), utf8Of(UNKNOWN), file.subarray(at + UNKNOWN.length)]);

/**
 * @param {typeof KINDS[number]} kind
 * @param {Record<string, string>} parts JSON, under keys of ours
 * @param {[string, string][]} metadata the user's
 * @param {import('./format.js').Tensor[]} tensors
 */
export function writeOwn(kind, parts, metadata, tensors) {
  const own = Object.entries({ version: String(VERSION), kind, ...parts, checksum: UNKNOWN });
  const file = write(tensors, [
    [FORMAT, 'pt'],
    ...own.map(([key, value]) => /** @type {[string, string]} */ ([RESERVED + key, value])),
    ...metadata,
  ]);
  const at = findDigits(file);
  file.set(utf8Of(checksumOf(file, at)), at);
  return file;
}

/**
 * The container; where it is one of ours, also its kind and whether its checksum is right.
 *
 * @param {Uint8Array} bytes
 */
export function readAny(bytes) {
  const { metadata, tensors } = read(bytes);
  const version = metadata.get(`${RESERVED}version`);
  const part = (/** @type {string} */ key) =>
    metadata.get(RESERVED + key) ?? refuse(`the metadata has no ${RESERVED}${key}`);
  const strings = [...metadata].filter(([key]) => !isReserved(key));
  if (version === undefined) return { kind: undefined, strings, tensors, part };
  if (version !== String(VERSION)) {
    refuse(
      `written by another version of microlora, in format ${cut(version)}; this one reads ${VERSION}`,
    );
  }
  const given = part('checksum');
  const at = findDigits(bytes);
  const checksum = at < 0 ? undefined : checksumOf(bytes, at);
  if (given !== checksum) {
    refuse(
      `the file is damaged: its checksum is ${checksum ?? 'not found'}, it says ${cut(given)}`,
    );
  }
  const kind = KINDS.find((name) => name === part('kind'));
  if (kind === undefined) refuse(`there is no kind ${cut(part('kind'))} of object`);
  return { kind, strings, tensors, part };
}

/** @param {string} key */
const isReserved = (key) => key === FORMAT || key.startsWith(RESERVED);

/**
 * A user's map of strings, as entries.
 *
 * @param {string} where
 * @param {unknown} given a plain object
 * @returns {[string, string][]}
 */
export function checkStrings(where, given) {
  return Object.entries(/** @type {Record<string, unknown>} */ (given)).map(([key, value]) => {
    if (typeof value !== 'string') {
      raise('LORA_E_TYPE', `${where}: ${quote(key)} must be a string, got ${typeof value}`);
    }
    if (isReserved(key)) {
      raise('LORA_E_OPTION', `${where}: ${quote(key)} is a name of the file's own; choose another`);
    }
    checkText(where, key);
    checkText(where, value);
    return [key, value];
  });
}

/**
 * Half a surrogate pair is no character, and other readers refuse it.
 *
 * @param {string} where
 * @param {string} text
 */
export function checkText(where, text) {
  if (/\p{Surrogate}/u.test(text)) {
    raise('LORA_E_OPTION', `${where}: ${quote(text)} is not well-formed text`);
  }
}
