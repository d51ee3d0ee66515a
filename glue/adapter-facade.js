// What users hold of adapters: the members that MicroLoRA and ScopedLoRA have in common.
import { ALL_SCOPES } from 'microlora:abi';
import { checkRate } from './check.js';
import { Disposable, inside, lock } from './facade.js';

/** @typedef {import('./adapters.js').Adapters} Adapters */

const adaptersOf = /** @type {(facade: unknown) => Adapters} */ (inside);

/** @param {unknown} facade */
function withViews(facade) {
  const adapters = adaptersOf(facade);
  adapters._checkViews();
  return adapters;
}

export class AdapterFacade extends Disposable {
  /** @param {Adapters} adapters */
  constructor(adapters) {
    super(adapters);
    this.dim = adapters.dim;
    this.in = adapters.in;
    this.out = adapters.out;
    this.rank = adapters.rank;
    this.alpha = adapters.alpha;
    this.batch = adapters.batch;
    this.optimizer = adapters.optimizer;
    this.seed = adapters.seed;
    this.sharedIO = adapters.sharedIO;
    this.residual = adapters.residual;
    lock(this);
  }

  get input() {
    return withViews(this).input;
  }

  get output() {
    return withViews(this).output;
  }

  get gradient() {
    return withViews(this).gradient;
  }

  get inputs() {
    return withViews(this).inputs;
  }

  get outputs() {
    return withViews(this).outputs;
  }

  get gradients() {
    return withViews(this).gradients;
  }

  get paramCount() {
    return adaptersOf(this)._call('param_count');
  }

  get learningRate() {
    return adaptersOf(this)._learningRate;
  }

  set learningRate(rate) {
    const learningRate = checkRate('learningRate', rate);
    adaptersOf(this)._setOptions(ALL_SCOPES, { learningRate });
  }
}
