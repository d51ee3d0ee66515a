// Embedding spaces and adapters in them against numpy and PyTorch, on real embeddings: fixtures/real/oracle.json, by
// oracle.py there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { entries } from './support/helpers.js';
import { dim, documents, pairs, rowsOf } from './support/real-embeddings.js';

const oracle = JSON.parse(
  readFileSync(new URL('fixtures/real/oracle.json', import.meta.url), 'utf8'),
);
const queries = pairs.map(([query]) => query);
const all = rowsOf(documents);

const inner = (v, w) => v.reduce((sum, value, i) => sum + value * w[i], 0);
const norm = (v) => Math.sqrt(inner(v, v));
const sumOf = (list) => list.reduce((sum, value) => sum + value, 0);
/** |found - expected| / |expected| */
const errorOf = (found, expected) =>
  norm(expected.map((value, i) => found[i] - value)) / norm(expected);
const rowOf = (rows, j) => Array.from(rows.subarray(j * dim, (j + 1) * dim));

/** The directions as an orthonormal basis, in their order. */
function orthonormal(directions, count) {
  const basis = [];
  for (let j = 0; j < count; j++) {
    let v = rowOf(directions, j);
    for (const w of basis) {
      const share = inner(v, w);
      v = v.map((value, i) => value - share * w[i]);
    }
    const length = norm(v);
    basis.push(v.map((value) => value / length));
  }
  return basis;
}

/** The share of the variance of normalised centred documents that lies along the first `count` directions. */
function captured(directions, mean, count) {
  const basis = orthonormal(directions, count);
  const shares = documents.map((document) => {
    const z = Array.from(document, (value, i) => value - mean[i]);
    return sumOf(basis.map((v) => inner(z, v) ** 2)) / inner(z, z);
  });
  return sumOf(shares) / shares.length;
}

const open = async (passes = 1) => {
  const api = await entries[0].open();
  await api.default({ warnings: false });
  const space = new api.EmbeddingSpace({ dim });
  for (let pass = 0; pass < passes; pass++) space.learnDocuments(all);
  return { ...api, space };
};

test('means are those of numpy', async () => {
  const { space } = await open();
  space.learnQueries(rowsOf(queries.slice(0, oracle.queries)));
  const { documentMean, queryMean } = space.export();
  assert.ok(errorOf(documentMean, oracle.documentMean) < 1e-7);
  assert.ok(errorOf(queryMean, oracle.queryMean) < 1e-7);
  space.free();
});

test('online directions capture nearly what exact principal components do, and W is nearly theirs', async () => {
  // One pass over 400 documents, and ten: the least share of what exact ones capture, the least cosine of a mapped
  // document with what exact ones make of it. Values count late documents most, so scales are less exact.
  for (const [passes, leastShare, leastCosine] of [
    [1, 0.9, 0.99],
    [10, 0.98, 0.999],
  ]) {
    const { space } = await open(passes);
    const { directions, scales } = space.export();
    const mean = oracle.documentMean.map(
      (value) => (value * (documents.length + 1)) / documents.length,
    );
    oracle.kept.forEach((count, i) => {
      const share = captured(directions, mean, count) / oracle.captured[i];
      assert.ok(
        share > leastShare && share < 1 + 1e-6,
        `${passes} passes, ${count} directions: ${share}`,
      );
    });
    const away = Math.max(...oracle.scales.map((scale, j) => Math.abs(scale - scales[j])));
    assert.ok(away < 0.1, `${passes} passes: ${away}`);
    oracle.mapped.forEach((exact, j) => {
      const cosine = inner(exact, [...space.document(documents[j])]);
      assert.ok(cosine > leastCosine, `${passes} passes, document ${j}: ${cosine}`);
    });
    space.free();
  }
});

// Large, so that roundings of the weights are small beside the step.
const RATE = 64;

for (const name of ['cosine', 'spread', 'margin']) {
  test(`the step by ${name} is the gradient of PyTorch, through means, W and norms`, async () => {
    const { MicroLoRA, space } = await open();
    const { rank, alpha } = oracle;
    space.learnQueries(rowsOf(queries.slice(0, oracle.queries)));
    assert.ok(Math.abs(space.spread / oracle.spread - 1) < 1e-4, `${space.spread}`);
    const options = {
      cosine: { temperature: 0.1, units: 'cosine' },
      spread: { temperature: 0.5 },
      margin: { margin: 0.8 },
    };
    // Of row-major (rank, dim).
    const weights = (of) =>
      Float32Array.from({ length: rank * dim }, (_, at) => of(at % dim, Math.floor(at / dim)));
    const start = {
      A: weights((i, k) => (((i * 7 + k * 13) % 17) - 8) / 32),
      B: weights((i, k) => (((i * 5 + k * 11) % 19) - 9) / 64),
    };
    for (const expected of oracle.gradients.filter(({ loss }) => loss === name)) {
      const place = space.clone();
      const lora = new MicroLoRA({
        space: place,
        rank,
        alpha,
        optimizer: 'sgd',
        learningRate: RATE,
      });
      lora.setWeights(start);
      const at = expected.query;
      const x = queries[at].map((value) => expected.length * value);
      const [positive, ...others] = documents.slice(at, at + 1 + oracle.negatives);
      const value = lora.contrast(x, positive, rowsOf(others), options[name]);
      assert.ok(Math.abs(value / expected.value - 1) < 1e-4, `${value}, not ${expected.value}`);
      const after = lora.getWeights();
      for (const [factor, { row, shares }] of [
        ['A', expected.a],
        ['B', expected.b],
      ]) {
        const gradient = Array.from(
          start[factor],
          (weight, i) => (weight - after[factor][i]) / RATE,
        );
        const error = errorOf(
          gradient,
          shares.flatMap((share) => row.map((number) => share * number)),
        );
        assert.ok(error < 1e-5, `${factor}: ${error}`);
      }
      lora.free();
      place.free();
    }
    space.free();
  });
}
