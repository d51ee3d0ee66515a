// The internals of a Policy: what it is made with, and choosing.
import {
  BUDGET,
  CHOICE_ID,
  CHOICE_LIMIT,
  CHOICE_PROBABILITY,
  CHOICE_REASON,
  CONFIDENCE,
  FLOOR,
  FORGETTING,
  MAX_DIM,
  MAX_MEMORY,
  MAX_PENDING,
  NO_ARM,
  PATIENCE,
  STATUS,
  TEMPERATURE,
} from 'microlora:abi';
import {
  checkBoolean,
  checkInteger,
  checkName,
  checkOptions,
  checkPositive,
  checkRate,
  checkShare,
  checkVector,
  isPlainObject,
  wrongType,
} from '../check.js';
import { fail, raise } from '../error.js';
import { LoraObject } from '../lora-object.js';
import { checkCategories, checkScopes } from '../scoped-lora.js';
import { closest, cut, quote } from '../text.js';
import {
  checkArms,
  choiceDefaults,
  defaults,
  guardDefaults,
  LATENCY,
  LEAST_LATENCY,
  MOST_COST,
  OBJECTIVES,
  REASONS,
} from './policy-options.js';

const KIND = 'Policy';

export class Choices extends LoraObject {
  /** @type {Float32Array} */
  context = new Float32Array(0);

  /** @param {unknown} options */
  constructor(options) {
    const checked = checkOptions(KIND, options, defaults);
    super(KIND, checked.engine);
    /** The option. */
    this._place = checked.engine;
    this.dim = checkInteger('dim', checked.dim, 1, MAX_DIM, 'LORA_E_SHAPE');
    /** By their numbers; nothing where one was removed. @type {(string | undefined)[]} */
    this._names = checkArms(checked.arms);
    this.scopes = checkScopes(checked.scopes);
    this._numbers = new Map(this.scopes.map((name, number) => [name, number]));
    const categories = checkCategories(checked.categories, this._numbers);
    this.categories = /** @type {Record<string, string[]>} */ (checked.categories);
    const objective = checkName('objective', checked.objective, OBJECTIVES);
    this.objective = OBJECTIVES[objective];
    this.memory = checkInteger('memory', checked.memory, 0, MAX_MEMORY);
    this.pending = checkInteger('pending', checked.pending, 1, MAX_PENDING);
    this.seed = checkInteger('seed', checked.seed, 0, 2 ** 32 - 1);
    this.guard = this._checkGuard(checked.guard);
    const temperature =
      checked.temperature === undefined ? undefined : checkRate('temperature', checked.temperature);
    this.forgetting = checkPositive('forgetting', checked.forgetting);
    if (this.forgetting > 1) {
      raise('LORA_E_RANGE', `forgetting must be at most 1, got ${this.forgetting}`);
    }
    this.floor = checkShare(checked.floor);
    this._create(
      'lora_policy_create',
      ...[this.dim, this._names.length, this.memory, this.scopes.length, categories.length],
      ...[this.pending, objective, this.guard ? this.guard.default : NO_ARM],
      this.seed,
    );
    const set = (/** @type {number} */ option, /** @type {number} */ value) =>
      this._call('policy_set_option', option, value);
    if (temperature !== undefined) set(TEMPERATURE, temperature);
    this.temperature = this._call('policy_option', TEMPERATURE);
    set(FORGETTING, this.forgetting);
    set(FLOOR, this.floor);
    if (this.guard) {
      set(BUDGET, this.guard.budget);
      set(CONFIDENCE, this.guard.confidence);
      set(PATIENCE, this.guard.patience);
    }
    categories.forEach((members, category) =>
      members.forEach((scope) => this._call('policy_set_category', scope, category)),
    );
  }

