// After load, whatever comes next gives the same bits as if there had been no save: random calls on an
// object that was never saved, on one that was, and on the one that was loaded.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  createEngine,
  EmbeddingSpace,
  MicroLoRA,
  ScopedLoRA,
  TrajectoryBuffer,
} from '../dist/microlora.js';
import { inspect, load, save } from '../dist/safetensors.js';
import { bitsOf, randomNumbers } from './support/helpers.js';
import { callNames, make } from './support/safetensors-twin.js';

const SCOPES = {
  scopes: ['a', 'b.A', '', '-0', 'ü"'],
  categories: { 7: ['-0'], x: [], y: ['a', 'b.A'] },
};
const shapes = [
  { dim: 1 },
  { dim: 5 },
  { dim: 18 },
  { in: 7, out: 18 },
  { in: 18, out: 3 },
  { in: 6, out: 6 },
];
const engines = await Promise.all([1, 2, 3].map(() => createEngine()));

const call = fc.record({ name: fc.constantFrom(...callNames), seed: fc.nat() });
const callsOf = (maxLength) => fc.array(call, { maxLength, size: 'max' });
const setting = fc.record({
  shape: fc.constantFrom(...shapes),
  alpha: fc.constantFrom(1, -0.5, 1 / 3),
  batch: fc.constantFrom(1, 3),
  sharedIO: fc.boolean(),
  seed: fc.nat(),
  scoped: fc.boolean(),
  inSpace: fc.boolean(),
});

/** A space that has learned some documents; nothing where adapters of a shape can be in none. */
function spaceFor({ dim, in: input = dim, out = dim }, engine) {
  if (input !== out) return undefined;
  const space = new EmbeddingSpace({ dim: input, engine });
  space.learnDocuments(randomNumbers(9).vector(20 * input));
  return space;
}

/** Runs `before`, saves, loads into another engine, and compares through `after`. */
function compare({ shape, scoped, inSpace, ...options }, before, after) {
  const Class = scoped ? ScopedLoRA : MicroLoRA;
  const spaces = [engines[0], engines[1]].map((engine) =>
    inSpace ? spaceFor(shape, engine) : undefined,
  );
  const [never, saved] = spaces.map((space, i) => {
    const given = { ...shape, ...options, ...(scoped ? SCOPES : {}), space };
    return new Class({ ...given, engine: engines[i] });
  });
  for (const one of before) assert.deepEqual(make(saved, one), make(never, one));
  const file = save(saved);
  const loadedSpace = spaces[1] && load(save(spaces[1]), { engine: engines[2] });
  const loaded = load(file, { engine: engines[2], space: loadedSpace });
  try {
    assert.deepEqual(save(loaded), file);
    for (const one of after) {
      const expected = make(never, one);
      assert.deepEqual(make(saved, one), expected, `${one.name}, saved`);
      assert.deepEqual(make(loaded, one), expected, `${one.name}, loaded`);
    }
    assert.deepEqual(save(never), save(saved));
    assert.deepEqual(save(loaded), save(saved));
    if (loadedSpace !== undefined) {
      const [expected, ...others] = [...spaces, loadedSpace].map((space) => save(space));
      for (const each of others) assert.deepEqual(each, expected);
    }
  } finally {
    for (const object of [never, saved, loaded, ...spaces, loadedSpace]) object?.free();
  }
}

for (const optimizer of ['sgd', 'momentum', 'adam', 'adamw', 'preconditioned']) {
  test(`${optimizer}: a loaded adapter goes on as if it had never been saved`, () => {
    for (const rank of [1, 2, 4, 8, 64]) {
      fc.assert(
        fc.property(setting, callsOf(25), callsOf(25), (given, before, after) =>
          compare({ ...given, optimizer, rank }, before, after),
        ),
        { numRuns: rank === 64 ? 10 : 40, seed: 1 },
      );
    }
  });
}

const one = (name, seed = 1) => ({ name, seed });
/** [before the save, after it]: what each is about must not depend on chance. */
const moments = {
  'a step of the last forward': [[one('both'), one('forward')], [one('adapt')]],
  'a second step of it': [[one('forward'), one('adapt')], [one('adapt')]],
  'a step with the own gradient': [[one('gradient'), one('forward')], [one('adaptOwn')]],
  'a forward of the own input': [[one('input')], [one('forwardOwn')]],
  'a step of a batch': [[one('forwardBatch', 3)], [one('adaptBatchOwn')]],
  'gradients that wait': [[one('forward'), one('accumulate'), one('accumulate')], [one('step')]],
  'a reward of noise': [
    [one('explore', 2), one('forward'), one('reward'), one('forward', 3)],
    [one('reward', 5), one('forward'), one('reward', 7), one('forward')],
  ],
  'a reset': [
    [one('both'), one('both', 2)],
    [one('reset', 9), one('forward'), one('both')],
  ],
};

for (const [name, [before, after]] of Object.entries(moments)) {
  test(`between save and load: ${name}`, () => {
    const given = { shape: { dim: 18 }, rank: 2, batch: 3, sharedIO: false, seed: 5 };
    for (const optimizer of ['sgd', 'adam', 'preconditioned']) {
      for (const inSpace of [false, true]) {
        compare({ ...given, optimizer, explore: 0.25, scoped: false, inSpace }, before, after);
      }
      const { given: outcome } = (() => {
        const object = new MicroLoRA({
          dim: 18,
          batch: 3,
          optimizer,
          explore: 0.25,
          engine: engines[0],
        });
        let last;
        for (const each of [...before, ...after]) last = make(object, each);
        object.free();
        return last;
      })();
      assert.ok(typeof outcome !== 'string', `${name} was not made: ${outcome}`);
    }
  });
}

