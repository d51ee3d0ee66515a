// The small edition: what it has gives the bits of the full one, in every variant; what it lacks says where
// it is; files go from one to the other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as full from '../dist/microlora.js';
import * as small from '../dist/small.js';
import * as scalar from '../dist/small.scalar.js';
import { load, save } from '../dist/safetensors.js';
import { at, bitsOf, randomNumbers, read, run } from './support/helpers.js';
import { readExports } from './support/wasm-binary.js';

const variants = { 'small.js': small, 'small.scalar.js': scalar };
const DIM = 33;

/** Everything that both editions have; what it finds, as bits. */
async function program({ createEngine, MicroLoRA, ScopedLoRA, TrajectoryBuffer }, optimizer) {
  const engine = await createEngine();
  const { vector } = randomNumbers(7);
  const found = [];
  const x = vector(DIM);
  const lora = new MicroLoRA({ dim: DIM, rank: 3, batch: 4, optimizer, alpha: 0.5, engine });
  found.push(bitsOf(lora.forward(x)));
  lora.adapt(vector(DIM, 0.1));
  found.push(lora.learn(x, vector(DIM)), lora.learn(x, vector(DIM), { reduction: 'mean' }));
  found.push(lora.learnBatch(vector(4 * DIM), vector(4 * DIM)));
  found.push(bitsOf(lora.forwardBatch(vector(3 * DIM))));
  lora.adaptBatch(vector(3 * DIM, 0.1));
  lora.forward(x);
  lora.adaptWithReward(0.5);
  found.push(lora.deltaNorm, lora.adaptCount, lora.forwardCount, lora.paramCount);
  found.push(lora.learningRate, bitsOf(lora.getWeights().A), bitsOf(lora.getWeights().B));
  lora.learningRate = 0.25;
  const set = new ScopedLoRA({ in: DIM, out: 5, optimizer, engine });
  for (const scope of ['Join', 'HashJoin', 'Scan', 'HashJoin']) {
    found.push(set.learn(scope, vector(DIM), vector(5)), bitsOf(set.forward('MergeJoin', x)));
  }
  set.categoryFallback = false;
  found.push(bitsOf(set.forward('MergeJoin', x)), set.deltaNorm('HashJoin'), set.totalAdaptCount);
  set.reset('Join');
  found.push(set.adaptCount('Join'));
  const two = new MicroLoRA({ dim: DIM, optimizer, engine });
  for (let i = 0; i < 20; i++) two.learn(vector(DIM), vector(DIM));
  found.push(bitsOf(two.forward(x)));
  const buffer = new TrajectoryBuffer({ dim: DIM, capacity: 4, engine });
  for (let i = 1; i < 7; i++) buffer.record(vector(DIM), i, i % 2, i, 3);
  found.push(
    buffer.successRate,
    buffer.variance,
    buffer.bestAttention,
    buffer.statistics('attention'),
  );
  found.push(buffer.sample(3, { seed: 4 }).map(({ embedding }) => bitsOf(embedding)));
  return { found, objects: { lora, set, buffer } };
}

