// The internals of a set of adapters: what it is made with, its options and its weights.
import {
  A,
  ALL_SCOPES,
  B,
  LEARNING_RATE,
  MAX_BATCH,
  MAX_DIM,
  MAX_RANK,
  RESIDUAL,
  SHARED_IO,
  STATUS,
} from 'microlora:abi';
import {
  adapterDefaults,
  defaultRate,
  laterOptions,
  OPTIMIZERS,
  readOptions,
} from 'microlora:edition/options.js';
import {
  checkBoolean,
  checkInteger,
  checkNumber,
  checkNumbered,
  checkOptions,
  checkRate,
  checkVector,
} from './check.js';
import { fail, raise } from './error.js';
import { LoraObject } from './lora-object.js';

const FACTORS = ['A', 'B'];

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
   */
  constructor(kind, options, scopes, categories) {
    super(kind, options.engine);
    /** The option. */
    this._place = options.engine;
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
    const number = checkNumbered('optimizer', options.optimizer, OPTIMIZERS);
    const optimizer = /** @type {import('./microlora.js').OptimizerName} */ (options.optimizer);
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
        ? defaultRate(optimizer, size)
        : checkRate('learningRate', options.learningRate),
      number,
      seed,
      (residual ? RESIDUAL : 0) + (sharedIO ? SHARED_IO : 0),
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
    this.optimizer = optimizer;
    try {
      this._setOptions(ALL_SCOPES, laterOptions(options));
    } catch (error) {
      this._free();
      throw error;
    }
  }

  /**
   * The number of a scope that is given by name or number. A single adapter has one, which has none.
   *
   * @param {unknown} scope
   * @returns {number}
   */
  _scope(scope) {
    return /** @type {number} */ (scope);
  }

  /**
   * Calls that take a scope and are not on hot paths.
   *
   * @param {import('./lora-object.js').Call} name
   * @param {unknown} scope
   * @param {number[]} args
   */
  _callScope(name, scope, ...args) {
    return this._call(name, this._scope(scope), ...args);
  }

  /** The options that make another one like it, but for those that are numbers. */
  _shape() {
    const { rank, alpha, optimizer, batch, seed, sharedIO } = this;
    const size = this.residual ? { dim: this.in } : { in: this.in, out: this.out };
    return { ...size, rank, alpha, optimizer, batch, seed, sharedIO };
  }

  get _learningRate() {
    return this._call('option', 0, LEARNING_RATE);
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
   * @param {unknown} scope by its number or name
   */
  _getWeights(scope) {
    const index = this._scope(scope);
    const [A, B] = FACTORS.map((_, factor) => {
      const length = factor === 0 ? this.in : this.out;
      const rows = new Float32Array(this.rank * length);
      for (let k = 0; k < this.rank; k++) {
        this._call('read_row', index, factor, k);
        rows.set(this._engine._transfer.subarray(0, length), k * length);
      }
      return rows;
    });
    return { A, B };
  }

  /**
   * @param {unknown} scope by its number or name
   * @param {unknown} weights
   */
  _setWeights(scope, weights) {
    const index = this._scope(scope);
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
            ? abi.lora_write_row(this._handle, index, factor, k)
            : abi.lora_check(length);
          if (status < 0) fail(status, 'setWeights');
        }
      });
    }
  }
}