  /**
   * @param {unknown} given
   * @returns {false | { default: number, budget: number, confidence: number, patience: number }}
   */
  _checkGuard(given = this.objective === LATENCY ? {} : false) {
    if (given === false) return false;
    if (!isPlainObject(given)) wrongType('guard', 'an object of options, or false', given);
    const guard = checkOptions('guard', given, guardDefaults);
    return {
      default: this._arm(guard.default),
      budget: checkRate('guard: budget', guard.budget),
      confidence: checkRate('guard: confidence', guard.confidence),
      patience: checkPositive('guard: patience', guard.patience),
    };
  }

  _shape() {
    const { dim, objective, memory, scopes } = this;
    return { dim, arms: this._present(), scopes, objective, guard: this.guard, memory };
  }

  _state() {
    return { bank: this._bank() };
  }

  /** The names of arms that are there. */
  _present() {
    return this._names.filter((name) => name !== undefined);
  }

  // engine.grow has detached those made before it.
  _checkViews() {
    this._checkAlive();
    if (this.context.length !== 0) return;
    const { _engine: engine } = this;
    this.context = engine._view(engine._abi.lora_policy_context(this._handle), this.dim);
  }

  /**
   * The number of an arm.
   *
   * @param {unknown} arm
   */
  _arm(arm) {
    const number = typeof arm === 'string' ? this._names.indexOf(arm) : arm;
    if (typeof number !== 'number') wrongType('arm', 'a name or a number', arm);
    if (this._names[number] !== undefined) return number;
    const names = /** @type {string[]} */ (this._present());
    return raise(
      'LORA_E_OPTION',
      `there is no arm ${typeof arm === 'string' ? quote(arm) : number}${closest(arm, names)}; ` +
        `the arms are ${cut(names.join(', '))}`,
    );
  }

  /**
   * The number of a scope.
   *
   * @param {unknown} scope
   */
  _scope(scope) {
    if (scope === undefined && this.scopes.length === 1) return 0;
    if (typeof scope === 'string') {
      return (
        this._numbers.get(scope) ??
        raise('LORA_E_SCOPE', `there is no scope ${cut(scope)}${closest(scope, this.scopes)}`)
      );
    }
    return checkInteger('scope', scope, 0, this.scopes.length - 1, 'LORA_E_SCOPE');
  }

  /**
   * Arguments of which the first, a scope, is left out.
   *
   * @param {unknown[]} given
   * @returns {any[]}
   */
  _withScope(given) {
    return this.scopes.length === 1 && ArrayBuffer.isView(given[0]) ? [0, ...given] : given;
  }

  /**
   * @param {string} where
   * @param {unknown} value
   */
  _checkCost(where, value) {
    if (typeof value !== 'number') wrongType(where, 'a number', value);
    if (!Number.isFinite(value)) raise('LORA_E_NONFINITE', `${where} must be finite, got ${value}`);
    const least = this.objective === LATENCY ? LEAST_LATENCY : -MOST_COST;
    if (value >= least && value <= MOST_COST) return value;
    const what = this.objective === LATENCY ? 'a latency' : `a ${this.objective}`;
    return raise(
      'LORA_E_RANGE',
      `${where}: ${what} must be ${least} to ${MOST_COST}, got ${value}`,
    );
  }

  /**
   * @param {string} where
   * @param {unknown} value
   */
  _checkBaseline(where, value) {
    return value === undefined ? NaN : this._checkCost(`${where}: baseline`, value);
  }

  /**
   * @param {string} where
   * @param {unknown} x
   */
  _setContext(where, x) {
    checkVector(`${where}: the context`, x, this.dim);
    this._checkAlive();
    const { _abi: abi, _transfer: transfer } = this._engine;
    transfer.set(/** @type {Float32Array} */ (x));
    const status = abi.lora_policy_set_context(this._handle);
    if (status < 0) failChoice(status, where);
  }

