/// <reference lib="esnext.disposable" />
// microlora: low-rank adapters that learn online. The types, and with them the manual.
//
// All vectors are Float32Array. Anything wrong with an argument, a state or a result is a LoraError,
// thrown before anything has changed.

/** The codes of {@link LoraError}. */
export type LoraErrorCode =
  /** The object was freed. */
  | 'LORA_E_HANDLE'
  /** A dimension, a rank or a length that does not fit. */
  | 'LORA_E_SHAPE'
  /** A number outside its range. */
  | 'LORA_E_RANGE'
  /** A scope that the set does not have. */
  | 'LORA_E_SCOPE'
  /** NaN or Infinity, or a step that would lead to one. */
  | 'LORA_E_NONFINITE'
  /** The call needs another one before it, such as a forward of the same scope. */
  | 'LORA_E_STATE'
  /** The engine's memory is full; the message says what was asked for and how to get more. */
  | 'LORA_E_MEMORY'
  /** An option, or a value of one, that does not exist. */
  | 'LORA_E_OPTION'
  /** A value of the wrong type. */
  | 'LORA_E_TYPE'
  /** Nothing is initialised yet. */
  | 'LORA_E_INIT'
  /** No WebAssembly, or a module that cannot be compiled or is not this one. */
  | 'LORA_E_MODULE'
  /** WebAssembly SIMD is missing, or computes wrongly. */
  | 'LORA_E_SIMD'
  /** Bytes that are not what they should be: damaged, of another format, or for something else. */
  | 'LORA_E_FILE'
  /** A place to keep files in failed, or cannot be used here; `cause` is its own error. */
  | 'LORA_E_STORAGE';

/** Every error of this package. `message` says what was given, what was expected and what to do. */
export class LoraError extends Error {
  constructor(code: LoraErrorCode, message: string, cause?: unknown);
  readonly code: LoraErrorCode;
}

/** Where wasm may come from instead of the package's own. */
export type ModuleSource =
  | WebAssembly.Module
  | BufferSource
  | URL
  | string
  | Request
  | Response
  | Promise<WebAssembly.Module | BufferSource | Response>;

export interface EngineOptions<Source = ModuleSource> {
  /**
   * `microlora.wasm` or `microlora.scalar.wasm` of the same release, compiled or as bytes; for
   * {@link init} also where to fetch it from. By default the entry's own.
   */
  module?: Source;
  /** The same as `module`, under the name wasm-bindgen gives it. */
  module_or_path?: Source;
  /**
   * Bytes of memory for all objects of the engine, from 131 072 to about 4 GiB; 16 MiB by default.
   * Pages that are not touched cost nothing. It does not grow by itself: see {@link Engine.grow}.
   */
  memory?: number;
  /** `true` or `false` to insist on the build with or without SIMD; by default whichever works. */
  simd?: boolean;
}

/** One instance of the module, with memory of its own. */
export interface Engine {
  readonly memory: WebAssembly.Memory;
  /** Whether this is the SIMD build. Results are the same to the bit. */
  readonly simd: boolean;
  /** Bytes; `largestFree` is the largest object that would still fit. */
  readonly memoryUsage: { used: number; free: number; largestFree: number };
  /**
   * Adds memory. Views taken before (`lora.input`, your own over `memory.buffer`) are detached by
   * it; take them again. The getters of all classes always give valid ones.
   *
   * @throws `LORA_E_MEMORY` where the system gives no more
   */
  grow(bytes: number): void;
}

/**
 * Loads the module and makes the engine that all classes share. Further calls return the same one;
 * a failed call can be made again.
 *
 * @throws `LORA_E_MODULE`, `LORA_E_SIMD`; `LORA_E_STATE` if there is an engine already and it is not
 *   as these options say
 */
export default function init(options?: EngineOptions | ModuleSource): Promise<Engine>;

/**
 * As {@link init}, at once. `module` must be a compiled module or bytes.
 *
 * @throws `LORA_E_SIMD` where SIMD does not work: import from `microlora/scalar` there
 */
export function initSync(
  options?: EngineOptions<WebAssembly.Module | BufferSource> | WebAssembly.Module | BufferSource,
): Engine;

/** Makes another engine, with memory of its own, for the option `engine` of the classes. */
export function createEngine(options?: EngineOptions | ModuleSource): Promise<Engine>;

/** The two factors of an adapter, row-major. */
export interface Weights {
  /** (rank, in) */
  A: Float32Array;
  /** (rank, out) */
  B: Float32Array;
}

