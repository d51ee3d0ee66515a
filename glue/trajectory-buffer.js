// TrajectoryBuffer: what was tried, and how well it went.
import {
  ATTENTION,
  BASELINE_MS,
  EXECUTION_MS,
  GROUP_COUNT,
  GROUP_ERROR,
  GROUP_MEAN,
  IMPROVEMENT,
  LIMIT,
  MAX_DIM,
  OPERATOR,
  PROBABILITY,
  STOPPED,
} from 'microlora:abi';
import {
  checkBoolean,
  checkInteger,
  checkName,
  checkNumber,
  checkNumbered,
  checkOptions,
  checkVector,
  wrongType,
} from './check.js';
import { fail, raise } from './error.js';
import { Disposable, inside, lock } from './facade.js';
import { LoraObject } from './lora-object.js';
import { register } from './makers.js';

const KIND = 'TrajectoryBuffer';
const trajectoriesOf = /** @type {(it: unknown) => Trajectories} */ (inside);

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

/** Of a decision that nothing drew and nothing stopped. */
const decisionDefaults = {
  probability: /** @type {unknown} */ (1),
  limit: /** @type {unknown} */ (Infinity),
  stopped: /** @type {unknown} */ (false),
};

/** @param {unknown} given */
function checkDecision(given) {
  const { probability, limit, stopped } = checkOptions('record', given, decisionDefaults);
  if (!(checkNumber('probability', probability) > 0 && Number(probability) <= 1)) {
    raise('LORA_E_RANGE', `probability must be above 0 and at most 1, got ${probability}`);
  }
  if (limit !== Infinity) checkTime('limit', limit);
  return [Number(probability), Number(limit), Number(checkBoolean('stopped', stopped))];
}

/** What records can be grouped by. */
const FIELDS = new Map([
  ['operator', OPERATOR],
  ['attention', ATTENTION],
]);

export class Trajectories extends LoraObject {
  /** @param {import('./microlora.js').TrajectoryBufferOptions} options */
  constructor(options) {
    const checked = checkOptions(KIND, options, defaults);
    super(KIND, checked.engine);
    this.capacity = checkInteger('capacity', checked.capacity, 1, MOST_RECORDS);
    this.dim = checkInteger('dim', checked.dim, 1, MAX_DIM, 'LORA_E_SHAPE');
    this.operators = checkInteger('operators', checked.operators, 1, 256);
    this._create('lora_trajectory_create', this.capacity, this.dim, this.operators);
  }

  _shape() {
    const { capacity, dim, operators } = this;
    return { capacity, dim, operators };
  }

  _state() {
    return {
      length: this._call('trajectory_length'),
      totalCount: this._call('trajectory_total_count'),
      successRate: this._call('trajectory_success_rate'),
      meanImprovement: this._call('trajectory_mean_improvement'),
    };
  }
}

export class TrajectoryBuffer extends Disposable {
  /** @protected */
  static _kind = register(KIND, this);

  /** @param {import('./microlora.js').TrajectoryBufferOptions} options */
  constructor(options) {
    const buffer = new Trajectories(options);
    super(buffer);
    this.capacity = buffer.capacity;
    this.dim = buffer.dim;
    this.operators = buffer.operators;
    lock(this);
  }

  /**
   * @param {Float32Array} embedding
   * @param {number} operator
   * @param {number} attention
   * @param {number} executionMs
   * @param {number} baselineMs
   * @param {import('./microlora.js').RecordedDecision} [decision]
   */
  record(embedding, operator, attention, executionMs, baselineMs, decision) {
    const buffer = trajectoriesOf(this);
    checkVector('embedding', embedding, buffer.dim);
    checkInteger('operator', operator, 0, buffer.operators - 1);
    checkInteger('attention', attention, 0, LAST_ATTENTION);
    checkTime('executionMs', executionMs);
    checkTime('baselineMs', baselineMs);
    const more = decision === undefined ? undefined : checkDecision(decision);
    const { _abi: abi, _transfer: transfer } = buffer._engine;
    const { _handle: handle } = buffer;
    transfer.set(embedding);
    // What is recorded for every query allocates nothing.
    const status =
      more === undefined
        ? abi.lora_trajectory_record(handle, operator, attention, executionMs, baselineMs)
        : abi.lora_trajectory_record_decision(
            ...[handle, operator, attention, executionMs, baselineMs, ...more],
          );
    if (status < 0) fail(status, 'record');
  }

