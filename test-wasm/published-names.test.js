// The names of the product description on their own: steps need no forward, the last input counts,
// and a call that fails changes nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import init, {
  DEFAULT_SCOPES,
  initSync,
  WasmMicroLoRA,
  WasmScopedLoRA,
  WasmTrajectoryBuffer,
} from '../dist/microlora.js';
import { bitsOf, randomNumbers } from './support/helpers.js';
import { outcome } from './support/bad-values.js';

const DIM = 12;
const random = randomNumbers(1);
const [x, other, g] = [random.vector(DIM), random.vector(DIM), random.vector(DIM, 0.3)];
const NAN = new Float32Array(DIM).fill(NaN);
const UNIT_ONES = new Float32Array(DIM).fill(1 / Math.sqrt(DIM));

const { memory } = await init();
const at = (address) => new Float32Array(memory.buffer, address, DIM);

const lora = (rate = 0.25) => new WasmMicroLoRA(DIM, 0.5, rate);
const scoped = (rate = 0.25) => new WasmScopedLoRA(DIM, 0.5, rate);

/** What an object returns and counts; forwards are made on it, so it is asked once, at the end. */
const answersOf = (object, scopes = [[]]) => [
  ...scopes.map((s) => [
    object.delta_norm(...s),
    object.adapt_count(...s),
    object.forward_count(...s),
  ]),
  ...scopes.map((s) => bitsOf(object.forward_array(...s, x))),
];
const SCOPES = [[0], [2], [11]];

test('init gives the memory, as does initSync, in the forms of wasm-bindgen', () => {
  assert.ok(memory instanceof WebAssembly.Memory);
  assert.equal(initSync().memory, memory);
  assert.equal(initSync({ module: undefined }).memory, memory);
});

test('a step without a forward is taken at the unit all-ones vector, and is not counted as one', () => {
  for (const act of [
    (o) => o.adapt_array(g),
    (o) => o.adapt_with_reward(0.5),
    (o) => (at(o.get_input_ptr()).set(g), o.adapt()),
  ]) {
    const [without, after] = [lora(), lora()];
    after.forward_array(UNIT_ONES);
    act(without);
    act(after);
    assert.deepEqual([without.forward_count(), after.forward_count()], [0n, 1n]);
    assert.ok(without.delta_norm() > 0);
    assert.deepEqual(bitsOf(without.forward_array(x)), bitsOf(after.forward_array(x)));
  }
});

test('a step is taken at the last input, whichever scope saw it', () => {
  const acts = [
    (o) => o.adapt_array(2, g),
    (o) => o.adapt_with_reward(2, -0.5),
    (o) => (at(o.get_input_ptr(2)).set(g), o.adapt(2)),
  ];
  for (const act of acts) {
    const [across, within] = [scoped(), scoped()];
    across.forward_array(0, x);
    within.forward_array(2, x);
    act(across);
    act(within);
    assert.equal(across.adapt_count(2), 1n);
    assert.equal(across.forward_count(2), 0n);
    assert.equal(across.total_forward_count(), 1n);
    for (const op of [2, 11, 0]) {
      assert.deepEqual(
        bitsOf(across.forward_array(op, other)),
        bitsOf(within.forward_array(op, other)),
      );
    }
  }
});

test('a step after a reset, of a scope or of all, or of the fallback, does not throw', () => {
  const set = scoped();
  set.forward_array(0, x);
  for (const between of [
    () => set.reset_scope(0),
    () => set.reset_all(),
    () => set.set_category_fallback(false),
  ]) {
    between();
    set.adapt_array(0, g);
    set.adapt_with_reward(5, 0.5);
  }
  assert.equal(set.total_adapt_count(), 4n);
  const one = lora();
  one.forward_array(x);
  one.reset();
  one.adapt_array(g);
  assert.equal(one.forward_count(), 0n);
  assert.equal(one.adapt_count(), 1n);
});