interface AdapterOptions extends ChangeableOptions {
  /** 1 to 64; 2 by default, which is also the fastest per number. */
  rank?: number;
  /**
   * Multiplies the delta: y = x + alpha * B^T A x. 1 by default. The `lora_alpha` of Hugging Face
   * PEFT is alpha * rank.
   */
  alpha?: number;
  /**
   * How a gradient becomes a step. `preconditioned`, the default, learns alike for any `alpha`, dim
   * and length of the inputs (arXiv 2402.02347); the others are as in PyTorch.
   */
  optimizer?: OptimizerName;
  /** Of the first A, 0 to 2^32 - 1; 1 by default. Equal seeds give equal bits everywhere. */
  seed?: number;
  /**
   * How many vectors `forwardBatch` and `adaptBatch` take at most, 1 to 1024; 1 by default. Each takes
   * 4 * (in + 2 * out + rank) bytes or a bit more.
   */
  batch?: number;
  /**
   * One input, output and gradient for all objects of this shape and batch that share: saves 12 bytes
   * per dimension and object. `adapt` is then possible only directly after that object's own forward.
   */
  sharedIO?: boolean;
  /** From {@link createEngine}; by default the shared one. */
  engine?: Engine;
}

/** `{ dim }`: y = x + delta(x). `{ in, out }`: y = delta(x). Each 1 to 8192. */
export type Shape =
  { dim: number; in?: undefined; out?: undefined } | { dim?: undefined; in: number; out: number };

export type MicroLoRAOptions = AdapterOptions & Shape;

/** Options that can also be changed later, with `setOptions`. */
export interface ChangeableOptions {
  /**
   * Belongs to its optimizer. `preconditioned`: 0.5 by default, the share of the output error at an
   * input that a step removes, to first order, for the gradient y - target; below 2. `sgd`:
   * min(0.02, 5.12 / in); `momentum`: min(0.002, 0.512 / in); `adam`, `adamw`: min(0.003, 0.1 / in);
   * these suit inputs of unit variance and `alpha` 1.
   */
  learningRate?: number;
  /** As in PyTorch: L2, but decoupled for `adamw` (0.01 by default) and `preconditioned`. 0 by default. */
  weightDecay?: number;
  /** Gradients in A and B together are scaled down to this norm; 0, the default, is off. */
  clipNorm?: number;
  /** Learning rate of B over that of A (LoRA+, arXiv 2402.12354); 1 by default. */
  ratio?: number;
  /** Of the optimizer of that name; 0.9 by default. It is the first of `betas`. */
  momentum?: number;
  /** Of `adam` and `adamw`; [0.9, 0.999] by default; the second above the square of the first. */
  betas?: readonly [number, number];
  /** Of `adam` and `adamw`; 1e-8 by default, 1e-12 at least. */
  epsilon?: number;
  /** After a step, B is scaled down to where `deltaNorm` is this; 0, the default, is off. */
  maxDeltaNorm?: number;
  /**
   * The share of B that is lost in each step, 1e-7 to 1; 0, the default, is off. With `sgd` it does
   * not keep an adapter from growing under noise: use `maxDeltaNorm`.
   */
  decayToBase?: number;
  /**
   * Standard deviation of the noise that `forward` of one vector adds to y, for `adaptWithReward`; 0,
   * the default, is none. About a tenth of the change in a number of y that is to be found.
   */
  explore?: number;
}

/** Of `learn`. */
export interface LossOptions {
  /**
   * `mse`, the default: 0.5 * ||y - t||^2. `huber`: the same up to `delta` in each number, then
   * linear. `cosine`: 1 - cos(y, t).
   */
  loss?: 'mse' | 'huber' | 'cosine';
  /** Of `huber`; 1 by default. */
  delta?: number;
  /** Over the numbers of y: `sum`, the default, or `mean`, not for `cosine`. */
  reduction?: 'sum' | 'mean';
}

/** Of `contrast`: give one of the two; a temperature of 0.07 by default. */
export interface ContrastOptions {
  /** InfoNCE: -log softmax(cos / temperature) at the positive (arXiv 1807.03748). */
  temperature?: number;
  /** Triplet: the mean over negatives of max(0, margin + cos(y, negative) - cos(y, positive)). */
  margin?: number;
}

export type OptimizerName = 'sgd' | 'momentum' | 'adam' | 'adamw' | 'preconditioned';

