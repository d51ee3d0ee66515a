// The ten lines of README.md and the JavaScript of the guide run as they stand there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createDatabase } from './support/sqlite-vec.js';

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
  // Each section imports what it uses; a module may do so once.
  const imports = /^import init, \{ (.*) \} from 'microlora';\n/gm;
  const imported = [...source.matchAll(imports)].flatMap(([, list]) => list.split(', '));
  const once = `import init, { ${[...new Set(imported)].join(', ')} } from 'microlora';\n`;
  source = once + source.replaceAll(imports, '');
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

/**
 * What a page, a worker and a table are given is what the space makes of the adapter's answer, and a real
 * sqlite-vec finds the documents with the largest inner product with it.
 */
async function checkSearch({ corpus, space, searcher, query, ranked, worker, ...table }) {
  assert.equal(ranked.length, corpus.length / 384);
  assert.equal(space.frozen, true);
  assert.equal(searcher.adaptCount, 1);
  const vector = space.rawQuery(searcher.forward(query), table.correction);
  const sent = [];
  const env = { VECTORIZE: { query: (given) => sent.push(given) } };
  const request = { json: () => Promise.resolve({ query: [...query] }) };
  assert.equal((await worker.fetch(request, env)).status, 200);
  assert.deepEqual(sent, [vector]);

  const db = createDatabase(
    'create virtual table documents using vec0(embedding float[384] distance_metric=cosine);',
  );
  const insert = db.prepare('insert into documents (embedding) values (?)');
  const documents = [...ranked.keys()].map((i) => corpus.slice(384 * i, 384 * (i + 1)));
  for (const document of documents) insert.run(new Uint8Array(document.buffer));
  const length = (v) => Math.sqrt(squares(v));
  const cosines = documents.map(
    (d) => d.reduce((sum, value, i) => sum + value * vector[i], 0) / length(d) / length(vector),
  );
  const found = table.nearestDocuments(db, query);
  assert.equal(found.length, 10);
  // Nearly what the space itself finds.
  const first = [...ranked.subarray(0, 10)];
  assert.ok(found.filter(({ rowid }) => first.includes(rowid - 1)).length >= 7);
  assert.ok(table.r2 > 0.99);
  const best = [...cosines].sort((a, b) => b - a);
  found.forEach(({ rowid, distance }, i) => {
    assert.ok(Math.abs(1 - distance - best[i]) < 1e-5);
    assert.ok(Math.abs(cosines[rowid - 1] - best[i]) < 1e-5);
  });
}

test('the blocks of glue/README.md run, and do what they say', async () => {
  const names = [
    ...['x', 'target', 'lora', 'scoped', 'tried', 'again', 'imported', 'kept', 'store'],
    ...['corpus', 'space', 'searcher', 'query', 'shown', 'ranked', 'worker'],
    ...['correction', 'r2', 'nearestDocuments'],
  ];
  const made = await runBlocks(blocksOf('glue/README.md'), names);
  await checkSearch(made);
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
