// The internals of MicroLoRA and of ScopedLoRA: their views, and the calls that return outputs and learn.
import { MAX_CANDIDATES } from 'microlora:abi';
import { AdapterSet } from './adapter-set.js';
import {
  checkInteger,
  checkName,
  checkNumber,
  checkOptions,
  checkPositive,
  checkRows,
  checkVector,
} from './check.js';
import { fail, raise } from './error.js';

const FROM_OWN = 0;
const FROM_TRANSFER = 1;
const SINGLE = 1;
const LOSSES = ['mse', 'huber', 'cosine'];
const REDUCTIONS = ['sum', 'mean'];
const lossDefaults = {
  loss: /** @type {unknown} */ ('mse'),
  delta: /** @type {unknown} */ (1),
  reduction: /** @type {unknown} */ ('sum'),
};
const contrastDefaults = {
  temperature: /** @type {unknown} */ (undefined),
  margin: /** @type {unknown} */ (undefined),
};

// Floats from one row of n to the next, as LORA_STRIDE in lora.h.
const strideOf = (/** @type {number} */ n) => Math.ceil(n / 16) * 16;

export class Adapters extends AdapterSet {
  /** @type {Float32Array} */
  _x = new Float32Array(0);
  /** @type {Float32Array} */
  _y = this._x;
  /** @type {Float32Array} */
  _g = this._x;
  /** Rows of input, output and gradient. @type {Float32Array[][]} */
  _rows = [];
  /** Outputs of a batch, one directly after the other. @type {Float32Array} */
  _packed = this._x;
  /** How many of them the last forwardBatch had. */
  _count = SINGLE;

  // Every path to a view comes through here: engine.grow has detached those made before it.
  _checkViews() {
    this._checkAlive();
    if (this._x.length !== 0) return;
    const engine = this._engine;
    this._rows = ['input', 'output', 'gradient'].map((name, i) => {
      const length = i === 0 ? this.in : this.out;
      const address = engine._abi[`lora_${name}`](this._handle);
      return Array.from({ length: this.batch }, (_, j) =>
        engine._view(address + j * strideOf(length) * 4, length),
      );
    });
    [this._x, this._y, this._g] = this._rows.map(([first]) => first);
    // They go to users, who may keep them.
    this._rows.forEach(Object.freeze);
  }

  get input() {
    this._checkViews();
    return this._x;
  }

  get output() {
    this._checkViews();
    return this._y;
  }

  get gradient() {
    this._checkViews();
    return this._g;
  }

  get inputs() {
    this._checkViews();
    return this._rows[0];
  }

  get outputs() {
    this._checkViews();
    return this._rows[1];
  }

  get gradients() {
    this._checkViews();
    return this._rows[2];
  }

  /**
   * @param {number} scope
   * @param {Float32Array} [x]
   * @param {Float32Array} [out]
   * @returns {Float32Array | undefined}
   */
  _forward(scope, x, out) {
    const engine = this._engine;
    let source = FROM_OWN;
    if (x !== undefined || out !== undefined) {
      checkVector('forward: x', x, this.in);
      if (out !== undefined) checkVector('forward: out', out, this.out);
      engine._transfer.set(/** @type {Float32Array} */ (x));
      source = FROM_TRANSFER;
    }
    const status = engine._abi.lora_forward(this._handle, scope, SINGLE, source);
    if (status < 0) fail(status, 'forward');
    if (x === undefined) return undefined;
    this._checkViews();
    if (out === undefined) return new Float32Array(this._y);
    out.set(this._y);
    return out;
  }

  /**
   * @param {number} scope
   * @param {Float32Array} [g]
   */
  _adapt(scope, g) {
    const engine = this._engine;
    let source = FROM_OWN;
    if (g !== undefined) {
      checkVector('adapt: gradient', g, this.out);
      engine._transfer.set(g);
      source = FROM_TRANSFER;
    }
    const status = engine._abi.lora_adapt(this._handle, scope, SINGLE, source);
    if (status < 0) fail(status, 'adapt');
  }

  /**
   * @param {number} scope
   * @param {Float32Array | number} [x] rows, or how many of the input's
   * @param {Float32Array} [out]
   * @returns {Float32Array | undefined}
   */
  _forwardBatch(scope, x = this.batch, out) {
    const engine = this._engine;
    const own = typeof x === 'number';
    const count = own
      ? checkInteger('forwardBatch: the number of rows', x, 1, this.batch, 'LORA_E_SHAPE')
      : checkRows('forwardBatch: X', x, this.in, this.batch);
    if (out !== undefined) checkVector('forwardBatch: out', out, count * this.out);
    if (!own) engine._transfer.set(x);
    const status = engine._abi.lora_forward(
      this._handle,
      scope,
      count,
      own ? FROM_OWN : FROM_TRANSFER,
    );
    if (status < 0) fail(status, 'forwardBatch');
    this._count = count;
    if (own && out === undefined) return undefined;
    const y = this._packedOutput(count);
    if (out === undefined) return new Float32Array(y);
    out.set(y);
    return out;
  }

