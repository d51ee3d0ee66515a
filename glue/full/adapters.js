// The internals of adapters in the full edition: what they learn by besides gradients and targets.
import {
  FROM_OWN,
  FROM_TRANSFER,
  INFO_NCE,
  INFO_NCE_OF_SPREAD,
  MAX_CANDIDATES,
  MAX_SHOWN,
  TRIPLET,
} from 'microlora:abi';
import { SINGLE } from '../adapters.js';
import {
  checkBoolean,
  checkInteger,
  checkName,
  checkOptions,
  checkPositive,
  checkRows,
  checkVector,
} from '../check.js';
import { fail, raise } from '../error.js';
import { CopyingAdapters } from './copies.js';

const contrastDefaults = {
  temperature: /** @type {unknown} */ (undefined),
  margin: /** @type {unknown} */ (undefined),
  units: /** @type {unknown} */ (undefined),
};
/** Of temperatures, with the one that each has by default. */
const UNITS = ['spread', 'cosine'];
const TEMPERATURES = [0.5, 0.07];
const LOSSES = [INFO_NCE_OF_SPREAD, INFO_NCE];

const clickDefaults = {
  temperature: /** @type {unknown} */ (1),
  mapped: /** @type {unknown} */ (false),
};

/**
 * The number of a contrast loss, and its parameter.
 *
 * @param {unknown} options
 */
function checkContrast(options) {
  const { temperature, margin, units } = checkOptions('contrast', options, contrastDefaults);
  if (margin === undefined) {
    const [usual] = UNITS;
    const number = checkName('units', units === undefined ? usual : units, UNITS);
    const given = temperature === undefined ? TEMPERATURES[number] : temperature;
    return [LOSSES[number], checkPositive('temperature', given)];
  }
  if (temperature !== undefined || units !== undefined) {
    raise(
      'LORA_E_OPTION',
      'contrast: give temperature and its units (InfoNCE), or margin (triplet), not both',
    );
  }
  return [TRIPLET, checkPositive('margin', margin)];
}

/** Inputs after which an adapter looks at what they have in common; and the mean cosine that is too high. */
const MET = 64;
const ALIKE = 0.5;

export class EditionAdapters extends CopyingAdapters {
  /** Calls that learned. */
  _learned = 0;

  /** @returns {any} as Diagnosis */
  _diagnose() {
    const cosine = this._call('mean_cosine');
    const meanCosine = cosine > 1 ? undefined : cosine;
    const alike = this.space === undefined && cosine > ALIKE && cosine <= 1;
    return {
      meanCosine,
      advice: alike
        ? `inputs have a mean cosine of ${cosine.toFixed(2)}: they share a direction that hides what ` +
          'sets them apart. Make an EmbeddingSpace, learnDocuments, and give it to the adapter as `space`'
        : undefined,
    };
  }

  /** Says once for each engine what is wrong with the inputs. */
  _watch() {
    if (this._learned > MET || ++this._learned <= MET || !this._engine._warns) return;
    const { advice } = this._diagnose();
    if (advice === undefined) return;
    this._engine._warns = false;
    globalThis.console?.warn(`microlora: ${advice}; init({ warnings: false }) turns this off`);
  }

  /**
   * @param {unknown} scope by its number or name
   * @param {Float32Array} [g]
   */
  _adapt(scope, g) {
    super._adapt(scope, g);
    this._watch();
  }

  /**
   * @param {unknown} scope by its number or name
   * @param {Float32Array} x
   * @param {Float32Array} target
   * @param {number} count rows of them
   * @param {unknown} options
   */
  _learn(scope, x, target, count, options) {
    const value = super._learn(scope, x, target, count, options);
    this._watch();
    return value;
  }

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
    const [loss, parameter] = checkContrast(options);
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
      loss,
      parameter,
    );
    if (value < -1) this._failed(value, 'contrast', index);
    this._count = count;
    this._watch();
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
   * @param {Float32Array} query
   * @param {Float32Array} shown (k, dim), in the order shown
   * @param {unknown} index of the one that was taken
   * @param {unknown} [options]
   * @returns {number} the loss
   */
  _click(scope, query, shown, index, options = {}) {
    const number = this._scope(scope);
    const { temperature, mapped } = checkOptions('click', options, clickDefaults);
    if (this.space === undefined) {
      raise('LORA_E_STATE', 'click: these adapters are in no space; make them with a `space`');
    }
    checkVector('click: query', query, this.in);
    const count = checkRows('click: shown', shown, this.out, MAX_SHOWN);
    if (count < 2) raise('LORA_E_SHAPE', 'click: show at least two documents');
    const place = checkInteger('click: index', index, 0, count - 1, 'LORA_E_SHAPE');
    const inSpace = Number(checkBoolean('mapped', mapped));
    const inSpreads = checkPositive('temperature', temperature);
    this._put('click', query, shown, count);
    const { _abi: abi } = this._engine;
    const value = abi.lora_click(this._handle, number, count, place, inSpace, inSpreads);
    if (value < -1) this._failed(value, 'click', number);
    this._count = 1;
    return value;
  }

  /**
   * Puts a vector and then rows into the transfer vector, and makes room for what is done with them.
   *
   * @param {string} where
   * @param {Float32Array} x
   * @param {Float32Array} rows (k, out)
   * @param {number} count of rows
   */
  _put(where, x, rows, count) {
    const engine = this._engine;
    const status = engine._abi.lora_reserve(this._handle, 1, count);
    if (status < 0) fail(status, where);
    engine._findTransfer();
    engine._transfer.set(x);
    engine._transfer.set(rows, x.length);
  }

  /**
   * @param {unknown} scope by its number or name
   * @param {Float32Array} x
   * @param {Float32Array} candidates (k, out)
   * @param {unknown} [options]
   */
  _score(scope, x, candidates, options = {}) {
    const index = this._scope(scope);
    const engine = this._engine;
    const given = checkOptions('score', options, { mapped: /** @type {unknown} */ (false) });
    const mapped = checkBoolean('mapped', given.mapped);
    if (mapped && this.space === undefined) {
      raise('LORA_E_OPTION', 'mapped: these adapters are in no space');
    }
    checkVector('score: x', x, this.in);
    const count = checkRows('score: documents', candidates, this.out, MAX_CANDIDATES);
    this._put('score', x, candidates, count);
    const result = engine._abi.lora_score(this._handle, index, count, Number(mapped));
    if (result < 0) this._failed(result, 'score', index);
    return engine._transfer.slice(0, count);
  }

  /**
   * @param {unknown} scope by its number or name
   * @param {Float32Array} x
   * @param {Float32Array} candidates
   * @param {unknown} [options]
   */
  _order(scope, x, candidates, options) {
    const scores = this._score(scope, x, candidates, options);
    return Uint32Array.from(scores, (_, i) => i).sort((i, j) => scores[j] - scores[i] || i - j);
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
