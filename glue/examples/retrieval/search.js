// Search among all documents, by scores that a query gives them.
import { measure, rankOf } from './metrics.js';

function dot(a, b) {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i] * b[i];
  return total;
}

/** How well queries find their documents, where `score(query)` is a number for each document. */
export const measureSearch = (score, queries) =>
  measure(queries.map((query) => rankOf(score(query), query.relevant)));

/**
 * Scores of unit vectors for a query that goes through `map`: dot products, which are in the order
 * of cosines.
 */
export const scoreBy = (map, vectors) => (query) => {
  const y = map(query.vector);
  return Float64Array.from(vectors, (vector) => dot(vector, y));
};
