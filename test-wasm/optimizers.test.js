// Optimizers, losses, rewards and guards over every build and entry, as a user meets them. How exactly
// they agree with PyTorch is tested natively (test-native/test_golden.cpp), and that the builds have
// the same bits in bits.test.js.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bitsOf, entries, randomNumbers } from './support/helpers.js';

const OPTIMIZERS = ['sgd', 'momentum', 'adam', 'adamw', 'preconditioned'];

const refuses = (call, code) => assert.throws(call, (error) => error.code === code);

const dot = (a, b) => a.reduce((sum, value, i) => sum + value * b[i], 0);
const norm = (v) => Math.sqrt(dot(v, v));

/** y = x + M x for a random M of rank 2 with singular values of about 1, and samples of it. */
function hiddenMap(dim, seed, scale = 1) {
  const random = randomNumbers(seed);
  const U = [0, 1].map(() => random.vector(dim, 1 / Math.sqrt(dim)));
  const V = [0, 1].map(() => random.vector(dim, 1 / Math.sqrt(dim)));
  const sample = () => {
    const x = random.vector(dim, scale);
    const [a, b] = V.map((v) => dot(v, x));
    return { x, target: x.map((value, i) => value + a * U[0][i] + b * U[1][i]) };
  };
  /** || alpha B^T A - M || / || M ||, by the products of all factors. */
  const error = (lora) => {
    const { A, B } = lora.getWeights();
    const rows = (flat) =>
      Array.from({ length: lora.rank }, (_, k) => flat.subarray(k * dim, (k + 1) * dim));
    const factors = [
      ...rows(A).map((a, k) => ({ a, b: rows(B)[k], weight: lora.alpha })),
      ...V.map((a, k) => ({ a, b: U[k], weight: -1 })),
    ];
    const product = (list) =>
      list.reduce(
        (sum, p) =>
          sum +
          list.reduce((inner, q) => inner + p.weight * q.weight * dot(p.a, q.a) * dot(p.b, q.b), 0),
        0,
      );
    return Math.sqrt(Math.max(product(factors), 0) / product(factors.slice(lora.rank)));
  };
  return { sample, error, random };
}

