// The names of scopes and categories.

export const names = (/** @type {string} */ list) => Object.freeze(list.split(' '));

export const DEFAULT_SCOPES = /* @__PURE__ */ names(
  'Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan ' +
    'NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize',
);

export const DEFAULT_CATEGORIES = /* @__PURE__ */ Object.freeze({
  scans: /* @__PURE__ */ names('Scan IndexScan HnswScan IvfFlatScan'),
  joins: /* @__PURE__ */ names('Join NestedLoopJoin HashJoin MergeJoin'),
  aggregation: /* @__PURE__ */ names('Aggregate GroupBy'),
  shaping: /* @__PURE__ */ names('Filter Project Sort Limit Materialize'),
  vector: /* @__PURE__ */ names('VectorDistance Rerank'),
});
