// The bad calls of the verbs of every class, each with the code it must give.
import {
  badNumbers,
  badVectors,
  nameOf,
  outcome,
  stateOf,
  stateOfBuffer,
  stateOfPolicy,
  stateOfSpace,
} from './bad-values.js';

export const DIM = 7;
const BATCH = 3;
export const X = Float32Array.from({ length: DIM }, (_, i) => (i + 1) / 8);
export const G = Float32Array.from({ length: DIM }, (_, i) => (3 - i) / 16);
export const huge = (value) => Float32Array.from(X, (x, i) => (i === 3 ? value : x));
const twice = (vector) => Float32Array.of(...vector, ...vector);
const filled = (length, value = 0.5) => new Float32Array(length).fill(value);

const setRows = (views, rows) =>
  [0, 1].forEach((i) => views[i].set(rows.subarray(i * DIM, (i + 1) * DIM)));

/** A row of a table: `prepare` is done to the twin as well, `call` only to the victim. */
const row = (name, code, call, prepare = () => {}) => ({ name, code, call, prepare });

const adapterRows = [
  ...badVectors(DIM).flatMap(({ name, code, value }) => [
    row(`forward of ${name}`, code, (lora) => lora.forward(value)),
    row(`adapt of ${name}`, code, (lora) => lora.adapt(value)),
    // A result may be written over anything that has the length.
    ...(code === 'LORA_E_NONFINITE'
      ? [
          row(
            `forward of ${name} in the view`,
            code,
            (lora) => lora.forward(),
            (lora) => lora.input.set(value),
          ),
          row(
            `adapt of ${name} in the view`,
            code,
            (lora) => lora.adapt(),
            (lora) => lora.gradient.set(value),
          ),
          row(
            `adapt after ${name} was written over the input`,
            code,
            (lora) => lora.adapt(G),
            (lora) => lora.input.set(value),
          ),
          row(
            `reward after ${name} was written over the input`,
            code,
            (lora) => lora.adaptWithReward(1),
            (lora) => lora.input.set(value),
          ),
        ]
      : [row(`forward into ${name}`, code, (lora) => lora.forward(X, value))]),
  ]),
  ...badNumbers.flatMap(({ code, value }) => [
    row(`reward ${nameOf(value)}`, code, (lora) => lora.adaptWithReward(value)),
    row(`learningRate ${nameOf(value)}`, code, (lora) => (lora.learningRate = value)),
  ]),
  row('no reward', 'LORA_E_TYPE', (lora) => lora.adaptWithReward()),
  row('learningRate undefined', 'LORA_E_TYPE', (lora) => (lora.learningRate = undefined)),
  row('learningRate below 0', 'LORA_E_RANGE', (lora) => (lora.learningRate = -1e-9)),
  row('a gradient whose square overflows', 'LORA_E_NONFINITE', (lora) => lora.adapt(huge(2e19))),
  row(
    'a step to infinity',
    'LORA_E_NONFINITE',
    (lora) => lora.adapt(huge(1e19)),
    (lora) => {
      lora.learningRate = 3e38;
    },
  ),
  row(
    'a reward to infinity',
    'LORA_E_NONFINITE',
    (lora) => lora.adaptWithReward(2),
    (lora) => {
      lora.learningRate = 3e38;
      lora.setWeights({ A: filled(2 * DIM, 1e10), B: filled(2 * DIM, 1) });
      lora.forward(X);
    },
  ),
  row(
    'a step at an input whose square overflows',
    'LORA_E_NONFINITE',
    (lora) => lora.adapt(G),
    (lora) => {
      lora.forward(huge(2e19));
    },
  ),
  row(
    'adapt after reset',
    'LORA_E_STATE',
    (lora) => lora.adapt(G),
    (lora) => lora.reset(),
  ),
  row(
    'reward after reset',
    'LORA_E_STATE',
    (lora) => lora.adaptWithReward(1),
    (lora) => lora.reset(),
  ),
  row(
    'adapt after setWeights',
    'LORA_E_STATE',
    (lora) => lora.adapt(G),
    (lora) => lora.setWeights(lora.getWeights()),
  ),
  ...badVectors(2 * DIM).flatMap(({ name, code, value }) => [
    row(`setWeights, A: ${name}`, code, (lora) =>
      lora.setWeights({ A: value, B: filled(2 * DIM) }),
    ),
    row(`setWeights, B: ${name}`, code, (lora) =>
      lora.setWeights({ A: filled(2 * DIM), B: value }),
    ),
  ]),
  ...badVectors(DIM).flatMap(({ name, code, value }) => [
    row(`learn of ${name}`, code, (lora) => lora.learn(value, G)),
    row(`learn towards ${name}`, code, (lora) => lora.learn(X, value)),
    row(`contrast of ${name}`, code, (lora) => lora.contrast(value, X, G)),
    row(`contrast with a positive ${name}`, code, (lora) => lora.contrast(X, value, G)),
    row(`contrast with negatives ${name}`, code, (lora) => lora.contrast(X, G, value)),
    row(`score of ${name}`, code, (lora) => lora.score(value, twice(G))),
    row(`score of documents ${name}`, code, (lora) => lora.score(X, value)),
  ]),
  ...[null, 'true', 0].map((mapped) =>
    row(`score, mapped: ${nameOf(mapped)}`, 'LORA_E_TYPE', (lora) => lora.score(X, G, { mapped })),
  ),
  row('score of mapped documents without a space', 'LORA_E_OPTION', (lora) =>
    lora.score(X, G, { mapped: true }),
  ),
  row('a click without a space', 'LORA_E_STATE', (lora) => lora.click(X, twice(G), 0)),
  row('click with an unknown option', 'LORA_E_OPTION', (lora) =>
    lora.click(X, twice(G), 0, { units: 'cosine' }),
  ),
  row('order with an unknown option', 'LORA_E_OPTION', (lora) => lora.order(X, G, { k: 3 })),
  ...['Spread', '', null, 0].map((units) =>
    row(`contrast, units: ${nameOf(units)}`, 'LORA_E_OPTION', (lora) =>
      lora.contrast(X, X, G, { units }),
    ),
  ),
  row('contrast, temperature: null', 'LORA_E_TYPE', (lora) =>
    lora.contrast(X, X, G, { temperature: null }),
  ),
  row('contrast, units of a margin', 'LORA_E_OPTION', (lora) =>
    lora.contrast(X, X, G, { margin: 0.5, units: 'cosine' }),
  ),
  row('learn without a target', 'LORA_E_TYPE', (lora) => lora.learn(X)),
  row('learn from an x whose square overflows', 'LORA_E_NONFINITE', (lora) =>
    lora.learn(huge(2e19), G),
  ),
  row('learn towards what is too far', 'LORA_E_NONFINITE', (lora) => lora.learn(X, huge(2e19))),
  row(
    'learn to infinity',
    'LORA_E_NONFINITE',
    (lora) => lora.learn(X, huge(1e19)),
    (lora) => {
      lora.learningRate = 3e38;
    },
  ),
  ...badVectors(2 * DIM).flatMap(({ name, code, value }) => [
    // A number is how many rows of the views.
    row(`forwardBatch of ${name}`, typeof value === 'number' ? 'LORA_E_SHAPE' : code, (lora) =>
      lora.forwardBatch(value),
    ),
    row(
      `adaptBatch of ${name}`,
      code,
      (lora) => lora.adaptBatch(value),
      (lora) => lora.forwardBatch(twice(X)),
    ),
    ...(code === 'LORA_E_NONFINITE'
      ? [
          row(
            `forwardBatch of ${name} in the views`,
            code,
            (lora) => lora.forwardBatch(2),
            (lora) => setRows(lora.inputs, value),
          ),
          row(
            `adaptBatch of ${name} in the views`,
            code,
            (lora) => lora.adaptBatch(),
            (lora) => {
              lora.forwardBatch(twice(X));
              setRows(lora.gradients, value);
            },
          ),
        ]
      : [row(`forwardBatch into ${name}`, code, (lora) => lora.forwardBatch(twice(X), value))]),
  ]),
  ...[0, -1, BATCH + 1, 1.5, NaN, Infinity, 2 ** 32 + 1].map((rows) =>
    row(`forwardBatch of ${rows} rows`, 'LORA_E_SHAPE', (lora) => lora.forwardBatch(rows)),
  ),
  row('forwardBatch of too many rows', 'LORA_E_SHAPE', (lora) =>
    lora.forwardBatch(filled((BATCH + 1) * DIM)),
  ),
  row('adaptBatch of too many rows', 'LORA_E_SHAPE', (lora) =>
    lora.adaptBatch(filled((BATCH + 1) * DIM)),
  ),
  row('adaptBatch after a forward of one row', 'LORA_E_STATE', (lora) => lora.adaptBatch(twice(G))),
  ...Object.entries({
    adapt: (lora) => lora.adapt(G),
    'adapt of the view': (lora) => lora.adapt(),
    adaptWithReward: (lora) => lora.adaptWithReward(1),
    'adaptBatch of all rows': (lora) => lora.adaptBatch(filled(BATCH * DIM)),
  }).map(([name, call]) =>
    row(`${name} after a forward of two rows`, 'LORA_E_STATE', call, (lora) =>
      lora.forwardBatch(twice(X)),
    ),
  ),
  row('setWeights of nothing', 'LORA_E_TYPE', (lora) => lora.setWeights()),
  row('setWeights of null', 'LORA_E_TYPE', (lora) => lora.setWeights(null)),
  row('setWeights of an array', 'LORA_E_TYPE', (lora) =>
    lora.setWeights([filled(2 * DIM), filled(2 * DIM)]),
  ),
  row('setWeights without B', 'LORA_E_TYPE', (lora) => lora.setWeights({ A: filled(2 * DIM) })),
  row('setWeights with C', 'LORA_E_OPTION', (lora) =>
    lora.setWeights({ ...lora.getWeights(), C: 1 }),
  ),
];

