// Our column, with SIMD or without: every case as a user would write it.
import { do_not_optimize as keep } from 'mitata';
import * as inputs from '../inputs.js';

const { DIM, BATCH, X, G, T, XS, GS, NEGATIVES, LOSS, REWARD, TRAJECTORY } = inputs;
const { delta, temperature, margin } = LOSS;

/** @param {string} url of the entry: microlora.js or microlora.scalar.js */
export async function open(url) {
  const {
    default: init,
    EmbeddingSpace,
    MicroLoRA,
    ScopedLoRA,
    TrajectoryBuffer,
  } = await import(url);
  const engine = await init();

  const options = {
    dim: DIM,
    rank: inputs.RANK,
    alpha: inputs.ALPHA,
    optimizer: 'sgd',
    seed: inputs.SEED,
    learningRate: inputs.TEACHING_RATE,
  };
  const lora = new MicroLoRA(options);
  const batched = new MicroLoRA({ ...options, batch: BATCH });
  const set = new ScopedLoRA(options);
  const buffer = new TrajectoryBuffer({
    dim: DIM,
    capacity: inputs.TRAJECTORIES,
    operators: inputs.OPERATORS,
  });
  const SCOPE = set.scopes.indexOf(inputs.SCOPE_NAME);
  const SIBLING = set.scopes.indexOf(inputs.SIBLING_NAME);
  const out = new Float32Array(DIM);
  const outs = new Float32Array(XS.length);
  const { operator, attention, executionMs, baselineMs } = TRAJECTORY;

  function teach(object) {
    object.reset();
    object.learningRate = inputs.TEACHING_RATE;
    for (let step = 0; step < inputs.TEACHING_STEPS; step++) {
      object.forward(X, out);
      object.adapt(G);
    }
    object.learningRate = inputs.TIMED_RATE;
  }

  const prepared = (object) => ({
    prepare() {
      teach(object);
      object.forward(X, out);
      object.gradient.set(G);
    },
    state: () => ({ y: object.output.slice(), ...object.getWeights() }),
  });
  const single = prepared(lora);

  const batch = {
    prepare() {
      teach(batched);
      inputs.rowsOf(XS).forEach((row, i) => batched.inputs[i].set(row));
      inputs.rowsOf(GS).forEach((row, i) => batched.gradients[i].set(row));
      batched.forwardBatch();
    },
    state: () => ({
      y: inputs.joined(batched.outputs),
      ...batched.getWeights(),
    }),
  };

  let loss = 0;
  const learning = ({ prepare, state }, learn) => ({
    prepare,
    call: () => (loss = learn()),
    state: () => ({ ...state(), loss: Float64Array.of(loss) }),
  });
  const learningBy = (optimizer) => {
    const object = new MicroLoRA({ ...options, optimizer });
    return learning(prepared(object), () => object.learn(X, T));
  };

  function inSpace(directions) {
    const space = new EmbeddingSpace({ dim: DIM, directions });
    space.learnDocuments(XS);
    space.learnDocuments(XS);
    space.learnQueries(GS);
    const within = new MicroLoRA({ ...options, space });
    const mapping = {
      prepare: () => space.input.set(X),
      state: () => ({ y: space.output.slice() }),
    };
    return {
      [`space-query-views-${directions}`]: { ...mapping, call: () => space.query() },
      [`space-query-out-${directions}`]: { ...mapping, call: () => space.query(X, out) },
      [`forward-in-space-${directions}`]: { ...prepared(within), call: () => within.forward() },
    };
  }

  const scoped = (taught, fallback) => ({
    prepare() {
      set.reset();
      set.categoryFallback = fallback;
      set.learningRate = inputs.TEACHING_RATE;
      for (let step = 0; step < inputs.TEACHING_STEPS; step++) {
        set.forward(taught, X, out);
        set.adapt(taught, G);
      }
      set.learningRate = inputs.TIMED_RATE;
      set.forward(SCOPE, X, out);
      set.gradient.set(G);
    },
    state: () => ({ y: set.output.slice(), ...set.getWeights(SCOPE) }),
  });
  const own = scoped(SCOPE, false);
  const fromCategory = scoped(SIBLING, true);
  const both = scoped(SCOPE, true);

  const trajectories = {
    prepare: () => buffer.reset(),
    state: () => ({
      statistics: Float64Array.of(
        buffer.length,
        buffer.totalCount,
        buffer.successRate,
        buffer.bestImprovement,
        buffer.meanImprovement,
        buffer.variance,
        buffer.bestAttention,
        buffer.highQualityCount(0.25),
        buffer.countByOperator(operator),
      ),
      embedding: buffer.get(0).embedding,
    }),
  };

  const cases = {
    'forward-views': { ...single, call: () => lora.forward() },
    'forward-out': { ...single, call: () => lora.forward(X, out) },
    'forward-new': { ...single, call: () => keep(lora.forward(X)) },
    'adapt-views': { ...single, call: () => lora.adapt() },
    'adapt-array': { ...single, call: () => lora.adapt(G) },
    learn: learning(single, () => lora.learn(X, T)),
    'learn-momentum': learningBy('momentum'),
    'learn-adam': learningBy('adam'),
    'learn-adamw': learningBy('adamw'),
    'learn-preconditioned': learningBy('preconditioned'),
    'learn-huber': learning(single, () => lora.learn(X, T, { loss: 'huber', delta })),
    'learn-cosine': learning(single, () => lora.learn(X, T, { loss: 'cosine' })),
    'contrast-info-nce': learning(single, () =>
      lora.contrast(X, T, NEGATIVES, { temperature, units: 'cosine' }),
    ),
    'contrast-triplet': learning(single, () => lora.contrast(X, T, NEGATIVES, { margin })),
    'forward-batch-views': { ...batch, call: () => batched.forwardBatch() },
    'forward-batch-array': { ...batch, call: () => batched.forwardBatch(XS, outs) },
    'adapt-batch-views': { ...batch, call: () => batched.adaptBatch() },
    'adapt-batch-array': { ...batch, call: () => batched.adaptBatch(GS) },
    reward: { ...single, call: () => lora.adaptWithReward(REWARD) },
    'delta-norm': {
      ...single,
      call: () => keep(lora.deltaNorm),
      state: () => ({ ...single.state(), norm: Float64Array.of(lora.deltaNorm) }),
    },
    'scoped-forward-own': { ...own, call: () => set.forward(SCOPE) },
    'scoped-forward-fallback': { ...fromCategory, call: () => set.forward(SCOPE) },
    'scoped-forward-out': { ...fromCategory, call: () => set.forward(SCOPE, X, out) },
    'scoped-forward-new': { ...fromCategory, call: () => keep(set.forward(SCOPE, X)) },
    'scoped-adapt-own': { ...own, call: () => set.adapt(SCOPE) },
    'scoped-adapt-fallback': { ...both, call: () => set.adapt(SCOPE) },
    'scoped-adapt-array': { ...both, call: () => set.adapt(SCOPE, G) },
    ...Object.assign({}, ...inputs.DIRECTIONS.map(inSpace)),
    record: {
      ...trajectories,
      call: () => buffer.record(X, operator, attention, executionMs, baselineMs),
    },
  };
  return { about: { simd: engine.simd }, cases };
}
