// The internals of a Policy: its options, arms and scopes, and its calls to the boundary.
import {
  ATTENTION,
  BASELINE_MS,
  BUDGET,
  BUDGET_SPENT,
  CHOICE_ID,
  CHOICE_LIMIT,
  CHOICE_PROBABILITY,
  CHOICE_REASON,
  CHOSEN,
  CONFIDENCE,
  EXECUTION_MS,
  FLOOR,
  FORGETTING,
  FORGOTTEN,
  LEARNED,
  MAX_ARMS,
  MAX_DIM,
  MAX_MEMORY,
  MAX_PENDING,
  NO_ARM,
  OPERATOR,
  PATIENCE,
  STATUS,
  TEMPERATURE,
  UNSEEN,
} from 'microlora:abi';
import {
  checkBoolean,
  checkInteger,
  checkName,
  checkNumber,
  checkOptions,
  checkPositive,
  checkRate,
  checkShare,
  checkVector,
  isPlainObject,
  wrongType,
} from '../check.js';
import { fail, raise } from '../error.js';
import { argumentOf } from '../facade.js';
import { LoraObject } from '../lora-object.js';
import { checkCategories, checkScopes } from '../scoped-lora.js';
import { closest, cut, quote } from '../text.js';
import { Trajectories } from '../trajectory-buffer.js';

const KIND = 'Policy';

/** By their numbers in lora.h. */
const OBJECTIVES = /** @type {const} */ (['latency', 'cost', 'reward']);
const [LATENCY] = OBJECTIVES;

/** @type {Record<number, 'default' | 'budget' | 'chosen'>} */
const REASONS = { [UNSEEN]: 'default', [BUDGET_SPENT]: 'budget', [CHOSEN]: 'chosen' };

/** Of the size of a cost, and the least latency. */
const MOST_COST = 1e25;
const LEAST_LATENCY = 1e-25;

const defaults = {
  dim: /** @type {unknown} */ (undefined),
  arms: /** @type {unknown} */ (undefined),
  scopes: /** @type {unknown} */ (['all']),
  categories: /** @type {unknown} */ ({}),
  objective: /** @type {unknown} */ (LATENCY),
  guard: /** @type {unknown} */ (undefined),
  memory: /** @type {unknown} */ (4),
  temperature: /** @type {unknown} */ (undefined),
  forgetting: /** @type {unknown} */ (1),
  floor: /** @type {unknown} */ (0),
  pending: /** @type {unknown} */ (256),
  seed: /** @type {unknown} */ (1),
  engine: /** @type {unknown} */ (undefined),
};
const guardDefaults = {
  default: /** @type {unknown} */ (0),
  budget: /** @type {unknown} */ (0.1),
  confidence: /** @type {unknown} */ (1),
  patience: /** @type {unknown} */ (2),
};
const TEMPERATURE_DEFAULT = 0.25;
const choiceDefaults = {
  arms: /** @type {unknown} */ (undefined),
  baseline: /** @type {unknown} */ (undefined),
  explore: /** @type {unknown} */ (true),
};

/**
 * The names of the arms: those given, or their numbers.
 *
 * @param {unknown} given
 * @returns {string[]}
 */
