// The column of plain JavaScript.
import { do_not_optimize as keep } from 'mitata';
import * as inputs from '../inputs.js';
import { PlainBatch } from '../plain-batch.js';
import * as losses from '../plain-losses.js';
import { PlainLoRA, PlainTrajectories } from '../plain-lora.js';

const { DIM, X, G, T, XS, GS, NEGATIVES, LOSS, REWARD, TRAJECTORY } = inputs;
const CANDIDATES = inputs.joined([T, ...inputs.rowsOf(NEGATIVES)]);

// Where the two scopes of the cases are in the default list, and the number of their category.
const SCOPE = 12;
const SIBLING = 11;
const JOINS = 1;

const weights = ({ a0, a1, b0, b1 }) => ({
  A: Float32Array.from([...a0, ...a1]),
  B: Float32Array.from([...b0, ...b1]),
});

export async function open() {
  const options = {
    dim: DIM,
    alpha: inputs.ALPHA,
    seed: inputs.SEED,
    learningRate: inputs.TEACHING_RATE,
  };
  const lora = new PlainLoRA(options);
  const learner = new PlainBatch(options);
  const batched = new PlainBatch({ ...options, batch: inputs.BATCH });
  const categoryOf = Array.from({ length: inputs.SCOPES });
  categoryOf[SCOPE] = JOINS;
  categoryOf[SIBLING] = JOINS;
  const set = new PlainLoRA({
    ...options,
    scopes: inputs.SCOPES,
    categories: inputs.CATEGORIES,
    categoryOf,
  });
  const buffer = new PlainTrajectories({
    dim: DIM,
    capacity: inputs.TRAJECTORIES,
    operators: inputs.OPERATORS,
  });
  const out = new Float32Array(DIM);
  const outs = new Float32Array(XS.length);
  const { operator, attention, executionMs, baselineMs } = TRAJECTORY;

  const state = (object, taught, timed, fallback) => ({
    prepare() {
      object.reset();
      object.fallback = fallback;
      object.learningRate = inputs.TEACHING_RATE;
      for (let step = 0; step < inputs.TEACHING_STEPS; step++) {
        object.forward(taught, X, out);
        object.adapt(taught, G);
      }
      object.learningRate = inputs.TIMED_RATE;
      object.forward(timed, X, out);
      object.gradient.set(G);
    },
    state: () => ({ y: object.output.slice(), ...weights(object.adapters[timed]) }),
  });
  const single = state(lora, 0, 0, false);
  const own = state(set, SCOPE, SCOPE, false);
  const fromCategory = state(set, SIBLING, SCOPE, true);
  const both = state(set, SCOPE, SCOPE, true);

  const batch = (object, xs, gs) => ({
    prepare() {
      object.reset();
      object.learningRate = inputs.TEACHING_RATE;
      for (let step = 0; step < inputs.TEACHING_STEPS; step++) {
        object.forwardFrom(X, out);
        object.adaptFrom(G);
      }
      object.learningRate = inputs.TIMED_RATE;
      object.setGradients(gs);
      object.setInputs(xs);
      object.forward();
    },
    state: () => ({ y: object.getOutputs(), ...weights(object.blocks[0]) }),
  });
  const batches = batch(batched, XS, GS);
  let loss = 0;
  const taught = batch(learner, X, G);
  const learning = (learn) => ({
    ...taught,
    call: () => (loss = learn()),
    state: () => ({ ...taught.state(), loss: Float64Array.of(loss) }),
  });
  const by = (name, ...given) => learning(() => learner.learnBy(losses[name], X, ...given));

  const cases = {
    'forward-views': { ...single, call: () => lora.forward(0) },
    'forward-out': { ...single, call: () => lora.forward(0, X, out) },
    'forward-new': { ...single, call: () => keep(lora.forward(0, X)) },
    'adapt-views': { ...single, call: () => lora.adapt(0) },
    'adapt-array': { ...single, call: () => lora.adapt(0, G) },
    learn: learning(() => learner.learn(X, T)),
    'learn-huber': by('huber', T, LOSS.delta),
    'learn-cosine': by('cosine', T),
    'contrast-info-nce': by('infoNce', CANDIDATES, LOSS.temperature),
    'contrast-triplet': by('triplet', CANDIDATES, LOSS.margin),
    'forward-batch-views': { ...batches, call: () => batched.forward() },
    'forward-batch-array': { ...batches, call: () => batched.forwardFrom(XS, outs) },
    'adapt-batch-views': { ...batches, call: () => batched.adapt() },
    'adapt-batch-array': { ...batches, call: () => batched.adaptFrom(GS) },
    reward: { ...single, call: () => lora.adaptWithReward(0, REWARD) },
    'delta-norm': {
      ...single,
      call: () => keep(lora.deltaNorm(0)),
      state: () => ({ ...single.state(), norm: Float64Array.of(lora.deltaNorm(0)) }),
    },
    'scoped-forward-own': { ...own, call: () => set.forward(SCOPE) },
    'scoped-forward-fallback': { ...fromCategory, call: () => set.forward(SCOPE) },
    'scoped-forward-out': { ...fromCategory, call: () => set.forward(SCOPE, X, out) },
    'scoped-forward-new': { ...fromCategory, call: () => keep(set.forward(SCOPE, X)) },
    'scoped-adapt-own': { ...own, call: () => set.adapt(SCOPE) },
    'scoped-adapt-fallback': { ...both, call: () => set.adapt(SCOPE) },
    'scoped-adapt-array': { ...both, call: () => set.adapt(SCOPE, G) },
    record: {
      prepare: () => buffer.reset(),
      call: () => buffer.record(X, operator, attention, executionMs, baselineMs),
      state: () => ({ embedding: buffer.embeddings.slice(0, DIM) }),
    },
  };
  return { about: {}, cases };
}
