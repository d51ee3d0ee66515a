// Learning from real embeddings: means of word vectors, of WordNet's words and glosses (fixtures/real/). A search
// for the words should find the gloss. Every setting is the default but the rank; nothing was chosen here.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { entries, randomNumbers } from './support/helpers.js';

const read = (name) => readFileSync(new URL(`fixtures/real/${name}`, import.meta.url));
const { dim, words } = JSON.parse(read('words.json'));
const numbers = new Map(words.split(' ').map((word, number) => [word, number]));
const vectors = new Int8Array(read('vectors.i8'));

/** The mean of the vectors of a text's words, of length 1. */
function embeddingOf(text) {
  const sum = new Float64Array(dim);
  for (const word of text.toLowerCase().match(/[a-z]+/g)) {
    const number = numbers.get(word);
    if (number === undefined) continue;
    for (let i = 0; i < dim; i++) sum[i] += vectors[number * dim + i];
  }
  const length = Math.hypot(...sum);
  return Float32Array.from(sum, (value) => value / length);
}

const pairs = JSON.parse(read('pairs.json')).map((texts) => texts.map(embeddingOf));
const documents = pairs.map(([, gloss]) => gloss);
const rowsOf = (list) => Float32Array.from(list.flatMap((vector) => [...vector]));
const all = rowsOf(documents);
const HELD_OUT = 100;
const SPLITS = 4;
const EPOCHS = 10;
const RANK = 8;
const CLICKS = 2000;

/** Whole numbers below n. */
function belowOf(seed) {
  const { uniform } = randomNumbers(seed);
  return (n) => Math.floor(n * uniform());
}

/** Another hundred held out in each split. */
function split(number) {
  const below = belowOf(3);
  const order = pairs.map((_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  const from = number * HELD_OUT;
  const heldOut = order.slice(from, from + HELD_OUT);
  return { heldOut, train: order.filter((i) => !heldOut.includes(i)) };
}

/** The mean reciprocal rank of held-out glosses, by an adapter's scores. */
function searchBy(adapter, heldOut) {
  const ranks = heldOut.map((i) => {
    const scores = adapter.score(pairs[i][0], all);
    return 1 + scores.filter((score) => score > scores[i]).length;
  });
  return ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length;
}

function teach(adapter, train) {
  const queries = rowsOf(train.map((i) => pairs[i][0]));
  const found = rowsOf(train.map((i) => documents[i]));
  for (let epoch = 0; epoch < EPOCHS; epoch++) adapter.contrastBatch(queries, found);
}

test('a space finds more than embeddings as they are, and an adapter in it more than the space', async () => {
  const { default: init, EmbeddingSpace, MicroLoRA } = await entries[0].open();
  await init({ warnings: false });
  const found = { asTheyAre: 0, adapted: 0, space: 0, inSpace: 0 };
  for (let number = 0; number < SPLITS; number++) {
    const { heldOut, train } = split(number);
    const space = new EmbeddingSpace({ dim });
    space.learnDocuments(all);
    for (const [before, after, place] of [
      ['asTheyAre', 'adapted', { dim }],
      ['space', 'inSpace', { space }],
    ]) {
      const adapter = new MicroLoRA({ ...place, rank: RANK, batch: train.length });
      if ('space' in place) space.learnQueries(rowsOf(train.map((i) => pairs[i][0])));
      found[before] += searchBy(adapter, heldOut) / SPLITS;
      teach(adapter, train);
      found[after] += searchBy(adapter, heldOut) / SPLITS;
      adapter.free();
    }
    space.free();
  }
  const said = JSON.stringify(found);
  assert.ok(found.space > found.asTheyAre + 0.05, said);
  assert.ok(found.inSpace > found.space + 0.005, said);
  assert.ok(found.inSpace > found.adapted + 0.05, said);
});

test('pairs that belong to nothing do a cautious adapter no harm', async () => {
  const { default: init, EmbeddingSpace, MicroLoRA } = await entries[0].open();
  await init();
  const { heldOut, train } = split(0);
  const space = new EmbeddingSpace({ dim });
  space.learnDocuments(all);
  const adapter = new MicroLoRA({ space, rank: RANK, cautious: true });
  const bold = new MicroLoRA({ space, rank: RANK });
  const below = belowOf(11);
  space.learnQueries(rowsOf(train.map((i) => pairs[i][0])));
  const before = searchBy(adapter, heldOut);
  for (let click = 0; click < CLICKS; click++) {
    const i = train[click % train.length];
    const shown = Array.from({ length: 5 }, () => documents[below(documents.length)]);
    for (const one of [adapter, bold]) one.contrast(pairs[i][0], shown[0], rowsOf(shown.slice(1)));
  }
  const [after, harmed] = [adapter, bold].map((one) => searchBy(one, heldOut));
  const said = `${before}, then ${after}, and ${harmed} without caution`;
  assert.ok(Math.abs(after - before) < 0.01, said);
  assert.ok(harmed < before - 0.02, said);
  assert.equal(adapter.served, 0);
});
