// The package in real workerd, found by the condition of that name in its exports, where only a
// module that the platform compiled may be instantiated.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { at, randomNumbers, read } from './support/helpers.js';
import init, { MicroLoRA } from '../dist/microlora.js';

/** The worker in one file; which module it imports says that the condition was followed. */
async function bundle() {
  const { outputFiles, metafile } = await build({
    entryPoints: [at('test-wasm/support/workerd-worker.js')],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    conditions: ['workerd'],
    external: ['*.wasm'],
    logLevel: 'silent',
  });
  assert.ok('dist/microlora.workerd.js' in metafile.inputs, Object.keys(metafile.inputs).join());
  return outputFiles[0].text;
}

test('a worker adapts a vector to the bits that Node gives', async () => {
  const { adapted } = await import('./support/workerd-worker.js');
  const miniflare = new Miniflare({
    host: '127.0.0.1',
    port: 0,
    compatibilityDate: '2025-01-01',
    modules: [
      { type: 'ESModule', path: 'worker.js', contents: await bundle() },
      { type: 'CompiledWasm', path: 'microlora.wasm', contents: read('dist/microlora.wasm') },
    ],
  });
  try {
    const numbers = Array.from(randomNumbers(1).vector(100, 0.25));
    const body = JSON.stringify(numbers);
    const ask = () => miniflare.dispatchFetch('http://127.0.0.1/', { method: 'POST', body });
    // More than once: the engine is the worker's, not the request's.
    const answers = await Promise.all([ask(), ask(), ask()]);
    await init();
    const expected = adapted(MicroLoRA, numbers);
    assert.notDeepEqual(expected, Array.from(new Uint32Array(Float32Array.from(numbers).buffer)));
    for (const answer of answers) {
      assert.equal(answer.status, 200);
      assert.deepEqual(await answer.json(), { simd: true, bits: expected });
    }
  } finally {
    await miniflare.dispose();
  }
});