/** What {@link MicroLoRA} and {@link ScopedLoRA} have in common. */
interface Adapters {
  /** x (in): where {@link MicroLoRA.forward} without an argument reads, and where the last x stays. */
  readonly input: Float32Array;
  /** y (out), of the last forward. */
  readonly output: Float32Array;
  /** dL/dy (out): where `adapt` without an argument reads. */
  readonly gradient: Float32Array;
  /**
   * x, y and dL/dy of a batch, one view for each of `batch` rows: where `forwardBatch` and `adaptBatch`
   * read and write without a copy. The first ones are `input`, `output` and `gradient`.
   */
  readonly inputs: readonly Float32Array[];
  readonly outputs: readonly Float32Array[];
  readonly gradients: readonly Float32Array[];
  /** Rows that `forwardBatch` and `adaptBatch` take at most. */
  readonly batch: number;
  /** The length of x, as `in`. */
  readonly dim: number;
  readonly in: number;
  readonly out: number;
  readonly rank: number;
  readonly alpha: number;
  readonly optimizer: OptimizerName;
  readonly seed: number;
  readonly sharedIO: boolean;
  /** Whether y = x + delta(x), as with `{ dim }`, or y = delta(x). */
  readonly residual: boolean;
  learningRate: number;
  /** rank * (in + out), for each scope. */
  readonly paramCount: number;
  /** Gives the memory back. Twice is fine; any other call after it is `LORA_E_HANDLE`. */
  free(): void;
  [Symbol.dispose](): void;
}

export interface MicroLoRA extends Adapters {}

/**
 * One low-rank adapter: y = x + alpha * B^T A x, with A (rank, in) random and B (rank, out) zero at
 * the start, so that y = x until something was learned. Hu et al. 2021, arXiv 2106.09685.
 *
 * @throws `LORA_E_SHAPE` dim or rank out of range, `LORA_E_TYPE`, `LORA_E_NONFINITE`,
 *   `LORA_E_RANGE`, `LORA_E_OPTION`, `LORA_E_INIT` before {@link init}, `LORA_E_MEMORY`
 */
export class MicroLoRA {
  constructor(options: MicroLoRAOptions);
  /**
   * The answer for what is in `input`, to `output`. Allocates nothing.
   *
   * @throws `LORA_E_NONFINITE` for NaN or Infinity in the input
   */
  forward(): void;
  /** The answer for x (in), in a new array or in `out` (out), which it returns. */
  forward(x: Float32Array, out?: Float32Array): Float32Array;
  /**
   * One step against `gradient` = dL/dy (out) at the last forward, by the exact gradient of the loss
   * in A and B. Without an argument, with what is in `gradient`. For 0.5 * ||y - target||^2 the
   * gradient is y - target. A second step without a forward uses the same A x.
   *
   * @throws `LORA_E_STATE` without a forward before; `LORA_E_NONFINITE` for NaN, Infinity or numbers
   *   whose squares overflow, and where a weight would become infinite: the learning rate is too
   *   high for these inputs
   */
  adapt(gradient?: Float32Array): void;
  /**
   * The answers for the first `rows` of `inputs`, all `batch` of them by default, to `outputs`; each
   * with the bits of a `forward` of its own. Allocates nothing.
   *
   * @throws `LORA_E_SHAPE` for more rows than `batch`
   */
  forwardBatch(rows?: number): void;
  /** The answers for X (n, in), row-major, n from 1 to `batch`: (n, out), in a new array or in `out`. */
  forwardBatch(X: Float32Array, out?: Float32Array): Float32Array;
  /**
   * One step with the mean over the rows of their gradients dL/dy (n, out), all at the last
   * `forwardBatch`: the exact minibatch step. Without an argument, with what is in `gradients`.
   *
   * @throws `LORA_E_STATE` where the last forward had another number of rows
   */
  adaptBatch(gradients?: Float32Array): void;
  /**
   * Forward and step in one call, for a loss in y and target (out): 0.5 * ||y - target||^2 unless
   * `options` says another. Returns that loss, before the step, whose answer is in `output`. For the
   * default loss, the same bits as `forward(x)`, the subtraction and `adapt`, in less time.
   *
   * @throws as `forward` and `adapt`
   */
  learn(x: Float32Array, target: Float32Array, options?: LossOptions): number;
  /**
   * As `learn`, for X (n, in) and targets (n, out), n from 1 to `batch`: one step with the mean of
   * their gradients. Returns the mean of their losses.
   */
  learnBatch(X: Float32Array, targets: Float32Array, options?: LossOptions): number;
  /**
   * Forward and one step that moves the answer to a query (in) towards `positive` (out) and away from
   * `negatives` (k, out), by their cosine similarities to it: for personalised retrieval, where
   * candidates are embeddings as they are. Returns the loss, before the step.
   *
   * @throws as `learn`
   */
  contrast(
    query: Float32Array,
    positive: Float32Array,
    negatives: Float32Array,
    options?: ContrastOptions,
  ): number;
  /**
   * As `contrast`, for queries (n, in) and their positives (n, out): the positives of the other rows
   * are negatives to a row, and so are `negatives` (k, out). One step; returns the mean loss.
   */
  contrastBatch(
    queries: Float32Array,
    positives: Float32Array,
    negatives?: Float32Array,
    options?: ContrastOptions,
  ): number;
  /**
   * As `adapt`, but the gradient only waits for `step`. The first one takes memory for a gradient.
   */
  accumulate(gradient?: Float32Array): void;
  /**
   * One step with the mean of the gradients that wait.
   *
   * @throws `LORA_E_STATE` where none waits
   */
  step(): void;
  /** Options that can change; all are checked before any is set. */
  setOptions(options: ChangeableOptions): void;
  getOptions(): Required<ChangeableOptions>;
  /** Takes a share, 0 to 1, of B away: back towards y = x. The option of this name does it each step. */
  decayToBase(share: number): void;
  /**
   * With `explore`: a step of policy gradient (REINFORCE, Williams 1992) for the reward of the last
   * `forward`, whose answer had noise: towards the noise where the reward is above the running mean of
   * rewards, away from it where it is below. Neither scale nor offset of the rewards matters. The
   * first reward only sets the mean.
   * Without: a step along the last input: with gradient -clamp(reward, -2, 2) * x / ||x||. A positive reward
   * strengthens what the adapter adds in the direction of x, a negative one weakens it.
   *
   * @throws `LORA_E_SHAPE` where in is not out, without `explore`
   */
  adaptWithReward(reward: number): void;
  /** Frobenius norm of alpha * B^T A: how far the adapter has moved. O(rank^2 (in + out)). */
  readonly deltaNorm: number;
  /** Steps since the start or the last reset. */
  readonly adaptCount: number;
  /** Forwards since the start or the last reset. */
  readonly forwardCount: number;
  /** Copies. */
  getWeights(): Weights;
  /** Takes over copies; all are checked before any is written. */
  setWeights(weights: Weights): void;
  /** Weights and counts as they were at the start. */
  reset(): void;
}

