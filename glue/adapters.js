// What MicroLoRA and ScopedLoRA have in common: an adapter set of the boundary, its options and
// views.
import { MAX_BATCH, MAX_CANDIDATES, MAX_DIM, MAX_RANK, STATUS } from 'microlora:abi';
import {
  checkBoolean,
  checkInteger,
  checkName,
  checkNumber,
  checkOptions,
  checkPositive,
  checkRate,
  checkRows,
  checkVector,
  wrongType,
} from './check.js';
import { fail, raise } from './error.js';
import { checkRank, combine } from './sums.js';
import { LoraObject } from './lora-object.js';

const FROM_OWN = 0;
const FROM_TRANSFER = 1;
const SINGLE = 1;
// Options that are numbers, by their numbers in lora.h.
const NUMBERS = new Map([
  ['learningRate', 0],
  ['weightDecay', 1],
  ['clipNorm', 2],
  ['ratio', 3],
  ['momentum', 4],
  ['epsilon', 6],
  ['maxDeltaNorm', 7],
  ['decayToBase', 8],
  ['explore', 9],
]);
const BETA1 = 4;
const BETA2 = 5;
const LOSSES = ['mse', 'huber', 'cosine'];
const REDUCTIONS = ['sum', 'mean'];
const FACTORS = ['A', 'B'];
// Where lora_read_numbers says that an adapter has weights of its own.
const STARTED = 4;
export const ALL_SCOPES = 0xffffffff;

/** @type {Record<string, unknown>} */
export const adapterDefaults = {
  dim: undefined,
  in: undefined,
  out: undefined,
  rank: 2,
  alpha: 1,
  optimizer: 'preconditioned',
  ...Object.fromEntries([...NUMBERS.keys()].map((name) => [name, undefined])),
  betas: undefined,
  seed: 1,
  batch: 1,
  sharedIO: false,
  engine: undefined,
};

// What setOptions takes.
const changeable = Object.fromEntries(
  [...NUMBERS.keys(), 'betas'].map((name) => [name, undefined]),
);
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

