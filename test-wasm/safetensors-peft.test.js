// PEFT both ways: files laid out as PEFT writes them are read as torch computes, ours are opened by a
// strict reader in Python (test-wasm/fixtures/peft, `make fixtures`), and variants are refused.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { createEngine, MicroLoRA, ScopedLoRA } from '../dist/microlora.js';
import { exportPeft, importPeft, inspect } from '../dist/safetensors.js';
import { makeOurs } from './fixtures/peft/ours.js';
import { at, bitsOf, randomNumbers, read } from './support/helpers.js';
import { build, parse } from './support/safetensors-file.js';

const CONFIG = 'adapter_config.json';
const WEIGHTS = 'adapter_model.safetensors';
const FOLDER = 'test-wasm/fixtures/peft';
const engine = await createEngine();
const json = (...path) => JSON.parse(read(FOLDER, ...path));
const filesOf = (name) => ({
  [CONFIG]: read(FOLDER, name, CONFIG),
  [WEIGHTS]: read(FOLDER, name, WEIGHTS),
});

/** alpha B^T A in double, (out, in): factors are f32, so only the sums over the rank are rounded. */
function deltaOf({ A, B }, { in: input, out, rank, alpha }) {
  return Array.from({ length: out }, (_, o) =>
    Array.from({ length: input }, (_, i) => {
      let sum = 0;
      for (let k = 0; k < rank; k++) sum += B[k * out + o] * A[k * input + i];
      return sum * alpha;
    }),
  );
}

const transpose = (matrix) => matrix[0].map((_, i) => matrix.map((row) => row[i]));
const largest = (numbers) => Math.max(...numbers.map(Math.abs));

/** Two ways to sum a few doubles: some units in the last place of the largest. */
function assertClose(actual, expected, share, what) {
  const most = largest(expected.flat());
  actual.flat().forEach((value, i) => {
    const error = Math.abs(value - expected.flat()[i]);
    assert.ok(error <= share * most, `${what}: number ${i} is ${value}, not ${expected.flat()[i]}`);
  });
}

const fixtures = readdirSync(at(FOLDER), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'ours')
  .map(({ name }) => name);
assert.ok(fixtures.length >= 7);

for (const name of fixtures) {
  test(`fixture ${name}: modules, deltas and answers are those of torch`, () => {
    const expected = json(name, 'expected.json');
    const files = filesOf(name);
    const listed = importPeft(files);
    const key = ({ module }) => module;
    assert.deepEqual(listed.map(key).sort(), expected.map(key).sort());
    for (const { module, in: input, out, rank, alpha, transposed, delta, x, y } of expected) {
      const said = listed.find((one) => one.module === module);
      assert.deepEqual(said, { module, in: input, out, rank, alpha });
      const adapter = importPeft(files, { module, engine, residual: false, optimizer: 'sgd' });
      assert.deepEqual([adapter.rank, adapter.alpha, adapter.residual], [rank, alpha, false]);
      const wanted = transposed ? transpose(delta) : delta;
      assertClose(deltaOf(adapter.getWeights(), said), wanted, 1e-15, `${module}, delta`);
      const given = Float32Array.from(x);
      // f32 sums of in and rank terms, one after the other.
      assertClose([...adapter.forward(given)], y, (input + rank) * 2 ** -22, `${module}, y`);
      adapter.free();
      if (input !== out) continue;
      const residual = importPeft(files, { module, engine });
      assert.equal(residual.residual, true);
      const sum = y.map((value, i) => value + x[i]);
      assertClose([...residual.forward(given)], sum, (input + rank) * 2 ** -22, `${module}, x + y`);
      residual.free();
    }
  });
}

