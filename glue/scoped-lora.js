// ScopedLoRA: one adapter per scope, with its category to fall back on.
import { MAX_SCOPES } from 'microlora:abi';
import { ALL_SCOPES, adapterDefaults } from './adapter-options.js';
import { Adapters } from './adapters.js';
import {
  checkBoolean,
  checkInteger,
  checkOptions,
  checkRows,
  checkShare,
  isPlainObject,
  wrongType,
} from './check.js';
import { raise } from './error.js';
import { DEFAULT_CATEGORIES, DEFAULT_SCOPES } from './scopes.js';

const defaults = {
  ...adapterDefaults,
  scopes: /** @type {unknown} */ (undefined),
  categories: /** @type {unknown} */ (undefined),
  categoryFallback: /** @type {unknown} */ (true),
};

/**
 * @param {unknown} given
 * @returns {readonly string[]}
 */
function checkScopes(given) {
  if (!Array.isArray(given) || !Array.from(given).every((name) => typeof name === 'string')) {
    wrongType('scopes', 'an array of names', given);
  }
  checkInteger('the number of scopes', given.length, 1, MAX_SCOPES);
  if (new Set(given).size !== given.length) raise('LORA_E_OPTION', 'scopes: a name is there twice');
  return Object.freeze([...given]);
}

/**
 * The numbers of the scopes in each category.
 *
 * @param {unknown} given
 * @param {Map<string, number>} numbers
 */
function checkCategories(given, numbers) {
  if (!isPlainObject(given) || !Object.values(/** @type {object} */ (given)).every(Array.isArray)) {
    wrongType('categories', 'an object of arrays of scope names', given);
  }
  const seen = new Set();
  const numberOf = (/** @type {string} */ name) => {
    const scope = numbers.get(name);
    if (scope === undefined)
      raise('LORA_E_SCOPE', `categories: there is no scope ${JSON.stringify(name)}`);
    if (seen.has(scope)) raise('LORA_E_OPTION', `categories: ${name} is there twice`);
    seen.add(scope);
    return scope;
  };
  /** @type {string[][]} */
  const lists = Object.values(/** @type {object} */ (given));
  return lists.filter((list) => list.length > 0).map((list) => list.map(numberOf));
}

export class ScopedLoRA extends Adapters {
  /** @param {import('./microlora.js').ScopedLoRAOptions} options */
  constructor(options) {
    const checked = checkOptions('ScopedLoRA', options, defaults);
    const scopes = checked.scopes === undefined ? DEFAULT_SCOPES : checkScopes(checked.scopes);
    const numbers = new Map(scopes.map((name, number) => [name, number]));
    if (checked.categories === undefined) {
      checked.categories = checked.scopes === undefined ? DEFAULT_CATEGORIES : {};
    }
    const categories = checkCategories(checked.categories, numbers);
    const fallback = checkBoolean('categoryFallback', checked.categoryFallback);
    // Copies, so that another one can be made even if the caller changed what was given.
    checked.scopes = scopes;
    checked.categories = Object.fromEntries(
      Object.entries(/** @type {Record<string, string[]>} */ (checked.categories)).map(
        ([name, members]) => [name, [...members]],
      ),
    );
    super(checked, scopes.length, categories.length);
    this.scopes = scopes;
    this.categories = Object.freeze(
      Object.fromEntries(
        Object.entries(/** @type {Record<string, readonly string[]>} */ (checked.categories)).map(
          ([name, members]) => [name, Object.freeze([...members])],
        ),
      ),
    );
    this._lock('scopes', 'categories');
    this._numbers = numbers;
    this._fallback = fallback;
    categories.forEach((members, category) =>
      members.forEach((scope) => this._call('set_category', scope, category)),
    );
    this.categoryFallback = fallback;
  }

  /**
   * The number of a scope.
   *
   * @protected
   * @param {unknown} scope
   */
  _scope(scope) {
    if (typeof scope === 'string') {
      return this._numbers.get(scope) ?? raise('LORA_E_SCOPE', `there is no scope ${scope}`);
    }
    return checkInteger('scope', scope, 0, this.scopes.length - 1, 'LORA_E_SCOPE');
  }

