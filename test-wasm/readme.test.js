// The ten lines of README.md and the JavaScript of the guide run as they stand there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const ENTRIES = {
  microlora: 'microlora.js',
  'microlora/safetensors': 'safetensors.js',
  'microlora/storage': 'storage.js',
};

/** What a page has and Node has not. */
const STAND_INS = { 'indexedDBStore()': 'new Map()' };

/** The blocks of a page. */
const blocksOf = (page) =>
  readFileSync(new URL(`../${page}`, import.meta.url), 'utf8').match(
    /(?<=^```js\n)[^]*?(?=^```)/gm,
  );

/**
 * Runs blocks one after the other, as one program.
 *
 * @param {string[]} blocks
 * @param {string[]} names that the program makes, to look at
 */
async function runBlocks(blocks, names) {
  let source = blocks.join('');
  for (const [entry, file] of Object.entries(ENTRIES)) {
    const url = JSON.stringify(import.meta.resolve(`../dist/${file}`));
    source = source.replaceAll(`from '${entry}'`, `from ${url}`);
  }
  for (const [call, standIn] of Object.entries(STAND_INS)) source = source.replace(call, standIn);
  source += `export { ${names.join(', ')} };`;
  return import(`data:text/javascript,${encodeURIComponent(source)}`);
}

const squares = (values) => values.reduce((sum, value) => sum + value * value, 0);

test('the lines of README.md learn two steps towards the target', async () => {
  const x = Float32Array.from({ length: 384 }, (_, i) => Math.sin(i));
  const target = x.map((value, i) => value + Math.cos(i));
  // The names the text around the code speaks of, and a look at what it makes.
  globalThis.x = x;
  globalThis.target = target;
  const { lora, y, gradient } = await runBlocks(
    [blocksOf('README.md')[0]],
    ['lora', 'y', 'gradient'],
  );
  assert.deepEqual(y, x);
  assert.equal(lora.adaptCount, 2);
  assert.ok(lora.deltaNorm > 0);
  const after = lora.output.map((value, i) => value - target[i]);
  assert.ok(squares(after) < squares(gradient));
});

test('the blocks of glue/README.md run, and do what they say', async () => {
  const names = ['x', 'target', 'lora', 'scoped', 'tried', 'again', 'imported', 'kept', 'store'];
  const made = await runBlocks(blocksOf('glue/README.md'), names);
  const { x, target, lora, again, imported } = made;
  const error = (adapter) => squares(adapter.forward(x).map((value, i) => value - target[i]));
  assert.ok(error(lora) < 0.01 * squares(target.map((value, i) => value - x[i])));
  assert.deepEqual(again.forward(x), lora.forward(x));
  assert.ok(Math.abs(imported.deltaNorm / lora.deltaNorm - 1) < 1e-6);
  // A new scope answers as its category does, which has learned.
  assert.ok(made.scoped.deltaNorm('cart') > 0);
  assert.equal(made.scoped.adaptCount('search'), 0);
  assert.equal(made.tried.length, 1);
  assert.equal(made.kept.dim, 384);
  assert.deepEqual([...made.store.keys()], ['user-1']);
});
