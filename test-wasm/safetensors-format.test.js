// What load refuses: every changed byte, every truncation, the attacks on the container, and files
// whose checksum is right but that hold what cannot be. Nothing of it is left in memory.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createEngine,
  EmbeddingSpace,
  LoraError,
  MicroLoRA,
  ScopedLoRA,
  TrajectoryBuffer,
} from '../dist/microlora.js';
import { inspect, load, save } from '../dist/safetensors.js';
import { runNode } from './support/helpers.js';
import { build, HEADER, parse, sealed } from './support/safetensors-file.js';

const engine = await createEngine();
const make = (Class, options) => new Class({ engine, ...options });
const x = Float32Array.of(0.5, -1, 2);

const lora = make(MicroLoRA, { dim: 3, rank: 1, optimizer: 'adam' });
lora.learn(
  x,
  x.map((value) => 2 * value),
);
lora.forward(x);
lora.accumulate(x);
const file = save(lora, { metadata: { model: 'm1' } });

const set = make(ScopedLoRA, { dim: 3, scopes: ['a', 'b'], categories: { c: ['a'] } });
set.learn('a', x, x);
const buffer = make(TrajectoryBuffer, { dim: 3, capacity: 4 });
buffer.record(x, 1, 2, 3, 4);

const space = make(EmbeddingSpace, { dim: 3 });
space.learnDocuments(Float32Array.of(1, 2, 3, 2, 2, 1, 0, 1, 1));
space.learnQueries(x);
const inSpace = make(MicroLoRA, { space });
inSpace.forward(x);

/** Refused by load with LORA_E_FILE (and by inspect where it looks), and nothing is left. */
function refused(bytes, message, options = {}) {
  const { used } = engine.memoryUsage;
  assert.throws(
    () => load(bytes, { engine, ...options }),
    (error) => {
      assert.ok(error instanceof LoraError, error);
      assert.equal(error.code, 'LORA_E_FILE', error.message);
      assert.match(error.message, message);
      return true;
    },
  );
  assert.equal(engine.memoryUsage.used, used);
}

test('each of the 255 other values of every byte of a file is refused', () => {
  const bytes = file.slice();
  for (let at = 0; at < bytes.length; at++) {
    for (let flip = 1; flip < 256; flip++) {
      bytes[at] = file[at] ^ flip;
      try {
        load(bytes, { engine }).free();
      } catch (error) {
        if (error.code === 'LORA_E_FILE') continue;
        throw error;
      }
      assert.fail(`byte ${at} as ${bytes[at]} was read`);
    }
    bytes[at] = file[at];
  }
  load(bytes, { engine }).free();
});

test('every truncation is refused, and every byte more', () => {
  for (let length = 0; length < file.length; length++) refused(file.subarray(0, length), /./);
  for (const more of [0, 0x20]) refused(Uint8Array.of(...file, more), /the tensors end/);
});

test('bytes of any alignment, kind and realm are read', async () => {
  const { runInNewContext } = await import('node:vm');
  const foreign = runInNewContext('(bytes) => Uint8Array.from(bytes)')([...file]);
  const shifted = new Uint8Array(file.length + 3);
  shifted.set(file, 3);
  for (const given of [
    ...[file.buffer, Buffer.from(file), foreign, foreign.buffer],
    ...[shifted.subarray(3), new DataView(shifted.buffer, 3)],
  ]) {
    const loaded = load(given, { engine });
    assert.deepEqual(loaded.getWeights(), lora.getWeights());
    loaded.free();
    assert.equal(inspect(given).kind, 'MicroLoRA');
  }
  for (const given of [undefined, null, 'text', [1, 2], {}, 3]) {
    assert.throws(() => load(given, { engine }), { code: 'LORA_E_TYPE' });
    assert.throws(() => inspect(given), { code: 'LORA_E_TYPE' });
  }
});

