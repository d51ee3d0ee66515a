// Places that lack a global: it works without, or the message names what is missing.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import vm from 'node:vm';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { urlOf } from './support/helpers.js';

/** What the language has; all other names are the host's. */
const LANGUAGE = new Set(vm.runInNewContext('Object.getOwnPropertyNames(globalThis)'));
const REMOVABLE = Object.getOwnPropertyNames(globalThis).filter(
  (name) => Object.getOwnPropertyDescriptor(globalThis, name).configurable && name !== 'globalThis',
);
const HOST = REMOVABLE.filter((name) => !LANGUAGE.has(name));

async function without(names) {
  const worker = new Worker(new URL(urlOf('test-wasm/support/globals-worker.js')), {
    workerData: { entry: 'microlora.js', names },
    stderr: true,
  });
  const [message] = await Promise.race([once(worker, 'message'), once(worker, 'error')]);
  await worker.terminate();
  return message;
}

const whole = await without([]);

test('with all globals', () => {
  assert.equal(whole.error, undefined);
  const [first, ...others] = whole.answers;
  assert.ok(first.length === 4 && first.some((value) => value !== 0));
  for (const other of others) assert.deepEqual(other, first);
});

test('nothing of the host is needed but WebAssembly, not even all at once', async () => {
  for (const name of ['TextEncoder', 'TextDecoder', 'fetch', 'URL', 'Buffer', 'process']) {
    assert.ok(HOST.includes(name), name);
  }
  assert.deepEqual(await without(HOST), whole);
  await fc.assert(
    fc.asyncProperty(fc.subarray(HOST), async (names) =>
      assert.deepEqual(await without(names), whole),
    ),
    { numRuns: 8, seed: 1 },
  );
});

test('FinalizationRegistry and WeakRef are not needed', async () => {
  assert.deepEqual(await without(['FinalizationRegistry', 'WeakRef']), whole);
});

test('without any other global, it works or the message names it', async () => {
  const needed = [];
  for (const name of REMOVABLE.filter((each) => LANGUAGE.has(each))) {
    const { answers, error } = await without([name]);
    if (error === undefined) {
      assert.deepEqual(answers, whole.answers, name);
      continue;
    }
    needed.push(name);
    assert.match(error, new RegExp(`\\b${name}\\b`), `without ${name}: ${error}`);
    assert.doesNotMatch(error, /of this release|CSP|UTF-8/, name);
  }
  assert.ok(needed.includes('WebAssembly') && needed.includes('Float32Array'));
});
