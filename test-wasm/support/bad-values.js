// What a caller may pass by mistake, and how a test shows that a refused call changed nothing.
import assert from 'node:assert/strict';
import { bitsOf } from './helpers.js';

/** Everything that is not a Float32Array of `length` finite numbers, with the code it must give. */
export function badVectors(length) {
  const with_ = (value, at) => Float32Array.from({ length }, (_, i) => (i === at ? value : 0.5));
  const rows = [
    ['one short', 'LORA_E_SHAPE', new Float32Array(length - 1)],
    ['one long', 'LORA_E_SHAPE', new Float32Array(length + 1)],
    ['empty', 'LORA_E_SHAPE', new Float32Array(0)],
    ['of 100 000', 'LORA_E_SHAPE', new Float32Array(100_000)],
    ['detached', 'LORA_E_SHAPE', detached(length)],
    ['a plain array', 'LORA_E_TYPE', new Array(length).fill(0.5)],
    ['doubles', 'LORA_E_TYPE', new Float64Array(length)],
    ['bytes', 'LORA_E_TYPE', new Uint8Array(4 * length)],
    ['a Buffer', 'LORA_E_TYPE', Buffer.alloc(length)],
    ['an ArrayBuffer', 'LORA_E_TYPE', new ArrayBuffer(4 * length)],
    ['a SharedArrayBuffer', 'LORA_E_TYPE', new SharedArrayBuffer(4 * length)],
    ['a DataView', 'LORA_E_TYPE', new DataView(new ArrayBuffer(4 * length))],
    ['big integers', 'LORA_E_TYPE', new BigInt64Array(length)],
    ['a string', 'LORA_E_TYPE', '1'.repeat(length)],
    ['null', 'LORA_E_TYPE', null],
    ['a number', 'LORA_E_TYPE', length],
    ['a function', 'LORA_E_TYPE', () => 1],
    ['a symbol', 'LORA_E_TYPE', Symbol('x')],
    ['an array-like object', 'LORA_E_TYPE', { length, 0: 1 }],
    ['an object without prototype', 'LORA_E_TYPE', Object.create(null)],
    ['what only says it is one', 'LORA_E_TYPE', { [Symbol.toStringTag]: 'Float32Array', length }],
  ];
  for (const value of [NaN, Infinity, -Infinity]) {
    for (const at of [...new Set([0, length >> 1, length - 1])]) {
      rows.push([`${value} at ${at}`, 'LORA_E_NONFINITE', with_(value, at)]);
    }
  }
  return rows.map(([name, code, value]) => ({ name, code, value }));
}

function detached(length) {
  const vector = new Float32Array(length);
  structuredClone(vector.buffer, { transfer: [vector.buffer] });
  return vector;
}

/** Everything that is not a finite number. */
export const badNumbers = [
  ...[NaN, Infinity, -Infinity, 1e39].map((value) => ({ code: 'LORA_E_NONFINITE', value })),
  ...['1', null, true, 1n, [1], {}, Symbol('one')].map((value) => ({ code: 'LORA_E_TYPE', value })),
];

export const nameOf = (value) =>
  typeof value === 'object' && value !== null
    ? Object.prototype.toString.call(value)
    : `${typeof value} ${String(value)}`;

/** All that an adapter set shows of itself. */
export function stateOf(lora) {
  const scopes = lora.scopes === undefined ? [undefined] : lora.scopes.map((_, i) => i);
  const of = (name) => scopes.map((i) => (i === undefined ? lora[name] : lora[name](i)));
  return {
    weights: scopes.map((i) => {
      const { A, B } = i === undefined ? lora.getWeights() : lora.getWeights(i);
      return [bitsOf(A), bitsOf(B)];
    }),
    counts: [of('adaptCount'), of('forwardCount')],
    deltaNorms: of('deltaNorm'),
    learningRate: lora.learningRate,
    vectors: [lora.inputs, lora.outputs, lora.gradients].flat().map(bitsOf),
    fallback: lora.categoryFallback,
  };
}

/** All that a trajectory buffer shows of itself. */
export const stateOfBuffer = (buffer) => ({
  records: [...buffer],
  statistics: [
    buffer.length,
    buffer.totalCount,
    buffer.successRate,
    buffer.bestImprovement,
    buffer.meanImprovement,
    buffer.variance,
    buffer.bestAttention,
    buffer.highQualityCount(0.5),
    buffer.countByOperator(2),
  ],
});

/** All that an embedding space shows of itself. */
export function stateOfSpace(space) {
  const { documentMean, queryMean, directions, scales } = space.export();
  return {
    counts: [space.documentCount, space.queryCount, space.spread, space.frozen],
    exported: [documentMean, queryMean, directions, scales].map(bitsOf),
    views: [space.input, space.output].map(bitsOf),
  };
}

export const stateOfPolicy = (policy) => ({
  arms: policy.arms,
  bank: policy.bank,
  counts: policy.counts(),
  lastId: policy.lastId,
  context: bitsOf(policy.context),
  expected: policy.predict(new Float32Array(policy.dim).fill(0.5)),
});

/** What a call gives: its value, or the code of its error. */
export function outcome(call) {
  try {
    return { value: call() };
  } catch (error) {
    return { code: error.code ?? error };
  }
}

/** Asserts that a call gives a LoraError of a code, with a message for people. */
export function refuses(call, code, LoraError) {
  assert.throws(call, (error) => {
    assert.ok(error instanceof LoraError, `${error.stack}`);
    assert.equal(error.code, code, error.message);
    assert.equal(error.name, 'LoraError');
    assert.ok(error.message.length > 15, error.message);
    return true;
  });
}
