// The internals of an object that lives in an engine: its handle, its end, and calls to the boundary.
import { STATUS } from 'microlora:abi';
import { fail, raise } from './error.js';
import { engineFor } from './loader.js';

/**
 * A name of the boundary without lora_.
 *
 * @typedef {import('microlora:abi').Export} Export
 * @typedef {Export extends `lora_${infer Name}` ? Name : never} Call
 */

/**
 * Creates something in an engine.
 *
 * @param {import('./engine.js').Instance} engine
 * @param {import('microlora:abi').Export} name of the boundary's function
 * @param {number[]} args
 * @returns {number} its handle
 */
export function create(engine, name, ...args) {
  const handle = engine._abi[name](...args);
  if (handle === STATUS.LORA_E_MEMORY) {
    raise(
      'LORA_E_MEMORY',
      `the arena is full: this needs ${engine._abi.lora_memory_wanted()} bytes in one piece, and ` +
        `${engine._usage().largestFree} are free; free() other objects, call ` +
        'engine.grow(bytes), or start with init({ memory: bytes })',
    );
  }
  if (handle < 0) fail(handle, name);
  engine._findTransfer();
  return handle;
}

export class LoraObject {
  /** @readonly */
  _kind;
  /** @readonly */
  _engine;
  _handle = 0;

  /**
   * @param {string} kind the name of its class
   * @param {unknown} engine the option of that name
   */
  constructor(kind, engine) {
    this._kind = kind;
    this._engine = engineFor(engine);
  }

  /**
   * Creates what this object stands for. A finalizer frees it if its owner forgets to.
   *
   * @param {import('microlora:abi').Export} name of the boundary's function
   * @param {number[]} args
   */
  _create(name, ...args) {
    this._handle = create(this._engine, name, ...args);
    this._engine._net?.register(this, this._handle, this);
  }

  /**
   * Calls the boundary with this object's handle; not for hot paths.
   *
   * @param {Call} name
   * @param {number[]} args
   */
  _call(name, ...args) {
    const result = this._engine._abi[/** @type {Export} */ (`lora_${name}`)](this._handle, ...args);
    return result < -1 ? fail(result, name) : result;
  }

  _checkAlive() {
    if (this._handle === 0) fail(STATUS.LORA_E_HANDLE, 'after free()');
  }

  _free() {
    if (this._handle === 0) return;
    this._engine._net?.unregister(this);
    this._call('free');
    this._handle = 0;
  }

  /** What a console and JSON show of it. */
  _describe() {
    return { ...this._shape(), ...(this._handle === 0 ? { freed: true } : this._state()) };
  }

  /** What it was made with. @returns {object} */
  _shape() {
    return {};
  }

  /** What changes, of an object that is alive. @returns {object} */
  _state() {
    return {};
  }
}
