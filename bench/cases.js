// The cases: what is timed, under which name, and what each column calls for it.
//
// `calls` is for the table in README.md and for --help; the calls themselves are in columns/.

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
];
