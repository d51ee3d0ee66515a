// The public API learns out of the box: y = x + M x by default options, in every build.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entries, randomNumbers } from './support/helpers.js';
import { delta, relativeError } from './support/model.js';

const DIM = 256;
const STEPS = 8000;
const MOST = 0.01;

/** M (dim, dim) of rank 2, as u v^T / dim summed over 2 standard normal pairs: ||M||_F is about 1.4. */
function target(random) {
  const u = random.vector(2 * DIM);
  const v = random.vector(2 * DIM);
  const dense = delta({ A: v, B: u }, { rank: 2, in: DIM, out: DIM, alpha: 1 / DIM });
  const apply = (x, into) => {
    for (let j = 0; j < DIM; j++) into[j] = x[j];
    for (let k = 0; k < 2; k++) {
      let h = 0;
      for (let i = 0; i < DIM; i++) h += v[k * DIM + i] * x[i];
      for (let j = 0; j < DIM; j++) into[j] += (u[k * DIM + j] * h) / DIM;
    }
    return into;
  };
  return { dense, apply };
}

/** How many examples the default options need, in batches of so many. */
async function examplesNeeded(entry, batch, seed) {
  const { MicroLoRA, engine } = await entry.open();
  const lora = new MicroLoRA({ dim: DIM, batch, engine });
  const random = randomNumbers(seed);
  const { dense, apply } = target(random);
  for (let seen = 0; seen < 2 * STEPS;) {
    for (let i = 0; i < 320; i += batch, seen += batch) {
      const X = random.vector(batch * DIM);
      const T = new Float32Array(batch * DIM);
      for (let j = 0; j < batch; j++) {
        apply(X.subarray(j * DIM, (j + 1) * DIM), T.subarray(j * DIM, (j + 1) * DIM));
      }
      lora.learnBatch(X, T);
    }
    if (relativeError(lora.delta(), dense) < MOST) return seen;
  }
  return Infinity;
}

// A step of a batch is as long as its inputs are different: the rate means the same as alone.
test('batches of unrelated examples need hardly more of them than single steps', async () => {
  const single = await examplesNeeded(entries[0], 1, 4);
  for (const batch of [8, 32]) {
    const needed = await examplesNeeded(entries[0], batch, 4);
    assert.ok(needed < 2 * single, `${needed} in batches of ${batch}, ${single} alone`);
  }
});

for (const entry of entries) {
  for (const seed of [1, 2, 3]) {
    test(`${entry.name}, seed ${seed}: default options learn y = x + M x at dim ${DIM}`, async () => {
      const { MicroLoRA, engine } = await entry.open();
      const lora = new MicroLoRA({ dim: DIM, engine });
      const random = randomNumbers(seed);
      const { dense, apply } = target(random);
      const wanted = new Float64Array(DIM);
      const { input, output, gradient } = lora;
      const shape = { rank: 2, in: DIM, out: DIM };
      const errorNow = () => relativeError(delta(lora.getWeights(), shape), dense);
      assert.equal(errorNow(), 1);
      for (let i = 0; i < STEPS; i++) {
        for (let k = 0; k < DIM; k++) input[k] = random.normal();
        apply(input, wanted);
        lora.forward();
        for (let k = 0; k < DIM; k++) gradient[k] = output[k] - wanted[k];
        lora.adapt();
      }
      const error = errorNow();
      assert.ok(error < MOST, `relative error of the delta after ${STEPS} steps: ${error}`);
      assert.equal(lora.adaptCount, STEPS);
    });
  }
}