// In the order of lora.h: the rates that were measured to learn from inputs of unit variance. The
// preconditioned one is right for others too.
const DEFAULT_RATES = /** @type {Record<string, (size: number) => number>} */ ({
  sgd: (size) => Math.min(0.02, 5.12 / size),
  momentum: (size) => Math.min(0.002, 0.512 / size),
  adam: (size) => Math.min(0.003, 0.1 / size),
  adamw: (size) => Math.min(0.003, 0.1 / size),
  preconditioned: () => 0.5,
});
const OPTIMIZERS = Object.keys(DEFAULT_RATES);

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
    /** Those it was made with, to make another like it. */
    this._options = options;
    this._scopes = scopes;
    /** Those of scopes, then those of categories. */
    this._adapters = scopes + categories;
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
    const optimizer = checkName('optimizer', options.optimizer, OPTIMIZERS);
    const seed = checkInteger('seed', options.seed, 0, 2 ** 32 - 1);
    const sharedIO = checkBoolean('sharedIO', options.sharedIO);
    const residual = dim !== undefined;
    this._create(
      'lora_create',
      size,
      out,
      rank,
      alpha,
      options.learningRate === undefined
        ? DEFAULT_RATES[OPTIMIZERS[optimizer]](size)
        : checkRate('learningRate', options.learningRate),
      optimizer,
      seed,
      Number(residual) + 2 * Number(sharedIO),
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
    this.seed = seed;
    this.sharedIO = sharedIO;
    this.residual = residual;
    this.optimizer = /** @type {import('./microlora.js').OptimizerName} */ (OPTIMIZERS[optimizer]);
    this._lock('dim', 'in', 'out', 'rank', 'alpha', 'batch', 'optimizer');
    this._lock('seed', 'sharedIO', 'residual');
    if (optimizer === OPTIMIZERS.indexOf('adamw') && options.weightDecay === undefined) {
      options.weightDecay = 0.01;
    }
    try {
      this._setOptions(
        ALL_SCOPES,
        Object.fromEntries(
          [...NUMBERS.keys(), 'betas']
            .filter((name) => options[name] !== undefined)
            .map((name) => [name, options[name]]),
        ),
      );
    } catch (error) {
      this.free();
      throw error;
    }
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
    return this._call('option', 0, 0);
  }

  set learningRate(rate) {
    this._setOptions(ALL_SCOPES, { learningRate: checkRate('learningRate', rate) });
  }

  /**
   * All are looked at before any is set.
   *
   * @protected
   * @param {number} scope
   * @param {unknown} given
   */
  _setOptions(scope, given) {
    const options = /** @type {Record<string, unknown>} */ (
      checkOptions('options', given, /** @type {Record<string, unknown>} */ (changeable))
    );
    /** @type {[string, number, number][]} */
    const numbers = [];
    if (options.betas !== undefined) {
      if (!Array.isArray(options.betas) || options.betas.length !== 2) {
        wrongType('betas', 'an array of two numbers', options.betas);
      }
      const [beta1, beta2] = options.betas.map((beta) => checkRate('betas', beta));
      if (!(beta1 < 1 && beta2 < 1 && beta1 ** 2 < beta2)) {
        raise(
          'LORA_E_RANGE',
          `betas must be below 1, and beta2 above beta1^2, got ${options.betas}`,
        );
      }
      // In an order in which both are right at every moment.
      numbers.push(['betas', BETA1, 0], ['betas', BETA2, beta2], ['betas', BETA1, beta1]);
    }
    for (const [name, number] of NUMBERS) {
      if (options[name] !== undefined) numbers.push([name, number, checkRate(name, options[name])]);
    }
    for (const [name, number, value] of numbers) {
      const status = this._engine._abi.lora_set_option(this._handle, scope, number, value);
      if (status === STATUS.LORA_E_RANGE) {
        raise('LORA_E_RANGE', `${name} is out of its range, got ${value}; see the types`);
      }
      if (status < 0) fail(status, name);
    }
  }

  /**
   * @protected
   * @param {number} scope
   * @returns {any} as ChangeableOptions
   */
  _getOptions(scope) {
    const option = (/** @type {number} */ number) => this._call('option', scope, number);
    return {
      ...Object.fromEntries([...NUMBERS].map(([name, number]) => [name, option(number)])),
      betas: [option(BETA1), option(BETA2)],
    };
  }

  /** @param {any} from of as many adapters */
  _copyOptions(from) {
    const { _abi: abi } = this._engine;
    for (let index = 0; index < this._adapters; index++) {
      const copy = (/** @type {number} */ option, value = from._call('option', index, option)) => {
        const status = abi.lora_set_option(this._handle, index, option, value);
        if (status < 0) fail(status, 'options');
      };
      // In an order in which both betas are right at every moment.
      copy(BETA1, 0);
      copy(BETA2);
      for (const number of NUMBERS.values()) copy(number);
    }
  }

  /** @param {number} index of a scope or, behind those, of a category, which always counts */
  _hasLearned(index) {
    if (this._adapters === 1 || index >= this._scopes) return true;
    this._call('read_numbers', index);
    const engine = this._engine;
    engine._findTransfer();
    return new Float64Array(engine.memory.buffer, engine._transfer.byteOffset)[STARTED] === 1;
  }

  /**
   * @param {any} other
   * @param {string} where
   */
  _checkOther(other, where) {
    if (!(other instanceof Adapters)) wrongType(where, 'an adapter like this one', other);
    this._checkAlive();
    other._checkAlive();
    if (other._engine !== this._engine) {
      raise('LORA_E_OPTION', `${where}: the two are in different engines`);
    }
  }

  clone() {
    this._checkAlive();
    const copy = /** @type {any} */ (this)._make({});
    try {
      copy._call('copy', this._handle, 1);
    } catch (error) {
      copy.free();
      throw error;
    }
    return copy;
  }

  /** @param {any} other */
  copyFrom(other) {
    this._checkOther(other, 'copyFrom');
    const status = this._engine._abi.lora_copy(this._handle, other._handle, 0);
    if (status === STATUS.LORA_E_SHAPE) {
      raise(
        'LORA_E_SHAPE',
        'copyFrom: in, out, rank, alpha, optimizer or scopes differ; setWeights takes weights alone',
      );
    }
    if (status < 0) fail(status, 'copyFrom');
  }

  /** @param {number} rank */
  resize(rank) {
    return combine([{ adapter: this, weight: 1 }], checkRank(rank), false, 0).adapter;
  }

  /**
   * @param {any} since
   * @param {unknown} [options]
   */
  update(since, options = {}) {
    this._checkOther(since, 'update');
    const { rank, maxNorm } = checkOptions('update', options, {
      rank: /** @type {unknown} */ (Math.min(this.rank + since.rank, MAX_RANK)),
      maxNorm: /** @type {unknown} */ (0),
    });
    const members = [
      { adapter: this, weight: 1 },
      { adapter: since, weight: -1 },
    ];
    return combine(members, checkRank(rank), false, checkRate('update: maxNorm', maxNorm));
  }

  /**
   * W (out, in) with the delta times `weight` added, by which nothing is changed yet.
   *
   * @protected
   * @param {number} scope
   * @param {Float32Array} W
   * @param {number} weight
   */
  _merged(scope, W, weight) {
    const { _abi: abi, _transfer: transfer } = this._engine;
    const result = new Float32Array(W);
    for (let row = 0; row < this.out; row++) {
      const view = result.subarray(row * this.in, (row + 1) * this.in);
      transfer.set(view);
      const status = abi.lora_merge_row(this._handle, scope, row, weight);
      if (status < 0) fail(status, 'merge');
      view.set(transfer.subarray(0, this.in));
    }
    return result;
  }

  /**
   * @protected
   * @param {number} scope
   * @param {Float32Array} W
   * @param {number} weight
   */
  _merge(scope, W, weight) {
    checkVector('W (out, in)', W, this.out * this.in);
    W.set(this._merged(scope, W, weight));
    return W;
  }

  /**
   * @protected
   * @param {number} scope
   */
  _delta(scope) {
    return this._merged(scope, new Float32Array(this.out * this.in), 1);
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
   * @protected
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
   * @protected
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
