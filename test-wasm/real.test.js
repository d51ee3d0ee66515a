// Learning from real embeddings (support/real-embeddings.js). Every setting is the default but the rank; nothing
// was chosen here.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entries } from './support/helpers.js';
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
