// Two copies of the package on one page, as bundlers make them: each works, they do not harm each other, and
// where an object of one meets the other it works or the message says what is wrong.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportPeft, importPeft, load, save } from '../dist/safetensors.js';
import { bitsOf, randomNumbers, urlOf } from './support/helpers.js';

const first = await import(urlOf('dist/microlora.js'));
const second = await import(`${urlOf('dist/microlora.js')}?second`);
const engines = [await first.default(), await second.default()];
const { vector } = randomNumbers(3);
const x = vector(6);

const learned = ({ MicroLoRA }) => {
  const lora = new MicroLoRA({ dim: 6 });
  lora.learn(x, x.map(Math.sin));
  return lora;
};

test('they are two', () => {
  assert.notEqual(first.MicroLoRA, second.MicroLoRA);
  assert.notEqual(engines[0], engines[1]);
});

test('save and exportPeft take objects of both, and compat objects', () => {
  const [own, other] = [first, second].map(learned);
  const file = save(own);
  assert.deepEqual(save(other), file);
  assert.deepEqual(exportPeft(other, { module: 'm' }), exportPeft(own, { module: 'm' }));
  const loaded = load(save(other), { engine: engines[0] });
  assert.ok(loaded instanceof first.MicroLoRA);
  assert.ok(load(file, { engine: engines[1] }) instanceof second.MicroLoRA);
  assert.deepEqual(bitsOf(loaded.forward(x)), bitsOf(other.forward(x)));

  const buffer = new second.TrajectoryBuffer({ dim: 6, capacity: 2 });
  buffer.record(x, 1, 2, 3, 4);
  assert.deepEqual(load(save(buffer), { engine: engines[0] }).get(0), buffer.get(0));

  const space = new second.EmbeddingSpace({ dim: 6 });
  space.learnDocuments(vector(18));
  const sameSpace = load(save(space), { engine: engines[0] });
  assert.ok(sameSpace instanceof first.EmbeddingSpace);
  assert.deepEqual(bitsOf(sameSpace.document(x)), bitsOf(space.document(x)));

  const policy = new second.Policy({ dim: 6, arms: 2 });
  policy.learn(policy.choose(x).id, 3);
  const samePolicy = load(save(policy), { engine: engines[0] });
  assert.ok(samePolicy instanceof first.Policy);
  assert.deepEqual(samePolicy.choose(x), policy.choose(x));

  for (const { WasmMicroLoRA, WasmScopedLoRA, WasmTrajectoryBuffer } of [first, second]) {
    const micro = new WasmMicroLoRA(6, 1, 0.1);
    micro.forward_array(x);
    micro.adapt_array(x);
    const back = load(save(micro), { engine: engines[0] });
    assert.equal(back.adaptCount, 1);
    assert.deepEqual(bitsOf(back.forward(x)), bitsOf(micro.forward_array(x)));
    const [set, buffer] = [new WasmScopedLoRA(6), new WasmTrajectoryBuffer(2, 6)];
    const [engine] = engines;
    assert.ok(load(save(set), { engine }) instanceof first.ScopedLoRA);
    assert.ok(load(save(buffer), { engine }) instanceof first.TrajectoryBuffer);
  }
});

test('without an engine, files are loaded into that of the last init', () => {
  const file = save(learned(first));
  const files = exportPeft(learned(first), { module: 'm' });
  for (const loaded of [load(file), importPeft(files, { module: 'm' })]) {
    assert.ok(loaded instanceof second.MicroLoRA);
    assert.deepEqual(bitsOf(loaded.forward(x)), bitsOf(learned(first).forward(x)));
  }
});

test('a later init of the first copy makes its engine that one again', async () => {
  const file = save(learned(first));
  for (const again of [() => first.default(), () => first.initSync()]) {
    assert.equal(await again(), engines[0]);
    assert.ok(load(file) instanceof first.MicroLoRA);
    await second.default();
    assert.ok(load(file) instanceof second.MicroLoRA);
  }
});

test('what cannot work says that there are two copies', () => {
  const [own, other] = [first, second].map(learned);
  const message = /another copy of microlora/;
  const [space, otherSpace] = [first, second].map(
    ({ EmbeddingSpace }) => new EmbeddingSpace({ dim: 6 }),
  );
  const [policy, otherPolicy] = [first, second].map(
    ({ Policy }) => new Policy({ dim: 6, arms: 2 }),
  );
  const inSpace = save(new first.MicroLoRA({ space }));
  for (const [call, code] of [
    [() => own.copyFrom(other), 'LORA_E_TYPE'],
    [() => own.update(other), 'LORA_E_TYPE'],
    [() => first.average([{ adapter: own }, { adapter: other }]), 'LORA_E_TYPE'],
    [() => new first.MicroLoRA({ dim: 6, engine: engines[1] }), 'LORA_E_OPTION'],
    [() => space.copyFrom(otherSpace), 'LORA_E_TYPE'],
    [() => policy.copyFrom(otherPolicy), 'LORA_E_TYPE'],
    [() => new first.MicroLoRA({ space: otherSpace }), 'LORA_E_TYPE'],
    [() => load(inSpace, { engine: engines[0], space: otherSpace }), 'LORA_E_FILE'],
  ]) {
    assert.throws(call, { code, message });
  }
});

test('errors of each copy and entry are LoraErrors to all, and nothing else is', () => {
  for (const { LoraError } of [first, second]) {
    for (const call of [
      () => new first.MicroLoRA({}),
      () => new second.MicroLoRA({}),
      () => load(new Uint8Array(3)),
    ]) {
      assert.throws(call, (error) => error instanceof LoraError && error instanceof Error);
    }
    class Heir extends LoraError {}
    assert.ok(new Heir('LORA_E_TYPE', '') instanceof LoraError);
    assert.ok(new Heir('LORA_E_TYPE', '') instanceof Heir);
    assert.ok(!(new LoraError('LORA_E_TYPE', '') instanceof Heir));
    for (const other of [new Error('x'), { code: 'LORA_E_TYPE' }, null, undefined, 1]) {
      assert.ok(!(other instanceof LoraError));
    }
  }
});

test('what is no object of any copy is refused as before', () => {
  for (const object of [{}, null, 1, 'MicroLoRA', { [Symbol.toStringTag]: 'MicroLoRA' }]) {
    assert.throws(() => save(object), { code: 'LORA_E_TYPE' });
    assert.throws(() => learned(first).copyFrom(object), { code: 'LORA_E_TYPE' });
  }
});
