// The internals of adapters that may be in an embedding space: what they are made with, and how they join it.
import { STATUS } from 'microlora:abi';
import { Adapters } from '../adapters.js';
import { checkBoolean } from '../check.js';
import { fail, raise } from '../error.js';
import { spaceArgument } from './embedding-space.js';

/**
 * Options with what follows from the space: its engine, and its dim where none is given.
 *
 * @param {any} options
 */
function withSpace(options) {
  const cautious = checkBoolean('cautious', options.cautious);
  if (options.space === undefined) {
    if (cautious) raise('LORA_E_OPTION', 'cautious: it needs a space');
    return options;
  }
  const space = spaceArgument('space', options.space);
  space._checkAlive();
  const sized = options.in !== undefined || options.out !== undefined;
  const dim = options.dim ?? (sized ? undefined : space.dim);
  return { ...options, dim, engine: options.engine ?? space._place };
}

export class AdaptersInSpace extends Adapters {
  /** The internals of the space. @type {import('./embedding-space.js').Space | undefined} */
  _space;

  /**
   * @param {string} kind
   * @param {any} options
   * @param {number} scopes
   * @param {number} categories
   */
  constructor(kind, options, scopes, categories) {
    super(kind, withSpace(options), scopes, categories);
    this.space = options.space;
    this.cautious = /** @type {boolean} */ (options.cautious);
    if (this.space === undefined) return;
    try {
      this._space = spaceArgument('space', this.space);
      this._join(this._space);
    } catch (error) {
      this._free();
      throw error;
    }
  }

  /** @param {import('./embedding-space.js').Space} space */
  _join(space) {
    if (space._engine !== this._engine) {
      raise('LORA_E_OPTION', 'space: it is in another engine');
    }
    const status = this._engine._abi.lora_join_space(
      this._handle,
      space._handle,
      Number(this.cautious),
    );
    if (status === STATUS.LORA_E_SHAPE) {
      const own = this.in === this.out ? this.in : `${this.in} and ${this.out}`;
      raise('LORA_E_SHAPE', `space: its vectors have ${space.dim} numbers, these have ${own}`);
    }
    if (status < 0) fail(status, 'space');
  }

  _shape() {
    return {
      ...super._shape(),
      ...(this.space === undefined ? {} : { space: this.space, cautious: this.cautious }),
    };
  }
}
