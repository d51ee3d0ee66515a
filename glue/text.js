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
  } catch {
    return undefined;
  }
}
