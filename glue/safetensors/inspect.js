// What is in a file, without making an object of it.
import { bytesOf } from './format.js';
import { readAny } from './own.js';

/** @param {unknown} given */
export function inspect(given) {
  const { kind, strings, tensors } = readAny(bytesOf('inspect: the file', given));
  return {
    kind,
    metadata: Object.fromEntries(strings),
    tensors: [...tensors.values()].map(({ name, dtype, shape }) => ({ name, dtype, shape })),
  };
}
