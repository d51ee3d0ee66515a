// MicroLoRA over every build and entry: each method and property, against a plain model in doubles.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import vm from 'node:vm';
import { bitsOf, entries, randomNumbers } from './support/helpers.js';
import { answer, delta, norm, relativeError, step } from './support/model.js';

const EPSILON = 2 ** -23;

// Below, on and above the width of the kernels; rank 2 and others; with and without a residual.
const shapes = [
  { dim: 1, rank: 1 },
  { dim: 5, rank: 2 },
  { dim: 31, rank: 3, alpha: 0.5 },
  { dim: 256, rank: 2 },
  { dim: 300, rank: 64, alpha: -0.25 },
  { in: 16, out: 33, rank: 2, alpha: 2 },
  { in: 257, out: 1, rank: 8 },
].map((shape) => ({ ...shape, optimizer: 'sgd' }));

const describe = (options) => JSON.stringify(options);

/** What the model needs to know of a shape. */
const modelOf = ({ dim, rank, alpha = 1, ...rest }) => ({
  in: dim ?? rest.in,
  out: dim ?? rest.out,
  rank,
  alpha,
  residual: dim !== undefined,
});

/** An adapter that has something in B, and numbers to use it with. */
function grown({ MicroLoRA, engine }, options, seed = 1) {
  const lora = new MicroLoRA({ ...options, engine });
  const random = randomNumbers(seed);
  lora.setWeights({
    A: random.vector(lora.rank * lora.in, 1 / Math.sqrt(lora.in)),
    B: random.vector(lora.rank * lora.out, 0.5),
  });
  return { lora, random };
}

const near = (actual, expected, bound, message) => {
  const error = relativeError(actual, expected);
  assert.ok(error <= bound, `${message}: relative error ${error} above ${bound}`);
};

