// What MicroLoRA and ScopedLoRA have in common: an adapter set of the boundary, its options and
// views.
import { MAX_BATCH, MAX_DIM, MAX_RANK } from 'microlora:abi';
import {
  checkBoolean,
  checkInteger,
  checkNumber,
  checkOptions,
  checkRate,
  checkRows,
  checkVector,
} from './check.js';
import { fail, raise } from './error.js';
import { LoraObject } from './lora-object.js';

const FROM_OWN = 0;
const FROM_TRANSFER = 1;
const SINGLE = 1;
const FACTORS = ['A', 'B'];
export const ALL_SCOPES = 0xffffffff;

export const adapterDefaults = {
  dim: /** @type {unknown} */ (undefined),
  in: /** @type {unknown} */ (undefined),
  out: /** @type {unknown} */ (undefined),
  rank: /** @type {unknown} */ (2),
  alpha: /** @type {unknown} */ (1),
  learningRate: /** @type {unknown} */ (undefined),
  optimizer: /** @type {unknown} */ ('sgd'),
  seed: /** @type {unknown} */ (1),
  batch: /** @type {unknown} */ (1),
  sharedIO: /** @type {unknown} */ (false),
  engine: /** @type {unknown} */ (undefined),
};

// Floats from one row of n to the next, as LORA_STRIDE in lora.h.
const strideOf = (/** @type {number} */ n) => Math.ceil(n / 16) * 16;

// Plain sgd on input of unit variance diverges where rate * in is large.
const defaultRate = (/** @type {number} */ size) => Math.min(0.02, 5.12 / size);

/**
 * @param {string} name
 * @param {unknown} value
 */
const checkDim = (name, value) => checkInteger(name, value, 1, MAX_DIM, 'LORA_E_SHAPE');

export class Adapters extends LoraObject {
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

  /**
   * @param {typeof adapterDefaults} options
   * @param {number} scopes
   * @param {number} categories
   */
  constructor(options, scopes, categories) {
    super(options.engine);
    const { dim } = options;
    const given = [options.in, options.out].filter((value) => value !== undefined).length;
    if (given !== (dim === undefined ? 2 : 0)) {
      raise('LORA_E_OPTION', 'give either dim (the length of the vectors), or in and out');
    }
    const size = dim === undefined ? checkDim('in', options.in) : checkDim('dim', dim);
    const out = dim === undefined ? checkDim('out', options.out) : size;
    const rank = checkInteger('rank', options.rank, 1, MAX_RANK, 'LORA_E_SHAPE');
    const alpha = checkNumber('alpha', options.alpha);
    const batch = checkInteger('batch', options.batch, 1, MAX_BATCH);
    if (options.optimizer !== 'sgd') {
      raise('LORA_E_OPTION', "optimizer must be 'sgd'");
    }
    this._create(
      'lora_create',
      size,
      out,
      rank,
      alpha,
      options.learningRate === undefined
        ? defaultRate(size)
        : checkRate('learningRate', options.learningRate),
      0,
      checkInteger('seed', options.seed, 0, 2 ** 32 - 1),
      Number(dim !== undefined) + 2 * Number(checkBoolean('sharedIO', options.sharedIO)),
      scopes,
      categories,
      batch,
    );
    this.dim = size;
    this.in = size;
    this.out = out;
    this.rank = rank;
    this.alpha = alpha;
    this.batch = batch;
    this._lock('dim', 'in', 'out', 'rank', 'alpha', 'batch');
  }

  // Every path to a view comes through here: engine.grow has detached those made before it.
  /** @protected */
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

  get paramCount() {
    return this._call('param_count');
  }

  get learningRate() {
    return this._call('learning_rate');
  }

  set learningRate(rate) {
    this._call('set_learning_rate', checkRate('learningRate', rate));
  }

  /**
   * @protected
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
   * @protected
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
   * @protected
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
   * @protected
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
   * @protected
   * @param {number} scope
   * @param {Float32Array} x
   * @param {Float32Array} target
   * @returns {number} the loss
   */
  _learn(scope, x, target) {
    const engine = this._engine;
    checkVector('learn: x', x, this.in);
    checkVector('learn: target', target, this.out);
    engine._transfer.set(x);
    engine._transfer.set(target, this.in);
    const loss = engine._abi.lora_learn(this._handle, scope, SINGLE);
    return loss < 0 ? fail(loss, 'learn') : loss;
  }

  /**
   * @protected
   * @param {number} scope
   * @param {unknown} reward
   */
  _adaptWithReward(scope, reward) {
    this._call('adapt_with_reward', scope, checkNumber('reward', reward));
  }

  /**
   * @protected
   * @param {number} scope
   */
  _getWeights(scope) {
    const [A, B] = FACTORS.map((_, factor) => {
      const length = factor === 0 ? this.in : this.out;
      const rows = new Float32Array(this.rank * length);
      for (let k = 0; k < this.rank; k++) {
        this._call('read_row', scope, factor, k);
        rows.set(this._engine._transfer.subarray(0, length), k * length);
      }
      return rows;
    });
    return { A, B };
  }

  /**
   * @protected
   * @param {number} scope
   * @param {unknown} weights
   */
  _setWeights(scope, weights) {
    const { A, B } = /** @type {any} */ (
      checkOptions('setWeights', weights, { A: undefined, B: undefined })
    );
    checkVector('setWeights: A (rank, in)', A, this.rank * this.in);
    checkVector('setWeights: B (rank, out)', B, this.rank * this.out);
    const { _abi: abi, _transfer: transfer } = this._engine;
    // All of it is looked at before any of it is written.
    for (const write of [false, true]) {
      [A, B].forEach((rows, factor) => {
        const length = factor === 0 ? this.in : this.out;
        for (let k = 0; k < this.rank; k++) {
          transfer.set(rows.subarray(k * length, (k + 1) * length));
          const status = write
            ? abi.lora_write_row(this._handle, scope, factor, k)
            : abi.lora_check(length);
          if (status < 0) fail(status, 'setWeights');
        }
      });
    }
  }
}
