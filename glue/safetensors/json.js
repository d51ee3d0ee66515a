// JSON as strict as a file format needs it: a key that is there twice is an error, not a choice.
import { refuse } from './error.js';

/**
 * @param {string} where
 * @param {string} text
 */
export function parseJson(where, text) {
  /** @type {unknown} */
  let value;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    refuse(`${where} is not JSON: ${/** @type {Error} */ (cause).message}`, cause);
  }
  findDuplicate(where, text);
  return value;
}

/**
 * Looks at text that is JSON already: strings and braces are all that matters.
 *
 * @param {string} where
 * @param {string} text
 */
function findDuplicate(where, text) {
  /** The keys of the objects that are open. @type {Set<string>[]} */
  const open = [];
  for (const [token, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (colon !== undefined) {
      const key = JSON.parse(token.slice(0, token.length - colon.length));
      const keys = open[open.length - 1];
      if (keys.has(key)) refuse(`${where} has the key ${JSON.stringify(key)} twice`);
      keys.add(key);
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