test('the container is checked to the last byte', () => {
  const data = new Uint8Array(8);
  const one = (fields) => ({ t: { dtype: 'F32', shape: [2], data_offsets: [0, 8], ...fields } });
  const attacks = [
    [new Uint8Array(7), /at least 8 bytes/],
    [Uint8Array.of(0, 0, 0, 0, 1, 0, 0, 0), /4294967296 bytes, above/],
    [Uint8Array.of(1, 0xe1, 0xf5, 5, 0, 0, 0, 0), /100000001 bytes, above/],
    [Uint8Array.of(2, 0, 0, 0, 0, 0, 0, 0, 0x7b), /header ends at byte 10, and there are 9/],
    [build('[]', data), /does not begin with \{/],
    [build(' {}'), /does not begin with \{/],
    [build('\ufeff{}'), /does not begin with \{/],
    [build('{"a":1'), /not JSON/],
    [build(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d)), /not UTF-8/],
    [build('{"t":{"dtype":"U8","shape":[0],"data_offsets":[0,0],"shape":[0]}}'), /"shape" twice/],
    [build('{"__metadata__":{"a":"1","\\u0061":"2"}}'), /"a" twice/],
    [build('{"\\\\":{},"\\u005c":{}}'), /twice/],
    [build({ __metadata__: [] }), /__metadata__ is not an object/],
    [build({ __metadata__: { a: 1 } }), /"a" is not a string/],
    [build({ t: 1 }, data), /"t" is not an object/],
    [build({ t: { dtype: 'F32', shape: [2] } }, data), /no data_offsets/],
    [build({ t: { dtype: 'F32', data_offsets: [0, 8] } }, data), /no shape/],
    [build({ t: { shape: [2], data_offsets: [0, 8] } }, data), /no dtype/],
    [build(one({ dtype: 4 }), data), /its dtype is not a string/],
    [build(one({ dtype: 'F4', shape: [17] }), data), /takes 8.5 bytes by its shape, and 8/],
    [build(one({ dtype: 'F6_E2M3', shape: [12] }), data), /takes 9 bytes by its shape, and 8/],
    [build(one({ dtype: 'F31', data_offsets: [0, 4] }), data), /the tensors end/],
    [build(one({ dtype: 'F31', data_offsets: [8, 0] }), data), /before it begins at 8/],
    [build(one({ dtype: 'F31', shape: [2 ** 53] }), data), /no shape/],
    [build(one({ dtype: 'F31', shape: [2 ** 27, 2 ** 27] }), data), /overflows/],
    [build(one({ shape: [-2] }), data), /no shape/],
    [build(one({ shape: [0.5] }), data), /no shape/],
    [build(one({ shape: '2' }), data), /no shape/],
    [build(one({ shape: [2 ** 40, 2 ** 40] }), data), /overflows/],
    [build(one({ shape: [2 ** 53 - 1, 0] }), data), /overflows/],
    [build(one({ shape: [3] }), data), /takes 12 bytes by its shape, and 8/],
    [build(one({ data_offsets: [0] }), data), /not two positions/],
    [build(one({ data_offsets: [0, 8, 8] }), data), /not two positions/],
    [
      build(one({ data_offsets: [8, 0] }), data),
      /ends at byte 0 of the data, before it begins at 8/,
    ],
    [build(one({ data_offsets: [-8, 0] }), data), /not two positions/],
    [build(one({ data_offsets: [0, 2 ** 60] }), data), /not two positions/],
    [build(one({ data_offsets: [8, 16] }), data), /ends at byte 16 of the data/],
    [build(one({ shape: [1], data_offsets: [4, 8] }), data), /begins at byte 4 .* not at 0/],
    [build(one({ shape: [1], data_offsets: [0, 4] }), data), /the tensors end/],
    [build({}, data), /the tensors end/],
    [
      build({ ...one({ shape: [1], data_offsets: [0, 4] }), u: one({}).t }, data),
      /"u" begins at byte 0 of the data, not at 4|"t" begins/,
    ],
    [
      build(
        {
          t: { dtype: 'U8', shape: [2], data_offsets: [0, 2] },
          u: { dtype: 'U8', shape: [5], data_offsets: [3, 8] },
        },
        data,
      ),
      /"u" begins at byte 3 of the data, not at 2/,
    ],
  ];
  for (const [bytes, message] of attacks) {
    refused(bytes, message);
    assert.throws(() => inspect(bytes), { code: 'LORA_E_FILE' });
  }
  for (const fine of [
    build({}),
    build(one({}), data),
    build({ ...one({}), e: { dtype: 'F64', shape: [0, 3], data_offsets: [8, 8] } }, data),
    build(`{}${' '.repeat(33)}`),
    build({ __metadata__: null, ...one({}) }, data),
    build(one({ dtype: 'F4', shape: [16] }), data),
    build(one({ dtype: 'F6_E2M3', shape: [4], data_offsets: [0, 3] }), data.subarray(0, 3)),
    build(one({ dtype: 'F6_E3M2', shape: [2, 2], data_offsets: [0, 3] }), data.subarray(0, 3)),
    build(one({ dtype: 'F8_E4M3', shape: [8] }), data),
    // What such a type takes cannot be known.
    ...['F31', 'constructor', ''].map((dtype) => build(one({ dtype, shape: [5] }), data)),
  ]) {
    assert.equal(inspect(fine).kind, undefined);
    refused(fine, /not written by save\(\); importPeft/);
  }
});

test('bytes on shared memory and on buffers that can grow are read', () => {
  const loaded = load(file, { engine });
  const onto = (buffer, at = 0) => {
    const bytes = new Uint8Array(buffer, at, file.length);
    bytes.set(file);
    return bytes;
  };
  const shared = new SharedArrayBuffer(file.length);
  const resizable = new ArrayBuffer(file.length, { maxByteLength: 2 * file.length });
  const growable = new SharedArrayBuffer(file.length, { maxByteLength: 2 * file.length });
  const inPages = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer;
  for (const given of [
    ...[onto(shared), onto(resizable), onto(growable), onto(inPages, 3)],
    ...[shared, resizable, growable, new DataView(shared)],
  ]) {
    const again = load(given, { engine });
    assert.deepEqual(again.getWeights(), loaded.getWeights());
    again.free();
    assert.deepEqual(inspect(given), inspect(file));
  }
  loaded.free();
});

test('nothing needs TextEncoder or TextDecoder', async () => {
  const program = `
    const { default: init, MicroLoRA } = await import('./dist/microlora.js');
    const { exportPeft, importPeft, inspect, load, save } = await import('./dist/safetensors.js');
    await init();
    delete globalThis.TextEncoder;
    delete globalThis.TextDecoder;
    const lora = new MicroLoRA({ dim: 3, rank: 1 });
    const bytes = save(lora, { metadata: { 'ü': '😀' } });
    if (load(bytes).rank !== 1 || inspect(bytes).metadata['ü'] !== '😀') throw new Error('load');
    const files = exportPeft(lora, { module: '中' });
    files['adapter_config.json'] = Buffer.from(files['adapter_config.json']);
    if (importPeft(files)[0].module !== '中') throw new Error('importPeft');`;
  await runNode(program);
});

test('what is no safetensors file is called what it is', () => {
  const bytes = (text) => Buffer.from(text, 'latin1');
  const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 16\n';
  for (const [given, message] of [
    [bytes(pointer), /Git LFS pointer/],
    [bytes('<!DOCTYPE html><html></html>'), /an HTML or XML page/],
    [bytes('\n <html lang="en">'), /an HTML or XML page/],
    [bytes('\xef\xbb\xbf<?xml version="1.0"?>'), /an HTML or XML page/],
    [
      bytes('PK\x03\x04\x00\x00\x08\x08\x00\x00archive/data.pkl'),
      /a zip archive, such as torch.save/,
    ],
    [bytes('\x80\x02}q\x00(X\x05\x00\x00'), /a pickle/],
    [bytes('<a>'), /an HTML or XML page/],
  ]) {
    refused(given, message);
    assert.throws(() => inspect(given), { code: 'LORA_E_FILE', message });
  }
  // Lengths of headers that begin as these do.
  for (const length of [0x3c, 0x280]) {
    assert.deepEqual(inspect(build(`{}${' '.repeat(length - 2)}`)).tensors, []);
  }
});

test('messages cut what a file or a caller gives', () => {
  const long = 'x'.repeat(5000);
  const metadata = { [long]: long };
  const other = save(lora, { metadata });
  const tensor = { dtype: 'U8', shape: [1], data_offsets: [0, 0] };
  const twice = `{"${long}":${JSON.stringify({ ...tensor, shape: [0] })},"${long}":{}}`;
  for (const call of [
    () => load(other, { engine, expect: { [long]: 'y' } }),
    () => load(file, { engine, expect: metadata }),
    () => save(lora, { metadata: { [long]: 1 } }),
    () => save(lora, { metadata: { a: `${long}\ud800` } }),
    () => inspect(build({ [long]: tensor })),
    () => inspect(build({ __metadata__: { [long]: 1 } })),
    () => inspect(build(twice)),
    () => inspect(changed(file, ({ strings }) => (strings['microlora.version'] = long))),
    () => inspect(changed(file, ({ strings }) => (strings['microlora.kind'] = long))),
    () =>
      load(
        changed(file, ({ header }) => (header[long] = empty(header))),
        { engine },
      ),
    () =>
      load(
        changed(file, ({ header }) => (header.A.shape = [3, ...Array(500).fill(1)])),
        { engine },
      ),
    () =>
      load(
        changed(file, ({ object }) => (object[long] = 1)),
        { engine },
      ),
  ]) {
    assert.throws(call, ({ message }) => message.length < 300 && message.includes('…'));
  }
});

test('metadata that is expected must be there', () => {
  load(file, { engine, expect: { model: 'm1' } }).free();
  refused(file, /model is "m1", expected "m2"/, { expect: { model: 'm2' } });
  refused(file, /dim is not given, expected "3"/, { expect: { model: 'm1', dim: '3' } });
  assert.throws(() => load(file, { engine, expect: { model: 1 } }), { code: 'LORA_E_TYPE' });
  assert.throws(() => load(file, { engine, expect: 'm1' }), { code: 'LORA_E_TYPE' });
  assert.throws(() => load(file, { engine: {} }), { code: 'LORA_E_OPTION' });
  assert.throws(() => load(file, { nothing: 1 }), { code: 'LORA_E_OPTION' });
});

test('a user gives strings, under names that are free', () => {
  const bytes = save(lora, { metadata: JSON.parse('{"":"","__proto__":"x","ü":"\\"\\u0000"}') });
  assert.deepEqual(Object.entries(inspect(bytes).metadata), [
    ['', ''],
    ['__proto__', 'x'],
    ['ü', '"\u0000'],
  ]);
  load(bytes, { engine }).free();
  for (const [metadata, code] of [
    [{ a: 1 }, 'LORA_E_TYPE'],
    [[], 'LORA_E_TYPE'],
    ['a', 'LORA_E_TYPE'],
    [{ format: 'tf' }, 'LORA_E_OPTION'],
    [{ 'microlora.kind': 'x' }, 'LORA_E_OPTION'],
    [{ a: '\ud800' }, 'LORA_E_OPTION'],
  ]) {
    assert.throws(() => save(lora, { metadata }), { code });
  }
  for (const value of [undefined, {}, file]) {
    assert.throws(() => save(value), { code: 'LORA_E_TYPE' });
  }
  const gone = make(MicroLoRA, { dim: 2 });
  gone.free();
  assert.throws(() => save(gone), { code: 'LORA_E_HANDLE' });
});

test('a file that another program wrote again is refused for its checksum', () => {
  const { header, data } = parse(file);
  const { __metadata__: first, ...rest } = header;
  refused(build({ ...rest, __metadata__: first }, data), /checksum/);
  const { 'microlora.checksum': _, ...strings } = first;
  refused(build({ ...rest, __metadata__: strings }, data), /no microlora.checksum/);
});

/** Changes a file of ours and gives it a right checksum again. */
function changed(bytes, change) {
  const { header, data } = parse(bytes);
  const parts = Object.fromEntries(
    ['object', 'options'].map((name) => {
      const text = header.__metadata__[`microlora.${name}`];
      return [name, text === undefined ? undefined : JSON.parse(text)];
    }),
  );
  const floats = (name) => {
    const [begin, end] = header[name].data_offsets;
    const Numbers = header[name].dtype === 'F64' ? Float64Array : Float32Array;
    return new Numbers(data.buffer, begin, (end - begin) / Numbers.BYTES_PER_ELEMENT);
  };
  change({ header, ...parts, floats, strings: header.__metadata__ });
  for (const [name, value] of Object.entries(parts)) {
    if (value !== undefined) header.__metadata__[`microlora.${name}`] = JSON.stringify(value);
  }
  return sealed(header, data);
}

test('a right checksum does not make a wrong file right', () => {
  assert.deepEqual(
    changed(file, () => {}),
    file,
  );
  const wrong = [
    [file, ({ strings }) => (strings['microlora.version'] = '1'), /format 1; this one reads 2/],
    [file, ({ strings }) => (strings['microlora.kind'] = 'Other'), /no kind Other/],
    [file, ({ strings }) => (strings['microlora.kind'] = 'ScopedLoRA'), /must have/],
    [file, ({ strings }) => (strings['microlora.kind'] = 'TrajectoryBuffer'), /unknown|must have/],
    [file, ({ object }) => (object.rank = 2), /the tensor A is F32 \[1,3\], not F32 \[2,3\]/],
    [file, ({ object }) => (object.rank = 0), /rank must be a whole number/],
    [file, ({ object }) => (object.in = 4), /residual: in is 4, and out 3/],
    [file, ({ object }) => (object.residual = 1), /residual is neither/],
    [file, ({ object }) => (object.optimizer = 'sgd'), /numbers is F64 \[22\], not F64 \[21\]/],
    [file, ({ object }) => (object.optimizer = 'momentum'), /does not belong there/],
    [file, ({ object }) => (object.optimizer = 'adagrad'), /optimizer must be one of/],
    [file, ({ object }) => (object.seed = -1), /seed must be/],
    [file, ({ object }) => delete object.seed, /must have/],
    [file, ({ object }) => (object.more = 1), /"more", which is unknown/],
    [file, ({ object }) => (object.rows = 2), /rows is 2, of a batch of 1/],
    [file, ({ object }) => (object.batch = 5000), /batch must be/],
    [file, ({ options }) => (options.all.ratio = -1), /option ratio .*LORA_E_RANGE/],
    [file, ({ options }) => (options.all.ratio = 'x'), /option ratio is not a number/],
    [file, ({ options }) => (options.all.beta1 = 0.9999), /option beta1 .*LORA_E_RANGE/],
    [file, ({ options }) => (options.others = { x: {} }), /"x", which is unknown/],
    [file, ({ options }) => delete options.all.alpha, /must have alpha/],
    [file, ({ floats }) => (floats('A')[1] = NaN), /tensor A .*LORA_E_NONFINITE/],
    [
      file,
      ({ floats }) => (floats('accumulatedB')[0] = Infinity),
      /accumulatedB .*LORA_E_NONFINITE/,
    ],
    [file, ({ floats }) => (floats('secondMomentA')[0] = -1), /secondMomentA .*LORA_E_RANGE/],
    [file, ({ floats }) => (floats('numbers')[0] = -1), /numbers .*LORA_E_RANGE/],
    [file, ({ floats }) => (floats('numbers')[0] = NaN), /numbers .*LORA_E_RANGE/],
    [file, ({ floats }) => (floats('forward')[0] = 1), /forward .*LORA_E_RANGE/],
    [file, ({ floats }) => (floats('forward')[1] = 2), /forward .*LORA_E_RANGE/],
    [file, ({ header }) => (header.B.dtype = 'I32'), /tensor B is I32 \[1,3\], not F32/],
    [file, ({ header }) => (header.B.shape = [3, 1]), /tensor B is F32 \[3,1\], not F32 \[1,3\]/],
    [file, ({ header }) => rename(header, 'B', 'b'), /the tensor B is missing/],
    [file, ({ header }) => rename(header, 'numbers', 'b'), /the tensor numbers is missing/],
    [file, ({ header }) => rename(header, 'forward', 'b'), /the tensor forward is missing/],
    [file, ({ header }) => (header.e = empty(header)), /the tensor e does not belong there/],
    [save(set), ({ object }) => object.scopes.push('d'), /tensor scopes.d.A is missing/],
    [save(set), ({ object }) => (object.scopes[1] = 'a'), /a name is there twice/],
    [save(set), ({ object }) => (object.categories = {}), /does not belong there/],
    [save(set), ({ object }) => (object.categories = { c: ['z'] }), /there is no scope "z"/],
    [save(set), ({ object }) => (object.categoryFallback = 1), /categoryFallback must be/],
    [save(buffer), ({ object }) => (object.length = 2), /tensor embedding is F32 \[1,3\]/],
    [save(buffer), ({ object }) => (object.capacity = 0), /capacity must be/],
    [save(buffer), ({ object }) => (object.operators = 1), /operator must be/],
    [save(buffer), ({ object }) => (object.totalCount = 9), /LORA_E_RANGE/],
    [save(buffer), ({ object }) => (object.totalCount = 0.5), /LORA_E_RANGE/],
    [save(buffer), ({ floats }) => (floats('executionMs')[0] = 0), /executionMs must be above 0/],
    [save(buffer), ({ floats }) => (floats('embedding')[0] = NaN), /NaN/],
    [file, ({ object }) => (object.inSpace = 1), /inSpace is neither/],
    [file, ({ object }) => (object.inSpace = true), /in an embedding space: give load the space/],
    [file, ({ object }) => delete object.inSpace, /must have/],
    [file, ({ floats }) => (floats('numbers')[16] = -1), /numbers .*LORA_E_RANGE/],
    [file, ({ floats }) => (floats('numbers')[17] = NaN), /numbers .*LORA_E_RANGE/],
    // Squares of cosines that no count of them can have.
    [file, ({ floats }) => (floats('numbers')[16] = 5), /numbers .*LORA_E_RANGE/],
    [save(inSpace), () => {}, /give load the space/],
    [save(space), ({ object }) => (object.dim = 4), /tensor components is F32 \[2,3\]/],
    [save(space), ({ object }) => (object.dim = 0), /dim must be/],
    [save(space), ({ object }) => (object.directions = 3), /directions must be/],
    [save(space), ({ object }) => delete object.directions, /must have/],
    [save(space), ({ object }) => (object.more = 1), /"more", which is unknown/],
    [save(space), ({ floats }) => (floats('components')[0] = NaN), /components .*NONFINITE/],
    [save(space), ({ floats }) => (floats('components')[0] = 2), /components .*LORA_E_RANGE/],
    [save(space), ({ floats }) => (floats('numbers')[0] = -1), /numbers .*LORA_E_RANGE/],
    [save(space), ({ floats }) => (floats('numbers')[1] = 0.5), /numbers .*LORA_E_RANGE/],
    // More documents in the components than were learned.
    [save(space), ({ floats }) => (floats('numbers')[2] = 4), /numbers .*LORA_E_RANGE/],
    [save(space), ({ floats }) => (floats('numbers')[3] = 2), /numbers .*LORA_E_RANGE/],
    [save(space), ({ floats }) => (floats('numbers')[9] = Infinity), /numbers .*LORA_E_RANGE/],
    [save(space), ({ header }) => (header.components.dtype = 'I32'), /components is I32/],
    [save(space), ({ header }) => rename(header, 'components', 'b'), /components is missing/],
    [save(space), ({ header }) => rename(header, 'numbers', 'b'), /numbers is missing/],
    [save(space), ({ header }) => (header.e = empty(header)), /the tensor e does not belong/],
  ];
  for (const [bytes, change, message] of wrong) refused(changed(bytes, change), message);
});

function rename(header, from, to) {
  header[to] = header[from];
  delete header[from];
}

function empty(header) {
  const end = Math.max(...Object.values(header).map(({ data_offsets: o }) => o?.[1] ?? 0));
  return { dtype: 'F32', shape: [0], data_offsets: [end, end] };
}

test('the space of an adapter: the right one, of the same engine and length, and only where it needs one', async () => {
  const bytes = save(inSpace);
  const other = make(EmbeddingSpace, { dim: 4 });
  const elsewhere = new EmbeddingSpace({ dim: 3, engine: await createEngine() });
  refused(bytes, /its vectors have 4 numbers, these have 3/, { space: other });
  refused(bytes, /space: it is in another engine/, { space: elsewhere });
  refused(bytes, /space must be an EmbeddingSpace, got Object/, { space: {} });
  refused(file, /was not learned in an embedding space: give load no space/, { space });
  for (const each of [space, buffer]) {
    assert.throws(() => load(save(each), { engine, space }), {
      code: 'LORA_E_OPTION',
      message: /space is for adapters, and the file holds an? /,
    });
  }
  other.free();
  elsewhere.free();
  const loaded = load(bytes, { engine, space });
  assert.equal(loaded.space, space);
  loaded.adapt(x);
  inSpace.adapt(x);
  assert.deepEqual(loaded.getWeights(), inSpace.getWeights());
  loaded.free();
});

test('an engine that is too small says so, and keeps nothing', async () => {
  const large = make(MicroLoRA, { dim: 8192, rank: 8 });
  const bytes = save(large);
  large.free();
  const small = await createEngine({ memory: 1 << 18 });
  const { used } = small.memoryUsage;
  assert.throws(() => load(bytes, { engine: small }), { code: 'LORA_E_MEMORY' });
  assert.equal(small.memoryUsage.used, used);
});

test('views may hold anything, and load brings it back bit by bit', () => {
  const odd = make(MicroLoRA, { in: 3, out: 2, batch: 3 });
  odd.inputs[1].set([NaN, -0, Infinity]);
  odd.gradient.set([0, -0]);
  const bytes = save(odd);
  assert.deepEqual(
    inspect(bytes).tensors.filter(({ name }) => /input|output|gradient/.test(name)),
    [
      { name: 'gradient', dtype: 'F32', shape: [1, 2] },
      { name: 'input', dtype: 'F32', shape: [2, 3] },
    ],
  );
  const loaded = load(bytes, { engine });
  assert.deepEqual(loaded.inputs, odd.inputs);
  assert.deepEqual(loaded.gradients, odd.gradients);
  assert.ok(Object.is(loaded.gradient[1], -0));
  odd.free();
  loaded.free();
});

test('the bytes lie as the format asks', () => {
  for (const bytes of [file, save(set), save(buffer), save(space)]) {
    const { header, length } = parse(bytes);
    assert.equal(length % 8, 0);
    assert.equal(bytes[HEADER], '{'.charCodeAt(0));
    assert.equal(header.__metadata__.format, 'pt');
    const size = { F64: 8, F32: 4, U8: 1 };
    let before = { size: 8, name: '' };
    for (const { name, dtype } of inspect(bytes).tensors) {
      const ordered = size[dtype] < before.size || name > before.name;
      assert.ok(ordered && size[dtype] <= before.size, `${before.name}, then ${name}`);
      assert.equal(header[name].data_offsets[0] % size[dtype], 0);
      before = { size: size[dtype], name };
    }
  }
});
