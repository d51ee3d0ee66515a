// What the artifacts must compute, in plain loops over doubles; shares nothing with the core.

/** h = A x (rank), A (rank, in) row-major. */
export const project = (A, x, rank) =>
  Array.from({ length: rank }, (_, k) =>
    x.reduce((sum, value, i) => sum + value * A[k * x.length + i], 0),
  );

/** y = x + alpha B^T A x, or without the x where there is no residual. */
export function answer({ A, B }, x, { rank, out, alpha = 1, residual = true }) {
  const h = project(A, x, rank);
  return Float64Array.from({ length: out }, (_, j) =>
    h.reduce((sum, hk, k) => sum + alpha * hk * B[k * out + j], residual ? x[j] : 0),
  );
}

/** The weights after one step of sgd: dB = alpha h (x) g, dA = alpha B g (x) x. */
export function step({ A, B }, x, g, { rank, alpha = 1, rate }) {
  const h = project(A, x, rank);
  const q = project(B, g, rank);
  const minus = (weights, width, left, right) =>
    Float64Array.from(weights, (value, i) => {
      const k = Math.floor(i / width);
      return value - rate * alpha * left[k] * right[i % width];
    });
  return { A: minus(A, x.length, q, x), B: minus(B, g.length, h, g) };
}

/** alpha B^T A, dense (out, in). */
export function delta({ A, B }, { rank, in: width, out, alpha = 1 }) {
  const dense = new Float64Array(out * width);
  for (let k = 0; k < rank; k++) {
    for (let j = 0; j < out; j++) {
      for (let i = 0; i < width; i++) {
        dense[j * width + i] += alpha * B[k * out + j] * A[k * width + i];
      }
    }
  }
  return dense;
}

export const norm = (values) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

/** ||a - b|| / ||b|| */
export const relativeError = (a, b) =>
  norm(Float64Array.from(b, (value, i) => a[i] - value)) / norm(Float64Array.from(b));

/** What a trajectory has of a decision where none was recorded. */
export const PLAIN = { probability: 1, limit: Infinity, stopped: false };

/** The trajectory buffer: the last `capacity` records, and statistics over them. */
export class Trajectories {
  records = [];
  total = 0;

  constructor(capacity) {
    this.capacity = capacity;
  }

  record(record) {
    const improvement = record.baselineMs / record.executionMs - 1;
    this.records.push({ ...record, improvement, ...PLAIN });
    this.total++;
    if (this.records.length > this.capacity) this.records.shift();
  }

  get improvements() {
    return this.records.map(({ improvement }) => improvement);
  }

  get mean() {
    return this.improvements.reduce((sum, value) => sum + value / this.records.length, 0);
  }

  get variance() {
    const { mean, improvements } = this;
    const squares = improvements.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return improvements.length < 2 ? 0 : squares / (improvements.length - 1);
  }

  above(threshold) {
    return this.improvements.filter((improvement) => improvement > threshold).length;
  }

  /** Attention types with their mean improvements, the best first, the lower number at a tie. */
  get attentions() {
    const types = [...new Set(this.records.map(({ attention }) => attention))];
    const mean = (type) => {
      const those = this.records.filter(({ attention }) => attention === type);
      return those.reduce((sum, { improvement }) => sum + improvement, 0) / those.length;
    };
    return types
      .map((attention) => ({ attention, mean: mean(attention) }))
      .sort((a, b) => b.mean - a.mean || a.attention - b.attention);
  }
}
