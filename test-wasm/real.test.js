// Learning from real embeddings (support/real-embeddings.js). Every setting is the default but the rank; nothing
// was chosen here.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entries, randomNumbers } from './support/helpers.js';
import {
  belowOf,
  dim,
  documents,
  pairs,
  rowsOf,
  searchBy,
  split,
  SPLITS,
} from './support/real-embeddings.js';

const all = rowsOf(documents);
const EPOCHS = 10;
const RANK = 8;
const CLICKS = 2000;

const searchWith = (adapter, heldOut) => searchBy((query) => adapter.score(query, all), heldOut);

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
      found[before] += searchWith(adapter, heldOut) / SPLITS;
      teach(adapter, train);
      found[after] += searchWith(adapter, heldOut) / SPLITS;
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
  const before = searchWith(adapter, heldOut);
  for (let click = 0; click < CLICKS; click++) {
    const i = train[click % train.length];
    const shown = Array.from({ length: 5 }, () => documents[below(documents.length)]);
    for (const one of [adapter, bold]) one.contrast(pairs[i][0], shown[0], rowsOf(shown.slice(1)));
  }
  const [after, harmed] = [adapter, bold].map((one) => searchWith(one, heldOut));
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
