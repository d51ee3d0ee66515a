/// <reference lib="esnext.disposable" />
// microlora: low-rank adapters that learn online. The types, and with them the manual.
//
// Objects can be frozen, sealed, and wrapped by proxies, as stores and frameworks do: they work on. All
// vectors are Float32Array. Anything wrong with an argument, a state or a result is a LoraError,
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
  /**
   * The engine's memory is full, and the message says what was asked for and how to get more; or the
   * process has no room for one more engine.
   */
  | 'LORA_E_MEMORY'
  /** An option, or a value of one, that does not exist. */
  | 'LORA_E_OPTION'
  /** A value of the wrong type. */
  | 'LORA_E_TYPE'
  /** Nothing is initialised yet. */
  | 'LORA_E_INIT'
  /** No WebAssembly, or a module that is not there, is not allowed to be compiled, or is not this one. */
  | 'LORA_E_MODULE'
  /** WebAssembly SIMD is missing, or computes wrongly. */
  | 'LORA_E_SIMD'
  /** Bytes that are not what they should be: damaged, of another format, or for something else. */
  | 'LORA_E_FILE'
  /** A place to keep files in failed, or cannot be used here; `cause` is its own error. */
  | 'LORA_E_STORAGE';

/** Every error of this package, with a `code`. `message` says what was given, what was expected and what to do. */
export class LoraError extends Error {
  /** The package makes its own; this is for tests of programs. @throws nothing: all is taken as it is */
  constructor(code: LoraErrorCode, message: string, cause?: unknown);
  /** What to branch on: it stays the same where a message may be reworded. */
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

/** What {@link init}, {@link initSync} and {@link createEngine} take. All can be left out. */
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
  /**
   * Whether an adapter may say on the console, once for each engine, that its inputs are not centred: see
   * {@link Diagnosis}. `true` by default.
   */
  warnings?: boolean;
}

/** One instance of the module, with memory of its own. */
export interface Engine {
  /** What all objects of the engine live in; `memory.buffer` changes with {@link Engine.grow} only. */
  readonly memory: WebAssembly.Memory;
  /** Whether this is the SIMD build. Results are the same to the bit. */
  readonly simd: boolean;
  /** Bytes; `largestFree` is the largest object that would still fit. */
  readonly memoryUsage: { used: number; free: number; largestFree: number };
  /**
   * Adds memory. Views taken before (`lora.input`, your own over `memory.buffer`) are detached by
   * it; take them again. The getters of all classes always give valid ones.
   *
   * @param bytes how many more, 1 at least
   * @throws `LORA_E_MEMORY` where the system gives no more, `LORA_E_RANGE`, `LORA_E_TYPE`
   */
  grow(bytes: number): void;
  /** What it is and how full, for logs; consoles show the same. @throws nothing */
  toJSON(): object;
}

/**
 * Loads the module and makes the engine that all classes share. Further calls return the same one;
 * a failed call can be made again.
 *
 * @throws `LORA_E_MODULE`, `LORA_E_SIMD`, `LORA_E_MEMORY`; `LORA_E_STATE` if there is an engine already
 *   and it is not as these options say
 */
export default function init(options?: EngineOptions | ModuleSource): Promise<Engine>;

/**
 * As {@link init}, at once. `module` must be a compiled module or bytes.
 *
 * @throws as {@link init}; `LORA_E_SIMD` where SIMD does not work: import from `microlora/scalar` there
 */
export function initSync(
  options?: EngineOptions<WebAssembly.Module | BufferSource> | WebAssembly.Module | BufferSource,
): Engine;

/**
 * Makes another engine, with memory of its own, for the option `engine` of the classes.
 *
 * @throws `LORA_E_MODULE`, `LORA_E_SIMD`, `LORA_E_MEMORY`
 */
export function createEngine(options?: EngineOptions | ModuleSource): Promise<Engine>;

/** The two factors of an adapter, row-major. */
export interface Weights {
  /** (rank, in) */
  A: Float32Array;
  /** (rank, out) */
  B: Float32Array;
}

/** What the two kinds of adapters take, beside their shape. */
interface AdapterOptions extends ChangeableOptions {
  /**
   * 1 to 64; 2 by default, which is also the fastest per number. Too low a rank costs what it cannot
   * hold: a map of four equal directions keeps 71 % of error at rank 2. Too high a one costs little: with
   * noise of a quarter of the signal, a map of rank 2 keeps 3.4 % at rank 2 and 5.0 % at 8. So 4 to 8
   * where the rank is not known (`make bench-learn`, panel Rank).
   */
  rank?: number;
  /**
   * Multiplies the delta: y = x + alpha * B^T A x. 1 by default. The `lora_alpha` of Hugging Face
   * PEFT is alpha * rank.
   */
  alpha?: number;
  /**
   * How a gradient becomes a step. `preconditioned`, the default, learns alike for any `alpha` and
   * length of the inputs (arXiv 2402.02347), a map of rank 2 at dim 256 to 1 % in 3160 examples; the
   * others are as in PyTorch, and want their rate chosen. `sgd` takes 2900 where inputs have unit
   * variance and `alpha` is 1; `adam` at its default rate does not stay at 1 % there
   * (`make bench-learn`, panels Optimizers).
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
  /**
   * In a space the adapter maps what it is given by itself: inputs as queries; the targets of `learn`
   * and the candidates of `contrast` and `score` as documents. Outputs and gradients are of the space.
   * `learn` and `contrast` also teach the space its queries. `dim` is then the space's.
   */
  space?: EmbeddingSpace;
  /**
   * In a space: outputs have no, half of or the whole delta, whichever did best on what `learn` and
   * `contrast` were given lately, each measured before its step; so wrong feedback does no harm, and
   * `served` says which it is. Learning goes on as ever. A step then takes about twice as long. `false` by
   * default.
   */
  cautious?: boolean;
  /** From {@link createEngine}; by default the shared one. */
  engine?: Engine;
}

/** `{ dim }`: y = x + delta(x). `{ in, out }`: y = delta(x). Each 1 to 16384. */
export type Shape =
  | {
      /** Length of x and of y; y = x + delta(x). 1 to 16384. */
      dim: number;
      /** Not beside `dim`. */
      in?: undefined;
      /** Not beside `dim`. */
      out?: undefined;
    }
  | {
      /** Not beside `in` and `out`. */
      dim?: undefined;
      /** Length of x, 1 to 16384; y = delta(x), without x itself. */
      in: number;
      /** Length of y, 1 to 16384. */
      out: number;
    };

/** `{ space }`, which has a `dim` of its own. */
export type InSpace = {
  /** What it is in; see {@link EmbeddingSpace}. */
  space: EmbeddingSpace;
  /** That of the space, if given. */
  dim?: number;
  /** Not beside `space`. */
  in?: undefined;
  /** Not beside `space`. */
  out?: undefined;
};

/** Of {@link MicroLoRA}: its shape is all that must be given. */
export type MicroLoRAOptions = AdapterOptions & (Shape | InSpace);