function checkArms(given) {
  if (typeof given === 'number') {
    return Array.from({ length: checkInteger('arms', given, 1, MAX_ARMS) }, (_, arm) => `${arm}`);
  }
  if (!Array.isArray(given) || !Array.from(given).every((name) => typeof name === 'string')) {
    wrongType('arms', 'a number or an array of names', given);
  }
  checkInteger('the number of arms', given.length, 1, MAX_ARMS);
  if (new Set(given).size !== given.length) raise('LORA_E_OPTION', 'arms: a name is there twice');
  return [...given];
}

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
    this.temperature = checkRate('temperature', checked.temperature ?? TEMPERATURE_DEFAULT);
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
    set(TEMPERATURE, this.temperature);
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
    this._checkViews();
    this.context.set(/** @type {Float32Array} */ (x));
  }

  /**
   * Writes the numbers of arms to the start of the transfer vector; returns how many there are.
   *
   * @param {unknown} arms
   */
  _listArms(arms) {
    if (arms === undefined) return 0;
    if (!Array.isArray(arms)) wrongType('choose: arms', 'an array of arms', arms);
    const numbers = arms.map((arm) => this._arm(arm));
    if (numbers.length === 0) raise('LORA_E_OPTION', 'choose: arms is empty; leave it out for all');
    if (this.guard && !numbers.includes(this.guard.default)) {
      const name = quote(/** @type {string} */ (this._names[this.guard.default]));
      raise(
        'LORA_E_OPTION',
        `choose: arms must have the default of the guard, ${name}; use { guard: false } where it may be missing`,
      );
    }
    const list = Float32Array.from(new Set(numbers));
    this._engine._transfer.set(list);
    return list.length;
  }

  /**
   * @param {unknown[]} given
   */
  _choose(given) {
    const [scope, x, options] = this._withScope(given);
    const number = this._scope(scope);
    let [count, explore, baseline] = [0, true, NaN];
    if (options !== undefined) {
      const checked = checkOptions('choose', options, choiceDefaults);
      explore = checkBoolean('choose: explore', checked.explore);
      baseline = this._checkBaseline('choose', checked.baseline);
      this._setContext('choose', x);
      count = this._listArms(checked.arms);
    } else {
      this._setContext('choose', x);
    }
    const arm = this._decide(number, count, explore, baseline);
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

  /**
   * @param {string} where
   * @param {unknown} id
   */
  _checkId(where, id) {
    if (typeof id !== 'number') wrongType(`${where}: the id`, 'a number', id);
    const fate = this._call('policy_fate', id);
    if (fate === LEARNED) {
      raise('LORA_E_STATE', `${where}: the outcome of decision ${id} is known already`);
    }
    if (fate === FORGOTTEN) {
      raise(
        'LORA_E_STATE',
        `${where}: decision ${id} was forgotten, as only the last ${this.pending} are kept and reset() ` +
          'forgets all: learn or cancel sooner, or create the policy with a larger pending',
      );
    }
    if (fate > 0) {
      raise(
        'LORA_E_STATE',
        `${where}: there is no decision ${id}; choose gives ids, but not with { explore: false }`,
      );
    }
    return id;
  }

  /**
   * What it cost, and whether it was stopped there.
   *
   * @param {string} where
   * @param {unknown} outcome
   */
  _checkOutcome(where, outcome) {
    if (!isPlainObject(outcome)) return { cost: this._checkCost(where, outcome), stopped: 0 };
    const { stopped } = checkOptions(where, outcome, {
      stopped: /** @type {unknown} */ (undefined),
    });
    if (this.objective !== LATENCY) {
      raise(
        'LORA_E_OPTION',
        `${where}: only a latency can be stopped, this is a ${this.objective}`,
      );
    }
    return { cost: this._checkCost(`${where}: stopped`, stopped), stopped: 1 };
  }

  /**
   * @param {unknown} id
   * @param {unknown} outcome
   * @param {unknown} options
   */
  _learn(id, outcome, options) {
    this._checkAlive();
    const number = this._checkId('learn', id);
    const { cost, stopped } = this._checkOutcome('learn', outcome);
    let baseline = NaN;
    if (options !== undefined) {
      const given = checkOptions('learn', options, {
        baseline: /** @type {unknown} */ (undefined),
      });
      baseline = this._checkBaseline('learn', given.baseline);
    }
    const { _abi: abi } = this._engine;
    this._done(abi.lora_policy_learn(this._handle, number, cost, stopped, baseline), 'learn');
  }

  /**
   * @param {number} status
   * @param {string} where
   */
  _done(status, where) {
    if (status === STATUS.LORA_E_MEMORY) {
      raise(
        'LORA_E_MEMORY',
        `${where}: the arena is full: ${this._engine._abi.lora_memory_wanted()} bytes are needed in one ` +
          'piece; nothing was learned; free() other objects or call engine.grow(bytes)',
      );
    }
    if (status < 0) failChoice(status, where);
  }

  /** @param {unknown[]} given */
  _predict(given) {
    const [scope, x, options] = this._withScope(given);
    const number = this._scope(scope);
    const { baseline } = checkOptions('predict', options ?? {}, {
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

  /**
   * @param {unknown} name
   * @param {unknown} options
   */
  _addArm(name, options = {}) {
    if (typeof name !== 'string') wrongType('addArm: the name', 'a string', name);
    if (this._names.includes(name))
      raise('LORA_E_OPTION', `addArm: there is an arm ${quote(name)}`);
    const { like } = checkOptions('addArm', options, { like: /** @type {unknown} */ (undefined) });
    const other = like === undefined ? NO_ARM : this._arm(like);
    this._checkAlive();
    const arm = this._engine._abi.lora_policy_add_arm(this._handle, other);
    if (arm === STATUS.LORA_E_RANGE) raise('LORA_E_RANGE', `addArm: there are ${MAX_ARMS} arms`);
    this._done(arm, 'addArm');
    this._names[arm] = name;
    return arm;
  }

  /**
   * Learns from what was recorded: operators are scopes, attention types arms.
   *
   * @param {unknown} given
   */
  _replay(given) {
    const buffer = argumentOf('replay', 'a TrajectoryBuffer', given, Trajectories);
    this._checkViews();
    buffer._checkAlive();
    if (this.objective === 'reward') {
      raise('LORA_E_OPTION', 'replay: a TrajectoryBuffer has times, and this learns from rewards');
    }
    if (buffer.dim !== this.dim) {
      raise(
        'LORA_E_SHAPE',
        `replay: its vectors have ${buffer.dim} numbers, these have ${this.dim}`,
      );
    }
    const count = buffer._call('trajectory_length');
    const records = Array.from({ length: count }, (_, index) => {
      const field = (/** @type {number} */ which) => buffer._call('trajectory_get', index, which);
      return {
        scope: this._scope(field(OPERATOR)),
        arm: this._arm(field(ATTENTION)),
        cost: this._checkCost('replay: executionMs', field(EXECUTION_MS)),
        baseline: this._checkCost('replay: baselineMs', field(BASELINE_MS)),
      };
    });
    records.forEach(({ scope, arm, cost, baseline }, index) => {
      buffer._call('trajectory_read', index);
      this.context.set(buffer._engine._transfer.subarray(0, this.dim));
      this._observe(scope, arm, cost, 0, baseline);
    });
  }

  /**
   * Learns of the context that is there.
   *
   * @param {number} scope
   * @param {number} arm
   * @param {number} cost
   * @param {number} stopped
   * @param {number} baseline
   */
  _observe(scope, arm, cost, stopped, baseline) {
    const { _abi: abi } = this._engine;
    this._done(
      abi.lora_policy_observe(this._handle, scope, arm, cost, stopped, baseline),
      'learning',
    );
  }

  /**
   * Another one that has learned from a log, and nothing else.
   *
   * @param {{ scope: number, context: Float32Array, arm: number, cost: number }[]} log
   */
  _learner(log) {
    const other = new Choices({
      ...this._options(),
      guard: false,
      pending: 1,
      engine: this._place,
    });
    other._rename(this._names);
    other._checkViews();
    for (const { scope, context, arm, cost } of log) {
      other.context.set(context);
      other._observe(scope, arm, cost, 0, NaN);
    }
    return other;
  }

  /**
   * A line of Vowpal Wabbit for a decision that is open.
   *
   * @param {any} decision
   * @param {unknown} cost
   */
  _toVW(decision, cost) {
    if (!isPlainObject(decision)) wrongType('toVW: the decision', 'what choose returned', decision);
    const { id, arm, probability, scope } = decision;
    this._call('policy_read_context', this._checkId('toVW', id));
    const features = Array.from(this._engine._transfer.subarray(0, this.dim), (value, i) =>
      value === 0 ? '' : ` ${i}:${value}`,
    );
    const given = this._checkCost('toVW: the cost', cost);
    const label = this.objective === 'reward' ? -given : given;
    const namespace = this.scopes.length > 1 ? ` |s ${scope}` : '';
    return `${arm + 1}:${label}:${probability} |x${features.join('')}${namespace}`;
  }

  /** The options that make another one like it, with as many arms. */
  _options() {
    const { dim, scopes, categories, objective, memory, pending, seed } = this;
    const { guard, temperature, forgetting, floor } = this;
    const arms = this._names.length;
    return {
      ...{ dim, arms, scopes, categories, objective, guard, memory, temperature, forgetting },
      ...{ floor, pending, seed },
    };
  }

  /**
   * Gives the arms of a policy that was just made the names of another's, and removes those it has not.
   *
   * @param {(string | undefined)[]} names
   */
  _rename(names) {
    names.forEach((name, arm) => {
      if (name === undefined) this._call('policy_remove_arm', arm);
    });
    this._names = [...names];
  }

  /** @param {unknown} other */
  _copyFrom(other) {
    const from = policyArgument('copyFrom', other);
    this._checkAlive();
    from._checkAlive();
    if (from._engine !== this._engine) {
      raise('LORA_E_OPTION', 'copyFrom: the two are in different engines');
    }
    const status = this._engine._abi.lora_policy_copy(this._handle, from._handle);
    if (status === STATUS.LORA_E_SHAPE) {
      raise('LORA_E_SHAPE', 'copyFrom: they were made with other options, or have other arms');
    }
    this._done(status, 'copyFrom');
    const { temperature, forgetting, floor, guard } = from;
    Object.assign(this, { temperature, forgetting, floor, guard });
  }

  /** @param {unknown} arm */
  _removeArm(arm) {
    const number = this._arm(arm);
    if (this.guard && number === this.guard.default) {
      raise('LORA_E_STATE', 'removeArm: it is the default of the guard');
    }
    if (this._present().length === 1) raise('LORA_E_STATE', 'removeArm: it is the last arm');
    this._call('policy_remove_arm', number);
    this._names[number] = undefined;
  }
}

/**
 * @param {string} where
 * @param {unknown} policy
 */
export const policyArgument = (where, policy) => argumentOf(where, `a ${KIND}`, policy, Choices);

/**
 * @param {number} status
 * @param {string} where
 * @returns {never}
 */
function failChoice(status, where) {
  if (status === STATUS.LORA_E_NONFINITE) {
    raise('LORA_E_NONFINITE', `${where}: the context has NaN, infinity or a number too large`);
  }
  return fail(status, where);
}