for (const [name, edition] of Object.entries(variants)) {
  for (const optimizer of ['sgd', 'preconditioned']) {
    test(`${name}, ${optimizer}: the bits of the full edition`, async () => {
      const [ours, theirs] = [await program(edition, optimizer), await program(full, optimizer)];
      assert.deepEqual(ours.found, theirs.found);
      // Files hold the same too, and go both ways.
      for (const key of Object.keys(ours.objects)) {
        const [mine, other] = [ours.objects[key], theirs.objects[key]].map((object) =>
          save(object),
        );
        assert.deepEqual(mine, other, key);
      }
      const engines = [await edition.createEngine(), await full.createEngine()];
      const [first, second] = engines.map((engine) => load(save(ours.objects.lora), { engine }));
      assert.ok(first instanceof edition.MicroLoRA && second instanceof full.MicroLoRA);
      const { vector } = randomNumbers(9);
      const [x, target] = [vector(DIM), vector(DIM)];
      for (const lora of [first, second, ours.objects.lora]) lora.learn(x, target);
      assert.deepEqual(save(first), save(ours.objects.lora));
      assert.deepEqual(save(second), save(ours.objects.lora));
    });
  }

  test(`${name}: the compat names work`, async () => {
    await edition.default();
    const lora = new edition.WasmMicroLoRA(8, 1, 0.1);
    lora.forward_array(new Float32Array(8).fill(1));
    lora.adapt_array(new Float32Array(8).fill(1));
    assert.ok(lora.delta_norm() > 0);
    const set = new edition.WasmScopedLoRA(8);
    set.adapt_with_reward(2, 0.5);
    assert.equal(set.total_adapt_count(), 1n);
    new edition.WasmTrajectoryBuffer(2, 8).record(new Float32Array(8), 1, 2, 3, 4);
  });

  test(`${name}: what it lacks is refused by the name of the full edition, or is not there`, async () => {
    const engine = await edition.createEngine();
    const make = (options) => new edition.MicroLoRA({ dim: 4, engine, ...options });
    const x = Float32Array.of(1, 2, 3, 4);
    for (const call of [
      () => make({ optimizer: 'adam' }),
      () => make({ weightDecay: 0.1 }),
      () => make({ explore: 0.1 }),
      () => make({ maxDeltaNorm: 1 }),
      () => new edition.ScopedLoRA({ dim: 4, engine, optimizer: 'momentum' }),
      () => make({}).learn(x, x, { loss: 'huber' }),
    ]) {
      assert.throws(call, { code: 'LORA_E_OPTION', message: /the full edition, 'microlora'/ });
    }
    for (const name of ['contrast', 'accumulate', 'step', 'setOptions', 'clone', 'delta']) {
      assert.equal(make({})[name], undefined, name);
      assert.equal(typeof full.MicroLoRA.prototype[name], 'function', name);
    }
    assert.equal(edition.average, undefined);
    const other = new full.MicroLoRA({
      dim: 4,
      optimizer: 'adam',
      engine: await full.createEngine(),
    });
    assert.throws(() => load(save(other), { engine }), {
      code: 'LORA_E_FILE',
      message: /adam.*the full edition/,
    });
  });
}

test('each module has the exports of its edition, and no import', () => {
  const names = (file) =>
    readExports(read(file))
      .map(({ name }) => name)
      .filter((name) => name !== 'memory')
      .sort();
  const listed = (file) => read(file).toString().trim().split('\n').sort();
  for (const file of ['dist/small.wasm', 'dist/small.scalar.wasm']) {
    assert.deepEqual(names(file), listed('abi/exports.small.txt'));
  }
  const all = listed('abi/exports.txt');
  assert.deepEqual(
    listed('abi/exports.small.txt').filter((name) => !all.includes(name)),
    [],
  );
});

test('the small edition runs in workerd from its own module', async () => {
  const { Miniflare } = await import('miniflare');
  const contents = `
    import init, { MicroLoRA } from './small.workerd.js';
    export default {
      async fetch() {
        await init();
        const lora = new MicroLoRA({ dim: 4 });
        const x = Float32Array.of(1, 2, 3, 4);
        lora.learn(x, Float32Array.of(4, 3, 2, 1));
        return Response.json([...lora.forward(x)]);
      },
    };`;
  const file = (type, path) => ({ type, path, contents: read('dist', path) });
  const miniflare = new Miniflare({
    host: '127.0.0.1',
    port: 0,
    compatibilityDate: '2025-01-01',
    modules: [
      { type: 'ESModule', path: 'worker.js', contents },
      file('ESModule', 'small.workerd.js'),
      file('CompiledWasm', 'small.wasm'),
    ],
  });
  try {
    const response = await miniflare.dispatchFetch('http://127.0.0.1/');
    await small.default();
    const lora = new small.MicroLoRA({ dim: 4 });
    const x = Float32Array.of(1, 2, 3, 4);
    lora.learn(x, Float32Array.of(4, 3, 2, 1));
    assert.deepEqual(await response.json(), [...lora.forward(x)]);
  } finally {
    await miniflare.dispose();
  }
});

test('its module is valid, the scalar one without any feature', async () => {
  const validate = at('node_modules/.bin/wasm-validate');
  await run(validate, [at('dist/small.wasm')]);
  const off = ['simd', 'bulk-memory', 'sign-extension', 'saturating-float-to-int'];
  await run(validate, [...off.map((name) => `--disable-${name}`), at('dist/small.scalar.wasm')]);
});
