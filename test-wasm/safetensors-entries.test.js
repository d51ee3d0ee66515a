// The entries beside the main ones: one file for all of them, which finds their engine and classes, in Node
// and in workerd, and nothing of it in the main bundles.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { at, read, runNodeForJson, urlOf } from './support/helpers.js';
import { roundTrip } from './support/safetensors-worker.js';
import { modulesOf, withWorker } from './support/workerd.js';

const manifest = JSON.parse(read('package.json'));

const sourcesOf = (name) =>
  [
    ...read('dist', name)
      .toString()
      .matchAll(/from"([^"]+)"/g),
  ].map(([, source]) => source);

test('the entries beside the main ones are one file each, which imports none of those', () => {
  const { exports } = manifest;
  for (const name of ['safetensors', 'storage']) {
    const only = { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` };
    assert.deepEqual([exports[`./${name}`], exports[`./scalar/${name}`]], [only, only]);
  }
  assert.deepEqual(sourcesOf('safetensors.js'), []);
  assert.deepEqual(sourcesOf('storage.js'), ['./safetensors.js']);
  const folder = sourcesOf('storage-file.js');
  assert.ok(folder.length > 0 && folder.every((source) => source.startsWith('node:')));
});

test('the main bundles hold nothing of it, and no wasm is in it', () => {
  const names = readdirSync(at('dist')).filter((name) => name.endsWith('.js'));
  const marks = /data_offsets|__metadata__|lora_alpha|microlora\.checksum|rank_pattern/;
  for (const name of names) {
    const text = read('dist', name).toString();
    assert.equal(marks.test(text), name.startsWith('safetensors'), name);
    if (name.startsWith('safetensors')) assert.ok(!/import\(|WebAssembly/.test(text), name);
  }
});

for (const main of ['microlora.js', 'microlora.scalar.js']) {
  test(`safetensors.js shares engine, classes and errors with ${main}`, async () => {
    const [loaded, code, before] = await runNodeForJson(`
      import init, { MicroLoRA, LoraError } from '${urlOf('dist', main)}';
      import { save, load } from '${urlOf('dist/safetensors.js')}';
      let before;
      try { load(new Uint8Array(8)); } catch (error) { before = error instanceof LoraError && error.code; }
      await init();
      const file = save(new MicroLoRA({ dim: 2 }));
      const loaded = load(file) instanceof MicroLoRA;
      let code;
      try { load(file.subarray(1)); } catch (error) { code = error instanceof LoraError && error.code; }
      console.log(JSON.stringify([loaded, code, before]));`);
    assert.deepEqual([loaded, code, before], [true, 'LORA_E_FILE', 'LORA_E_FILE']);
  });
}

test('before init, load says so', async () => {
  const answer = await runNodeForJson(`
    import { createEngine, MicroLoRA } from '${urlOf('dist/microlora.js')}';
    import { save, load } from '${urlOf('dist/safetensors.js')}';
    const engine = await createEngine();
    const file = save(new MicroLoRA({ dim: 2, engine }));
    try { load(file); } catch (error) { console.log(JSON.stringify(error.code)); }`);
  assert.equal(answer, 'LORA_E_INIT');
});

test('in workerd, a file has the bytes that Node gives, and is read to the same bits', async () => {
  const modules = await modulesOf(at('test-wasm/support'), 'safetensors-worker.js');
  assert.deepEqual(
    modules.map(({ path }) => path),
    ['safetensors-worker.js', 'microlora.wasm'],
  );
  await withWorker(modules, async (worker) => {
    const response = await worker.dispatchFetch('http://127.0.0.1/');
    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), await roundTrip());
  });
});
