// Bad options to the constructors, engines that are full, and objects used after free.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entries, runNodeForJson, urlOf } from './support/helpers.js';
import { badNumbers, nameOf, refuses } from './support/bad-values.js';

const X = new Float32Array(8).fill(0.5);

const notWhole = ['8', null, true, 8n, [8], Symbol('8')].map((v) => ['LORA_E_TYPE', v]);
const outside = (code, ...values) => values.map((value) => [code, value]);

/** Each option with values it must refuse, beside otherwise good options. */
const sharedOptions = {
  rank: [...outside('LORA_E_SHAPE', 0, -1, 65, 1.5, NaN, Infinity, 2 ** 32 + 2), ...notWhole],
  alpha: badNumbers.map(({ code, value }) => [code, value]),
  learningRate: [
    ...badNumbers.map(({ code, value }) => [code, value]),
    ...outside('LORA_E_RANGE', -0.01, -Number.MIN_VALUE),
  ],
  optimizer: outside('LORA_E_OPTION', 'rmsprop', 'SGD', '', 0, null, ['sgd'], Object.create(null)),
  seed: [...outside('LORA_E_RANGE', -1, 0.5, NaN, Infinity, 2 ** 32), ...notWhole],
  batch: [...outside('LORA_E_RANGE', 0, -1, 1025, 1.5, NaN, Infinity, 2 ** 32 + 1), ...notWhole],
  space: outside('LORA_E_TYPE', null, {}, 'space', 0, new Float32Array(8)),
  sharedIO: outside('LORA_E_TYPE', 0, 1, 'true', null, {}),
  engine: outside('LORA_E_OPTION', null, {}, 'shared', 0, { memory: new ArrayBuffer(8) }),
  foo: outside('LORA_E_OPTION', 1, null),
  DIM: outside('LORA_E_OPTION', 8),
  constructor: outside('LORA_E_OPTION', 8),
  toString: outside('LORA_E_OPTION', 8),
  hasOwnProperty: outside('LORA_E_OPTION', () => true),
};

const dims = [
  ...outside('LORA_E_SHAPE', 0, -1, 1.5, 16385, 1e9, 2 ** 32 + 8, NaN, Infinity, -Infinity),
  ...notWhole,
];

const scopedOptions = {
  scopes: [
    ...outside(
      'LORA_E_TYPE',
      'ab',
      3,
      null,
      {},
      [1, 2],
      ['a', undefined],
      ['a', , 'b'],
      new Set(['a']),
    ),
    ...outside(
      'LORA_E_RANGE',
      [],
      Array.from({ length: 4097 }, (_, i) => `${i}`),
    ),
    ...outside('LORA_E_OPTION', ['a', 'b', 'a']),
  ],
  categories: [
    ...outside(
      'LORA_E_TYPE',
      'scans',
      [['Scan']],
      null,
      { a: 'Scan' },
      { a: null },
      { a: { 0: 'Scan' } },
    ),
    ...outside(
      'LORA_E_SCOPE',
      { a: ['Nope'] },
      { a: ['__proto__'] },
      { a: [0] },
      { a: [Object.create(null)] },
    ),
    ...outside('LORA_E_OPTION', { a: ['Scan', 'Scan'] }, { a: ['Scan'], b: ['Scan'] }),
  ],
  categoryFallback: outside('LORA_E_TYPE', 0, 'on', null),
};

const ringOptions = {
  capacity: [
    ...outside('LORA_E_RANGE', 0, -1, 1.5, NaN, Infinity, 2 ** 32, 2 ** 32 + 8),
    ...notWhole,
  ],
  operators: [...outside('LORA_E_RANGE', 0, -1, 257, 1.5, NaN, 2 ** 32 + 8), ...notWhole],
  engine: sharedOptions.engine,
  foo: sharedOptions.foo,
  rank: outside('LORA_E_OPTION', 2),
  batch: outside('LORA_E_OPTION', 2),
  constructor: outside('LORA_E_OPTION', 8),
};

const spaceOptions = {
  directions: [...outside('LORA_E_RANGE', -1, 8, 65, 1.5, NaN, Infinity, 2 ** 32 + 2), ...notWhole],
  engine: sharedOptions.engine,
  foo: sharedOptions.foo,
  rank: outside('LORA_E_OPTION', 2),
  in: outside('LORA_E_OPTION', 8),
  constructor: outside('LORA_E_OPTION', 8),
};

