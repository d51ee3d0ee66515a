// ScopedLoRA: one adapter per scope, with its category to fall back on.
import { MAX_SCOPES } from 'microlora:abi';
import { EditionAdapters } from 'microlora:edition/adapters.js';
import { EditionFacade } from 'microlora:edition/facade.js';
import { adapterDefaults } from 'microlora:edition/options.js';
import { ALL_SCOPES } from 'microlora:abi';
import {
  checkBoolean,
  checkInteger,
  checkOptions,
  checkShare,
  isPlainObject,
  wrongType,
} from './check.js';
import { raise } from './error.js';
import { inside } from './facade.js';
import { DEFAULT_CATEGORIES, DEFAULT_SCOPES } from './scopes.js';
import { closest, cut, quote } from './text.js';

const KIND = 'ScopedLoRA';
const adaptersOf = /** @type {(set: unknown) => ScopedAdapters} */ (inside);

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
export function checkScopes(given) {
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
export function checkCategories(given, numbers) {
  if (!isPlainObject(given) || !Object.values(/** @type {object} */ (given)).every(Array.isArray)) {
    wrongType('categories', 'an object of arrays of scope names', given);
  }
  const seen = new Set();
  const numberOf = (/** @type {string} */ name) => {
    const scope = numbers.get(name);
    if (scope === undefined)
      raise(
        'LORA_E_SCOPE',
        `categories: there is no scope ${quote(name)}${closest(name, [...numbers.keys()])}`,
      );
    if (seen.has(scope)) raise('LORA_E_OPTION', `categories: ${cut(name)} is there twice`);
    seen.add(scope);
    return scope;
  };
  /** @type {string[][]} */
  const lists = Object.values(/** @type {object} */ (given));
  return lists.filter((list) => list.length > 0).map((list) => list.map(numberOf));
}

export class ScopedAdapters extends EditionAdapters {
  /** @param {import('./microlora.js').ScopedLoRAOptions} options */
  constructor(options) {
    const checked = checkOptions(KIND, options, defaults);
    const scopes = checked.scopes === undefined ? DEFAULT_SCOPES : checkScopes(checked.scopes);
    const numbers = new Map(scopes.map((name, number) => [name, number]));
    if (checked.categories === undefined) {
      checked.categories = checked.scopes === undefined ? DEFAULT_CATEGORIES : {};
    }
    const categories = checkCategories(checked.categories, numbers);
    const fallback = checkBoolean('categoryFallback', checked.categoryFallback);
    super(KIND, checked, scopes.length, categories.length);
    this.scopes = scopes;
    /** Copies, so that another one can be made even if the caller changes what was given. */
    this.categories = Object.freeze(
      Object.fromEntries(
        Object.entries(/** @type {Record<string, readonly string[]>} */ (checked.categories)).map(
          ([name, members]) => [name, Object.freeze([...members])],
        ),
      ),
    );
    this._numbers = numbers;
    this.categoryFallback = fallback;
    categories.forEach((members, category) =>
      members.forEach((scope) => this._call('set_category', scope, category)),
    );
    this._setFallback(fallback);
  }

  _shape() {
    const { scopes, categories, categoryFallback } = this;
    return { ...super._shape(), scopes, categories, categoryFallback };
  }

  _state() {
    return {
      learningRate: this._learningRate,
      totalAdaptCount: this._call('total_adapt_count'),
      totalForwardCount: this._call('total_forward_count'),
    };
  }

  /** @param {boolean} on */
  _setFallback(on) {
    this._call('set_category_fallback', Number(checkBoolean('categoryFallback', on)));
    this.categoryFallback = on;
  }

  /**
   * The number of a scope.
   *
   * @param {unknown} scope
   */
  _scope(scope) {
    if (typeof scope === 'string') {
      return (
        this._numbers.get(scope) ??
        raise('LORA_E_SCOPE', `there is no scope ${cut(scope)}${closest(scope, this.scopes)}`)
      );
    }
    return checkInteger('scope', scope, 0, this.scopes.length - 1, 'LORA_E_SCOPE');
  }
}

export class ScopedFacade extends EditionFacade {
  /** @param {import('./microlora.js').ScopedLoRAOptions} options */
  constructor(options) {
    super(new ScopedAdapters(options));
  }

  get scopes() {
    return adaptersOf(this).scopes;
  }

  get categories() {
    return adaptersOf(this).categories;
  }

  /** @param {number} scope */
  scopeName(scope) {
    const adapters = adaptersOf(this);
    adapters._checkAlive();
    return adapters.scopes[adapters._scope(scope)];
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array} [x]
   * @param {Float32Array} [out]
   * @returns {any} y, or nothing where there is no x: see microlora.d.ts
   */
  forward(scope, x, out) {
    return adaptersOf(this)._forward(scope, x, out);
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array} [gradient]
   */
  adapt(scope, gradient) {
    adaptersOf(this)._adapt(scope, gradient);
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array | number} [x]
   * @param {Float32Array} [out]
   * @returns {any} as forward
   */
  forwardBatch(scope, x, out) {
    return adaptersOf(this)._forwardBatch(scope, x, out);
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array} [gradient]
   */
  adaptBatch(scope, gradient) {
    adaptersOf(this)._adaptBatch(scope, gradient);
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array} x
   * @param {Float32Array} target
   * @param {import('./microlora.js').LossOptions} [options]
   */
  learn(scope, x, target, options) {
    return adaptersOf(this)._learn(scope, x, target, 1, options);
  }

  /**
   * @param {number | string} scope
   * @param {Float32Array} x
   * @param {Float32Array} targets
   * @param {import('./microlora.js').LossOptions} [options]
   */
  learnBatch(scope, x, targets, options) {
    return adaptersOf(this)._learnBatch(scope, x, targets, options);
  }

  /**
   * @param {number | string} scope
   * @param {number} reward
   */
  adaptWithReward(scope, reward) {
    adaptersOf(this)._adaptWithReward(scope, reward);
  }

  /** @param {number | string} scope */
  deltaNorm(scope) {
    return adaptersOf(this)._callScope('delta_norm', scope);
  }

  /** @param {number | string} scope */
  adaptCount(scope) {
    return adaptersOf(this)._callScope('adapt_count', scope);
  }

  /** @param {number | string} scope */
  forwardCount(scope) {
    return adaptersOf(this)._callScope('forward_count', scope);
  }

  get totalAdaptCount() {
    return adaptersOf(this)._call('total_adapt_count');
  }

  get totalForwardCount() {
    return adaptersOf(this)._call('total_forward_count');
  }

  get categoryFallback() {
    return adaptersOf(this).categoryFallback;
  }

  set categoryFallback(on) {
    adaptersOf(this)._setFallback(on);
  }

  /** @param {number | string} scope */
  getWeights(scope) {
    return adaptersOf(this)._getWeights(scope);
  }

  /**
   * @param {number | string} scope
   * @param {import('./microlora.js').Weights} weights
   */
  setWeights(scope, weights) {
    adaptersOf(this)._setWeights(scope, weights);
  }

  /** @param {number | string} [scope] */
  reset(scope) {
    const adapters = adaptersOf(this);
    adapters._call('reset', scope === undefined ? ALL_SCOPES : adapters._scope(scope));
  }
}
