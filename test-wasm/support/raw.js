// The bare modules, as a host without this package's JavaScript would use them.
import { readExports } from './wasm-binary.js';
import { read } from './helpers.js';

export const OK = 0;
export const HANDLE = -2;
export const SHAPE = -3;
export const RANGE = -4;
export const SCOPE = -5;
export const NONFINITE = -6;
export const STATE = -7;
export const MEMORY = -8;
export const OPTION = -9;

export const VERSION = Number(/LORA_ABI_VERSION (\d+)/.exec(read('abi/lora.h'))[1]);

/** Below this lies the stack, which calls leave numbers on. */
const STACK = 16384;
/**
 * The transfer vector and what calls work in, which lies behind it, where no batch is above 1 and no dim
 * above 8192: those move it.
 */
const TRANSFERS = (16384 + 2 * 8192 + 6 * 64 + 1) * 4;

export async function instantiate(file, bytes = 1 << 17) {
  const { instance } = await WebAssembly.instantiate(read(file), {});
  const lora = instance.exports;
  if (bytes > 0) lora.lora_grow(bytes);
  return lora;
}

/** Name to [number of parameters, type of the result], of every function. */
export const signaturesOf = (file) =>
  readExports(read(file))
    .filter(({ kind }) => kind === 'function')
    .map(({ name, parameters, results }) => ({ name, parameters, result: results[0] }));

/** A copy of all that a failed call must leave alone: not the stack, not the transfer vectors. */
export function memoryOf(lora) {
  const bytes = Buffer.from(lora.memory.buffer.slice(0));
  const transfer = lora.lora_transfer() >>> 0;
  bytes.fill(0, 0, STACK);
  if (transfer !== 0) bytes.fill(0, transfer, Math.min(transfer + TRANSFERS, bytes.length));
  return bytes;
}

/**
 * A set, a ring, a space and a policy with something in them, the set's last forward of scope 1, the policy's
 * first decision open; and an empty sum.
 */
export function populate(lora) {
  const set = lora.lora_create(8, 8, 2, 1, 0.125, 0, 1, 1, 3, 2, 1);
  const ring = lora.lora_trajectory_create(4, 8, 17);
  const sum = lora.lora_sum_create(8, 8, 4);
  const space = lora.lora_space_create(8, 3);
  const policy = lora.lora_policy_create(8, 3, 2, 3, 2, 4, 0, 0, 1);
  const transfer = new Float32Array(lora.memory.buffer, lora.lora_transfer(), 8);
  const numbers = () => transfer.set([1, -0.5, 0.25, 2, 0.125, -1, 0.75, 3]);
  for (let scope = 0; scope < 3; scope++) lora.lora_set_category(set, scope, scope % 2);
  for (let scope = 0; scope < 2; scope++) {
    numbers();
    lora.lora_forward(set, scope, 1, 1);
    lora.lora_adapt(set, scope, 1, 0);
  }
  numbers();
  lora.lora_forward(set, 1, 1, 1);
  lora.lora_accumulate(set, 1, 1, 0);
  lora.lora_trajectory_record(ring, 2, 5, 45, 120);
  for (const [side, factor] of [
    [0, 1],
    [0, -2],
    [0, 0.5],
    [1, 3],
  ]) {
    numbers();
    transfer[side + 4] *= factor;
    lora.lora_space_learn(space, side, 1);
  }
  numbers();
  const context = lora.lora_policy_context(policy);
  new Float32Array(lora.memory.buffer, context, 8).set(transfer);
  lora.lora_policy_observe(policy, 1, 1, 5, 0, NaN);
  lora.lora_policy_choose(policy, 1, 0, 1, NaN);
  numbers();
  return { set, ring, sum, space, policy };
}
