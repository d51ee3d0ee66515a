// Errors about files.
import { LoraError, raise } from '../error.js';

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
