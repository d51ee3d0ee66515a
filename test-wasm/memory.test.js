// Memory: none is allocated per call, all comes back, and an adapter takes no more than its budget.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measure } from '../glue/build/size.js';
import { entries, runNodeForJson, urlOf, wasmFiles } from './support/helpers.js';
import * as raw from './support/raw.js';

// The same gradient again and again, whatever the answer, would lead to infinity by larger steps.
const learningRate = 1e-7;

for (const entry of entries) {
  test(`${entry.name}: 100 000 calls of each verb leave memory as it was`, async () => {
    const { EmbeddingSpace, MicroLoRA, ScopedLoRA, TrajectoryBuffer, engine } = await entry.open();
    const lora = new MicroLoRA({ dim: 20, learningRate, batch: 2, engine });
    const set = new ScopedLoRA({ dim: 20, learningRate, batch: 2, engine });
    const ring = new TrajectoryBuffer({ dim: 20, capacity: 100, engine });
    const space = new EmbeddingSpace({ dim: 20, directions: 2, engine });
    const inSpace = new MicroLoRA({ space, learningRate });
    const { buffer } = engine.memory;
    const before = engine.memoryUsage;
    const x = new Float32Array(20).fill(0.1);
    const out = new Float32Array(20);
    const X = new Float32Array(40).fill(0.1);
    const Y = new Float32Array(40);
    for (let i = 0; i < 100_000; i++) {
      lora.forward(x, out);
      lora.forward();
      lora.adapt(x);
      lora.adaptWithReward(0.1);
      lora.forwardBatch(X, Y);
      lora.adaptBatch(X);
      lora.learn(x, x);
      set.forward(i % 17, x, out);
      set.adapt(i % 17, x);
      set.forwardBatch(i % 17);
      set.adaptBatch(i % 17);
      set.learn(i % 17, x, x);
      ring.record(x, i % 17, i % 256, 1, 2);
      space.learnDocuments(X);
      space.learnQueries(x);
      space.document(x, out);
      space.query();
      space.queries(X, Y);
      inSpace.forward(x, out);
      inSpace.adapt(x);
      inSpace.learn(x, x);
      inSpace.score(x, X);
    }
    assert.equal(engine.memory.buffer, buffer);
    assert.deepEqual(engine.memoryUsage, before);
    assert.equal(ring.totalCount, 100_000);
    assert.equal(space.documentCount, 200_000);
    assert.equal(space.queryCount, 200_000);
  });

  test(`${entry.name}: 20 000 objects of each class, one after the other`, async () => {
    const { EmbeddingSpace, MicroLoRA, Policy, ScopedLoRA, TrajectoryBuffer, engine } =
      await entry.open({
        memory: 1 << 18,
      });
    const space = new EmbeddingSpace({ dim: 33, engine });
    const make = [
      () => new MicroLoRA({ dim: 33, engine }),
      () => new MicroLoRA({ dim: 33, sharedIO: true, engine }),
      () => new ScopedLoRA({ dim: 33, scopes: ['a', 'b'], categories: { c: ['a'] }, engine }),
      () => new TrajectoryBuffer({ dim: 33, capacity: 9, engine }),
      () => new EmbeddingSpace({ dim: 33, engine }),
      () => new Policy({ dim: 33, arms: 2, pending: 9, engine }),
      () => new MicroLoRA({ space }),
    ];
    for (const create of make) create().free();
    const before = engine.memoryUsage;
    for (let i = 0; i < 20_000; i++) for (const create of make) create().free();
    assert.deepEqual(engine.memoryUsage, before);
  });
}

for (const file of wasmFiles) {
  test(`${file}: create and free a million times`, async () => {
    const lora = await raw.instantiate(file, 1 << 17);
    const create = (dim, flags) => lora.lora_create(dim, dim, 1, 1, 0.1, 0, 1, flags, 1, 0, 1);
    const first = create(4, 1);
    assert.equal(lora.lora_free(first), 0);
    const used = lora.lora_memory_used();
    const largest = lora.lora_memory_largest_free();
    for (let i = 0; i < 1_000_000; i++) {
      const handle =
        i % 8 === 7 ? lora.lora_trajectory_create(3, 4, 5) : create(4 + (i % 3), 1 + 2 * (i % 2));
      if (handle <= 0 || lora.lora_free(handle) !== 0) assert.fail(`call ${i}: ${handle}`);
    }
    assert.equal(lora.lora_memory_used(), used);
    assert.equal(lora.lora_memory_largest_free(), largest);
    assert.equal(lora.lora_free(first), raw.HANDLE);
  });
}