test('a strict reader in Python opened the files that we write now, and saw these bits', async () => {
  const { lora, set, files } = await makeOurs();
  for (const [name, content] of Object.entries(files)) {
    assert.deepEqual(Buffer.from(content), read(FOLDER, 'ours', name), `${name}: make fixtures`);
  }
  const { files: seen, deltas } = json('ours', 'seen.json');
  const stored = seen['adapter.safetensors'];
  assert.deepEqual(stored.metadata.model, 'ü');
  assert.deepEqual(stored.metadata[''], '"\\');
  const bits = (floats) => Array.from(floats, (_, i) => new Int32Array(floats.buffer)[i]);
  const { A, B } = lora.getWeights();
  assert.deepEqual(stored.tensors.A, { shape: [3, 5], dtype: 'F32', bits: bits(A) });
  assert.deepEqual(stored.tensors.B, { shape: [3, 7], dtype: 'F32', bits: bits(B) });
  assert.deepEqual(stored.tensors.gradient, undefined);
  assert.deepEqual(stored.tensors.input, {
    shape: [1, 5],
    dtype: 'F32',
    bits: bits(lora.input.slice()),
  });
  assert.deepEqual(stored.tensors.numbers.dtype, 'F64');
  assert.deepEqual(Object.keys(stored.tensors).sort(), [
    ...['A', 'B', 'accumulatedA', 'accumulatedB', 'forward', 'input', 'momentA', 'momentB'],
    ...['numbers', 'output', 'secondMomentA', 'secondMomentB'],
  ]);
  for (const scope of set.scopes) {
    const weights = set.getWeights(scope);
    const { tensors } = seen['set.safetensors'];
    assert.deepEqual(tensors[`scopes.${scope}.A`].bits, bits(weights.A));
    assert.deepEqual(tensors[`scopes.${scope}.B`].bits, bits(weights.B));
  }
  // a learned, b answers as its category, c is new.
  const x = randomNumbers(9).vector(6);
  for (const scope of set.scopes) {
    const y = set.forward(scope, x);
    const delta = deltas[`model.q.${scope}`];
    const wanted = delta.map((row, o) => x[o] + row.reduce((sum, w, i) => sum + w * x[i], 0));
    assertClose([...y], wanted, 8 * 2 ** -22, scope);
  }
  assert.ok(largest(deltas['model.q.b'].flat()) > 0);
  assert.equal(largest(deltas['model.q.c'].flat()), 0);
  assert.notDeepEqual(deltas['model.q.b'], deltas['model.q.a']);
  // The delta of the adapter that learned alone, to the last bit: the same products, summed in order.
  const said = { in: 6, out: 6, rank: 2, alpha: 0.5 };
  assert.deepEqual(deltaOf(set.getWeights('a'), said), deltas['model.q.a']);
  assert.equal(seen['half.safetensors'].tensors['base_model.model.m.lora_A.weight'].dtype, 'F16');
});

test('what is exported is imported to the same bits', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom(1, 2, 4, 8, 64),
      fc.constantFrom(1, 0.5, -0.3, 0.1, 1 / 3),
      fc.nat(),
      (input, out, rank, alpha, seed) => {
        const lora = new MicroLoRA({ in: input, out, rank, alpha, seed, engine });
        const { vector } = randomNumbers(seed);
        lora.setWeights({ A: vector(rank * input), B: vector(rank * out) });
        const files = exportPeft(lora, { module: 'a.b' });
        const back = importPeft(files, { module: 'a.b', residual: false, engine });
        assert.deepEqual(back.getWeights(), lora.getWeights());
        const x = vector(input);
        assert.deepEqual(bitsOf(back.forward(x)), bitsOf(lora.forward(x)));
        lora.free();
        back.free();
      },
    ),
    { numRuns: 200, seed: 1 },
  );
});

