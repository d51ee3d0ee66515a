// Plain JavaScript for batches, for learn(x, target), and for any even rank: an adapter of a higher
// rank is blocks of rank 2, whose products are added up. A batch is a loop over its vectors; its step
// is exact: the mean gradient, from the values before the step.
import { Adapter, LARGEST, newStep, squares } from './plain-lora.js';

export class PlainBatch {
  /** With `rows` of another one of the same shape, both work on the same vectors. */
  constructor({ dim, rank = 2, batch = 1, alpha, learningRate, seed, rows }) {
    Object.assign(this, { dim, alpha, learningRate, count: 0 });
    this.blocks = Array.from({ length: rank / 2 }, (_, i) => new Adapter(dim, seed, i));
    this.rows =
      rows ??
      Array.from({ length: batch }, () => ({
        x: new Float32Array(dim),
        y: new Float32Array(dim),
        g: new Float32Array(dim),
        h: this.blocks.map(() => new Float32Array(2)),
        steps: this.blocks.map(newStep),
      }));
  }

  reset() {
    for (const block of this.blocks) block.reset();
    this.count = 0;
  }

  /** A (rank, dim), B (rank, dim) */
  setWeights(A, B) {
    const { blocks, dim } = this;
    const row = (matrix, i) => matrix.subarray(i * dim, (i + 1) * dim);
    blocks.forEach((block, i) => {
      block.a0.set(row(A, 2 * i));
      block.a1.set(row(A, 2 * i + 1));
      block.b0.set(row(B, 2 * i));
      block.b1.set(row(B, 2 * i + 1));
      block.bound = 1;
    });
    this.count = 0;
  }

  getWeights() {
    const of = (first, second) =>
      Float32Array.from(this.blocks.flatMap((block) => [...block[first], ...block[second]]));
    return { A: of('a0', 'a1'), B: of('b0', 'b1') };
  }

  // From a matrix (n, dim) to a vector of each of the first n rows; returns n.
  #scatter(matrix, name) {
    const { rows, dim } = this;
    const count = matrix.length / dim;
    if (!(Number.isInteger(count) && count > 0 && count <= rows.length)) {
      throw new RangeError(`needs rows of ${dim} numbers, at most ${rows.length}`);
    }
    for (let i = 0; i < count; i++) {
      rows[i][name].set(matrix.subarray(i * dim, (i + 1) * dim));
    }
    return count;
  }

  setInputs(X) {
    return this.#scatter(X, 'x');
  }

  setGradients(G) {
    return this.#scatter(G, 'g');
  }

  getOutputs(out = new Float32Array(this.count * this.dim)) {
    for (let i = 0; i < this.count; i++) out.set(this.rows[i].y, i * this.dim);
    return out;
  }

  // h = A x; returns alpha h.
  #project(block, x, h) {
    block.project(x, h);
    const c0 = this.alpha * h[0];
    const c1 = this.alpha * h[1];
    if (!Number.isFinite(c0 + c1)) throw new RangeError('x is not finite');
    return [c0, c1];
  }

  // y = x + alpha B^T h. The first block is on its own: V8 compiles a loop better where it reads and
  // writes the same arrays each time.
  #forwardRow({ x, y, h }) {
    const { blocks } = this;
    const [c0, c1] = this.#project(blocks[0], x, h[0]);
    blocks[0].expand(x, c0, c1, y);
    for (let b = 1; b < blocks.length; b++) {
      const [c0, c1] = this.#project(blocks[b], x, h[b]);
      blocks[b].expand(y, c0, c1, y);
    }
  }

  forward(count = this.rows.length) {
    for (let i = 0; i < count; i++) this.#forwardRow(this.rows[i]);
    this.count = count;
  }

  forwardFrom(X, out) {
    this.forward(this.setInputs(X));
    return this.getOutputs(out);
  }

  adapt() {
    const { rows, blocks, alpha, count } = this;
    if (count === 0) throw new Error('call forward first');
    const rate = this.learningRate / count;
    for (let b = 0; b < blocks.length; b++) {
      let bound = blocks[b].bound;
      for (let i = 0; i < count; i++) {
        const { x, g, h, steps } = rows[i];
        blocks[b].prepare(alpha, rate, h[b], g, squares(x), steps[b]);
        bound += steps[b].bound - blocks[b].bound;
      }
      if (!(bound < LARGEST)) throw new RangeError('a weight would not stay finite');
      for (let i = 0; i < count; i++) rows[i].steps[b].bound = bound;
    }
    for (let b = 0; b < blocks.length; b++) {
      for (let i = 0; i < count; i++) blocks[b].apply(rows[i].steps[b], rows[i].g, rows[i].x);
    }
  }

  adaptFrom(G) {
    if (this.setGradients(G) !== this.count) throw new RangeError('as many rows as forward had');
    this.adapt();
  }

  /** One step towards t for the loss 0.5 ||y - t||^2, which it returns. */
  learn(x, t) {
    const { dim, rows } = this;
    if (t.length !== dim) throw new RangeError(`t must have ${dim} numbers`);
    this.forward(this.setInputs(x));
    const { y, g } = rows[0];
    let sum = 0;
    for (let i = 0; i < dim; i++) {
      const error = y[i] - t[i];
      g[i] = error;
      sum += error * error;
    }
    this.adapt();
    return 0.5 * sum;
  }

  /** The same for a loss of plain-losses.js and what it takes. */
  learnBy(loss, x, ...given) {
    this.forward(this.setInputs(x));
    const { y, g } = this.rows[0];
    const value = loss(y, g, ...given);
    this.adapt();
    return value;
  }
}
