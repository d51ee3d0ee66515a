// The other half of glue/sources/unpack.js, for the build and the tests.
import { ALPHABET, orderOf, SINGLES } from '../sources/packing.js';

// Characters of a line, or one more where a pair ends it.
const LINE = 1000;

/** @param {Uint8Array} bytes */
export function pack(bytes) {
  const counts = new Array(256).fill(0);
  for (const byte of bytes) counts[byte] += 1;
  const frequent = Array.from({ length: 256 }, (_, byte) => byte)
    .sort((a, b) => counts[b] - counts[a] || a - b)
    .slice(0, SINGLES);
  const code = orderOf(frequent).map((_, i) => {
    if (i < SINGLES) return ALPHABET[i];
    const rest = i - SINGLES;
    const first = SINGLES + Math.floor(rest / ALPHABET.length);
    return ALPHABET[first] + ALPHABET[rest % ALPHABET.length];
  });
  const codeOf = new Map(orderOf(frequent).map((byte, i) => [byte, code[i]]));
  let text = '';
  let end = LINE;
  for (const byte of bytes) {
    if (text.length >= end) {
      text += '\n';
      end = text.length + LINE;
    }
    text += codeOf.get(byte);
  }
  return { frequent, text };
}
