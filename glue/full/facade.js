// What users hold of adapters in the full edition: the members that MicroLoRA and ScopedLoRA have in common.
import { AdapterFacade } from '../adapter-facade.js';
import { inside } from '../facade.js';

const adaptersOf = /** @type {(facade: unknown) => import('./copies.js').CopyingAdapters} */ (
  inside
);

export class EditionFacade extends AdapterFacade {
  get space() {
    return adaptersOf(this).space;
  }

  diagnose() {
    return /** @type {import('./adapters.js').EditionAdapters} */ (inside(this))._diagnose();
  }

  /** @returns {any} of its class */
  clone() {
    return adaptersOf(this)._clone();
  }

  /** @param {unknown} other */
  copyFrom(other) {
    adaptersOf(this)._copyFrom(other);
  }

  /**
   * @param {number} rank
   * @returns {any} of its class
   */
  resize(rank) {
    return adaptersOf(this)._resize(rank);
  }

  /**
   * @param {unknown} since
   * @param {unknown} [options]
   */
  update(since, options) {
    return adaptersOf(this)._update(since, options);
  }
}
