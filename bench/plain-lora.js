// The same equations in plain JavaScript, for rank 2: what one would write without WebAssembly, with
// care for speed. It does the same work, checks included, and starts from the same A.
//
// x (in), A (2, in), B (2, out), h = A x, y = x + alpha B^T h; dB = alpha h (x) g,
// dA = (alpha B g) (x) x. Rows are arrays of their own, and one loop reads both at the same index;
// two partial sums each (for even and odd indices, so dim is even) hide the latency of an addition.
// Both were measured to be faster in V8 than one array, one sum, sums of four, or Math.fround.

const GOLDEN = 0x9e3779b97f4a7c15n;
export const LARGEST = 3.4028234663852886e38;

/** Uniform in [-1, 1), by SplitMix64: the generator of core/rng.hpp. */
function uniform(seed, stream) {
  let state = (BigInt(stream) << 32n) | BigInt(seed);
  const next = () => {
    state = BigInt.asUintN(64, state + GOLDEN);
    let z = state;
    z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
    z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
    return z ^ (z >> 31n);
  };
  state = next();
  return () => (Number(next() >> 40n) - 2 ** 23) / 2 ** 23;
}

/** The sum of the squares of v, whose length is even. */
export function squares(v) {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < v.length; i += 2) {
    even += v[i] * v[i];
    odd += v[i + 1] * v[i + 1];
  }
  return even + odd;
}

/** One adapter of rank 2. */
export class Adapter {
  constructor(dim, seed, stream) {
    Object.assign(this, { dim, seed, stream });
    this.a0 = new Float32Array(dim);
    this.a1 = new Float32Array(dim);
    this.b0 = new Float32Array(dim);
    this.b1 = new Float32Array(dim);
    this.reset();
  }

  reset() {
    const scale = Math.fround(1 / Math.fround(Math.sqrt(this.dim)));
    const next = uniform(this.seed, this.stream);
    for (const row of [this.a0, this.a1]) row.forEach((_, i) => (row[i] = next() * scale));
    this.b0.fill(0);
    this.b1.fill(0);
    this.bound = scale;
    this.adaptCount = 0;
    this.forwardCount = 0;
    this.started = false;
  }

  copy(from) {
    for (const row of ['a0', 'a1', 'b0', 'b1']) this[row].set(from[row]);
    this.bound = from.bound;
  }

  // h = A x
  project(x, h) {
    const { a0, a1, dim } = this;
    let even0 = 0;
    let even1 = 0;
    let odd0 = 0;
    let odd1 = 0;
    for (let i = 0; i < dim; i += 2) {
      const even = x[i];
      const odd = x[i + 1];
      even0 += a0[i] * even;
      even1 += a1[i] * even;
      odd0 += a0[i + 1] * odd;
      odd1 += a1[i + 1] * odd;
    }
    h[0] = even0 + odd0;
    h[1] = even1 + odd1;
  }

  // y = v + B^T c
  expand(v, c0, c1, y) {
    const { b0, b1, dim } = this;
    for (let i = 0; i < dim; i++) y[i] = v[i] + (c0 * b0[i] + c1 * b1[i]);
  }

  // A -= d (x) x, B -= c (x) g
  apply({ c0, c1, d0, d1, bound }, g, x) {
    const { a0, a1, b0, b1, dim } = this;
    for (let i = 0; i < dim; i++) {
      const gi = g[i];
      const xi = x[i];
      b0[i] -= c0 * gi;
      b1[i] -= c1 * gi;
      a0[i] -= d0 * xi;
      a1[i] -= d1 * xi;
    }
    this.bound = bound;
  }

  // c = rate alpha h, d = rate alpha B g; the bound says that every weight stays finite.
  prepare(alpha, rate, h, g, x2, step) {
    const { b0, b1, dim } = this;
    let even0 = 0;
    let even1 = 0;
    let even2 = 0;
    let odd0 = 0;
    let odd1 = 0;
    let odd2 = 0;
    for (let i = 0; i < dim; i += 2) {
      const even = g[i];
      const odd = g[i + 1];
      even0 += b0[i] * even;
      even1 += b1[i] * even;
      even2 += even * even;
      odd0 += b0[i + 1] * odd;
      odd1 += b1[i + 1] * odd;
      odd2 += odd * odd;
    }
    const g2 = even2 + odd2;
    step.c0 = rate * alpha * h[0];
    step.c1 = rate * alpha * h[1];
    step.d0 = rate * alpha * (even0 + odd0);
    step.d1 = rate * alpha * (even1 + odd1);
    const reach = Math.max(
      Math.max(Math.abs(step.c0), Math.abs(step.c1)) * Math.sqrt(g2),
      Math.max(Math.abs(step.d0), Math.abs(step.d1)) * Math.sqrt(x2),
    );
    step.bound = this.bound + 1.01 * reach;
    // NaN and Infinity fail this comparison too.
    if (!(step.bound < LARGEST)) throw new RangeError('a number is not finite, or too large');
  }

  // alpha ||B^T A||, by the products of rows.
  deltaNorm(alpha) {
    const { a0, a1, b0, b1, dim } = this;
    let a00 = 0;
    let a01 = 0;
    let a11 = 0;
    let b00 = 0;
    let b01 = 0;
    let b11 = 0;
    for (let i = 0; i < dim; i++) {
      a00 += a0[i] * a0[i];
      a01 += a0[i] * a1[i];
      a11 += a1[i] * a1[i];
      b00 += b0[i] * b0[i];
      b01 += b0[i] * b1[i];
      b11 += b1[i] * b1[i];
    }
    return Math.abs(alpha) * Math.sqrt(Math.max(a00 * b00 + 2 * a01 * b01 + a11 * b11, 0));
  }
}

