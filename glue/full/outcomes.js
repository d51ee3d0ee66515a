// What a Policy learns from: the outcome of a decision, by its id.
import { FORGOTTEN, LEARNED, STATUS } from 'microlora:abi';
import { checkOptions, isPlainObject, wrongType } from '../check.js';
import { raise } from '../error.js';
import { Choices, failChoice } from './choices.js';
import { LATENCY } from './policy-options.js';

export class Outcomes extends Choices {
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
   * @param {string} where
   * @param {number} stopped 0 or 1
   */
  _checkStopped(where, stopped) {
    if (stopped === 1 && this.objective !== LATENCY) {
      raise(
        'LORA_E_OPTION',
        `${where}: only a latency can be stopped, this is a ${this.objective}`,
      );
    }
    return stopped;
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
    const is = this._checkStopped(where, 1);
    return { cost: this._checkCost(`${where}: stopped`, stopped), stopped: is };
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
}
