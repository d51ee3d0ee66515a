// What a user holds of an object: a facade. Stores and frameworks freeze, seal, proxy, copy and print
// what they are given, so a facade has nothing of the engine on it. Its internals are behind a private
// field, and behind a function for those who hold a proxy or a copy of it.
import { wrongType } from './check.js';
import { raise } from './error.js';
import { internalsOf, KEY } from './internals.js';

/** What the function under KEY has just shown to this copy of the package. @type {any} */
let shown;

/**
 * The internals of an object of this copy of the package, or of a proxy of one.
 *
 * @param {any} object
 */
function shownBy(object) {
  const show = object?.[KEY];
  if (typeof show === 'function') show();
  const internals = shown;
  shown = undefined;
  return internals;
}

export class Facade {
  #internals;

  /** @param {any} internals which have a `_kind` and `_describe()` */
  constructor(internals) {
    this.#internals = internals;
    // It returns nothing, so that whoever walks over an object and wraps what is returned gets nothing.
    const show = (/** @type {((internals: any) => void) | undefined} */ tell) => {
      if (tell === undefined) shown = internals;
      else tell(internals);
    };
    Object.defineProperty(this, KEY, { value: show, configurable: true });
  }

  /**
   * The internals of a facade, a proxy or a copy of it. Hot paths come here: the first line is theirs.
   *
   * @param {any} object
   * @returns {any}
   */
  static inside(object) {
    if (typeof object === 'object' && object !== null && #internals in object) {
      return object.#internals;
    }
    return (
      shownBy(object) ??
      wrongType('this', 'an object of microlora: call a method as object.method()', object)
    );
  }

  get [Symbol.toStringTag]() {
    return shownBy(this)?._kind ?? 'Object';
  }

  toJSON() {
    return inside(this)._describe();
  }

  // Node, Bun and Deno print what this returns.
  /**
   * @param {number} depth
   * @param {object} options
   * @param {(value: unknown, options: object) => string} inspect
   */
  [Symbol.for('nodejs.util.inspect.custom')](depth, options, inspect) {
    const internals = shownBy(this);
    if (internals === undefined || depth < 0) return `[${this[Symbol.toStringTag]}]`;
    return `${internals._kind} ${inspect(internals._describe(), options)}`;
  }
}

/**
 * The constants of an object, which a browser's console shows: they stay what they are.
 *
 * @param {object} object
 */
export function lock(object) {
  for (const name of Object.keys(object)) Object.defineProperty(object, name, { writable: false });
}

export const { inside } = Facade;

/**
 * The internals of an argument that must be an object whose internals are of a class.
 *
 * @template Internals
 * @param {string} where
 * @param {string} expected
 * @param {unknown} object
 * @param {new (...args: any[]) => Internals} Class
 * @param {'LORA_E_TYPE' | 'LORA_E_OPTION'} [code]
 * @returns {Internals}
 */
export function argumentOf(where, expected, object, Class, code) {
  const internals = shownBy(object);
  if (internals instanceof Class) return internals;
  if (internals === undefined && internalsOf(object) !== undefined) {
    raise(
      code ?? 'LORA_E_TYPE',
      `${where} belongs to another copy of microlora: two are loaded here; import one of them only, or ` +
        'give load the engine',
    );
  }
  return wrongType(where, expected, object, code);
}

/** Older engines have no Symbol.dispose; tools agree on this one. @type {typeof Symbol.dispose} */
const dispose = Symbol.dispose ?? Symbol.for('Symbol.dispose');

/** A facade whose object has an end. */
export class Disposable extends Facade {
  /** @param {any} internals which have `_free()` too */
  constructor(internals) {
    super(internals);
    // A polyfill that came after this module has a symbol of its own.
    const late = Symbol.dispose;
    if (late !== undefined && !(late in this)) {
      Object.defineProperty(this, late, { value: this[dispose], configurable: true });
    }
  }

  free() {
    inside(this)._free();
  }

  [dispose]() {
    this.free();
  }
}