test('the settings are those that PEFT writes', () => {
  const lora = new MicroLoRA({ dim: 2, rank: 4, alpha: 0.3, engine });
  const files = exportPeft(lora, { module: 'query', baseModel: 'base' });
  assert.deepEqual(JSON.parse(files[CONFIG]), {
    alpha_pattern: {},
    base_model_name_or_path: 'base',
    bias: 'none',
    fan_in_fan_out: false,
    inference_mode: true,
    lora_alpha: 1.2,
    peft_type: 'LORA',
    r: 4,
    rank_pattern: {},
    target_modules: ['query'],
    task_type: null,
    use_dora: false,
    use_rslora: false,
  });
  assert.deepEqual(parse(files[WEIGHTS]).header.__metadata__, { format: 'pt' });
  assert.deepEqual(inspect(files[WEIGHTS]).tensors, [
    { name: 'base_model.model.query.lora_A.weight', dtype: 'F32', shape: [4, 2] },
    { name: 'base_model.model.query.lora_B.weight', dtype: 'F32', shape: [2, 4] },
  ]);
  const set = new ScopedLoRA({ dim: 2, engine });
  for (const [call, code] of [
    [() => exportPeft(lora), 'LORA_E_TYPE'],
    [() => exportPeft(lora, {}), 'LORA_E_TYPE'],
    [() => exportPeft(lora, { module: '' }), 'LORA_E_TYPE'],
    [() => exportPeft(lora, { module: 'm', dtype: 'F64' }), 'LORA_E_OPTION'],
    [() => exportPeft(lora, { module: 'm', baseModel: 1 }), 'LORA_E_TYPE'],
    [() => exportPeft(lora, { module: 'm', rank: 1 }), 'LORA_E_OPTION'],
    [() => exportPeft({}, { module: 'm' }), 'LORA_E_TYPE'],
    [() => exportPeft(set, { module: '\udfff' }), 'LORA_E_OPTION'],
  ]) {
    assert.throws(call, { code });
  }
  lora.free();
  set.free();
});

test('with fallback off, every scope exports its own', () => {
  const options = { dim: 2, scopes: ['a', 'b'], categories: { c: ['a', 'b'] }, engine };
  const set = new ScopedLoRA(options);
  set.learn('a', Float32Array.of(1, 2), Float32Array.of(0, 0));
  const B = () =>
    importPeft(exportPeft(set, { module: 'm' }), { module: 'm.b', engine }).getWeights().B;
  assert.ok(B().some((value) => value !== 0));
  set.categoryFallback = false;
  assert.ok(B().every((value) => value === 0));
  set.free();
});

// IEEE 754 binary16, worked out by hand: [value, bits]
const HALVES = [
  [0, 0x0000],
  [-0, 0x8000],
  [1, 0x3c00],
  [-2, 0xc000],
  [65504, 0x7bff],
  [65519.99609375, 0x7bff], // below the middle to 2^16
  [2 ** -14, 0x0400],
  [2 ** -24, 0x0001],
  [2 ** -25, 0x0000], // a tie, to even
  [2 ** -25 + 2 ** -40, 0x0001],
  [3 * 2 ** -25, 0x0002], // a tie, to even
  [2 ** -14 - 2 ** -25, 0x0400], // a subnormal becomes normal
  [1 + 2 ** -11, 0x3c00], // ties
  [1 + 3 * 2 ** -11, 0x3c02],
  [2 - 2 ** -11, 0x4000], // carries
  [1 / 3, 0x3555],
  [2 ** -149, 0x0000],
];

test('F16 is rounded to the nearest, to even, and refused where it overflows', () => {
  const A = Float32Array.from(HALVES, ([value]) => value);
  const lora = new MicroLoRA({ in: A.length, out: 1, rank: 1, engine });
  lora.setWeights({ A, B: Float32Array.of(1) });
  const export16 = () => exportPeft(lora, { module: 'm', dtype: 'F16' });
  const { header, data } = parse(export16()[WEIGHTS]);
  const [begin] = header['base_model.model.m.lora_A.weight'].data_offsets;
  const bits = new Uint16Array(data.buffer, begin, A.length);
  assert.deepEqual(
    [...bits].map((value) => value.toString(16)),
    HALVES.map(([, value]) => value.toString(16)),
  );
  for (const value of [65520, -1e5, 3.4e38]) {
    lora.setWeights({ A, B: Float32Array.of(value) });
    assert.throws(export16, { code: 'LORA_E_RANGE' });
  }
  lora.free();
});

