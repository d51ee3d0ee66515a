// MicroLoRA of the full edition: one adapter.
import { checkShare } from '../check.js';
import { inside } from '../facade.js';
import { register } from '../makers.js';
import { ALL_SCOPES } from 'microlora:abi';
import { SingleFacade } from '../micro-lora.js';

const ONLY = 0;
const adaptersOf = /** @type {(it: unknown) => import('./adapters.js').EditionAdapters} */ (inside);

export class MicroLoRA extends SingleFacade {
  /** @protected */
  static _kind = register('MicroLoRA', this);

  /**
   * @param {Float32Array} query
   * @param {Float32Array} positive
   * @param {Float32Array} negatives
   * @param {import('../microlora.js').ContrastOptions} [options]
   */
  contrast(query, positive, negatives, options) {
    return adaptersOf(this)._contrast(ONLY, query, positive, negatives, 1, options);
  }

  /**
   * @param {Float32Array} queries
   * @param {Float32Array} positives
   * @param {Float32Array} [negatives]
   * @param {import('../microlora.js').ContrastOptions} [options]
   */
  contrastBatch(queries, positives, negatives, options) {
    return adaptersOf(this)._contrastBatch(ONLY, queries, positives, negatives, options);
  }

  /**
   * @param {Float32Array} query
   * @param {Float32Array} shown
   * @param {number} index
   * @param {import('../microlora.js').ClickOptions} [options]
   */
  click(query, shown, index, options) {
    return adaptersOf(this)._click(ONLY, query, shown, index, options);
  }

  /**
   * @param {Float32Array} x
   * @param {Float32Array} documents
   * @param {import('../microlora.js').ScoreOptions} [options]
   */
  score(x, documents, options) {
    return adaptersOf(this)._score(ONLY, x, documents, options);
  }

  /**
   * @param {Float32Array} x
   * @param {Float32Array} documents
   * @param {import('../microlora.js').ScoreOptions} [options]
   */
  order(x, documents, options) {
    return adaptersOf(this)._order(ONLY, x, documents, options);
  }

  get served() {
    return adaptersOf(this)._call('served', ONLY);
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

  /** @param {import('../microlora.js').ChangeableOptions} options */
  setOptions(options) {
    adaptersOf(this)._setOptions(ALL_SCOPES, options);
  }

  getOptions() {
    return adaptersOf(this)._getOptions(ONLY);
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
}
