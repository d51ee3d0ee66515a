// Copies of objects: by lodash, structuredClone, postMessage, spread. A copy is another name for the same
// object, or no adapter at all, which is said; the object itself goes on.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { MessageChannel, Worker } from 'node:worker_threads';
import _ from 'lodash';
import { average, createEngine, LoraError, MicroLoRA } from '../../dist/microlora.js';
import { save } from '../../dist/safetensors.js';
import { createState } from './everything.js';
import { testWays } from './ways.js';

testWays('lodash', {
  cloneDeep: (state, use) => use(_.cloneDeep(state)),
  clone: (state, use) => use(_.clone(state)),
  'merge, assign, pick, mapValues': (state, use) =>
    use(_.mapValues(_.pick(_.assign({}, _.merge({}, state)), Object.keys(state)), _.identity)),
  'isEqual and isPlainObject in between': (state, use) => {
    assert.ok(_.isEqual(state, { ...state }));
    for (const object of Object.values(state)) assert.ok(!_.isPlainObject(object));
    use(state);
  },
  'cloneDeepWith clone()': (state, use) => {
    const { engine } = state;
    const copy = _.cloneDeepWith(state, (value) =>
      value === state.lora || value === state.set ? value.clone() : undefined,
    );
    assert.ok(copy.lora !== state.lora && copy.engine === engine);
    copy.lora.learn(new Float32Array(8).fill(1), new Float32Array(8));
    [copy.lora, copy.set, copy.members[0].adapter].forEach((clone) => clone.free());
    use(state);
  },
});

test('lodash: adapters are equal only to themselves, and merge leaves what they are', () => {
  const [a, b] = [1, 2].map(() => new MicroLoRA({ dim: 4 }));
  assert.ok(!_.isEqual({ a }, { a: b }));
  assert.equal(_.merge({ a }, { a: { dim: 9, rank: 9 } }).a.dim, 4);
  assert.equal(a.rank, 2);
  [a, b].forEach((lora) => lora.free());
});

/** Copies that hold the constants of an object and nothing else, so that they are nobody's adapter. */
const plainCopies = {
  structuredClone: (object) => structuredClone(object),
  spread: (object) => ({ ...object }),
  'Object.assign': (object) => Object.assign({}, object),
  'lodash cloneDeep of one object': (object) => _.cloneDeep(object),
  JSON: (object) => JSON.parse(JSON.stringify(object)),
  'postMessage to a port': async (object) => {
    const { port1, port2 } = new MessageChannel();
    port1.postMessage(object);
    const [copy] = await once(port2, 'message');
    port1.close();
    return copy;
  },
  'postMessage to a worker': async (object) => {
    const source = `const { parentPort } = require('node:worker_threads');
      parentPort.once('message', (object) => parentPort.postMessage(object));`;
    const worker = new Worker(source, { eval: true });
    worker.postMessage(object);
    const [copy] = await once(worker, 'message');
    await worker.terminate();
    return copy;
  },
};

testWays(
  'copied',
  Object.fromEntries(
    Object.entries(plainCopies).map(([name, copy]) => [
      `${name} of each`,
      async (state, use) => {
        for (const object of Object.values(state)) await copy(object);
        use(state);
      },
    ]),
  ),
);

for (const [name, copy] of Object.entries(plainCopies)) {
  test(`copied, ${name}: a copy is no adapter and no engine, which is said`, async () => {
    const engine = await createEngine({ memory: 1 << 19 });
    const { lora, buffer } = createState(engine);
    const file = save(lora);
    const copied = await copy(lora);
    assert.ok(!(copied instanceof MicroLoRA));
    for (const [code, call] of [
      ['LORA_E_TYPE', () => lora.copyFrom(copied)],
      ['LORA_E_TYPE', () => lora.update(copied)],
      ['LORA_E_TYPE', () => average([{ adapter: lora }, { adapter: copied }])],
      ['LORA_E_TYPE', () => save(copied)],
      ['LORA_E_TYPE', () => MicroLoRA.prototype.forward.call(copied, new Float32Array(8))],
    ]) {
      assert.throws(call, (error) => error instanceof LoraError && error.code === code);
    }
    const copies = { engine: await copy(engine), buffer: await copy(buffer) };
    assert.throws(() => new MicroLoRA({ dim: 4, engine: copies.engine }), {
      code: 'LORA_E_OPTION',
    });
    assert.throws(() => save(copies.buffer), { code: 'LORA_E_TYPE' });
    assert.deepEqual(save(lora), file);
  });
}
