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

/** A user who searches `train` and wants, whatever the query, more of one kind of gloss; or clicks at random. */
function makeUser(space, train, seed) {
  const { uniform } = randomNumbers(seed);
  const below = belowOf(seed);
  const e = documents.map((document) => space.document(document));
  const cosine = (v, w) => v.reduce((sum, value, i) => sum + value * w[i], 0);
  const nearest = (v) => e.map((_, i) => i).sort((i, j) => cosine(e[j], v) - cosine(e[i], v));
  const liked = nearest(e[below(e.length)]).slice(0, 20);
  const taste = e[0].map((_, k) => liked.reduce((sum, i) => sum + e[i][k], 0));
  const length = Math.hypot(...taste);
  const wanted = (query) => space.query(query).map((value, k) => value + (0.5 * taste[k]) / length);
  return {
    next: () => pairs[train[below(train.length)]][0],
    favourite: (query) => nearest(wanted(query))[0],
    /** Of those looked at, the first ones more often, the one that is liked best; or any. */
    choose(query, shown, atRandom) {
      const looks = shown.map((_, place) => uniform() < 1 / (place + 1) ** 0.7);
      const target = wanted(query);
      const worth = shown.map((i) => (atRandom ? uniform() : cosine(e[i], target)));
      const seen = shown.map((_, place) => place).filter((place) => looks[place]);
      return seen.reduce(
        (best, place) => (worth[place] > worth[best] ? place : best),
        seen[0] ?? 0,
      );
    },
  };
}

test('a hundred clicks teach what a user likes, and clicks at random do no harm', async () => {
  const { default: init, EmbeddingSpace, MicroLoRA } = await entries[0].open();
  await init();
  const gains = [];
  for (const seed of [1, 2, 3, 4]) {
    const { heldOut, train } = split(seed - 1);
    const space = new EmbeddingSpace({ dim });
    space.learnDocuments(all);
    space.learnQueries(rowsOf(train.map((i) => pairs[i][0])));
    space.freeze();
    const e = space.documents(all);
    const row = (i) => e.subarray(i * dim, (i + 1) * dim);
    const user = makeUser(space, train, seed);
    const queries = heldOut.map((i) => pairs[i][0]);
    const favourites = queries.map(user.favourite);
    const measure = (adapter) => {
      const found = queries.map((query, i) => {
        const order = adapter.order(query, e, { mapped: true });
        return 1 / (1 + order.indexOf(favourites[i]));
      });
      return found.reduce((sum, value) => sum + value, 0) / found.length;
    };
    gains.push(
      [false, true].map((atRandom) => {
        const adapter = new MicroLoRA({ space, rank: RANK, cautious: true });
        const before = measure(adapter);
        for (let click = 0; click < 100; click++) {
          const query = user.next();
          const shown = [...adapter.order(query, e, { mapped: true }).slice(0, 5)];
          const rows = rowsOf(shown.map(row));
          adapter.click(query, rows, user.choose(query, shown, atRandom), { mapped: true });
        }
        const gain = measure(adapter) - before;
        adapter.free();
        return gain;
      }),
    );
    space.free();
  }
  const said = JSON.stringify(gains);
  const [taught, careless] = [0, 1].map((k) => gains.reduce((sum, one) => sum + one[k] / 4, 0));
assert.ok(taught > 0.03, said);
  assert.ok(Math.abs(careless) < 0.02, said);
});
