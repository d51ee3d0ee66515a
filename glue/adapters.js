// The internals of MicroLoRA and of ScopedLoRA: their views, and the calls that return outputs and learn.
import { COSINE, FROM_OWN, FROM_TRANSFER, STATUS } from 'microlora:abi';
import { BOUNDS, LOSSES } from 'microlora:edition/options.js';
import { AdapterSet } from './adapter-set.js';
import {
  checkInteger,
  checkName,
  checkNumber,
  checkNumbered,
  checkOptionNames,
  checkPositive,
  checkRows,
  checkVector,
} from './check.js';
import { fail, raise } from './error.js';

// No map that someone wants has such a norm, and beside it x is lost in the sum.
const GROWN = 1e9;
export const SINGLE = 1;
const REDUCTIONS = ['sum', 'mean'];
const lossOptions = { loss: undefined, delta: undefined, reduction: undefined };

export class Adapters extends AdapterSet {
  /** The first rows of those below. @type {Float32Array} */
  input = new Float32Array(0);
  /** @type {Float32Array} */
  output = this.input;
  /** @type {Float32Array} */
  gradient = this.input;
  /** Rows of a batch. @type {readonly Float32Array[]} */
  inputs = [];
  /** @type {readonly Float32Array[]} */
  outputs = [];
  /** @type {readonly Float32Array[]} */
  gradients = [];
  /** Outputs of a batch, one directly after the other. @type {Float32Array} */
  _packed = this.input;
  /** How many of them the last forwardBatch had. */
  _count = SINGLE;

  // Every path to a view comes through here: engine.grow has detached those made before it.
  _checkViews() {
    this._checkAlive();
    if (this.input.length !== 0) return;
    this.inputs = this._rows('lora_input', this.in);
    this.outputs = this._rows('lora_output', this.out);
    this.gradients = this._rows('lora_gradient', this.out);
    [this.input, this.output, this.gradient] = [this.inputs[0], this.outputs[0], this.gradients[0]];
  }

  /**
   * @param {import('microlora:abi').Export} name of the boundary's function
   * @param {number} length
   */
  _rows(name, length) {
    const engine = this._engine;
    const address = engine._abi[name](this._handle);
    const bytes = engine._abi.lora_stride(length) * Float32Array.BYTES_PER_ELEMENT;
    // They go to users, who may keep them.
    return Object.freeze(
      Array.from({ length: this.batch }, (_, j) => engine._view(address + j * bytes, length)),
    );
  }

  /**
   * @param {unknown} scope by its number or name
   * @param {Float32Array} [x]
   * @param {Float32Array} [out]
   * @returns {Float32Array | undefined}
   */
  _forward(scope, x, out) {
    const index = this._scope(scope);
    const engine = this._engine;
    let source = FROM_OWN;
    if (x !== undefined || out !== undefined) {
      checkVector('forward: x', x, this.in);
      if (out !== undefined) checkVector('forward: out', out, this.out);
      engine._transfer.set(/** @type {Float32Array} */ (x));
      source = FROM_TRANSFER;
    }
    const status = engine._abi.lora_forward(this._handle, index, SINGLE, source);
    if (status < 0) this._failed(status, 'forward', index);
    if (x === undefined) return undefined;
    this._checkViews();
    if (out === undefined) return new Float32Array(this.output);
    out.set(this.output);
    return out;
  }

  /**
   * @param {unknown} scope by its number or name
   * @param {Float32Array} [g]
   */
  _adapt(scope, g) {
    const index = this._scope(scope);
    const engine = this._engine;
    let source = FROM_OWN;
    if (g !== undefined) {
      checkVector('adapt: gradient', g, this.out);
      engine._transfer.set(g);
      source = FROM_TRANSFER;
    }
    const status = engine._abi.lora_adapt(this._handle, index, SINGLE, source);
    if (status < 0) this._failed(status, 'adapt', index);
  }