export type ScopedLoRAOptions = AdapterOptions &
  Shape & {
    /** Names of the scopes; {@link DEFAULT_SCOPES} by default. At most 4096. */
    scopes?: readonly string[];
    /**
     * Categories and the scopes in them, each scope in one at most; {@link DEFAULT_CATEGORIES} with
     * the default scopes, otherwise none.
     */
    categories?: Readonly<Record<string, readonly string[]>>;
    /** On by default; see {@link ScopedLoRA}. */
    categoryFallback?: boolean;
  };

/** A scope by its number or its name. Any other is `LORA_E_SCOPE`. */
export type Scope = number | string;

export interface ScopedLoRA extends Adapters {}

/**
 * One adapter per scope, for instance per SQL operator.
 *
 * With category fallback, a scope that has not learned yet answers as its category does, which
 * learns from all its scopes. The scope's first step starts from a copy of the category, so the
 * answer does not jump; from then on it answers alone, and what other scopes learn does not touch
 * it. The category learns, from each step of a scope that answered y with gradient g, to answer
 * y - g.
 */
export class ScopedLoRA {
  constructor(options: ScopedLoRAOptions);
  /** The names, in order. */
  readonly scopes: readonly string[];
  /** The scopes in each category, as given. */
  readonly categories: Readonly<Record<string, readonly string[]>>;
  scopeName(scope: number): string;
  /** As {@link MicroLoRA.forward}, by the adapter of a scope. */
  forward(scope: Scope): void;
  forward(scope: Scope, x: Float32Array, out?: Float32Array): Float32Array;
  /**
   * As {@link MicroLoRA.adapt}.
   *
   * @throws `LORA_E_STATE` where the set's last forward was of another scope
   */
  adapt(scope: Scope, gradient?: Float32Array): void;
  /** As {@link MicroLoRA.forwardBatch}, by the adapter of a scope. */
  forwardBatch(scope: Scope, rows?: number): void;
  forwardBatch(scope: Scope, X: Float32Array, out?: Float32Array): Float32Array;
  /** As {@link MicroLoRA.adaptBatch}. */
  adaptBatch(scope: Scope, gradients?: Float32Array): void;
  /** As {@link MicroLoRA.learn}. */
  learn(scope: Scope, x: Float32Array, target: Float32Array, options?: LossOptions): number;
  /** As {@link MicroLoRA.learnBatch}. */
  learnBatch(scope: Scope, X: Float32Array, targets: Float32Array, options?: LossOptions): number;
  /** As {@link MicroLoRA.contrast}. */
  contrast(
    scope: Scope,
    query: Float32Array,
    positive: Float32Array,
    negatives: Float32Array,
    options?: ContrastOptions,
  ): number;
  /** As {@link MicroLoRA.contrastBatch}. */
  contrastBatch(
    scope: Scope,
    queries: Float32Array,
    positives: Float32Array,
    negatives?: Float32Array,
    options?: ContrastOptions,
  ): number;
  /** As {@link MicroLoRA.accumulate}; of these steps, a category learns from a scope's first one only. */
  accumulate(scope: Scope, gradient?: Float32Array): void;
  step(scope: Scope): void;
  /** Of one scope, or of all scopes and categories. */
  setOptions(options: ChangeableOptions, scope?: Scope): void;
  getOptions(scope: Scope): Required<ChangeableOptions>;
  decayToBase(scope: Scope, share: number): void;
  adaptWithReward(scope: Scope, reward: number): void;
  /** Of what the scope answers with: its own adapter or its category's. */
  deltaNorm(scope: Scope): number;
  adaptCount(scope: Scope): number;
  forwardCount(scope: Scope): number;
  readonly totalAdaptCount: number;
  readonly totalForwardCount: number;
  /** While it is off, scopes answer and learn alone, and categories do not learn. */
  categoryFallback: boolean;
  /** Of the scope's own adapter. */
  getWeights(scope: Scope): Weights;
  /** A scope that was given weights answers with them and no longer from its category. */
  setWeights(scope: Scope, weights: Weights): void;
  /** One scope back to its start (its category keeps what it learned), or everything. */
  reset(scope?: Scope): void;
}

