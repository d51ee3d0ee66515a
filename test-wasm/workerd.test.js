// The package in real workerd, found by the condition of that name in its exports, where only a
// module that the platform compiled may be instantiated.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, randomNumbers } from './support/helpers.js';
import { modulesOf, withWorker } from './support/workerd.js';
import init, { MicroLoRA } from '../dist/microlora.js';

test('a worker adapts a vector to the bits that Node gives', async () => {
  const { adapted } = await import('./support/workerd-worker.js');
  const modules = await modulesOf(at('test-wasm/support'), 'workerd-worker.js');
  // The condition was followed: other entries have the wasm inside.
  assert.deepEqual(
    modules.map(({ path }) => path),
    ['workerd-worker.js', 'microlora.wasm'],
  );
  const numbers = Array.from(randomNumbers(1).vector(100, 0.25));
  await init();
  const expected = adapted(MicroLoRA, numbers);
  assert.notDeepEqual(expected, Array.from(new Uint32Array(Float32Array.from(numbers).buffer)));
  await withWorker(modules, async (worker) => {
    const body = JSON.stringify(numbers);
    const ask = () => worker.dispatchFetch('http://127.0.0.1/', { method: 'POST', body });
    // More than once: the engine is the worker's, not the request's.
    for (const response of await Promise.all([ask(), ask(), ask()])) {
      assert.equal(response.status, 200);
      assert.deepEqual(await response.json(), { simd: true, bits: expected });
    }
  });
});
