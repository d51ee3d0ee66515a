// Policy: chooses one of several arms, and is never much worse than the default.
import { Disposable, inside, lock } from '../facade.js';
import { register } from '../makers.js';
import { PolicyObject } from './policy-object.js';
import { evaluate } from './evaluate.js';

const choicesOf = /** @type {(it: unknown) => PolicyObject} */ (inside);

export class Policy extends Disposable {
  /** @protected */
  static _kind = register('Policy', this);

  /** @param {import('../microlora.js').PolicyOptions} options */
  constructor(options) {
    const choices = new PolicyObject(options);
    super(choices);
    this.dim = choices.dim;
    this.objective = choices.objective;
    lock(this);
  }

  get arms() {
    const choices = choicesOf(this);
    choices._checkAlive();
    return choices._present();
  }

  get scopes() {
    return choicesOf(this).scopes;
  }

  get context() {
    const choices = choicesOf(this);
    choices._checkViews();
    return choices.context;
  }

  /** @param {unknown[]} given scope, x and options: see microlora.d.ts */
  choose(...given) {
    return choicesOf(this)._choose(given);
  }

  /** @param {number | string} [scope] */
  decide(scope) {
    const choices = choicesOf(this);
    return choices._decide(choices._scope(scope), 0, true, NaN);
  }

  get lastId() {
    return choicesOf(this)._lastId();
  }

  /**
   * @param {number} id
   * @param {number | { stopped: number }} outcome
   * @param {{ baseline?: number }} [options]
   */
  learn(id, outcome, options) {
    choicesOf(this)._learn(id, outcome, options);
  }

  /** @param {number} id */
  cancel(id) {
    const choices = choicesOf(this);
    choices._call('policy_cancel', choices._checkId('cancel', id));
  }

  /** @param {unknown[]} given scope, x and options: see microlora.d.ts */
  predict(...given) {
    return choicesOf(this)._predict(given);
  }

  get bank() {
    return choicesOf(this)._bank();
  }

  /** @param {number | string} [scope] */
  counts(scope) {
    return choicesOf(this)._counts(scope);
  }

  /**
   * @param {string} name
   * @param {{ like?: number | string }} [options]
   */
  addArm(name, options) {
    return choicesOf(this)._addArm(name, options);
  }

  /** @param {number | string} arm */
  removeArm(arm) {
    choicesOf(this)._removeArm(arm);
  }

  /** @param {number | string} arm */
  resetArm(arm) {
    const choices = choicesOf(this);
    choices._call('policy_reset_arm', choices._arm(arm));
  }

  /** @param {import('../microlora.js').TrajectoryBuffer} buffer */
  replay(buffer) {
    choicesOf(this)._replay(buffer);
  }

  /**
   * @param {import('../microlora.js').LoggedDecision[]} log
   * @param {import('../microlora.js').OtherPolicy} chooseOther
   */
  evaluate(log, chooseOther) {
    return evaluate(choicesOf(this), log, chooseOther);
  }

  /**
   * @param {import('../microlora.js').Decision} decision
   * @param {number} cost
   */
  toVW(decision, cost) {
    return choicesOf(this)._toVW(decision, cost);
  }

  clone() {
    const choices = choicesOf(this);
    choices._checkAlive();
    const copy = new Policy(/** @type {any} */ ({ ...choices._options(), engine: choices._place }));
    const made = choicesOf(copy);
    made._rename(choices._names);
    made._copyFrom(this);
    return copy;
  }

  /** @param {unknown} other */
  copyFrom(other) {
    choicesOf(this)._copyFrom(other);
  }

  reset() {
    choicesOf(this)._call('policy_reset');
  }
}