/** Options that can also be changed later, with `setOptions`. */
export interface ChangeableOptions {
  /**
   * Belongs to its optimizer. `preconditioned`: 0.5 by default, the share of the output error at an
   * input that a step removes, to first order, for the gradient y - target; below 2. `sgd`:
   * min(0.02, 5.12 / in); `momentum`: min(0.002, 0.512 / in); `adam`, `adamw`: min(0.003, 0.1 / in);
   * these suit inputs of unit variance and `alpha` 1.
   *
   * Lower it where data is noisy. `preconditioned` takes 830 examples to 1 % with 0.5 at dim 64, 1340
   * with 0.25; with noise as strong as the signal errors settle at 13 %, 9 % with 0.25, 6 % with 0.1:
   * near sqrt(rate * rank / out) (`make bench-learn`, panels Rate).
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
  /**
   * After a step, B is scaled down to where `deltaNorm` is this; 0, the default, is off. Holds with every
   * optimizer and rate.
   */
  maxDeltaNorm?: number;
  /**
   * The share of B that is lost in each step, 1e-7 to 1; 0, the default, is off. `preconditioned` it
   * keeps near rate * |g| / |x| / sqrt(2 * share) under noise. With `sgd` and `momentum` it does not keep
   * an adapter from growing where the square of rate * |x| * |g| (of ten times that with `momentum`) is
   * near twice the share or above: use `maxDeltaNorm`.
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

/** Of `diagnose`. */
export interface Diagnosis {
  /**
   * The mean cosine of inputs that came one after the other, of the first 128; `undefined` before 16
   * that are not the same.
   */
  meanCosine: number | undefined;
  /**
   * What to do where it is above 0.5 and the adapter is in no {@link EmbeddingSpace}. It is also said on
   * the console, once for each engine, after 64 steps of an adapter.
   */
  advice: string | undefined;
}

/** Of `score` and `order`. */
export interface ScoreOptions {
  /** Whether the documents are what `space.document` made of them; false by default. */
  mapped?: boolean;
}

/** Of `click`. */
export interface ClickOptions {
  /** Of the softmax, in spreads of the space; 1 by default. */
  temperature?: number;
  /** Whether `shown` are what `space.document` made of the documents; false by default. */
  mapped?: boolean;
}

/** Of `contrast`: give `temperature` or `margin`, not both. */
export interface ContrastOptions {
  /**
   * InfoNCE: -log softmax(cos / t) at the positive (arXiv 1807.03748), t being the temperature times
   * its unit. Half the spread by default.
   */
  temperature?: number;
  /**
   * Of the temperature. `'spread'` (default): the standard deviation of cosines, as one temperature
   * then fits every embedding model: that of random documents, of the adapter's space; without one,
   * that of the negatives this scope has met. `'cosine'`: 1; the default temperature is then 0.07.
   */
  units?: 'spread' | 'cosine';
  /** Triplet: the mean over negatives of max(0, margin + cos(y, negative) - cos(y, positive)). */
  margin?: number;
}

/** How a gradient becomes a step; `preconditioned` is the default. */
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
   * x (in) of a batch, one view for each of `batch` rows: where `forwardBatch(rows)` reads without a
   * copy. The first one is `input`.
   */
  readonly inputs: readonly Float32Array[];
  /** y (out) of the last `forwardBatch`, a view a row. The first one is `output`. */
  readonly outputs: readonly Float32Array[];
  /** dL/dy (out) of a batch, a view a row: where `adaptBatch()` reads. The first one is `gradient`. */
  readonly gradients: readonly Float32Array[];
  /** Rows that `forwardBatch` and `adaptBatch` take at most. */
  readonly batch: number;
  /** The length of x, as `in`. */
  readonly dim: number;
  /** The length of x. */
  readonly in: number;
  /** The length of y. */
  readonly out: number;
  /** Rows of A and of B. */
  readonly rank: number;
  /** What multiplies the delta, fixed at the start. */
  readonly alpha: number;
  /** Fixed at the start. */
  readonly optimizer: OptimizerName;
  /** Of the first A and of the noise, as given. */
  readonly seed: number;
  /** Whether input, output and gradient are shared, as given. */
  readonly sharedIO: boolean;
  /** Whether y = x + delta(x), as with `{ dim }`, or y = delta(x). */
  readonly residual: boolean;
  /** The space it is in, if any. */
  readonly space: EmbeddingSpace | undefined;
  /** Whether it serves only what did well, as given. */
  readonly cautious: boolean;
  /**
   * Can be set at any time, to a number of 0 or more; see {@link ChangeableOptions.learningRate}. Of a
   * `ScopedLoRA`: of all scopes.
   */
  learningRate: number;
  /** rank * (in + out), for each scope. */
  readonly paramCount: number;
  /** What stands in the way of learning. @throws `LORA_E_HANDLE` after `free` */
  diagnose(): Diagnosis;
  /** Gives the memory back. Twice is fine; any other call after it is `LORA_E_HANDLE`. */
  free(): void;
  /**
   * What the object was made with and its counts, for logs; consoles show the same. This is no copy: `save`
   * of `microlora/safetensors` keeps what was learned.
   *
   * @throws nothing
   */
  toJSON(): object;
  /** `free()`, for `using` and for `DisposableStack`. */
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
  /** Its shape and options. @throws see {@link MicroLoRA} */
  constructor(options: MicroLoRAOptions);
  /**
   * The answer for what is in `input` (in), to `output` (out). Allocates nothing.
   *
   * @throws `LORA_E_NONFINITE` for NaN or Infinity in the input
   */
  forward(): void;
  /**
   * The answer for x (in), in a new array or in `out` (out), which it returns.
   *
   * @throws `LORA_E_SHAPE` for another length, `LORA_E_TYPE` for what is no Float32Array,
   *   `LORA_E_NONFINITE` for NaN or Infinity
   */
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
  /**
   * The answers for X (n, in), row-major, n from 1 to `batch`: (n, out), in a new array or in `out`.
   *
   * @throws as `forward`
   */
  forwardBatch(X: Float32Array, out?: Float32Array): Float32Array;
  /**
   * One step with the mean over the rows of their gradients dL/dy (n, out), all at the last
   * `forwardBatch`: the exact minibatch step. Without an argument, with what is in `gradients`.
   * `preconditioned` makes it as long as the inputs allow: where they have many directions, so that each
   * row counts nearly as it would alone; `accumulate` and `step`, which see no rows together, as if all
   * were alike.
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
   * A user was shown documents (k, dim), k from 2 to 32, in this order, and took the one at `index`. In a
   * space only. Returns the loss, -log of how likely that click was, before the step.
   *
   * Two things set it apart from `contrast`. People take what is first, whatever it is: how often each
   * place was taken so far is the prior of the softmax, so a click teaches what the place does not say.
   * And besides the delta it learns a shift, for likings that are the same for every query (y = u + b +
   * alpha B^T A u), which learns within tens of clicks. Adapters that are `cautious` serve of both only
   * what proves right: use it where anyone may click. See `lora_click` in lora.h.
   *
   * @throws `LORA_E_STATE`: in no space; `LORA_E_SHAPE`: `shown` or `index`; else as `learn`
   */
  click(query: Float32Array, shown: Float32Array, index: number, options?: ClickOptions): number;
  /** The share of what was learned that outputs have: 0, 0.5 or 1; 1 where it is not `cautious`. */
  readonly served: number;
  /**
   * The cosine similarities of the answer to x (in) and of each of `documents` (k, out), in their order.
   * Nothing changes, also not what `adapt` may follow.
   *
   * @throws `LORA_E_NONFINITE`, `LORA_E_SHAPE`
   */
  score(x: Float32Array, documents: Float32Array, options?: ScoreOptions): Float32Array;
  /** The numbers of `documents` (k, out), the most similar to the answer to x first. @throws as `score` */
  order(x: Float32Array, documents: Float32Array, options?: ScoreOptions): Uint32Array;
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
  /**
   * Options that can change; all are checked before any is set.
   *
   * @throws `LORA_E_OPTION` for one that does not exist or cannot change, `LORA_E_RANGE`, `LORA_E_TYPE`
   */
  setOptions(options: ChangeableOptions): void;
  /** The present values, with those the optimizer does not use. */
  getOptions(): Required<ChangeableOptions>;
  /**
   * Takes a share, 0 to 1, of B away, and of the shift that clicks taught: back towards y = x. The option
   * of this name does it each step.
   *
   * @throws `LORA_E_RANGE` outside that
   */
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
  /** Copies of A (rank, in) and B (rank, out). */
  getWeights(): Weights;
  /**
   * Takes over copies of A (rank, in) and B (rank, out); all are checked before any is written.
   *
   * @throws `LORA_E_SHAPE`, `LORA_E_TYPE`, `LORA_E_NONFINITE`
   */
  setWeights(weights: Weights): void;
  /**
   * alpha * B^T A, row-major (out, in): a copy of what is added to the identity, or is the answer. A shift
   * that clicks taught is no part of it.
   */
  delta(): Float32Array;
  /**
   * Adds the delta to a base matrix of the caller's, and returns it: so that W x becomes W x + delta x
   * without an adapter.
   *
   * @param W (out, in), row-major: as the weight of a linear layer in PyTorch
   * @throws `LORA_E_NONFINITE` where W, or a sum, is not finite; `LORA_E_STATE` where clicks have taught a
   *   shift, which a matrix cannot hold; W is then as it was
   */
  mergeInto(W: Float32Array): Float32Array;
  /** The inverse of {@link MicroLoRA.mergeInto} for W (out, in), up to the rounding of f32: keep W where bits matter. */
  unmergeFrom(W: Float32Array): Float32Array;
  /** Another adapter with the same options, that goes on as this one would after its next `forward`. */
  clone(): MicroLoRA;
  /**
   * Takes over all that another adapter of the same engine has learned: weights, state of the
   * optimizer, counts; the options stay.
   *
   * @throws `LORA_E_SHAPE` where in, out, rank, alpha or optimizer differ
   */
  copyFrom(other: MicroLoRA): void;
  /**
   * A new adapter of another rank, with the best approximation of this one's delta (truncated singular
   * value decomposition), exact where the rank is no lower than that of the delta. Its counts and the
   * state of its optimizer are new. `(resized.deltaNorm / lora.deltaNorm) ** 2` is the energy it kept.
   *
   * @throws `LORA_E_SHAPE` where the rank is not 1 to 64, `LORA_E_MEMORY`
   */
  resize(rank: number): MicroLoRA;
  /**
   * What was learned since an earlier state of this adapter, as an adapter of its own: what a device
   * sends instead of data.
   *
   * @param since such as `lora.clone()` made it; of the same engine
   * @throws `LORA_E_SHAPE` where in, out or the number of scopes differ, or the rank is not 1 to 64;
   *   `LORA_E_MEMORY`
   */
  update(since: MicroLoRA, options?: UpdateOptions): Combined<MicroLoRA>;
  /** Weights and counts as they were at the start. */
  reset(): void;
}

