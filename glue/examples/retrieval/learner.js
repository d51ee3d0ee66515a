// An adapter on the query's side learns from pairs of a query and its document by contrast.
import { MicroLoRA } from 'microlora';
import { createRandom } from '../common/random.js';

// About that many: chosen, as the list of temperatures was, on validation parts of other seeds than
// those measured. The optimizer and its rate are the defaults.
const BATCH = 128;

/** Vectors (n, dim) one after the other. */
function rowsOf(vectors) {
  const rows = new Float32Array(vectors.length * vectors[0].length);
  vectors.forEach((vector, i) => rows.set(vector, i * vector.length));
  return rows;
}

/**
 * Learns for a number of epochs; after each, `onEpoch(adapter, epoch)` may look at it. To a query, the
 * documents of the other queries in its batch are wrong ones. A document that does not answer any
 * query learned from is never seen. Free the adapter when done.
 */
export function learn(pairs, { rank, temperature, epochs, seed, onEpoch = () => {} }) {
  const dim = pairs[0].query.length;
  const random = createRandom(seed, 'order');
  const batches = Math.max(1, Math.round(pairs.length / BATCH));
  const batch = Math.floor(pairs.length / batches);
  const adapter = new MicroLoRA({ dim, rank, batch, seed });
  const order = [...pairs];
  let micros = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    random.shuffle(order);
    for (let i = 0; i < batches; i++) {
      const some = order.slice(i * batch, (i + 1) * batch);
      const queries = rowsOf(some.map(({ query }) => query));
      const documents = rowsOf(some.map(({ document }) => document));
      const before = process.cpuUsage();
      adapter.contrastBatch(queries, documents, undefined, { temperature, units: 'cosine' });
      micros += process.cpuUsage(before).user;
    }
    onEpoch(adapter, epoch);
  }
  return { adapter, batch, microsPerStep: micros / adapter.adaptCount };
}