const scopeArguments = [
  ...[17, -1, 256, 1.5, NaN, Infinity, 2 ** 32].map((scope) => ['LORA_E_SCOPE', scope]),
  ...['Nope', '', '0', 'scan', '__proto__', 'toString', 'length'].map((s) => ['LORA_E_SCOPE', s]),
  ...[null, true, [0], {}, 0n, Symbol('Scan')].map((scope) => ['LORA_E_TYPE', scope]),
];

const scopedVerbs = {
  'forward of x': (set, scope) => set.forward(scope, X),
  forward: (set, scope) => set.forward(scope),
  'adapt of g': (set, scope) => set.adapt(scope, G),
  adapt: (set, scope) => set.adapt(scope),
  'forwardBatch of X': (set, scope) => set.forwardBatch(scope, twice(X)),
  forwardBatch: (set, scope) => set.forwardBatch(scope),
  'adaptBatch of G': (set, scope) => set.adaptBatch(scope, G),
  adaptBatch: (set, scope) => set.adaptBatch(scope),
  learn: (set, scope) => set.learn(scope, X, G),
  contrast: (set, scope) => set.contrast(scope, X, X, G),
  click: (set, scope) => set.click(scope, X, twice(G), 0),
  score: (set, scope) => set.score(scope, X, G),
  order: (set, scope) => set.order(scope, X, G),
  adaptWithReward: (set, scope) => set.adaptWithReward(scope, 0.5),
  deltaNorm: (set, scope) => set.deltaNorm(scope),
  adaptCount: (set, scope) => set.adaptCount(scope),
  forwardCount: (set, scope) => set.forwardCount(scope),
  getWeights: (set, scope) => set.getWeights(scope),
  setWeights: (set, scope) => set.setWeights(scope, { A: filled(2 * DIM), B: filled(2 * DIM) }),
  scopeName: (set, scope) => set.scopeName(scope),
  reset: (set, scope) => set.reset(scope),
};

