// Clones, copies, base matrices, other ranks, updates and averages, over every build and entry.
// That a sum is the best of its rank is shown natively, against numpy: test-native/test_sums.cpp.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bitsOf, entries, randomNumbers } from './support/helpers.js';
import { delta, norm, relativeError } from './support/model.js';

const OPTIMIZERS = ['sgd', 'momentum', 'adam', 'adamw', 'preconditioned'];
const SHAPES = [{ dim: 24 }, { in: 19, out: 7 }];

const learn = (lora, seed, steps = 30) => {
  const random = randomNumbers(seed);
  for (let i = 0; i < steps; i++) lora.learn(random.vector(lora.in), random.vector(lora.out));
  return lora;
};
const learnScopes = (set, seed, scopes) => {
  const random = randomNumbers(seed);
  for (let i = 0; i < 40; i++) {
    set.learn(scopes[i % scopes.length], random.vector(set.in), random.vector(set.out));
  }
  return set;
};
const plus = (a, b, factor = 1) => Float64Array.from(a, (value, i) => value + factor * b[i]);
const code = (name) => (error) => error.code === name;

for (const entry of entries) {
  const loaded = entry.open();
  const make = async (options = {}) => {
    const { MicroLoRA, engine } = await loaded;
    return new MicroLoRA({ dim: 24, engine, ...options });
  };
  const makeSet = async (options = {}) => {
    const { ScopedLoRA, engine } = await loaded;
    return new ScopedLoRA({ dim: 24, engine, ...options });
  };

  test(`${entry.name}: a clone goes on as the original does, with every optimizer`, async () => {
    for (const optimizer of OPTIMIZERS) {
      for (const shape of SHAPES) {
        const options = { dim: undefined, ...shape, rank: 3, alpha: 0.5, optimizer, seed: 9 };
        const lora = learn(await make(options), 1);
        lora.setOptions({ learningRate: 0.01, clipNorm: 3, explore: 0.1 });
        const clone = lora.clone();
        assert.deepEqual(clone.getOptions(), lora.getOptions());
        assert.equal(clone.adaptCount, lora.adaptCount);
        for (const each of [lora, clone]) learn(each, 2);
        const x = randomNumbers(3).vector(lora.in);
        for (const each of [lora, clone]) {
          each.forward(x);
          each.adaptWithReward(1);
          each.forward(x);
          each.adaptWithReward(0);
        }
        assert.deepEqual(bitsOf(clone.forward(x)), bitsOf(lora.forward(x)));
        clone.reset();
        lora.reset();
        assert.deepEqual(bitsOf(clone.getWeights().A), bitsOf(lora.getWeights().A));
      }
    }
  });

  test(`${entry.name}: a cloned set keeps scopes, categories, options and fallback`, async () => {
    const scopes = ['a', 'b', 'c'];
    const categories = { one: ['a', 'b'] };
    const set = learnScopes(await makeSet({ scopes, categories }), 4, ['a', 'c']);
    set.setOptions({ learningRate: 0.25 }, 'b');
    categories.one.pop();
    const clone = set.clone();
    assert.deepEqual(clone.scopes, scopes);
    const x = randomNumbers(5).vector(24);
    // b answers from its category still.
    for (const scope of scopes) {
      assert.deepEqual(bitsOf(clone.forward(scope, x)), bitsOf(set.forward(scope, x)));
      assert.deepEqual(clone.getOptions(scope), set.getOptions(scope));
    }
    assert.notDeepEqual(bitsOf(set.forward('b', x)), bitsOf(x));
    for (const each of [set, clone]) learnScopes(each, 6, scopes);
    for (const scope of scopes) {
      assert.deepEqual(bitsOf(clone.forward(scope, x)), bitsOf(set.forward(scope, x)));
    }
    set.categoryFallback = false;
    assert.equal(set.clone().categoryFallback, false);
  });

  test(`${entry.name}: copyFrom takes what was learned and keeps the options`, async () => {
    const lora = learn(await make({ learningRate: 0.25 }), 1);
    const other = await make({ seed: 2, learningRate: 0.75 });
    other.copyFrom(lora);
    assert.deepEqual(bitsOf(other.getWeights().B), bitsOf(lora.getWeights().B));
    assert.equal(other.learningRate, 0.75);
    assert.equal(other.adaptCount, lora.adaptCount);
    assert.throws(() => other.adapt(new Float32Array(24)), code('LORA_E_STATE'));
    for (const options of [{ rank: 3 }, { dim: 25 }, { alpha: 2 }, { optimizer: 'sgd' }]) {
      const stranger = await make(options);
      assert.throws(() => stranger.copyFrom(lora), code('LORA_E_SHAPE'));
    }
    assert.throws(() => other.copyFrom({}), code('LORA_E_TYPE'));
    const { createEngine } = await loaded;
    const elsewhere = await make({ engine: await createEngine({ simd: entry.simd }) });
    assert.throws(() => other.copyFrom(elsewhere), code('LORA_E_OPTION'));
    lora.free();
    assert.throws(() => other.copyFrom(lora), code('LORA_E_HANDLE'));
  });

  test(`${entry.name}: the delta goes into a base matrix and out again`, async () => {
    for (const shape of SHAPES) {
      const lora = learn(await make({ dim: undefined, ...shape, rank: 3, alpha: 0.5 }), 7);
      const { in: width, out } = lora;
      const exact = delta(lora.getWeights(), { rank: 3, in: width, out, alpha: 0.5 });
      assert.ok(relativeError(lora.delta(), exact) < 1e-6);
      const W = randomNumbers(8).vector(out * width);
      const merged = Float32Array.from(W);
      assert.equal(lora.mergeInto(merged), merged);
      assert.ok(relativeError(merged, plus(W, exact)) < 1e-6);
      lora.unmergeFrom(merged);
      assert.ok(relativeError(merged, W) < 1e-5);
      // A bad number anywhere leaves all of it as it was.
      merged[out * width - 1] = Infinity;
      const before = bitsOf(merged);
      assert.throws(() => lora.mergeInto(merged), code('LORA_E_NONFINITE'));
      assert.deepEqual(bitsOf(merged), before);
      assert.throws(() => lora.mergeInto(new Float32Array(out * width - 1)), code('LORA_E_SHAPE'));
      assert.throws(() => lora.mergeInto([...W]), code('LORA_E_TYPE'));
    }
    const set = learnScopes(await makeSet(), 9, ['Scan']);
    // IndexScan answers from the category that Scan has taught.
    assert.ok(norm(set.delta('IndexScan')) > 0);
    assert.equal(norm(set.delta('Join')), 0);
    const W = set.mergeInto('Scan', new Float32Array(24 * 24));
    assert.deepEqual(bitsOf(W), bitsOf(set.delta('Scan')));
    assert.equal(norm(set.unmergeFrom('Scan', W)), 0);
  });

  test(`${entry.name}: another rank`, async () => {
    const lora = learn(await make({ rank: 4, learningRate: 0.25 }), 10);
    const dense = lora.delta();
    const higher = lora.resize(7);
    assert.equal(higher.rank, 7);
    assert.equal(higher.learningRate, 0.25);
    assert.equal(higher.adaptCount, 0);
    assert.ok(relativeError(higher.delta(), dense) < 1e-6);
    const same = higher.resize(4);
    assert.ok(relativeError(same.delta(), dense) < 1e-6);
    const lower = lora.resize(2);
    // The error of the best approximation and what is kept of the energy make up the whole.
    const kept = (lower.deltaNorm / lora.deltaNorm) ** 2;
    assert.ok(kept > 0.3 && kept < 1);
    assert.ok(Math.abs(relativeError(lower.delta(), dense) ** 2 + kept - 1) < 1e-5);
    assert.ok(lower.learn(new Float32Array(24).fill(0.1), new Float32Array(24)) > 0);
    for (const bad of [0, 65, 1.5]) assert.throws(() => lora.resize(bad), code('LORA_E_SHAPE'));

    const set = learnScopes(await makeSet(), 11, ['Scan', 'Join']);
    const resized = set.resize(5);
    for (const scope of set.scopes) {
      const before = set.delta(scope);
      const after = resized.delta(scope);
      if (norm(before) === 0) assert.equal(norm(after), 0);
      else assert.ok(relativeError(after, before) < 1e-6, scope);
    }
    // What answers from a category still does.
    const probe = new Float32Array(24).fill(0.5);
    learnScopes(resized, 12, ['HashJoin']);
    assert.ok(
      norm(plus(resized.forward('MergeJoin', probe), set.forward('MergeJoin', probe), -1)) > 0,
    );
  });

  test(`${entry.name}: an update is what was learned since`, async () => {
    const lora = learn(await make(), 13);
    const since = lora.clone();
    learn(lora, 14, 10);
    const { adapter, keptEnergy, foldError } = lora.update(since);
    assert.equal(adapter.rank, 4);
    const exact = plus(lora.delta(), since.delta(), -1);
    assert.ok(relativeError(adapter.delta(), exact) < 1e-5);
    assert.ok(Math.abs(keptEnergy - 1) < 1e-9);
    assert.equal(foldError, 0);
    const short = lora.update(since, { rank: 1, maxNorm: 0.5 });
    assert.ok(short.keptEnergy < 1);
    assert.ok(Math.abs(short.adapter.deltaNorm - 0.5) < 1e-6);
    assert.throws(() => lora.update(since, { maxNorm: -1 }), code('LORA_E_RANGE'));
    assert.throws(() => lora.update(since, { clip: 1 }), code('LORA_E_OPTION'));
    assert.throws(() => lora.update(), code('LORA_E_TYPE'));
  });

  test(`${entry.name}: an average of deltas, not of factors`, async () => {
    const { average } = await loaded;
    const members = [];
    for (const [index, rank] of [2, 3, 1].entries()) {
      const adapter = learn(await make({ rank, alpha: 1 + index, seed: index }), 15 + index);
      members.push({ adapter, weight: [1, 2, 0.5][index] });
    }
    const exact = members
      .map(({ adapter, weight }) => Float64Array.from(adapter.delta(), (v) => (v * weight) / 3.5))
      .reduce((a, b) => plus(a, b));
    const whole = average(members, { rank: 6 });
    assert.ok(relativeError(whole.adapter.delta(), exact) < 1e-5);
    assert.ok(Math.abs(whole.keptEnergy - 1) < 1e-9);
    assert.equal(whole.adapter.alpha, 1);
    const best = average(members);
    assert.equal(best.adapter.rank, 3);
    const error = relativeError(best.adapter.delta(), exact);
    assert.ok(Math.abs(error ** 2 + best.keptEnergy - 1) < 1e-5);
    // The average of one is that one.
    const [{ adapter }] = members;
    assert.ok(relativeError(average([{ adapter }]).adapter.delta(), adapter.delta()) < 1e-6);
  });

  test(`${entry.name}: an average of sets is one per scope, over those that learned it`, async () => {
    const { average } = await loaded;
    const sets = [
      learnScopes(await makeSet(), 20, ['Scan', 'Join']),
      learnScopes(await makeSet({ seed: 2 }), 21, ['Scan', 'Sort']),
    ];
    const { adapter } = average(
      sets.map((set) => ({ adapter: set })),
      { rank: 4 },
    );
    const [one, two] = sets;
    const mean = plus(one.delta('Scan'), two.delta('Scan')).map((value) => value / 2);
    assert.ok(relativeError(adapter.delta('Scan'), mean) < 1e-5);
    assert.ok(relativeError(adapter.delta('Join'), one.delta('Join')) < 1e-5);
    assert.ok(relativeError(adapter.delta('Sort'), two.delta('Sort')) < 1e-5);
    assert.equal(norm(adapter.delta('Rerank')), 0);
  });

  test(`${entry.name}: what cannot be averaged is refused, and nothing is kept`, async () => {
    const { average, MicroLoRA, engine } = await loaded;
    const adapter = learn(await make(), 22);
    const { used } = engine.memoryUsage;
    const other = new MicroLoRA({ dim: 25, engine });
    const set = await makeSet();
    const bad = [
      [[], 'LORA_E_TYPE'],
      [undefined, 'LORA_E_TYPE'],
      [[adapter], 'LORA_E_TYPE'],
      [[{ adapter: 3 }], 'LORA_E_TYPE'],
      [[{ adapter, weight: -1 }], 'LORA_E_RANGE'],
      [[{ adapter, weight: 0 }], 'LORA_E_RANGE'],
      [[{ adapter, weight: NaN }], 'LORA_E_NONFINITE'],
      [[{ adapter }, { adapter: other }], 'LORA_E_SHAPE'],
      [[{ adapter }, { adapter: set }], 'LORA_E_SHAPE'],
      [[{ adapter, wait: 1 }], 'LORA_E_OPTION'],
    ];
    for (const [list, expected] of bad) {
      assert.throws(() => average(list), code(expected), `${list} ${expected}`);
    }
    assert.throws(() => average([{ adapter }], { rank: 65 }), code('LORA_E_SHAPE'));
    other.free();
    set.free();
    assert.equal(engine.memoryUsage.used, used);
    // Sums leave nothing behind either.
    average([{ adapter }, { adapter }]).adapter.free();
    adapter.resize(3).free();
    assert.equal(engine.memoryUsage.used, used);
  });
}

