// Bad arguments to the verbs of every class: the code of each, and proof that nothing changed: a
// twin with the same history, but without the bad call, is and stays the same to the bit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DIM, G, huge, tables, X } from './support/bad-rows.js';
import { refuses, stateOf } from './support/bad-values.js';
import { entries } from './support/helpers.js';

/** The same history for the victim and its twin, a bad call, and the same future. */
function proveUnchanged(
  { create, start, future, state },
  { code, call, prepare },
  { engine, LoraError },
) {
  const [victim, twin] = [create(), create()];
  for (const object of [victim, twin]) {
    start(object);
    prepare(object);
  }
  const { used } = engine.memoryUsage;
  refuses(() => call(victim), code, LoraError);
  assert.equal(engine.memoryUsage.used, used);
  assert.deepEqual(state(victim), state(twin));
  assert.deepEqual(future(victim), future(twin));
  assert.deepEqual(state(victim), state(twin));
  victim.free();
  twin.free();
}

for (const entry of entries) {
  const loaded = entry.open();
  for (const [name, { rows, options, ...table }] of Object.entries(tables)) {
    for (const each of rows) {
      test(`${entry.name}, ${name}: ${each.name} is ${each.code} and changes nothing`, async () => {
        const api = await loaded;
        const create = () => new api[name]({ ...options, engine: api.engine });
        proveUnchanged({ create, ...table }, each, api);
      });
    }
  }

  test(`${entry.name}: adapt before any forward`, async () => {
    const { MicroLoRA, LoraError, engine } = await loaded;
    const lora = new MicroLoRA({ dim: DIM, engine });
    const state = stateOf(lora);
    for (const call of [() => lora.adapt(G), () => lora.adapt(), () => lora.adaptWithReward(1)]) {
      refuses(call, 'LORA_E_STATE', LoraError);
    }
    assert.deepEqual(stateOf(lora), state);
  });

  test(`${entry.name}: with sharedIO, adapt after another's forward`, async () => {
    const { MicroLoRA, LoraError, engine } = await loaded;
    const [a, b] = [1, 2].map((seed) => new MicroLoRA({ dim: DIM, seed, sharedIO: true, engine }));
    a.forward(X);
    b.forward(G);
    const state = stateOf(a);
    refuses(() => a.adapt(G), 'LORA_E_STATE', LoraError);
    refuses(() => a.adaptWithReward(1), 'LORA_E_STATE', LoraError);
    assert.deepEqual(stateOf(a), state);
    b.adapt(G);
    assert.equal(b.adaptCount, 1);
    // A forward that was refused does not take the vectors over.
    assert.throws(() => a.forward(huge(NaN)), { code: 'LORA_E_NONFINITE' });
    b.adapt(G);
    assert.equal(b.adaptCount, 2);
  });

  test(`${entry.name}: a reward where in is not out`, async () => {
    const { MicroLoRA, LoraError, engine } = await loaded;
    const lora = new MicroLoRA({ in: DIM, out: 3, engine });
    lora.forward(X);
    const state = stateOf(lora);
    refuses(() => lora.adaptWithReward(1), 'LORA_E_SHAPE', LoraError);
    assert.deepEqual(stateOf(lora), state);
  });
}
