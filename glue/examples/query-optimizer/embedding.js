// The embedding of a query: what is known before it runs, as a short vector.

const KNOTS = 9;
const MAX_FEATURES = 3;
const BLOCK = KNOTS + 1;

export const DIM = 1 + MAX_FEATURES * BLOCK;

/**
 * A constant, then 10 numbers a feature. A linear map cannot bend, and the cost of a plan does (a
 * scan costs the same for any parameter). So an amount is spread over knots at 1, 4, 16, ... 65 536,
 * in shares that sum to 1: linear between the knots, free at each of them. Its logarithm stands
 * beside them, for amounts between knots that no query has had yet. A choice is a 1 at its own
 * place.
 */
export function embed(features) {
  const x = new Float32Array(DIM);
  x[0] = 1;
  features.forEach((feature, i) => {
    const at = 1 + i * BLOCK;
    if (!('amount' in feature)) {
      x[at + feature.index] = 1;
      return;
    }
    const position = Math.min(KNOTS - 1, Math.log2(Math.max(1, feature.amount)) / 2);
    const knot = Math.min(KNOTS - 2, Math.floor(position));
    x[at + knot] = 1 - (position - knot);
    x[at + knot + 1] = position - knot;
    x[at + KNOTS] = position / 4 - 1;
  });
  return x;
}
