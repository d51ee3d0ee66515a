// What must not compile, or the types let mistakes through. It is never run.
import {
  EmbeddingSpace,
  LoraError,
  MicroLoRA,
  Policy,
  ScopedLoRA,
  TrajectoryBuffer,
} from 'microlora';
import type { LoraErrorCode } from 'microlora';
import { exportPeft, importPeft, save } from 'microlora/safetensors';

declare const lora: MicroLoRA;
declare const set: ScopedLoRA;
declare const x: Float32Array;
declare const space: EmbeddingSpace;
declare const policy: Policy;

// @ts-expect-error dim and in exclude each other
new MicroLoRA({ dim: 8, in: 8, out: 8 });
// @ts-expect-error in needs out
new MicroLoRA({ in: 8 });
// @ts-expect-error there is no such option
new MicroLoRA({ dim: 8, foo: 1 });
// @ts-expect-error there is no such optimizer
new MicroLoRA({ dim: 8, optimizer: 'rmsprop' });
// @ts-expect-error what was dim once is not a number alone
new MicroLoRA(8);
// @ts-expect-error a buffer needs the length of its embeddings
new TrajectoryBuffer({ capacity: 8 });
// @ts-expect-error a policy needs arms
new Policy({ dim: 8 });
// @ts-expect-error there is no such objective
new Policy({ dim: 8, arms: 2, objective: 'costs' });
// @ts-expect-error an outcome is a number, or where it was stopped
policy.learn(1, { cost: 3 });
// @ts-expect-error a policy is no adapter of PEFT
exportPeft(policy, { module: 'q' });
// @ts-expect-error a space needs the length of its embeddings
new EmbeddingSpace({ directions: 8 });
// @ts-expect-error an adapter is in a space from its creation on
lora.space = space;
// @ts-expect-error documents are in the space already or not
lora.score(x, x, { mapped: 1 });
// @ts-expect-error there are no such units
lora.contrast(x, x, x, { units: 'degrees' });
// @ts-expect-error a space is no adapter of PEFT
exportPeft(space, { module: 'q' });
// @ts-expect-error a plain array is no vector
lora.forward([1, 2]);
// @ts-expect-error dim is fixed
lora.dim = 3;
// @ts-expect-error the scope comes first
set.forward(x);
// @ts-expect-error there is no such loss
lora.learn(x, x, { loss: 'hinge' });
// @ts-expect-error there is no such code
export const wrong: LoraErrorCode = 'LORA_E_NOPE';
// @ts-expect-error an error has one of the codes
new LoraError('LORA_E_NOPE', '');
// @ts-expect-error internals are not declared
lora._handle;
// @ts-expect-error metadata is of strings
save(lora, { metadata: { version: 1 } });
// @ts-expect-error the files say the rank
importPeft(exportPeft(lora, { module: 'q' }), { module: 'q', rank: 2 });
