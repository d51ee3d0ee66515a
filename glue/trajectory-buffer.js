// TrajectoryBuffer: what was tried, and how well it went.
import { MAX_DIM } from 'microlora:abi';
import { checkInteger, checkNumber, checkOptions, checkVector } from './check.js';
import { fail, raise } from './error.js';
import { LoraObject } from './lora-object.js';

const MOST_RECORDS = 2 ** 32 - 1;
const LAST_ATTENTION = 255;

const defaults = {
  capacity: /** @type {unknown} */ (1000),
  dim: /** @type {unknown} */ (undefined),
  operators: /** @type {unknown} */ (17),
  engine: /** @type {unknown} */ (undefined),
};

/**
 * @param {string} name
 * @param {unknown} value
 */
function checkTime(name, value) {
  const ms = checkNumber(name, value);
  if (ms <= 0) raise('LORA_E_RANGE', `${name} must be above 0, got ${ms}`);
  return ms;
}

export class TrajectoryBuffer extends LoraObject {
  /** @param {import('./microlora.js').TrajectoryBufferOptions} options */
  constructor(options) {
    const checked = checkOptions('TrajectoryBuffer', options, defaults);
    super(checked.engine);
    const capacity = checkInteger('capacity', checked.capacity, 1, MOST_RECORDS);
    const dim = checkInteger('dim', checked.dim, 1, MAX_DIM, 'LORA_E_SHAPE');
    const operators = checkInteger('operators', checked.operators, 1, 256);
    this._create('lora_trajectory_create', capacity, dim, operators);
    this.capacity = capacity;
    this.dim = dim;
    this.operators = operators;
    this._lock('capacity', 'dim', 'operators');
  }

  /**
   * @param {Float32Array} embedding
   * @param {number} operator
   * @param {number} attention
   * @param {number} executionMs
   * @param {number} baselineMs
   */
  record(embedding, operator, attention, executionMs, baselineMs) {
    checkVector('embedding', embedding, this.dim);
    checkInteger('operator', operator, 0, this.operators - 1);
    checkInteger('attention', attention, 0, LAST_ATTENTION);
    checkTime('executionMs', executionMs);
    checkTime('baselineMs', baselineMs);
    const { _abi: abi, _transfer: transfer } = this._engine;
    transfer.set(embedding);
    const status = abi.lora_trajectory_record(
      this._handle,
      operator,
      attention,
      executionMs,
      baselineMs,
    );
    if (status < 0) fail(status, 'record');
  }

  get length() {
    return this._call('trajectory_length');
  }

  get totalCount() {
    return this._call('trajectory_total_count');
  }

  get isEmpty() {
    return this.length === 0;
  }

  get successRate() {
    return this._call('trajectory_success_rate');
  }

  get bestImprovement() {
    return this._call('trajectory_best_improvement');
  }

  get meanImprovement() {
    return this._call('trajectory_mean_improvement');
  }

  get variance() {
    return this._call('trajectory_variance');
  }

  get bestAttention() {
    return this._call('trajectory_best_attention');
  }

  /** @param {number} threshold */
  highQualityCount(threshold) {
    return this._call('trajectory_high_quality_count', checkNumber('threshold', threshold));
  }

  /** @param {number} operator */
  countByOperator(operator) {
    checkInteger('operator', operator, 0, this.operators - 1);
    return this._call('trajectory_count_by_operator', operator);
  }

  /** @param {number} index */
  get(index) {
    checkInteger('index', index, 0, this.length - 1);
    this._call('trajectory_read', index);
    const field = (/** @type {number} */ which) => this._call('trajectory_get', index, which);
    return {
      embedding: this._engine._transfer.slice(0, this.dim),
      operator: field(0),
      attention: field(1),
      executionMs: field(2),
      baselineMs: field(3),
      improvement: field(4),
    };
  }

  *[Symbol.iterator]() {
    for (let index = 0; index < this.length; index++) yield this.get(index);
  }

  reset() {
    this._call('trajectory_reset');
  }
}
