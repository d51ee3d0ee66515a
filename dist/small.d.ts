/// <reference lib="esnext.disposable" />
// microlora/small: the edition for byte limits. Its types are those of the full edition, as far as it goes;
// the manual is in microlora.d.ts.
import type * as full from './microlora.js';

export {
  COMPAT_SCOPES,
  createEngine,
  DEFAULT_CATEGORIES,
  DEFAULT_SCOPES,
  default,
  initSync,
  LoraError,
  TrajectoryBuffer,
  WasmMicroLoRA,
  WasmScopedLoRA,
  WasmTrajectoryBuffer,
} from './microlora.js';
export type {
  Engine,
  EngineOptions,
  GroupStatistics,
  LoraErrorCode,
  ModuleSource,
  SampleOptions,
  Scope,
  Shape,
  Trajectory,
  TrajectoryBufferOptions,
  Weights,
} from './microlora.js';

/** How a gradient becomes a step; `preconditioned` is the default. */
export type OptimizerName = 'sgd' | 'preconditioned';

/** The loss of `learn`: 0.5 * ||y - target||^2, or its mean over the numbers of y. */
export interface LossOptions {
  /** The only one here. */
  loss?: 'mse';
  /** `'sum'` by default. */
  reduction?: 'sum' | 'mean';
}

/** What both kinds of adapters take, beside their shape. */
type AdapterOptions = Pick<
  full.MicroLoRAOptions,
  'rank' | 'alpha' | 'learningRate' | 'seed' | 'batch' | 'engine'
> & {
  /** `'preconditioned'` by default. */
  optimizer?: OptimizerName;
};

/** Of {@link MicroLoRA}. */
export type MicroLoRAOptions = AdapterOptions & full.Shape;

/** Of {@link ScopedLoRA}. */
export type ScopedLoRAOptions = MicroLoRAOptions &
  Pick<full.ScopedLoRAOptions, 'scopes' | 'categories' | 'categoryFallback'>;

/** What both kinds of adapters have in common. */
type Common =
  | ('input' | 'output' | 'gradient' | 'inputs' | 'outputs' | 'gradients')
  | ('batch' | 'dim' | 'in' | 'out' | 'rank' | 'alpha' | 'seed' | 'residual')
  | ('forward' | 'adapt' | 'forwardBatch' | 'adaptBatch' | 'adaptWithReward')
  | ('learningRate' | 'paramCount' | 'deltaNorm' | 'adaptCount' | 'forwardCount')
  | ('getWeights' | 'setWeights' | 'reset' | 'free' | 'toJSON' | typeof Symbol.dispose);

/** One low-rank adapter, as {@link full.MicroLoRA}. */
export interface MicroLoRA extends Pick<full.MicroLoRA, Common> {
  /** Fixed at the start. */
  readonly optimizer: OptimizerName;
  /** As in the full edition, for its default loss. @throws as there; `LORA_E_OPTION` for other losses */
  learn(x: Float32Array, target: Float32Array, options?: LossOptions): number;
  /** As in the full edition, for its default loss. @throws as there; `LORA_E_OPTION` for other losses */
  learnBatch(X: Float32Array, targets: Float32Array, options?: LossOptions): number;
}
/** The class. @throws as the full one; `LORA_E_OPTION` for what this edition lacks */
export const MicroLoRA: new (options: MicroLoRAOptions) => MicroLoRA;

/** One adapter per scope, with its category to fall back on, as {@link full.ScopedLoRA}. */
export interface ScopedLoRA extends Pick<
  full.ScopedLoRA,
  | Common
  | ('scopes' | 'categories' | 'scopeName' | 'categoryFallback')
  | ('totalAdaptCount' | 'totalForwardCount')
> {
  /** Fixed at the start. */
  readonly optimizer: OptimizerName;
  /** As in the full edition, for its default loss. @throws as there; `LORA_E_OPTION` for other losses */
  learn(scope: full.Scope, x: Float32Array, target: Float32Array, options?: LossOptions): number;
  /** As in the full edition, for its default loss. @throws as there; `LORA_E_OPTION` for other losses */
  learnBatch(
    scope: full.Scope,
    X: Float32Array,
    targets: Float32Array,
    options?: LossOptions,
  ): number;
}
/** The class. @throws as the full one; `LORA_E_OPTION` for what this edition lacks */
export const ScopedLoRA: new (options: ScopedLoRAOptions) => ScopedLoRA;