/** The verbs of MicroLoRA on scope 2 of a set, so that both go through the same rows. */
const onScope = (set) => ({
  forward: (...args) => set.forward(2, ...args),
  adapt: (...args) => set.adapt(2, ...args),
  forwardBatch: (...args) => set.forwardBatch(2, ...args),
  adaptBatch: (...args) => set.adaptBatch(2, ...args),
  learn: (...args) => set.learn(2, ...args),
  contrast: (...args) => set.contrast(2, ...args),
  click: (...args) => set.click(2, ...args),
  score: (...args) => set.score(2, ...args),
  order: (...args) => set.order(2, ...args),
  adaptWithReward: (...args) => set.adaptWithReward(2, ...args),
  setWeights: (...args) => set.setWeights(2, ...args),
  getWeights: () => set.getWeights(2),
  reset: () => set.reset(2),
  input: set.input,
  gradient: set.gradient,
  inputs: set.inputs,
  gradients: set.gradients,
  set learningRate(rate) {
    set.learningRate = rate;
  },
});

const scopedRows = [
  ...adapterRows.map(({ name, code, call, prepare }) =>
    row(
      name,
      code,
      (set) => call(onScope(set)),
      (set) => prepare(onScope(set)),
    ),
  ),
  ...Object.entries(scopedVerbs).flatMap(([name, call]) => [
    ...scopeArguments.map(([code, scope]) =>
      row(`${name}, scope ${nameOf(scope)}`, code, (set) => call(set, scope)),
    ),
    ...(name === 'reset'
      ? []
      : [row(`${name} without a scope`, 'LORA_E_TYPE', (set) => call(set))]),
  ]),
  row('adapt of another scope', 'LORA_E_STATE', (set) => set.adapt('Scan', G)),
  row('adaptBatch of another scope', 'LORA_E_STATE', (set) => set.adaptBatch('Scan', G)),
  row('reward of another scope', 'LORA_E_STATE', (set) => set.adaptWithReward('Scan', 1)),
  row(
    'adapt of the category that was switched off',
    'LORA_E_STATE',
    (set) => set.adapt('Join', G),
    (set) => {
      set.categoryFallback = false;
    },
  ),
  ...[0, 1, 'true', null, undefined].map((value) =>
    row(
      `categoryFallback ${nameOf(value)}`,
      'LORA_E_TYPE',
      (set) => (set.categoryFallback = value),
    ),
  ),
];

