// An adapter in double precision: preconditioned steps, and contrast in a space. What the product
// does (core/optimizers/preconditioned.cpp, core/contrast.cpp), in plain JavaScript.
import { createRandom } from './random.js';
import { add, cholesky, dot, norm, solve } from './vectors.js';

const DAMPING = 1e-4; // of the trace

/** Gram matrix of the rows, and `damping` on its diagonal, factorised. */
function factorized(rows, damping) {
  const n = rows.length;
  const M = new Float64Array(n * n);
  let trace = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) M[i * n + j] = M[j * n + i] = dot(rows[i], rows[j]);
    trace += M[i * n + i];
  }
  for (let i = 0; i < n; i++) M[i * n + i] += damping + DAMPING * trace + 1e-200;
  return { L: cholesky(M, n), trace };
}

/** The share of the squares of all x along their strongest direction. */
function strongestShare(xs, random) {
  const all = xs.reduce((sum, x) => sum + dot(x, x), 0);
  let v = xs.map(() => (random.uniform() < 0.5 ? -1 : 1));
  let share = 1;
  for (let turn = 0; turn < 3; turn++) {
    const w = new Float64Array(xs[0].length);
    const squares = v.reduce((sum, value) => sum + value * value, 0);
    xs.forEach((x, j) => add(w, v[j], x));
    share = dot(w, w) / (squares * all);
    v = xs.map((x) => dot(w, x) / Math.sqrt(share * squares * all));
  }
  return Math.min(1, Math.max(share, 1 / xs.length));
}

/** `start` has rows for A, of which the first are taken; those that it lacks are random. */
export function makeAdapter({ dim, rank, alpha = 1, rate = 1, seed = 1, start = [] }) {
  const random = createRandom(seed, 'adapter');
  const rows = (make) =>
    Array.from({ length: rank }, () => Float64Array.from({ length: dim }, make));
  const A = rows(() => (2 * random.uniform() - 1) / Math.sqrt(dim));
  start.slice(0, rank).forEach((row, k) => A[k].set(row));
  const B = rows(() => 0);

  const project = (x) => Float64Array.from(A, (row) => dot(row, x));

  function forward(x, scale = 1) {
    const y = Float64Array.from(x);
    const h = project(x);
    B.forEach((row, k) => add(y, scale * alpha * h[k], row));
    return y;
  }

  /** A step by gradients gs at inputs xs. */
  function step(xs, gs, itsRate = rate) {
    const xSquares = xs.reduce((sum, x) => sum + dot(x, x), 0);
    const gSquares = gs.reduce((sum, g) => sum + dot(g, g), 0);
    if (!(xSquares > 0 && gSquares > 0)) return;
    const gramA = factorized(A, 0);
    const size = gramA.trace > 0 ? gramA.trace / rank : 1 / 3;
    const gramB = factorized(B, gSquares / (alpha * alpha * xSquares * size));
    const dA = rows(() => 0);
    const dB = rows(() => 0);
    let hSquares = 0;
    xs.forEach((x, j) => {
      const u = solve(gramA.L, rank, project(x));
      const z = solve(
        gramB.L,
        rank,
        Float64Array.from(B, (row) => dot(row, gs[j])),
      );
      hSquares += dot(project(x), u);
      for (let k = 0; k < rank; k++) {
        add(dA[k], z[k], x);
        add(dB[k], u[k], gs[j]);
      }
    });
    const share = xs.length === 1 ? 1 : strongestShare(xs, random);
    const scale = itsRate / (alpha * share * (xSquares + hSquares));
    for (let k = 0; k < rank; k++) {
      add(A[k], -scale, dA[k]);
      add(B[k], -scale, dB[k]);
    }
  }

  /** Of y and unit candidates. */
  function cosinesOf(y, candidates) {
    const length = norm(y) || 1;
    return candidates.map((candidate) => dot(y, candidate) / length);
  }

  /**
   * InfoNCE of cosines between y and unit candidates; returns the loss and the gradient in y over
   * its curvature. `counts(i)` is false for a candidate that is no negative; `prior` is added to the
   * logits.
   */
  function infoNce(y, candidates, positive, temperature, { counts = () => true, prior } = {}) {
    const length = norm(y) || 1;
    const cosines = cosinesOf(y, candidates);
    const logits = cosines.map((cosine, i) => cosine / temperature + (prior?.[i] ?? 0));
    const largest = Math.max(...logits);
    const shares = logits.map((logit, i) =>
      i === positive || counts(i) ? Math.exp(logit - largest) : 0,
    );
    const total = shares.reduce((sum, share) => sum + share, 0);
    const gradient = new Float64Array(dim);
    let along = 0;
    const bend = (1 / (4 * temperature ** 2) + 1 / temperature) / (length * length);
    shares.forEach((share, i) => {
      const weight = (share / total - (i === positive ? 1 : 0)) / temperature;
      along += weight * cosines[i];
      if (weight !== 0) add(gradient, weight / (length * bend), candidates[i]);
    });
    add(gradient, -along / (length * length * bend), y);
    return { loss: -Math.log(shares[positive] / total), gradient };
  }

  return { A, B, forward, project, step, cosines: cosinesOf, infoNce };
}
