// MicroLoRA of the small edition: one adapter.
import { register } from '../makers.js';
import { SingleFacade } from '../micro-lora.js';

export class MicroLoRA extends SingleFacade {
  /** @protected */
  static _kind = register('MicroLoRA', this);
}