/** Of {@link MicroLoRA.update}. */
export interface UpdateOptions {
  /** Of the result; by default that of both together, which is exact. */
  rank?: number;
  /** The Frobenius norm that the update is scaled down to where it has a larger one; 0, off, by default. */
  maxNorm?: number;
}

/** What a sum of adapters became. */
export interface Combined<Adapter> {
  /** With the options of the first adapter of the sum, new counts and a new state of the optimizer. */
  adapter: Adapter;
  /**
   * Squared norm of the result over that of the exact sum, 0 to 1, before `maxNorm`; of a
   * {@link ScopedLoRA} the lowest of its adapters.
   */
  keptEnergy: number;
  /**
   * 0 where the ranks add up to no more than 128 (or four times the rank of the result). Of more, the
   * sum is folded to the stronger half of its directions again and again, and this is the most that it
   * can have changed by, as a share of its norm; `keptEnergy` is then an estimate. It is a bound: for 60
   * unrelated adapters folded within 64 rows it is 0.25, while the error is 0.8298 instead of 0.8294.
   */
  foldError: number;
}

/**
 * The average of the deltas alpha * B^T A (not of the factors, whose average has another product),
 * as the best adapter of a rank: stacked factors, thin QR, small singular value decomposition, in f64
 * (Eckart and Young 1936, doi 10.1007/BF02288367). For federated learning: devices send adapters, or
 * their `update`s, and no data.
 *
 * Of {@link ScopedLoRA}s with the same scopes, each scope is averaged over those that learned it.
 * Memory for the time of the call: 8 * r * (in + out + 3 * r) bytes, r the sum of the ranks, but at most
 * 128 or four times the rank of the result; so 0.9 MB for any number of adapters at dim 256.
 *
 * @param members of one engine, one in and out, any rank, alpha and optimizer; weights are not
 *   negative, 1 by default, and are divided by their sum
 * @param options `rank` of the result, by default the highest among the members
 * @throws `LORA_E_SHAPE` where in, out or the number of scopes differ, `LORA_E_RANGE` where no weight is
 *   above 0
 */
export function average<Adapter extends MicroLoRA | ScopedLoRA>(
  members: readonly { adapter: Adapter; weight?: number }[],
  options?: { rank?: number },
): Combined<Adapter>;

