// EmbeddingSpace: what the documents and queries of one corpus are compared and learned in.
import { DOCUMENTS, MAX_DIM, MAX_RANK, QUERIES, STATUS } from 'microlora:abi';
import { checkBoolean, checkInteger, checkOptions, checkRows, checkVector } from '../check.js';
import { fail, raise } from '../error.js';
import { argumentOf, Disposable, inside, lock } from '../facade.js';
import { LoraObject } from '../lora-object.js';
import { register } from '../makers.js';
import { fitRawIndex, rawQuery } from './raw-index.js';

const KIND = 'EmbeddingSpace';
const spaceOf = /** @type {(it: unknown) => Space} */ (inside);

const DIRECTIONS = 32;
/** Rows that one call of the boundary takes. */
const CHUNK = 64;
const MAX_ROWS = 2 ** 32 - 1;

const defaults = {
  dim: /** @type {unknown} */ (undefined),
  directions: /** @type {unknown} */ (undefined),
  engine: /** @type {unknown} */ (undefined),
};

export class Space extends LoraObject {
  /** Views of its own two vectors. @type {Float32Array} */
  input = new Float32Array(0);
  /** @type {Float32Array} */
  output = this.input;

  /** @param {unknown} options */
  constructor(options) {
    const checked = checkOptions(KIND, options, defaults);
    super(KIND, checked.engine);
    /** The option. */
    this._place = checked.engine;
    this.dim = checkInteger('dim', checked.dim, 1, MAX_DIM, 'LORA_E_SHAPE');
    const most = Math.min(this.dim - 1, MAX_RANK);
    this.directions = checkInteger(
      'directions',
      checked.directions === undefined ? Math.min(DIRECTIONS, most) : checked.directions,
      0,
      most,
    );
    this._create('lora_space_create', this.dim, this.directions);
  }

  _shape() {
    const { dim, directions } = this;
    return { dim, directions };
  }

  _state() {
    return {
      documentCount: this._call('space_count', DOCUMENTS),
      queryCount: this._call('space_count', QUERIES),
      spread: this._call('space_spread'),
      frozen: this._isFrozen(),
    };
  }

  _isFrozen() {
    return this._call('space_is_frozen') === 1;
  }

  // engine.grow has detached those made before it.
  _checkViews() {
    this._checkAlive();
    if (this.input.length !== 0) return;
    const { _engine: engine, _handle: handle, dim } = this;
    this.input = engine._view(engine._abi.lora_space_input(handle), dim);
    this.output = engine._view(engine._abi.lora_space_output(handle), dim);
  }

  /**
   * @param {string} where
   * @param {number} side
   * @param {Float32Array} rows
   */
  _learn(where, side, rows) {
    const count = checkRows(where, rows, this.dim, MAX_ROWS);
    if (side === DOCUMENTS && this._isFrozen()) {
      raise('LORA_E_STATE', `${where}: the space is frozen; freeze(false) lets it learn again`);
    }
    // All of it is looked at before any of it is learned.
    if (count > CHUNK) this._checkRows(where, rows);
    const { _abi: abi } = this._engine;
    this._each(where, rows, (length) =>
      abi.lora_space_learn(this._handle, side, length / this.dim),
    );
  }

  /**
   * @param {string} where
   * @param {Float32Array} rows of which there are some
   */
  _checkRows(where, rows) {
    const { _abi: abi } = this._engine;
    this._each(where, rows, (length) => abi.lora_space_check(this._handle, length / this.dim));
  }

  /**
   * Puts some rows after the others into the transfer vector.
   *
   * @param {string} where
   * @param {Float32Array} rows
   * @param {(length: number, from: number) => number} call
   */
  _each(where, rows, call) {
    const engine = this._engine;
    this._call('space_reserve', Math.min(CHUNK, rows.length / this.dim));
    engine._findTransfer();
    const step = CHUNK * this.dim;
    for (let from = 0; from < rows.length; from += step) {
      const some = rows.subarray(from, from + step);
      engine._transfer.set(some);
      const status = call(some.length, from);
      if (status < 0) fail(status, where);
    }
  }

  /**
   * @param {string} where
   * @param {number} side
   * @param {Float32Array} [v]
   * @param {Float32Array} [out]
   */
  _map(where, side, v, out) {
    this._checkViews();
    const { _abi: abi, _transfer: transfer } = this._engine;
    if (v === undefined && out === undefined) {
      const status = abi.lora_space_map_input(this._handle, side);
      if (status < 0) fail(status, where);
      return undefined;
    }
    checkVector(where, v, this.dim);
    const given = /** @type {Float32Array} */ (v);
    const to = out === undefined ? new Float32Array(this.dim) : out;
    checkVector(`${where}: out`, to, this.dim);
    transfer.set(given);
    const status = abi.lora_space_map(this._handle, side, 1);
    if (status < 0) fail(status, where);
    this.input.set(given);
    this.output.set(transfer.subarray(0, this.dim));
    to.set(this.output);
    return to;
  }

