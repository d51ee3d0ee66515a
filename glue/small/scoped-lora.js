// ScopedLoRA of the small edition: one adapter per scope.
import { register } from '../makers.js';
import { ScopedFacade } from '../scoped-lora.js';

export class ScopedLoRA extends ScopedFacade {
  /** @protected */
  static _kind = register('ScopedLoRA', this);
}