const ringRows = [
  ...badVectors(DIM).map(({ name, code, value }) =>
    row(`an embedding: ${name}`, code, (ring) => ring.record(value, 2, 5, 45, 120)),
  ),
  row('an embedding whose square overflows', 'LORA_E_NONFINITE', (ring) =>
    ring.record(huge(2e19), 2, 5, 45, 120),
  ),
  row('nothing', 'LORA_E_TYPE', (ring) => ring.record()),
  ...[17, -1, 1.5, NaN, 256, 2 ** 32 + 2].map((operator) =>
    row(`operator ${operator}`, 'LORA_E_RANGE', (ring) => ring.record(X, operator, 5, 45, 120)),
  ),
  ...[256, -1, 1.5, NaN, 2 ** 32 + 2].map((attention) =>
    row(`attention ${attention}`, 'LORA_E_RANGE', (ring) => ring.record(X, 2, attention, 45, 120)),
  ),
  ...['2', null, 2n, undefined].flatMap((value) => [
    row(`operator ${nameOf(value)}`, 'LORA_E_TYPE', (ring) => ring.record(X, value, 5, 45, 120)),
    row(`attention ${nameOf(value)}`, 'LORA_E_TYPE', (ring) => ring.record(X, 2, value, 45, 120)),
  ]),
  ...[
    ...badNumbers,
    { code: 'LORA_E_RANGE', value: 0 },
    { code: 'LORA_E_RANGE', value: -0 },
    { code: 'LORA_E_RANGE', value: -45.2 },
    { code: 'LORA_E_TYPE', value: undefined },
  ].flatMap(({ code, value }) => [
    row(`executionMs ${nameOf(value)}`, code, (ring) => ring.record(X, 2, 5, value, 120)),
    row(`baselineMs ${nameOf(value)}`, code, (ring) => ring.record(X, 2, 5, 45, value)),
  ]),
  row('an improvement that overflows', 'LORA_E_NONFINITE', (ring) =>
    ring.record(X, 2, 5, 1e-38, 1e38),
  ),
  ...[2, -1, 0.5, NaN, 2 ** 32].map((index) =>
    row(`index ${index}`, 'LORA_E_RANGE', (ring) => ring.get(index)),
  ),
  ...['0', undefined, null].map((index) =>
    row(`index ${nameOf(index)}`, 'LORA_E_TYPE', (ring) => ring.get(index)),
  ),
  row(
    'the first of none',
    'LORA_E_RANGE',
    (ring) => ring.get(0),
    (ring) => ring.reset(),
  ),
  ...[17, -1, 0.5, NaN].map((operator) =>
    row(`countByOperator ${operator}`, 'LORA_E_RANGE', (ring) => ring.countByOperator(operator)),
  ),
  row('countByOperator of a name', 'LORA_E_TYPE', (ring) => ring.countByOperator('Scan')),
  row('filter without a function', 'LORA_E_TYPE', (ring) => ring.filter()),
  row('filter by a name', 'LORA_E_TYPE', (ring) => ring.filter('Scan')),
  row('highQualityCount of NaN', 'LORA_E_NONFINITE', (ring) => ring.highQualityCount(NaN)),
  row('highQualityCount of a string', 'LORA_E_TYPE', (ring) => ring.highQualityCount('0.5')),
];