/** Of {@link ScopedLoRA}: those of one adapter, which all scopes have, and the names of the scopes. */
export type ScopedLoRAOptions = AdapterOptions &
  (Shape | InSpace) & {
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
 *
 * @throws in any call `LORA_E_SCOPE` for a scope that the set does not have
 */
export class ScopedLoRA {
  /** @throws as {@link MicroLoRA}; `LORA_E_RANGE` for no scopes or too many */
  constructor(options: ScopedLoRAOptions);
  /** The names, in order. */
  readonly scopes: readonly string[];
  /** The scopes in each category, as given. */
  readonly categories: Readonly<Record<string, readonly string[]>>;
  /** The name of a scope by its number. @throws `LORA_E_SCOPE` */
  scopeName(scope: number): string;
  /** As {@link MicroLoRA.forward} on views, by the adapter of a scope. */
  forward(scope: Scope): void;
  /** As {@link MicroLoRA.forward}, by the adapter of a scope: x (in), `out` (out). */
  forward(scope: Scope, x: Float32Array, out?: Float32Array): Float32Array;
  /**
   * As {@link MicroLoRA.adapt}.
   *
   * @throws `LORA_E_STATE` where the set's last forward was of another scope
   */
  adapt(scope: Scope, gradient?: Float32Array): void;
  /** As {@link MicroLoRA.forwardBatch} on views, by the adapter of a scope. */
  forwardBatch(scope: Scope, rows?: number): void;
  /** As {@link MicroLoRA.forwardBatch}, by the adapter of a scope: X (n, in), `out` (n, out). */
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
  /** As {@link MicroLoRA.click}. */
  click(
    scope: Scope,
    query: Float32Array,
    shown: Float32Array,
    index: number,
    options?: ClickOptions,
  ): number;
  /** As {@link MicroLoRA.served}, of a scope. @throws `LORA_E_SCOPE` */
  served(scope: Scope): number;
  /** As {@link MicroLoRA.score}. */
  score(
    scope: Scope,
    x: Float32Array,
    documents: Float32Array,
    options?: ScoreOptions,
  ): Float32Array;
  /** As {@link MicroLoRA.order}. */
  order(
    scope: Scope,
    x: Float32Array,
    documents: Float32Array,
    options?: ScoreOptions,
  ): Uint32Array;
  /** As {@link MicroLoRA.accumulate}; of these steps, a category learns from a scope's first one only. */
  accumulate(scope: Scope, gradient?: Float32Array): void;
  /** As {@link MicroLoRA.step}. */
  step(scope: Scope): void;
  /** As {@link MicroLoRA.setOptions}, for one scope, or for all scopes and categories. */
  setOptions(options: ChangeableOptions, scope?: Scope): void;
  /** As {@link MicroLoRA.getOptions}. @throws `LORA_E_SCOPE` */
  getOptions(scope: Scope): Required<ChangeableOptions>;
  /** As {@link MicroLoRA.decayToBase}. */
  decayToBase(scope: Scope, share: number): void;
  /** As {@link MicroLoRA.adaptWithReward}. */
  adaptWithReward(scope: Scope, reward: number): void;
  /**
   * As {@link MicroLoRA.deltaNorm}, of what the scope uses: its own adapter or its category's.
   *
   * @throws `LORA_E_SCOPE`
   */
  deltaNorm(scope: Scope): number;
  /** Steps of a scope since the start or its last reset. @throws `LORA_E_SCOPE` */
  adaptCount(scope: Scope): number;
  /** Forwards of a scope since the start or its last reset. @throws `LORA_E_SCOPE` */
  forwardCount(scope: Scope): number;
  /** Steps of all scopes together. */
  readonly totalAdaptCount: number;
  /** Forwards of all scopes together. */
  readonly totalForwardCount: number;
  /** While it is off, scopes answer and learn alone, and categories do not learn. */
  categoryFallback: boolean;
  /** As {@link MicroLoRA.getWeights}, of the scope's own adapter. @throws `LORA_E_SCOPE` */
  getWeights(scope: Scope): Weights;
  /** As {@link MicroLoRA.setWeights}. A scope that was given weights uses them and no longer from its category. */
  setWeights(scope: Scope, weights: Weights): void;
  /** Of what the scope uses; otherwise as {@link MicroLoRA.delta}. @throws `LORA_E_SCOPE` */
  delta(scope: Scope): Float32Array;
  /** Of what the scope uses; otherwise as {@link MicroLoRA.mergeInto}. */
  mergeInto(scope: Scope, W: Float32Array): Float32Array;
  /** As {@link MicroLoRA.unmergeFrom}. */
  unmergeFrom(scope: Scope, W: Float32Array): Float32Array;
  /** As {@link MicroLoRA.clone}, with all scopes and categories. */
  clone(): ScopedLoRA;
  /** As {@link MicroLoRA.copyFrom}; the numbers of scopes and categories must be the same too. */
  copyFrom(other: ScopedLoRA): void;
  /** As {@link MicroLoRA.resize}, of every scope that has learned and every category. */
  resize(rank: number): ScopedLoRA;
  /** As {@link MicroLoRA.update}, of every scope that has learned and every category. */
  update(since: ScopedLoRA, options?: UpdateOptions): Combined<ScopedLoRA>;
  /**
   * One scope back to its start (its category keeps what it learned), or everything.
   *
   * @throws `LORA_E_SCOPE`
   */
  reset(scope?: Scope): void;
}

/** Of {@link EmbeddingSpace}. */
export interface EmbeddingSpaceOptions {
  /** Length of the embeddings, 1 to 16384. */
  dim: number;
  /**
   * Leading directions that are softened: below `dim`, at most 64; 32 by default (below `dim`). 0 takes
   * the means away and nothing else; 16 takes half the time of 32.
   */
  directions?: number;
  /** From {@link createEngine}; by default the shared one. */
  engine?: Engine;
}

/** Of {@link EmbeddingSpace}: what it takes to map vectors elsewhere. */
export interface ExportedSpace {
  /** (dim): what is subtracted from a document. */
  documentMean: Float32Array;
  /** (dim): what is subtracted from a query, once some queries were learned. */
  queryMean: Float32Array;
  /** (directions, dim): unit vectors v, or zeros. */
  directions: Float32Array;
  /** (directions): t - (1 - scale) (v.t) v for each softens t; then it is divided by its length. */
  scales: Float32Array;
}

/** Of {@link EmbeddingSpace.fitRawIndex}. */
export interface RawIndexFit {
  /** (dim): store it beside the space. */
  correction: Float32Array;
  /**
   * The share of the variance of the documents' lengths in the space that it explains, 0 to 1: the nearer to 1,
   * the nearer is the order of the index to that of the space.
   */
  r2: number;
}

/**
 * The space in which embeddings of one corpus are compared and learned, one for all adapters of that
 * corpus. Embeddings of real models share a direction, so that cosines of documents that have nothing in
 * common are high and adapters learn slowly. A space takes away the means of documents and of queries and
 * softens the leading directions of what is left (arXiv 1702.01417; found online by CCIPCA, doi
 * 10.1109/TPAMI.2003.1217609). What it makes of a vector has length 1. It needs no labels.
 *
 * Learn the documents first; `freeze()` once they are indexed. Queries are learned by the adapters in it.
 * It takes about 4 * dim * (directions + 7) bytes. Equal calls give equal bits everywhere.
 */
export class EmbeddingSpace {
  /**
   * @throws `LORA_E_SHAPE` dim out of range, `LORA_E_RANGE` directions, `LORA_E_TYPE`, `LORA_E_OPTION`,
   *   `LORA_E_INIT` before {@link init}, `LORA_E_MEMORY`
   */
  constructor(options: EmbeddingSpaceOptions);
  /** Length of the embeddings. */
  readonly dim: number;
  /** How many leading directions are softened. */
  readonly directions: number;
  /**
   * Learns from documents (n, dim), one or many, in turn.
   *
   * @throws `LORA_E_STATE` where it is frozen; `LORA_E_SHAPE`, `LORA_E_TYPE`; `LORA_E_NONFINITE` where the
   *   sum of squares of a document is not finite in 32 bits: nothing is learned then
   */
  learnDocuments(documents: Float32Array): void;
  /** Learns from queries (n, dim), one or many, in turn. @throws as `learnDocuments`, but for frozen ones */
  learnQueries(queries: Float32Array): void;
  /** `input` as a document of the space, to `output`. @throws `LORA_E_NONFINITE` */
  document(): void;
  /**
   * A document (dim) as it is in the space: of length 1, or 0. A new array, or `out`.
   *
   * @throws `LORA_E_SHAPE`, `LORA_E_TYPE`, `LORA_E_NONFINITE`
   */
  document(document: Float32Array, out?: Float32Array): Float32Array;
  /** `input` as a query of the space, to `output`. @throws `LORA_E_NONFINITE` */
  query(): void;
  /** A query (dim) as it is in the space: of length 1, or 0. @throws as `document` */
  query(query: Float32Array, out?: Float32Array): Float32Array;
  /** As `document`, for many (n, dim). */
  documents(documents: Float32Array, out?: Float32Array): Float32Array;
  /** As `query`, for many (n, dim). */
  queries(queries: Float32Array, out?: Float32Array): Float32Array;
  /** (dim): for `document()` and `query()` without copies. It stays valid until `engine.grow`. */
  readonly input: Float32Array;
  /** (dim): what `document` and `query` made last. */
  readonly output: Float32Array;
  /** How many documents were learned. */
  readonly documentCount: number;
  /** How many queries were learned. */
  readonly queryCount: number;
  /** The standard deviation of the cosine of two random documents in the space, estimated. */
  readonly spread: number;
  /** Whether it learns no documents. */
  readonly frozen: boolean;
  /**
   * From now on no documents are learned, so that what is indexed stays right; queries still are. `false`
   * takes that back. @throws `LORA_E_TYPE`
   */
  freeze(on?: boolean): void;
  /** What it takes to map vectors elsewhere. */
  export(): ExportedSpace;
  /**
   * What `rawQuery` needs where an index keeps documents as they are: learn documents, `freeze()`, and give it
   * those of the index, or a few thousand of them (n, dim). It fits the length that a document has in the
   * space, before it is divided by it, as a linear function of the document. Fit again where documents were
   * learned since.
   *
   * @throws `LORA_E_STATE` where no documents were learned, `LORA_E_SHAPE`, `LORA_E_TYPE`, `LORA_E_NONFINITE`
   */
  fitRawIndex(documents: Float32Array): RawIndexFit;
  /**
   * What to send to an index that keeps documents as they are and searches by inner product, in place of an
   * answer (dim) of an adapter in this space, or of `query(x)`. The order is nearly that of the space. A new
   * array (dim), or `out`; its length means nothing.
   *
   * @throws `LORA_E_SHAPE`, `LORA_E_TYPE`, `LORA_E_NONFINITE`
   */
  rawQuery(answer: Float32Array, correction: Float32Array, out?: Float32Array): Float32Array;
  /** Another one that has learned the same. @throws `LORA_E_MEMORY` */
  clone(): EmbeddingSpace;
  /**
   * Takes over all that another one has learned.
   *
   * @throws `LORA_E_SHAPE` where `dim` or `directions` differ, `LORA_E_OPTION` of another engine,
   *   `LORA_E_TYPE`
   */
  copyFrom(other: EmbeddingSpace): void;
  /** As it was at creation. Adapters in it keep what they learned, which no longer fits. */
  reset(): void;
  /**
   * Gives the memory back, once the adapters in it are freed too. Later calls throw `LORA_E_HANDLE`; a
   * second `free` does nothing. It is called for what is garbage collected.
   */
  free(): void;
  /** What a console and `JSON.stringify` show. */
  toJSON(): object;
  /** `free()`, for `using` and for `DisposableStack`. */
  [Symbol.dispose](): void;
}

/** What a {@link Policy} learns from. */
export type Objective = 'latency' | 'cost' | 'reward';

/**
 * What keeps a {@link Policy} from being much worse than one arm. With `latency` the budget is a promise: see
 * {@link Policy}.
 */
export interface GuardOptions {
  /** The arm that is known to do, by name or number; 0 by default. */
  default?: number | string;
  /**
   * How much more than the default all decisions together may cost, as a share of what the default costs; 0 or
   * more, 0.1 by default.
   */
  budget?: number;
  /**
   * 0 or more, 1 by default: so many standard deviations of what is believed an arm must be better than the
   * default to be served with `{ explore: false }`, and a limit is above what the default is expected to cost
   * where no baseline is passed.
   */
  confidence?: number;
  /**
   * A run is stopped after so many times the default's latency; above 0, 2 by default. 1 stops sooner: no
   * choice is far worse than the default then, and learning is slower.
   */
  patience?: number;
}

/** Of {@link Policy}: `dim` and `arms` are all that must be given. */
export interface PolicyOptions {
  /** Length of the contexts, 1 to 16384. */
  dim: number;
  /** What can be chosen: how many arms, or their names; 1 to 256. */
  arms: number | readonly string[];
  /** Names, as of {@link ScopedLoRA}; one scope by default, whose name methods may leave out. */
  scopes?: readonly string[];
  /** Names of scopes by category; what scopes of a category have in common is learned from all of them. */
  categories?: Readonly<Record<string, readonly string[]>>;
  /**
   * What outcomes are. `latency` (the default): times above 0, compared as ratios, and a run can be stopped.
   * `cost`: numbers, of which less is better. `reward`: numbers, of which more is better.
   */
  objective?: Objective;
  /** On by default for `latency`, and off (`false`) for the others. */
  guard?: GuardOptions | false;
  /**
   * Of how many directions of the context it knows how they hang together, 0 to 16; 4 by default. 0 is enough
   * for sparse one-hot contexts. A map takes 4 (2 + memory) dim bytes.
   */
  memory?: number;
  /**
   * How widely it explores: arms are drawn from what is believed with so many times its deviation; 0 (the
   * arm that is expected to be best) or more; by default 0.25 for `latency` and 0.1 for the others, which are
   * drawn around what is 3 times that better than expected.
   */
  temperature?: number;
  /**
   * What is kept of the certainty of a belief at each outcome, above 0 to 1; 1 by default. 0.95 where the best
   * arm changes with time.
   */
  forgetting?: number;
  /**
   * The least probability of an arm that may be chosen, 0 to 1; 0 by default. 0.02 makes logs good for
   * evaluating other policies, and costs something.
   */
  floor?: number;
  /** So many decisions are kept until their outcome is known, 1 to 65536; 256 by default. */
  pending?: number;
  /** Of what is drawn: a whole number below 2^32; 1 by default. */
  seed?: number;
  /** From {@link createEngine}; by default the shared one. */
  engine?: Engine;
}

/** Of {@link Policy.choose}. */
export interface ChooseOptions {
  /** The arms that may be chosen now, by name or number; all by default. With a guard, its default is one. */
  arms?: readonly (number | string)[];
  /**
   * What the default costs here, measured or estimated, in the unit of outcomes. Pass it wherever it is known:
   * arms are compared with it then, and the promise of the guard is hard.
   */
  baseline?: number;
  /**
   * With `false` it returns what it would serve: the best of the arms that are surely better than the default
   * (by 10 % of a latency), else the default; without a guard the best arm. That changes nothing and has no
   * outcome. `true` by default.
   */
  explore?: boolean;
}

/** What a {@link Policy} chose. */
export interface Decision {
  /** For `learn`, from 1 on; 0 with `{ explore: false }`. */
  id: number;
  /** The number of the scope. */
  scope: number;
  /** The number of the arm. */
  arm: number;
  /** Its name, or its number as text. */
  name: string;
  /** With which it was drawn, above 0 to 1: what off-policy evaluation needs to know. */
  probability: number;
  /**
   * Where to stop the run and do what the default does instead, in the unit of outcomes; `Infinity` where it
   * need not be stopped, as for the default, a cost or a reward.
   */
  limit: number;
  /**
   * `'default'`: the default, whose cost is not known yet in this scope. `'budget'`: the default, as the bank
   * does not cover another arm. `'chosen'`: by what is believed.
   */
  reason: 'default' | 'budget' | 'chosen';
}

/** What came of a decision: its cost (latency, reward), or that its run was stopped, and when. */
export type PolicyOutcome =
  | number
  | {
      /** When it was stopped, in the unit of outcomes. */
      stopped: number;
    };

/** What a {@link Policy} expects of an arm. */
export interface Prediction {
  /** The number of the arm. */
  arm: number;
  /** Its name. */
  name: string;
  /** In the unit of outcomes (of a latency, its geometric mean); `NaN` before any outcome. */
  expected: number;
  /** Standard deviation of that belief; of a latency, of its logarithm, so 0.1 is about 10 %. */
  deviation: number;
  /** With which `choose` would take it now. */
  probability: number;
}

/** A decision with its outcome, as {@link Policy.evaluate} reads it. */
export interface LoggedDecision {
  /** (dim) */
  context: Float32Array;
  /** By name or number. */
  arm: number | string;
  /** With which it was drawn, above 0. */
  probability: number;
  /** What it cost, or its reward. */
  cost: number;
  /** By name or number; may be left out where there is one. */
  scope?: number | string;
}

/** What another policy does: an arm by name or number, or the probability of each arm by its number. */
export type OtherPolicy = (context: Float32Array, scope: string) => number | string | number[];

/** What another policy would have cost (or its reward), as the mean of a log, by several estimates. */
export interface Evaluation {
  /** A model corrected by the log ("doubly robust"): the one to use. */
  dr: number;
  /** Costs weighted by 1 / probability, over the sum of weights. */
  snips: number;
  /** Costs weighted by 1 / probability. */
  ips: number;
  /** The model alone, which may be wrong everywhere alike. */
  dm: number;
  /** Standard error of `dr`: the truth lies within two of them, mostly. */
  error: number;
  /** So many decisions drawn from the other policy would say as much as this log. */
  effectiveSize: number;
  /** The share of the other policy's choices that the log has seen, 0 to 1. Where it is low, believe nothing. */
  supported: number;
}

/**
 * Chooses one of several arms for a context and learns from what it cost: a contextual bandit. It is made for
 * choices of which one is known to do (a plan, an index, a cache, a model), and is never much worse than that.
 *
 * ```js
 * const policy = new Policy({ dim: 32, arms: ['own plan', 'index', 'scan'] });
 * const d = policy.choose(x, { baseline: estimate });
 * const ms = await run(d.name, d.limit);               // stopped at d.limit: then run the default
 * policy.learn(d.id, ms < d.limit ? ms : { stopped: d.limit });
 * ```
 *
 * Costs are taken to be linear in the context, each arm's with a belief: a mean, and a precision of low rank
 * plus a diagonal (LO-FI: Chang et al. 2023, arXiv 2305.19535). An arm is drawn with the probability that it is
 * the best one (Thompson 1933); that probability is exact, and stands in the decision. Put an element that is
 * always 1 into the context. Contexts and costs may be of any scale.
 *
 * The guard (conservative bandits: Wu et al. 2016, arXiv 1602.04282) holds a bank. Each decision pays in
 * `budget` times what the default costs, and what it saved; what it cost more is taken out. Another arm than
 * the default is chosen only where the bank holds the whole limit, which is kept aside until the outcome is
 * known. So of latencies, where each run is stopped at its limit, the default is run then, and each baseline is
 * what the default costs,
 *
 *     all that was paid so far <= (1 + budget) times what the default would have cost so far
 *
 * at every moment, whatever it believed. Without baselines the same holds beside what it believes that the
 * default costs. Costs and rewards cannot be stopped: there it holds as far as the beliefs are right. A decision
 * with no outcome counts as stopped when it falls out of the last `pending` ones: call `cancel` for those that
 * were not carried out.
 *
 * Calls with a baseline and without one are learned from apart: pass it always or never in a scope.
 */
export class Policy {
  /**
   * @throws `LORA_E_SHAPE` dim, `LORA_E_RANGE`, `LORA_E_NONFINITE`, `LORA_E_TYPE`, `LORA_E_OPTION`,
   *   `LORA_E_SCOPE` in the categories, `LORA_E_INIT` before {@link init}, `LORA_E_MEMORY`
   */
  constructor(options: PolicyOptions);
  /** Length of the contexts. */
  readonly dim: number;
  /** What outcomes are. */
  readonly objective: Objective;
  /** The names of the arms that are there. */
  readonly arms: string[];
  /** The names of the scopes. */
  readonly scopes: readonly string[];
  /**
   * Chooses an arm for a context (dim). The first choice of a scope, where there is a guard and no baseline, is
   * the default.
   *
   * @throws `LORA_E_SHAPE`, `LORA_E_TYPE`, `LORA_E_SCOPE`, `LORA_E_OPTION` for arms, `LORA_E_NONFINITE`,
   *   `LORA_E_RANGE` for the baseline; nothing is changed then
   */
  choose(scope: number | string, context: Float32Array, options?: ChooseOptions): Decision;
  choose(context: Float32Array, options?: ChooseOptions): Decision;
  /** (dim) A view of the policy's own vector, for {@link decide}; it stays valid but for `engine.grow`. */
  readonly context: Float32Array;
  /**
   * As `choose` for the context that stands in `context`, of all arms; returns the arm's number. It allocates
   * nothing. The decision's id is `lastId`.
   *
   * @throws as `choose`
   */
  decide(scope?: number | string): number;
  /** The id of the last decision. */
  readonly lastId: number;
  /**
   * The outcome of a decision: what it cost, its reward, or `{ stopped: limit }` for a latency that was
   * stopped. Outcomes may come in any order, and late.
   *
   * @param options `baseline`: what the default cost here, where that is known only now
   * @throws `LORA_E_STATE` for an id that is unknown, was used already or was forgotten: the message says which;
   *   `LORA_E_NONFINITE`, `LORA_E_RANGE` for a latency that is not above 0 or a size above 1e25, `LORA_E_TYPE`,
   *   `LORA_E_OPTION`, `LORA_E_MEMORY`; nothing is changed then
   */
  learn(id: number, outcome: PolicyOutcome, options?: { baseline?: number }): void;
  /**
   * The decision was not carried out: nothing is learned from it or paid for it.
   *
   * @throws `LORA_E_STATE` as `learn`
   */
  cancel(id: number): void;
  /**
   * What is expected of each arm for a context; nothing is learned.
   *
   * @throws as `choose`
   */
  predict(
    scope: number | string,
    context: Float32Array,
    options?: { baseline?: number },
  ): Prediction[];
  predict(context: Float32Array, options?: { baseline?: number }): Prediction[];
  /**
   * What the guard has for choices now, in the unit of outcomes: what the default would have cost so far, times
   * 1 + budget, less what was paid and what decisions may still cost that are not known.
   */
  readonly bank: number;
  /**
   * How many outcomes of each arm a scope has learned, and how many of those were stopped.
   *
   * @throws `LORA_E_SCOPE`, `LORA_E_TYPE`
   */
  counts(
    scope?: number | string,
  ): { arm: number; name: string; outcomes: number; stopped: number }[];
  /**
   * Adds an arm and returns its number. With `like` it starts from what is expected of that arm, as uncertain as a
   * new one; otherwise from what all have in common.
   *
   * @throws `LORA_E_OPTION` where there is such a name, or no arm `like`; `LORA_E_RANGE` above 256 arms;
   *   `LORA_E_MEMORY`
   */
  addArm(name: string, options?: { like?: number | string }): number;
  /**
   * Takes an arm away. The outcomes of its decisions are paid then, but not learned.
   *
   * @throws `LORA_E_STATE` for the default or the last one, `LORA_E_OPTION`
   */
  removeArm(arm: number | string): void;
  /** Forgets what was learned of an arm. @throws `LORA_E_OPTION`, `LORA_E_TYPE` */
  resetArm(arm: number | string): void;
  /**
   * Learns from what a buffer holds, oldest first: operators are scopes, attention types are arms, `baselineMs` is
   * the baseline, and runs that were stopped count as such. The bank has no part in it.
   *
   * @throws `LORA_E_SHAPE`, `LORA_E_SCOPE`, `LORA_E_OPTION` for an arm that is not there or a policy of rewards:
   *   nothing was learned then; `LORA_E_MEMORY`
   */
  replay(buffer: TrajectoryBuffer): void;
  /**
   * What another way of choosing would have cost in the decisions of a log, estimated from the log alone
   * (doubly robust: Dudik, Langford and Li 2011, arXiv 1103.4601; its model is fitted on the other half of the
   * log). A `floor` while the log was made makes this much better.
   *
   * @throws `LORA_E_SHAPE`, `LORA_E_RANGE`, `LORA_E_TYPE`, `LORA_E_OPTION`, `LORA_E_SCOPE`, `LORA_E_MEMORY`
   */
  evaluate(log: readonly LoggedDecision[], chooseOther: OtherPolicy): Evaluation;
  /**
   * A line for Vowpal Wabbit's `--cb`, of a decision whose outcome was not learned yet: arms from 1 on, costs (less
   * is better, so rewards with a minus), and numbers of elements as features.
   *
   * @throws `LORA_E_STATE` as `learn`, `LORA_E_RANGE`, `LORA_E_NONFINITE`, `LORA_E_TYPE`
   */
  toVW(decision: Decision, cost: number): string;
  /** Another one that has learned the same and goes on alone. @throws `LORA_E_MEMORY` */
  clone(): Policy;
  /**
   * Takes over all that another one has learned, with its options and its decisions.
   *
   * @throws `LORA_E_SHAPE` where it was made with other options or has other arms, `LORA_E_OPTION` for one in
   *   another engine, `LORA_E_TYPE`, `LORA_E_MEMORY`
   */
  copyFrom(other: Policy): void;
  /** Forgets everything but arms and options. Earlier decisions are forgotten too. */
  reset(): void;
  /** Ends its life and frees its memory; a second call does nothing. */
  free(): void;
  /** As `free`. */
  [Symbol.dispose](): void;
  /** What `console.log` and `JSON.stringify` show. */
  toJSON(): object;
}

/** Of {@link TrajectoryBuffer}: `dim` is all that must be given. */
export interface TrajectoryBufferOptions {
  /** How many trajectories are kept; 1000 by default. Each takes 4 * dim + 48 bytes or a bit more. */
  capacity?: number;
  /** Length of the embeddings, 1 to 16384. */
  dim: number;
  /** Operators are numbered below this, 1 to 256; 17 by default. */
  operators?: number;
  /** From {@link createEngine}; by default the shared one. */
  engine?: Engine;
}

/** One thing that was tried, as it was recorded: a copy, which is yours. */
export interface Trajectory {
  /** (dim) */
  embedding: Float32Array;
  /** Below `operators` of the buffer. */
  operator: number;
  /** 0 to 255: the mechanism, plan or arm that was used. */
  attention: number;
  /** What it took, in the unit of the caller. */
  executionMs: number;
  /** What it would have taken without, in the same unit. */
  baselineMs: number;
  /** baselineMs / executionMs - 1: 0.5 is half as fast again, 0 no change, -0.5 twice as slow. */
  improvement: number;
  /** With which it was chosen; 1 where that was not recorded. */
  probability: number;
  /** Where it was to be stopped; `Infinity` where that was not recorded. */
  limit: number;
  /** Whether it was stopped, at `executionMs`. */
  stopped: boolean;
}

/** What a policy's decision has beside its outcome, for {@link TrajectoryBuffer.record}: all of it optional. */
export interface RecordedDecision {
  /** With which its arm was drawn, above 0 to 1; 1 by default. */
  probability?: number;
  /** Where it was to be stopped, above 0; `Infinity` by default. */
  limit?: number;
  /** Whether it was stopped, at `executionMs`; `false` by default. */
  stopped?: boolean;
}

/** Improvements of the trajectories of one operator or one attention type. */
export interface GroupStatistics {
  /** The operator or attention type. */
  key: number;
  /** Trajectories in the group, 1 at least. */
  count: number;
  /** Of the improvements. */
  mean: number;
  /** Of the mean, from the sample; NaN for one trajectory. */
  standardError: number;
}

/** Of {@link TrajectoryBuffer.sample}. */
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
  /**
   * @throws `LORA_E_SHAPE` dim out of range, `LORA_E_RANGE`, `LORA_E_TYPE`, `LORA_E_OPTION`,
   *   `LORA_E_INIT` before {@link init}, `LORA_E_MEMORY`
   */
  constructor(options: TrajectoryBufferOptions);
  /** How many trajectories are kept. */
  readonly capacity: number;
  /** Length of the embeddings. */
  readonly dim: number;
  /** Operators are numbered below this. */
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
   * @param decision of a policy that chose it
   * @throws `LORA_E_SHAPE`, `LORA_E_RANGE`, `LORA_E_NONFINITE`, `LORA_E_TYPE`, `LORA_E_OPTION`; nothing is
   *   recorded then
   */
  record(
    embedding: Float32Array,
    operator: number,
    attention: number,
    executionMs: number,
    baselineMs: number,
    decision?: RecordedDecision,
  ): void;
  /** How many are in the buffer now, at most `capacity`. */
  readonly length: number;
  /** Whether `length` is 0. */
  readonly isEmpty: boolean;
  /** Of all recorded since the start or the last reset, those no longer in the buffer included. */
  readonly totalCount: number;
  /** The share with an improvement above 0. */
  readonly successRate: number;
  /** The largest improvement, which may be below 0. */
  readonly bestImprovement: number;
  /** The mean of the improvements. */
  readonly meanImprovement: number;
  /** Of the improvements, as a sample (n - 1); 0 for fewer than two. */
  readonly variance: number;
  /**
   * The attention type with the highest mean improvement, the lower number at a tie: a plain average, which knows
   * no context and no chance. To choose, see {@link Policy}.
   */
  readonly bestAttention: number;
  /** How many have an improvement above the threshold. @throws `LORA_E_TYPE`, `LORA_E_NONFINITE` */
  highQualityCount(threshold: number): number;
  /** How many were recorded for an operator. @throws `LORA_E_RANGE`, `LORA_E_TYPE` */
  countByOperator(operator: number): number;
  /** A copy of a trajectory, 0 the oldest. @throws `LORA_E_RANGE`, `LORA_E_TYPE` */
  get(index: number): Trajectory;
  /** From the oldest to the newest. */
  [Symbol.iterator](): IterableIterator<Trajectory>;
  /** Those for which `keep` returns true, oldest first. @throws `LORA_E_TYPE`, and what `keep` throws */
  filter(keep: (trajectory: Trajectory) => boolean): Trajectory[];
  /**
   * Those with the highest improvements, the best first; the older at a tie.
   *
   * @throws `LORA_E_RANGE`, `LORA_E_TYPE`
   */
  top(count: number): Trajectory[];
  /**
   * Improvements by operator or by attention type, in the order of their numbers.
   *
   * @throws `LORA_E_OPTION` for another kind
   */
  statistics(by: 'operator' | 'attention'): GroupStatistics[];
  /**
   * Trajectories at random, with replacement, to learn from again: seeded, so that a run can be
   * repeated.
   *
   * @throws `LORA_E_STATE` where the buffer is empty
   */
  sample(count: number, options?: SampleOptions): Trajectory[];
  /** Empties the buffer and the count. */
  reset(): void;
  /** Gives the memory back. Twice is fine; any other call after it is `LORA_E_HANDLE`. */
  free(): void;
  /**
   * What the object was made with and its counts, for logs; consoles show the same. This is no copy: `save`
   * of `microlora/safetensors` keeps what was learned.
   *
   * @throws nothing
   */
  toJSON(): object;
  /** `free()`, for `using` and for `DisposableStack`. */
  [Symbol.dispose](): void;
}