  /**
   * The last outputs in one view, which is made anew only where it must be.
   *
   * @param {number} count
   */
  _packedOutput(count) {
    const engine = this._engine;
    const address = engine._abi.lora_packed_output(this._handle, count) >>> 0;
    const length = count * this.out;
    if (this._packed.length !== length || this._packed.byteOffset !== address) {
      this._packed = engine._view(address, length);
    }
    return this._packed;
  }

  /**
   * @param {number} scope
   * @param {Float32Array} [g]
   */
  _adaptBatch(scope, g) {
    const engine = this._engine;
    let count = this._count;
    if (g !== undefined) {
      count = checkRows('adaptBatch: G', g, this.out, this.batch);
      engine._transfer.set(g);
    }
    const status = engine._abi.lora_adapt(
      this._handle,
      scope,
      count,
      g === undefined ? FROM_OWN : FROM_TRANSFER,
    );
    if (status < 0) fail(status, 'adaptBatch');
  }

  /**
   * @param {number} scope
   * @param {Float32Array} x
   * @param {Float32Array} target
   * @param {number} count rows of them
   * @param {unknown} options
   * @returns {number} the loss
   */
  _learn(scope, x, target, count, options) {
    const engine = this._engine;
    let loss = 0;
    let delta = 1;
    let mean = 0;
    if (options !== undefined) {
      const given = checkOptions('learn', options, lossDefaults);
      loss = checkName('loss', given.loss, LOSSES);
      mean = checkName('reduction', given.reduction, REDUCTIONS);
      delta = checkPositive('delta', given.delta);
      if (mean === 1 && loss === LOSSES.indexOf('cosine')) {
        raise('LORA_E_OPTION', "reduction 'mean' has no meaning for the cosine loss");
      }
    }
    checkVector('learn: x', x, count * this.in);
    checkVector('learn: target', target, count * this.out);
    engine._transfer.set(x);
    engine._transfer.set(target, x.length);
    const value = engine._abi.lora_learn(this._handle, scope, count, loss, delta, mean);
    if (value < -1) fail(value, 'learn');
    this._count = count;
    return value;
  }

  /**
   * @param {number} scope
   * @param {Float32Array} x rows
   * @param {Float32Array} targets
   * @param {unknown} options
   */
  _learnBatch(scope, x, targets, options) {
    const rows = checkRows('learnBatch: X', x, this.in, this.batch);
    return this._learn(scope, x, targets, rows, options);
  }

  /**
   * @param {number} scope
   * @param {Float32Array} queries
   * @param {Float32Array} positives
   * @param {Float32Array | undefined} negatives (k, out)
   * @param {number} count rows of queries and positives
   * @param {unknown} options
   * @returns {number} the loss
   */
  _contrast(scope, queries, positives, negatives, count, options = {}) {
    const engine = this._engine;
    const { temperature, margin } = checkOptions('contrast', options, contrastDefaults);
    if (temperature !== undefined && margin !== undefined) {
      raise('LORA_E_OPTION', 'contrast: give temperature (InfoNCE) or margin (triplet), not both');
    }
    checkVector('contrast: query', queries, count * this.in);
    checkVector('contrast: positive', positives, count * this.out);
    const others =
      negatives === undefined
        ? 0
        : checkRows('contrast: negatives', negatives, this.out, MAX_CANDIDATES - count);
    const candidates = count + others;
    if (candidates < 2) raise('LORA_E_SHAPE', 'contrast: give at least one negative');
    const status = engine._abi.lora_reserve(this._handle, count, candidates);
    if (status < 0) fail(status, 'contrast');
    engine._findTransfer();
    const transfer = engine._transfer;
    transfer.set(queries);
    transfer.set(positives, queries.length);
    if (negatives !== undefined) transfer.set(negatives, queries.length + positives.length);
    const value = engine._abi.lora_contrast(
      this._handle,
      scope,
      count,
      candidates,
      Number(margin !== undefined),
      margin !== undefined
        ? checkPositive('margin', margin)
        : checkPositive('temperature', temperature ?? 0.07),
    );
    if (value < -1) fail(value, 'contrast');
    this._count = count;
    return value;
  }

  /**
   * @param {number} scope
   * @param {Float32Array} queries rows
   * @param {Float32Array} positives
   * @param {Float32Array | undefined} negatives
   * @param {unknown} options
   */
  _contrastBatch(scope, queries, positives, negatives, options) {
    const rows = checkRows('contrastBatch: queries', queries, this.in, this.batch);
    return this._contrast(scope, queries, positives, negatives, rows, options);
  }

  /**
   * @param {number} scope
   * @param {Float32Array} [g]
   */
  _accumulate(scope, g) {
    const engine = this._engine;
    if (g !== undefined) {
      checkVector('accumulate: gradient', g, this.out);
      engine._transfer.set(g);
    }
    const status = engine._abi.lora_accumulate(
      this._handle,
      scope,
      SINGLE,
      g === undefined ? FROM_OWN : FROM_TRANSFER,
    );
    if (status < 0) fail(status, 'accumulate');
  }

  /**
   * @param {number} scope
   * @param {unknown} reward
   */
  _adaptWithReward(scope, reward) {
    this._call('adapt_with_reward', scope, checkNumber('reward', reward));
  }
}
