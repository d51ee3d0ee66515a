// Loading: every form of init, and what it says to what is not a module, or not this one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read, wasmFiles } from './support/helpers.js';
import { serve } from './support/pages.js';
import { VERSION } from './support/raw.js';
import { DEFAULT, plain, SCALAR, scenario } from './support/scenario.js';

const SIMD = read(wasmFiles[0]);

test('init is memoised, also where calls overlap, and initSync agrees with it', async () => {
  const [same, compiled] = await scenario(`
    let compiled = 0;
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = (...args) => (compiled++, instantiate(...args));
    const engines = await Promise.all([init(), init(), init({}), init(undefined), init({ memory: 1 << 20 })]);
    engines.push(await init(), initSync(), initSync({}));
    return [engines.every((engine) => engine === engines[0]), compiled];`);
  assert.deepEqual([same, compiled], [true, 1]);
});

test('a page of an older Chromium, which compiles 4 KB at most at once: init works, initSync says so', async () => {
  const [sync, simd, works] = await scenario(
    'const sync = await attempt(() => initSync()); return [sync, (await init()).simd, bits()];',
    {
      before: `{
        const { Module } = WebAssembly;
        WebAssembly.Module = function (bytes) {
          if (bytes.byteLength > 4096) throw new RangeError('disallowed on the main thread');
          return new Module(bytes);
        };
      }`,
    },
  );
  assert.match(sync, /disallowed on the main thread/);
  assert.equal(simd, true);
  assert.deepEqual(works, await plain);
});

test('initSync during init: there is one engine', async () => {
  assert.equal(
    await scenario('const p = init(); const e = initSync(); return (await p) === e;'),
    true,
  );
});

for (const entry of [DEFAULT, SCALAR]) {
  test(`${entry.split('/').at(-1)}: every form of a module source`, async () => {
    const server = await serve();
    const forms = {
      'initSync(bytes)': 'initSync(simdBytes)',
      'initSync(buffer)': 'initSync(new Uint8Array(simdBytes).buffer)',
      'initSync(module)': 'initSync(new WebAssembly.Module(simdBytes))',
      'initSync({ module })': 'initSync({ module: simdBytes })',
      'initSync({ module: compiled })': 'initSync({ module: new WebAssembly.Module(simdBytes) })',
      'initSync({ module_or_path })': 'initSync({ module_or_path: simdBytes })',
      'init(bytes)': 'init(simdBytes)',
      'init(module)': 'init(await WebAssembly.compile(simdBytes))',
      'init({ module })': 'init({ module: await WebAssembly.compile(simdBytes) })',
      'init({ module_or_path })': 'init({ module_or_path: simdBytes })',
      'init(promise)': 'init(Promise.resolve(simdBytes))',
      'init({ module_or_path: promise })':
        'init({ module_or_path: WebAssembly.compile(simdBytes) })',
      'init(Response)':
        "init(new Response(simdBytes, { headers: { 'Content-Type': 'application/wasm' } }))",
      'init(Response of another type)': 'init(new Response(simdBytes))',
      'init(promise of a Response)': 'init(fetch(url))',
      'init(URL)': 'init(new URL(url))',
      'init(string)': 'init(url)',
      'init(Request)': 'init(new Request(url))',
      'init({ module_or_path: url })': 'init({ module_or_path: url })',
    };
    try {
      const url = JSON.stringify(`${server.address}/dist/microlora.wasm`);
      await Promise.all(
        Object.entries(forms).map(async ([name, call]) => {
          const body = `const url = ${url}; const engine = await ${call}; return [engine.simd, engine === (await init()), bits()];`;
          assert.deepEqual(await scenario(body, { entry }), [true, true, await plain], name);
        }),
      );
    } finally {
      await server.close();
    }
  });
}

test('the scalar module gives the same bits, however it is chosen', async () => {
  const ways = {
    'simd: false': scenario('const e = await init({ simd: false }); return [e.simd, bits()];'),
    'given bytes': scenario('const e = initSync(scalarBytes); return [e.simd, bits()];'),
    'the scalar entry': scenario('const e = await init(); return [e.simd, bits()];', {
      entry: SCALAR,
    }),
    'the scalar entry, at once': scenario('const e = initSync(); return [e.simd, bits()];', {
      entry: SCALAR,
    }),
    'its wasm()': scenario(
      'const e = await init({ module: (await import(' +
        JSON.stringify(SCALAR) +
        ')).wasm() }); return [e.simd, bits()];',
    ),
  };
  for (const [name, way] of Object.entries(ways))
    assert.deepEqual(await way, [false, await plain], name);
});

test('a failed init changes nothing and can be made again', async () => {
  const [codes, works] = await scenario(`
    const calls = [
      () => init(simdBytes.subarray(0, 5000)), () => init(new Uint8Array(0)), () => init(Buffer.from('not wasm')),
      () => init(Promise.reject(new Error('no net'))), () => init(new Response('', { status: 404 })),
      () => init('http://127.0.0.1:1/nothing.wasm'), () => init(3), () => init({ module: {} }), () => init([1]),
      () => initSync(simdBytes.subarray(0, 5000)), () => initSync('a.wasm'), () => initSync(Promise.resolve(simdBytes)),
      () => initSync({ module: 3 }), () => createEngine(new Uint8Array(8)),
    ];
    const codes = [];
    for (const call of calls) codes.push((await attempt(call)).slice(0, 13));
    return [codes, bits(await init())];`);
  assert.deepEqual(codes, new Array(14).fill('LORA_E_MODULE'));
  assert.deepEqual(works, await plain);
});

