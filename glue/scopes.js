// The names of scopes and categories.

const names = (/** @type {string} */ list) => Object.freeze(list.split(' '));

export const DEFAULT_SCOPES = names(
  'Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan ' +
    'NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize',
);

export const DEFAULT_CATEGORIES = Object.freeze({
  scans: names('Scan IndexScan HnswScan IvfFlatScan'),
  joins: names('Join NestedLoopJoin HashJoin MergeJoin'),
  aggregation: names('Aggregate GroupBy'),
  shaping: names('Filter Project Sort Limit Materialize'),
  vector: names('VectorDistance Rerank'),
});

/** The scopes of the npm package `@ruvector/learning-wasm`, in its order. */
export const PUBLISHED_SCOPES = names(
  'SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy ' +
    'Filter Project Sort Limit VectorDistance Rerank Materialize Result',
);
