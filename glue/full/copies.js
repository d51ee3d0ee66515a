// The internals of adapters that make another one of what they are: copies, sums, other ranks, base matrices.
import { BETA1, BETA2, MAX_RANK, SHIFT, STATUS } from 'microlora:abi';
import { checkOptions, checkRate, checkVector } from '../check.js';
import { fail, raise } from '../error.js';
import { argumentOf, inside } from '../facade.js';
import { makers } from '../makers.js';
import { AdaptersInSpace } from './in-space.js';
import { NUMBERS } from './options.js';
import { checkRank, combine } from './sums.js';

export class CopyingAdapters extends AdaptersInSpace {
  /**
   * Another object of the kind, with the same options but for those that are numbers.
   *
   * @param {object} changes
   */
  _like(changes) {
    const Class = /** @type {new (options: object) => any} */ (makers.get(this._kind));
    return new Class({ ...this._shape(), engine: this._place, ...changes });
  }

  /**
   * @param {unknown} scope by its number or name
   * @returns {any} as ChangeableOptions
   */
  _getOptions(scope) {
    const option = (/** @type {number} */ number) => this._callScope('option', scope, number);
    return {
      ...Object.fromEntries([...NUMBERS].map(([name, number]) => [name, option(number)])),
      betas: [option(BETA1), option(BETA2)],
    };
  }

  /** @param {any} from of as many adapters */
  _copyOptions(from) {
    const { _abi: abi } = this._engine;
    for (let index = 0; index < this._adapters; index++) {
      const copy = (/** @type {number} */ option, value = from._call('option', index, option)) => {
        const status = abi.lora_set_option(this._handle, index, option, value);
        if (status < 0) fail(status, 'options');
      };
      // In an order in which both betas are right at every moment.
      copy(BETA1, 0);
      copy(BETA2);
      for (const number of NUMBERS.values()) copy(number);
    }
  }

  /** @param {number} index of a scope or, behind those, of a category, which always counts */
  _hasLearned(index) {
    const counts = this._adapters === 1 || index >= this._scopes;
    return counts || this._call('has_learned', index) === 1;
  }

  /**
   * The internals of an adapter, or a set of them, in the same engine.
   *
   * @param {unknown} other
   * @param {string} where
   */
  _other(other, where) {
    const adapters = argumentOf(where, 'an adapter like this one', other, CopyingAdapters);
    this._checkAlive();
    adapters._checkAlive();
    if (adapters._engine !== this._engine) {
      raise('LORA_E_OPTION', `${where}: the two are in different engines`);
    }
    return adapters;
  }

  _clone() {
    this._checkAlive();
    const copy = this._like({});
    try {
      inside(copy)._call('copy', this._handle, 1);
    } catch (error) {
      copy.free();
      throw error;
    }
    return copy;
  }

  /** @param {unknown} other */
  _copyFrom(other) {
    const from = this._other(other, 'copyFrom');
    const status = this._engine._abi.lora_copy(this._handle, from._handle, 0);
    if (status === STATUS.LORA_E_SHAPE) {
      raise(
        'LORA_E_SHAPE',
        'copyFrom: in, out, rank, alpha, optimizer, space or scopes differ; setWeights takes weights alone',
      );
    }
    if (status < 0) fail(status, 'copyFrom');
  }

  /** @param {unknown} rank */
  _resize(rank) {
    return combine([{ adapters: this, weight: 1 }], checkRank(rank), false, 0).adapter;
  }

  /**
   * @param {unknown} since
   * @param {unknown} [options]
   */
  _update(since, options = {}) {
    const before = this._other(since, 'update');
    const { rank, maxNorm } = checkOptions('update', options, {
      rank: /** @type {unknown} */ (Math.min(this.rank + before.rank, MAX_RANK)),
      maxNorm: /** @type {unknown} */ (0),
    });
    const members = [
      { adapters: this, weight: 1 },
      { adapters: before, weight: -1 },
    ];
    return combine(members, checkRank(rank), false, checkRate('update: maxNorm', maxNorm));
  }

  /**
   * W (out, in) with the delta times `weight` added, by which nothing is changed yet.
   *
   * @param {unknown} scope by its number or name
   * @param {Float32Array} W
   * @param {number} weight
   */
  _merged(scope, W, weight) {
    const index = this._scope(scope);
    const { _abi: abi, _transfer: transfer } = this._engine;
    const result = new Float32Array(W);
    for (let row = 0; row < this.out; row++) {
      const view = result.subarray(row * this.in, (row + 1) * this.in);
      transfer.set(view);
      const status = abi.lora_merge_row(this._handle, index, row, weight);
      if (status < 0) fail(status, 'merge');
      view.set(transfer.subarray(0, this.in));
    }
    return result;
  }

  /**
   * A merged matrix would lose the shift.
   *
   * @param {unknown} scope by its number or name
   */
  _checkMatrixAlone(scope) {
    const index = this._scope(scope);
    const { _abi: abi } = this._engine;
    if (abi.lora_read_row(this._handle, index, SHIFT, 0) === STATUS.LORA_E_STATE) return;
    raise('LORA_E_STATE', 'merge: clicks have taught a shift, which no matrix holds');
  }

  /**
   * @param {unknown} scope by its number or name
   * @param {Float32Array} W
   * @param {number} weight
   */
  _merge(scope, W, weight) {
    checkVector('W (out, in)', W, this.out * this.in);
    this._checkMatrixAlone(scope);
    W.set(this._merged(scope, W, weight));
    return W;
  }

  /**
   * @param {unknown} scope by its number or name
   */
  _delta(scope) {
    return this._merged(scope, new Float32Array(this.out * this.in), 1);
  }
}
