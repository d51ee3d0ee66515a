// What a page may do to any object by chance: wrappers in any order, and nothing of the engine in reach.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { entries } from './support/helpers.js';
import { createState, everything } from './frameworks/everything.js';

const { createEngine } = await entries[0].open();

const isObject = (value) => Object(value) === value;
const isPlain = (value) =>
  Object.isExtensible(value) &&
  [Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value));

/** Freezes all that own keys lead to, but vectors, which cannot be frozen. */
function deepFreeze(value, seen = new Set()) {
  if (!isObject(value) || ArrayBuffer.isView(value) || seen.has(value)) return value;
  seen.add(value);
  Object.freeze(value);
  for (const key of Reflect.ownKeys(value)) deepFreeze(value[key], seen);
  return value;
}

/** A proxy whose plain objects are proxies too, but frozen ones, as in reactive stores. */
const deepProxy = (value) =>
  new Proxy(value, {
    get(target, key, receiver) {
      const found = Reflect.get(target, key, receiver);
      return isObject(found) && isPlain(found) ? deepProxy(found) : found;
    },
  });

const WRAPPERS = {
  proxy: (value) => new Proxy(value, {}),
  'deep proxy': deepProxy,
  freeze: (value) => Object.freeze(value),
  seal: (value) => Object.seal(value),
  'prevent extensions': (value) => Object.preventExtensions(value),
  'deep freeze': (value) => deepFreeze(value),
  heir: (value) => Object.create(value),
};

/** What is found with objects that went through wrappers, and then with some that were never wrapped. */
async function find(steps) {
  const engine = await createEngine();
  const [state, before, apart] = [1, 2, 3].map(() => createState(engine));
  const keys = Object.keys(state).filter((key) => key !== 'members');
  for (const [name, which] of steps) {
    const key = keys[which % keys.length];
    state[key] = WRAPPERS[name](state[key]);
  }
  state.members = [{ adapter: state.lora, weight: 2 }, { adapter: state.other }];
  return [everything(state, apart), everything(before, apart)];
}

test('objects work the same through any wrappers in any order', async () => {
  const expected = await find([]);
  const step = fc.tuple(fc.constantFrom(...Object.keys(WRAPPERS)), fc.nat(20));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) =>
      assert.deepEqual(await find(steps), expected),
    ),
    { numRuns: 100, seed: 1 },
  );
});

/** Whatever own keys lead to from a value, the values of getters too. */
function reach(value, found = new Set()) {
  if (!isObject(value) || found.has(value)) return found;
  found.add(value);
  for (const key of Reflect.ownKeys(value)) reach(value[key], found);
  return found;
}

test('own keys lead to nothing of the engine', async () => {
  const engine = await createEngine();
  const state = createState(engine);
  for (const [name, object] of Object.entries(state)) {
    const before = JSON.stringify(object);
    for (const value of reach(object)) {
      const where = `${name}: ${Object.prototype.toString.call(value)}`;
      assert.ok(!ArrayBuffer.isView(value) && !(value instanceof ArrayBuffer), where);
      assert.ok(!(value instanceof WebAssembly.Memory), where);
      // The function that is left returns nothing, whatever it is called with.
      if (typeof value === 'function') assert.equal(value(), undefined, where);
      if (typeof value === 'function')
        assert.equal(
          value(() => 1),
          undefined,
          where,
        );
    }
    assert.equal(JSON.stringify(object), before);
  }
});

test('lists of views cannot be changed from outside', async () => {
  const { lora } = createState(await createEngine());
  for (const list of [lora.inputs, lora.outputs, lora.gradients]) {
    assert.throws(() => (list[0] = new Float32Array(1)), TypeError);
    assert.throws(() => list.push(new Float32Array(1)), TypeError);
  }
});

test('a method that is torn off its object says so', async () => {
  const { lora, set, buffer, wasmLora } = createState(await createEngine());
  for (const [object, name] of [
    [lora, 'forward'],
    [set, 'learn'],
    [buffer, 'reset'],
    [wasmLora, 'adapt'],
  ]) {
    for (const other of [undefined, null, 1, {}, Object.create(null)]) {
      assert.throws(() => object[name].call(other), {
        code: 'LORA_E_TYPE',
        message: /call a method as object\.method\(\)/,
      });
    }
  }
});

test('a dispose symbol of a polyfill that comes later is known too', async () => {
  const native = Object.getOwnPropertyDescriptor(Symbol, 'dispose');
  const late = Symbol('dispose of a polyfill');
  const { MicroLoRA } = await entries[0].open();
  const engine = await createEngine();
  try {
    Object.defineProperty(Symbol, 'dispose', { value: late, configurable: true, writable: true });
  } catch {
    // Engines that have it do not let it be replaced: there is no polyfill there.
    return assert.ok(native !== undefined && !native.configurable);
  }
  try {
    const lora = new MicroLoRA({ dim: 4, engine });
    lora[late]();
    assert.throws(() => lora.forward(), { code: 'LORA_E_HANDLE' });
  } finally {
    if (native === undefined) delete Symbol.dispose;
    else Object.defineProperty(Symbol, 'dispose', native);
  }
});