export interface TrajectoryBufferOptions {
  /** How many trajectories are kept; 1000 by default. Each takes 4 * dim + 32 bytes or a bit more. */
  capacity?: number;
  /** Length of the embeddings, 1 to 8192. */
  dim: number;
  /** Operators are numbered below this, 1 to 256; 17 by default. */
  operators?: number;
  engine?: Engine;
}

export interface Trajectory {
  embedding: Float32Array;
  operator: number;
  attention: number;
  executionMs: number;
  baselineMs: number;
  /** baselineMs / executionMs - 1: 0.5 is half as fast again, 0 no change, -0.5 twice as slow. */
  improvement: number;
}

export interface GroupStatistics {
  /** The operator or attention type. */
  key: number;
  count: number;
  /** Of the improvements. */
  mean: number;
  /** Of the mean, from the sample; NaN for one trajectory. */
  standardError: number;
}

export interface SampleOptions {
  /**
   * `uniform`, the default, or `improvement`: as often as the improvement is large; those without one
   * only where none has one.
   */
  by?: 'uniform' | 'improvement';
  /** 0 to 2^32 - 1; 1 by default. */
  seed?: number;
}

/**
 * A ring of the last trajectories: what was tried, and how well it went. All statistics are over the
 * trajectories in the buffer, and 0 while it is empty; only `totalCount` counts all ever recorded.
 */
