// Nothing that 0.1.0 declared is gone or narrower: today's entries stand in for those in 0.1.0/. It is
// never run.
import type * as mainThen from './0.1.0/microlora.js';
import type * as scalarThen from './0.1.0/microlora.scalar.js';
import type * as filesThen from './0.1.0/safetensors.js';
import type * as storageThen from './0.1.0/storage.js';
import type * as folderThen from './0.1.0/storage-file.js';
import type wasmThen from './0.1.0/microlora.wasm.js';
import type * as main from 'microlora';
import type * as scalar from 'microlora/scalar';
import type * as files from 'microlora/safetensors';
import type * as storage from 'microlora/storage';
import type * as folder from 'microlora/storage/file';
import type wasm from 'microlora/wasm';

// What objects have had since. They come from the package, so no function meets one without.
type Later = 'toJSON' | 'click' | 'score' | 'order' | 'space' | 'cautious' | 'served' | 'diagnose';
declare module './0.1.0/microlora.js' {
  interface Engine {
    toJSON(): object;
  }
  interface MicroLoRA extends Pick<main.MicroLoRA, Later> {}
  interface ScopedLoRA extends Pick<main.ScopedLoRA, Later> {}
  interface TrajectoryBuffer {
    toJSON(): object;
  }
  interface Trajectory extends Pick<main.Trajectory, 'probability' | 'limit' | 'stopped'> {}
}

// What a program imports. Those that return what a file holds may return a kind of object that is new.
declare const now: {
  main: typeof main;
  scalar: typeof scalar;
  files: Omit<typeof files, 'load' | 'inspect'> & Pick<typeof filesThen, 'load' | 'inspect'>;
  storage: Omit<typeof storage, 'loadFrom'> & Pick<typeof storageThen, 'loadFrom'>;
  folder: typeof folder;
  wasm: typeof wasm;
};
export const then: {
  main: typeof mainThen;
  scalar: typeof scalarThen;
  files: typeof filesThen;
  storage: typeof storageThen;
  folder: typeof folderThen;
  wasm: typeof wasmThen;
} = now;

// What it gives: TypeScript does not compare what constructors and methods take as strictly.
declare const given: {
  engine: mainThen.EngineOptions;
  one: mainThen.MicroLoRAOptions;
  set: mainThen.ScopedLoRAOptions;
  buffer: mainThen.TrajectoryBufferOptions;
  changes: mainThen.ChangeableOptions;
  loss: mainThen.LossOptions;
  contrast: mainThen.ContrastOptions;
  update: mainThen.UpdateOptions;
  sample: mainThen.SampleOptions;
  weights: mainThen.Weights;
  scope: mainThen.Scope;
  code: mainThen.LoraErrorCode;
};
export const taken: {
  engine: main.EngineOptions;
  one: main.MicroLoRAOptions;
  set: main.ScopedLoRAOptions;
  buffer: main.TrajectoryBufferOptions;
  changes: main.ChangeableOptions;
  loss: main.LossOptions;
  contrast: main.ContrastOptions;
  update: main.UpdateOptions;
  sample: main.SampleOptions;
  weights: main.Weights;
  scope: main.Scope;
  code: main.LoraErrorCode;
} = given;
