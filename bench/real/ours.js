// The product's side of the comparison: EmbeddingSpace and adapters in it, all settings untouched.
import { reciprocalRank, scoreAll } from './ranks.js';
import { batchesOf, EPOCHS } from './plain-learner.js';

/** Vectors (n, dim) one after the other. */
export function rowsOf(vectors) {
  const rows = new Float32Array(vectors.length * vectors[0].length);
  vectors.forEach((vector, i) => rows.set(vector, i * vector.length));
  return rows;
}

/** Documents and queries that are learned from, in a space; free it when done. */
export function makeOurs({ EmbeddingSpace, MicroLoRA }, { documents }, train) {
  const dim = documents[0].length;
  const space = new EmbeddingSpace({ dim });
  space.learnDocuments(rowsOf(documents));
  space.freeze();
  const { correction } = space.fitRawIndex(rowsOf(documents));
  space.learnQueries(rowsOf(train.map(({ vector }) => vector)));
  const rows = documents.map((document) =>
    Float64Array.from(space.document(Float32Array.from(document))),
  );
  const measure = (map, queries, index = rows) =>
    reciprocalRank(queries, ({ vector }) =>
      scoreAll(index, Float64Array.from(map(Float32Array.from(vector)))),
    );

  /** The MRR of `heldOut` by an adapter of this rank: in the space, and in an index of raw documents. */
  function learn({ rank, seed, heldOut }) {
    const batches = [...batchesOf(train, EPOCHS, seed)];
    const adapter = new MicroLoRA({ space, rank, seed, batch: batches[0].batch.length });
    for (const { batch } of batches) {
      adapter.contrastBatch(
        rowsOf(batch.map(({ vector }) => vector)),
        rowsOf(batch.map(({ relevant }) => documents[relevant[0]])),
      );
    }
    const mrr = measure((x) => adapter.forward(x), heldOut);
    const rawQuery = (x) => space.rawQuery(adapter.forward(x), correction);
    const rawMrr = measure(rawQuery, heldOut, documents);
    adapter.free();
    return { mrr, rawMrr };
  }

  return {
    alone: (heldOut) => ({ mrr: measure((x) => space.query(x), heldOut) }),
    learn,
    free: () => space.free(),
  };
}