  /**
   * The numbers of arms, each once; nothing for all of them.
   *
   * @param {unknown} arms
   */
  _checkAllowed(arms) {
    if (arms === undefined) return undefined;
    if (!Array.isArray(arms)) wrongType('choose: arms', 'an array of arms', arms);
    const numbers = new Set(arms.map((arm) => this._arm(arm)));
    if (numbers.size === 0) raise('LORA_E_OPTION', 'choose: arms is empty; leave it out for all');
    if (this.guard && !numbers.has(this.guard.default)) {
      const name = quote(/** @type {string} */ (this._names[this.guard.default]));
      raise(
        'LORA_E_OPTION',
        `choose: arms must have the default of the guard, ${name}; use { guard: false } where it may be missing`,
      );
    }
    return Float32Array.from(numbers);
  }

  /**
   * @param {unknown[]} given
   */
  _choose(given) {
    const [scope, x, options] = this._withScope(given);
    const number = this._scope(scope);
    const { arms, explore, baseline } =
      options === undefined ? choiceDefaults : checkOptions('choose', options, choiceDefaults);
    const isTrial = checkBoolean('choose: explore', explore);
    const known = this._checkBaseline('choose', baseline);
    const allowed = this._checkAllowed(arms);
    this._setContext('choose', x);
    if (allowed !== undefined) this._engine._transfer.set(allowed);
    const arm = this._decide(number, allowed?.length ?? 0, isTrial, known);
    const { _abi: abi } = this._engine;
    const field = (/** @type {number} */ which) => abi.lora_policy_choice(this._handle, which);
    return {
      id: field(CHOICE_ID),
      scope: number,
      arm,
      name: /** @type {string} */ (this._names[arm]),
      probability: field(CHOICE_PROBABILITY),
      limit: field(CHOICE_LIMIT),
      reason: REASONS[field(CHOICE_REASON)],
    };
  }

  /**
   * Chooses for the context that is there.
   *
   * @param {number} scope
   * @param {number} count
   * @param {boolean} explore
   * @param {number} baseline
   */
  _decide(scope, count, explore, baseline) {
    const arm = this._engine._abi.lora_policy_choose(
      this._handle,
      scope,
      count,
      Number(explore),
      baseline,
    );
    if (arm < 0) failChoice(arm, 'choose');
    return arm;
  }

  _lastId() {
    return this._call('policy_choice', CHOICE_ID);
  }

  /** @param {unknown[]} given */
  _predict(given) {
    const [scope, x, options] = this._withScope(given);
    const number = this._scope(scope);
    const { baseline } = checkOptions('predict', options === undefined ? {} : options, {
      baseline: /** @type {unknown} */ (undefined),
    });
    const known = this._checkBaseline('predict', baseline);
    this._setContext('predict', x);
    const { _engine: engine } = this;
    const count = engine._abi.lora_policy_predict(this._handle, number, known);
    if (count < 0) failChoice(count, 'predict');
    const { buffer, byteOffset } = engine._transfer;
    const values = new Float64Array(buffer, byteOffset, 3 * count);
    return this._eachArm((arm) => ({
      expected: values[3 * arm],
      deviation: values[3 * arm + 1],
      probability: values[3 * arm + 2],
    }));
  }

  /**
   * @template Of
   * @param {(arm: number) => Of} of
   */
  _eachArm(of) {
    return this._names.flatMap((name, arm) =>
      name === undefined ? [] : [{ arm, name, ...of(arm) }],
    );
  }

  _bank() {
    this._call('policy_bank');
    const { buffer, byteOffset } = this._engine._transfer;
    return new Float64Array(buffer, byteOffset, 1)[0];
  }

  /** @param {unknown} scope */
  _counts(scope) {
    const number = this._scope(scope);
    return this._eachArm((arm) => ({
      outcomes: this._call('policy_count', number, arm, 0),
      stopped: this._call('policy_count', number, arm, 1),
    }));
  }
}

/**
 * @param {number} status
 * @param {string} where
 * @returns {never}
 */
export function failChoice(status, where) {
  if (status === STATUS.LORA_E_NONFINITE) {
    raise('LORA_E_NONFINITE', `${where}: the context has NaN, infinity or a number too large`);
  }
  return fail(status, where);
}
