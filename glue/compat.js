// The names of the product description, which are those of the npm package
// @ruvector/learning-wasm: thin classes over those of this package.
//
// There, one buffer serves as input and as gradient: what a program writes to get_input_ptr() is x
// for forward() and the gradient for adapt(). So that address is the gradient here, and forward()
// copies it to the input, where the last x stays for the step.
import { MicroLoRA } from 'microlora:edition/micro-lora.js';
import { ScopedLoRA } from 'microlora:edition/scoped-lora.js';
import { raise } from './error.js';
import { Disposable, inside } from './facade.js';
import { Compat, Steps, vector } from './compat-steps.js';
import { DEFAULT_SCOPES, names } from './scopes.js';
import { TrajectoryBuffer } from './trajectory-buffer.js';

/** The scopes of the npm package `@ruvector/learning-wasm`, in its order. */
export const COMPAT_SCOPES = /* @__PURE__ */ names(
  'SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy ' +
    'Filter Project Sort Limit VectorDistance Rerank Materialize Result',
);

/**
 * @param {number | null | undefined} dim
 * @param {number | null | undefined} alpha
 * @param {number | null | undefined} learningRate
 */
const adapterOptions = (dim, alpha, learningRate) => ({
  dim: dim ?? 256,
  alpha: alpha ?? 0.1,
  optimizer: /** @type {const} */ ('sgd'),
  learningRate: learningRate ?? 0.01,
});

const micro = /** @type {(it: unknown) => Steps<MicroLoRA>} */ (inside);

export class WasmMicroLoRA extends Disposable {
  /**
   * @param {number | null} [dim]
   * @param {number | null} [alpha]
   * @param {number | null} [learning_rate]
   */
  constructor(dim, alpha, learning_rate) {
    const lora = new MicroLoRA(adapterOptions(dim, alpha, learning_rate));
    const forward = (/** @type {unknown} */ _, /** @type {any} */ x, /** @type {any} */ out) =>
      lora.forward(x, out);
    super(new Steps('WasmMicroLoRA', lora, forward));
  }

  get_input_ptr() {
    return micro(this).inputAddress;
  }

  get_output_ptr() {
    return micro(this).outputAddress;
  }

  forward() {
    micro(this).forward(0);
  }

  /** @param {ArrayLike<number>} input */
  forward_array(input) {
    return micro(this).forwardArray(0, input);
  }

  adapt() {
    micro(this).prepare(0);
    micro(this)._behind.adapt();
  }

  /** @param {ArrayLike<number>} gradient */
  adapt_array(gradient) {
    const g = vector('adapt_array: gradient', gradient, micro(this)._behind.dim);
    micro(this).prepare(0);
    micro(this)._behind.adapt(g);
  }

  /** @param {number} improvement */
  adapt_with_reward(improvement) {
    micro(this).prepare(0);
    micro(this)._behind.adaptWithReward(improvement);
  }

  delta_norm() {
    return micro(this)._behind.deltaNorm;
  }

  adapt_count() {
    return BigInt(micro(this)._behind.adaptCount);
  }

  forward_count() {
    return BigInt(micro(this)._behind.forwardCount - micro(this).hidden(0));
  }

  param_count() {
    return micro(this)._behind.paramCount;
  }

  dim() {
    return micro(this)._behind.dim;
  }

  reset() {
    micro(this)._behind.reset();
    micro(this).reset();
  }
}

const scoped = /** @type {(it: unknown) => Steps<ScopedLoRA>} */ (inside);

export class WasmScopedLoRA extends Disposable {
  /**
   * @param {number | null} [dim]
   * @param {number | null} [alpha]
   * @param {number | null} [learning_rate]
   */
  constructor(dim, alpha, learning_rate) {
    const lora = new ScopedLoRA(adapterOptions(dim, alpha, learning_rate));
    const forward = (/** @type {number} */ scope, /** @type {any} */ x, /** @type {any} */ out) =>
      lora.forward(scope, x, out);
    super(new Steps('WasmScopedLoRA', lora, forward));
  }

  /** @param {number} op_type */
  static scope_name(op_type) {
    return (
      (Number.isInteger(op_type) ? DEFAULT_SCOPES[op_type] : undefined) ??
      raise('LORA_E_SCOPE', `scope_name: there is no scope ${String(op_type)}; they are 0 to 16`)
    );
  }

