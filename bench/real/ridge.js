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

const CLICK_STRENGTH = 30;
const PULL = 4;

/**
 * The same from clicks, refitted at each: with an intercept, and towards what was clicked rather than
 * the rest of what was shown. Its numbers were the best of several on other users.
 */
export function makeClickRidge({ dim }) {
  const size = dim + 1;
  const gram = new Float64Array(size * size);
  for (let i = 0; i < size; i++) gram[i * size + i] = CLICK_STRENGTH;
  const right = Array.from({ length: size }, () => new Float64Array(dim));
  let lower = null;
  const extended = (u) => Float64Array.of(...u, 1);
  return {
    // x + R^T G^-1 x, without W.
    answer(u) {
      const y = Float64Array.from(u);
      if (lower === null) return y;
      solve(lower, size, extended(u)).forEach((value, i) => add(y, value, right[i]));
      return y;
    },
    learn(u, shown, place) {
      const x = extended(u);
      const pull = Float64Array.from(shown[place], (value) => PULL * value);
      for (const one of shown) add(pull, -PULL / shown.length, one);
      for (let i = 0; i < size; i++) {
        add(gram.subarray(i * size, (i + 1) * size), x[i], x);
        add(right[i], x[i], pull);
      }
      lower = cholesky(gram, size);
    },
  };
}