const SPACE_VERBS = ['learnDocuments', 'learnQueries', 'document', 'query', 'documents', 'queries'];

const spaceRows = [
  ...badVectors(DIM).flatMap(({ name, code, value }) => [
    row(`fitRawIndex of ${name}`, code, (space) => space.fitRawIndex(value)),
    row(`rawQuery of ${name}`, code, (space) => space.rawQuery(value, G)),
    row(`rawQuery with ${name} as correction`, code, (space) => space.rawQuery(X, value)),
    ...(code === 'LORA_E_NONFINITE'
      ? []
      : [row(`rawQuery into ${name}`, code, (space) => space.rawQuery(X, G, value))]),
    ...SPACE_VERBS.map((verb) => row(`${verb} of ${name}`, code, (space) => space[verb](value))),
    ...(code === 'LORA_E_NONFINITE'
      ? ['document', 'query'].map((verb) =>
          row(
            `${verb} of ${name} in the view`,
            code,
            (space) => space[verb](),
            (space) => space.input.set(value),
          ),
        )
      : ['document', 'query', 'documents', 'queries'].map((verb) =>
          row(`${verb} into ${name}`, code, (space) => space[verb](X, value)),
        )),
  ]),
  ...SPACE_VERBS.map((verb) =>
    row(`${verb} of what has too large a square`, 'LORA_E_NONFINITE', (space) =>
      space[verb](huge(2e19)),
    ),
  ),
  ...['learnDocuments', 'learnQueries'].map((verb) =>
    row(`${verb} where the last of many is NaN`, 'LORA_E_NONFINITE', (space) =>
      space[verb](filled(200 * DIM).fill(NaN, 200 * DIM - 1)),
    ),
  ),
  row('learnDocuments of nothing', 'LORA_E_TYPE', (space) => space.learnDocuments()),
  row('document into an array without a document', 'LORA_E_TYPE', (space) =>
    space.document(undefined, filled(DIM)),
  ),
  row(
    'fitRawIndex before documents were learned',
    'LORA_E_STATE',
    (space) => space.fitRawIndex(X),
    (space) => space.reset(),
  ),
  row(
    'learnDocuments while frozen',
    'LORA_E_STATE',
    (space) => space.learnDocuments(X),
    (space) => space.freeze(),
  ),
  ...[0, 1, 'true', null].map((on) =>
    row(`freeze ${nameOf(on)}`, 'LORA_E_TYPE', (space) => space.freeze(on)),
  ),
  ...[undefined, null, {}, 1, 'space'].map((other) =>
    row(`copyFrom ${nameOf(other)}`, 'LORA_E_TYPE', (space) => space.copyFrom(other)),
  ),
];