/** [what it is called, the code, options] for every option of a class. */
const rowsOf = (options) =>
  Object.entries(options).flatMap(([name, values]) =>
    values.map(([code, value]) => [`${name}: ${nameOf(value)}`, code, { dim: 8, [name]: value }]),
  );

const policyOptions = {
  arms: [
    ...[0, 257, 1.5, -1].map((value) => ['LORA_E_RANGE', value]),
    ...[null, 'a', {}, [1, 2], [undefined]].map((value) => ['LORA_E_TYPE', value]),
    ['LORA_E_RANGE', []],
    ['LORA_E_OPTION', ['a', 'a']],
  ],
  scopes: [
    ['LORA_E_TYPE', 3],
    ['LORA_E_RANGE', []],
    ['LORA_E_OPTION', ['a', 'a']],
  ],
  categories: [
    ['LORA_E_TYPE', ['all']],
    ['LORA_E_SCOPE', { c: ['none'] }],
  ],
  objective: ['costs', '', 0, null].map((value) => ['LORA_E_OPTION', value]),
  guard: [
    ...[true, 0, 'own', null].map((value) => ['LORA_E_TYPE', value]),
    ['LORA_E_OPTION', { default: 3 }],
    ['LORA_E_OPTION', { default: 'own' }],
    ['LORA_E_OPTION', { alpha: 1 }],
    ['LORA_E_TYPE', { default: null }],
    ['LORA_E_RANGE', { budget: -0.1 }],
    ['LORA_E_NONFINITE', { budget: Infinity }],
    ['LORA_E_RANGE', { confidence: -1 }],
    ['LORA_E_RANGE', { patience: 0 }],
  ],
  memory: [-1, 17, 0.5].map((value) => ['LORA_E_RANGE', value]),
  temperature: [
    ['LORA_E_RANGE', -1],
    ['LORA_E_NONFINITE', NaN],
    ['LORA_E_TYPE', '1'],
  ],
  forgetting: [0, -1, 1.01].map((value) => ['LORA_E_RANGE', value]),
  floor: [-0.1, 1.1].map((value) => ['LORA_E_RANGE', value]),
  pending: [0, 65537, 1.5].map((value) => ['LORA_E_RANGE', value]),
  seed: [-1, 2 ** 32, 0.5].map((value) => ['LORA_E_RANGE', value]),
};

const whole = [
  ['no options', 'LORA_E_TYPE', undefined],
  ['null', 'LORA_E_TYPE', null],
  ['a number', 'LORA_E_TYPE', 8],
  ['an array', 'LORA_E_TYPE', [8]],
  ['a map', 'LORA_E_TYPE', new Map([['dim', 8]])],
  ['a key __proto__', 'LORA_E_OPTION', JSON.parse('{"dim": 8, "__proto__": {"rank": 3}}')],
  ...dims.map(([code, value]) => [`dim: ${nameOf(value)}`, code, { dim: value }]),
];

const shapesOf = [
  ['no shape', 'LORA_E_OPTION', {}],
  ['in alone', 'LORA_E_OPTION', { in: 8 }],
  ['out alone', 'LORA_E_OPTION', { out: 8 }],
  ['dim and in', 'LORA_E_OPTION', { dim: 8, in: 4 }],
  ['dim and out', 'LORA_E_OPTION', { dim: 8, out: 4 }],
  ['dim, in and out', 'LORA_E_OPTION', { dim: 8, in: 8, out: 8 }],
  ...dims.flatMap(([code, value]) => [
    [`in: ${nameOf(value)}`, code, { in: value, out: 8 }],
    [`out: ${nameOf(value)}`, code, { in: 8, out: value }],
  ]),
];

const classes = {
  MicroLoRA: [
    ...whole,
    ...shapesOf,
    ...rowsOf(sharedOptions),
    ...rowsOf({ scopes: [['LORA_E_OPTION', ['a']]] }),
  ],
  ScopedLoRA: [...whole, ...shapesOf, ...rowsOf(sharedOptions), ...rowsOf(scopedOptions)],
  TrajectoryBuffer: [...whole, ['no dim', 'LORA_E_TYPE', {}], ...rowsOf(ringOptions)],
  EmbeddingSpace: [...whole, ['no dim', 'LORA_E_TYPE', {}], ...rowsOf(spaceOptions)],
  Policy: [
    ...whole,
    ['no dim', 'LORA_E_TYPE', { arms: 3 }],
    ['no arms', 'LORA_E_TYPE', { dim: 8 }],
    ...rowsOf(policyOptions).map(([name, code, given]) => [name, code, { arms: 3, ...given }]),
  ],
};