for (const file of ['dist/microlora.js', 'dist/microlora.scalar.js']) {
  test(`${file}: the JavaScript heap does not grow over a million calls`, async () => {
    const grown = await runNodeForJson(
      `import init, { MicroLoRA, ScopedLoRA, TrajectoryBuffer } from ${JSON.stringify(urlOf(file))};
       await init();
       const lora = new MicroLoRA({ dim: 64, learningRate: ${learningRate}, batch: 2 });
       const set = new ScopedLoRA({ dim: 64, learningRate: ${learningRate} });
       const ring = new TrajectoryBuffer({ dim: 64 });
       const x = new Float32Array(64).fill(0.1);
       const out = new Float32Array(64);
       const calls = (count) => {
         for (let i = 0; i < count; i++) {
           lora.forward(x, out);
           lora.adapt(x);
           lora.input; lora.forward(); lora.adapt();
           lora.forwardBatch(); lora.adaptBatch(); lora.learn(x, x);
           set.forward(2, x, out);
           set.adapt('Join', x);
           ring.record(x, 2, 5, 1, 2);
         }
       };
       const measure = () => { gc(); gc(); return process.memoryUsage().heapUsed; };
       calls(20_000);
       const before = measure();
       calls(1_000_000);
       console.log(JSON.stringify(measure() - before));`,
      ['--expose-gc'],
    );
    // A number kept per call would be 8 MB; the rest is what V8 notes while it optimises.
    assert.ok(grown < 256 * 1024, `the heap grew by ${grown} bytes`);
  });

  test(`${file}: learn, the forwards into an array and the views allocate nothing at all`, async () => {
    const collections = await runNodeForJson(
      `import { PerformanceObserver } from 'node:perf_hooks';
       import init, { MicroLoRA, WasmMicroLoRA } from ${JSON.stringify(urlOf(file))};
       await init();
       const lora = new MicroLoRA({ dim: 64, learningRate: ${learningRate} });
       const many = new MicroLoRA({ dim: 30, learningRate: ${learningRate}, batch: 2 });
       const X = new Float32Array(60).fill(0.1);
       const Y = new Float32Array(60);
       const compatible = new WasmMicroLoRA(64, 0.1, ${learningRate});
       const x = new Float32Array(64).fill(0.1);
       const out = new Float32Array(64);
       const calls = (count) => {
         for (let i = 0; i < count; i++) { lora.forward(x, out); lora.adapt(x); lora.forward(); lora.adapt(); compatible.forward(); compatible.adapt();
           many.forwardBatch(X, Y); many.adaptBatch(X); many.forwardBatch(); many.adaptBatch(); }
         // Apart: V8 boxes the loss where it does not inline the call.
         for (let i = 0; i < count; i++) lora.learn(x, x);
       };
       let collections = 0;
       new PerformanceObserver((list) => (collections += list.getEntries().length)).observe({ entryTypes: ['gc'] });
       calls(100_000);
       await new Promise((resolve) => setTimeout(resolve, 50));
       collections = 0;
       calls(1_000_000);
       await new Promise((resolve) => setTimeout(resolve, 50));
       console.log(JSON.stringify(collections));`,
      // Young objects would fill this space over and over: 16 bytes a call make 16 collections.
      ['--max-semi-space-size=1', '--min-semi-space-size=1'],
    );
    assert.ok(collections <= 4, `${collections} collections in 11 million calls`);
  });

  test(`${file}: what was forgotten is freed by the finalizer, what was freed is not freed twice`, async () => {
    const [before, after, kept] = await runNodeForJson(
      `import init, { EmbeddingSpace, MicroLoRA, Policy, ScopedLoRA, TrajectoryBuffer } from ${JSON.stringify(urlOf(file))};
       const engine = await init();
       const make = () => {
         const space = new EmbeddingSpace({ dim: 64 });
         return [space, new MicroLoRA({ space }), new ScopedLoRA({ dim: 64 }), new TrajectoryBuffer({ dim: 64 }), new Policy({ dim: 64, arms: 2 })];
       };
       make().forEach((object) => object.free());
       const before = engine.memoryUsage.used;
       const kept = new MicroLoRA({ dim: 64 });
       const one = engine.memoryUsage.used - before;
       (() => {
         for (let i = 0; i < 20; i++) make();
         for (let i = 0; i < 20; i++) make().forEach((object) => object.free());
       })();
       for (let i = 0; i < 50 && engine.memoryUsage.used > before + one; i++) {
         gc();
         await new Promise((resolve) => setTimeout(resolve, 10));
       }
       const after = engine.memoryUsage.used - one;
       kept.forward(new Float32Array(64));
       console.log(JSON.stringify([before, after, kept.forwardCount]));`,
      ['--expose-gc'],
    );
    assert.equal(after, before);
    assert.equal(kept, 1);
  });
}

test('objects above 2 GiB of memory work as those below', async () => {
  const { MicroLoRA, ScopedLoRA, TrajectoryBuffer, engine } = await entries[0].open({
    memory: 2.25 * 2 ** 30,
  });
  // Untouched pages cost nothing: this takes addresses, not memory.
  const ring = new TrajectoryBuffer({ dim: 8192, capacity: 2 ** 16 - 1, engine });
  assert.ok(engine.memoryUsage.used > 2 ** 31 - 2 ** 22);
  const space = new TrajectoryBuffer({ dim: 8192, capacity: 128, engine });
  const x = new Float32Array(256).fill(0.5);
  for (const object of [
    new MicroLoRA({ dim: 256, engine }),
    new ScopedLoRA({ dim: 256, engine }),
  ]) {
    const scope = object instanceof ScopedLoRA ? [0] : [];
    assert.ok(object.input.byteOffset > 2 ** 31, `${object.input.byteOffset}`);
    assert.deepEqual(object.forward(...scope, x), x);
    object.adapt(...scope, x);
    object.input.set(x);
    object.forward(...scope);
    assert.ok(object.output[0] < 0.5);
    object.free();
  }
  space.record(new Float32Array(8192).fill(1), 1, 1, 1, 2);
  assert.equal(space.get(0).embedding[8191], 1);
  ring.free();
});

test('each size is within its budget', async () => {
  const rows = await measure();
  assert.equal(rows.filter(({ budget }) => budget !== undefined).length, 10);
  for (const { what, bytes, budget } of rows) {
    if (budget !== undefined) assert.ok(bytes <= budget, `${what}: ${bytes} bytes of ${budget}`);
  }
});
