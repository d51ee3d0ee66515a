// Whatever stands beside a module that can be read, it is listed and read as if it stood alone; every other
// module has a reason, and asking for it gives that reason.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createEngine } from '../dist/microlora.js';
import { importPeft } from '../dist/safetensors.js';
import { bitsOf, randomNumbers } from './support/helpers.js';
import { build } from './support/safetensors-file.js';

const CONFIG = 'adapter_config.json';
const WEIGHTS = 'adapter_model.safetensors';
const RANK = 2;
const engine = await createEngine();

/** Files of tensors: name to shape, dtype and numbers or a count of bytes. */
function filesOf(tensors, settings = {}) {
  let end = 0;
  const header = {};
  const pieces = tensors.map(([name, { shape, dtype = 'F32', numbers, bytes = 4 }]) => {
    const size = numbers?.byteLength ?? shape.reduce((all, n) => all * n, bytes);
    header[name] = { dtype, shape, data_offsets: [end, (end += size)] };
    return Buffer.from(numbers?.buffer ?? new ArrayBuffer(size));
  });
  return {
    [CONFIG]: JSON.stringify({ peft_type: 'LORA', r: RANK, lora_alpha: 3, ...settings }),
    [WEIGHTS]: build(header, Buffer.concat(pieces)),
  };
}

const P = 'base_model.model.';
const A = (shape = [RANK, 3], more = {}) => ['.lora_A.weight', { shape, ...more }];
const B = (shape = [4, RANK], more = {}) => ['.lora_B.weight', { shape, ...more }];
const more = (end, shape = [4]) => [A(), B(), [end, { shape }]];
const alone = (end, shape = [4]) => [[end, { shape }]];

/** What the list has of a module that cannot be read, beside its name and the reason. */
const NOTHING_KNOWN = { in: NaN, out: NaN, rank: NaN, alpha: NaN };

