// The learning tasks: seeded, over dist/microlora.js, each with its baselines. An error is
// ||what was learned - M||_F / ||M||_F for a hidden map M, so 1 is what an adapter knows at its start.

/** Seeded normal numbers: mulberry32, and the polar method. */
export function randomNumbers(seed) {
  let state = Math.imul(seed, 0x9e3779b9) >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  let spare;
  const normal = () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    let u, v, s;
    do {
      u = 2 * uniform() - 1;
      v = 2 * uniform() - 1;
      s = u * u + v * v;
    } while (s >= 1 || s === 0);
    const factor = Math.sqrt((-2 * Math.log(s)) / s);
    spare = v * factor;
    return u * factor;
  };
  // A loop, because Float32Array.from takes ten times as long.
  const vector = (length, scale = 1) => {
    const v = new Float32Array(length);
    for (let i = 0; i < length; i++) v[i] = scale * normal();
    return v;
  };
  return { uniform, normal, vector };
}

export function dot(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Random rows at right angles, of length 1, by Gram and Schmidt. */
export function orthonormalRows(count, length, random) {
  const rows = [];
  while (rows.length < count) {
    const row = Float64Array.from(random.vector(length));
    // Twice, because one pass leaves what rounding made of it.
    for (const other of [...rows, ...rows]) {
      const along = dot(row, other);
      for (let i = 0; i < length; i++) row[i] -= along * other[i];
    }
    const size = Math.sqrt(dot(row, row));
    rows.push(row.map((value) => value / size));
  }
  return rows;
}

/** M = sum_k u_k v_k^T of rank 2, with singular values of about `size`. */
export class HiddenMap {
  constructor(dim, random, size = 1, rank = 2) {
    this.dim = dim;
    this.random = random;
    const scale = 1 / Math.sqrt(dim);
    this.factors = Array.from({ length: rank }, () => ({
      b: random.vector(dim, scale * size),
      a: random.vector(dim, scale),
    }));
  }

  /** ||M||^2, of the factors as they are when it is first asked for. */
  get energy() {
    return (this.known ??= product(this.factors, this.factors));
  }

  /** x of unit variance times `scale`, and x + M x with noise as strong as `noise` times M x. */
  sample(scale = 1, noise = 0) {
    const x = this.random.vector(this.dim, scale);
    const target = Float32Array.from(x);
    for (const { a, b } of this.factors) {
      const h = dot(a, x);
      for (let i = 0; i < this.dim; i++) target[i] += h * b[i];
    }
    if (noise > 0) {
      // |M x|^2 is |M|_F^2 on average for scale 1.
      const size = (noise * scale * Math.sqrt(this.energy)) / Math.sqrt(this.dim);
      for (let i = 0; i < this.dim; i++) target[i] += size * this.random.normal();
    }
    return { x, target };
  }
}

/** <sum b a^T, sum b a^T>, of matrices given by their factors. */
const product = (p, q) =>
  p.reduce((sum, l) => sum + q.reduce((inner, r) => inner + dot(l.a, r.a) * dot(l.b, r.b), 0), 0);

/** The factors of what an adapter adds. */
export function factorsOf({ A, B }, rank, alpha = 1) {
  const size = A.length / rank;
  const out = B.length / rank;
  return Array.from({ length: rank }, (_, k) => ({
    a: A.subarray(k * size, (k + 1) * size),
    b: B.subarray(k * out, (k + 1) * out).map((value) => alpha * value),
  }));
}

export function mapError(learned, { factors, energy }) {
  const squares = product(learned, learned) - 2 * product(learned, factors) + energy;
  return Math.sqrt(Math.max(squares, 0) / energy);
}

/** The same rank-2 adapter by plain gradient descent, in JavaScript and doubles. */
export class PlainSgd {
  constructor(dim, rate, random) {
    this.rate = rate;
    this.rows = [0, 1].map(() => ({
      a: Float64Array.from({ length: dim }, () => (2 * random.uniform() - 1) / Math.sqrt(dim)),
      b: new Float64Array(dim),
    }));
  }

  learn(x, target) {
    const h = this.rows.map(({ a }) => dot(a, x));
    const g = Float64Array.from(
      x,
      (value, i) => value + h[0] * this.rows[0].b[i] + h[1] * this.rows[1].b[i] - target[i],
    );
    this.rows.forEach(({ a, b }, k) => {
      const q = this.rate * dot(b, g);
      const c = this.rate * h[k];
      for (let i = 0; i < x.length; i++) {
        b[i] -= c * g[i];
        a[i] -= q * x[i];
      }
    });
  }

  get factors() {
    return this.rows;
  }
}

/**
 * Full-rank least squares, the ceiling: after each of the counts, the error of the matrix that fits
 * all samples so far best (with a ridge of 1e-9).
 */
export function leastSquaresErrors(map, counts, noise) {
  const n = map.dim;
  // Recursive least squares: P = (X^T X + ridge)^-1, W the estimate of M.
  const P = Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1e9 : 0));
  const W = new Float64Array(n * n);
  const M = new Float64Array(n * n);
  for (const { a, b } of map.factors) {
    for (let o = 0; o < n; o++) for (let i = 0; i < n; i++) M[o * n + i] += b[o] * a[i];
  }
  const errors = [];
  for (let step = 1; step <= counts.at(-1); step++) {
    const { x, target } = map.sample(1, noise);
    const k = Float64Array.from({ length: n }, (_, i) => dot(P.subarray(i * n, (i + 1) * n), x));
    const denominator = 1 + dot(k, x);
    for (let o = 0; o < n; o++) {
      const row = W.subarray(o * n, (o + 1) * n);
      const error = (target[o] - x[o] - dot(row, x)) / denominator;
      for (let i = 0; i < n; i++) row[i] += error * k[i];
    }
    for (let i = 0; i < n; i++) {
      const factor = k[i] / denominator;
      for (let j = 0; j < n; j++) P[i * n + j] -= factor * k[j];
    }
    if (counts.includes(step)) {
      errors.push(Math.sqrt(M.reduce((sum, m, i) => sum + (W[i] - m) ** 2, 0) / dot(M, M)));
    }
  }
  return errors;
}
