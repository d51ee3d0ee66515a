// The full-rank answer in closed form: ridge regression from query to document, beside the identity.
import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/**
 * x + W x, where W (dim, dim) makes sum ||x + W x - d||^2 + strength ||W||^2 least over pairs of a
 * query x and its document d. A full matrix with the start of an adapter: no change.
 */
export function fitRidge(pairs, strength) {
  const X = new Matrix(pairs.map(({ query }) => [...query]));
  const R = Matrix.sub(new Matrix(pairs.map(({ document }) => [...document])), X);
  const gram = X.transpose().mmul(X);
  for (let i = 0; i < gram.rows; i++) gram.set(i, i, gram.get(i, i) + strength);
  const W = new CholeskyDecomposition(gram).solve(X.transpose().mmul(R)).transpose();
  return (vector) => {
    const change = W.mmul(Matrix.columnVector([...vector]));
    return vector.map((value, i) => value + change.get(i, 0));
  };
}