for (const entry of entries) {
  const loaded = entry.open();

  test(`${entry.name}: an engine is what was asked for`, async () => {
    const { engine } = await loaded;
    assert.equal(engine.simd, entry.simd);
    assert.ok(engine.memory instanceof WebAssembly.Memory);
    const { used, free, largestFree } = engine.memoryUsage;
    assert.ok(used + free >= 16 << 20 && free >= largestFree && largestFree > 15 << 20);
  });

  for (const options of shapes) {
    const model = modelOf(options);
    // Sums of n terms: an error that grows no faster than sqrt(n) roundings.
    const bound = 4 * EPSILON * Math.sqrt(model.in + model.rank);

    test(`${entry.name} ${describe(options)}: starts as y = x, or y = 0`, async () => {
      const { MicroLoRA, engine } = await loaded;
      const lora = new MicroLoRA({ ...options, engine });
      const x = randomNumbers(2).vector(model.in);
      const y = lora.forward(x);
      if (model.residual) assert.deepEqual(bitsOf(y), bitsOf(x));
      else assert.ok(y.length === model.out && y.every((value) => value === 0));
      assert.equal(lora.deltaNorm, 0);
      const { A, B } = lora.getWeights();
      const limit = Math.fround(1 / Math.sqrt(model.in));
      assert.ok(A.every((value) => Math.abs(value) <= limit && value !== 0));
      assert.ok(B.every((value) => value === 0));
    });

    test(`${entry.name} ${describe(options)}: properties`, async () => {
      const { MicroLoRA, engine } = await loaded;
      const lora = new MicroLoRA({ ...options, engine });
      const { dim, in: width, out, rank, alpha } = lora;
      assert.deepEqual(
        { dim, in: width, out, rank, alpha },
        { dim: model.in, in: model.in, out: model.out, rank: model.rank, alpha: model.alpha },
      );
      for (const name of ['dim', 'in', 'out', 'rank', 'alpha', 'batch']) {
        assert.throws(() => (lora[name] = 3), TypeError, name);
      }
      assert.equal(lora.paramCount, model.rank * (model.in + model.out));
      assert.equal(lora.input.length, model.in);
      assert.equal(lora.output.length, model.out);
      assert.equal(lora.gradient.length, model.out);
      assert.ok(lora.learningRate > 0);
      lora.learningRate = 0.25;
      assert.equal(lora.learningRate, 0.25);
      assert.equal(new MicroLoRA({ ...options, engine, learningRate: 0 }).learningRate, 0);
    });

    test(`${entry.name} ${describe(options)}: the three forwards agree, and with the model`, async () => {
      const { lora, random } = grown(await loaded, options);
      const x = random.vector(model.in);
      const y = lora.forward(x);
      near(y, answer(lora.getWeights(), x, model), bound, 'y');
      assert.deepEqual(bitsOf(lora.output), bitsOf(y));
      assert.deepEqual(bitsOf(lora.input), bitsOf(x));

      const out = new Float32Array(model.out);
      assert.equal(lora.forward(x, out), out);
      assert.deepEqual(bitsOf(out), bitsOf(y));

      lora.output.fill(0);
      lora.input.set(x);
      assert.equal(lora.forward(), undefined);
      assert.deepEqual(bitsOf(lora.output), bitsOf(y));
      assert.equal(lora.forwardCount, 3);
    });

    test(`${entry.name} ${describe(options)}: adapt is the exact gradient step`, async () => {
      const api = await loaded;
      const rate = 0.125;
      const { lora, random } = grown(api, { ...options, learningRate: rate });
      const { lora: twin } = grown(api, { ...options, learningRate: rate });
      const x = random.vector(model.in);
      const g = random.vector(model.out);
      lora.forward(x);
      const before = lora.getWeights();
      lora.adapt(g);
      const after = lora.getWeights();
      const expected = step(before, x, g, { ...model, rate });
      near(after.A, expected.A, 8 * bound, 'A');
      near(after.B, expected.B, 8 * bound, 'B');
      assert.equal(lora.adaptCount, 1);

      twin.forward(x);
      twin.gradient.set(g);
      twin.adapt();
      assert.deepEqual(bitsOf(twin.getWeights().A), bitsOf(after.A));
      assert.deepEqual(bitsOf(twin.getWeights().B), bitsOf(after.B));

      // A second step without another forward: the same h and x, the weights of now.
      lora.adapt(g);
      const h = step({ A: before.A, B: after.B }, x, g, { ...model, rate });
      const q = step({ A: after.A, B: after.B }, x, g, { ...model, rate });
      near(lora.getWeights().A, q.A, 8 * bound, 'A again');
      near(lora.getWeights().B, h.B, 8 * bound, 'B again');
    });

    test(`${entry.name} ${describe(options)}: deltaNorm is the Frobenius norm`, async () => {
      const { lora } = grown(await loaded, options);
      const expected = norm(delta(lora.getWeights(), model));
      assert.ok(Math.abs(lora.deltaNorm / expected - 1) < EPSILON, `${lora.deltaNorm} ${expected}`);
    });

    test(`${entry.name} ${describe(options)}: weights go round, reset brings the start back`, async () => {
      const { MicroLoRA, engine } = await loaded;
      const lora = new MicroLoRA({ ...options, engine, seed: 7 });
      const start = lora.getWeights();
      const random = randomNumbers(3);
      const weights = {
        A: random.vector(model.rank * model.in),
        B: random.vector(model.rank * model.out),
      };
      weights.A[0] = -0;
      lora.setWeights(weights);
      assert.deepEqual(bitsOf(lora.getWeights().A), bitsOf(weights.A));
      assert.deepEqual(bitsOf(lora.getWeights().B), bitsOf(weights.B));
      // Copies: what is done to them is done to them alone.
      lora.getWeights().A.fill(9);
      assert.deepEqual(bitsOf(lora.getWeights().A), bitsOf(weights.A));

      lora.forward(random.vector(model.in));
      lora.adapt(random.vector(model.out, 0.01));
      lora.reset();
      assert.deepEqual(lora.getWeights(), start);
      assert.deepEqual([lora.adaptCount, lora.forwardCount, lora.deltaNorm], [0, 0, 0]);
      assert.throws(() => lora.adapt(new Float32Array(model.out)), { code: 'LORA_E_STATE' });
    });
  }

  test(`${entry.name}: seeds`, async () => {
    const { MicroLoRA, engine } = await loaded;
    const first = (seed) => new MicroLoRA({ dim: 64, seed, engine }).getWeights().A;
    assert.deepEqual(first(5), first(5));
    assert.deepEqual(first(undefined), first(1));
    assert.notDeepEqual(first(5), first(6));
    assert.notDeepEqual(first(2 ** 32 - 1), first(0));
  });

  test(`${entry.name}: a reward moves the output along the input, by the clamped reward`, async () => {
    for (const [reward, clamped] of [
      [0.15, 0.15],
      [-0.5, -0.5],
      [7, 2],
      [-7, -2],
      [0, 0],
    ]) {
      const { lora, random } = grown(await loaded, {
        dim: 32,
        rank: 2,
        optimizer: 'sgd',
        learningRate: 0.25,
      });
      const x = random.vector(32);
      lora.forward(x);
      const before = lora.getWeights();
      lora.adaptWithReward(reward);
      const g = Float64Array.from(x, (value) => (-clamped * value) / norm(Float64Array.from(x)));
      const expected = step(before, x, g, { rank: 2, rate: 0.25 });
      near(lora.getWeights().A, expected.A, 64 * EPSILON, `A after ${reward}`);
      near(lora.getWeights().B, expected.B, 64 * EPSILON, `B after ${reward}`);
      const along = (y) => x.reduce((sum, value, i) => sum + value * y[i], 0);
      const moved = along(lora.forward(x)) - along(answer(before, x, { rank: 2, out: 32 }));
      assert.equal(Math.sign(Math.abs(moved) < 1e-4 ? 0 : moved), Math.sign(reward));
    }
  });

  test(`${entry.name}: views stay valid for the life of the object, and getters after grow`, async () => {
    const api = await entry.open({ memory: 1 << 20 });
    const { lora, random } = grown(api, { dim: 64, rank: 2 });
    const { input, output, gradient } = lora;
    const x = random.vector(64);
    const y = lora.forward(x);
    for (let i = 0; i < 50; i++) new api.MicroLoRA({ dim: 64, engine: api.engine }).free();
    const others = Array.from(
      { length: 20 },
      () => new api.MicroLoRA({ dim: 64, engine: api.engine }),
    );
    assert.equal(lora.input, input);
    assert.equal(lora.output, output);
    assert.equal(lora.gradient, gradient);
    assert.deepEqual(output, y);
    assert.ok([input, output, gradient].every(({ buffer }) => buffer === api.engine.memory.buffer));

    const { used, free } = api.engine.memoryUsage;
    api.engine.grow(1 << 20);
    assert.equal(input.length, 0);
    assert.equal(api.engine.memoryUsage.used, used);
    assert.ok(api.engine.memoryUsage.free >= free + (1 << 20));
    assert.deepEqual(lora.output, y);
    assert.deepEqual(lora.input, x);
    assert.equal(lora.gradient.length, 64);
    lora.input.set(x);
    lora.forward();
    assert.deepEqual(lora.output, y);
    lora.adapt(random.vector(64, 0.1));
    for (const other of others) assert.deepEqual(other.forward(x), x);
    assert.equal(new api.MicroLoRA({ dim: 8192, rank: 4, engine: api.engine }).dim, 8192);
  });

  test(`${entry.name}: engines are apart`, async () => {
    const one = await entry.open();
    const two = await entry.open({ memory: 1 << 18 });
    const a = grown(one, { dim: 16, rank: 2 }).lora;
    const before = one.engine.memoryUsage;
    const b = new two.MicroLoRA({ dim: 16, engine: two.engine });
    assert.notEqual(a.input.buffer, b.input.buffer);
    const x = randomNumbers(4).vector(16);
    b.forward(x);
    b.adapt(x);
    assert.deepEqual(one.engine.memoryUsage, before);
    assert.equal(a.adaptCount, 0);
    a.forward(x);
    b.free();
    a.adapt(x);
    assert.equal(a.adaptCount, 1);
  });

  test(`${entry.name}: with sharedIO the vectors are shared by shape, the weights are not`, async () => {
    const api = await loaded;
    const own = grown(api, { dim: 48, rank: 2 });
    const a = grown(api, { dim: 48, rank: 2, sharedIO: true }).lora;
    const b = grown(api, { dim: 48, rank: 3, sharedIO: true }, 9).lora;
    const other = grown(api, { dim: 47, rank: 2, sharedIO: true }).lora;
    assert.equal(a.input.byteOffset, b.input.byteOffset);
    assert.notEqual(a.input.byteOffset, own.lora.input.byteOffset);
    assert.notEqual(a.input.byteOffset, other.input.byteOffset);
    const x = own.random.vector(48);
    const g = own.random.vector(48, 0.1);
    const steps = [own.lora, a].map((lora) => {
      const y = lora.forward(x);
      lora.adapt(g);
      return [y, lora.getWeights()];
    });
    assert.deepEqual(steps[1], steps[0]);
    b.forward(x);
    assert.throws(() => a.adapt(g), { code: 'LORA_E_STATE' });
    b.adapt(g);
    a.free();
    assert.deepEqual(b.forward(x), b.output);
  });

  test(`${entry.name}: dispose frees, twice is once, and memory comes back`, async () => {
    const { MicroLoRA, engine } = await loaded;
    const dispose = Symbol.dispose ?? Symbol.for('Symbol.dispose');
    new MicroLoRA({ dim: 100, engine }).free();
    const before = engine.memoryUsage.used;
    const lora = new MicroLoRA({ dim: 100, engine });
    assert.ok(engine.memoryUsage.used > before);
    lora[dispose]();
    lora[dispose]();
    lora.free();
    assert.equal(engine.memoryUsage.used, before);
  });

  test(`${entry.name}: a Float32Array of another realm, a subclass, and shared memory will do`, async () => {
    const { lora } = grown(await loaded, { dim: 4, rank: 2 });
    const foreign = vm.runInNewContext('new Float32Array([1, 2, 3, 4])');
    assert.ok(!(foreign instanceof Float32Array));
    const y = lora.forward(Float32Array.of(1, 2, 3, 4));
    assert.deepEqual(lora.forward(foreign), y);
    assert.deepEqual(Array.from(lora.forward(y, foreign)), Array.from(lora.forward(y)));
    const shared = new Float32Array(new SharedArrayBuffer(16));
    shared.set([1, 2, 3, 4]);
    assert.deepEqual(lora.forward(shared), y);
    class Vector extends Float32Array {}
    assert.deepEqual(lora.forward(Vector.of(1, 2, 3, 4)), y);
    // Vectors of the object itself: the transfer is not disturbed.
    lora.gradient.set([1, 2, 3, 4]);
    assert.deepEqual(lora.forward(lora.gradient, lora.input), y);
  });

  test(`${entry.name}: a subclass of MicroLoRA is one`, async () => {
    const { MicroLoRA, engine } = await loaded;
    class Personal extends MicroLoRA {
      constructor(user) {
        super({ dim: 8, engine });
        this.user = user;
      }
      forward(x, out) {
        return super.forward(x, out);
      }
    }
    const lora = new Personal('ada');
    const x = randomNumbers(6).vector(8);
    assert.deepEqual(lora.forward(x), x);
    assert.equal(lora.user, 'ada');
    lora.adapt(x);
    lora.free();
    assert.throws(() => lora.forward(x), { code: 'LORA_E_HANDLE' });
  });
}

