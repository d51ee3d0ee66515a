// Ridge regression beside the identity, in closed form: the full-rank answer from pairs.
import { add, cholesky, dot, solve } from './vectors.js';

export const STRENGTHS = [0.3, 1, 3, 10, 30, 100, 300];

/**
 * A function of strength: x + W x, with W that makes sum |x + W x - e|^2 + strength |W|^2 least over
 * pairs of u and e.
 */
export function prepareRidge(pairs) {
  const dim = pairs[0].u.length;
  const gram = new Float64Array(dim * dim);
  const right = Array.from({ length: dim }, () => new Float64Array(dim));
  for (const { u, e } of pairs) {
    const residual = Float64Array.from(e, (value, i) => value - u[i]);
    for (let i = 0; i < dim; i++) {
      add(gram.subarray(i * dim, (i + 1) * dim), u[i], u);
      add(right[i], u[i], residual);
    }
  }
  return (strength) => {
    const M = Float64Array.from(gram);
    for (let i = 0; i < dim; i++) M[i * dim + i] += strength;
    const L = cholesky(M, dim);
    const columns = Array.from({ length: dim }, (_, j) =>
      solve(
        L,
        dim,
        right.map((row) => row[j]),
      ),
    );
    return (x) => Float64Array.from(x, (value, j) => value + dot(columns[j], x));
  };
}
