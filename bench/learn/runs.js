// One run of a learner on a hidden map, and what many of them have in common.
import { factorsOf, HiddenMap, mapError, PlainSgd, randomNumbers } from './tasks.js';

export const CHECKS = 200;

// Errors whose first step is of interest.
export const LEVELS = { good: 0.01, fair: 0.1 };

// What is learned by default: rank 2, at the rate of each optimizer.
export const OPTIMIZERS = ['preconditioned', 'sgd', 'momentum', 'adam', 'adamw'];
export const PLAIN = 'plain JS';
const plainRate = (dim) => Math.min(0.02, 5.12 / dim);

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1];
}

export const summarize = (values) => ({ median: median(values), worst: Math.max(...values) });

/** Point by point, of curves with the same steps. */
export const medianCurve = (curves) =>
  curves[0].map(({ step }, i) => ({ step, error: median(curves.map((curve) => curve[i].error)) }));

/** An adapter of ours, or plain gradient descent, as what `run` wants. */
export function learnerOf({ MicroLoRA }, dim, seed, options) {
  const lora = new MicroLoRA({ dim, seed, ...options });
  return {
    learn: (x, target) => lora.learn(x, target),
    factors: () => factorsOf(lora.getWeights(), lora.rank, lora.alpha),
    free: () => lora.free(),
  };
}

export function plainLearner(dim, seed) {
  const plain = new PlainSgd(dim, plainRate(dim), randomNumbers(seed));
  return { learn: (x, t) => plain.learn(x, t), factors: () => plain.factors, free() {} };
}

/**
 * Errors at `CHECKS` points of a run, the last of them, and the first steps at which they were at the
 * levels. Frees the learner.
 */
export function run(learner, map, steps, { sample = () => map.sample(), mapAt = () => map } = {}) {
  const every = Math.max(1, Math.round(steps / CHECKS));
  const curve = [];
  for (let step = 1; step <= steps; step++) {
    const { x, target } = sample(step);
    learner.learn(x, target);
    if (step % every === 0) curve.push({ step, error: mapError(learner.factors(), mapAt(step)) });
  }
  learner.free();
  const first = (level) => curve.find(({ error }) => error <= level)?.step ?? Infinity;
  return {
    curve,
    final: curve.at(-1).error,
    good: first(LEVELS.good),
    fair: first(LEVELS.fair),
  };
}

export const mapOf = (dim, seed, ...rest) => new HiddenMap(dim, randomNumbers(seed), ...rest);
