// The cases of stream.js, for worker.js: forward of ours, and the bare loops of stream.wat over as
// many bytes.
import { readFileSync } from 'node:fs';
import wabt from 'wabt';
import { ALPHA, BATCH, numbers, RANK, rowsOf, SEED, TIMED_RATE } from './inputs.js';

export const DIMS = [256, 512, 1024, 4096];

/** What is timed at each dim, and how many vectors a call handles. */
export const SUBJECTS = [
  { id: 'forward', vectors: 1 },
  { id: 'batch', vectors: BATCH },
  { id: 'stream-call', vectors: 1 },
  { id: 'stream', vectors: BATCH },
  { id: 'arithmetic-call', vectors: 1 },
  { id: 'arithmetic', vectors: BATCH },
];

const FLOAT = Float32Array.BYTES_PER_ELEMENT;

/** Bytes that are loaded for a vector: A and B (2, dim) once, x (dim) twice; in a batch, A and B for two vectors. */
export const bytesOf = (id, dim) =>
  FLOAT * (id === 'batch' ? (2 * RANK * dim) / 2 + 2 * dim : 2 * RANK * dim + 2 * dim);

// The bare module sums in another order.
const TOLERANCE = 1e-5;

async function bareModule() {
  const { parseWat } = await wabt();
  const url = new URL('stream.wat', import.meta.url);
  const module = parseWat('stream.wat', readFileSync(url, 'utf8'), { simd: true });
  module.validate();
  return new WebAssembly.Module(module.toBinary({}).buffer);
}

// W (2, dim), as core/kernels.hpp keeps it: four columns of the one row, then of the other.
const interleaved = (w, dim) =>
  w.map((_, i) => w[(Math.floor(i / 4) % RANK) * dim + Math.floor(i / (4 * RANK)) * 4 + (i % 4)]);

// stream.wat adds floats as if they were integers.
const sumOfBits = (vectors) =>
  vectors
    .flatMap((v) => Array.from(new Int32Array(v.buffer, v.byteOffset, v.length)))
    .reduce((sum, bits) => (sum + bits) | 0, 0);

function checkClose(what, values, expected) {
  const scale = TOLERANCE * Math.max(...Array.from(expected, Math.abs));
  values.forEach((value, i) => {
    if (!(Math.abs(value - expected[i]) <= scale)) {
      throw new Error(`${what}: [${i}] is ${value} and not ${expected[i]}; nothing was timed`);
    }
  });
}

/** @param {string} url of microlora.js */
export async function open(url) {
  const { default: init, MicroLoRA } = await import(url);
  await init();
  const bare = await bareModule();
  const cases = {};
  for (const dim of DIMS) {
    const x = numbers(0xbb67ae85, dim);
    const A = numbers(0x510e527f, RANK * dim).map((value) => value / 16);
    const B = numbers(0x9b05688c, RANK * dim).map((value) => value / 16);
    const options = { dim, rank: RANK, alpha: ALPHA, seed: SEED, learningRate: TIMED_RATE };
    const lora = new MicroLoRA({ ...options, optimizer: 'sgd' });
    const batched = new MicroLoRA({ ...options, optimizer: 'sgd', batch: BATCH });
    for (const object of [lora, batched]) object.setWeights({ A, B });
    lora.input.set(x);
    rowsOf(numbers(0x3c6ef372, BATCH * dim), dim).forEach((row, i) => batched.inputs[i].set(row));

    // [A][B][x][y], as the object has them.
    const { memory, stream, arithmetic } = new WebAssembly.Instance(bare).exports;
    const at = { a: 0, b: RANK * dim * FLOAT, x: 2 * RANK * dim * FLOAT, y: 0 };
    at.y = at.x + dim * FLOAT;
    const view = (address, count) => new Float32Array(memory.buffer, address, count);
    view(at.a, RANK * dim).set(interleaved(A, dim));
    view(at.b, RANK * dim).set(interleaved(B, dim));
    view(at.x, dim).set(x);
    let sum = 0;

    lora.forward();
    arithmetic(at.a, at.b, at.x, dim, at.y, 1);
    checkClose(`arithmetic, dim ${dim}`, view(at.y, dim), lora.output);
    const sums = { state: () => ({}) };
    const answers = { state: () => ({ y: view(at.y, dim) }) };
    const subjects = {
      forward: { call: () => lora.forward(), state: () => ({ y: lora.output }) },
      batch: { call: () => batched.forwardBatch(), state: () => ({ y: batched.outputs[0] }) },
      'stream-call': { ...sums, call: () => (sum = stream(at.a, at.b, at.x, dim, 1)) },
      stream: { ...sums, call: () => (sum = stream(at.a, at.b, at.x, dim, BATCH)) },
      'arithmetic-call': {
        ...answers,
        call: () => arithmetic(at.a, at.b, at.x, dim, at.y, 1),
      },
      arithmetic: { ...answers, call: () => arithmetic(at.a, at.b, at.x, dim, at.y, BATCH) },
    };
    subjects.stream.call();
    if (sum !== sumOfBits([A, B, x, x])) {
      throw new Error(`stream, dim ${dim}: ${sum} is not the sum; nothing was timed`);
    }
    for (const { id } of SUBJECTS) cases[`${id}-${dim}`] = { prepare() {}, ...subjects[id] };
  }
  return { about: {}, cases };
}