export class TrajectoryBuffer {
  constructor(options: TrajectoryBufferOptions);
  readonly capacity: number;
  readonly dim: number;
  readonly operators: number;
  /**
   * Records a trajectory, in place of the oldest when the buffer is full. Times are measured by the
   * caller, in any unit.
   *
   * @param embedding (dim)
   * @param operator below `operators`
   * @param attention 0 to 255: the mechanism, plan or arm that was used
   * @param executionMs above 0
   * @param baselineMs above 0: what it would have taken without
   */
  record(
    embedding: Float32Array,
    operator: number,
    attention: number,
    executionMs: number,
    baselineMs: number,
  ): void;
  readonly length: number;
  readonly isEmpty: boolean;
  /** Of all recorded since the start or the last reset, those no longer in the buffer included. */
  readonly totalCount: number;
  /** The share with an improvement above 0. */
  readonly successRate: number;
  readonly bestImprovement: number;
  readonly meanImprovement: number;
  /** Of the improvements, as a sample (n - 1); 0 for fewer than two. */
  readonly variance: number;
  /** The attention type with the highest mean improvement, the lower number at a tie. */
  readonly bestAttention: number;
  /** How many have an improvement above the threshold. */
  highQualityCount(threshold: number): number;
  countByOperator(operator: number): number;
  /** A copy of a trajectory, 0 the oldest. */
  get(index: number): Trajectory;
  /** From the oldest to the newest. */
  [Symbol.iterator](): IterableIterator<Trajectory>;
  /** Those for which `keep` answers true, oldest first. */
  filter(keep: (trajectory: Trajectory) => boolean): Trajectory[];
  /** Those with the highest improvements, the best first; the older at a tie. */
  top(count: number): Trajectory[];
  /** Improvements by operator or by attention type, in the order of their numbers. */
  statistics(by: 'operator' | 'attention'): GroupStatistics[];
  /**
   * Trajectories at random, with replacement, to learn from again: seeded, so that a run can be
   * repeated.
   *
   * @throws `LORA_E_STATE` where the buffer is empty
   */
  sample(count: number, options?: SampleOptions): Trajectory[];
  reset(): void;
  free(): void;
  [Symbol.dispose](): void;
}

/** Scan, Filter, Join, Aggregate, Project, Sort, Limit, GroupBy, IndexScan, ...: 17 names. */
export const DEFAULT_SCOPES: readonly string[];
export const DEFAULT_CATEGORIES: Readonly<
  Record<'scans' | 'joins' | 'aggregation' | 'shaping' | 'vector', readonly string[]>
>;
/** The scopes of npm `@ruvector/learning-wasm`, in its order. */
export const PUBLISHED_SCOPES: readonly string[];

/**
 * {@link MicroLoRA} under the names of the product description. Steps need no forward before them:
 * they are taken at the last input the object saw, or at the unit all-ones vector.
 */
export class WasmMicroLoRA {
  /** 256, 0.1 and 0.01 by default. */
  constructor(dim?: number | null, alpha?: number | null, learning_rate?: number | null);
  /** Address in `(await init()).memory` of what `forward()` takes as x and `adapt()` as gradient. */
  get_input_ptr(): number;
  get_output_ptr(): number;
  forward(): void;
  forward_array(input: ArrayLike<number>): Float32Array;
  /** With what is at `get_input_ptr()` as gradient. */
  adapt(): void;
  adapt_array(gradient: ArrayLike<number>): void;
  adapt_with_reward(improvement: number): void;
  delta_norm(): number;
  adapt_count(): bigint;
  forward_count(): bigint;
  param_count(): number;
  dim(): number;
  reset(): void;
  free(): void;
  [Symbol.dispose](): void;
}

/** {@link ScopedLoRA} with the default scopes, under the names of the product description. */
export class WasmScopedLoRA {
  constructor(dim?: number | null, alpha?: number | null, learning_rate?: number | null);
  static scope_name(op_type: number): string;
  get_input_ptr(op_type?: number): number;
  get_output_ptr(): number;
  forward(op_type: number): void;
  forward_array(op_type: number, input: ArrayLike<number>): Float32Array;
  adapt(op_type: number): void;
  adapt_array(op_type: number, gradient: ArrayLike<number>): void;
  adapt_with_reward(op_type: number, improvement: number): void;
  delta_norm(op_type: number): number;
  adapt_count(op_type: number): bigint;
  forward_count(op_type: number): bigint;
  total_adapt_count(): bigint;
  total_forward_count(): bigint;
  set_category_fallback(enabled: boolean): void;
  reset_scope(op_type: number): void;
  reset_all(): void;
  free(): void;
  [Symbol.dispose](): void;
}

/** {@link TrajectoryBuffer} with operators 0 to 255, under the names of the product description. */
export class WasmTrajectoryBuffer {
  /** 1000 and 256 by default. */
  constructor(capacity?: number | null, embedding_dim?: number | null);
  record(
    embedding: ArrayLike<number>,
    op_type: number,
    attention_type: number,
    execution_ms: number,
    baseline_ms: number,
  ): void;
  success_rate(): number;
  best_improvement(): number;
  mean_improvement(): number;
  variance(): number;
  best_attention(): number;
  high_quality_count(threshold: number): number;
  count_by_operator(op_type: number): number;
  len(): number;
  total_count(): bigint;
  is_empty(): boolean;
  reset(): void;
  free(): void;
  [Symbol.dispose](): void;
}
