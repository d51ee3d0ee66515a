// From the text in a bundle to the bytes of a module.
import { ALPHABET, orderOf, SINGLES } from './packing.js';

// Characters of the alphabet are below this.
const CODES = 128;
// The text has lines, so that nothing prints all of it at once.
const NEWLINE = 10;
// Those above it are the first of a pair.
const LAST = ALPHABET.charCodeAt(SINGLES - 1);

/**
 * @param {{ frequent: number[], text: string }} packed
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function unpack({ frequent, text }) {
  // bytes[character], then for each that begins a pair bytes[128 * which + the second one]
  const table = new Uint8Array(CODES * (ALPHABET.length - SINGLES + 1));
  const length = ALPHABET.length;
  orderOf(frequent).forEach((byte, i) => {
    const j = i < SINGLES ? i : i - SINGLES;
    const row = i < SINGLES ? 0 : 1 + Math.floor(j / length);
    table[CODES * row + ALPHABET.charCodeAt(j % length)] = byte;
  });
  const bytes = new Uint8Array(text.length);
  let to = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code === NEWLINE) continue;
    if (code > LAST) code = CODES * (code - LAST) + text.charCodeAt(++i);
    bytes[to++] = table[code];
  }
  return bytes.slice(0, to);
}
