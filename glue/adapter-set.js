// The internals of a set of adapters: what it is made with, and how another one is made of it. Options,
// copies, weights, other ranks, base matrices.
import { MAX_BATCH, MAX_DIM, MAX_RANK, STATUS } from 'microlora:abi';
import {
  ALL_SCOPES,
  adapterDefaults,
  BETA1,
  BETA2,
  DEFAULT_RATES,
  NUMBERS,
  OPTIMIZERS,
  readOptions,
} from './adapter-options.js';
import {
  checkBoolean,
  checkInteger,
  checkName,
  checkNumber,
  checkOptions,
  checkRate,
  checkVector,
} from './check.js';
import { fail, raise } from './error.js';
import { argumentOf, inside } from './facade.js';
import { LoraObject } from './lora-object.js';
import { checkRank, combine } from './sums.js';

const FACTORS = ['A', 'B'];
// Where lora_read_numbers says that an adapter has weights of its own.
const STARTED = 4;

/**
 * @param {string} name
 * @param {unknown} value
 */
const checkDim = (name, value) => checkInteger(name, value, 1, MAX_DIM, 'LORA_E_SHAPE');

export class AdapterSet extends LoraObject {
  /**
   * @param {string} kind
   * @param {typeof adapterDefaults} options
   * @param {number} scopes
   * @param {number} categories
   * @param {(options: any) => any} make another object of the kind, with such options
   */
  constructor(kind, options, scopes, categories, make) {
    super(kind, options.engine);
    const { engine } = options;
    this._make = (/** @type {object} */ changes) => make({ ...this._shape(), engine, ...changes });
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
      this._free();
      throw error;
    }
  }

  /** The options that make another one like it; those that are numbers are copied. */
  _shape() {
    const { rank, alpha, batch, seed, sharedIO, optimizer } = this;
    const size = this.residual ? { dim: this.dim } : { in: this.in, out: this.out };
    return { ...size, rank, alpha, batch, seed, sharedIO, optimizer };
  }

  /** @param {() => object} state what differs from kind to kind */
  _describe(state = () => ({})) {
    const { in: input, out, rank, alpha, optimizer } = this;
    const size = this.residual ? { dim: input } : { in: input, out };
    return this._describeWith({ ...size, rank, alpha, optimizer }, () => ({
      learningRate: this._learningRate,
      ...state(),
    }));
  }

  get _learningRate() {
    return this._call('option', 0, 0);
  }

  /**
   * All are looked at before any is set.
   *
   * @param {number} scope
   * @param {unknown} given
   */
  _setOptions(scope, given) {
    for (const [name, number, value] of readOptions(given)) {
      const status = this._engine._abi.lora_set_option(this._handle, scope, number, value);
      if (status === STATUS.LORA_E_RANGE) {
        raise('LORA_E_RANGE', `${name} is out of its range, got ${value}; see the types`);
      }
      if (status < 0) fail(status, name);
    }
  }

  /**
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
    return new Float64Array(engine._transfer.buffer, engine._transfer.byteOffset)[STARTED] === 1;
  }

  /**
   * The internals of an adapter, or a set of them, in the same engine.
   *
   * @param {unknown} other
   * @param {string} where
   */
  _other(other, where) {
    const adapters = argumentOf(where, 'an adapter like this one', other, AdapterSet);
    this._checkAlive();
    adapters._checkAlive();
    if (adapters._engine !== this._engine) {
      raise('LORA_E_OPTION', `${where}: the two are in different engines`);
    }
    return adapters;
  }

  _clone() {
    this._checkAlive();
    const copy = this._make({});
    try {
      inside(copy)._call('copy', this._handle, 1);
    } catch (error) {
      copy.free();
      throw error;
    }
    return copy;
  }

  /** @param {unknown} other */
  _copyFrom(other) {
    const from = this._other(other, 'copyFrom');
    const status = this._engine._abi.lora_copy(this._handle, from._handle, 0);
    if (status === STATUS.LORA_E_SHAPE) {
      raise(
        'LORA_E_SHAPE',
        'copyFrom: in, out, rank, alpha, optimizer or scopes differ; setWeights takes weights alone',
      );
    }
    if (status < 0) fail(status, 'copyFrom');
  }

  /** @param {unknown} rank */
  _resize(rank) {
    return combine([{ adapters: this, weight: 1 }], checkRank(rank), false, 0).adapter;
  }

  /**
   * @param {unknown} since
   * @param {unknown} [options]
   */
  _update(since, options = {}) {
    const before = this._other(since, 'update');
    const { rank, maxNorm } = checkOptions('update', options, {
      rank: /** @type {unknown} */ (Math.min(this.rank + before.rank, MAX_RANK)),
      maxNorm: /** @type {unknown} */ (0),
    });
    const members = [
      { adapters: this, weight: 1 },
      { adapters: before, weight: -1 },
    ];
    return combine(members, checkRank(rank), false, checkRate('update: maxNorm', maxNorm));
  }

  /**
   * W (out, in) with the delta times `weight` added, by which nothing is changed yet.
   *
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
   * @param {number} scope
   */
  _delta(scope) {
    return this._merged(scope, new Float32Array(this.out * this.in), 1);
  }

  /**
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