test('a module that is cut short is LORA_E_MODULE, wherever it is cut', async () => {
  const { createEngine } = await import(DEFAULT);
  for (let length = 0; length < SIMD.length; length += 97) {
    await assert.rejects(createEngine(SIMD.subarray(0, length)), { code: 'LORA_E_MODULE' });
  }
});

test('modules of others are LORA_E_MODULE, whatever they export', async () => {
  // (module (func (export "lora_version") (result i32) i32.const <version>)), and one without it.
  const header = [0, 97, 115, 109, 1, 0, 0, 0];
  const name = [12, ...Buffer.from('lora_version')];
  const versioned = (version) => [
    ...header,
    ...[1, 5, 1, 0x60, 0, 1, 0x7f],
    ...[3, 2, 1, 0],
    ...[7, name.length + 3, 1, ...name, 0, 0],
    ...[10, 6, 1, 4, 0, 0x41, version, 0x0b],
  ];
  const importing = [...header, 1, 4, 1, 0x60, 0, 0, 2, 7, 1, 1, 97, 1, 98, 0, 0];
  const modules = {
    empty: header,
    'of version 0': versioned(0),
    'of the version before': versioned(VERSION - 1),
    'of the version after': versioned(VERSION + 1),
    'of this version': versioned(VERSION),
    importing,
  };
  for (const [what, bytes] of Object.entries(modules)) {
    assert.ok(WebAssembly.validate(Uint8Array.from(bytes)), what);
    const answers = await scenario(`
      const bytes = Uint8Array.from(${JSON.stringify(bytes)});
      return [await attempt(() => init(bytes)), await attempt(() => initSync(bytes)), await attempt(() => createEngine(bytes)), await attempt(() => init())];`);
    for (const answer of answers.slice(0, 3)) assert.match(answer, /^LORA_E_MODULE: /, what);
    assert.equal(answers[3], 'fine');
    if (/of version|of the version|empty/.test(what))
      assert.match(answers[0], /microlora\.wasm/, what);
  }
});

test('init again with other options is LORA_E_STATE; with the same it is fine', async () => {
  const answers = await scenario(`
    const engine = await init({ memory: 2 << 20 });
    const before = engine.memoryUsage;
    const answers = [];
    for (const options of [{ memory: 64 << 20 }, { simd: false }, { memory: 2 << 20 }, { simd: true }, { memory: 1 << 20 }]) {
      answers.push(await attempt(() => init(options)), await attempt(() => initSync(options)));
    }
    answers.push(JSON.stringify(engine.memoryUsage) === JSON.stringify(before), (await init()) === engine);
    return answers;`);
  for (const answer of answers.slice(0, 4)) assert.match(answer, /^LORA_E_STATE: .*createEngine/);
  assert.deepEqual(answers.slice(4), [...new Array(6).fill('fine'), true, true]);
});

test('options of init that do not exist, or are not what they must be', async () => {
  const rows = [
    ['LORA_E_OPTION', { path: 'x' }],
    ['LORA_E_OPTION', { constructor: 1 }],
    ['LORA_E_OPTION', { module: 1, module_or_path: 2 }],
    ['LORA_E_RANGE', { memory: 0 }],
    ['LORA_E_RANGE', { memory: -1 }],
    ['LORA_E_RANGE', { memory: 131071 }],
    ['LORA_E_RANGE', { memory: 1e6 + 0.5 }],
    ['LORA_E_RANGE', { memory: 2 ** 32 }],
    ['LORA_E_TYPE', { memory: '1048576' }],
    ['LORA_E_TYPE', { memory: null }],
    ['LORA_E_TYPE', { simd: 1 }],
    ['LORA_E_TYPE', { simd: null }],
  ];
  const answers = await scenario(`
    const answers = [];
    for (const options of ${JSON.stringify(rows.map(([, options]) => options))}) {
      answers.push([await attempt(() => init(options)), await attempt(() => initSync(options)), await attempt(() => createEngine(options))]);
    }
    return [answers, bits(await init())];`);
  rows.forEach(([code, options], i) => {
    for (const answer of answers[0][i])
      assert.ok(answer.startsWith(`${code}: `), `${JSON.stringify(options)}: ${answer}`);
  });
  assert.deepEqual(answers[1], await plain);
});

test('simd: true on the scalar build, simd: false on the SIMD build are LORA_E_SIMD', async () => {
  const answers = await scenario(`
    return [await attempt(() => init({ module: scalarBytes, simd: true })), await attempt(() => initSync({ module: simdBytes, simd: false })), await attempt(() => initSync({ simd: false }))];`);
  for (const answer of answers) assert.match(answer, /^LORA_E_SIMD: /);
});
