// Errors of this entry. The class is that of the main entry, so `instanceof LoraError` holds for
// whoever imports it from there. In this bundle it also stands in for ../error.js: see ../build.js.
import { LoraError } from 'microlora:main';

/**
 * @param {import('microlora:abi').Code} code
 * @param {string} message
 * @param {unknown} [cause]
 * @returns {never}
 */
export function raise(code, message, cause) {
  throw new LoraError(code, message, cause);
}

/**
 * For bytes that are not what they should be.
 *
 * @param {string} message
 * @param {unknown} [cause]
 * @returns {never}
 */
export const refuse = (message, cause) => raise('LORA_E_FILE', message, cause);

/**
 * What a call gives. Where it refuses, the message says where.
 *
 * @template Result
 * @param {string} where
 * @param {() => Result} call
 * @returns {Result}
 */
export function within(where, call) {
  try {
    return call();
  } catch (cause) {
    if (!(cause instanceof LoraError)) throw cause;
    return refuse(`${where}: ${cause.message}`, cause);
  }
}
