// The one place where errors are made.
import { STATUS } from 'microlora:abi';
import { ELSEWHERE } from 'microlora:edition/options.js';

/** Each entry has a class of its own, and so has each copy of the package; they know each other's errors. */
const MARK = Symbol.for('microlora.error');

export class LoraError extends Error {
  /** @param {any} value */
  static [Symbol.hasInstance](value) {
    return this === LoraError ? Object(value)[MARK] === true : super[Symbol.hasInstance](value);
  }

  get [MARK]() {
    return true;
  }

  /**
   * @param {import('microlora:abi').Code} code
   * @param {string} message
   * @param {unknown} [cause]
   */
  constructor(code, message, cause) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'LoraError';
    this.code = code;
  }
}

/**
 * @param {import('microlora:abi').Code} code
 * @param {string} message
 * @param {unknown} [cause]
 * @returns {never}
 */
export function raise(code, message, cause) {
  throw new LoraError(code, message, cause);
}

/** What the JavaScript cannot check before the call. @type {Partial<Record<string, string>>} */
const meanings = {
  LORA_E_HANDLE: 'this object was freed',
  LORA_E_NONFINITE:
    'a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed',
  LORA_E_STATE:
    'call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it',
  LORA_E_SHAPE: 'this needs in equal to out',
  LORA_E_OPTION: `this edition lacks it${ELSEWHERE}`,
};

/**
 * Turns a status of the boundary into an error.
 *
 * @param {number} status
 * @param {string} where
 * @returns {never}
 */
export function fail(status, where) {
  const codes = /** @type {import('microlora:abi').Code[]} */ (Object.keys(STATUS));
  const [code] = codes.filter((name) => STATUS[name] === status);
  raise(code, `${where}: ${meanings[code] ?? code}`);
}