/** Files of one module m: A (1, n) of a dtype by its bits, B (1, 1). */
function filesWith(dtype, bits, config = {}) {
  const a = new Uint8Array(bits.buffer);
  const one = { F16: [0, 0x3c], BF16: [0x80, 0x3f], F32: [0, 0, 0x80, 0x3f] }[dtype] ?? [0];
  const size = a.length + one.length;
  const name = (factor) => `base_model.model.m.lora_${factor}.weight`;
  return {
    [CONFIG]: JSON.stringify({ peft_type: 'LORA', r: 1, lora_alpha: 1, ...config }),
    [WEIGHTS]: build(
      {
        [name('A')]: { dtype, shape: [1, bits.length], data_offsets: [0, a.length] },
        [name('B')]: { dtype, shape: [1, 1], data_offsets: [a.length, size] },
      },
      Uint8Array.of(...a, ...one),
    ),
  };
}
const importA = (files) => importPeft(files, { module: 'm', engine }).getWeights().A;

test('every F16 and BF16 is read as what it is, but NaN and infinity', () => {
  const all = Uint16Array.from({ length: 65536 }, (_, bits) => bits);
  // Of the fields of the formats, in exact arithmetic.
  const valueOf = (bits, fraction, bias) => {
    const exponent = (bits & 0x7fff) >> fraction;
    const rest = bits & ((1 << fraction) - 1);
    const size =
      exponent === 0
        ? rest * 2 ** (1 - bias - fraction)
        : (2 ** fraction + rest) * 2 ** (exponent - bias - fraction);
    return bits & 0x8000 ? -size : size;
  };
  for (const [dtype, fraction, bias, top] of [
    ['F16', 10, 15, 0x7c00],
    ['BF16', 7, 127, 0x7f80],
  ]) {
    const finite = all.filter((bits) => (bits & 0x7fff) < top);
    for (let from = 0; from < finite.length; from += 8192) {
      const part = finite.slice(from, from + 8192);
      const expected = Float32Array.from(part, (bits) => valueOf(bits, fraction, bias));
      assert.deepEqual(bitsOf(importA(filesWith(dtype, part))), bitsOf(expected));
    }
    for (const bits of [top, top | 0x8000, top + 1, 0xffff]) {
      const files = filesWith(dtype, Uint16Array.of(0, bits));
      assert.throws(() => importA(files), { code: 'LORA_E_FILE', message: /number 1 is/ });
    }
  }
  const files = filesWith('F32', Float32Array.of(1, 2, NaN));
  assert.throws(() => importA(files), { code: 'LORA_E_FILE', message: /number 2 is NaN/ });
});