  /** @param {number} scope */
  scopeName(scope) {
    this._checkAlive();
    return this.scopes[this._scope(scope)];
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array} [x]
   * @param {Float32Array} [out]
   * @returns {any} y, or nothing where there is no x: see microlora.d.ts
   */
  forward(scope, x, out) {
    return this._forward(this._scope(scope), x, out);
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array} [gradient]
   */
  adapt(scope, gradient) {
    this._adapt(this._scope(scope), gradient);
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array | number} [x]
   * @param {Float32Array} [out]
   * @returns {any} as forward
   */
  forwardBatch(scope, x, out) {
    return this._forwardBatch(this._scope(scope), x, out);
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array} [gradient]
   */
  adaptBatch(scope, gradient) {
    this._adaptBatch(this._scope(scope), gradient);
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array} x
   * @param {Float32Array} target
   * @param {import('./microlora.js').LossOptions} [options]
   */
  learn(scope, x, target, options) {
    return this._learn(this._scope(scope), x, target, 1, options);
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array} x
   * @param {Float32Array} targets
   * @param {import('./microlora.js').LossOptions} [options]
   */
  learnBatch(scope, x, targets, options) {
    const rows = checkRows('learnBatch: X', x, this.in, this.batch);
    return this._learn(this._scope(scope), x, targets, rows, options);
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array} query
   * @param {Float32Array} positive
   * @param {Float32Array} negatives
   * @param {import('./microlora.js').ContrastOptions} [options]
   */
  contrast(scope, query, positive, negatives, options) {
    return this._contrast(this._scope(scope), query, positive, negatives, 1, options);
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array} queries
   * @param {Float32Array} positives
   * @param {Float32Array} [negatives]
   * @param {import('./microlora.js').ContrastOptions} [options]
   */
  contrastBatch(scope, queries, positives, negatives, options) {
    const rows = checkRows('contrastBatch: queries', queries, this.in, this.batch);
    return this._contrast(this._scope(scope), queries, positives, negatives, rows, options);
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array} [gradient]
   */
  accumulate(scope, gradient) {
    this._accumulate(this._scope(scope), gradient);
  }

  /** @param {number | string} scope */
  step(scope) {
    this._call('step', this._scope(scope));
  }

  /**
   * @param {number | string} scope
   * @param {number} share
   */
  decayToBase(scope, share) {
    this._call('decay_to_base', this._scope(scope), checkShare(share));
  }

  /**
   * @param {import('./microlora.js').ChangeableOptions} options
   * @param {number | string} [scope]
   */
  setOptions(options, scope) {
    this._setOptions(scope === undefined ? ALL_SCOPES : this._scope(scope), options);
  }

  /** @param {number | string} scope */
  getOptions(scope) {
    return this._getOptions(this._scope(scope));
  }

  /**
   * @param {number | string} scope
   * @param {number} reward
   */
  adaptWithReward(scope, reward) {
    this._adaptWithReward(this._scope(scope), reward);
  }

  /** @param {number | string} scope */
  deltaNorm(scope) {
    return this._call('delta_norm', this._scope(scope));
  }

  /** @param {number | string} scope */
  adaptCount(scope) {
    return this._call('adapt_count', this._scope(scope));
  }

  /** @param {number | string} scope */
  forwardCount(scope) {
    return this._call('forward_count', this._scope(scope));
  }

  get totalAdaptCount() {
    return this._call('total_adapt_count');
  }

  get totalForwardCount() {
    return this._call('total_forward_count');
  }

  get categoryFallback() {
    return this._fallback;
  }

  set categoryFallback(on) {
    this._call('set_category_fallback', Number(checkBoolean('categoryFallback', on)));
    this._fallback = on;
  }

  /** @param {number | string} scope */
  getWeights(scope) {
    return this._getWeights(this._scope(scope));
  }

  /**
   * @param {number | string} scope
   * @param {import('./microlora.js').Weights} weights
   */
  setWeights(scope, weights) {
    this._setWeights(this._scope(scope), weights);
  }

  /**
   * @protected
   * @param {object} options
   */
  _make(options) {
    const { _options, _fallback: categoryFallback } = this;
    return new ScopedLoRA(/** @type {any} */ ({ ..._options, categoryFallback, ...options }));
  }

  /** @param {number | string} scope */
  delta(scope) {
    return this._delta(this._scope(scope));
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array} W
   */
  mergeInto(scope, W) {
    return this._merge(this._scope(scope), W, 1);
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array} W
   */
  unmergeFrom(scope, W) {
    return this._merge(this._scope(scope), W, -1);
  }

  /** @param {number | string} [scope] */
  reset(scope) {
    this._call('reset', scope === undefined ? ALL_SCOPES : this._scope(scope));
  }
}
