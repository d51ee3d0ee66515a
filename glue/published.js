// The names of the product description, which are those of the npm package
// @ruvector/learning-wasm: thin classes over those of this package.
//
// There, one buffer serves as input and as gradient: what a program writes to get_input_ptr() is x
// for forward() and the gradient for adapt(). So that address is the gradient here, and forward()
// copies it to the input, where the last x stays for the step.
import { raise } from './error.js';
import { Disposable } from './disposable.js';
import { MicroLoRA } from './micro-lora.js';
import { Steps, vector } from './published-steps.js';
import { ScopedLoRA } from './scoped-lora.js';
import { DEFAULT_SCOPES } from './scopes.js';
import { TrajectoryBuffer } from './trajectory-buffer.js';

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

export class WasmMicroLoRA extends Disposable {
  #lora;
  #steps;

  /**
   * @param {number | null} [dim]
   * @param {number | null} [alpha]
   * @param {number | null} [learning_rate]
   */
  constructor(dim, alpha, learning_rate) {
    super();
    const lora = new MicroLoRA(adapterOptions(dim, alpha, learning_rate));
    this.#lora = lora;
    this.#steps = new Steps(lora, (_, x, out) => lora.forward(/** @type {any} */ (x), out));
  }

  get_input_ptr() {
    return this.#steps.inputAddress;
  }

  get_output_ptr() {
    return this.#steps.outputAddress;
  }

  forward() {
    this.#steps.forward(0);
  }

  /** @param {ArrayLike<number>} input */
  forward_array(input) {
    return this.#steps.forwardArray(0, input);
  }

  adapt() {
    this.#steps.prepare(0);
    this.#lora.adapt();
  }

  /** @param {ArrayLike<number>} gradient */
  adapt_array(gradient) {
    const g = vector('adapt_array: gradient', gradient, this.#lora.dim);
    this.#steps.prepare(0);
    this.#lora.adapt(g);
  }

  /** @param {number} improvement */
  adapt_with_reward(improvement) {
    this.#steps.prepare(0);
    this.#lora.adaptWithReward(improvement);
  }

  delta_norm() {
    return this.#lora.deltaNorm;
  }

  adapt_count() {
    return BigInt(this.#lora.adaptCount);
  }

  forward_count() {
    return BigInt(this.#lora.forwardCount - this.#steps.hidden(0));
  }

  param_count() {
    return this.#lora.paramCount;
  }

  dim() {
    return this.#lora.dim;
  }

  reset() {
    this.#lora.reset();
    this.#steps.reset();
  }

  free() {
    this.#lora.free();
  }
}

export class WasmScopedLoRA extends Disposable {
  #lora;
  #steps;

  /**
   * @param {number | null} [dim]
   * @param {number | null} [alpha]
   * @param {number | null} [learning_rate]
   */
  constructor(dim, alpha, learning_rate) {
    super();
    const lora = new ScopedLoRA(adapterOptions(dim, alpha, learning_rate));
    this.#lora = lora;
    this.#steps = new Steps(lora, (scope, x, out) =>
      lora.forward(scope, /** @type {any} */ (x), out),
    );
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
    return this.#steps.inputAddress;
  }

  get_output_ptr() {
    return this.#steps.outputAddress;
  }

  /** @param {number} op_type */
  forward(op_type) {
    this.#steps.forward(op_type);
  }

  /**
   * @param {number} op_type
   * @param {ArrayLike<number>} input
   */
  forward_array(op_type, input) {
    return this.#steps.forwardArray(op_type, input);
  }

  /** @param {number} op_type */
  adapt(op_type) {
    this.#steps.prepare(op_type);
    this.#lora.adapt(op_type);
  }

  /**
   * @param {number} op_type
   * @param {ArrayLike<number>} gradient
   */
  adapt_array(op_type, gradient) {
    const g = vector('adapt_array: gradient', gradient, this.#lora.dim);
    this.#steps.prepare(op_type);
    this.#lora.adapt(op_type, g);
  }

  /**
   * @param {number} op_type
   * @param {number} improvement
   */
  adapt_with_reward(op_type, improvement) {
    this.#steps.prepare(op_type);
    this.#lora.adaptWithReward(op_type, improvement);
  }

  /** @param {number} op_type */
  delta_norm(op_type) {
    return this.#lora.deltaNorm(op_type);
  }

  /** @param {number} op_type */
  adapt_count(op_type) {
    return BigInt(this.#lora.adaptCount(op_type));
  }

  /** @param {number} op_type */
  forward_count(op_type) {
    return BigInt(this.#lora.forwardCount(op_type) - this.#steps.hidden(op_type));
  }

  total_adapt_count() {
    return BigInt(this.#lora.totalAdaptCount);
  }

  total_forward_count() {
    return BigInt(this.#lora.totalForwardCount - this.#steps.hiddenInAll);
  }

  /** @param {boolean} enabled */
  set_category_fallback(enabled) {
    this.#lora.categoryFallback = enabled;
    this.#steps.forget();
  }

  /** @param {number} op_type */
  reset_scope(op_type) {
    this.#lora.reset(op_type);
    this.#steps.reset(op_type);
  }

  reset_all() {
    this.#lora.reset();
    this.#steps.reset();
  }

  free() {
    this.#lora.free();
  }
}

export class WasmTrajectoryBuffer extends Disposable {
  #buffer;

  /**
   * @param {number | null} [capacity]
   * @param {number | null} [embedding_dim]
   */
  constructor(capacity, embedding_dim) {
    super();
    this.#buffer = new TrajectoryBuffer({
      capacity: capacity ?? 1000,
      dim: embedding_dim ?? 256,
      operators: 256,
    });
  }

  /**
   * @param {ArrayLike<number>} embedding
   * @param {number} op_type
   * @param {number} attention_type
   * @param {number} execution_ms
   * @param {number} baseline_ms
   */
  record(embedding, op_type, attention_type, execution_ms, baseline_ms) {
    const x = vector('record: embedding', embedding, this.#buffer.dim);
    this.#buffer.record(x, op_type, attention_type, execution_ms, baseline_ms);
  }

  success_rate() {
    return this.#buffer.successRate;
  }

  best_improvement() {
    return this.#buffer.bestImprovement;
  }

  mean_improvement() {
    return this.#buffer.meanImprovement;
  }

  variance() {
    return this.#buffer.variance;
  }

  best_attention() {
    return this.#buffer.bestAttention;
  }

  /** @param {number} threshold */
  high_quality_count(threshold) {
    return this.#buffer.highQualityCount(threshold);
  }

  /** @param {number} op_type */
  count_by_operator(op_type) {
    return this.#buffer.countByOperator(op_type);
  }

  len() {
    return this.#buffer.length;
  }

  total_count() {
    return BigInt(this.#buffer.totalCount);
  }

  is_empty() {
    return this.#buffer.isEmpty;
  }

  reset() {
    this.#buffer.reset();
  }

  free() {
    this.#buffer.free();
  }
}
