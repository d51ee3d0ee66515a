// The product's side of the clicks: an adapter in a space, all settings untouched but the rank.
import { rowsOf } from './ours.js';

export function makeOurClicks({ api, data, rank, seed, cautious }) {
  const { EmbeddingSpace, MicroLoRA } = api;
  const queries = data.queries.map(({ vector }) => Float32Array.from(vector));
  const dim = queries[0].length;
  const space = new EmbeddingSpace({ dim });
  space.learnDocuments(rowsOf(data.documents));
  space.learnQueries(rowsOf(queries));
  space.freeze();
  const mapped = space.documents(rowsOf(data.documents));
  const rows = data.documents.map((_, i) => mapped.subarray(i * dim, (i + 1) * dim));
  const adapter = new MicroLoRA({ space, rank, seed, cautious });
  return {
    rows: rows.map((row) => Float64Array.from(row)),
    answer: (query) => Float64Array.from(adapter.forward(queries[query])),
    learn: (query, shown, place) =>
      adapter.click(queries[query], rowsOf(shown.map((index) => rows[index])), place, {
        mapped: true,
      }),
    free() {
      adapter.free();
      space.free();
    },
  };
}
