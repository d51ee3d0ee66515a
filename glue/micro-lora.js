// MicroLoRA: one adapter, a set of one scope.
import { EditionAdapters } from 'microlora:edition/adapters.js';
import { EditionFacade } from 'microlora:edition/facade.js';
import { adapterDefaults } from 'microlora:edition/options.js';
import { ALL_SCOPES } from 'microlora:abi';
import { checkOptions, checkShare } from './check.js';
import { inside } from './facade.js';

const ONLY = 0;

const KIND = 'MicroLoRA';
const adaptersOf = /** @type {(lora: unknown) => MicroAdapters} */ (inside);

export class MicroAdapters extends EditionAdapters {
  _state() {
    return {
      learningRate: this._learningRate,
      adaptCount: this._call('adapt_count', ONLY),
      forwardCount: this._call('forward_count', ONLY),
      deltaNorm: this._call('delta_norm', ONLY),
    };
  }
}

export class SingleFacade extends EditionFacade {
  /** @param {import('./microlora.js').MicroLoRAOptions} options */
  constructor(options) {
    const checked = checkOptions(KIND, options, adapterDefaults);
    super(new MicroAdapters(KIND, checked, 1, 0));
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

  reset() {
    adaptersOf(this)._call('reset', ALL_SCOPES);
  }
}