test('forward takes what is at the input address, adapt what is there by then', () => {
  const learned = () => {
    const [one, set] = [lora(), scoped()];
    one.adapt_array(g);
    set.adapt_array(2, g);
    return [
      [one, []],
      [set, [2]],
    ];
  };
  const twins = learned();
  learned().forEach(([object, scope], i) => {
    const [twin] = twins[i];
    at(object.get_input_ptr(...scope)).set(x);
    object.forward(...scope);
    assert.deepEqual(at(object.get_output_ptr()), twin.forward_array(...scope, x));
    at(object.get_input_ptr(...scope)).set(g);
    object.adapt(...scope);
    twin.adapt_array(...scope, g);
    assert.deepEqual(object.forward_array(...scope, other), twin.forward_array(...scope, other));
  });
});

test('the output of the last forward stays where it is when a step is made elsewhere', () => {
  const set = scoped();
  set.adapt_array(0, g);
  const y = set.forward_array(0, x);
  set.adapt_array(14, g);
  assert.deepEqual(at(set.get_output_ptr()), y);
});

test('the input address is the same for all scopes, with an argument or without', () => {
  const set = scoped();
  assert.equal(set.get_input_ptr(), set.get_input_ptr(5));
  assert.equal(typeof set.get_output_ptr(), 'number');
});

/** What must not change the state, with what it throws. */
const failures = {
  MicroLoRA: {
    create: lora,
    start: (o) => {
      o.adapt_array(g);
      o.forward_array(other);
    },
    finish: (o) => [outcome(() => o.adapt_array(g)), answersOf(o)],
    calls: {
      'forward of NaN at the address': [
        'LORA_E_NONFINITE',
        (o) => (at(o.get_input_ptr()).set(NAN), o.forward()),
      ],
      'adapt of NaN at the address': [
        'LORA_E_NONFINITE',
        (o) => (at(o.get_input_ptr()).set(NAN), o.adapt()),
      ],
      'forward_array of NaN': ['LORA_E_NONFINITE', (o) => o.forward_array(NAN)],
      'adapt_array of NaN': ['LORA_E_NONFINITE', (o) => o.adapt_array(NAN)],
      'forward_array of another length': ['LORA_E_SHAPE', (o) => o.forward_array(x.subarray(1))],
      'adapt_array of another length': ['LORA_E_SHAPE', (o) => o.adapt_array([1, 2])],
      'forward_array of nothing': ['LORA_E_TYPE', (o) => o.forward_array()],
      'adapt_array of nothing': ['LORA_E_TYPE', (o) => o.adapt_array()],
      'forward_array of strings': ['LORA_E_TYPE', (o) => o.forward_array(new Array(DIM).fill('1'))],
      'forward_array of NaN in a list': [
        'LORA_E_NONFINITE',
        (o) => o.forward_array(Array.from(NAN)),
      ],
      'a reward of NaN': ['LORA_E_NONFINITE', (o) => o.adapt_with_reward(NaN)],
      'a reward of a string': ['LORA_E_TYPE', (o) => o.adapt_with_reward('1')],
    },
  },
  ScopedLoRA: {
    create: scoped,
    start: (o) => {
      o.adapt_array(0, g);
      o.adapt_array(2, g);
      o.forward_array(2, other);
    },
    finish: (o) => [
      outcome(() => o.adapt_array(2, g)),
      answersOf(o, SCOPES),
      o.total_forward_count(),
    ],
    calls: {
      'forward of no such scope': [
        'LORA_E_SCOPE',
        (o) => (at(o.get_input_ptr(0)).set(x), o.forward(99)),
      ],
      'forward_array of no such scope': ['LORA_E_SCOPE', (o) => o.forward_array(17, x)],
      'adapt of no such scope': ['LORA_E_SCOPE', (o) => o.adapt(17)],
      'adapt_array of no such scope': ['LORA_E_SCOPE', (o) => o.adapt_array(-1, g)],
      'a reward of no such scope': ['LORA_E_SCOPE', (o) => o.adapt_with_reward(256, 1)],
      'forward of NaN at the address': [
        'LORA_E_NONFINITE',
        (o) => (at(o.get_input_ptr(0)).set(NAN), o.forward(2)),
      ],
      'adapt_array of NaN, another scope': ['LORA_E_NONFINITE', (o) => o.adapt_array(11, NAN)],
      'adapt_array of another length, another scope': [
        'LORA_E_SHAPE',
        (o) => o.adapt_array(11, x.subarray(1)),
      ],
      'a reward of NaN, another scope': ['LORA_E_NONFINITE', (o) => o.adapt_with_reward(11, NaN)],
      'reset of no such scope': ['LORA_E_SCOPE', (o) => o.reset_scope(17)],
      'fallback 1': ['LORA_E_TYPE', (o) => o.set_category_fallback(1)],
      'counts of no such scope': ['LORA_E_SCOPE', (o) => o.adapt_count(17)],
      'norm of no such scope': ['LORA_E_SCOPE', (o) => o.delta_norm(17)],
    },
  },
};

