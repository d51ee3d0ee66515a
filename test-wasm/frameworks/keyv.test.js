// A real Keyv as a store: its own serializer and one of plain JSON turn a Uint8Array into an object, which
// is said; with a serializer that keeps bytes it works.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import Keyv from 'keyv';
import init, { LoraError, MicroLoRA } from '../../dist/microlora.js';
import { loadFrom, saveTo } from '../../dist/storage.js';

await init();
const lora = new MicroLoRA({ dim: 4 });
lora.learn(Float32Array.of(1, 2, 3, 4), Float32Array.of(4, 3, 2, 1));
after(() => lora.free());

const json = { serialize: JSON.stringify, deserialize: JSON.parse };

for (const [name, options] of [
  ['its own serializer', {}],
  ['plain JSON', json],
]) {
  test(`${name}: what it gives back is named, and what to do is said`, async () => {
    const keyv = new Keyv(options);
    assert.equal(await loadFrom(keyv, 'k'), undefined);
    await saveTo(keyv, 'k', lora);
    await assert.rejects(loadFrom(keyv, 'k'), (error) => {
      assert.ok(error instanceof LoraError);
      assert.equal(error.code, 'LORA_E_STORAGE');
      assert.match(
        error.message,
        /^loading "k" failed: the store \(Keyv\) gave an object \(Object\) with the keys 0,1,2,.* instead of the bytes .* a serializer that keeps a Uint8Array/,
      );
      return true;
    });
  });

  test(`${name}: given Buffers in its place, it works`, async () => {
    const keyv = new Keyv(options);
    const store = {
      get: (key) => keyv.get(key),
      set: (key, bytes) => keyv.set(key, Buffer.from(bytes)),
    };
    await saveTo(store, 'k', lora);
    const loaded = await loadFrom(store, 'k');
    assert.equal(loaded.adaptCount, 1);
    loaded.free();
  });
}

test('without a serializer, or with one that keeps bytes, a Keyv is a store as it is', async () => {
  const base64 = {
    serialize: ({ value, expires }) =>
      JSON.stringify({ value: Buffer.from(value).toString('base64'), expires }),
    deserialize(text) {
      const { value, expires } = JSON.parse(text);
      return { value: Buffer.from(value, 'base64'), expires };
    },
  };
  for (const options of [{ serialize: undefined, deserialize: undefined }, base64]) {
    const keyv = new Keyv(options);
    await saveTo(keyv, 'k', lora);
    const loaded = await loadFrom(keyv, 'k');
    assert.equal(loaded.adaptCount, 1);
    loaded.free();
  }
});

test('a Keyv that could not save says false: LORA_E_STORAGE', async () => {
  const full = new Map();
  full.set = () => {
    throw new Error('full');
  };
  const keyv = new Keyv({ store: full });
  keyv.on('error', () => {});
  await assert.rejects(saveTo(keyv, 'k', lora), {
    code: 'LORA_E_STORAGE',
    message: /the store \(Keyv\) returned false/,
  });
});
