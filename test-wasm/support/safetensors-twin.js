// Random calls on an object, the same for all that are to stay twins, and what is seen after each.
import { bitsOf, randomNumbers } from './helpers.js';

const LOSSES = ['mse', 'huber', 'cosine'];
const CONTRASTS = [{ margin: 0.5 }, { temperature: 0.5 }, { temperature: 0.25, units: 'cosine' }];

/** What a call gave: a value or the code of its error. */
function outcome(call) {
  try {
    const value = call();
    return value instanceof Float32Array ? bitsOf(value) : value;
  } catch (error) {
    if (error.code === undefined) throw error;
    return error.code;
  }
}

/**
 * Calls by name: each takes the object, a scope's argument list ([] or [name]) and numbers, and may fail.
 */
const calls = {
  input: (o, at, r) => o.inputs[r.below(o.batch)].set(r.vector(o.in, 0.5)),
  gradient: (o, at, r) => o.gradients[r.below(o.batch)].set(r.vector(o.out, 0.5)),
  forward: (o, at, r) => o.forward(...at, r.vector(o.in, 0.5)),
  forwardOwn: (o, at) => o.forward(...at),
  forwardBatch: (o, at, r) => o.forwardBatch(...at, r.vector(o.in * (1 + r.below(o.batch)), 0.5)),
  forwardBatchOwn: (o, at, r) => o.forwardBatch(...at, 1 + r.below(o.batch)),
  adapt: (o, at, r) => o.adapt(...at, r.vector(o.out, 0.25)),
  adaptOwn: (o, at) => o.adapt(...at),
  adaptBatch: (o, at, r) => o.adaptBatch(...at, r.vector(o.out * (1 + r.below(o.batch)), 0.25)),
  adaptBatchOwn: (o, at) => o.adaptBatch(...at),
  both(o, at, r) {
    o.forward(...at, r.vector(o.in, 0.5));
    o.adapt(...at, r.vector(o.out, 0.25));
  },
  learn: (o, at, r) =>
    o.learn(...at, r.vector(o.in), r.vector(o.out), { loss: LOSSES[r.below(3)] }),
  learnBatch(o, at, r) {
    const rows = 1 + r.below(o.batch);
    return o.learnBatch(...at, r.vector(o.in * rows), r.vector(o.out * rows));
  },
  contrast: (o, at, r) =>
    o.contrast(
      ...[...at, r.vector(o.in), r.vector(o.out), r.vector(2 * o.out)],
      CONTRASTS[r.below(3)],
    ),
  score: (o, at, r) => o.score(...at, r.vector(o.in), r.vector(3 * o.out)),
  accumulate: (o, at, r) => o.accumulate(...at, r.vector(o.out, 0.25)),
  step: (o, at) => o.step(...at),
  reward: (o, at, r) => o.adaptWithReward(...at, r.normal()),
  explore: (o, at, r) => o.setOptions({ explore: r.below(2) / 8 }, ...at),
  options: (o, at, r) =>
    o.setOptions(
      {
        learningRate: r.uniform() / 8,
        weightDecay: r.below(2) / 16,
        clipNorm: r.below(2),
        ratio: 1 + r.below(2),
        betas: [r.uniform() / 2, 0.5 + r.uniform() / 4],
        epsilon: 1e-8 * (1 + r.uniform()),
        maxDeltaNorm: r.below(2),
        decayToBase: r.below(2) * r.uniform(),
      },
      ...(r.below(3) === 0 ? [] : at),
    ),
  decay: (o, at, r) => o.decayToBase(...at, r.uniform()),
  weights: (o, at, r) =>
    o.setWeights(...at, { A: r.vector(o.rank * o.in, 0.25), B: r.vector(o.rank * o.out, 0.25) }),
  reset: (o, at, r) => (r.below(3) === 0 ? o.reset(...(r.below(3) === 0 ? [] : at)) : undefined),
  fallback: (o, at, r) => {
    if (o.scopes !== undefined) o.categoryFallback = r.below(2) === 0;
  },
};
export const callNames = Object.keys(calls);

/** Makes one call, and tells all that can be seen of the object after it. */
export function make(object, { name, seed }) {
  const numbers = randomNumbers(seed);
  const below = (n) => Math.floor(numbers.uniform() * n);
  const at = object.scopes === undefined ? [] : [object.scopes[below(object.scopes.length)]];
  const given = outcome(() => calls[name](object, at, { ...numbers, below }));
  return { given, ...seen(object, at) };
}

function seen(object, at) {
  const scoped = object.scopes !== undefined;
  const number = (name) => (scoped ? object[name](...at) : object[name]);
  const { A, B } = object.getWeights(...at);
  return {
    views: [...object.inputs, ...object.outputs, ...object.gradients].map(bitsOf),
    weights: [bitsOf(A), bitsOf(B)],
    numbers: [
      number('deltaNorm'),
      number('adaptCount'),
      number('forwardCount'),
      ...(scoped
        ? [object.totalAdaptCount, object.totalForwardCount, object.categoryFallback]
        : []),
    ],
    options: object.getOptions(...at),
  };
}