for (const entry of entries) {
  const loaded = entry.open();

  test(`${entry.name}: untouched defaults learn a map for any alpha and scale of the inputs`, async () => {
    const { MicroLoRA, engine } = await loaded;
    for (const alpha of [0.01, 1, 10]) {
      for (const scale of [0.01, 1, 100]) {
        const map = hiddenMap(32, 4, scale);
        const lora = new MicroLoRA({ dim: 32, alpha, engine });
        for (let step = 0; step < 1000; step++) {
          const { x, target } = map.sample();
          lora.learn(x, target);
        }
        const error = map.error(lora);
        assert.ok(error < 0.01, `alpha ${alpha}, scale ${scale}: error ${error}`);
        lora.free();
      }
    }
  });

  test(`${entry.name}: every optimizer learns with its default rate`, async () => {
    const { MicroLoRA, engine } = await loaded;
    for (const optimizer of OPTIMIZERS) {
      const map = hiddenMap(32, 5);
      const lora = new MicroLoRA({ dim: 32, optimizer, engine });
      assert.equal(lora.optimizer, optimizer);
      for (let step = 0; step < 3000; step++) {
        const { x, target } = map.sample();
        lora.learn(x, target);
      }
      const error = map.error(lora);
      assert.ok(error < 0.05, `${optimizer}: error ${error}`);
      lora.free();
    }
  });

  test(`${entry.name}: learn has the bits of forward, y - target and adapt, with every optimizer`, async () => {
    const { MicroLoRA, engine } = await loaded;
    for (const optimizer of OPTIMIZERS) {
      for (const shape of [{ dim: 256 }, { in: 19, out: 33, rank: 3 }]) {
        const [a, b] = [1, 2].map(
          () => new MicroLoRA({ ...shape, optimizer, learningRate: 0.001, engine }),
        );
        const random = randomNumbers(14);
        for (let step = 0; step < 50; step++) {
          const [x, target] = [random.vector(a.in), random.vector(a.out)];
          a.learn(x, target);
          b.adapt(b.forward(x).map((y, i) => y - target[i]));
        }
        const [learned, adapted] = [a, b].map((lora) => lora.getWeights());
        assert.deepEqual(bitsOf(learned.A), bitsOf(adapted.A), optimizer);
        assert.deepEqual(bitsOf(learned.B), bitsOf(adapted.B), optimizer);
        a.free();
        b.free();
      }
    }
  });

  test(`${entry.name}: a preconditioned step removes the share of the error that its rate says`, async () => {
    const { MicroLoRA, engine } = await loaded;
    const map = hiddenMap(64, 6);
    for (const learningRate of [0.1, 0.5, 0.9]) {
      const lora = new MicroLoRA({ dim: 64, learningRate, engine });
      const { x, target } = map.sample();
      for (let step = 0; step < 40; step++) lora.learn(x, target);
      // By now B points along the error, so all of it is in reach.
      const before = lora.learn(x, target);
      const after = lora.learn(x, target);
      const share = 1 - Math.sqrt(after / before);
      if (before > 1e-9)
        assert.ok(Math.abs(share - learningRate) < 0.1, `${learningRate}: ${share}`);
      lora.free();
    }
  });

  test(`${entry.name}: losses are what they say`, async () => {
    const { MicroLoRA, engine } = await loaded;
    const random = randomNumbers(7);
    const x = random.vector(9);
    const t = random.vector(9, 3);
    const d = x.map((value, i) => value - t[i]);
    const expected = {
      mse: dot(d, d) / 2,
      huber: d.reduce(
        (sum, e) => sum + (Math.abs(e) <= 0.7 ? (e * e) / 2 : 0.7 * (Math.abs(e) - 0.35)),
        0,
      ),
      cosine: 1 - dot(x, t) / norm(x) / norm(t),
    };
    for (const [loss, value] of Object.entries(expected)) {
      for (const reduction of loss === 'cosine' ? ['sum'] : ['sum', 'mean']) {
        const lora = new MicroLoRA({ dim: 9, engine });
        const options = { loss, delta: 0.7, reduction };
        const first = lora.learn(x, t, options);
        const wanted = reduction === 'mean' ? value / 9 : value;
        assert.ok(
          Math.abs(first - wanted) < 1e-5 * wanted,
          `${loss} ${reduction}: ${first}, ${wanted}`,
        );
        for (let step = 0; step < 200; step++) lora.learn(x, t, options);
        assert.ok(lora.learn(x, t, options) < first / 2, `${loss} ${reduction} falls`);
        lora.free();
      }
    }
  });

  test(`${entry.name}: contrastBatch of one row is contrast, learnBatch of one row is learn`, async () => {
    const { MicroLoRA, engine } = await loaded;
    const random = randomNumbers(9);
    const [x, positive] = [random.vector(16), random.vector(16)];
    const negatives = random.vector(3 * 16);
    const make = () => new MicroLoRA({ dim: 16, batch: 4, engine });
    const [a, b] = [make(), make()];
    assert.equal(a.contrast(x, positive, negatives), b.contrastBatch(x, positive, negatives));
    assert.equal(a.learn(x, positive), b.learnBatch(x, positive));
    assert.deepEqual(bitsOf(a.getWeights().B), bitsOf(b.getWeights().B));
    // In a batch the other positives are the negatives.
    const X = random.vector(4 * 16);
    const P = random.vector(4 * 16);
    const first = a.contrastBatch(X, P, undefined, { temperature: 0.2, units: 'cosine' });
    for (let i = 0; i < 300; i++)
      a.contrastBatch(X, P, undefined, { temperature: 0.2, units: 'cosine' });
    assert.ok(a.contrastBatch(X, P, undefined, { temperature: 0.2, units: 'cosine' }) < first / 2);
  });

  test(`${entry.name}: accumulate and step are the step of the batch`, async () => {
    const { MicroLoRA, engine } = await loaded;
    for (const optimizer of OPTIMIZERS) {
      const random = randomNumbers(10);
      const X = random.vector(3 * 16);
      const G = random.vector(3 * 16);
      const options = { dim: 16, optimizer, learningRate: 0.01, engine };
      const [many, one] = [new MicroLoRA({ ...options, batch: 3 }), new MicroLoRA(options)];
      const B = random.vector(32, 0.3);
      for (const lora of [many, one]) lora.setWeights({ A: lora.getWeights().A, B });
      // A preconditioned batch is the same step, but longer: it sees that its inputs differ.
      const longer = optimizer === 'preconditioned';
      const rounds = longer ? 1 : 3;
      const start = many.getWeights();
      for (let round = 0; round < rounds; round++) {
        many.forwardBatch(X);
        many.adaptBatch(G);
        for (let i = 0; i < 3; i++) {
          one.forward(X.subarray(16 * i, 16 * (i + 1)));
          one.accumulate(G.subarray(16 * i, 16 * (i + 1)));
        }
        one.step();
      }
      for (const factor of ['A', 'B']) {
        const steps = [many, one].map((lora) =>
          Float64Array.from(lora.getWeights()[factor], (w, i) => w - start[factor][i]),
        );
        const times = longer ? norm(steps[0]) / norm(steps[1]) : 1;
        assert.ok(times >= 1 && times < 3);
        assert.equal(times > 1.2, longer);
        const difference = steps[0].map((w, i) => w - times * steps[1][i]);
        assert.ok(norm(difference) < 1e-5 * norm(start[factor]), `${optimizer}, ${factor}`);
      }
      assert.equal(one.adaptCount, rounds);
      refuses(() => one.step(), 'LORA_E_STATE');
      refuses(() => one.adapt(G.subarray(0, 16)), 'LORA_E_STATE');
      many.free();
      one.free();
    }
  });

  test(`${entry.name}: rewards alone find a hidden answer, whatever their scale and offset`, async () => {
    const { MicroLoRA, engine } = await loaded;
    const random = randomNumbers(11);
    const x = random.vector(16);
    const goal = x.map((value) => value + random.normal());
    const distance = (y) => norm(y.map((value, i) => value - goal[i]));
    const results = [
      [1, 0],
      [100, 1000],
    ].map(([scale, offset]) => {
      const lora = new MicroLoRA({ dim: 16, explore: 0.1, engine });
      for (let step = 0; step < 5000; step++) {
        const y = lora.forward(x);
        lora.adaptWithReward(offset - scale * distance(y) ** 2);
      }
      lora.setOptions({ explore: 0 });
      const left = distance(lora.forward(x)) / distance(x);
      lora.free();
      return left;
    });
    for (const left of results) assert.ok(left < 0.05, `${results}`);
  });

  test(`${entry.name}: noise is seeded, is not in batches or learn, and needs a forward`, async () => {
    const { MicroLoRA, engine } = await loaded;
    const x = randomNumbers(12).vector(8);
    const make = (seed) => new MicroLoRA({ dim: 8, explore: 0.5, seed, batch: 2, engine });
    const [a, b, other] = [make(1), make(1), make(2)];
    const y = a.forward(x);
    assert.deepEqual(bitsOf(y), bitsOf(b.forward(x)));
    assert.notDeepEqual(bitsOf(y), bitsOf(other.forward(x)));
    assert.notDeepEqual(bitsOf(y), bitsOf(a.forward(x)));
    const two = Float32Array.from([...x, ...x]);
    assert.deepEqual(bitsOf(a.forwardBatch(two)), bitsOf(two));
    refuses(() => a.adaptWithReward(1), 'LORA_E_STATE');
    refuses(() => b.adaptWithReward(NaN), 'LORA_E_NONFINITE');
    a.reset();
    assert.deepEqual(bitsOf(a.forward(x)), bitsOf(y));
  });

  test(`${entry.name}: guards hold an adapter near its base`, async () => {
    const { MicroLoRA, engine } = await loaded;
    for (const optimizer of OPTIMIZERS) {
      const random = randomNumbers(13);
      const lora = new MicroLoRA({ dim: 16, optimizer, maxDeltaNorm: 0.5, engine });
      for (let step = 0; step < 2000; step++) {
        lora.forward(random.vector(16));
        lora.adapt(random.vector(16, 3));
        assert.ok(lora.deltaNorm <= 0.5 * (1 + 1e-5), `${optimizer}: ${lora.deltaNorm}`);
      }
      const before = lora.deltaNorm;
      assert.ok(before > 0.1);
      lora.decayToBase(0.5);
      assert.ok(Math.abs(lora.deltaNorm - before / 2) < 1e-6);
      lora.decayToBase(1);
      assert.equal(lora.deltaNorm, 0);
      lora.free();
    }
  });

  test(`${entry.name}: a scope that starts from its category steps by its own options`, async () => {
    const { ScopedLoRA, engine } = await loaded;
    for (const optimizer of OPTIMIZERS) {
      const options = { dim: 8, optimizer, learningRate: 0.01, engine };
      const random = randomNumbers(15);
      const [x, g] = [random.vector(8), random.vector(8)];
      const takers = [
        (set) => set.adapt('a', g),
        (set) => {
          set.accumulate('a', g);
          set.step('a');
        },
      ];
      for (const take of takers) {
        const set = new ScopedLoRA({
          ...options,
          scopes: ['a', 'b'],
          categories: { both: ['a', 'b'] },
        });
        set.setOptions({ learningRate: 0 }, 'a');
        const before = bitsOf(set.forward('a', x));
        take(set);
        assert.deepEqual(bitsOf(set.forward('a', x)), before, `${optimizer}: a moved`);
        assert.notDeepEqual(bitsOf(set.forward('b', x)), before, `${optimizer}: b did not`);
        set.free();
      }
    }
  });

  test(`${entry.name}: options are checked, of all or of one scope`, async () => {
    const { MicroLoRA, ScopedLoRA, engine } = await loaded;
    for (const [options, code] of [
      [{ optimizer: 'rmsprop' }, 'LORA_E_OPTION'],
      [{ weightDecay: -1 }, 'LORA_E_RANGE'],
      [{ clipNorm: NaN }, 'LORA_E_NONFINITE'],
      [{ betas: [0.9] }, 'LORA_E_TYPE'],
      [{ betas: [0.99, 0.9] }, 'LORA_E_RANGE'],
      [{ epsilon: 0 }, 'LORA_E_RANGE'],
      [{ decayToBase: 1.5 }, 'LORA_E_RANGE'],
      [{ explore: '1' }, 'LORA_E_TYPE'],
    ]) {
      const { used } = engine.memoryUsage;
      refuses(() => new MicroLoRA({ dim: 4, engine, ...options }), code);
      assert.equal(engine.memoryUsage.used, used);
    }
    const lora = new MicroLoRA({ dim: 4, optimizer: 'adam', engine });
    const before = lora.getOptions();
    assert.deepEqual(before.betas, [0.9, 0.999]);
    refuses(() => lora.setOptions({ weightDecay: 1, epsilon: -1 }), 'LORA_E_RANGE');
    refuses(() => lora.setOptions({ rank: 3 }), 'LORA_E_OPTION');
    assert.deepEqual(lora.getOptions(), before);
    lora.setOptions({ betas: [0, 0.5], learningRate: 0.25 });
    assert.deepEqual(lora.getOptions(), {
      ...before,
      betas: [0, 0.5],
      momentum: 0,
      learningRate: 0.25,
    });
    assert.equal(lora.learningRate, 0.25);

    const set = new ScopedLoRA({ dim: 4, scopes: ['a', 'b'], engine });
    set.setOptions({ learningRate: 0.125 }, 'b');
    assert.deepEqual(
      [set.getOptions('a'), set.getOptions('b')].map((o) => o.learningRate),
      [0.5, 0.125],
    );
    set.setOptions({ weightDecay: 0.25 });
    assert.deepEqual(
      [set.getOptions('a'), set.getOptions('b')].map((o) => o.weightDecay),
      [0.25, 0.25],
    );

    const x = new Float32Array(4).fill(1);
    refuses(() => lora.learn(x, x, { loss: 'l1' }), 'LORA_E_OPTION');
    refuses(() => lora.learn(x, x, { loss: 'huber', delta: 0 }), 'LORA_E_RANGE');
    refuses(() => lora.learn(x, x, { loss: 'cosine', reduction: 'mean' }), 'LORA_E_OPTION');
    refuses(() => lora.contrast(x, x), 'LORA_E_SHAPE');
    refuses(() => lora.contrast(x, x, x, { temperature: 0 }), 'LORA_E_RANGE');
    refuses(() => lora.contrast(x, x, x, { temperature: 1, margin: 1 }), 'LORA_E_OPTION');
    refuses(() => lora.contrast(x, x, new Float32Array(5)), 'LORA_E_SHAPE');
    refuses(
      () =>
        lora.contrast(
          x,
          x.map(() => NaN),
          x,
        ),
      'LORA_E_NONFINITE',
    );
    refuses(() => lora.decayToBase(2), 'LORA_E_RANGE');
  });
}

for (const { name, open } of entries) {
  test(`${name}: a preconditioned step of nothing does not change what later steps do`, async () => {
    const { MicroLoRA, engine } = await open();
    const { vector } = randomNumbers(4);
    const nothing = new Float32Array(6);
    const lessons = Array.from({ length: 3 }, () => [vector(6), vector(6)]);
    // Larger ranks factorise Gram matrices every few steps, which a step more shifts.
    for (const rank of [1, 2, 8]) {
      const [plain, other] = [0, 1].map(() => new MicroLoRA({ dim: 6, rank, engine }));
      other.forward(nothing);
      other.adapt(nothing);
      for (const lora of [plain, other]) {
        for (const [x, g] of lessons) {
          lora.forward(x);
          lora.accumulate(g);
        }
        lora.step();
        for (const [x, target] of lessons) lora.learn(x, target);
      }
      assert.deepEqual(bitsOf(other.getWeights().B), bitsOf(plain.getWeights().B), `rank ${rank}`);
      assert.deepEqual(bitsOf(other.getWeights().A), bitsOf(plain.getWeights().A), `rank ${rank}`);
    }
  });
}