const W = { A: new Float32Array(16), B: new Float32Array(16) };
const reads = (names) => names.split(' ').map((name) => [name, (object) => object[name]]);
const calls = (table) => Object.entries(table);

const shapeOf = (name) => (name === 'Policy' ? { dim: 8, arms: 2 } : { dim: 8 });

/** Every method and every getter that is not a constant of the object. */
const usesOf = {
  MicroLoRA: [
    ...reads('input output gradient paramCount learningRate deltaNorm adaptCount forwardCount'),
    ...reads('inputs outputs gradients'),
    ...calls({
      'forward()': (o) => o.forward(),
      'forward(x)': (o) => o.forward(X),
      'forward(x, out)': (o) => o.forward(X, new Float32Array(8)),
      'adapt()': (o) => o.adapt(),
      'adapt(g)': (o) => o.adapt(X),
      'forwardBatch()': (o) => o.forwardBatch(),
      'forwardBatch(rows)': (o) => o.forwardBatch(1),
      'forwardBatch(X)': (o) => o.forwardBatch(X),
      'forwardBatch(X, out)': (o) => o.forwardBatch(X, new Float32Array(8)),
      'adaptBatch()': (o) => o.adaptBatch(),
      'adaptBatch(G)': (o) => o.adaptBatch(X),
      learn: (o) => o.learn(X, X),
      adaptWithReward: (o) => o.adaptWithReward(1),
      score: (o) => o.score(X, X),
      order: (o) => o.order(X, X),
      getWeights: (o) => o.getWeights(),
      setWeights: (o) => o.setWeights(W),
      'setting learningRate': (o) => (o.learningRate = 1),
      reset: (o) => o.reset(),
    }),
  ],
  ScopedLoRA: [
    ...reads('input output gradient paramCount learningRate totalAdaptCount totalForwardCount'),
    ...reads('inputs outputs gradients'),
    ...calls({
      'forward(scope)': (o) => o.forward(0),
      'forward(scope, x)': (o) => o.forward('Scan', X),
      'forward(scope, x, out)': (o) => o.forward(0, X, new Float32Array(8)),
      'adapt(scope)': (o) => o.adapt(0),
      'adapt(scope, g)': (o) => o.adapt(0, X),
      'forwardBatch(scope)': (o) => o.forwardBatch(0),
      'forwardBatch(scope, X)': (o) => o.forwardBatch('Scan', X),
      'adaptBatch(scope)': (o) => o.adaptBatch(0),
      'adaptBatch(scope, G)': (o) => o.adaptBatch(0, X),
      learn: (o) => o.learn(0, X, X),
      adaptWithReward: (o) => o.adaptWithReward(0, 1),
      score: (o) => o.score(0, X, X),
      order: (o) => o.order(0, X, X),
      deltaNorm: (o) => o.deltaNorm(0),
      adaptCount: (o) => o.adaptCount(0),
      forwardCount: (o) => o.forwardCount(0),
      getWeights: (o) => o.getWeights(0),
      setWeights: (o) => o.setWeights(0, W),
      'setting learningRate': (o) => (o.learningRate = 1),
      'setting categoryFallback': (o) => (o.categoryFallback = false),
      scopeName: (o) => o.scopeName(0),
      'reset(scope)': (o) => o.reset(0),
      'reset()': (o) => o.reset(),
    }),
  ],
  TrajectoryBuffer: [
    ...reads('length totalCount isEmpty successRate bestImprovement meanImprovement variance'),
    ...reads('bestAttention'),
    ...calls({
      record: (o) => o.record(X, 0, 0, 1, 1),
      get: (o) => o.get(0),
      iteration: (o) => [...o],
      highQualityCount: (o) => o.highQualityCount(0),
      countByOperator: (o) => o.countByOperator(0),
      reset: (o) => o.reset(),
    }),
  ],
  Policy: [
    ...reads('arms context lastId bank'),
    ...calls({
      choose: (o) => o.choose(X),
      decide: (o) => o.decide(),
      learn: (o) => o.learn(1, 1),
      cancel: (o) => o.cancel(1),
      predict: (o) => o.predict(X),
      counts: (o) => o.counts(),
      addArm: (o) => o.addArm('new'),
      removeArm: (o) => o.removeArm(1),
      resetArm: (o) => o.resetArm(0),
      evaluate: (o) => o.evaluate([], () => 0),
      toVW: (o) => o.toVW({ id: 1 }, 1),
      clone: (o) => o.clone(),
      copyFrom: (o) => o.copyFrom(o),
      reset: (o) => o.reset(),
    }),
  ],
  EmbeddingSpace: [
    ...reads('input output documentCount queryCount spread frozen'),
    ...calls({
      learnDocuments: (o) => o.learnDocuments(X),
      learnQueries: (o) => o.learnQueries(X),
      'document()': (o) => o.document(),
      'document(d)': (o) => o.document(X),
      'query()': (o) => o.query(),
      'query(x, out)': (o) => o.query(X, new Float32Array(8)),
      documents: (o) => o.documents(X),
      queries: (o) => o.queries(X),
      freeze: (o) => o.freeze(),
      export: (o) => o.export(),
      clone: (o) => o.clone(),
      copyFrom: (o) => o.copyFrom(o),
      reset: (o) => o.reset(),
    }),
  ],
};