  /**
   * @param {unknown} scope by its number or name
   * @param {Float32Array | number} [x] rows, or how many of the input's
   * @param {Float32Array} [out]
   * @returns {Float32Array | undefined}
   */
  _forwardBatch(scope, x = this.batch, out) {
    const index = this._scope(scope);
    const engine = this._engine;
    const own = typeof x === 'number';
    const count = own
      ? checkInteger('forwardBatch: the number of rows', x, 1, this.batch, 'LORA_E_SHAPE')
      : checkRows('forwardBatch: X', x, this.in, this.batch);
    if (out !== undefined) checkVector('forwardBatch: out', out, count * this.out);
    if (!own) engine._transfer.set(x);
    const status = engine._abi.lora_forward(
      this._handle,
      index,
      count,
      own ? FROM_OWN : FROM_TRANSFER,
    );
    if (status < 0) this._failed(status, 'forwardBatch', index);
    this._count = count;
    if (own && out === undefined) return undefined;
    const y = this._packedOutput(count);
    if (out === undefined) return new Float32Array(y);
    out.set(y);
    return out;
  }

  /**
   * The last outputs in one view, which is made anew only where it must be.
   *
   * @param {number} count
   */
  _packedOutput(count) {
    const engine = this._engine;
    const address = engine._abi.lora_packed_output(this._handle, count) >>> 0;
    const length = count * this.out;
    if (this._packed.length !== length || this._packed.byteOffset !== address) {
      this._packed = engine._view(address, length);
    }
    return this._packed;
  }

  /**
   * @param {unknown} scope by its number or name
   * @param {Float32Array} [g]
   */
  _adaptBatch(scope, g) {
    const index = this._scope(scope);
    const engine = this._engine;
    let count = this._count;
    if (g !== undefined) {
      count = checkRows('adaptBatch: G', g, this.out, this.batch);
      engine._transfer.set(g);
    }
    const status = engine._abi.lora_adapt(
      this._handle,
      index,
      count,
      g === undefined ? FROM_OWN : FROM_TRANSFER,
    );
    if (status < 0) this._failed(status, 'adaptBatch', index);
  }

  /**
   * @param {unknown} scope by its number or name
   * @param {Float32Array} x
   * @param {Float32Array} target
   * @param {number} count rows of them
   * @param {unknown} options
   * @returns {number} the loss
   */
  _learn(scope, x, target, count, options) {
    const index = this._scope(scope);
    const engine = this._engine;
    let loss = 0;
    let delta = 1;
    let mean = 0;
    if (options !== undefined) {
      // Not copied, as by checkOptions: that takes as long as a loss.
      checkOptionNames('learn', options, lossOptions);
      const given = /** @type {Record<string, unknown>} */ (options);
      if (given.loss !== undefined) loss = checkNumbered('loss', given.loss, LOSSES);
      if (given.reduction !== undefined) mean = checkName('reduction', given.reduction, REDUCTIONS);
      if (given.delta !== undefined) delta = checkPositive('delta', given.delta);
      if (mean === 1 && loss === COSINE) {
        raise('LORA_E_OPTION', "reduction 'mean' has no meaning for the cosine loss");
      }
    }
    checkVector('learn: x', x, count * this.in);
    checkVector('learn: target', target, count * this.out);
    engine._transfer.set(x);
    engine._transfer.set(target, x.length);
    const value = engine._abi.lora_learn(this._handle, index, count, loss, delta, mean);
    if (value < -1) this._failed(value, 'learn', index);
    this._count = count;
    return value;
  }

  /**
   * @param {unknown} scope by its number or name
   * @param {Float32Array} x rows
   * @param {Float32Array} targets
   * @param {unknown} options
   */
  _learnBatch(scope, x, targets, options) {
    const rows = checkRows('learnBatch: X', x, this.in, this.batch);
    return this._learn(scope, x, targets, rows, options);
  }

  /**
   * @param {unknown} scope by its number or name
   * @param {unknown} reward
   */
  _adaptWithReward(scope, reward) {
    const index = this._scope(scope);
    const { _engine: engine, _handle: handle } = this;
    const status = engine._abi.lora_adapt_with_reward(handle, index, checkNumber('reward', reward));
    if (status < 0) this._failed(status, 'adaptWithReward', index);
  }

  /**
   * A step that fails because those before it were too large says so.
   *
   * @param {number} status
   * @param {string} where
   * @param {number} index of the scope
   * @returns {never}
   */
  _failed(status, where, index) {
    if (status === STATUS.LORA_E_NONFINITE) {
      const norm = this._call('delta_norm', index);
      if (norm > GROWN) {
        raise(
          'LORA_E_NONFINITE',
          `${where}: the delta has grown past use, to a norm of ${norm.toExponential(1)}; reset() ` +
            `starts again, and ${BOUNDS} keeps it from growing`,
        );
      }
    }
    fail(status, where);
  }
}
