// What stores give back: every usual shape of bytes is loaded, anything else is an error that says which
// store gave what.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import init, { LoraError, MicroLoRA } from '../dist/microlora.js';
import { save } from '../dist/safetensors.js';
import { durableObjectStore, indexedDBStore, kvStore, loadFrom, saveTo } from '../dist/storage.js';

await init();
const lora = new MicroLoRA({ dim: 3 });
lora.learn(Float32Array.of(1, 2, 3), Float32Array.of(3, 2, 1));
const file = save(lora);
after(() => lora.free());

/** The same bytes amid others. */
function within(Buffer = ArrayBuffer) {
  const buffer = new Buffer(file.length + 11);
  new Uint8Array(buffer).fill(7).set(file, 8);
  return buffer;
}

const context = createContext({ numbers: [...file] });
const elsewhere = (code) => runInContext(code, context);

const shapes = {
  'a Uint8Array': file,
  'a Buffer of the pool': Buffer.from(file),
  'a part of a buffer': new Uint8Array(within(), 8, file.length),
  'an ArrayBuffer': file.slice().buffer,
  'a part of shared memory': new Uint8Array(within(SharedArrayBuffer), 8, file.length),
  'a SharedArrayBuffer': within(SharedArrayBuffer).slice(8, 8 + file.length),
  'a DataView': new DataView(within(), 8, file.length),
  'a Uint8ClampedArray': new Uint8ClampedArray(file),
  'an Int8Array': new Int8Array(file),
  'a Uint8Array of another realm': elsewhere('Uint8Array.from(numbers)'),
  'an ArrayBuffer of another realm': elsewhere('Uint8Array.from(numbers).buffer'),
  'an array of another realm': elsewhere('[...numbers]'),
  'an array of numbers': [...file],
  'the JSON of a Buffer': JSON.parse(JSON.stringify(Buffer.from(file))),
  'a Blob': new Blob([file]),
  'a Response': new Response(file),
  'an R2 object': { key: 'k', size: file.length, arrayBuffer: async () => file.slice().buffer },
  'a promise': Promise.resolve(file),
};

for (const [name, shape] of Object.entries(shapes)) {
  test(`${name} is loaded`, async () => {
    const loaded = await loadFrom({ get: () => shape, set() {} }, 'k');
    assert.deepEqual(save(loaded), file);
    loaded.free();
  });
}

class Cabinet extends Map {}

const detached = new Uint8Array(8);
structuredClone(detached, { transfer: [detached.buffer] });
const used = new Response(file);
before(() => used.arrayBuffer());
const sparse = new Array(file.length);

const wrong = {
  'the JSON of a Uint8Array': [
    JSON.parse(JSON.stringify(file)),
    /gave an object \(Object\) with the keys 0,1,2,3,.* instead of the bytes that were saved; give it a serializer that keeps a Uint8Array/,
  ],
  'a text': ['safe', /gave the text "safe"/],
  'a long text': ['s'.repeat(1e6), /gave the text "s{70,78}…/],
  'an empty text': ['', /gave the text ""/],
  'a number': [0, /gave the number 0/],
  'a bigint': [5n, /gave the bigint 5/],
  false: [false, /gave the boolean false/],
  'a symbol': [Symbol('s'), /gave the symbol Symbol\(s\)/],
  'a function': [() => 1, /gave an object \(Function\)/],
  'numbers that are no bytes': [[1, 2, 256], /gave an array that is not one of whole numbers/],
  'a fraction': [[1.5], /gave an array that is not/],
  'a negative number': [[-1], /gave an array that is not/],
  'numbers as text': [['1', '2'], /gave an array that is not/],
  bigints: [[1n], /gave bytes that cannot be read \(.*BigInt/],
  'an array of holes': [sparse, /gave an array that is not/],
  'the JSON of a Buffer, with other data': [{ type: 'Buffer', data: 'AAAA' }, /keys type,data/],
  'an empty Uint8Array': [new Uint8Array(0), /gave an empty Uint8Array; a save is never empty/],
  'an empty ArrayBuffer': [new ArrayBuffer(0), /gave an empty ArrayBuffer/],
  'an empty array': [[], /gave an empty Array/],
  'an empty Blob': [new Blob([]), /gave an empty Blob/],
  'a detached array': [detached, /gave bytes that cannot be read \(.*detached/],
  'a Response that was read': [used, /gave bytes that cannot be read \(.*Body/],
  'a Response of a failure': [
    new Response('<html>', { status: 404 }),
    /response with the status 404/,
  ],
  'a Map': [new Map(), /gave an object \(Map\)/],
  'an object without a prototype': [Object.create(null), /gave an object \(Object\)/],
};

for (const [name, [given, message]] of Object.entries(wrong)) {
  test(`${name} is LORA_E_STORAGE, and names the store`, async () => {
    const store = new Cabinet([['k', given]]);
    await assert.rejects(loadFrom(store, 'k'), (error) => {
      assert.ok(error instanceof LoraError);
      assert.equal(error.code, 'LORA_E_STORAGE');
      assert.match(error.message, message);
      assert.match(error.message, /^loading "k" failed: /);
      assert.ok(error.message.length < 500, error.message);
      assert.match(error.message, /the store \(Cabinet\) gave/);
      assert.ok(error.cause instanceof Error);
      return true;
    });
  });
}

test('bytes that are no file stay LORA_E_FILE', async () => {
  for (const bytes of [file.slice(0, -1), file.map((byte) => byte ^ 1), Uint8Array.of(1)]) {
    await assert.rejects(loadFrom(new Map([['k', bytes]]), 'k'), { code: 'LORA_E_FILE' });
  }
});

test('our own stores have names too', async () => {
  const given = { get: async () => 'text', put: async () => {} };
  await assert.rejects(loadFrom(kvStore(given), 'k'), { message: /the store \(kvStore\) gave/ });
  await assert.rejects(loadFrom(durableObjectStore(given), 'k'), {
    message: /the store \(durableObjectStore\) gave/,
  });
  assert.equal(String(indexedDBStore()), '[object indexedDBStore]');
});

test('a store that returns false did not save', async () => {
  const store = { get() {}, set: async () => false };
  await assert.rejects(saveTo(store, 'k', lora), {
    code: 'LORA_E_STORAGE',
    message: 'saving "k" failed: the store (Object) returned false, so nothing was saved',
  });
});

test('keys and reasons are cut in messages', async () => {
  const key = 'k'.repeat(1e6);
  const broken = (cause) => ({
    get() {
      throw cause;
    },
    async set() {
      throw cause;
    },
  });
  const causes = [
    [new Error('r'.repeat(1e6)), /r{399}…$/],
    [new DOMException('', 'DataCloneError'), /DataCloneError$/],
    [new URIError('URI malformed'), /URI malformed$/],
    [Object.create(null), /what it threw cannot be shown$/],
    [undefined, /undefined$/],
    [elsewhere('new TypeError("of another realm")'), /of another realm$/],
  ];
  for (const [cause, reason] of causes) {
    for (const call of [
      () => saveTo(broken(cause), key, lora),
      () => loadFrom(broken(cause), key),
    ]) {
      await assert.rejects(call, (error) => {
        assert.ok(error instanceof LoraError);
        assert.equal(error.code, 'LORA_E_STORAGE');
        assert.match(error.message, /^(saving|loading) "k{70,78}… failed: /);
        assert.match(error.message, reason);
        assert.equal(error.cause, cause);
        return true;
      });
    }
  }
});
