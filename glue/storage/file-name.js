// The name of a key's file: keys that differ have names that differ, on every file system.
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';

const LONGEST = 80;
/** How much of a long key its name still shows. */
const SHOWN = 16;
/** Windows gives these to devices, whatever follows the first dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?![^.])/;

/**
 * UTF-8, and half a surrogate pair as UTF-8 would have it, so that no two texts have the same bytes.
 *
 * @param {string} char one code point
 */
function bytesOf(char) {
  const code = /** @type {number} */ (char.codePointAt(0));
  return code >= 0xd800 && code <= 0xdfff
    ? Buffer.of(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f))
    : Buffer.from(char);
}

/** @param {string} char */
const escape = (char) => bytesOf(char).toString('hex').replace(/../g, '%$&');

/**
 * Upper case is escaped, as file systems may ignore case, and so is all that Unicode may normalise or
 * Windows refuse. A long name ends in `~`, which no short one has, and a hash of the whole.
 *
 * @param {string} key
 */
export function fileNameOf(key) {
  const name = key
    .replace(/[^a-z0-9_.-]/gu, escape)
    .replace(DEVICE, (device) => escape(device[0]) + device.slice(1));
  if (name.length <= LONGEST) return `${name}.safetensors`;
  const shown = name.slice(0, SHOWN).replace(/%.?$/, '');
  return `${shown}~${createHash('sha256').update(name).digest('hex')}.safetensors`;
}
