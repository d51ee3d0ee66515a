// Real embeddings with a mean cosine of 0.9, learned by other calls than contrast of pairs: mse, rewards, scopes
// with fallback, and an average. In a space each finds more held-out documents than without. Every setting is the
// default but the rank and what a call cannot do without.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entries } from './support/helpers.js';
import {
  belowOf,
  dim as numbers,
  documents as original,
  pairs as originalPairs,
  rowsOf,
  searchBy,
  split,
  SPLITS,
} from './support/real-embeddings.js';

const COSINE = 0.9;
const RANK = 8;
const BATCH = 100;
const PASSES = 3;
const REWARDS = 1000;
const CLICKS = 2000;
const CLIENTS = 8;

const unit = (v) => {
  const length = Math.hypot(...v);
  return v.map((value) => value / length);
};
const center = Array.from({ length: numbers }, (_, i) =>
  original.reduce((sum, document) => sum + document[i] / original.length, 0),
);
/** The documents' mean is taken out, and one more dimension put in, in which all are alike. */
const withCommonDirection = (v) =>
  Float32Array.from(
    unit([
      ...unit(Array.from(v, (value, i) => value - center[i])),
      Math.sqrt(COSINE / (1 - COSINE)),
    ]),
  );
const pairs = originalPairs.map((pair) => pair.map(withCommonDirection));
const documents = pairs.map(([, document]) => document);
const all = rowsOf(documents);
const dim = numbers + 1;
const sides = (list) => [0, 1].map((side) => rowsOf(list.map((i) => pairs[i][side])));
const inner = (v, w) => v.reduce((sum, value, i) => sum + value * w[i], 0);

/** What returns something with `score`; and how much more that should find than the space alone, at least. */
const tasks = {
  'learnBatch by mse': [
    0,
    ({ MicroLoRA }, place, train) => {
      const lora = new MicroLoRA({ ...place, rank: RANK, batch: BATCH });
      for (let pass = 0; pass < PASSES; pass++) {
        for (let from = 0; from < train.length; from += BATCH) {
          lora.learnBatch(...sides(train.slice(from, from + BATCH)));
        }
      }
      return lora;
    },
  ],
  'adaptWithReward by the rank of what should be found': [
    -0.005,
    ({ MicroLoRA }, place, train, below) => {
      const lora = new MicroLoRA({ ...place, rank: RANK, explore: 0.03 });
      const mapped = place.space === undefined ? all : place.space.documents(all);
      const rows = documents.map((_, j) => mapped.subarray(j * dim, (j + 1) * dim));
      for (let step = 0; step < REWARDS; step++) {
        const i = train[below(train.length)];
        const y = lora.forward(pairs[i][0]);
        const right = inner(rows[i], y);
        lora.adaptWithReward(1 / (1 + rows.filter((row) => inner(row, y) > right).length));
      }
      return lora;
    },
  ],
  'contrast in other scopes of the category': [
    0.005,
    ({ ScopedLoRA }, place, train, below) => {
      const scopes = ['a', 'b', 'c', 'd', 'new'];
      const set = new ScopedLoRA({ ...place, rank: RANK, scopes, categories: { every: scopes } });
      for (let click = 0; click < CLICKS; click++) {
        const i = train[below(train.length)];
        const others = Array.from({ length: 4 }, () => documents[below(documents.length)]);
        set.contrast(scopes[click % 4], ...pairs[i], rowsOf(others));
      }
      return { score: (query) => set.score('new', query, all), free: () => set.free() };
    },
  ],
  'average of clients': [
    0.005,
    ({ MicroLoRA, average }, place, train) => {
      const batch = Math.floor(train.length / CLIENTS);
      const members = Array.from({ length: CLIENTS }, (_, client) => {
        const adapter = new MicroLoRA({ ...place, rank: RANK, seed: client + 1, batch });
        const own = sides(train.slice(client * batch, (client + 1) * batch));
        for (let pass = 0; pass < 10; pass++) adapter.contrastBatch(...own);
        return { adapter };
      });
      const { adapter } = average(members, { rank: RANK });
      for (const member of members) member.adapter.free();
      return adapter;
    },
  ],
};

for (const [name, [gain, learn]] of Object.entries(tasks)) {
  test(`${name} finds more in a space than without`, async () => {
    const { default: init, ...api } = await entries[0].open();
    await init({ warnings: false });
    const found = { before: 0, after: 0, space: 0, inSpace: 0 };
    const search = (lora, heldOut) => searchBy((query) => lora.score(query, all), heldOut, pairs);
    for (let number = 0; number < SPLITS; number++) {
      const { heldOut, train } = split(number);
      const space = new api.EmbeddingSpace({ dim });
      space.learnDocuments(all);
      space.freeze();
      space.learnQueries(sides(train)[0]);
      for (const [before, after, place] of [
        ['before', 'after', { dim }],
        ['space', 'inSpace', { space }],
      ]) {
        const untaught = new api.MicroLoRA({ ...place, rank: RANK });
        found[before] += search(untaught, heldOut) / SPLITS;
        untaught.free();
        const lora = learn(api, place, train, belowOf(number));
        found[after] += search(lora, heldOut) / SPLITS;
        lora.free();
      }
      space.free();
    }
    const said = JSON.stringify(found);
    assert.ok(found.inSpace > found.after + 0.05, said);
    assert.ok(found.inSpace > found.space + gain, said);
    assert.ok(found.after > found.before, said);
  });
}
