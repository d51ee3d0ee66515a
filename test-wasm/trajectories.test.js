// TrajectoryBuffer over every build and entry, against a plain model.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, save } from '../dist/safetensors.js';
import fc from 'fast-check';
import { entries } from './support/helpers.js';
import { PLAIN, Trajectories } from './support/model.js';

const DIM = 3;
const OPERATORS = 4;

const milliseconds = fc.double({ min: 1e-3, max: 1e4, noNaN: true });
const trajectory = fc.record({
  embedding: fc.float32Array({ minLength: DIM, maxLength: DIM, noNaN: true, min: -1e6, max: 1e6 }),
  operator: fc.nat(OPERATORS - 1),
  attention: fc.constantFrom(0, 1, 7, 255),
  executionMs: milliseconds,
  baselineMs: milliseconds,
});

// A reset now and then.
const actions = fc.array(fc.oneof({ weight: 12, arbitrary: trajectory }, fc.constant('reset')), {
  maxLength: 40,
});

/** Equal to a double's rounding in sums of this many terms. */
const near = (actual, expected, scale, what) =>
  assert.ok(Math.abs(actual - expected) <= 1e-12 * scale, `${what}: ${actual}, not ${expected}`);

for (const entry of entries) {
  const loaded = entry.open();

  test(`${entry.name}: everything agrees with the model`, async () => {
    const { TrajectoryBuffer, engine } = await loaded;
    const property = (capacity, list, threshold) => {
      const buffer = new TrajectoryBuffer({ capacity, dim: DIM, operators: OPERATORS, engine });
      let model = new Trajectories(capacity);
      for (const action of list) {
        if (action === 'reset') {
          buffer.reset();
          model = new Trajectories(capacity);
          continue;
        }
        const { embedding, operator, attention, executionMs, baselineMs } = action;
        buffer.record(embedding, operator, attention, executionMs, baselineMs);
        model.record(action);
      }
      const { records, improvements } = model;
      const n = records.length;
      assert.equal(buffer.length, n);
      assert.equal(buffer.isEmpty, n === 0);
      assert.equal(buffer.totalCount, model.total);
      assert.deepEqual([...buffer], records);
      records.forEach((record, i) => assert.deepEqual(buffer.get(i), record));
      assert.equal(buffer.successRate, n === 0 ? 0 : model.above(0) / n);
      assert.equal(buffer.highQualityCount(threshold), model.above(threshold));
      assert.equal(buffer.bestImprovement, n === 0 ? 0 : Math.max(...improvements));
      const largest = Math.max(0, ...improvements.map(Math.abs));
      near(buffer.meanImprovement, model.mean, largest * (n + 1), 'mean');
      near(buffer.variance, model.variance, largest ** 2 * (n + 1), 'variance');
      for (let op = 0; op < OPERATORS; op++) {
        const expected = records.filter(({ operator }) => operator === op).length;
        assert.equal(buffer.countByOperator(op), expected);
      }
      // Means that differ by a rounding only may come in either order.
      const [best] = model.attentions;
      const chosen = model.attentions.find(({ attention }) => attention === buffer.bestAttention);
      if (n === 0) assert.equal(buffer.bestAttention, 0);
      else near(chosen.mean, best.mean, largest * n, 'best attention');
      buffer.free();
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        actions,
        fc.double({ noNaN: true, min: -1, max: 5 }),
        property,
      ),
      { numRuns: 300 },
    );
  });

  test(`${entry.name}: worked by hand`, async () => {
    const { TrajectoryBuffer, engine } = await loaded;
    const buffer = new TrajectoryBuffer({ capacity: 4, dim: 2, engine });
    assert.deepEqual([buffer.capacity, buffer.dim, buffer.operators], [4, 2, 17]);
    for (const name of ['capacity', 'dim', 'operators']) {
      assert.throws(() => (buffer[name] = 1), TypeError);
    }
    const record = (attention, executionMs, baselineMs) =>
      buffer.record(Float32Array.of(1, 2), 2, attention, executionMs, baselineMs);
    record(9, 1, 100);
    // It is pushed out by these: improvements 1, 0.5, 0, -0.5; types 5 and 3 have the mean 0.25.
    record(5, 10, 20);
    record(3, 10, 15);
    record(3, 10, 10);
    record(5, 10, 5);
    assert.equal(buffer.length, 4);
    assert.equal(buffer.totalCount, 5);
    assert.equal(buffer.successRate, 0.5);
    assert.equal(buffer.bestImprovement, 1);
    assert.equal(buffer.meanImprovement, 0.25);
    assert.equal(buffer.variance, 1.25 / 3);
    assert.equal(buffer.bestAttention, 3);
    assert.equal(buffer.highQualityCount(0.5), 1);
    assert.equal(buffer.highQualityCount(0.49), 2);
    assert.equal(buffer.countByOperator(2), 4);
    assert.equal(buffer.countByOperator(16), 0);
    assert.deepEqual(buffer.get(3), {
      embedding: Float32Array.of(1, 2),
      operator: 2,
      attention: 5,
      executionMs: 10,
      baselineMs: 5,
      improvement: -0.5,
      ...PLAIN,
    });
    // Slower everywhere: the best is the least bad, and not 0.
    buffer.reset();
    record(8, 10, 5);
    record(7, 4, 3);
    assert.deepEqual(
      [buffer.bestImprovement, buffer.bestAttention, buffer.successRate],
      [-0.25, 7, 0],
    );
  });

  test(`${entry.name}: a decision's probability, limit and stop, with files`, async () => {
    const { TrajectoryBuffer, engine } = await loaded;
    const buffer = new TrajectoryBuffer({ dim: 1, capacity: 3, engine });
    const x = Float32Array.of(1);
    const of = (from, i) => {
      const { probability, limit, stopped } = from.get(i);
      return { probability, limit, stopped };
    };
    buffer.record(x, 0, 0, 1, 2);
    assert.deepEqual(of(buffer, 0), PLAIN);
    const { length } = save(buffer);
    const decision = { probability: 0.25, limit: 9, stopped: true };
    buffer.record(x, 0, 1, 9, 2, decision);
    buffer.record(x, 0, 1, 3, 2, { probability: 0.5 });
    assert.deepEqual(of(buffer, 1), decision);
    assert.deepEqual(of(buffer, 2), { ...PLAIN, probability: 0.5 });
    const twin = load(save(buffer), { engine });
    assert.deepEqual([...twin], [...buffer]);
    assert.ok(save(buffer).length > length);
    for (const [given, code] of [
      [{ probability: 0 }, 'LORA_E_RANGE'],
      [{ probability: 2 }, 'LORA_E_RANGE'],
      [{ probability: NaN }, 'LORA_E_NONFINITE'],
      [{ limit: 0 }, 'LORA_E_RANGE'],
      [{ limit: NaN }, 'LORA_E_NONFINITE'],
      [{ stopped: 1 }, 'LORA_E_TYPE'],
      [{ stop: true }, 'LORA_E_OPTION'],
      [null, 'LORA_E_TYPE'],
    ]) {
      assert.throws(() => buffer.record(x, 0, 0, 1, 2, given), { code });
    }
    assert.equal(buffer.totalCount, 3);
    buffer.free();
    twin.free();
  });

  test(`${entry.name}: get gives a copy, and iteration what is there`, async () => {
    const { TrajectoryBuffer, engine } = await loaded;
    const buffer = new TrajectoryBuffer({ dim: 2, engine });
    assert.equal(buffer.capacity, 1000);
    assert.deepEqual([...buffer], []);
    const embedding = Float32Array.of(1, 2);
    buffer.record(embedding, 16, 255, 1, 1);
    embedding.fill(0);
    const first = buffer.get(0);
    first.embedding.fill(9);
    assert.deepEqual(buffer.get(0).embedding, Float32Array.of(1, 2));
    const iterator = buffer[Symbol.iterator]();
    assert.equal(iterator.next().value.operator, 16);
    assert.equal(iterator.next().done, true);
    buffer[Symbol.dispose ?? Symbol.for('Symbol.dispose')]();
    buffer.free();
  });
}