/** Ways not to be an adapter, as the ends of names with their tensors, and what the reason says. */
const UNREADABLE = {
  'no A': [[B()], /no lora_A.weight/],
  'no B': [[A()], /no lora_B.weight/],
  'a bias of a classifier': [alone('.bias'), /bias/],
  'a whole classifier': [
    [...alone('.weight', [4, 3]), ...alone('.bias')],
    /its own weights were saved/,
  ],
  modules_to_save: [alone('.modules_to_save.weight'), /its own weights were saved/],
  'a convolution': [[A([RANK, 3, 3, 3]), B([4, RANK, 1, 1])], /4 dimensions/],
  'a convolution of one dimension': [[A([RANK, 3, 3]), B([4, RANK, 1])], /3 dimensions/],
  'an embedding': [
    [...alone('.lora_embedding_A', [RANK, 9]), ...alone('.lora_embedding_B')],
    /embedding/,
  ],
  'new tokens': [alone('.token_adapter.trainable_tokens_delta'), /tokens were trained/],
  'a trained bias': [more('.bias'), /its bias in the base model/],
  'a trained bias in the layer': [more('.base_layer.bias'), /its bias in the base model/],
  'its own weight': [more('.base_layer.weight'), /its own weights were saved/],
  DoRA: [more('.lora_magnitude_vector'), /DoRA/],
  'DoRA of old': [more('.lora_magnitude_vector.weight'), /DoRA/],
  'a bias of B': [more('.lora_B.bias'), /A or B has a bias/],
  'a diagonal': [more('.lora_diag'), /lora_diag/],
  'a name of an adapter': [
    [
      ['.lora_A.default.weight', { shape: [RANK, 3] }],
      ['.lora_B.default.weight', { shape: [4, RANK] }],
    ],
    /lora_A.default.weight.*|save_pretrained/,
  ],
  'a name of an adapter, as DoRA': [
    alone('.lora_magnitude_vector.other.weight'),
    /save_pretrained \(.*other/,
  ],
  'another rank': [[A([3, 3]), B([4, 3])], /but adapter_config.json says rank 2/],
  'two ranks': [[A(), B([4, 3])], /its lora_B.weight is \[4,3\]/],
  F8: [
    [A(undefined, { dtype: 'F8_E4M3', bytes: 1 }), B()],
    /is F8_E4M3; F32, F16, BF16 can be read/,
  ],
  I8: [[A(), B(undefined, { dtype: 'I8', bytes: 1 })], /is I8/],
  F64: [[A(), B(undefined, { dtype: 'F64', bytes: 8 })], /is F64/],
  'a new type': [[A(undefined, { dtype: 'F2', bytes: 0.5 }), B()], /is F2/],
  'no inputs': [[A([RANK, 0]), B()], /its in is 0/],
  'no outputs': [[A(), B([0, RANK])], /its out is 0/],
  'too many inputs': [[A([RANK, 16385]), B()], /its in is 16385; an adapter has 1 to 16384/],
  'something else': [alone('.alien'), /no A and B/],
};

for (const [name, [parts, message]] of Object.entries(UNREADABLE)) {
  test(`not an adapter, ${name}: what stands beside it is read`, () => {
    const tensors = (module, list) => list.map(([end, tensor]) => [P + module + end, tensor]);
    const files = filesOf([...tensors('enc.x', parts), ...tensors('enc.query', [A(), B()])]);
    const listed = importPeft(files);
    const query = { module: 'enc.query', in: 3, out: 4, rank: RANK, alpha: 1.5 };
    const found = listed.find(({ module }) => module === 'enc.x');
    assert.equal(listed.length, 2);
    assert.deepEqual(
      listed.find(({ module }) => module === 'enc.query'),
      query,
    );
    const { reason, ...said } = found;
    assert.deepEqual(said, { module: 'enc.x', ...NOTHING_KNOWN });
    assert.match(reason, message);
    importPeft(files, { module: 'enc.query', engine }).free();
    assert.throws(() => importPeft(files, { module: 'enc.x', engine }), {
      code: 'LORA_E_FILE',
      message: `importPeft: the module "enc.x" cannot be read: ${reason}`,
    });
  });
}

test('a rank that is too large is listed with its reason', () => {
  const files = filesOf(
    [
      ['m.lora_A.weight', { shape: [65, 1] }],
      ['m.lora_B.weight', { shape: [1, 65] }],
    ],
    { r: 65 },
  );
  assert.deepEqual(importPeft(files), [
    { module: 'm', ...NOTHING_KNOWN, reason: 'its rank is 65; an adapter has 1 to 64' },
  ]);
});

test('parts of names are whole parts', () => {
  for (const module of [
    ...[
      'head.debias_proj',
      'bias',
      'x.bias',
      'x.weight',
      'lora_magnitude_vector',
      'lora_embedding_A',
    ],
    ...[
      'modules_to_save.x',
      'my_modules_to_save',
      'lora_B.bias',
      'lora_A',
      'x.lora_A.default',
      'x.lora_B',
    ],
    ...[
      'lora_A.weight',
      'base_layer',
      'x.base_layer',
      'trainable_tokens_delta',
      'x.lora_proj',
      'x_lora_B.bias',
    ],
    ...['base_model.model', 'toString', '__proto__', '0', 'a b', 'ü', '.', 'x.', '.x'],
  ]) {
    const tensors = [A(), B()].map(([end, tensor]) => [P + module + end, tensor]);
    assert.deepEqual(importPeft(filesOf(tensors)), [
      { module, in: 3, out: 4, rank: RANK, alpha: 1.5 },
    ]);
    importPeft(filesOf(tensors), { module, engine }).free();
    // A bias of its own is no other module's.
    const bias = [`${P}${module}.bias`, { shape: [4] }];
    const parent = ['x', 'head', 'lora_B'].map((name) =>
      [A(), B()].map(([end, tensor]) => [P + name + end, tensor]),
    );
    const listed = importPeft(filesOf([...parent.flat(), ...tensors, bias]));
    assert.match(listed.find((one) => one.module === module).reason, /its bias/, module);
    for (const name of ['x', 'head', 'lora_B']) {
      assert.equal(
        listed.find((one) => one.module === name).reason,
        undefined,
        `${module}, ${name}`,
      );
    }
  }
});

const DTYPES = {
  F32: (numbers) => numbers,
  F16: (numbers) => Uint16Array.from(numbers, (value) => (value < 0 ? 0xbc00 : 0x3c00)),
  BF16: (numbers) => Uint16Array.from(numbers, (value) => (value < 0 ? 0xbf80 : 0x3f80)),
};

test('of any files, what can be read is, and everything else has a reason', () => {
  const readable = fc.record({
    input: fc.integer({ min: 1, max: 9 }),
    out: fc.integer({ min: 1, max: 9 }),
    dtype: fc.constantFrom(...Object.keys(DTYPES)),
    prefix: fc.constantFrom(P, P, ''),
    seed: fc.nat(),
  });
  const part = fc.constantFrom(
    'q_proj',
    'v_proj',
    'bias',
    'weight',
    'debias',
    'lora',
    'h',
    '0',
    '7',
    'ü',
  );
  const layer = fc.oneof(readable, fc.constantFrom(...Object.keys(UNREADABLE)));
  fc.assert(
    fc.property(fc.array(fc.tuple(part, layer), { maxLength: 8 }), fc.nat(), (layers, order) => {
      const tensors = [];
      const expected = layers.map(([name, layer], i) => {
        const module = `l${i}.${name}`;
        if (typeof layer === 'string') {
          for (const [end, tensor] of UNREADABLE[layer][0])
            tensors.push([P + module + end, tensor]);
          return { module };
        }
        const { input, out, dtype, prefix, seed } = layer;
        const { vector } = randomNumbers(seed);
        const [a, b] = [vector(RANK * input), vector(RANK * out)];
        const numbers = [a, b].map((all) => DTYPES[dtype](all));
        const shapes = [
          [RANK, input],
          [out, RANK],
        ];
        ['A', 'B'].forEach((factor, k) => {
          const tensor = { dtype, shape: shapes[k], numbers: numbers[k] };
          tensors.push([`${prefix}${module}.lora_${factor}.weight`, tensor]);
        });
        const seen =
          dtype === 'F32' ? [a, b] : [a, b].map((all) => all.map((value) => (value < 0 ? -1 : 1)));
        return { module, in: input, out, rank: RANK, alpha: 1.5, seen };
      });
      const { uniform } = randomNumbers(order);
      for (let i = tensors.length - 1; i > 0; i--) {
        const other = Math.floor(uniform() * (i + 1));
        [tensors[i], tensors[other]] = [tensors[other], tensors[i]];
      }
      const files = filesOf(tensors);
      const listed = importPeft(files);
      assert.equal(listed.length, expected.length);
      for (const { seen, ...said } of expected) {
        const { module } = said;
        const found = listed.find((one) => one.module === module);
        if (seen === undefined) {
          assert.equal(typeof found.reason, 'string');
          assert.throws(() => importPeft(files, { module, engine }), { code: 'LORA_E_FILE' });
          continue;
        }
        assert.deepEqual(found, said);
        const adapter = importPeft(files, { module, engine, residual: false });
        const weights = adapter.getWeights();
        assert.deepEqual(bitsOf(weights.A), bitsOf(seen[0]));
        const rows = seen[1].map(
          (_, i) => seen[1][(i % said.out) * RANK + Math.floor(i / said.out)],
        );
        assert.deepEqual(bitsOf(weights.B), bitsOf(rows));
        adapter.free();
      }
    }),
    { numRuns: 300, seed: 1 },
  );
});

test('files on shared memory and on buffers that can grow are read', () => {
  const files = filesOf([A(), B()].map(([end, tensor]) => [`${P}m${end}`, tensor]));
  const onto = (buffer, bytes) => {
    new Uint8Array(buffer).set(bytes);
    return buffer;
  };
  for (const make of [
    (length) => new SharedArrayBuffer(length),
    (length) => new ArrayBuffer(length, { maxByteLength: 2 * length }),
  ]) {
    const given = Object.fromEntries(
      Object.entries(files).map(([name, content]) => {
        const bytes = Buffer.from(content);
        return [name, onto(make(bytes.length), bytes)];
      }),
    );
    const views = Object.fromEntries(
      Object.entries(given).map(([name, buffer]) => [name, new Uint8Array(buffer)]),
    );
    for (const one of [given, views]) {
      assert.deepEqual(importPeft(one), importPeft(files));
      importPeft(one, { module: 'm', engine }).free();
    }
  }
});
