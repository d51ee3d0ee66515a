// Losses whose gradients depend on the length of the answer: a preconditioned step divides them by
// the curvature of the loss, so that one rate suits every scale of the inputs and every alpha.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entries, randomNumbers } from './support/helpers.js';

const DIM = 24;
const PAIRS = 12;
const ROUNDS = 60;

// What each takes of a pair: the target, or the positive and all others.
const LOSSES = [
  { name: 'cosine', learn: (lora, x, t) => lora.learn(x, t, { loss: 'cosine' }) },
  {
    name: 'InfoNCE',
    learn: (lora, x, t, others) =>
      lora.contrast(x, t, others, { temperature: 0.1, units: 'cosine' }),
  },
  { name: 'triplet', learn: (lora, x, t, others) => lora.contrast(x, t, others, { margin: 0.3 }) },
];

/** The mean loss of each round over the pairs, of which every one is learned from once a round. */
function curveOf({ MicroLoRA, engine }, learn, { scale = 1, ...options }) {
  const random = randomNumbers(8);
  const lora = new MicroLoRA({ dim: DIM, engine, ...options });
  const pairs = Array.from({ length: PAIRS }, () => ({
    x: random.vector(DIM, scale),
    target: random.vector(DIM),
  }));
  const others = pairs.map((_, i) =>
    Float32Array.from(pairs.flatMap(({ target }, j) => (i === j ? [] : [...target]))),
  );
  const curve = Array.from({ length: ROUNDS }, () =>
    pairs.reduce((sum, { x, target }, i) => sum + learn(lora, x, target, others[i]) / PAIRS, 0),
  );
  lora.free();
  return curve;
}

/** The largest distance between curves at any round, of the loss at the start. */
const apart = ([first, ...others]) =>
  Math.max(...others.flatMap((curve) => curve.map((loss, i) => Math.abs(loss - first[i])))) /
  first[0];

for (const entry of entries) {
  const loaded = entry.open();

  for (const { name, learn } of LOSSES) {
    test(`${entry.name}: ${name} falls alike for three scales of the inputs and three alphas`, async () => {
      const api = await loaded;
      for (const settings of [
        [1, 0.01, 100].map((scale) => ({ scale })),
        [1, 0.1, 10].map((alpha) => ({ alpha })),
      ]) {
        const curves = settings.map((options) => curveOf(api, learn, options));
        for (const curve of curves) assert.ok(curve.at(-1) < 0.7 * curve[0], `${curve}`);
        assert.ok(apart(curves) < 0.02, `${JSON.stringify(settings)}: ${apart(curves)}`);
      }
    });

    // A loss of cosines, of a y that is linear in x, has the same gradient in A and B for any length of
    // x; so plain sgd learns alike for those too. Not for alpha.
    test(`${entry.name}: ${name} by sgd depends on alpha`, async () => {
      const api = await loaded;
      const curves = [1, 0.1, 10].map((alpha) => curveOf(api, learn, { alpha, optimizer: 'sgd' }));
      assert.ok(apart(curves) > 0.1, `${apart(curves)}`);
    });
  }

  test(`${entry.name}: mse by sgd depends on the scale of the inputs, by default it does not`, async () => {
    const api = await loaded;
    // Targets of the inputs' scale, and the loss in units of its square.
    const learn = (scale) => (lora, x, t) =>
      lora.learn(
        x,
        t.map((value) => scale * value),
      ) /
      scale ** 2;
    const curves = (options) =>
      [1, 0.1, 0.01].map((scale) => curveOf(api, learn(scale), { scale, ...options }));
    assert.ok(apart(curves({})) < 0.02);
    assert.ok(apart(curves({ optimizer: 'sgd' })) > 0.1);
  });
}
