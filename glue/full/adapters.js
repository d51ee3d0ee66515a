// The internals of adapters in the full edition: what they learn by besides gradients and targets.
import { FROM_OWN, FROM_TRANSFER, INFO_NCE, MAX_CANDIDATES, TRIPLET } from 'microlora:abi';
import { SINGLE } from '../adapters.js';
import { checkOptions, checkPositive, checkRows, checkVector } from '../check.js';
import { fail, raise } from '../error.js';
import { CopyingAdapters } from './copies.js';

const contrastDefaults = {
  temperature: /** @type {unknown} */ (undefined),
  margin: /** @type {unknown} */ (undefined),
};

export class EditionAdapters extends CopyingAdapters {
  /**
   * @param {unknown} scope by its number or name
   * @param {Float32Array} queries
   * @param {Float32Array} positives
   * @param {Float32Array | undefined} negatives (k, out)
   * @param {number} count rows of queries and positives
   * @param {unknown} options
   * @returns {number} the loss
   */
  _contrast(scope, queries, positives, negatives, count, options = {}) {
    const index = this._scope(scope);
    const engine = this._engine;
    const { temperature, margin } = checkOptions('contrast', options, contrastDefaults);
    if (temperature !== undefined && margin !== undefined) {
      raise('LORA_E_OPTION', 'contrast: give temperature (InfoNCE) or margin (triplet), not both');
    }
    checkVector('contrast: query', queries, count * this.in);
    checkVector('contrast: positive', positives, count * this.out);
    const others =
      negatives === undefined
        ? 0
        : checkRows('contrast: negatives', negatives, this.out, MAX_CANDIDATES - count);
    const candidates = count + others;
    if (candidates < 2) raise('LORA_E_SHAPE', 'contrast: give at least one negative');
    const status = engine._abi.lora_reserve(this._handle, count, candidates);
    if (status < 0) fail(status, 'contrast');
    engine._findTransfer();
    const transfer = engine._transfer;
    transfer.set(queries);
    transfer.set(positives, queries.length);
    if (negatives !== undefined) transfer.set(negatives, queries.length + positives.length);
    const value = engine._abi.lora_contrast(
      this._handle,
      index,
      count,
      candidates,
      margin !== undefined ? TRIPLET : INFO_NCE,
      margin !== undefined
        ? checkPositive('margin', margin)
        : checkPositive('temperature', temperature ?? 0.07),
    );
    if (value < -1) this._failed(value, 'contrast', index);
    this._count = count;
    return value;
  }

  /**
   * @param {unknown} scope by its number or name
   * @param {Float32Array} queries rows
   * @param {Float32Array} positives
   * @param {Float32Array | undefined} negatives
   * @param {unknown} options
   */
  _contrastBatch(scope, queries, positives, negatives, options) {
    const rows = checkRows('contrastBatch: queries', queries, this.in, this.batch);
    return this._contrast(scope, queries, positives, negatives, rows, options);
  }

  /**
   * @param {unknown} scope by its number or name
   * @param {Float32Array} [g]
   */
  _accumulate(scope, g) {
    const index = this._scope(scope);
    const engine = this._engine;
    if (g !== undefined) {
      checkVector('accumulate: gradient', g, this.out);
      engine._transfer.set(g);
    }
    const status = engine._abi.lora_accumulate(
      this._handle,
      index,
      SINGLE,
      g === undefined ? FROM_OWN : FROM_TRANSFER,
    );
    if (status < 0) this._failed(status, 'accumulate', index);
  }

  /** @param {unknown} scope by its number or name */
  _step(scope) {
    const index = this._scope(scope);
    const status = this._engine._abi.lora_step(this._handle, index);
    if (status < 0) this._failed(status, 'step', index);
  }
}