test('a scope that answers from its category goes on doing so, and leaves it by its first step', () => {
  const options = { dim: 8, ...SCOPES };
  const set = new ScopedLoRA({ ...options, engine: engines[0] });
  const { vector } = randomNumbers(1);
  const x = vector(8);
  set.learn('a', x, vector(8));
  set.setOptions({ learningRate: 0.125 }, 'b.A');
  const twin = load(save(set), { engine: engines[1] });
  assert.deepEqual(twin.scopes, set.scopes);
  assert.deepEqual(twin.categories, set.categories);
  assert.equal(twin.getOptions('b.A').learningRate, 0.125);
  assert.notDeepEqual(twin.forward('b.A', x), x);
  const target = vector(8);
  for (const scope of ['b.A', 'a', 'b.A']) {
    assert.deepEqual(twin.learn(scope, x, target), set.learn(scope, x, target));
    assert.deepEqual(twin.forward('b.A', x), set.forward('b.A', x));
  }
  set.free();
  twin.free();
});

test('an adapter that shares its vectors takes them over when it is loaded', () => {
  const [a, b] = [0, 1].map(() => new MicroLoRA({ dim: 4, sharedIO: true, engine: engines[0] }));
  const x = Float32Array.of(1, 2, 3, 4);
  b.forward(x);
  const file = save(b);
  a.forward(x.map((value) => -value));
  const loaded = load(file, { engine: engines[0] });
  assert.throws(() => a.adapt(x), { code: 'LORA_E_STATE' });
  assert.deepEqual(loaded.input, x);
  loaded.adapt(x);
  b.forward(x);
  b.adapt(x);
  assert.deepEqual(loaded.getWeights(), b.getWeights());
  for (const object of [a, b, loaded]) object.free();
});

test('options keep every bit: 0 below 0, thirds, the smallest', () => {
  const alpha = -0;
  const set = new MicroLoRA({
    dim: 2,
    alpha,
    learningRate: 5e-324,
    ratio: 1 / 3,
    engine: engines[0],
  });
  const twin = load(save(set), { engine: engines[1] });
  assert.ok(Object.is(twin.alpha, alpha));
  assert.deepEqual(twin.getOptions(), set.getOptions());
  set.free();
  twin.free();
});

test('trajectories: every record, the statistics and the total count', () => {
  const { vector, uniform } = randomNumbers(2);
  for (const [capacity, count] of [
    [5, 0],
    [5, 3],
    [5, 5],
    [5, 13],
    [1, 2],
  ]) {
    const buffer = new TrajectoryBuffer({ capacity, dim: 7, operators: 256, engine: engines[0] });
    const record = (target, embedding, time) =>
      target.record(embedding, Math.floor(time * 255), Math.floor(255 / time) % 256, time, 0.5);
    for (let i = 0; i < count; i++) record(buffer, vector(7), 0.01 + uniform() / 2);
    const twin = load(save(buffer), { engine: engines[1] });
    const same = () => {
      assert.deepEqual([...twin], [...buffer]);
      for (const name of [
        ...['capacity', 'dim', 'operators', 'length', 'totalCount', 'successRate', 'variance'],
        ...['bestImprovement', 'meanImprovement', 'bestAttention'],
      ]) {
        assert.ok(Object.is(twin[name], buffer[name]), name);
      }
      assert.deepEqual(save(twin), save(buffer));
    };
    same();
    for (let i = 0; i < 7; i++) {
      const [embedding, time] = [vector(7), 0.01 + uniform() / 2];
      record(buffer, embedding, time);
      record(twin, embedding, time);
      same();
    }
    buffer.free();
    twin.free();
  }
});

test('embedding spaces: every number, at every age, and what they learn next', () => {
  const { vector } = randomNumbers(4);
  for (const dim of [1, 2, 7, 40]) {
    for (const documents of [0, 1, 2, 30]) {
      const space = new EmbeddingSpace({ dim, engine: engines[0] });
      if (documents > 0) space.learnDocuments(vector(documents * dim));
      if (documents > 1) space.learnQueries(vector(2 * dim));
      space.freeze(documents === 2);
      const twin = load(save(space), { engine: engines[1] });
      const same = () => {
        for (const name of [
          'dim',
          'directions',
          'documentCount',
          'queryCount',
          'spread',
          'frozen',
        ]) {
          assert.ok(Object.is(twin[name], space[name]), name);
        }
        assert.deepEqual(twin.export(), space.export());
        assert.deepEqual(save(twin), save(space));
        const x = vector(dim);
        assert.deepEqual(bitsOf(twin.document(x)), bitsOf(space.document(x)));
        assert.deepEqual(bitsOf(twin.query(x)), bitsOf(space.query(x)));
      };
      same();
      const next = vector(3 * dim);
      for (const each of [space, twin]) {
        each.freeze(false);
        each.learnDocuments(next);
        each.learnQueries(next);
      }
      same();
      space.free();
      twin.free();
    }
  }
});

test('the same object gives the same bytes, and metadata in any order', () => {
  const object = new MicroLoRA({ dim: 3, engine: engines[0] });
  const [a, b] = [
    { x: '1', y: 'ü' },
    { y: 'ü', x: '1' },
  ].map((metadata) => save(object, { metadata }));
  assert.deepEqual(a, b);
  assert.deepEqual(inspect(a).metadata, { x: '1', y: 'ü' });
  object.free();
});