/** Scan, Filter, Join, Aggregate, Project, Sort, Limit, GroupBy, IndexScan, ...: 17 names. */
export const DEFAULT_SCOPES: readonly string[];
/** Which of {@link DEFAULT_SCOPES} are in which category; each is in one. */
export const DEFAULT_CATEGORIES: Readonly<
  Record<'scans' | 'joins' | 'aggregation' | 'shaping' | 'vector', readonly string[]>
>;
/** The scopes of npm `@ruvector/learning-wasm`, in its order. */
export const COMPAT_SCOPES: readonly string[];
/** The earlier name of {@link COMPAT_SCOPES}. @deprecated */
export const PUBLISHED_SCOPES: readonly string[];

/**
 * {@link MicroLoRA} under the names of the product description. Steps need no forward before them:
 * they are taken at the last input the object saw, or at the unit all-ones vector.
 */
export class WasmMicroLoRA {
  /**
   * 256, 0.1 and 0.01 by default; the optimizer is `sgd`, the rank 2.
   *
   * @throws as {@link MicroLoRA}
   */
  constructor(dim?: number | null, alpha?: number | null, learning_rate?: number | null);
  /** Address in `(await init()).memory` of what `forward()` takes as x and `adapt()` as gradient. */
  get_input_ptr(): number;
  /** Address in `(await init()).memory` of y (dim), of the last forward. */
  get_output_ptr(): number;
  /**
   * The answer for what is at `get_input_ptr()`, to `get_output_ptr()`.
   *
   * @throws `LORA_E_NONFINITE`
   */
  forward(): void;
  /**
   * The answer for an input (dim) of any kind of array, in a new array (dim).
   *
   * @throws `LORA_E_SHAPE`, `LORA_E_TYPE`, `LORA_E_NONFINITE`
   */
  forward_array(input: ArrayLike<number>): Float32Array;
  /**
   * As {@link MicroLoRA.adapt}, with what is at `get_input_ptr()` as gradient (dim).
   *
   * @throws `LORA_E_NONFINITE`
   */
  adapt(): void;
  /**
   * As {@link MicroLoRA.adapt}: one step against dL/dy (dim) at the last input.
   *
   * @throws `LORA_E_SHAPE`, `LORA_E_TYPE`, `LORA_E_NONFINITE`
   */
  adapt_array(gradient: ArrayLike<number>): void;
  /**
   * As {@link MicroLoRA.adaptWithReward}, along the last input.
   *
   * @throws `LORA_E_TYPE`, `LORA_E_NONFINITE`
   */
  adapt_with_reward(improvement: number): void;
  /** As {@link MicroLoRA.deltaNorm}. */
  delta_norm(): number;
  /** Steps since the start or the last reset. */
  adapt_count(): bigint;
  /** Forwards since the start or the last reset. */
  forward_count(): bigint;
  /** Numbers in A and B: 4 * dim. */
  param_count(): number;
  /** The length of inputs and outputs. */
  dim(): number;
  /** Weights and counts as they were at the start. */
  reset(): void;
  /** Gives the memory back. Twice is fine; any other call after it is `LORA_E_HANDLE`. */
  free(): void;
  /**
   * What the object was made with and its counts, for logs; consoles show the same. This is no copy: `save`
   * of `microlora/safetensors` keeps what was learned.
   *
   * @throws nothing
   */
  toJSON(): object;
  /** `free()`, for `using` and for `DisposableStack`. */
  [Symbol.dispose](): void;
}

