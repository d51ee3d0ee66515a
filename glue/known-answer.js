// A forward, a step and a forward whose outputs were worked out by hand, exact in f32.
// WebAssembly SIMD that validates may still compute wrongly (Safari before 17), so this asks it.
import { FROM_TRANSFER, RESIDUAL, SGD } from 'microlora:abi';

const DIM = 5;
const X = [1, 2, 3, 4, 5];
const A = [
  [1, 0, 2, 0, -1],
  [0, 1, 0, -2, 1],
];
const B = [
  [1, 2, 0, 0, 4],
  [0, 2, 4, 0, -2],
];
const G = [1, 0, -1, 2, 0.5];

// h = (2, -1); y = x + (2 b0 - b1) / 2
const FIRST = [2, 3, 1, 4, 10];
// With alpha 1/2 and rate 1/4: B -= h (x) g / 8, A -= (3, -5) (x) x / 8, then h = (-18.625, 33.375).
const SECOND = [-3.8984375, 16.75, 65.3359375, 12.828125, -63.41796875];

/** @param {import('./engine.js').Instance} engine */
export function knownAnswer(engine) {
  const { _abi: abi, _transfer: transfer } = engine;
  const handle = abi.lora_create(DIM, DIM, A.length, 0.5, 0.25, SGD, 0, RESIDUAL, 1, 0, 1);
  const write = (/** @type {number[][]} */ rows, /** @type {number} */ factor) =>
    rows.forEach((row, k) => {
      transfer.set(row);
      abi.lora_write_row(handle, 0, factor, k);
    });
  const gives = (/** @type {number[]} */ expected) => {
    transfer.set(X);
    abi.lora_forward(handle, 0, 1, FROM_TRANSFER);
    const y = engine._view(abi.lora_output(handle), DIM);
    return expected.every((value, i) => value === y[i]);
  };
  [A, B].forEach(write);
  const first = gives(FIRST);
  transfer.set(G);
  abi.lora_adapt(handle, 0, 1, FROM_TRANSFER);
  const second = gives(SECOND);
  abi.lora_free(handle);
  return first && second;
}
