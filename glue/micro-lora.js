// MicroLoRA: one adapter.
import { ALL_SCOPES, adapterDefaults, Adapters } from './adapters.js';
import { checkOptions } from './check.js';

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
   */
  learn(x, target) {
    return this._learn(ONLY, x, target);
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

  reset() {
    this._call('reset', ALL_SCOPES);
  }
}
