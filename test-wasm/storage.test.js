// Stores: any with get and set, a folder that a kill in the middle of a save does not harm, and real
// KV and Durable Objects in workerd.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import init, { LoraError, MicroLoRA } from '../dist/microlora.js';
import { inspect, save } from '../dist/safetensors.js';
import { fileStore } from '../dist/storage-file.js';
import { indexedDBStore, loadFrom, saveTo } from '../dist/storage.js';
import { at, urlOf } from './support/helpers.js';
import { modulesOf, withWorker } from './support/workerd.js';

const engine = await init();
const folder = mkdtempSync(join(tmpdir(), 'microlora-storage-'));
after(() => rmSync(folder, { recursive: true }));

const x = Float32Array.of(1, 2, 3);
function learned(steps) {
  const lora = new MicroLoRA({ dim: 3 });
  for (let i = 0; i < steps; i++)
    lora.learn(
      x,
      x.map((value) => -value),
    );
  return lora;
}

const stores = {
  'a Map': () => new Map(),
  'a store that returns null and buffers': () => {
    const map = new Map();
    return {
      get: async (key) => map.get(key) ?? null,
      set: async (key, bytes) => void map.set(key, bytes.slice().buffer),
    };
  },
  'a folder': () => fileStore(join(folder, 'new', 'one')),
};

for (const [name, make] of Object.entries(stores)) {
  test(`${name}: what is saved is loaded, and the last save is what is there`, async () => {
    const store = make();
    assert.equal(await loadFrom(store, 'k'), undefined);
    const lora = learned(1);
    const saving = saveTo(store, 'k', lora, { metadata: { model: 'm' } });
    const file = save(lora, { metadata: { model: 'm' } });
    // What is saved is the object as it was at the call.
    lora.learn(x, x);
    await saving;
    const loaded = await loadFrom(store, 'k', { expect: { model: 'm' }, engine });
    assert.deepEqual(save(loaded, { metadata: { model: 'm' } }), file);
    await Promise.all([1, 2, 3].map((steps) => saveTo(store, 'k', learned(steps))));
    assert.equal((await loadFrom(store, 'k')).adaptCount, 3);
    await saveTo(store, '../.. /ü:?', learned(4));
    assert.equal((await loadFrom(store, '../.. /ü:?')).adaptCount, 4);
    assert.equal((await loadFrom(store, 'k')).adaptCount, 3);
    await assert.rejects(loadFrom(store, 'k', { expect: { model: 'm' } }), { code: 'LORA_E_FILE' });
  });
}

test('a store that fails is LORA_E_STORAGE, with its reason; a wrong one LORA_E_TYPE', async () => {
  const cause = new Error('the disk is full');
  const broken = { get: () => Promise.reject(cause), set: () => Promise.reject(cause) };
  for (const call of [
    () => saveTo(broken, 'k', learned(1)),
    () => loadFrom(broken, 'k'),
    () =>
      saveTo(
        {
          ...broken,
          set: () => {
            throw cause;
          },
        },
        'k',
        learned(1),
      ),
  ]) {
    await assert.rejects(call, (error) => {
      assert.ok(error instanceof LoraError);
      assert.equal(error.code, 'LORA_E_STORAGE');
      assert.match(error.message, /"k" failed: the disk is full/);
      assert.equal(error.cause, cause);
      return true;
    });
  }
  for (const [store, key] of [
    [undefined, 'k'],
    [{}, 'k'],
    [new Map(), ''],
    [new Map(), 1],
  ]) {
    await assert.rejects(saveTo(store, key, learned(1)), { code: 'LORA_E_TYPE' });
    await assert.rejects(loadFrom(store, key), { code: 'LORA_E_TYPE' });
  }
  await assert.rejects(saveTo(new Map(), 'k', {}), { code: 'LORA_E_TYPE' });
  await assert.rejects(loadFrom(new Map(), 'k', { nothing: 1 }), { code: 'LORA_E_OPTION' });
  await assert.rejects(loadFrom(new Map([['k', 'text']]), 'k'), { code: 'LORA_E_STORAGE' });
  // Node has none.
  await assert.rejects(saveTo(indexedDBStore(), 'k', learned(1)), {
    code: 'LORA_E_STORAGE',
    message: /IndexedDB cannot be used here \(.*\); .*another store/,
  });
  const file = join(folder, 'file');
  writeFileSync(file, '');
  await assert.rejects(saveTo(fileStore(file), 'k', learned(1)), { code: 'LORA_E_STORAGE' });
  await assert.rejects(loadFrom(fileStore(join(file, 'x')), 'k'), { code: 'LORA_E_STORAGE' });
});