const policyRows = [
  ...badVectors(DIM).flatMap(({ name, code, value }) => [
    row(`predict ${name}`, code, (policy) => policy.predict(0, value)),
    row(`choose ${name}`, code, (policy) => policy.choose(0, value)),
    ...(code === 'LORA_E_NONFINITE'
      ? [
          row(
            `decide on ${name}`,
            code,
            (policy) => policy.decide(),
            (policy) => policy.context.set(value),
          ),
        ]
      : []),
  ]),
  ...[3, -1, 0.5, NaN].flatMap((arm) => [
    row(`removeArm ${arm}`, 'LORA_E_OPTION', (policy) => policy.removeArm(arm)),
    row(`resetArm ${arm}`, 'LORA_E_OPTION', (policy) => policy.resetArm(arm)),
    row(`addArm like ${arm}`, 'LORA_E_OPTION', (policy) => policy.addArm('new', { like: arm })),
    row(`choose ${arm}`, 'LORA_E_OPTION', (policy) => policy.choose(X, { arms: [0, arm] })),
  ]),
  ...[null, undefined, {}].flatMap((arm) => [
    row(`removeArm ${nameOf(arm)}`, 'LORA_E_TYPE', (policy) => policy.removeArm(arm)),
    row(`addArm ${nameOf(arm)}`, 'LORA_E_TYPE', (policy) => policy.addArm(arm)),
  ]),
  row('addArm of a name that is there', 'LORA_E_OPTION', (policy) => policy.addArm('1')),
  row('removeArm of the default', 'LORA_E_STATE', (policy) => policy.removeArm(0)),
  ...[1, 'all', -1].map((scope) =>
    row(`choose in ${scope}`, scope === 'all' ? 'LORA_E_SHAPE' : 'LORA_E_SCOPE', (policy) =>
      policy.choose(scope, new Float32Array(1)),
    ),
  ),
  ...[0, '1', null].map((explore) =>
    row(`choose, explore: ${nameOf(explore)}`, 'LORA_E_TYPE', (policy) =>
      policy.choose(X, { explore }),
    ),
  ),
  ...[
    [0, 'LORA_E_RANGE'],
    [-1, 'LORA_E_RANGE'],
    [1e26, 'LORA_E_RANGE'],
    [NaN, 'LORA_E_NONFINITE'],
    ['1', 'LORA_E_TYPE'],
    [null, 'LORA_E_TYPE'],
  ].flatMap(([cost, code]) => [
    row(`learn ${nameOf(cost)}`, code, (policy) => policy.learn(1, cost)),
    row(`learn, stopped: ${nameOf(cost)}`, code, (policy) => policy.learn(1, { stopped: cost })),
    row(`learn, baseline: ${nameOf(cost)}`, code, (policy) =>
      policy.learn(1, 1, { baseline: cost }),
    ),
    row(`choose, baseline: ${nameOf(cost)}`, code, (policy) =>
      policy.choose(X, { baseline: cost }),
    ),
    row(`predict, baseline: ${nameOf(cost)}`, code, (policy) =>
      policy.predict(X, { baseline: cost }),
    ),
    row(`toVW ${nameOf(cost)}`, code, (policy) => policy.toVW({ id: 1, arm: 0 }, cost)),
  ]),
  ...[0, 2, -1, 1.5, NaN].flatMap((id) => [
    row(`learn of ${id}`, 'LORA_E_STATE', (policy) => policy.learn(id, 1)),
    row(`cancel of ${id}`, 'LORA_E_STATE', (policy) => policy.cancel(id)),
  ]),
  ...[undefined, null, '1'].map((id) =>
    row(`learn of ${nameOf(id)}`, 'LORA_E_TYPE', (policy) => policy.learn(id, 1)),
  ),
  row('choose with an unknown option', 'LORA_E_OPTION', (policy) => policy.choose(X, { arm: 1 })),
  row('learn with an unknown option', 'LORA_E_OPTION', (policy) => policy.learn(1, 1, { cost: 1 })),
  ...[undefined, null, {}, 1].flatMap((other) => [
    row(`copyFrom ${nameOf(other)}`, 'LORA_E_TYPE', (policy) => policy.copyFrom(other)),
    row(`replay ${nameOf(other)}`, 'LORA_E_TYPE', (policy) => policy.replay(other)),
  ]),
];

