// The cases: what is timed, under which name, and what each column calls for it.
//
// `calls` says it for README.md and --help; the calls themselves are in columns/. A case that handles
// several vectors in a call says how many, and its times are per vector.
import { BATCH, DIRECTIONS } from './inputs.js';

export const CASES = [
  {
    id: 'forward-views',
    label: 'forward, on views',
    calls: { ours: 'lora.forward()', published: 'lora.forward()' },
  },
  {
    id: 'forward-out',
    label: 'forward(x, out)',
    calls: {
      ours: 'lora.forward(x, out)',
      published: 'input view .set(x), forward(), out.set(output view): it has no such method',
    },
  },
  {
    id: 'forward-new',
    label: 'forward(x), new array',
    calls: { ours: 'lora.forward(x)', published: 'lora.forward_array(x)' },
  },
  {
    id: 'adapt-views',
    label: 'adapt, on views',
    calls: { ours: 'lora.adapt()', published: 'lora.adapt()' },
  },
  {
    id: 'adapt-array',
    label: 'adapt(g)',
    calls: { ours: 'lora.adapt(g)', published: 'lora.adapt_array(g)' },
  },
  {
    id: 'learn',
    label: 'learn(x, target), sgd',
    calls: {
      ours: 'lora.learn(x, target)',
      published:
        'input view .set(x), forward(), gradient y - t and loss by a loop of JavaScript, adapt()',
      plain: 'forward(x), gradient and loss, adapt()',
    },
  },
  {
    id: 'learn-momentum',
    label: 'learn(x, target), momentum',
    calls: { ours: "lora.learn(x, target), optimizer: 'momentum'" },
  },
  {
    id: 'learn-adam',
    label: 'learn(x, target), adam',
    calls: { ours: "lora.learn(x, target), optimizer: 'adam'" },
  },
  {
    id: 'learn-adamw',
    label: 'learn(x, target), adamw',
    calls: { ours: "lora.learn(x, target), optimizer: 'adamw'" },
  },
  {
    id: 'learn-preconditioned',
    label: 'learn(x, target), preconditioned',
    calls: { ours: "lora.learn(x, target), optimizer: 'preconditioned'" },
  },
  {
    id: 'learn-huber',
    label: 'learn(x, target), sgd, huber',
    calls: { ours: "lora.learn(x, target, { loss: 'huber', delta })" },
  },
  {
    id: 'learn-cosine',
    label: 'learn(x, target), sgd, cosine',
    calls: { ours: "lora.learn(x, target, { loss: 'cosine' })" },
  },
  {
    id: 'contrast-info-nce',
    label: 'contrast, sgd, InfoNCE, 8 negatives',
    calls: { ours: "lora.contrast(x, positive, negatives, { temperature, units: 'cosine' })" },
  },
  {
    id: 'contrast-triplet',
    label: 'contrast, sgd, triplet, 8 negatives',
    calls: { ours: 'lora.contrast(x, positive, negatives, { margin })' },
  },
  {
    id: 'forward-batch-views',
    label: `batch of ${BATCH}: forward, on views`,
    vectors: BATCH,
    calls: {
      ours: 'lora.forwardBatch()',
      published: `${BATCH} times lora.forward(), all on its one input view`,
      plain: `${BATCH} times forward()`,
    },
  },
  {
    id: 'forward-batch-array',
    label: `batch of ${BATCH}: forward(X, out)`,
    vectors: BATCH,
    calls: {
      ours: 'lora.forwardBatch(X, out)',
      published: `${BATCH} times what it does for forward(x, out)`,
      plain: `${BATCH} times forward(x, out)`,
    },
  },
  {
    id: 'adapt-batch-views',
    label: `batch of ${BATCH}: adapt, on views`,
    vectors: BATCH,
    calls: {
      ours: 'lora.adaptBatch(): one step with the mean gradient',
      published: `${BATCH} times lora.adapt(): ${BATCH} steps`,
      plain: 'the mean gradient, one gradient after the other; one step',
    },
  },
  {
    id: 'adapt-batch-array',
    label: `batch of ${BATCH}: adapt(G)`,
    vectors: BATCH,
    calls: {
      ours: 'lora.adaptBatch(G): one step with the mean gradient',
      published: `${BATCH} times lora.adapt_array(g): ${BATCH} steps`,
      plain: 'the mean gradient, one gradient after the other; one step',
    },
  },
  {
    id: 'reward',
    label: 'adaptWithReward(r)',
    calls: { ours: 'lora.adaptWithReward(r)', published: 'lora.adapt_with_reward(r)' },
  },
  {
    id: 'delta-norm',
    label: 'deltaNorm',
    calls: {
      ours: 'lora.deltaNorm: the Frobenius norm of alpha B^T A',
      published: 'lora.delta_norm(): alpha times the norm of B, which is less work',
    },
  },
  {
    id: 'scoped-forward-own',
    label: 'scoped forward, views, fallback off',
    calls: { ours: 'set.forward(scope)', published: 'set.forward(scope)' },
  },
  {
    id: 'scoped-forward-fallback',
    label: 'scoped forward, views, fallback on',
    calls: {
      ours: 'set.forward(scope), where the category answers',
      published: 'set.forward(scope), where the category answers',
    },
  },
  {
    id: 'scoped-forward-out',
    label: 'scoped forward(x, out), fallback on',
    calls: {
      ours: 'set.forward(scope, x, out)',
      published: 'input view .set(x), forward(scope), out.set(output view)',
    },
  },
  {
    id: 'scoped-forward-new',
    label: 'scoped forward(x), new array, fallback on',
    calls: { ours: 'set.forward(scope, x)', published: 'set.forward_array(scope, x)' },
  },
  {
    id: 'scoped-adapt-own',
    label: 'scoped adapt, views, fallback off',
    calls: { ours: 'set.adapt(scope)', published: 'set.adapt(scope)' },
  },
  {
    id: 'scoped-adapt-fallback',
    label: 'scoped adapt, views, fallback on',
    calls: {
      ours: 'set.adapt(scope): scope and category learn',
      published: 'set.adapt(scope): scope and category learn',
    },
  },
  {
    id: 'scoped-adapt-array',
    label: 'scoped adapt(g), fallback on',
    calls: { ours: 'set.adapt(scope, g)', published: 'set.adapt_array(scope, g)' },
  },
  ...DIRECTIONS.flatMap((directions) => [
    {
      id: `space-query-views-${directions}`,
      label: `query of a space of ${directions} directions, views`,
      calls: { ours: 'space.query()' },
    },
    {
      id: `space-query-out-${directions}`,
      label: `query(x, out), ${directions} directions`,
      calls: { ours: 'space.query(x, out)' },
    },
    {
      id: `forward-in-space-${directions}`,
      label: `forward in a space of ${directions} directions, views`,
      calls: { ours: 'lora.forward(), of an adapter in the space' },
    },
  ]),
  {
    id: 'record',
    label: 'record a trajectory',
    calls: { ours: 'buffer.record(x, ...)', published: 'buffer.record(x, ...)' },
  },
];

export const COLUMNS = [
  { id: 'simd', label: 'microlora', about: 'dist/microlora.js, WebAssembly with SIMD' },
  { id: 'scalar', label: 'scalar', about: 'dist/microlora.scalar.js, WebAssembly without SIMD' },
  { id: 'native', label: 'native', about: 'C++ over build/native/liblora.a, through abi/lora.h' },
  { id: 'published', label: 'published', about: 'npm @ruvector/learning-wasm' },
  { id: 'plain', label: 'plain JS', about: 'plain-lora.js, the same equations in JavaScript' },
  { id: 'tfjs', label: 'TF.js', about: 'npm @tensorflow/tfjs, tensor-lora.js, its faster backend' },
];