  get length() {
    return trajectoriesOf(this)._call('trajectory_length');
  }

  get totalCount() {
    return trajectoriesOf(this)._call('trajectory_total_count');
  }

  get isEmpty() {
    return this.length === 0;
  }

  get successRate() {
    return trajectoriesOf(this)._call('trajectory_success_rate');
  }

  get bestImprovement() {
    return trajectoriesOf(this)._call('trajectory_best_improvement');
  }

  get meanImprovement() {
    return trajectoriesOf(this)._call('trajectory_mean_improvement');
  }

  get variance() {
    return trajectoriesOf(this)._call('trajectory_variance');
  }

  get bestAttention() {
    return trajectoriesOf(this)._call('trajectory_best_attention');
  }

  /** @param {number} threshold */
  highQualityCount(threshold) {
    return trajectoriesOf(this)._call(
      'trajectory_high_quality_count',
      checkNumber('threshold', threshold),
    );
  }

  /** @param {number} operator */
  countByOperator(operator) {
    const buffer = trajectoriesOf(this);
    checkInteger('operator', operator, 0, buffer.operators - 1);
    return buffer._call('trajectory_count_by_operator', operator);
  }

  /** @param {number} index */
  get(index) {
    const buffer = trajectoriesOf(this);
    checkInteger('index', index, 0, this.length - 1);
    buffer._call('trajectory_read', index);
    const field = (/** @type {number} */ which) => buffer._call('trajectory_get', index, which);
    return {
      embedding: buffer._engine._transfer.slice(0, buffer.dim),
      operator: field(OPERATOR),
      attention: field(ATTENTION),
      executionMs: field(EXECUTION_MS),
      baselineMs: field(BASELINE_MS),
      improvement: field(IMPROVEMENT),
      probability: field(PROBABILITY),
      limit: field(LIMIT),
      stopped: field(STOPPED) === 1,
    };
  }

  *[Symbol.iterator]() {
    for (let index = 0; index < this.length; index++) yield this.get(index);
  }

  /** @param {(trajectory: import('./microlora.js').Trajectory) => boolean} keep */
  filter(keep) {
    if (typeof keep !== 'function') wrongType('filter: keep', 'a function', keep);
    return [...this].filter(keep);
  }

  /** @param {number} count */
  top(count) {
    checkInteger('top: count', count, 0, MOST_RECORDS);
    const best = Array.from({ length: this.length }, (_, index) => ({
      improvement: trajectoriesOf(this)._call('trajectory_get', index, IMPROVEMENT),
      index,
    }));
    best.sort((a, b) => b.improvement - a.improvement || a.index - b.index);
    return best.slice(0, count).map(({ index }) => this.get(index));
  }

  /** @param {'operator' | 'attention'} by */
  statistics(by) {
    const field = checkNumbered('statistics: by', by, FIELDS);
    const of = (/** @type {number} */ key, /** @type {number} */ what) =>
      trajectoriesOf(this)._call('trajectory_group', field, key, what);
    return Array.from({ length: 256 }, (_, key) => key)
      .filter((key) => of(key, GROUP_COUNT) > 0)
      .map((key) => ({
        key,
        count: of(key, GROUP_COUNT),
        mean: of(key, GROUP_MEAN),
        standardError: of(key, GROUP_ERROR),
      }));
  }

  /**
   * @param {number} count
   * @param {import('./microlora.js').SampleOptions} [options]
   */
  sample(count, options = {}) {
    checkInteger('sample: count', count, 0, MOST_RECORDS);
    const given = checkOptions('sample', options, { by: 'uniform', seed: 1 });
    const byImprovement = checkName('sample: by', given.by, ['uniform', 'improvement']) === 1;
    const seed = checkInteger('sample: seed', given.seed, 0, 2 ** 32 - 1);
    if (count > 0 && this.isEmpty) raise('LORA_E_STATE', 'sample: nothing was recorded yet');
    return Array.from({ length: count }, (_, number) =>
      this.get(trajectoriesOf(this)._call('trajectory_draw', Number(byImprovement), seed, number)),
    );
  }

  reset() {
    trajectoriesOf(this)._call('trajectory_reset');
  }
}