  // One address for all scopes, so the operator that a program may give does not matter.
  get_input_ptr() {
    return scoped(this).inputAddress;
  }

  get_output_ptr() {
    return scoped(this).outputAddress;
  }

  /** @param {number} op_type */
  forward(op_type) {
    scoped(this).forward(op_type);
  }

  /**
   * @param {number} op_type
   * @param {ArrayLike<number>} input
   */
  forward_array(op_type, input) {
    return scoped(this).forwardArray(op_type, input);
  }

  /** @param {number} op_type */
  adapt(op_type) {
    scoped(this).prepare(op_type);
    scoped(this)._behind.adapt(op_type);
  }

  /**
   * @param {number} op_type
   * @param {ArrayLike<number>} gradient
   */
  adapt_array(op_type, gradient) {
    const g = vector('adapt_array: gradient', gradient, scoped(this)._behind.dim);
    scoped(this).prepare(op_type);
    scoped(this)._behind.adapt(op_type, g);
  }

  /**
   * @param {number} op_type
   * @param {number} improvement
   */
  adapt_with_reward(op_type, improvement) {
    scoped(this).prepare(op_type);
    scoped(this)._behind.adaptWithReward(op_type, improvement);
  }

  /** @param {number} op_type */
  delta_norm(op_type) {
    return scoped(this)._behind.deltaNorm(op_type);
  }

  /** @param {number} op_type */
  adapt_count(op_type) {
    return BigInt(scoped(this)._behind.adaptCount(op_type));
  }

  /** @param {number} op_type */
  forward_count(op_type) {
    return BigInt(scoped(this)._behind.forwardCount(op_type) - scoped(this).hidden(op_type));
  }

  total_adapt_count() {
    return BigInt(scoped(this)._behind.totalAdaptCount);
  }

  total_forward_count() {
    return BigInt(scoped(this)._behind.totalForwardCount - scoped(this).hiddenInAll);
  }

  /** @param {boolean} enabled */
  set_category_fallback(enabled) {
    scoped(this)._behind.categoryFallback = enabled;
    scoped(this).forget();
  }

  /** @param {number} op_type */
  reset_scope(op_type) {
    scoped(this)._behind.reset(op_type);
    scoped(this).reset(op_type);
  }

  reset_all() {
    scoped(this)._behind.reset();
    scoped(this).reset();
  }
}

const buffer = (/** @type {unknown} */ it) =>
  /** @type {Compat<TrajectoryBuffer>} */ (inside(it))._behind;

export class WasmTrajectoryBuffer extends Disposable {
  /**
   * @param {number | null} [capacity]
   * @param {number | null} [embedding_dim]
   */
  constructor(capacity, embedding_dim) {
    const behind = new TrajectoryBuffer({
      capacity: capacity ?? 1000,
      dim: embedding_dim ?? 256,
      operators: 256,
    });
    super(new Compat('WasmTrajectoryBuffer', behind));
  }

  /**
   * @param {ArrayLike<number>} embedding
   * @param {number} op_type
   * @param {number} attention_type
   * @param {number} execution_ms
   * @param {number} baseline_ms
   */
  record(embedding, op_type, attention_type, execution_ms, baseline_ms) {
    const x = vector('record: embedding', embedding, buffer(this).dim);
    buffer(this).record(x, op_type, attention_type, execution_ms, baseline_ms);
  }

  success_rate() {
    return buffer(this).successRate;
  }

  best_improvement() {
    return buffer(this).bestImprovement;
  }

  mean_improvement() {
    return buffer(this).meanImprovement;
  }

  variance() {
    return buffer(this).variance;
  }

  best_attention() {
    return buffer(this).bestAttention;
  }

  /** @param {number} threshold */
  high_quality_count(threshold) {
    return buffer(this).highQualityCount(threshold);
  }

  /** @param {number} op_type */
  count_by_operator(op_type) {
    return buffer(this).countByOperator(op_type);
  }

  len() {
    return buffer(this).length;
  }

  total_count() {
    return BigInt(buffer(this).totalCount);
  }

  is_empty() {
    return buffer(this).isEmpty;
  }

  reset() {
    buffer(this).reset();
  }
}
