// Places where SIMD is missing, or computes wrongly: which build is chosen, and what is said where none
// can be.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { pack } from '../glue/build/pack.js';
import { at, bitsOf, read, wasmFiles } from './support/helpers.js';
import { DEFAULT, plain, SCALAR, scenario } from './support/scenario.js';
import { countMultiplications, spoilMultiplications } from './support/wasm-binary.js';

const SIMD = read(wasmFiles[0]);

const folder = mkdtempSync(join(tmpdir(), 'microlora-loader-'));
after(() => rmSync(folder, { recursive: true }));

/** The bits of a forward, and of another after a step, at rank 2: what the self-test looks at. */
async function bitsOfModule(bytes) {
  const { exports: lora } = (await WebAssembly.instantiate(bytes, {})).instance;
  lora.lora_grow(1 << 17);
  const set = lora.lora_create(5, 5, 2, 0.5, 0.25, 0, 1, 1, 1, 0, 1);
  const view = (address) => new Float32Array(lora.memory.buffer, address, 5);
  const write = (scale) => view(lora.lora_transfer()).set([1, 2, -3, 4, 5].map((v) => v * scale));
  for (const factor of [0, 1]) {
    for (const row of [0, 1]) {
      write((factor + 1) / (row + 2));
      lora.lora_write_row(set, 0, factor, row);
    }
  }
  const answer = () => {
    write(1);
    lora.lora_forward(set, 0, 1, 1);
    return bitsOf(view(lora.lora_output(set))).join();
  };
  const first = answer();
  write(-0.5);
  lora.lora_adapt(set, 0, 1, 1);
  return [first, answer()];
}

/** A copy of dist/ whose default entry carries other bytes. */
function distWith(bytes) {
  const copy = mkdtempSync(join(folder, 'dist-'));
  cpSync(at('dist'), copy, { recursive: true });
  writeFileSync(join(copy, 'package.json'), '{ "type": "module" }');
  const swap = (source, from, to) => {
    assert.equal(source.split(from).length, 2, `${from.slice(0, 40)} is not there once`);
    return source.replace(from, () => to);
  };
  const [ours, theirs] = [pack(SIMD), pack(bytes)];
  const file = join(copy, 'microlora.js');
  let source = readFileSync(file, 'utf8');
  source = swap(source, ours.text, theirs.text);
  source = swap(source, ours.frequent.join(','), theirs.frequent.join(','));
  writeFileSync(file, source);
  return pathToFileURL(file).href;
}

test('SIMD that computes wrongly: init falls back, initSync says which entry to use', async () => {
  const { createEngine } = await import(DEFAULT);
  const count = countMultiplications(SIMD);
  assert.ok(count > 0);
  const right = await bitsOfModule(SIMD);
  const wrong = [];
  const wrongInStep = [];
  for (let n = 0; n < count; n++) {
    const bytes = spoilMultiplications(SIMD, (i) => i === n);
    assert.ok(WebAssembly.validate(bytes));
    const code = await createEngine(bytes).then(
      () => 'fine',
      (error) => error.code,
    );
    const [first, second] = await bitsOfModule(bytes);
    // A module that computes wrongly at the size of the self-test does not get through it.
    const isWrong = first !== right[0] || second !== right[1];
    assert.equal(code, isWrong ? 'LORA_E_SIMD' : 'fine', `multiplication ${n}`);
    if (isWrong) wrong.push(bytes);
    if (isWrong && first === right[0]) wrongInStep.push(bytes);
  }
  assert.ok(wrongInStep.length > 0 && wrong.length > wrongInStep.length);
  for (const bytes of [wrong[0], wrongInStep[0], spoilMultiplications(SIMD, () => true)]) {
    const entry = distWith(bytes);
    const [sync, simd, works] = await scenario(
      'const sync = await attempt(() => initSync()); const e = await init(); return [sync, e.simd, bits()];',
      { entry },
    );
    assert.match(sync, /^LORA_E_SIMD: .*microlora\/scalar/);
    assert.equal(simd, false);
    assert.deepEqual(works, await plain);
    assert.match(
      await scenario('return attempt(() => init({ simd: true }))', { entry }),
      /^LORA_E_SIMD: /,
    );
  }
});

const NO_SIMD_HERE = `{
  const { Module, validate } = WebAssembly;
  const has = (bytes) => bytes.byteLength === ${SIMD.length};
  WebAssembly.validate = (bytes) => !has(bytes) && validate(bytes);
  WebAssembly.Module = function (bytes) {
    if (has(bytes)) throw new WebAssembly.CompileError('no SIMD');
    return new Module(bytes);
  };
}`;

const withoutSimd = {
  'where it does not compile': { before: NO_SIMD_HERE },
  // Wasm SIMD in V8 needs SSE 4.1 on x64: without it, this is an engine without SIMD.
  ...(process.arch === 'x64'
    ? { 'in an engine without SIMD': { flags: ['--no-enable-sse4-1'] } }
    : {}),
};

for (const [where, options] of Object.entries(withoutSimd)) {
  test(`${where}: init falls back, initSync says which entry to use`, async () => {
    const [has, sync, engine, insists, simd, works] = await scenario(
      `const has = WebAssembly.validate(simdBytes);
       const answers = [await attempt(() => initSync()), (await createEngine()).simd, await attempt(() => init({ simd: true }))];
       return [has, ...answers, (await init()).simd, bits()];`,
      options,
    );
    assert.deepEqual([has, engine, simd], [false, false, false]);
    assert.match(sync, /^LORA_E_SIMD: .*microlora\/scalar/);
    assert.match(insists, /^LORA_E_SIMD: .*microlora\/scalar/);
    assert.deepEqual(works, await plain);
    const scalar = await scenario('return [initSync().simd, bits()]', {
      ...options,
      entry: SCALAR,
    });
    assert.deepEqual(scalar, [false, await plain]);
  });
}

test('without SIMD and without the scalar file: LORA_E_SIMD names the static entry', async () => {
  const entry = distWith(SIMD);
  rmSync(new URL('./microlora.scalar-wasm.js', entry));
  const before = NO_SIMD_HERE;
  const answer = await scenario('return attempt(() => init())', { entry, before });
  assert.match(answer, /^LORA_E_SIMD: .*microlora\/scalar/);
});

test('node --disallow-code-generation-from-strings', async () => {
  for (const entry of [DEFAULT, SCALAR]) {
    const flags = ['--disallow-code-generation-from-strings'];
    const body = `let forbidden; try { new Function('1'); } catch (error) { forbidden = error.name; }
      return [forbidden, bits(await init())];`;
    assert.deepEqual(await scenario(body, { entry, flags }), ['EvalError', await plain]);
  }
});
