// MicroLoRA: one adapter.
import { ALL_SCOPES, adapterDefaults } from './adapter-options.js';
import { Adapters } from './adapters.js';
import { checkOptions, checkRows, checkShare } from './check.js';

const ONLY = 0;

export class MicroLoRA extends Adapters {
  /** @param {import('./microlora.js').MicroLoRAOptions} options */
  constructor(options) {
    super(checkOptions('MicroLoRA', options, adapterDefaults), 1, 0);
  }

  /**
   * @param {Float32Array} [x]
   * @param {Float32Array} [out]
   * @returns {any} y, or nothing where there is no x: see microlora.d.ts
   */
  forward(x, out) {
    return this._forward(ONLY, x, out);
  }

  /** @param {Float32Array} [gradient] */
  adapt(gradient) {
    this._adapt(ONLY, gradient);
  }

  /**
   * @param {Float32Array | number} [x]
   * @param {Float32Array} [out]
   * @returns {any} as forward
   */
  forwardBatch(x, out) {
    return this._forwardBatch(ONLY, x, out);
  }

  /** @param {Float32Array} [gradient] */
  adaptBatch(gradient) {
    this._adaptBatch(ONLY, gradient);
  }

  /**
   * @param {Float32Array} x
   * @param {Float32Array} target
   * @param {import('./microlora.js').LossOptions} [options]
   */
  learn(x, target, options) {
    return this._learn(ONLY, x, target, 1, options);
  }

  /**
   * @param {Float32Array} x
   * @param {Float32Array} targets
   * @param {import('./microlora.js').LossOptions} [options]
   */
  learnBatch(x, targets, options) {
    const rows = checkRows('learnBatch: X', x, this.in, this.batch);
    return this._learn(ONLY, x, targets, rows, options);
  }

  /**
   * @param {Float32Array} query
   * @param {Float32Array} positive
   * @param {Float32Array} negatives
   * @param {import('./microlora.js').ContrastOptions} [options]
   */
  contrast(query, positive, negatives, options) {
    return this._contrast(ONLY, query, positive, negatives, 1, options);
  }

  /**
   * @param {Float32Array} queries
   * @param {Float32Array} positives
   * @param {Float32Array} [negatives]
   * @param {import('./microlora.js').ContrastOptions} [options]
   */
  contrastBatch(queries, positives, negatives, options) {
    const rows = checkRows('contrastBatch: queries', queries, this.in, this.batch);
    return this._contrast(ONLY, queries, positives, negatives, rows, options);
  }

  /**
   * @param {Float32Array} [gradient]
   */
  accumulate(gradient) {
    this._accumulate(ONLY, gradient);
  }

  step() {
    this._call('step', ONLY);
  }

  /**
   * @param {number} share
   */
  decayToBase(share) {
    this._call('decay_to_base', ONLY, checkShare(share));
  }

  /** @param {import('./microlora.js').ChangeableOptions} options */
  setOptions(options) {
    this._setOptions(ALL_SCOPES, options);
  }

  getOptions() {
    return this._getOptions(ONLY);
  }

  /** @param {number} reward */
  adaptWithReward(reward) {
    this._adaptWithReward(ONLY, reward);
  }

  get deltaNorm() {
    return this._call('delta_norm', ONLY);
  }

  get adaptCount() {
    return this._call('adapt_count', ONLY);
  }

  get forwardCount() {
    return this._call('forward_count', ONLY);
  }

  getWeights() {
    return this._getWeights(ONLY);
  }

  /** @param {import('./microlora.js').Weights} weights */
  setWeights(weights) {
    this._setWeights(ONLY, weights);
  }

  /**
   * @protected
   * @param {object} options
   */
  _make(options) {
    return new MicroLoRA(/** @type {any} */ ({ ...this._options, ...options }));
  }

  delta() {
    return this._delta(ONLY);
  }

  /** @param {Float32Array} W */
  mergeInto(W) {
    return this._merge(ONLY, W, 1);
  }

  /** @param {Float32Array} W */
  unmergeFrom(W) {
    return this._merge(ONLY, W, -1);
  }

  reset() {
    this._call('reset', ALL_SCOPES);
  }
}