test('a thousand adapters at dim 256 are averaged in the memory that is stated', async () => {
  const { average, MicroLoRA, engine } = await entries[0].open({ memory: 23 << 18 });
  const random = randomNumbers(30);
  // One thing that all have in common, and noise of each: what survives is what they share.
  const common = { A: random.vector(512), B: random.vector(512, 0.1) };
  const members = Array.from({ length: 1000 }, (_, seed) => {
    const adapter = new MicroLoRA({ dim: 256, optimizer: 'sgd', sharedIO: true, seed, engine });
    const noise = (values, scale) =>
      values.map((v, i) => v + scale * random.vector(values.length)[i]);
    if (seed % 50 === 0) {
      adapter.setWeights({ A: noise(common.A, 0.2), B: noise(common.B, 0.02) });
    } else {
      adapter.setWeights(common);
    }
    return { adapter };
  });
  const { free } = engine.memoryUsage;
  const stated = 8 * 128 * (512 + 3 * 128);
  assert.ok(free < 2 * stated, 'the arena is small enough for this to show something');
  const { adapter, keptEnergy, foldError } = average(members);
  assert.ok(relativeError(adapter.delta(), delta(common, { rank: 2, in: 256, out: 256 })) < 0.05);
  assert.ok(keptEnergy > 0.99 && keptEnergy <= 1);
  assert.ok(foldError < 0.01, `${foldError}`);
});
