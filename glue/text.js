// Text in messages: values cut to a length that a terminal shows, and UTF-8 without TextEncoder and
// TextDecoder, which not every place has (jsdom) and which refuse shared memory (Chromium).

const LONGEST = 80;

/** @param {string} text */
export const cut = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/**
 * A name or value in quotes.
 *
 * @param {string} text
 */
export const quote = (text) => cut(JSON.stringify(text));

/**
 * How many letters are to be added, taken away or replaced between two words (Levenshtein 1966).
 *
 * @param {string} a
 * @param {string} b
 */
function distance(a, b) {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = above[j - 1] + Number(a[i - 1] !== b[j - 1]);
      row.push(Math.min(replaced, above[j] + 1, row[j - 1] + 1));
    }
    above = row;
  }
  return above[b.length];
}

/**
 * What was probably meant by a name that does not exist, as the end of a clause; nothing where no name
 * is near. Case does not count, and of every three letters one may differ.
 *
 * @param {unknown} given
 * @param {readonly string[]} names
 */
export function closest(given, names) {
  if (typeof given !== 'string' || given.length > LONGEST) return '';
  const word = given.toLowerCase();
  let best = '';
  let least = Math.floor(word.length / 3) + 1;
  for (const name of names) {
    const letters = distance(word, name.toLowerCase());
    if (letters < least) [best, least] = [name, letters];
  }
  return best && ` (did you mean ${cut(best)}?)`;
}

/**
 * @param {string} text well-formed
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function utf8Of(text) {
  const escaped = encodeURIComponent(text);
  const bytes = escaped.replace(/%(..)/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Uint8Array.from(bytes, (char) => char.charCodeAt(0));
}

/**
 * @param {Uint8Array} bytes on a buffer of any kind
 * @returns {string | undefined} nothing when they are not UTF-8
 */
export function textOfUtf8(bytes) {
  const CHUNK = 8192;
  let latin = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    latin += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  const hex = (/** @type {string} */ char) => `%${char.charCodeAt(0).toString(16)}`;
  try {
    return decodeURIComponent(latin.replace(/[%\x80-\xff]/g, hex));
  } catch (/** @type {any} */ cause) {
    if (cause.name !== 'URIError') throw cause;
    return undefined;
  }
}