test('a save that fails leaves the old file, and no other', async () => {
  const place = join(folder, 'fails');
  const store = fileStore(place);
  await saveTo(store, 'k', learned(1));
  await assert.rejects(store.set('k', { nonsense: true }));
  assert.equal((await loadFrom(store, 'k')).adaptCount, 1);
  assert.deepEqual(readdirSync(place), ['k.safetensors']);
  await saveTo(store, 'k', learned(2));
  assert.equal((await loadFrom(store, 'k')).adaptCount, 2);
});

test('a program killed in the middle of a save leaves a whole file, the last one or the next', async () => {
  const place = join(folder, 'killed');
  // It says a number once that version is saved; the next one is being written when it is killed.
  const program = `
    import init, { MicroLoRA } from '${urlOf('dist/microlora.js')}';
    import { saveTo } from '${urlOf('dist/storage.js')}';
    import { fileStore } from '${urlOf('dist/storage-file.js')}';
    import { writeSync } from 'node:fs';
    await init();
    const lora = new MicroLoRA({ dim: 8192, rank: 16 });
    for (let version = 1; ; version++) {
      await saveTo(fileStore(${JSON.stringify(place)}), 'k', lora, { metadata: { version: String(version) } });
      writeSync(1, version + '\\n');
    }`;
  const store = fileStore(place);
  const temporaries = () => readdirSync(place).filter((name) => name.endsWith('.tmp'));
  let interrupted = 0;
  for (let round = 0; round < 8 || interrupted < 3; round++) {
    assert.ok(round < 60, 'no kill came in the middle of a save');
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (text) => (said += text));
    while (said.split('\n').length < 3) await once(child.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, round));
    child.kill('SIGKILL');
    await once(child, 'close');
    const last = Number(said.trim().split('\n').at(-1));
    const bytes = await store.get('k');
    const version = Number(inspect(bytes).metadata.version);
    assert.ok(version === last || version === last + 1, `${version} after ${last}`);
    (await loadFrom(store, 'k')).free();
    // Those of the rounds before are gone: each child saved anew.
    const left = temporaries();
    assert.ok(left.length <= 1, left.join());
    interrupted += left.length;
  }
  await saveTo(store, 'other', learned(1));
  assert.deepEqual(readdirSync(place).sort(), ['k.safetensors', 'other.safetensors']);
});

test('KV and a Durable Object keep what was learned, in real workerd', async () => {
  const modules = await modulesOf(at('test-wasm/support'), 'storage-worker.js');
  const kept = mkdtempSync(join(folder, 'workerd-'));
  const bound = {
    kvNamespaces: ['KV'],
    kvPersist: join(kept, 'kv'),
    durableObjects: { OBJECT: 'Keeper' },
    durableObjectsPersist: join(kept, 'object'),
  };
  // Each in a workerd of its own: the second one finds what the first one kept.
  for (const expected of [1, 2]) {
    const ask = async (worker) => {
      for (const place of ['kv', 'object']) {
        const response = await worker.dispatchFetch(`http://127.0.0.1/${place}`);
        const text = await response.text();
        assert.equal(response.status, 200, text);
        const local = learned(expected);
        assert.deepEqual(JSON.parse(text), {
          steps: expected,
          bits: [...new Uint32Array(local.forward(x).buffer)],
          missing: null,
        });
      }
    };
    await withWorker(modules, ask, bound);
  }
});
