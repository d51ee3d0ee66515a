// What consoles, JSON and Object.prototype.toString show of an object, alive and freed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { entries } from './support/helpers.js';

const { createEngine, EmbeddingSpace, MicroLoRA, Policy, ScopedLoRA, TrajectoryBuffer, ...compat } =
  await entries[0].open();
const engine = await createEngine();
await compat.default();

const shape = { batch: 1, seed: 1, sharedIO: false };
const constants = { rank: 2, alpha: 1, optimizer: 'preconditioned', ...shape };

/** Of each class: an object, what always shows, and what shows of it while it is alive. */
const objects = {
  MicroLoRA: [
    new MicroLoRA({ dim: 4, engine }),
    { dim: 4, ...constants },
    { learningRate: 0.5, adaptCount: 0, forwardCount: 0, deltaNorm: 0 },
  ],
  ScopedLoRA: [
    new ScopedLoRA({ in: 4, out: 2, scopes: ['a'], engine }),
    { in: 4, out: 2, ...constants, scopes: ['a'], categories: {}, categoryFallback: true },
    { learningRate: 0.5, totalAdaptCount: 0, totalForwardCount: 0 },
  ],
  TrajectoryBuffer: [
    new TrajectoryBuffer({ dim: 4, capacity: 3, engine }),
    { capacity: 3, dim: 4, operators: 17 },
    { length: 0, totalCount: 0, successRate: 0, meanImprovement: 0 },
  ],
  EmbeddingSpace: [
    new EmbeddingSpace({ dim: 4, directions: 2, engine }),
    { dim: 4, directions: 2 },
    // Of vectors that are equally long in all directions.
    { documentCount: 0, queryCount: 0, spread: 1 / Math.sqrt(4), frozen: false },
  ],
  Policy: [
    new Policy({ dim: 4, arms: ['a', 'b'], guard: { default: 'b' }, engine }),
    {
      dim: 4,
      arms: ['a', 'b'],
      scopes: ['all'],
      objective: 'latency',
      guard: { default: 1, budget: 0.1, confidence: 1, patience: 2 },
      memory: 4,
    },
    { bank: 0 },
  ],
  WasmMicroLoRA: [
    new compat.WasmMicroLoRA(4),
    { dim: 4, rank: 2, alpha: 0.1, optimizer: 'sgd', ...shape },
    { learningRate: 0.01, adaptCount: 0, forwardCount: 0, deltaNorm: 0 },
  ],
  WasmTrajectoryBuffer: [
    new compat.WasmTrajectoryBuffer(3, 4),
    { capacity: 3, dim: 4, operators: 256 },
    { length: 0, totalCount: 0, successRate: 0, meanImprovement: 0 },
  ],
};

for (const [kind, [object, always, alive]] of Object.entries(objects)) {
  test(`${kind}: what is printed of it, alive and freed`, () => {
    const check = (expected) => {
      assert.deepEqual(JSON.parse(JSON.stringify(object)), expected);
      assert.match(inspect(object), new RegExp(`^${kind} \\{`));
      assert.equal(inspect({ deep: { object } }, { depth: 0 }), '{ deep: [Object] }');
      assert.equal(Object.prototype.toString.call(object), `[object ${kind}]`);
    };
    check({ ...always, ...alive });
    object.free();
    check({ ...always, freed: true });
  });
}

test('an adapter in a space: the space is printed with it, alive and freed', () => {
  const space = new EmbeddingSpace({ dim: 4, engine });
  const lora = new MicroLoRA({ space });
  const shown = () => JSON.parse(JSON.stringify(lora)).space;
  assert.deepEqual(shown(), JSON.parse(JSON.stringify(space)));
  assert.match(inspect(lora), /space: EmbeddingSpace \{\s+dim: 4/);
  space.free();
  lora.free();
  assert.deepEqual(shown(), { dim: 4, directions: 3, freed: true });
});

test('Engine: what is printed of it', () => {
  const { simd, memoryUsage } = engine;
  assert.deepEqual(JSON.parse(JSON.stringify(engine)), { simd, memoryUsage });
  assert.match(inspect(engine), /^Engine \{\s+simd: true/);
});
