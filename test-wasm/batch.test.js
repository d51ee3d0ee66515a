// Batches and the fused learn over every build and entry: what they equal, and what they refuse.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bitsOf, entries, randomNumbers } from './support/helpers.js';

const BATCH = 5;
// On the width of the kernels and off it; a residual and none.
const shapes = [
  { dim: 1, rank: 1 },
  { dim: 7, rank: 3 },
  { dim: 256, rank: 2 },
  { in: 16, out: 33, rank: 2, alpha: 2 },
];

const rowsOf = (rows, length) =>
  Array.from({ length: rows.length / length }, (_, i) =>
    rows.subarray(i * length, (i + 1) * length),
  );

/** The bits of all that was learned. */
const learned = (lora) => {
  const { A, B } = lora.getWeights();
  return [...bitsOf(A), ...bitsOf(B)];
};

const refuses = (call, code) => assert.throws(call, (error) => error.code === code);

for (const entry of entries) {
  const loaded = entry.open();

  for (const shape of shapes) {
    const name = `${entry.name}, ${JSON.stringify(shape)}`;

    /** Two equal adapters, one with a batch and one without, that have learned something. */
    async function twins() {
      const { MicroLoRA, engine } = await loaded;
      const options = { ...shape, engine, optimizer: 'sgd', learningRate: 1e-4 };
      const many = new MicroLoRA({ ...options, batch: BATCH });
      const one = new MicroLoRA(options);
      const random = randomNumbers(3);
      const B = random.vector(many.rank * many.out, 0.5);
      for (const lora of [many, one]) lora.setWeights({ A: lora.getWeights().A, B });
      return { many, one, random, engine };
    }

    test(`${name}: a batch gives what its rows give, from views and from arrays`, async () => {
      const { many, one, random } = await twins();
      for (let count = 1; count <= BATCH; count++) {
        const X = random.vector(count * many.in);
        const expected = rowsOf(X, many.in).flatMap((x) => bitsOf(one.forward(x)));
        assert.deepEqual(bitsOf(many.forwardBatch(X)), expected);
        const out = new Float32Array(count * many.out);
        assert.equal(many.forwardBatch(X, out), out);
        assert.deepEqual(bitsOf(out), expected);

        rowsOf(X, many.in).forEach((x, i) => many.inputs[i].set(x));
        many.outputs.forEach((row) => row.fill(0));
        assert.equal(many.forwardBatch(count), undefined);
        const rows = many.outputs.slice(0, count);
        assert.deepEqual(
          rows.flatMap((row) => bitsOf(row)),
          expected,
        );
        assert.ok(many.outputs.slice(count).every((row) => row.every((y) => y === 0)));
      }
      assert.equal(many.forwardBatch(), undefined);
      assert.equal(many.forwardCount, 3 * 15 + BATCH);
    });

    test(`${name}: adaptBatch is the step of the mean gradient`, async () => {
      const { many, one, random } = await twins();
      const X = random.vector(BATCH * many.in);
      const G = random.vector(BATCH * many.out);
      const before = many.getWeights();
      // The mean of the steps that single rows would take from the same weights.
      const mean = { A: new Float64Array(before.A.length), B: new Float64Array(before.B.length) };
      rowsOf(X, many.in).forEach((x, i) => {
        one.setWeights(before);
        one.forward(x);
        one.adapt(rowsOf(G, many.out)[i]);
        const after = one.getWeights();
        for (const factor of ['A', 'B']) {
          after[factor].forEach((w, k) => (mean[factor][k] += (w - before[factor][k]) / BATCH));
        }
      });
      many.forwardBatch(X);
      many.adaptBatch(G);
      const after = many.getWeights();
      for (const factor of ['A', 'B']) {
        const largest = Math.max(...mean[factor].map(Math.abs), ...before[factor].map(Math.abs));
        after[factor].forEach((w, k) => {
          const error = Math.abs(w - before[factor][k] - mean[factor][k]);
          assert.ok(error <= 16 * 2 ** -24 * largest, `${factor}[${k}] is off by ${error}`);
        });
      }
      assert.equal(many.adaptCount, 1);

      // From the views, the same bits.
      const fromArrays = learned(many);
      many.setWeights(before);
      rowsOf(X, many.in).forEach((x, i) => many.inputs[i].set(x));
      many.forwardBatch();
      rowsOf(G, many.out).forEach((g, i) => many.gradients[i].set(g));
      many.adaptBatch();
      assert.deepEqual(learned(many), fromArrays);
    });

    test(`${name}: learn is forward, y - target and adapt`, async () => {
      const { many, one, random } = await twins();
      for (let step = 0; step < 20; step++) {
        const x = random.vector(many.in);
        const target = random.vector(many.out);
        const loss = many.learn(x, target);
        const y = one.forward(x);
        const g = y.map((value, i) => value - target[i]);
        one.adapt(g);
        const expected = 0.5 * g.reduce((sum, value) => sum + value * value, 0);
        assert.ok(Math.abs(loss - expected) <= 1e-5 * expected);
        assert.deepEqual(bitsOf(many.output), bitsOf(y));
        assert.deepEqual(bitsOf(many.input), bitsOf(x));
        assert.deepEqual(learned(many), learned(one));
      }
    });

    test(`${name}: what batches and learn refuse changes nothing`, async () => {
      const { many, random } = await twins();
      const X = random.vector(2 * many.in);
      const G = random.vector(2 * many.out);
      const withNaN = (rows) => rows.map((value, i) => (i === rows.length - 1 ? NaN : value));
      const Y = bitsOf(many.forwardBatch(X));
      const before = learned(many);
      refuses(() => many.forwardBatch(new Float32Array((BATCH + 1) * many.in)), 'LORA_E_SHAPE');
      refuses(() => many.forwardBatch(new Float32Array(0)), 'LORA_E_SHAPE');
      refuses(() => many.forwardBatch(BATCH + 1), 'LORA_E_SHAPE');
      refuses(() => many.forwardBatch(0), 'LORA_E_SHAPE');
      refuses(() => many.forwardBatch([1, 2]), 'LORA_E_TYPE');
      refuses(() => many.forwardBatch(X, new Float32Array(2 * many.out + 1)), 'LORA_E_SHAPE');
      refuses(() => many.forwardBatch(withNaN(X)), 'LORA_E_NONFINITE');
      refuses(() => many.adaptBatch(withNaN(G)), 'LORA_E_NONFINITE');
      refuses(() => many.adaptBatch(G.subarray(many.out)), 'LORA_E_STATE');
      refuses(() => many.adapt(G.subarray(many.out)), 'LORA_E_STATE');
      refuses(
        () => many.learn(X.subarray(many.in), withNaN(G).subarray(many.out)),
        'LORA_E_NONFINITE',
      );
      refuses(
        () => many.learn(withNaN(X).subarray(many.in), G.subarray(many.out)),
        'LORA_E_NONFINITE',
      );
      refuses(() => many.learn(X, new Float32Array(many.out + 1)), 'LORA_E_SHAPE');
      assert.deepEqual(learned(many), before);
      assert.deepEqual(
        many.outputs.slice(0, 2).flatMap((row) => bitsOf(row)),
        Y,
      );
      many.adaptBatch(G);
      assert.notDeepEqual(learned(many), before);
    });
  }

  test(`${entry.name}: batch is an option with limits`, async () => {
    const { MicroLoRA, ScopedLoRA, engine } = await loaded;
    for (const [batch, code] of [
      [0, 'LORA_E_RANGE'],
      [1025, 'LORA_E_RANGE'],
      [1.5, 'LORA_E_RANGE'],
      ['2', 'LORA_E_TYPE'],
    ]) {
      refuses(() => new MicroLoRA({ dim: 4, batch, engine }), code);
      refuses(() => new ScopedLoRA({ dim: 4, batch, engine }), code);
    }
    assert.equal(new MicroLoRA({ dim: 4, engine }).batch, 1);
    const most = new MicroLoRA({ dim: 24, batch: 1024, engine });
    const X = randomNumbers(1).vector(1024 * 24);
    assert.deepEqual(bitsOf(most.forwardBatch(X)), bitsOf(X));
  });

  test(`${entry.name}: row views share memory with the first ones and survive engine.grow`, async () => {
    const { MicroLoRA, engine } = await entry.open();
    const lora = new MicroLoRA({ dim: 20, batch: 3, engine });
    lora.inputs[2][19] = 7;
    engine.grow(1 << 20);
    assert.equal(lora.inputs[2][19], 7);
    for (const [single, rows] of [
      [lora.input, lora.inputs],
      [lora.output, lora.outputs],
      [lora.gradient, lora.gradients],
    ]) {
      assert.equal(rows.length, 3);
      assert.equal(rows[0], single);
      assert.ok(rows.every((row) => row.length === 20 && row.byteOffset % 64 === 0));
    }
  });

  test(`${entry.name}: objects go on where a larger batch moves the transfer vector`, async () => {
    const { MicroLoRA, engine } = await entry.open();
    const small = new MicroLoRA({ dim: 7, batch: 2, engine });
    const random = randomNumbers(4);
    const first = random.vector(14);
    assert.deepEqual(small.forwardBatch(first), first);
    // An odd dim, so that outputs are packed there too.
    const large = new MicroLoRA({ dim: 65, batch: 1024, engine });
    for (const grow of [false, true]) {
      if (grow) engine.grow(1 << 16);
      const all = random.vector(1024 * 65);
      assert.deepEqual(large.forwardBatch(all), all);
      const X = random.vector(14);
      assert.deepEqual(small.forwardBatch(X), X);
      assert.deepEqual(small.forward(X.subarray(7)), X.subarray(7));
      assert.equal(small.learn(X.subarray(7), X.subarray(7)), 0);
    }
    const { used } = engine.memoryUsage;
    const again = new MicroLoRA({ dim: 65, batch: 1024, engine });
    again.free();
    assert.equal(engine.memoryUsage.used, used);
  });

  test(`${entry.name}: with sharedIO, rows are shared by those of one batch`, async () => {
    const { MicroLoRA, engine } = await loaded;
    const make = (batch, rank) => new MicroLoRA({ dim: 9, rank, batch, sharedIO: true, engine });
    const [a, b, other] = [make(2, 2), make(2, 3), make(3, 2)];
    const places = ({ inputs }) => inputs.map(({ byteOffset }) => byteOffset);
    assert.deepEqual(places(a), places(b));
    assert.notEqual(places(a)[0], places(other)[0]);
    const X = randomNumbers(7).vector(18);
    a.forwardBatch(X);
    other.forwardBatch(X);
    a.adaptBatch(X);
    b.forwardBatch(X);
    refuses(() => a.adaptBatch(X), 'LORA_E_STATE');
    a.learn(X.subarray(9), X.subarray(0, 9));
    refuses(() => b.adaptBatch(X), 'LORA_E_STATE');
    assert.deepEqual([a.adaptCount, b.adaptCount], [2, 0]);
  });

  test(`${entry.name}: scopes have batches too, and their categories learn from them`, async () => {
    const { ScopedLoRA, engine } = await loaded;
    const options = { dim: 8, scopes: ['a', 'b'], categories: { both: ['a', 'b'] }, engine };
    const set = new ScopedLoRA({ ...options, batch: 2, learningRate: 0.1 });
    const random = randomNumbers(5);
    const X = random.vector(16);
    const G = random.vector(16);
    const before = bitsOf(set.forward('b', X.subarray(0, 8)));
    set.forwardBatch('a', X);
    set.adaptBatch('a', G);
    // B was 0: its first step shows at once.
    assert.notDeepEqual(bitsOf(set.forward('b', X.subarray(0, 8))), before);
    assert.deepEqual([set.adaptCount('a'), set.forwardCount('a')], [1, 2]);
    const other = set.forwardBatch(0, X);
    assert.deepEqual(bitsOf(other.subarray(8)), bitsOf(set.forward('a', X.subarray(8))));
    refuses(() => set.forwardBatch('c', X), 'LORA_E_SCOPE');
    refuses(() => set.adaptBatch('b', G), 'LORA_E_STATE');
    const loss = set.learn('b', X.subarray(0, 8), X.subarray(8));
    assert.ok(loss > 0 && set.learn('b', X.subarray(0, 8), X.subarray(8)) < loss);
  });

  test(`${entry.name}: two thousand adapters of one engine learn each its own`, async () => {
    const { MicroLoRA, engine } = await entry.open();
    const make = (i) => new MicroLoRA({ dim: 16, rank: 1, sharedIO: true, seed: i, engine });
    const targetOf = (i) => randomNumbers(i + 1).vector(16);
    const x = randomNumbers(0).vector(16);
    const all = Array.from({ length: 2000 }, (_, i) => make(i));
    const first = all.map((lora, i) => lora.learn(x, targetOf(i)));
    const last = all.map((lora, i) => lora.learn(x, targetOf(i)));
    // Where A x happens to be all but 0, a step is below the resolution of the loss.
    assert.ok(last.every((loss, i) => loss <= first[i]));
    assert.ok(last.filter((loss, i) => loss < first[i]).length > 1950);
    const alone = make(1234);
    alone.learn(x, targetOf(1234));
    assert.equal(alone.learn(x, targetOf(1234)), last[1234]);
  });
}
