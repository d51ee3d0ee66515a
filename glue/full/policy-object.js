// What a Policy can do beside choosing: arms that come and go, copies, and logs of other decisions.
import {
  ATTENTION,
  BASELINE_MS,
  EXECUTION_MS,
  MAX_ARMS,
  NO_ARM,
  OPERATOR,
  STATUS,
  STOPPED,
} from 'microlora:abi';
import { checkOptions, isPlainObject, wrongType } from '../check.js';
import { raise } from '../error.js';
import { argumentOf } from '../facade.js';
import { quote } from '../text.js';
import { Trajectories } from '../trajectory-buffer.js';
import { Outcomes } from './outcomes.js';

export class PolicyObject extends Outcomes {
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
        stopped: this._checkStopped('replay', field(STOPPED)),
      };
    });
    records.forEach(({ scope, arm, cost, stopped, baseline }, index) => {
      buffer._call('trajectory_read', index);
      this.context.set(buffer._engine._transfer.subarray(0, this.dim));
      this._observe(scope, arm, cost, stopped, baseline);
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
    const other = new PolicyObject({
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
    const from = argumentOf('copyFrom', 'a Policy', other, PolicyObject);
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
}