  /**
   * @param {string} where
   * @param {number} side
   * @param {Float32Array} rows
   * @param {Float32Array} [out]
   */
  _mapAll(where, side, rows, out) {
    checkRows(where, rows, this.dim, MAX_ROWS);
    if (out !== undefined) checkVector(`${where}: out`, out, rows.length);
    const mapped = new Float32Array(rows.length);
    const { _engine: engine } = this;
    this._each(where, rows, (length, from) => {
      const status = engine._abi.lora_space_map(this._handle, side, length / this.dim);
      mapped.set(engine._transfer.subarray(0, length), from);
      return status;
    });
    if (out === undefined) return mapped;
    out.set(mapped);
    return out;
  }

  /** What was read to the start of the transfer vector. */
  _read() {
    return this._engine._transfer.slice(0, this.dim);
  }

  _export() {
    const [documentMean, queryMean] = [DOCUMENTS, QUERIES].map((side) => {
      this._call('space_mean', side);
      return this._read();
    });
    const directions = new Float32Array(this.directions * this.dim);
    const scales = new Float32Array(this.directions);
    for (let j = 0; j < this.directions; j++) {
      scales[j] = this._call('space_direction', j);
      directions.set(this._read(), j * this.dim);
    }
    return { documentMean, queryMean, directions, scales };
  }

  /** @param {unknown} other */
  _copyFrom(other) {
    const from = spaceArgument('copyFrom', other);
    this._checkAlive();
    from._checkAlive();
    if (from._engine !== this._engine) {
      raise('LORA_E_OPTION', 'copyFrom: the two are in different engines');
    }
    const status = this._engine._abi.lora_space_copy(this._handle, from._handle);
    if (status === STATUS.LORA_E_SHAPE) {
      raise('LORA_E_SHAPE', 'copyFrom: dim or directions differ');
    }
    if (status < 0) fail(status, 'copyFrom');
  }
}

/**
 * @param {string} where
 * @param {unknown} space
 */
export const spaceArgument = (where, space) => argumentOf(where, `an ${KIND}`, space, Space);

export class EmbeddingSpace extends Disposable {
  /** @protected */
  static _kind = register(KIND, this);

  /** @param {import('../microlora.js').EmbeddingSpaceOptions} options */
  constructor(options) {
    const space = new Space(options);
    super(space);
    this.dim = space.dim;
    this.directions = space.directions;
    lock(this);
  }

  /** @param {Float32Array} documents */
  learnDocuments(documents) {
    spaceOf(this)._learn('learnDocuments', DOCUMENTS, documents);
  }

  /** @param {Float32Array} queries */
  learnQueries(queries) {
    spaceOf(this)._learn('learnQueries', QUERIES, queries);
  }

  /**
   * @param {Float32Array} [document]
   * @param {Float32Array} [out]
   * @returns {any} nothing where there is no document: see microlora.d.ts
   */
  document(document, out) {
    return spaceOf(this)._map('document', DOCUMENTS, document, out);
  }

  /**
   * @param {Float32Array} [query]
   * @param {Float32Array} [out]
   * @returns {any} as document
   */
  query(query, out) {
    return spaceOf(this)._map('query', QUERIES, query, out);
  }

  /**
   * @param {Float32Array} documents
   * @param {Float32Array} [out]
   */
  documents(documents, out) {
    return spaceOf(this)._mapAll('documents', DOCUMENTS, documents, out);
  }

  /**
   * @param {Float32Array} queries
   * @param {Float32Array} [out]
   */
  queries(queries, out) {
    return spaceOf(this)._mapAll('queries', QUERIES, queries, out);
  }

  get input() {
    const space = spaceOf(this);
    space._checkViews();
    return space.input;
  }

  get output() {
    const space = spaceOf(this);
    space._checkViews();
    return space.output;
  }

  get documentCount() {
    return spaceOf(this)._call('space_count', DOCUMENTS);
  }

  get queryCount() {
    return spaceOf(this)._call('space_count', QUERIES);
  }

  get spread() {
    return spaceOf(this)._call('space_spread');
  }

  get frozen() {
    return spaceOf(this)._isFrozen();
  }

  /** @param {boolean} [on] */
  freeze(on = true) {
    spaceOf(this)._call('space_freeze', Number(checkBoolean('freeze', on)));
  }

  export() {
    return spaceOf(this)._export();
  }

  /** @param {Float32Array} documents */
  fitRawIndex(documents) {
    return fitRawIndex(spaceOf(this), documents);
  }

  /**
   * @param {Float32Array} answer
   * @param {Float32Array} correction
   * @param {Float32Array} [out]
   */
  rawQuery(answer, correction, out) {
    return rawQuery(spaceOf(this), answer, correction, out);
  }

  clone() {
    const space = spaceOf(this);
    space._checkAlive();
    const copy = new EmbeddingSpace({
      ...space._shape(),
      engine: /** @type {any} */ (space._place),
    });
    spaceOf(copy)._copyFrom(this);
    return copy;
  }

  /** @param {unknown} other */
  copyFrom(other) {
    spaceOf(this)._copyFrom(other);
  }

  reset() {
    spaceOf(this)._call('space_reset');
  }
}