for (const entry of entries) {
  test(`${entry.name}: the largest dims learn, and one more is refused`, async () => {
    const { MicroLoRA, TrajectoryBuffer, engine } = await entry.open();
    const dim = 16384;
    const { vector } = randomNumbers(5);
    const [x, target] = [vector(dim, 0.01), vector(dim, 0.01)];
    const lora = new MicroLoRA({ dim, rank: 3, engine });
    const first = lora.learn(x, target);
    for (let i = 0; i < 20; i++) lora.learn(x, target);
    assert.ok(lora.learn(x, target) < first / 1000);
    const small = new MicroLoRA({ in: dim, out: 1, engine });
    assert.equal(small.forward(x).length, 1);
    const buffer = new TrajectoryBuffer({ dim, capacity: 2, engine });
    buffer.record(x, 1, 2, 3, 4);
    assert.deepEqual(bitsOf(buffer.get(0).embedding), bitsOf(x));
    for (const shape of [{ dim: dim + 1 }, { in: dim + 1, out: 1 }, { in: 1, out: dim + 1 }]) {
      assert.throws(() => new MicroLoRA({ ...shape, engine }), { code: 'LORA_E_SHAPE' });
    }
    assert.throws(() => new TrajectoryBuffer({ dim: dim + 1, engine }), { code: 'LORA_E_SHAPE' });
  });
}