/** {@link ScopedLoRA} with the default scopes, under the names of the product description. */
export class WasmScopedLoRA {
  /**
   * 256, 0.1 and 0.01 by default; the optimizer is `sgd`, the rank 2.
   *
   * @throws as {@link ScopedLoRA}
   */
  constructor(dim?: number | null, alpha?: number | null, learning_rate?: number | null);
  /** A name of {@link DEFAULT_SCOPES}. @throws `LORA_E_SCOPE` for what is not 0 to 16 */
  static scope_name(op_type: number): string;
  /** As {@link WasmMicroLoRA.get_input_ptr}, the same for all operators. @throws `LORA_E_HANDLE` only */
  get_input_ptr(op_type?: number): number;
  /** As {@link WasmMicroLoRA.get_output_ptr}. */
  get_output_ptr(): number;
  /** As {@link WasmMicroLoRA.forward}. @throws also `LORA_E_SCOPE` */
  forward(op_type: number): void;
  /** As {@link WasmMicroLoRA.forward_array}. @throws also `LORA_E_SCOPE` */
  forward_array(op_type: number, input: ArrayLike<number>): Float32Array;
  /** As {@link WasmMicroLoRA.adapt}. @throws also `LORA_E_SCOPE` */
  adapt(op_type: number): void;
  /** As {@link WasmMicroLoRA.adapt_array}. @throws also `LORA_E_SCOPE` */
  adapt_array(op_type: number, gradient: ArrayLike<number>): void;
  /** As {@link WasmMicroLoRA.adapt_with_reward}. @throws also `LORA_E_SCOPE` */
  adapt_with_reward(op_type: number, improvement: number): void;
  /** As {@link ScopedLoRA.deltaNorm}. */
  delta_norm(op_type: number): number;
  /** Steps of an operator since the start or its last reset. @throws `LORA_E_SCOPE` */
  adapt_count(op_type: number): bigint;
  /** Forwards of an operator since the start or its last reset. @throws `LORA_E_SCOPE` */
  forward_count(op_type: number): bigint;
  /** Steps of all operators together. */
  total_adapt_count(): bigint;
  /** Forwards of all operators together. */
  total_forward_count(): bigint;
  /** On by default; see {@link ScopedLoRA}. @throws `LORA_E_TYPE` for what is no boolean */
  set_category_fallback(enabled: boolean): void;
  /** One operator back to its start; its category keeps what it learned. @throws `LORA_E_SCOPE` */
  reset_scope(op_type: number): void;
  /** All operators and categories back to their start. */
  reset_all(): void;
  /** Gives the memory back. Twice is fine; any other call after it is `LORA_E_HANDLE`. */
  free(): void;
  /**
   * What the object was made with and its counts, for logs; consoles show the same. This is no copy: `save`
   * of `microlora/safetensors` keeps what was learned.
   *
   * @throws nothing
   */
  toJSON(): object;
  /** `free()`, for `using` and for `DisposableStack`. */
  [Symbol.dispose](): void;
}