test('variants are refused with the reason', () => {
  const plain = filesOf('plain');
  const config = JSON.parse(plain[CONFIG].toString());
  const { header, data } = parse(plain[WEIGHTS]);
  const set = (changes) => ({ ...plain, [CONFIG]: JSON.stringify({ ...config, ...changes }) });
  const Q = 'base_model.model.model.layers.0.self_attn.q_proj';
  const empty = (name) => ({
    ...plain,
    [WEIGHTS]: build(
      { ...header, [name]: { dtype: 'F32', shape: [0], data_offsets: [data.length, data.length] } },
      data,
    ),
  });
  const without = (name) => {
    const { [name]: _, ...rest } = header;
    return { ...plain, [WEIGHTS]: build({ ...rest, 'x.lora_A.weight': header[name] }, data) };
  };
  const swapped = (name, shape) => ({
    ...plain,
    [WEIGHTS]: build({ ...header, [name]: { ...header[name], shape } }, data),
  });
  const whole = [
    [set({ use_dora: true }), /use_dora is true; with it A and B may mean something else/],
    [set({ init_lora_weights: 'pissa_niter_4' }), /also changes the base model/],
    [set({ init_lora_weights: 'new' }), /init_lora_weights is "new"/],
    [set({ peft_type: 'IA3' }), /peft_type is "IA3"/],
    [set({ peft_type: undefined }), /peft_type is undefined/],
    [set({ r: 'x' }), /r is "x"/],
    [set({ r: 0 }), /r is 0/],
    [set({ lora_alpha: 'x' }), /lora_alpha is "x"/],
    [set({ use_rslora: 1 }), /use_rslora is 1/],
    [set({ rank_pattern: [] }), /rank_pattern is \[\]; it must be an object/],
    [{ ...plain, [CONFIG]: '[]' }, /is not an object/],
    [{ ...plain, [CONFIG]: '{"r":1,"r":2}' }, /"r" twice/],
    [{ ...plain, [CONFIG]: '{' }, /is not JSON/],
    [{ ...plain, [CONFIG]: Uint8Array.of(0xff) }, /is not UTF-8/],
    [{ ...plain, [CONFIG]: '<!doctype html>' }, /config.json is an HTML or XML page/],
    [{ ...plain, [CONFIG]: Buffer.from('version https://git-lfs') }, /a Git LFS pointer/],
    [{ ...plain, [WEIGHTS]: Buffer.from('version https://git-lfs') }, /a Git LFS pointer/],
    [{ ...plain, [CONFIG]: Buffer.from('PK\x03\x04\xff', 'latin1') }, /config.json is a zip/],
    [{ [CONFIG]: plain[CONFIG] }, /there is no adapter_model.safetensors/],
    [{ [WEIGHTS]: plain[WEIGHTS] }, /there is no adapter_config.json/],
    [{ ...plain, [WEIGHTS]: plain[WEIGHTS].subarray(0, 900) }, /cut|ends at byte/],
  ];
  const Q_PROJ = 'model.layers.0.self_attn.q_proj';
  const one = [
    [set({ r: 5 }), /\[4,6\], but adapter_config.json says rank 5/],
    [set({ rank_pattern: { '(': 1 } }), /the pattern "\(" in rank_pattern: .* is not supported/],
    [set({ rank_pattern: { q_proj: 'x' } }), /its rank is "x"/],
    [set({ rank_pattern: { q_proj: null } }), /its rank is null/],
    [set({ alpha_pattern: { q_proj: true } }), /its alpha is true/],
    [set({ lora_alpha: 1e40 }), /its alpha, 2.5e\+39, is too large/],
    [empty(`${Q}.lora_magnitude_vector`), /DoRA needs/],
    [empty(`${Q}.lora_magnitude_vector.weight`), /DoRA needs/],
    [empty(`${Q}.lora_embedding_A`), /adapts an embedding/],
    [empty(`${Q}.lora_B.bias`), /A or B has a bias/],
    [empty(`${Q}.modules_to_save.weight`), /its own weights were saved/],
    [empty(`${Q}.base_layer.weight`), /its own weights were saved/],
    [empty(`${Q}.base_layer.bias`), /its bias in the base model was trained/],
    [empty(`${Q}.bias`), /its bias in the base model was trained \(bias\)/],
    [empty(`${Q}.lora_C.weight`), /more than an A and a B \(lora_C.weight\)/],
    [empty(`${Q}.lora_diag`), /more than an A and a B \(lora_diag\)/],
    [empty(`${Q}.lora_A.default.weight`), /lora_A.default.weight/],
    [empty(`${Q.slice('base_model.model.'.length)}.lora_A.weight`), /two of \.lora_A/],
    [without(`${Q}.lora_A.weight`), /it has no lora_A/],
    [without(`${Q}.lora_B.weight`), /it has no lora_B/],
    [swapped(`${Q}.lora_A.weight`, [4, 6, 1, 1]), /4 dimensions; only linear layers/],
    [swapped(`${Q}.lora_B.weight`, [4, 6]), /its lora_B.weight is \[4,6\], but .* rank 4/],
  ];
  const { used } = engine.memoryUsage;
  for (const [files, message] of whole) {
    for (const options of [undefined, { module: Q_PROJ, engine }]) {
      assert.throws(() => importPeft(files, options), { code: 'LORA_E_FILE', message });
    }
  }
  for (const [files, message] of one) {
    const { reason, ...rest } = importPeft(files).find(({ module }) => module === Q_PROJ);
    assert.match(reason, message);
    assert.deepEqual(rest, { module: Q_PROJ, in: NaN, out: NaN, rank: NaN, alpha: NaN });
    assert.throws(() => importPeft(files, { module: Q_PROJ, engine }), {
      code: 'LORA_E_FILE',
      message: `importPeft: the module "${Q_PROJ}" cannot be read: ${reason}`,
    });
  }
  const module = 'model.layers.0.self_attn.v_proj';
  for (const [options, code] of [
    [{ module: 'nothing' }, 'LORA_E_FILE'],
    [{ module: 1 }, 'LORA_E_TYPE'],
    [{ module, residual: true }, 'LORA_E_SHAPE'],
    [{ module, residual: 1 }, 'LORA_E_TYPE'],
    [{ module, rank: 4 }, 'LORA_E_OPTION'],
    [{ module, nothing: 1 }, 'LORA_E_OPTION'],
    [{ module, optimizer: 'none' }, 'LORA_E_OPTION'],
  ]) {
    assert.throws(() => importPeft(plain, { engine, ...options }), { code });
  }
  for (const files of [undefined, [], 'x', { ...plain, [WEIGHTS]: 'text' }]) {
    assert.throws(() => importPeft(files), { code: 'LORA_E_TYPE' });
  }
  assert.equal(engine.memoryUsage.used, used);
});

