// MicroLoRA: one adapter, a set of one scope.
import { AdapterFacade } from './adapter-facade.js';
import { ALL_SCOPES, adapterDefaults } from './adapter-options.js';
import { Adapters } from './adapters.js';
import { checkOptions, checkShare } from './check.js';
import { inside } from './facade.js';
import { register } from './makers.js';

const ONLY = 0;

const KIND = 'MicroLoRA';
const adaptersOf = /** @type {(lora: unknown) => MicroAdapters} */ (inside);

const make = (/** @type {any} */ like) => new MicroLoRA(like);

class MicroAdapters extends Adapters {
  _state() {
    return {
      learningRate: this._learningRate,
      adaptCount: this._call('adapt_count', ONLY),
      forwardCount: this._call('forward_count', ONLY),
      deltaNorm: this._call('delta_norm', ONLY),
    };
  }
}

export class MicroLoRA extends AdapterFacade {
  /** @protected */
  static _kind = register(KIND, this);

  /** @param {import('./microlora.js').MicroLoRAOptions} options */
  constructor(options) {
    const checked = checkOptions(KIND, options, adapterDefaults);
    super(new MicroAdapters(KIND, checked, 1, 0, make));
  }

  /**
   * @param {Float32Array} [x]
   * @param {Float32Array} [out]
   * @returns {any} y, or nothing where there is no x: see microlora.d.ts
   */
  forward(x, out) {
    return adaptersOf(this)._forward(ONLY, x, out);
  }

  /** @param {Float32Array} [gradient] */
  adapt(gradient) {
    adaptersOf(this)._adapt(ONLY, gradient);
  }

  /**
   * @param {Float32Array | number} [x]
   * @param {Float32Array} [out]
   * @returns {any} as forward
   */
  forwardBatch(x, out) {
    return adaptersOf(this)._forwardBatch(ONLY, x, out);
  }

  /** @param {Float32Array} [gradient] */
  adaptBatch(gradient) {
    adaptersOf(this)._adaptBatch(ONLY, gradient);
  }

  /**
   * @param {Float32Array} x
   * @param {Float32Array} target
   * @param {import('./microlora.js').LossOptions} [options]
   */
  learn(x, target, options) {
    return adaptersOf(this)._learn(ONLY, x, target, 1, options);
  }

  /**
   * @param {Float32Array} x
   * @param {Float32Array} targets
   * @param {import('./microlora.js').LossOptions} [options]
   */
  learnBatch(x, targets, options) {
    return adaptersOf(this)._learnBatch(ONLY, x, targets, options);
  }

  /**
   * @param {Float32Array} query
   * @param {Float32Array} positive
   * @param {Float32Array} negatives
   * @param {import('./microlora.js').ContrastOptions} [options]
   */
  contrast(query, positive, negatives, options) {
    return adaptersOf(this)._contrast(ONLY, query, positive, negatives, 1, options);
  }

  /**
   * @param {Float32Array} queries
   * @param {Float32Array} positives
   * @param {Float32Array} [negatives]
   * @param {import('./microlora.js').ContrastOptions} [options]
   */
  contrastBatch(queries, positives, negatives, options) {
    return adaptersOf(this)._contrastBatch(ONLY, queries, positives, negatives, options);
  }

  /**
   * @param {Float32Array} [gradient]
   */
  accumulate(gradient) {
    adaptersOf(this)._accumulate(ONLY, gradient);
  }

  step() {
    adaptersOf(this)._step(ONLY);
  }

  /**
   * @param {number} share
   */
  decayToBase(share) {
    adaptersOf(this)._call('decay_to_base', ONLY, checkShare(share));
  }

  /** @param {import('./microlora.js').ChangeableOptions} options */
  setOptions(options) {
    adaptersOf(this)._setOptions(ALL_SCOPES, options);
  }

  getOptions() {
    return adaptersOf(this)._getOptions(ONLY);
  }

  /** @param {number} reward */
  adaptWithReward(reward) {
    adaptersOf(this)._adaptWithReward(ONLY, reward);
  }

  get deltaNorm() {
    return adaptersOf(this)._call('delta_norm', ONLY);
  }

  get adaptCount() {
    return adaptersOf(this)._call('adapt_count', ONLY);
  }

  get forwardCount() {
    return adaptersOf(this)._call('forward_count', ONLY);
  }

  getWeights() {
    return adaptersOf(this)._getWeights(ONLY);
  }

  /** @param {import('./microlora.js').Weights} weights */
  setWeights(weights) {
    adaptersOf(this)._setWeights(ONLY, weights);
  }

  delta() {
    return adaptersOf(this)._delta(ONLY);
  }

  /** @param {Float32Array} W */
  mergeInto(W) {
    return adaptersOf(this)._merge(ONLY, W, 1);
  }

  /** @param {Float32Array} W */
  unmergeFrom(W) {
    return adaptersOf(this)._merge(ONLY, W, -1);
  }

  reset() {
    adaptersOf(this)._call('reset', ALL_SCOPES);
  }
}
