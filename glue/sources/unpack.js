// From the text in a bundle to the bytes of a module.
import { ALPHABET, orderOf, SINGLES } from './packing.js';

/**
 * @param {{ frequent: number[], text: string }} packed
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function unpack({ frequent, text }) {
  const order = orderOf(frequent);
  const rank = new Map(Array.from(ALPHABET, (char, i) => [char, i]));
  const bytes = [];
  let pair = -1;
  for (const char of text) {
    const code = /** @type {number} */ (rank.get(char));
    if (pair >= 0) {
      bytes.push(order[SINGLES + pair * ALPHABET.length + code]);
      pair = -1;
    } else if (code < SINGLES) {
      bytes.push(order[code]);
    } else {
      pair = code - SINGLES;
    }
  }
  return Uint8Array.from(bytes);
}
