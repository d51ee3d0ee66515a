// Fails to compile where the declared types of the small edition and its sources differ; it is never bundled.
import type * as declared from '../small.js';
import * as actual from './index.js';

// What both editions share names an optimizer by the names of the full one.
type Public = Omit<typeof declared, 'MicroLoRA' | 'ScopedLoRA'> & {
  MicroLoRA: new (options: declared.MicroLoRAOptions) => Omit<declared.MicroLoRA, 'optimizer'>;
  ScopedLoRA: new (options: declared.ScopedLoRAOptions) => Omit<declared.ScopedLoRA, 'optimizer'>;
};
export const conforms: Public = actual as {
  [Name in keyof typeof actual]: (typeof actual)[Name];
};
export const nothingElse: Record<keyof typeof actual, unknown> = conforms;