for (const [name, { create, start, finish, calls }] of Object.entries(failures)) {
  for (const [what, [code, call]] of Object.entries(calls)) {
    test(`Wasm${name}: ${what} is ${code}, and the next step is as if it had not been made`, () => {
      const [victim, twin] = [create(), create()];
      for (const object of [victim, twin]) start(object);
      assert.throws(() => call(victim), { code });
      assert.deepEqual(finish(victim), finish(twin));
    });
  }
}

test('scope names, and what is none', () => {
  DEFAULT_SCOPES.forEach((name, op) => assert.equal(WasmScopedLoRA.scope_name(op), name));
  for (const op of [17, -1, 0.5, NaN, 256, 'length', 'map', '__proto__', undefined, null]) {
    assert.throws(
      () => WasmScopedLoRA.scope_name(op),
      ({ code }) => /^LORA_E_(SCOPE|TYPE)$/.test(code),
      String(op),
    );
  }
});

test('a buffer takes operators 0 to 255, and plain arrays', () => {
  const buffer = new WasmTrajectoryBuffer(3, 2);
  for (const op of [0, 17, 255]) buffer.record([1, 2], op, 255, 1, 2);
  assert.deepEqual([buffer.len(), buffer.count_by_operator(255), buffer.total_count()], [3, 1, 3n]);
  for (const bad of [
    [[1, 2], 256, 0, 1, 2],
    [[1], 0, 0, 1, 2],
    [[1, NaN], 0, 0, 1, 2],
    [[1, 2], 0, 0, 0, 2],
  ]) {
    assert.throws(() => buffer.record(...bad), { name: 'LoraError' });
  }
  assert.equal(buffer.total_count(), 3n);
});

test('after free every method is LORA_E_HANDLE, and free is nothing', () => {
  const objects = [
    new WasmMicroLoRA(DIM),
    new WasmScopedLoRA(DIM),
    new WasmTrajectoryBuffer(2, DIM),
  ];
  for (const object of objects) {
    if ('get_input_ptr' in object) object.get_input_ptr(0);
    object.free();
    object.free();
    object[Symbol.dispose ?? Symbol.for('Symbol.dispose')]();
    const names = Object.getOwnPropertyNames(Object.getPrototypeOf(object));
    for (const name of names) {
      if (['constructor', 'free', 'dim', 'get_output_ptr'].includes(name)) continue;
      const args =
        object instanceof WasmScopedLoRA && name !== 'set_category_fallback' ? [0, g] : [g];
      const given = name.endsWith('reward')
        ? [...args.slice(0, -1), 1]
        : name === 'record'
          ? [g, 0, 0, 1, 2]
          : args;
      const last = {
        set_category_fallback: [true],
        high_quality_count: [0],
        count_by_operator: [0],
      };
      assert.throws(() => object[name](...(last[name] ?? given)), { code: 'LORA_E_HANDLE' }, name);
    }
    if ('get_output_ptr' in object)
      assert.throws(() => object.get_output_ptr(), { code: 'LORA_E_HANDLE' });
  }
});
