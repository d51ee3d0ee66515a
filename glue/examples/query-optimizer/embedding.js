// The embedding of a query: what is known before it runs, as a sparse vector.

const KNOTS = 9;
const MAX_FEATURES = 3;
const BLOCK = 1 + KNOTS * MAX_FEATURES;

/** Each template has a block of its own: a constant, then 9 numbers a feature. */
export const embeddingDim = (templateCount) => templateCount * BLOCK;

/**
 * A linear map cannot bend, and the cost of a plan does (a scan costs the same for any parameter).
 * So an amount is spread over knots at 1, 4, 16, ... 65 536, in shares that sum to 1: linear
 * between the knots, free at each of them. A choice is a 1 at its own place.
 */
export function embed(template, features, dim) {
  const x = new Float32Array(dim);
  let at = template.index * BLOCK;
  x[at++] = 1;
  for (const feature of features) {
    if ('amount' in feature) {
      const position = Math.min(KNOTS - 1, Math.log2(Math.max(1, feature.amount)) / 2);
      const knot = Math.min(KNOTS - 2, Math.floor(position));
      x[at + knot] = 1 - (position - knot);
      x[at + knot + 1] = position - knot;
    } else {
      x[at + feature.index] = 1;
    }
    at += KNOTS;
  }
  return x;
}
