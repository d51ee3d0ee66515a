// One instance of the module and its memory; the one place where views of that memory are made.
import { ABI_VERSION } from 'microlora:abi';
import { checkInteger } from './check.js';
import { raise } from './error.js';
import { Facade, inside, lock } from './facade.js';
import { knownAnswer } from './known-answer.js';
import { makers } from './makers.js';

/** What the edition exports. @typedef {Record<import('microlora:abi').Export, (...args: number[]) => number>} Abi */

const LEAST_MEMORY = 1 << 17;
const MOST_MEMORY = 2 ** 32 - (1 << 20);
const DEFAULT_MEMORY = 16 << 20;

export const NOT_OURS =
  'this is not the microlora.wasm of this release: take the one beside this script';

/** @param {unknown} bytes */
export const checkMemory = (bytes = DEFAULT_MEMORY) =>
  checkInteger('memory (bytes)', bytes, LEAST_MEMORY, MOST_MEMORY);

/** The internals of an engine, which all objects in it share. */
export class Instance {
  /** @readonly */
  _kind = 'Engine';
  /** Whether it may say something on the console, which it does once. */
  _warns = true;
  /** For load. */
  _makers = makers;
  /** The transfer vector of the boundary. @type {Float32Array} */
  _transfer = new Float32Array(0);
  /** Frees what was forgotten; some edge runtimes have none. */
  _net =
    typeof FinalizationRegistry === 'function'
      ? new FinalizationRegistry((/** @type {number} */ handle) => this._abi.lora_free(handle))
      : undefined;

  /** @param {WebAssembly.Instance} instance */
  constructor(instance) {
    const exports = /** @type {any} */ (instance.exports);
    if (exports.lora_version?.() !== ABI_VERSION) {
      raise('LORA_E_MODULE', NOT_OURS);
    }
    /** @type {WebAssembly.Memory} */
    this._memory = exports.memory;
    /** @type {Abi} */
    this._abi = { ...exports };
    this._simd = this._abi.lora_simd() === 1;
  }

  _describe() {
    return { simd: this._simd, memoryUsage: this._usage() };
  }

  _usage() {
    return {
      used: this._abi.lora_memory_used(),
      free: this._abi.lora_memory_free(),
      largestFree: this._abi.lora_memory_largest_free(),
    };
  }

  /**
   * @param {number} address
   * @param {number} length
   */
  _view(address, length) {
    // Above 2 GiB an i32 of the boundary is negative.
    return new Float32Array(this._memory.buffer, address >>> 0, length);
  }

  /** @param {number} bytes */
  _extend(bytes) {
    if (this._abi.lora_grow(bytes) < 0) {
      raise('LORA_E_MEMORY', `the system gives no ${bytes} bytes more`);
    }
    this._findTransfer();
  }

  /** It moves when a larger batch is created. */
  _findTransfer() {
    const abi = this._abi;
    this._transfer = this._view(abi.lora_transfer(), abi.lora_transfer_size());
  }
}

const instance = /** @type {(engine: unknown) => Instance} */ (inside);

export class Engine extends Facade {
  /**
   * @param {WebAssembly.Instance} wasm
   * @param {number} memory bytes
   * @param {boolean} warnings
   */
  constructor(wasm, memory, warnings) {
    const internals = new Instance(wasm);
    internals._warns = warnings;
    internals._extend(memory);
    super(internals);
    this.simd = internals._simd;
    lock(this);
  }

  get memory() {
    return instance(this)._memory;
  }

  get memoryUsage() {
    return instance(this)._usage();
  }

  /** @param {number} bytes */
  grow(bytes) {
    const internals = instance(this);
    internals._extend(checkInteger('grow: bytes', bytes, 1, MOST_MEMORY));
  }
}

/**
 * Whether an engine computes what it must.
 *
 * @param {Engine} engine
 */
export const works = (engine) => knownAnswer(instance(engine));
