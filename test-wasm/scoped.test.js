// ScopedLoRA over every build and entry: scopes by number and name, counts, categories, reset.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bitsOf, entries, randomNumbers } from './support/helpers.js';
import { answer, delta, norm, relativeError, step } from './support/model.js';

const EPSILON = 2 ** -23;
const DIM = 24;
const rate = 0.125;
const rank = 2;

// As the product description lists them; the names of those it does not name are in the contract.
const NAMES =
  'Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan ' +
  'NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize';

const CATEGORIES = {
  scans: ['Scan', 'IndexScan', 'HnswScan', 'IvfFlatScan'],
  joins: ['Join', 'NestedLoopJoin', 'HashJoin', 'MergeJoin'],
  aggregation: ['Aggregate', 'GroupBy'],
  shaping: ['Filter', 'Project', 'Sort', 'Limit', 'Materialize'],
  vector: ['VectorDistance', 'Rerank'],
};

for (const entry of entries) {
  const loaded = entry.open();

  const make = async (options = {}) => {
    const { ScopedLoRA, engine } = await loaded;
    return new ScopedLoRA({ dim: DIM, optimizer: 'sgd', learningRate: rate, engine, ...options });
  };

  test(`${entry.name}: the default scopes and categories`, async () => {
    const api = await loaded;
    const set = await make();
    assert.deepEqual(set.scopes, NAMES.split(' '));
    assert.equal(api.DEFAULT_SCOPES, set.scopes);
    assert.deepEqual(api.DEFAULT_CATEGORIES, CATEGORIES);
    assert.equal(api.COMPAT_SCOPES.length, 17);
    assert.equal(api.COMPAT_SCOPES[0], 'SeqScan');
    NAMES.split(' ').forEach((name, i) => assert.equal(set.scopeName(i), name));
    for (const list of [api.DEFAULT_SCOPES, api.DEFAULT_CATEGORIES, api.DEFAULT_CATEGORIES.joins]) {
      assert.ok(Object.isFrozen(list));
    }
  });

  test(`${entry.name}: properties`, async () => {
    const set = await make({ rank: 3, alpha: 0.5 });
    const { dim, in: width, out, rank: r, alpha, learningRate, paramCount, categoryFallback } = set;
    assert.deepEqual(
      [dim, width, out, r, alpha, learningRate, paramCount, categoryFallback],
      [DIM, DIM, DIM, 3, 0.5, rate, 3 * 2 * DIM, true],
    );
    set.learningRate = 0.5;
    assert.equal(set.learningRate, 0.5);
    assert.throws(() => (set.scopes = []), TypeError);
    assert.equal((await make({ categoryFallback: false })).categoryFallback, false);
  });

  test(`${entry.name}: a scope goes by its number or its name, and the verbs agree`, async () => {
    const byNumber = await make();
    const byName = await make();
    const random = randomNumbers(1);
    const out = new Float32Array(DIM);
    for (let i = 0; i < 20; i++) {
      const scope = i % 4;
      const x = random.vector(DIM);
      const g = random.vector(DIM, 0.1);
      const y = byNumber.forward(scope, x);
      assert.equal(byName.forward(NAMES.split(' ')[scope], x, out), out);
      assert.deepEqual(bitsOf(out), bitsOf(y));
      byName.input.set(x);
      assert.equal(byName.forward(NAMES.split(' ')[scope]), undefined);
      assert.deepEqual(bitsOf(byName.output), bitsOf(y));
      byNumber.adapt(scope, g);
      byName.gradient.set(g);
      byName.adapt(NAMES.split(' ')[scope]);
      assert.deepEqual(byName.getWeights(scope), byNumber.getWeights(NAMES.split(' ')[scope]));
    }
    assert.equal(byNumber.deltaNorm(2), byName.deltaNorm('Join'));
    assert.ok(byNumber.deltaNorm(2) > 0);
  });

  test(`${entry.name}: counts of a scope and of all`, async () => {
    const set = await make();
    const x = randomNumbers(2).vector(DIM);
    for (const scope of ['Scan', 'Join', 'Join']) set.forward(scope, x);
    set.adapt('Join', x);
    set.adaptWithReward('Join', 0.25);
    set.forward('Filter', x);
    set.adapt('Filter', x);
    assert.deepEqual(
      [0, 1, 2, 3].map((scope) => [set.forwardCount(scope), set.adaptCount(scope)]),
      [
        [1, 0],
        [1, 1],
        [2, 2],
        [0, 0],
      ],
    );
    assert.deepEqual([set.totalForwardCount, set.totalAdaptCount], [4, 3]);
    set.reset('Join');
    assert.deepEqual([set.forwardCount('Join'), set.adaptCount('Join')], [0, 0]);
    assert.deepEqual([set.totalForwardCount, set.totalAdaptCount], [2, 1]);
    set.reset();
    assert.deepEqual([set.totalForwardCount, set.totalAdaptCount], [0, 0]);
  });

  test(`${entry.name}: without fallback each scope is an adapter of its own`, async () => {
    const set = await make({ categoryFallback: false });
    const random = randomNumbers(3);
    const start = set.scopes.map((_, scope) => set.getWeights(scope));
    for (let scope = 1; scope < 17; scope++) {
      assert.notDeepEqual(start[scope].A, start[0].A);
    }
    const weights = { A: random.vector(2 * DIM, 0.2), B: random.vector(2 * DIM, 0.2) };
    set.setWeights('Sort', weights);
    const x = random.vector(DIM);
    const g = random.vector(DIM);
    const bound = 32 * EPSILON;
    const y = set.forward('Sort', x);
    assert.ok(relativeError(y, answer(weights, x, { rank, out: DIM })) < bound);
    set.adapt('Sort', g);
    const expected = step(weights, x, g, { rank, rate });
    assert.ok(relativeError(set.getWeights('Sort').A, expected.A) < bound);
    assert.ok(relativeError(set.getWeights('Sort').B, expected.B) < bound);
    const model = { rank, in: DIM, out: DIM };
    const exact = norm(delta(set.getWeights('Sort'), model));
    assert.ok(Math.abs(set.deltaNorm('Sort') / exact - 1) < EPSILON);
    set.scopes.forEach((name, scope) => {
      if (name !== 'Sort') assert.deepEqual(set.getWeights(scope), start[scope]);
      if (name !== 'Sort') assert.deepEqual(set.forward(scope, x), x);
    });
    set.reset('Sort');
    assert.deepEqual(set.getWeights('Sort'), start[set.scopes.indexOf('Sort')]);
  });

  test(`${entry.name}: a scope that has not learned answers as its category`, async () => {
    const set = await make();
    const random = randomNumbers(4);
    const x = random.vector(DIM);
    const others = () => ['Scan', 'Aggregate', 'Rerank'].map((scope) => set.forward(scope, x));
    const before = others();
    for (let i = 0; i < 5; i++) {
      set.forward('HashJoin', random.vector(DIM));
      set.adapt('HashJoin', random.vector(DIM, 0.3));
    }
    const y = set.forward('MergeJoin', x);
    assert.notDeepEqual(y, x);
    assert.deepEqual(set.forward('Join', x), y);
    assert.deepEqual(others(), before);
    assert.equal(set.deltaNorm('MergeJoin'), set.deltaNorm('Join'));
    assert.equal(set.adaptCount('MergeJoin'), 0);

    // The first step does not make the answer jump: a step of nothing leaves the same bits.
    set.forward('MergeJoin', x);
    set.adapt('MergeJoin', new Float32Array(DIM));
    assert.deepEqual(bitsOf(set.forward('MergeJoin', x)), bitsOf(y));
    assert.equal(set.adaptCount('MergeJoin'), 1);

    // From then on it answers alone, and is not moved by what the others learn.
    set.forward('Join', x);
    set.adapt('Join', random.vector(DIM));
    assert.deepEqual(bitsOf(set.forward('MergeJoin', x)), bitsOf(y));
    assert.notDeepEqual(set.forward('NestedLoopJoin', x), y);

    // Off: those that have not learned answer with their own start, and categories do not learn.
    set.categoryFallback = false;
    assert.equal(set.categoryFallback, false);
    assert.deepEqual(set.forward('NestedLoopJoin', x), x);
    set.forward('Join', x);
    set.adapt('Join', random.vector(DIM));
    set.categoryFallback = true;
    const later = set.forward('NestedLoopJoin', x);
    set.forward('MergeJoin', x);
    set.reset('Join');
    assert.deepEqual(set.forward('NestedLoopJoin', x), later);
    assert.deepEqual(set.forward('Join', x), later);

    set.reset();
    assert.deepEqual(set.forward('NestedLoopJoin', x), x);
  });

  test(`${entry.name}: a reset scope answers from its category, which keeps what it learned`, async () => {
    const set = await make({ scopes: ['a', 'b', 'c'], categories: { all: ['a', 'b'] } });
    const random = randomNumbers(5);
    const x = random.vector(DIM);
    set.forward('a', x);
    set.adapt('a', random.vector(DIM));
    const shared = set.forward('b', x);
    assert.notDeepEqual(shared, x);
    set.reset('a');
    assert.deepEqual(set.forward('a', x), shared);
    assert.deepEqual(set.forward('c', x), x);
    // A scope that was given weights answers with them.
    const weights = set.getWeights('b');
    set.setWeights('b', weights);
    assert.deepEqual(set.forward('b', x), x);
  });

  test(`${entry.name}: scopes and categories of one's own`, async () => {
    const names = ['web', 'mobile', '__proto__', 'constructor', ''];
    const set = await make({ scopes: names, categories: { clients: ['web', 'mobile'], none: [] } });
    assert.deepEqual(set.scopes, names);
    names[0] = 'changed later';
    assert.equal(set.scopeName(0), 'web');
    const x = randomNumbers(6).vector(DIM);
    for (const name of set.scopes) assert.deepEqual(set.forward(name, x), x);
    assert.deepEqual(
      set.scopes.map((name) => set.forwardCount(name)),
      [1, 1, 1, 1, 1],
    );
    set.forward('web', x);
    set.adapt('web', x);
    assert.notDeepEqual(set.forward('mobile', x), x);
    assert.deepEqual(set.forward('__proto__', x), x);

    const alone = await make({ scopes: ['one', 'two'] });
    alone.forward('one', x);
    alone.adapt('one', x);
    assert.deepEqual(alone.forward('two', x), x);

    // Default scopes with other categories.
    const regrouped = await make({ categories: { both: ['Scan', 'Join'] } });
    regrouped.forward('Scan', x);
    regrouped.adapt('Scan', x);
    assert.notDeepEqual(regrouped.forward('Join', x), x);
    assert.deepEqual(regrouped.forward('IndexScan', x), x);
    assert.deepEqual((await make({ categories: undefined })).scopes, NAMES.split(' '));
  });

  test(`${entry.name}: in and out, sharedIO, many scopes, free`, async () => {
    const { engine, ScopedLoRA } = await loaded;
    const scopes = Array.from({ length: 4096 }, (_, i) => `user ${i}`);
    const before = engine.memoryUsage.used;
    const set = new ScopedLoRA({ in: 3, out: 5, scopes, sharedIO: true, engine });
    assert.equal(set.forward(4095, Float32Array.of(1, 2, 3)).length, 5);
    set.adapt('user 4095', new Float32Array(5).fill(1));
    assert.equal(set.totalAdaptCount, 1);
    assert.throws(() => set.adaptWithReward(4095, 1), { code: 'LORA_E_SHAPE' });
    set.free();
    set[Symbol.dispose ?? Symbol.for('Symbol.dispose')]();
    // The handle table, if this was the first object, stays.
    assert.ok(engine.memoryUsage.used - before < 16384);
  });
}
