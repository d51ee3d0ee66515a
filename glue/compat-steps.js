// The internals of the compat classes: the object of this package behind each, vectors
// of any kind, and steps that need no forward before them.
import { checkVector } from './check.js';
import { raise } from './error.js';
import { inside } from './facade.js';

/**
 * Any array-like of numbers as a Float32Array.
 *
 * @param {string} where
 * @param {ArrayLike<number>} values
 * @param {number} length
 */
export function vector(where, values, length) {
  if (values instanceof Float32Array) return values;
  const list = values !== null && typeof values === 'object' ? Array.from(values) : [];
  if (list.length === 0 || !list.every((value) => typeof value === 'number')) {
    raise('LORA_E_TYPE', `${where} must be an array of ${length} numbers`);
  }
  const copy = Float32Array.from(list);
  checkVector(where, copy, length);
  return copy;
}

/**
 * An object of this package under a name of the other one. A file of it is one of that object.
 *
 * @template {import('./facade.js').Disposable} Behind
 */
export class Compat {
  /**
   * @param {string} kind
   * @param {Behind} behind
   */
  constructor(kind, behind) {
    this._kind = kind;
    this._behind = behind;
  }

  _describe() {
    return inside(this._behind)._describe();
  }

  _free() {
    this._behind.free();
  }
}

/**
 * What is to be remembered so that a step needs no forward before it: it is taken at the last input
 * the object saw, or at the unit all-ones vector.
 *
 * @template {import('./micro-lora.js').SingleFacade | import('./scoped-lora.js').ScopedFacade} Adapters
 * @extends {Compat<Adapters>}
 */
export class Steps extends Compat {
  #lora;
  #forward;
  #seen = false;
  /** The scope of the set's last forward, -1 where there is none to take a step at. */
  #at = -1;
  /** Forwards that only prepared a step, of each scope. @type {number[]} */
  #hidden = [];

  /**
   * @param {string} kind
   * @param {Adapters} lora
   * @param {(scope: number, x?: Float32Array, out?: Float32Array) => any} forward
   */
  constructor(kind, lora, forward) {
    super(kind, lora);
    this.#lora = lora;
    this.#forward = forward;
  }

  get inputAddress() {
    return this.#lora.gradient.byteOffset;
  }

  get outputAddress() {
    return this.#lora.output.byteOffset;
  }

  /** @param {number} scope */
  forward(scope) {
    // Given as a vector, it becomes the input only where the forward succeeds.
    this.#forward(scope, this.#lora.gradient, this.#lora.output);
    this.#at = scope;
    this.#seen = true;
  }

  /**
   * @param {number} scope
   * @param {ArrayLike<number>} input
   */
  forwardArray(scope, input) {
    const y = this.#forward(scope, vector('forward_array: input', input, this.#lora.dim));
    this.#at = scope;
    this.#seen = true;
    return y;
  }

  /**
   * Makes the last forward one of this scope; the output stays as it was.
   *
   * @param {number} scope
   */
  prepare(scope) {
    if (this.#at === scope) return;
    const output = this.#lora.output.slice();
    if (!this.#seen) this.#lora.input.fill(1 / Math.sqrt(this.#lora.dim));
    this.#forward(scope);
    this.#lora.output.set(output);
    this.#hidden[scope] = this.hidden(scope) + 1;
    this.#at = scope;
  }

  /** The last forward no longer holds. */
  forget() {
    this.#at = -1;
  }

  /** @param {number} scope */
  hidden(scope) {
    return this.#hidden[scope] ?? 0;
  }

  get hiddenInAll() {
    return this.#hidden.reduce((sum, count) => sum + count, 0);
  }

  /** @param {number} [scope] */
  reset(scope) {
    this.forget();
    if (scope === undefined) this.#hidden = [];
    else this.#hidden[scope] = 0;
  }
}
