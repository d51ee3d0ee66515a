// What a set of adapters is made with, and how another one is made of it: options, copies, weights, other
// ranks, base matrices.
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
  wrongType,
} from './check.js';
import { fail, raise } from './error.js';
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
    for (const [name, number, value] of readOptions(given)) {
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
    if (!(other instanceof AdapterSet)) wrongType(where, 'an adapter like this one', other);
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
