// ScopedLoRA of the full edition: one adapter per scope.
import { checkShare } from '../check.js';
import { inside } from '../facade.js';
import { register } from '../makers.js';
import { ALL_SCOPES } from 'microlora:abi';
import { ScopedFacade } from '../scoped-lora.js';

const adaptersOf = /** @type {(it: unknown) => import('./adapters.js').EditionAdapters} */ (inside);

export class ScopedLoRA extends ScopedFacade {
  /** @protected */
  static _kind = register('ScopedLoRA', this);

  /**
   * @param {number | string} scope
   * @param {Float32Array} query
   * @param {Float32Array} positive
   * @param {Float32Array} negatives
   * @param {import('../microlora.js').ContrastOptions} [options]
   */
  contrast(scope, query, positive, negatives, options) {
    return adaptersOf(this)._contrast(scope, query, positive, negatives, 1, options);
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array} queries
   * @param {Float32Array} positives
   * @param {Float32Array} [negatives]
   * @param {import('../microlora.js').ContrastOptions} [options]
   */
  contrastBatch(scope, queries, positives, negatives, options) {
    return adaptersOf(this)._contrastBatch(scope, queries, positives, negatives, options);
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array} query
   * @param {Float32Array} shown
   * @param {number} index
   * @param {import('../microlora.js').ClickOptions} [options]
   */
  click(scope, query, shown, index, options) {
    return adaptersOf(this)._click(scope, query, shown, index, options);
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array} x
   * @param {Float32Array} documents
   * @param {import('../microlora.js').ScoreOptions} [options]
   */
  score(scope, x, documents, options) {
    return adaptersOf(this)._score(scope, x, documents, options);
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array} x
   * @param {Float32Array} documents
   * @param {import('../microlora.js').ScoreOptions} [options]
   */
  order(scope, x, documents, options) {
    return adaptersOf(this)._order(scope, x, documents, options);
  }

  /** @param {number | string} scope */
  served(scope) {
    return adaptersOf(this)._callScope('served', scope);
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array} [gradient]
   */
  accumulate(scope, gradient) {
    adaptersOf(this)._accumulate(scope, gradient);
  }

  /** @param {number | string} scope */
  step(scope) {
    adaptersOf(this)._step(scope);
  }

  /**
   * @param {number | string} scope
   * @param {number} share
   */
  decayToBase(scope, share) {
    adaptersOf(this)._callScope('decay_to_base', scope, checkShare(share));
  }

  /**
   * @param {import('../microlora.js').ChangeableOptions} options
   * @param {number | string} [scope]
   */
  setOptions(options, scope) {
    const adapters = adaptersOf(this);
    adapters._setOptions(scope === undefined ? ALL_SCOPES : adapters._scope(scope), options);
  }

  /** @param {number | string} scope */
  getOptions(scope) {
    return adaptersOf(this)._getOptions(scope);
  }

  /** @param {number | string} scope */
  delta(scope) {
    return adaptersOf(this)._delta(scope);
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array} W
   */
  mergeInto(scope, W) {
    return adaptersOf(this)._merge(scope, W, 1);
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array} W
   */
  unmergeFrom(scope, W) {
    return adaptersOf(this)._merge(scope, W, -1);
  }
}
