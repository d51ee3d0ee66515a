// The same forward and the same gradient step in TensorFlow.js, written for its speed: the gradient
// by matrix products rather than by tf.grads, weights in variables, one tidy for a call, and the
// output read outside of it (tidy walks through every number of an array that it returns).
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';

/** x, y, g (batch, dim); A, B (rank, dim) */
export class TensorLoRA {
  #a;
  #b;
  #x;
  #h;
  #g;
  #alpha;
  #step;

  constructor({ dim, rank = 2, batch = 1, alpha, A, B }) {
    Object.assign(this, { dim, rank, batch, alpha });
    this.#a = tf.variable(tf.tensor2d(A, [rank, dim]));
    this.#b = tf.variable(tf.tensor2d(B, [rank, dim]));
    this.#x = tf.zeros([batch, dim]);
    this.#h = tf.zeros([batch, rank]);
    this.#g = tf.zeros([batch, dim]);
    this.#alpha = tf.scalar(alpha);
    this.#step = tf.scalar(0);
  }

  set learningRate(rate) {
    this.#step.dispose();
    this.#step = tf.scalar((rate * this.alpha) / this.batch);
  }

  setWeights(A, B) {
    tf.tidy(() => {
      this.#a.assign(tf.tensor2d(A, [this.rank, this.dim]));
      this.#b.assign(tf.tensor2d(B, [this.rank, this.dim]));
    });
  }

  getWeights() {
    return { A: this.#a.dataSync().slice(), B: this.#b.dataSync().slice() };
  }

  #rows(values) {
    return tf.tensor2d(values, [values.length / this.dim, this.dim]);
  }

  setInput(X) {
    this.#x.dispose();
    this.#x = this.#rows(X);
  }

  setGradient(G) {
    this.#g.dispose();
    this.#g = this.#rows(G);
  }

  // h = x A^T, y = x + alpha h B; keeps h.
  #forward() {
    const x = this.#x;
    this.#h.dispose();
    this.#h = tf.keep(tf.matMul(x, this.#a, false, true));
    return tf.add(x, tf.matMul(tf.mul(this.#h, this.#alpha), this.#b));
  }

  // A -= s (g B^T)^T x, B -= s h^T g
  #adapt(g) {
    const [a, b, x, h, step] = [this.#a, this.#b, this.#x, this.#h, this.#step];
    const q = tf.matMul(g, b, false, true);
    a.assign(tf.sub(a, tf.mul(tf.matMul(q, x, true, false), step)));
    b.assign(tf.sub(b, tf.mul(tf.matMul(h, g, true, false), step)));
  }

  /** Of the input that is a tensor already; returns the output as an array. */
  forward() {
    const y = tf.tidy(() => this.#forward());
    const values = y.dataSync();
    y.dispose();
    return values;
  }

  forwardFrom(X) {
    this.setInput(X);
    return this.forward();
  }

  /** One step with the mean gradient, with the gradient that is a tensor already. */
  adapt() {
    tf.tidy(() => this.#adapt(this.#g));
  }

  adaptFrom(G) {
    this.setGradient(G);
    this.adapt();
  }

  /** One step for the loss 0.5 ||y - t||^2, mean over rows; returns the loss. */
  learn(X, T) {
    this.setInput(X);
    const loss = tf.tidy(() => {
      const error = tf.sub(this.#forward(), this.#rows(T));
      const sum = tf.sum(tf.square(error));
      this.#adapt(error);
      return sum;
    });
    const [sum] = loss.dataSync();
    loss.dispose();
    return (0.5 * sum) / this.batch;
  }
}

// Its code is large, and takes about as many calls until all of it is optimised.
const WARM_UP_CALLS = 1000;

function warmUp() {
  const [dim, rank] = [64, 2];
  for (const batch of [1, 32]) {
    const values = new Float32Array(batch * dim).fill(1 / 16);
    const weights = new Float32Array(rank * dim).fill(1 / 16);
    const lora = new TensorLoRA({ dim, rank, batch, alpha: 1, A: weights, B: weights });
    for (let i = 0; i < WARM_UP_CALLS; i++) {
      lora.forwardFrom(values);
      lora.adaptFrom(values);
      lora.learn(values, values);
    }
  }
}

/** @param {string} backend cpu or wasm */
export async function openBackend(backend) {
  const require = createRequire(import.meta.url);
  // It would print an advertisement for another package.
  tf.env().set('IS_TEST', true);
  setWasmPaths(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + sep);
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no backend ${backend}`);
  await tf.ready();
  warmUp();
  return { version: tf.version.tfjs, backend: tf.getBackend() };
}