for (const entry of entries) {
  test(`${entry.name}: filter, top, statistics and samples of trajectories`, async () => {
    const { TrajectoryBuffer, engine } = await entry.open();
    const buffer = new TrajectoryBuffer({ dim: 2, capacity: 8, engine });
    assert.throws(() => buffer.sample(1), { code: 'LORA_E_STATE' });
    // [operator, attention, improvement], of which the first two fall out of the ring.
    const records = [
      [9, 9, 9],
      [9, 9, 9],
      [1, 4, 1],
      [1, 5, 3],
      [2, 4, -0.5],
      [2, 5, 3],
      [2, 5, 0],
      [3, 5, 1],
      [3, 6, -0.5],
      [1, 4, 2],
    ];
    records.forEach(([operator, attention, improvement], i) =>
      buffer.record(Float32Array.of(i, 0), operator, attention, 1, 1 + improvement),
    );
    assert.deepEqual(
      buffer.filter(({ attention }) => attention === 4).map(({ embedding }) => embedding[0]),
      [2, 4, 9],
    );
    assert.deepEqual(
      buffer.top(3).map(({ embedding }) => embedding[0]),
      [3, 5, 9],
    );
    assert.deepEqual(buffer.top(0), []);
    const [one, two, three] = buffer.statistics('operator');
    assert.deepEqual([one.key, one.count, one.mean], [1, 3, 2]);
    assert.ok(Math.abs(one.standardError - 1 / Math.sqrt(3)) < 1e-12);
    assert.deepEqual([two.key, two.count, three.key, three.mean], [2, 3, 3, 0.25]);
    assert.deepEqual(
      buffer.statistics('attention').map(({ key, count }) => [key, count]),
      [
        [4, 3],
        [5, 4],
        [6, 1],
      ],
    );
    const seen = (options) => buffer.sample(8000, options).map(({ embedding }) => embedding[0]);
    assert.deepEqual(seen({ seed: 3 }), seen({ seed: 3 }));
    assert.notDeepEqual(seen({ seed: 3 }), seen({ seed: 4 }));
    const share = (list, i) => list.filter((each) => each === i).length / list.length;
    const uniform = seen({});
    for (let i = 2; i < 10; i++) assert.ok(Math.abs(share(uniform, i) - 1 / 8) < 0.02);
    const improved = seen({ by: 'improvement' });
    for (let i = 2; i < 10; i++) {
      assert.ok(Math.abs(share(improved, i) - Math.max(records[i][2], 0) / 10) < 0.03);
    }
    assert.throws(() => buffer.statistics('time'), { code: 'LORA_E_OPTION' });
    assert.throws(() => buffer.sample(1, { by: 'luck' }), { code: 'LORA_E_OPTION' });
  });
}
