// Argument checks: each returns its argument, or raises an error that says what was expected.
import { ELSEWHERE } from 'microlora:edition/options.js';
import { raise } from './error.js';
import { closest, cut, quote } from './text.js';

/** @param {unknown} value */
export const tag = (value) => Object.prototype.toString.call(value).slice(8, -1);

/** @param {unknown} value */
const describe = (value) =>
  typeof value === 'string'
    ? quote(value)
    : cut(Object(value) === value ? tag(value) : String(value));

/**
 * @param {string} where
 * @param {string} expected
 * @param {unknown} value
 * @param {'LORA_E_TYPE' | 'LORA_E_OPTION'} [code]
 * @returns {never}
 */
export const wrongType = (where, expected, value, code = 'LORA_E_TYPE') =>
  raise(code, `${where} must be ${expected}, got ${describe(value)}`);

/**
 * @param {string} where
 * @param {unknown} value
 * @param {number} length
 */
export function checkVector(where, value, length) {
  const given = checkFloats(where, value);
  if (given !== length) {
    raise('LORA_E_SHAPE', `${where} must have ${length} numbers, got ${given}`);
  }
}

/**
 * Returns how many rows of a length there are.
 *
 * @param {string} where
 * @param {unknown} value
 * @param {number} length
 * @param {number} most
 */
export function checkRows(where, value, length, most) {
  const given = checkFloats(where, value);
  const rows = given / length;
  if (!Number.isInteger(rows) || rows < 1 || rows > most) {
    raise(
      'LORA_E_SHAPE',
      `${where} must have 1 to ${most} rows of ${length} numbers ({ batch: ${most} } when it was ` +
        `created), got ${given} numbers`,
    );
  }
  return rows;
}

/**
 * @param {string} where
 * @param {unknown} value
 * @returns {number} its length
 */
function checkFloats(where, value) {
  // A Float32Array of another realm (an iframe, a test runner's sandbox) is one too, a proxy of one not.
  if (!(
    ArrayBuffer.isView(value) &&
    (value instanceof Float32Array || tag(value) === 'Float32Array')
  )) {
    wrongType(where, 'a Float32Array', value);
  }
  return /** @type {Float32Array} */ (value).length;
}

/**
 * @param {string} where
 * @param {unknown} value
 * @returns {number}
 */
export function checkNumber(where, value) {
  if (typeof value !== 'number') wrongType(where, 'a number', value);
  if (!Number.isFinite(Math.fround(value))) {
    raise('LORA_E_NONFINITE', `${where} must be finite as a 32-bit float, got ${value}`);
  }
  return value;
}

/**
 * @param {string} where
 * @param {unknown} value
 * @param {number} least
 * @param {number} most
 * @param {'LORA_E_RANGE' | 'LORA_E_SHAPE' | 'LORA_E_SCOPE'} [code]
 * @returns {number}
 */
export function checkInteger(where, value, least, most, code = 'LORA_E_RANGE') {
  if (typeof value !== 'number') wrongType(where, 'a number', value);
  if (!Number.isInteger(value) || value < least || value > most) {
    raise(code, `${where} must be a whole number from ${least} to ${most}, got ${value}`);
  }
  return value;
}

/**
 * @param {string} where
 * @param {unknown} value
 * @returns {number}
 */
export function checkRate(where, value) {
  const rate = checkNumber(where, value);
  if (rate < 0) raise('LORA_E_RANGE', `${where} must not be negative, got ${rate}`);
  return rate;
}

/**
 * @param {string} where
 * @param {unknown} value
 * @returns {number}
 */
export function checkPositive(where, value) {
  const number = checkNumber(where, value);
  if (!(number > 0)) raise('LORA_E_RANGE', `${where} must be above 0, got ${number}`);
  return number;
}

/** @param {unknown} value of 1 */
export function checkShare(value) {
  const share = checkNumber('share', value);
  if (!(share >= 0 && share <= 1)) raise('LORA_E_RANGE', `share must be 0 to 1, got ${share}`);
  return share;
}

/**
 * The index of a name among those that exist.
 *
 * @param {string} where
 * @param {unknown} value
 * @param {readonly string[]} names
 */
export function checkName(where, value, names) {
  const index = names.indexOf(/** @type {string} */ (value));
  if (index < 0) {
    raise(
      'LORA_E_OPTION',
      `${where} must be one of ${names.join(', ')}, got ${describe(value)}` +
        closest(value, names) +
        ELSEWHERE,
    );
  }
  return index;
}

/**
 * The number of a name among those that exist.
 *
 * @param {string} where
 * @param {unknown} value
 * @param {Map<string, number>} numbers
 */
export function checkNumbered(where, value, numbers) {
  const names = [...numbers.keys()];
  return /** @type {number} */ (numbers.get(names[checkName(where, value, names)]));
}

/**
 * @param {string} where
 * @param {unknown} value
 * @returns {boolean}
 */
export function checkBoolean(where, value) {
  if (typeof value !== 'boolean') wrongType(where, 'true or false', value);
  return value;
}

/** @param {unknown} value */
export function isPlainObject(value) {
  if (Object(value) !== value) return false;
  const prototype = Object.getPrototypeOf(value);
  // The prototype of an object literal, of any realm, has no prototype itself.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * The options given, with defaults for those absent or undefined.
 *
 * @template {Record<string, unknown>} Options
 * @param {string} where
 * @param {unknown} given
 * @param {Options} defaults
 * @returns {Options}
 */
export function checkOptions(where, given, defaults) {
  if (!isPlainObject(given)) wrongType(`${where}: the argument`, 'an object of options', given);
  /** @type {Record<string, unknown>} */
  const options = { ...defaults };
  for (const [name, value] of Object.entries(/** @type {object} */ (given))) {
    if (!Object.hasOwn(defaults, name)) {
      raise(
        'LORA_E_OPTION',
        `${where} has no option ${cut(name)}${closest(name, Object.keys(defaults))}; it has ` +
          Object.keys(defaults).join(', ') +
          ELSEWHERE,
      );
    }
    if (value !== undefined) options[name] = value;
  }
  return /** @type {Options} */ (options);
}