/** {@link TrajectoryBuffer} with operators 0 to 255, under the names of the product description. */
export class WasmTrajectoryBuffer {
  /** 1000 and 256 by default. @throws as {@link TrajectoryBuffer} */
  constructor(capacity?: number | null, embedding_dim?: number | null);
  /**
   * As {@link TrajectoryBuffer.record}: an embedding (dim) of any kind of array, an operator and an
   * attention type of 0 to 255, two times above 0.
   *
   * @throws `LORA_E_SHAPE`, `LORA_E_RANGE`, `LORA_E_NONFINITE`, `LORA_E_TYPE`; nothing is recorded then
   */
  record(
    embedding: ArrayLike<number>,
    op_type: number,
    attention_type: number,
    execution_ms: number,
    baseline_ms: number,
  ): void;
  /** The share with an improvement above 0; 0 while the buffer is empty. */
  success_rate(): number;
  /** The largest improvement, baseline_ms / execution_ms - 1; 0 while the buffer is empty. */
  best_improvement(): number;
  /** The mean of the improvements; 0 while the buffer is empty. */
  mean_improvement(): number;
  /** Of the improvements, as a sample (n - 1); 0 for fewer than two. */
  variance(): number;
  /** The attention type with the highest mean improvement, the lower number at a tie. */
  best_attention(): number;
  /** How many have an improvement above the threshold. @throws `LORA_E_TYPE`, `LORA_E_NONFINITE` */
  high_quality_count(threshold: number): number;
  /** How many were recorded for an operator. @throws `LORA_E_RANGE`, `LORA_E_TYPE` */
  count_by_operator(op_type: number): number;
  /** How many are in the buffer now. */
  len(): number;
  /** Of all recorded since the start or the last reset, those no longer in the buffer included. */
  total_count(): bigint;
  /** Whether the buffer is empty. */
  is_empty(): boolean;
  /** Empties the buffer and the count. */
  reset(): void;
  /** Gives the memory back. Twice is fine; any other call after it is `LORA_E_HANDLE`. */
  free(): void;
  /**
   * What the object was made with and its counts, for logs; consoles show the same. This is no copy: `save`
   * of `microlora/safetensors` keeps what was learned.
   *
   * @throws nothing
   */
  toJSON(): object;
  /** `free()`, for `using` and for `DisposableStack`. */
  [Symbol.dispose](): void;
}