/** For each class its rows, what happens before and after the bad call, and what shows its state. */
export const tables = {
  MicroLoRA: {
    rows: adapterRows,
    options: { dim: DIM, alpha: 0.5, optimizer: 'sgd', learningRate: 0.25, batch: BATCH },
    start(lora) {
      lora.setWeights({ A: filled(2 * DIM, 0.25), B: filled(2 * DIM, -0.5) });
      lora.forward(X);
      lora.adapt(G);
      lora.forward(X);
      lora.gradient.fill(0.125);
    },
    future: (lora) => [
      outcome(() => lora.adapt(G)),
      outcome(() => lora.forward(X)),
      outcome(() => lora.adaptWithReward(0.5)),
      outcome(() => lora.adaptBatch()),
      outcome(() => lora.learn(X, G)),
      outcome(() => lora.forwardBatch(twice(X))),
    ],
    state: stateOf,
  },
  ScopedLoRA: {
    rows: scopedRows,
    options: { dim: DIM, alpha: 0.5, optimizer: 'sgd', learningRate: 0.25, batch: BATCH },
    start(set) {
      set.setWeights(2, { A: filled(2 * DIM, 0.25), B: filled(2 * DIM, -0.5) });
      set.forward(11, X);
      set.adapt(11, G);
      set.forward(2, X);
      set.gradient.fill(0.125);
    },
    future: (set) => [
      outcome(() => set.adapt(2, G)),
      outcome(() => set.forward(12, X)),
      outcome(() => set.forward(2, X)),
      outcome(() => set.adaptWithReward(2, 0.5)),
      outcome(() => set.adaptBatch(2)),
      outcome(() => set.learn(12, X, G)),
    ],
    state: stateOf,
  },
  TrajectoryBuffer: {
    rows: ringRows,
    options: { dim: DIM, capacity: 2 },
    start(ring) {
      ring.record(X, 2, 5, 45, 120);
      ring.record(G, 3, 6, 50, 40);
    },
    future: (ring) => [outcome(() => ring.record(G, 2, 7, 2, 3))],
    state: stateOfBuffer,
  },
  EmbeddingSpace: {
    rows: spaceRows,
    options: { dim: DIM, directions: 2 },
    start(space) {
      space.learnDocuments(twice(X));
      space.learnDocuments(G);
      space.learnQueries(G);
      space.document(X);
    },
    future: (space) => [
      outcome(() => space.learnDocuments(G)),
      outcome(() => space.learnQueries(X)),
      outcome(() => space.document(G)),
      outcome(() => space.query(G)),
    ],
    state: stateOfSpace,
  },
  Policy: {
    rows: policyRows,
    options: { dim: DIM, arms: 3 },
    start(policy) {
      policy.choose(X);
    },
    future: (policy) => [
      outcome(() => policy.learn(1, 2)),
      outcome(() => policy.choose(G)),
      outcome(() => policy.learn(2, 3, { baseline: 4 })),
    ],
    state: stateOfPolicy,
  },
};
