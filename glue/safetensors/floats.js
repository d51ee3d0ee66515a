// Numbers in and out of the bytes of tensors: F64, F32, F16 and BF16, all little-endian.
import { quote } from '../text.js';
import { raise } from '../error.js';
import { refuse } from './error.js';

/** @typedef {import('./format.js').Tensor} Tensor */

/**
 * @param {string} name
 * @param {number[]} shape
 * @param {Float32Array | Float64Array | Uint8Array | Uint16Array} numbers
 * @returns {Tensor}
 */
export function tensorOf(name, shape, numbers) {
  const dtype =
    numbers.BYTES_PER_ELEMENT === 8
      ? 'F64'
      : numbers.BYTES_PER_ELEMENT === 4
        ? 'F32'
        : numbers.BYTES_PER_ELEMENT === 2
          ? 'F16'
          : 'U8';
  const { buffer, byteOffset, byteLength } = numbers;
  return { name, dtype, shape, bytes: new Uint8Array(buffer, byteOffset, byteLength) };
}

// In a file, numbers lie where they lie: a copy is aligned.
const aligned = (/** @type {Tensor} */ { bytes }) => bytes.slice().buffer;

export const float32Of = (/** @type {Tensor} */ tensor) => new Float32Array(aligned(tensor));
export const float64Of = (/** @type {Tensor} */ tensor) => new Float64Array(aligned(tensor));

/** @type {Record<string, (tensor: Tensor) => Float32Array>} */
const readers = {
  F32: float32Of,
  F16: (tensor) => Float32Array.from(new Uint16Array(aligned(tensor)), fromHalf),
  // The upper half of an F32.
  BF16: (tensor) =>
    new Float32Array(Uint32Array.from(new Uint16Array(aligned(tensor)), (b) => b << 16).buffer),
};

export const DTYPES = Object.keys(readers);

/**
 * The numbers of a tensor of any of these types, which are finite.
 *
 * @param {Tensor} tensor
 */
export function finiteFloats(tensor) {
  const floats = readers[tensor.dtype](tensor);
  const bad = floats.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) refuse(`tensor ${quote(tensor.name)}: number ${bad} is ${floats[bad]}`);
  return floats;
}

/** @param {number} bits 1 sign, 5 exponent, 10 fraction */
function fromHalf(bits) {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0
    ? sign * fraction * 2 ** -24
    : sign * (1 + fraction * 2 ** -10) * 2 ** (exponent - 15);
}

/**
 * To the nearest F16, of two equally near ones the even.
 *
 * @param {string} name
 * @param {Float32Array} floats
 */
export const toHalves = (name, floats) =>
  Uint16Array.from(floats, (value) => {
    const size = Math.abs(value);
    const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
    // Numbers of one exponent are this far apart; those below 2^-14 as those above it.
    const exponent = Math.max(Math.floor(Math.log2(size)), -14);
    const steps = roundToEven(size * 2 ** (10 - exponent));
    // A carry out of the fraction goes into the exponent, as it should.
    const bits = size === 0 ? 0 : steps + ((exponent + 14) << 10);
    if (bits >= 0x7c00) raise('LORA_E_RANGE', `${name}: ${value} is too large for F16; use F32`);
    return sign | bits;
  });

/** @param {number} value 0 or more, with at most 24 bits */
function roundToEven(value) {
  const below = Math.floor(value);
  const rest = value - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}