for (const entry of entries) {
  const loaded = entry.open();

  for (const [name, rows] of Object.entries(classes)) {
    for (const [what, code, options] of rows) {
      test(`${entry.name}, new ${name}, ${what} is ${code} and takes no memory`, async () => {
        const { [name]: Class, engine, LoraError } = await loaded;
        const { used } = engine.memoryUsage;
        const plain =
          typeof options === 'object' &&
          options !== null &&
          [Object.prototype, null].includes(Object.getPrototypeOf(Object(options)));
        // Keeps an own key __proto__, which a spread of the options keeps too.
        const given = plain && !('engine' in options) ? { ...options, engine } : options;
        refuses(() => new Class(given), code, LoraError);
        assert.equal(engine.memoryUsage.used, used);
      });
    }
  }

  test(`${entry.name}: options without a value are as if they were not there`, async () => {
    const { MicroLoRA, engine } = await loaded;
    const options = { dim: 8, rank: undefined, in: undefined, alpha: undefined, seed: undefined };
    assert.equal(new MicroLoRA({ ...options, engine }).rank, 2);
    assert.equal(new MicroLoRA(Object.assign(Object.create(null), { dim: 8, engine })).alpha, 1);
  });

  test(`${entry.name}: a full arena says how to get more, changes nothing, and grow helps`, async () => {
    const { EmbeddingSpace, MicroLoRA, Policy, ScopedLoRA, TrajectoryBuffer, LoraError, engine } =
      await entry.open({ memory: 1 << 20 });
    const kept = [];
    const fill = () => {
      for (;;) kept.push(new MicroLoRA({ dim: 512, engine }));
    };
    assert.throws(fill, { code: 'LORA_E_MEMORY' });
    assert.ok(kept.length > 50);
    const makers = {
      MicroLoRA: () => new MicroLoRA({ dim: 8192, engine }),
      'MicroLoRA with sharedIO': () => new MicroLoRA({ dim: 1024, sharedIO: true, engine }),
      'MicroLoRA with a batch': () => new MicroLoRA({ dim: 8, batch: 1024, engine }),
      ScopedLoRA: () => new ScopedLoRA({ dim: 1024, engine }),
      TrajectoryBuffer: () => new TrajectoryBuffer({ dim: 1024, engine }),
      EmbeddingSpace: () => new EmbeddingSpace({ dim: 1024, engine }),
      Policy: () => new Policy({ dim: 1024, arms: 2, engine }),
      'the largest TrajectoryBuffer': () =>
        new TrajectoryBuffer({ dim: 8192, capacity: 2 ** 32 - 1, engine }),
    };
    for (const [name, make] of Object.entries(makers)) {
      const before = engine.memoryUsage;
      refuses(make, 'LORA_E_MEMORY', LoraError);
      assert.throws(make, ({ message }) => {
        assert.match(message, /engine\.grow\(bytes\)/, name);
        assert.match(message, /init\(\{ memory: bytes \}\)/);
        assert.match(message, /free\(\)/);
        const [wanted, left] = message.match(/\d+/g).map(Number);
        assert.equal(left, before.largestFree, message);
        assert.ok(wanted > left, message);
        return true;
      });
      assert.deepEqual(engine.memoryUsage, before, name);
    }
    const y = kept[0].forward(new Float32Array(512).fill(0.5));
    assert.ok(y.every((value) => value === 0.5));
    engine.grow(16 << 20);
    delete makers['the largest TrajectoryBuffer'];
    for (const make of Object.values(makers)) make();
  });

  test(`${entry.name}: a full arena frees up`, async () => {
    const { MicroLoRA, engine } = await entry.open({ memory: 1 << 18 });
    const make = () => new MicroLoRA({ dim: 300, engine });
    const fill = () => {
      const kept = [];
      try {
        for (;;) kept.push(make());
      } catch ({ code }) {
        assert.equal(code, 'LORA_E_MEMORY');
      }
      return kept;
    };
    const first = fill();
    for (let round = 0; round < 20; round++) {
      // In an order that leaves holes first.
      for (const odd of [1, 0])
        first.filter((_, i) => i % 2 === odd).forEach((lora) => lora.free());
      const again = fill();
      assert.equal(again.length, first.length);
      first.splice(0, first.length, ...again);
    }
  });

  test(`${entry.name}: grow refuses what is not a number of bytes`, async () => {
    const { engine, LoraError } = await loaded;
    const before = engine.memoryUsage;
    for (const bytes of [0, -1, 1.5, NaN, Infinity, 2 ** 32]) {
      refuses(() => engine.grow(bytes), 'LORA_E_RANGE', LoraError);
    }
    for (const bytes of [undefined, null, '65536', 1n]) {
      refuses(() => engine.grow(bytes), 'LORA_E_TYPE', LoraError);
    }
    const { buffer } = engine.memory;
    refuses(() => engine.grow(2 ** 32 - 2 ** 20), 'LORA_E_MEMORY', LoraError);
    assert.deepEqual(engine.memoryUsage, before);
    assert.equal(engine.memory.buffer, buffer);
  });

  for (const [name, uses] of Object.entries(usesOf)) {
    for (const [what, use] of uses) {
      test(`${entry.name}, ${name}: ${what} after free is LORA_E_HANDLE`, async () => {
        const { [name]: Class, engine, LoraError } = await loaded;
        for (const touch of [() => {}, (object) => object.input]) {
          const object = new Class({ ...shapeOf(name), engine });
          touch(object);
          object.free();
          // Something else lives where it was.
          const next = new Class({ ...shapeOf(name), engine });
          refuses(() => use(object), 'LORA_E_HANDLE', LoraError);
          next.free();
        }
      });
    }

    test(`${entry.name}, ${name}: free is nothing after free`, async () => {
      const { [name]: Class, engine } = await loaded;
      const object = new Class({ ...shapeOf(name), engine });
      object.free();
      const next = new Class({ ...shapeOf(name), engine });
      const { used } = engine.memoryUsage;
      object.free();
      object[Symbol.dispose ?? Symbol.for('Symbol.dispose')]();
      assert.equal(engine.memoryUsage.used, used);
      next.reset();
    });
  }
}

for (const file of ['dist/microlora.js', 'dist/microlora.scalar.js']) {
  test(`${file}: every class before init is LORA_E_INIT`, async () => {
    const codes = await runNodeForJson(`
      const { default: init, ...api } = await import(${JSON.stringify(urlOf(file))});
      const attempt = (Class, ...args) => {
        try { new Class(...args); return 'made'; } catch (error) {
          return error instanceof api.LoraError && /init/.test(error.message) && error.code;
        }
      };
      const all = () => [
        ...['MicroLoRA', 'ScopedLoRA', 'TrajectoryBuffer', 'EmbeddingSpace'].map((name) => attempt(api[name], { dim: 8 })),
        attempt(api.Policy, { dim: 8, arms: 2 }),
        ...['WasmMicroLoRA', 'WasmScopedLoRA', 'WasmTrajectoryBuffer'].map((name) => attempt(api[name])),
      ];
      const before = all();
      await init();
      console.log(JSON.stringify([before, all()]));`);
    assert.deepEqual(codes, [new Array(8).fill('LORA_E_INIT'), new Array(8).fill('made')]);
  });
}