/** What an Adapter is to do in a step: see prepare and apply. */
export const newStep = () => ({ c0: 0, c1: 0, d0: 0, d1: 0, bound: 0 });

/** A set of adapters, one per scope, with categories to fall back on: see core/adapter_set.hpp. */
export class PlainLoRA {
  constructor({ dim, alpha, learningRate, seed, scopes = 1, categories = 0, categoryOf = [] }) {
    Object.assign(this, { dim, alpha, learningRate, scopes, categoryOf, fallback: true });
    this.adapters = Array.from(
      { length: scopes + categories },
      (_, i) => new Adapter(dim, seed, i),
    );
    this.input = new Float32Array(dim);
    this.output = new Float32Array(dim);
    this.gradient = new Float32Array(dim);
    this.scratch = new Float32Array(dim);
    this.h = new Float32Array(2);
    this.categoryH = new Float32Array(2);
    this.step = newStep();
    this.categoryStep = newStep();
    this.last = -1;
  }

  reset() {
    for (const adapter of this.adapters) adapter.reset();
    this.last = -1;
  }

  category(scope) {
    const category = this.categoryOf[scope];
    return this.fallback && category !== undefined ? this.adapters[this.scopes + category] : null;
  }

  answering(scope) {
    const own = this.adapters[scope];
    return own.started ? own : (this.category(scope) ?? own);
  }

  forward(scope, x, out) {
    if (x !== undefined) {
      if (x.length !== this.dim) throw new RangeError(`x must have ${this.dim} numbers`);
      this.input.set(x);
    }
    const { input, output, h, alpha } = this;
    const adapter = this.answering(scope);
    adapter.project(input, h);
    const c0 = alpha * h[0];
    const c1 = alpha * h[1];
    if (!Number.isFinite(c0 + c1)) throw new RangeError('x is not finite');
    adapter.expand(input, c0, c1, output);
    this.last = scope;
    this.adapters[scope].forwardCount++;
    if (x === undefined) return undefined;
    if (out === undefined) return new Float32Array(output);
    out.set(output);
    return out;
  }

  adapt(scope, g = this.gradient) {
    if (g.length !== this.dim) throw new RangeError(`g must have ${this.dim} numbers`);
    if (scope !== this.last) throw new Error('call forward of this scope first');
    const { input, scratch, h, categoryH, alpha, learningRate: rate, step, categoryStep } = this;
    const own = this.adapters[scope];
    const answered = this.answering(scope);
    const category = this.category(scope);
    const x2 = squares(input);
    answered.prepare(alpha, rate, h, g, x2, step);
    if (category === null) {
      own.apply(step, g, input);
    } else if (category === answered) {
      own.copy(answered);
      own.apply(step, g, input);
      category.apply(step, g, input);
    } else {
      category.project(input, categoryH);
      category.expand(g, alpha * categoryH[0], alpha * categoryH[1], scratch);
      own.expand(scratch, -alpha * h[0], -alpha * h[1], scratch);
      category.prepare(alpha, rate, categoryH, scratch, x2, categoryStep);
      own.apply(step, g, input);
      category.apply(categoryStep, scratch, input);
    }
    own.started = true;
    own.adaptCount++;
  }

  adaptWithReward(scope, reward) {
    const { input, gradient } = this;
    const length = Math.sqrt(squares(input));
    const scale = length === 0 ? 0 : -Math.max(Math.min(reward, 2), -2) / length;
    for (let i = 0; i < input.length; i++) gradient[i] = scale * input[i];
    this.adapt(scope, gradient);
  }

  deltaNorm(scope) {
    return this.answering(scope).deltaNorm(this.alpha);
  }
}

/** A ring of trajectories. */
export class PlainTrajectories {
  constructor({ capacity, dim, operators }) {
    Object.assign(this, { capacity, dim, operators, next: 0, length: 0, totalCount: 0 });
    this.embeddings = new Float32Array(capacity * dim);
    this.operator = new Uint8Array(capacity);
    this.attention = new Uint8Array(capacity);
    this.executionMs = new Float64Array(capacity);
    this.baselineMs = new Float64Array(capacity);
    this.improvement = new Float64Array(capacity);
  }

  record(embedding, operator, attention, executionMs, baselineMs) {
    if (embedding.length !== this.dim) throw new RangeError(`needs ${this.dim} numbers`);
    if (!(operator < this.operators && attention < 256)) throw new RangeError('not in range');
    const improvement = baselineMs / executionMs - 1;
    if (!(executionMs > 0 && baselineMs > 0 && improvement <= LARGEST)) {
      throw new RangeError('times must be finite and positive');
    }
    if (!(squares(embedding) < LARGEST)) throw new RangeError('the embedding is not finite');
    const at = this.next;
    this.embeddings.set(embedding, at * this.dim);
    this.operator[at] = operator;
    this.attention[at] = attention;
    this.executionMs[at] = executionMs;
    this.baselineMs[at] = baselineMs;
    this.improvement[at] = improvement;
    this.next = at + 1 === this.capacity ? 0 : at + 1;
    if (this.length < this.capacity) this.length++;
    this.totalCount++;
  }

  reset() {
    this.next = 0;
    this.length = 0;
    this.totalCount = 0;
  }
}
