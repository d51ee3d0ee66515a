// JSON as strict as a file format needs it: a key that is there twice is an error, not a choice.
import { cut, quote } from '../text.js';
import { refuse } from './error.js';

/**
 * @param {string} where
 * @param {string} text
 * @param {Map<string, string[]>} [orders] gets the keys of each object in the outer one, in the order of
 *   the text: objects of JavaScript put keys like 0 first
 */
export function parseJson(where, text, orders = new Map()) {
  /** @type {unknown} */
  let value;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    refuse(`${where} is not JSON: ${cut(/** @type {Error} */ (cause).message)}`, cause);
  }
  readKeys(where, text, orders);
  return value;
}

/**
 * Looks at text that is JSON already: strings and braces are all that matters. One expression for whole
 * strings would need a stack as long as they are.
 *
 * @param {string} where
 * @param {string} text
 * @param {Map<string, string[]>} orders
 */
function readKeys(where, text, orders) {
  /** The keys of the objects that are open. @type {Set<string>[]} */
  const open = [];
  /** The last key of the outer object. */
  let last = '';
  /** Where the string begins that is open. */
  let start = -1;
  const colon = /\s*:/y;
  for (const { 0: token, index } of text.matchAll(/\\.|["{}]/g)) {
    if (token === '"' && start < 0) start = index;
    else if (token === '"') {
      const string = text.slice(start, index + 1);
      start = -1;
      colon.lastIndex = index + 1;
      if (!colon.test(text)) continue;
      const key = JSON.parse(string);
      const keys = open[open.length - 1];
      if (keys.has(key)) refuse(`${where} has the key ${quote(key)} twice`);
      keys.add(key);
      if (open.length === 1) last = key;
    } else if (start >= 0) continue;
    else if (token === '{') open.push(new Set());
    else {
      const keys = /** @type {Set<string>} */ (open.pop());
      if (open.length === 1) orders.set(last, [...keys]);
    }
  }
}

/**
 * Numbers with all their bits, which JSON.stringify does not give for -0.
 *
 * @param {object} value in which no string is "-0"
 */
export const stringifyNumbers = (value) =>
  JSON.stringify(value, (_, item) => (Object.is(item, -0) ? '-0' : item)).replaceAll('"-0"', '-0');

/** @param {unknown} value */
export const isObject = (value) => Object(value) === value && !Array.isArray(value);
