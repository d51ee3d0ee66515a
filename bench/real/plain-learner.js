// Learning from pairs in a space, in double precision.
import { makeAdapter } from './plain-adapter.js';
import { makeSpace } from './plain-space.js';
import { createRandom } from './random.js';

const BATCH = 128;
export const EPOCHS = 10;
export const TAU = 0.5;

/** A space that has seen all documents, and the queries that are learned from. */
export function learnSpace(documents, queries, options = {}) {
  const space = makeSpace({ dim: documents[0].length, ...options });
  for (const document of documents) space.learnDocument(document);
  for (const { vector } of queries) space.learnQuery(vector);
  return space;
}

/** A running standard deviation, of batches of numbers. */
export function createSpread(keep = 0.9) {
  let weight = 0;
  let sum = 0;
  let squares = 0;
  return {
    see(values) {
      weight = keep * weight + values.length;
      sum = keep * sum + values.reduce((total, value) => total + value, 0);
      squares = keep * squares + values.reduce((total, value) => total + value * value, 0);
    },
    get deviation() {
      const mean = sum / weight;
      return Math.sqrt(Math.max(squares / weight - mean * mean, 1e-12));
    },
  };
}

/** Batches of about BATCH pairs in a new order for each epoch. */
export function* batchesOf(pairs, epochs, seed) {
  const random = createRandom(seed, 'order');
  const count = Math.max(1, Math.round(pairs.length / BATCH));
  const size = Math.floor(pairs.length / count);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const order = random.shuffled(pairs);
    for (let i = 0; i < count; i++) {
      yield { epoch, batch: order.slice(i * size, (i + 1) * size), last: i === count - 1 };
    }
  }
}

/**
 * Learns from `pairs` of u and e, unit vectors in a space, and `id` of the document: to a query the
 * documents of the other queries in its batch are wrong ones. `tau` is in standard deviations of the
 * cosines of the wrong ones.
 */
export function learnPairs(pairs, options) {
  const { rank, rate, tau = TAU, epochs = EPOCHS, seed = 1, start, onEpoch = () => {} } = options;
  const adapter = makeAdapter({ dim: pairs[0].u.length, rank, rate, seed, start });
  const spread = createSpread();
  for (const { epoch, batch, last } of batchesOf(pairs, epochs, seed)) {
    const candidates = batch.map(({ e }) => e);
    const answers = batch.map(({ u }) => adapter.forward(u));
    const wrong = [];
    answers.forEach((y, j) => {
      adapter.cosines(y, candidates).forEach((cosine, i) => {
        if (batch[i].id !== batch[j].id) wrong.push(cosine);
      });
    });
    if (wrong.length > 0) spread.see(wrong);
    const temperature = tau * spread.deviation;
    const gradients = answers.map((y, j) => {
      const counts = (i) => batch[i].id !== batch[j].id;
      return adapter.infoNce(y, candidates, j, temperature, { counts }).gradient;
    });
    adapter.step(
      batch.map(({ u }) => u),
      gradients,
    );
    if (last) onEpoch(adapter, epoch);
  }
  return adapter;
}