test('alpha comes back to the bit where a double does, and else to the bit of a float', () => {
  const double = fc.double({ min: -1e30, max: 1e30, noNaN: true }).filter((x) => !Object.is(x, -0));
  // Where floats meet, one bit decides.
  const middles = fc
    .float({ min: Math.fround(1e-6), max: Math.fround(1e6), noNaN: true })
    .map((x) => (x + Math.fround(x * (1 + 2 ** -23))) / 2);
  let exact = 0;
  let runs = 0;
  fc.assert(
    fc.property(fc.oneof(double, middles), fc.integer({ min: 1, max: 64 }), (alpha, rank) => {
      const lora = new MicroLoRA({ dim: 1, rank, alpha, engine });
      const back = importPeft(exportPeft(lora, { module: 'm' }), { module: 'm', engine });
      assert.equal(Math.fround(back.alpha), Math.fround(alpha));
      back.copyFrom(lora);
      // The only doubles that could give it lie beside the product.
      const step = Math.abs(alpha * rank) * 2 ** -53;
      const near = [-3, -2, -1, 0, 1, 2, 3].map((i) => alpha * rank + i * step);
      if (near.some((value) => value / rank === alpha)) assert.equal(back.alpha, alpha);
      exact += back.alpha === alpha;
      runs++;
      lora.free();
      back.free();
    }),
    { numRuns: 2000, seed: 1 },
  );
  assert.ok(exact > runs / 2);
});

test('of a module that is not there, the message says what there is', () => {
  const files = filesOf('plain');
  const message = (module) => {
    try {
      importPeft(files, { module });
    } catch (error) {
      assert.equal(error.code, 'LORA_E_FILE');
      return error.message;
    }
    return '';
  };
  const layer = (name) => `"model.layers.${name}"`;
  const both = [layer('0.self_attn.q_proj'), layer('1.self_attn.q_proj')].join(', ');
  assert.match(message('q_proj'), new RegExp(`no module "q_proj"; did you mean ${both}\\?`));
  assert.match(message('base_model.model.model.layers.0.self_attn.v_proj'), /did you mean "model/);
  assert.match(message('proj'), /there is no module "proj"; there are "model/);
  assert.ok(message('x'.repeat(1e6)).length < 500);
  const many = Object.fromEntries(
    Array.from({ length: 50 }, (_, i) => [
      `${'n'.repeat(1000)}${i}.bias`,
      { dtype: 'F32', shape: [0], data_offsets: [0, 0] },
    ]),
  );
  files[WEIGHTS] = build(many);
  assert.match(message('m'), /… and 47 more$|" and 47 more$/);
  assert.ok(message('m').length < 500);
  files[WEIGHTS] = build({});
  assert.match(message('m'), /there are none/);
});

test('settings that are absent are those of PEFT', () => {
  const files = filesWith('F32', Float32Array.of(1), { r: undefined, rank_pattern: { m: 1 } });
  assert.deepEqual(importPeft(files), [{ module: 'm', in: 1, out: 1, rank: 1, alpha: 1 }]);
  const other = filesWith('F32', Float32Array.of(1), { lora_alpha: undefined });
  assert.equal(importPeft(other)[0].alpha, 8);
});
