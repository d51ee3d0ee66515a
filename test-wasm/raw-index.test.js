// fitRawIndex and rawQuery: against least squares by elimination in double, and by what a search of real
// embeddings finds in an index that keeps documents as they are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entries, randomNumbers } from './support/helpers.js';
import {
  dim,
  documents,
  pairs,
  rowsOf,
  searchBy,
  split,
  SPLITS,
} from './support/real-embeddings.js';

const inner = (v, w) => v.reduce((sum, value, i) => sum + value * w[i], 0);
const sumOf = (list) => list.reduce((sum, value) => sum + value, 0);

/** z of M z = v by elimination, in double; M symmetric and positive definite. */
function solve(M, v) {
  const rows = M.map((row, i) => [...row, v[i]]);
  rows.forEach((row, i) => {
    for (const other of rows.slice(i + 1)) {
      const factor = other[i] / row[i];
      row.forEach((value, k) => (other[k] -= factor * value));
    }
  });
  const z = v.map(() => 0);
  for (let i = v.length - 1; i >= 0; i--) {
    z[i] = (rows[i][v.length] - inner(rows[i].slice(0, -1), z)) / rows[i][i];
  }
  return z;
}

/** W v, by what the manual says of ExportedSpace. */
function softened({ directions, scales }, v) {
  const result = [...v];
  scales.forEach((scale, j) => {
    const direction = directions.subarray(j * v.length, (j + 1) * v.length);
    const share = (1 - scale) * inner(v, direction);
    direction.forEach((value, i) => (result[i] -= share * value));
  });
  return result;
}

/** The sum of squares that a + b.d leaves of the lengths at least, by the normal equations. */
function leastLeft(rows, lengths) {
  const withOne = rows.map((row) => [...row, 1]);
  const M = withOne[0].map((_, i) =>
    withOne[0].map((_, k) => sumOf(withOne.map((row) => row[i] * row[k]))),
  );
  const v = withOne[0].map((_, i) => sumOf(withOne.map((row, j) => row[i] * lengths[j])));
  const z = solve(M, v);
  return sumOf(withOne.map((row, j) => (lengths[j] - inner(row, z)) ** 2));
}
const varianceOf = (values) => {
  const mean = sumOf(values) / values.length;
  return sumOf(values.map((value) => (value - mean) ** 2));
};

function lengthsOf(space, rows) {
  const exported = space.export();
  return rows.map((row) => {
    const c = softened(
      exported,
      row.map((value, i) => value - exported.documentMean[i]),
    );
    return Math.sqrt(inner(c, c));
  });
}

for (const entry of entries) {
  test(`${entry.name}: it is the linear function that predicts the lengths best`, async () => {
    const { EmbeddingSpace, engine } = await entry.open();
    for (const [n, directions, offset] of [
      [12, 4, 3],
      [12, 0, 0],
      [3, 2, 100],
    ]) {
      const { normal } = randomNumbers(n + directions);
      const make = () =>
        Array.from({ length: n }, (_, i) => Math.fround(offset + normal() / (1 + i)));
      const rows = Array.from({ length: 200 }, make);
      const space = new EmbeddingSpace({ dim: n, directions, engine });
      space.learnDocuments(rowsOf(rows));
      const { correction, r2 } = space.fitRawIndex(rowsOf(rows));
      const lengths = lengthsOf(space, rows);
      const best = 1 - leastLeft(rows, lengths) / varianceOf(lengths);
      assert.ok(best > 0.01, `${best}`);
      assert.ok(r2 <= best + 1e-9 && r2 > best - 1e-4, `${r2}, not ${best}`);
      // And this is its own share.
      const predicted = rows.map((row, j) => lengths[j] - inner(row, correction));
      assert.ok(Math.abs(1 - varianceOf(predicted) / varianceOf(lengths) - r2) < 1e-4);

      const y = Float32Array.from(make());
      const long = Math.sqrt(inner(y, y));
      const expected = softened(space.export(), [...y]).map(
        (value, i) => value / long - correction[i] / 2,
      );
      const out = new Float32Array(n);
      assert.equal(space.rawQuery(y, correction, out), out);
      assert.deepEqual(space.rawQuery(y, correction), out);
      expected.forEach((value, i) =>
        assert.ok(Math.abs(out[i] - value) < 1e-5 * (1 + Math.abs(value))),
      );
      assert.equal(space.rawQuery(y, correction, y), y);
      assert.deepEqual(y, out);
      space.free();
    }
  });
}

test('documents that say nothing about lengths make no correction, and few do no harm', async () => {
  const { EmbeddingSpace, engine } = await entries[0].open();
  const n = 40;
  const random = randomNumbers(3);
  const axes = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, k) => (i === k ? 1 : 0)),
  );
  const one = [...random.vector(n)];
  for (const [name, rows] of [
    ['lengths that are all the same', axes],
    ['one document', [one]],
    ['one document many times', [one, one, one]],
    ['documents of zeros', [one.map(() => 0), one.map(() => 0)]],
  ]) {
    const space = new EmbeddingSpace({ dim: n, directions: 0, engine });
    space.learnDocuments(rowsOf(rows));
    const { correction, r2 } = space.fitRawIndex(rowsOf(rows));
    assert.equal(r2, 1, name);
    assert.deepEqual(correction, new Float32Array(n), name);
    space.free();
  }
  // Fewer documents than numbers: of all that explain them, the shortest, which is along the documents.
  const few = Array.from({ length: 10 }, () => [...random.vector(n - 1), 0]);
  const space = new EmbeddingSpace({ dim: n, engine });
  space.learnDocuments(rowsOf(few));
  const { correction, r2 } = space.fitRawIndex(rowsOf(few));
  assert.ok(r2 > 0.999, `${r2}`);
  assert.ok(correction[n - 1] === 0 && inner(correction, correction) < 1, `${correction}`);
  space.free();
});

test('in an index of raw documents it finds nearly what the space finds', async () => {
  const { default: init, EmbeddingSpace, MicroLoRA } = await entries[0].open();
  await init();
  const all = rowsOf(documents);
  const found = { raw: 0, uncorrected: 0, rawIndex: 0, space: 0 };
  for (let number = 0; number < SPLITS; number++) {
    const { heldOut, train } = split(number);
    const space = new EmbeddingSpace({ dim });
    space.learnDocuments(all);
    space.freeze();
    const { correction } = space.fitRawIndex(all);
    const lora = new MicroLoRA({ space, rank: 8, batch: train.length });
    const [queries, positives] = [0, 1].map((side) => rowsOf(train.map((i) => pairs[i][side])));
    for (let epoch = 0; epoch < 10; epoch++) lora.contrastBatch(queries, positives);
    const indexed = (query) => documents.map((document) => inner(document, query));
    const none = new Float32Array(dim);
    const ways = {
      raw: indexed,
      uncorrected: (query) => indexed(space.rawQuery(lora.forward(query), none)),
      rawIndex: (query) => indexed(space.rawQuery(lora.forward(query), correction)),
      space: (query) => lora.score(query, all),
    };
    for (const [name, scoresOf] of Object.entries(ways)) {
      found[name] += searchBy(scoresOf, heldOut) / SPLITS;
    }
    lora.free();
    space.free();
  }
  const said = JSON.stringify(found);
  // As embeddings are, 0.27; in the space, 0.42.
  assert.ok(found.rawIndex > found.raw + 0.1, said);
  assert.ok(found.rawIndex > found.uncorrected + 0.1, said);
  assert.ok(found.rawIndex > found.space - 0.03, said);
});
