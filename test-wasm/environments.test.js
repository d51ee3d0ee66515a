// Environments where the module cannot work: no WebAssembly, no SIMD, a policy, an edge worker without a
// compiled module, no room. Each is real, and each gets a LoraError with a code, the reason, the remedy.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Miniflare } from 'miniflare';
import { withChromium } from './support/browsers.js';
import { at, read, run, wasmFiles } from './support/helpers.js';
import { serve } from './support/pages.js';
import { DEFAULT, SCALAR } from './support/scenario.js';

const NO_WASM = /^LORA_E_MODULE: no WebAssembly here: off \(lockdown mode, --jitless\) or missing$/;
const NO_SIMD = /^LORA_E_SIMD: no working SIMD here: import from 'microlora\/scalar', or give init/;
const MISSING_SIMD = /^LORA_E_MODULE: .*SIMD.*: take microlora\.scalar\.wasm$/;
const NO_ROOM = /^LORA_E_MEMORY: no room for one more engine \(.*\): share one$/;
const FORBIDDEN =
  /^LORA_E_MODULE: the module was refused \(.+\): a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init\(\{ module \}\)$/s;
const UNREACHABLE =
  /^LORA_E_MODULE: the module was refused \(.+\): is the address right, and allowed \(CSP connect-src\)\? Bytes work too$/;

/** What calls of an entry give, each by its name. It runs in the environment, alone. */
async function attemptAll(entry, url, numbers) {
  const api = await import(entry);
  const bytes = Uint8Array.from(numbers);
  const calls = {
    'initSync()': () => api.initSync(),
    'init()': () => api.default(),
    'createEngine()': () => api.createEngine(),
    'createEngine(bytes)': () => api.createEngine(bytes),
    'createEngine(url)': () => api.createEngine(url),
  };
  const answers = {};
  for (const [name, call] of Object.entries(calls)) {
    try {
      answers[name] = (await call()).simd ? 'SIMD' : 'scalar';
    } catch (error) {
      const isOurs = error instanceof api.LoraError;
      answers[name] = isOurs ? `${error.code}: ${error.message}` : `not ours: ${error}`;
    }
  }
  return answers;
}

const all = (answer) => ({
  'initSync()': answer,
  'init()': answer,
  'createEngine()': answer,
  'createEngine(bytes)': answer,
  'createEngine(url)': answer,
});

function check(answers, expected) {
  assert.deepEqual(Object.keys(answers), Object.keys(expected));
  for (const [call, answer] of Object.entries(expected)) {
    if (typeof answer === 'string') assert.equal(answers[call], answer, call);
    else assert.match(answers[call], answer, call);
  }
}

const SIMD = Array.from(read(wasmFiles[0]));

/** In a process of Node with flags, or after some first lines. */
async function inNode(source, { flags = [], before = '' } = {}) {
  const args = [...flags, '--input-type=module', '--eval', `${before}\n${source}`];
  return JSON.parse((await run(process.execPath, args)).stdout);
}

const attemptIn = (entry) =>
  `const attemptAll = ${attemptAll};
   const answers = await attemptAll('${entry}', 'http://127.0.0.1:1/x.wasm', [${SIMD}]);
   console.log(JSON.stringify(answers));`;

const withoutWebAssembly = {
  'node --jitless': { flags: ['--jitless'] },
  'a host without it': { before: 'delete globalThis.WebAssembly;' },
};

for (const [where, options] of Object.entries(withoutWebAssembly)) {
  for (const entry of [DEFAULT, SCALAR]) {
    test(`${where}, ${entry.split('/').at(-1)}`, async () => {
      check(await inNode(attemptIn(entry), options), all(NO_WASM));
    });
  }
}

test('a process without room for more engines, and what it has goes on', async () => {
  const source = `
    import { createEngine, MicroLoRA } from '${DEFAULT}';
    const engines = [];
    const answers = [];
    while (answers.length < 2 && engines.length < 1000) {
      await createEngine({ memory: 1 << 17 }).then(
        (engine) => engines.push(engine),
        ({ code, message }) => answers.push(code + ': ' + message),
      );
    }
    const x = Float32Array.of(1, 2);
    const same = engines.every((engine) => new MicroLoRA({ dim: 2, engine }).forward(x).join() === x.join());
    console.log(JSON.stringify([engines.length, same, ...answers]));`;
  // Each engine takes some 10 GB of addresses, of which almost none are ever memory.
  const shell = `ulimit -v 60000000; exec "$0" --input-type=module --eval "$1"`;
  const { stdout } = await run('/bin/sh', ['-c', shell, process.execPath, source]);
  const [count, same, ...answers] = JSON.parse(stdout);
  assert.ok(count > 0 && count < 100, `${count} engines`);
  assert.equal(same, true);
  assert.equal(answers.length, 2);
  for (const answer of answers) assert.match(answer, NO_ROOM);
});

/** Flags and policies of Chromium, and what a page gets there. */
const pages = {
  'a page with neither flags nor a policy': { expected: all('SIMD') },
  'a browser without WebAssembly': { flags: ['--js-flags=--jitless'], expected: all(NO_WASM) },
  // Wasm SIMD in V8 needs SSE 4.1 on x64: without it, this is an engine without SIMD.
  ...(process.arch === 'x64' && {
    'a browser without SIMD': {
      flags: ['--js-flags=--no-enable-sse4-1'],
      expected: {
        ...all('scalar'),
        'initSync()': NO_SIMD,
        'createEngine(bytes)': MISSING_SIMD,
        'createEngine(url)': MISSING_SIMD,
      },
    },
  }),
  "a policy without 'wasm-unsafe-eval'": { policy: "script-src 'self'", expected: all(FORBIDDEN) },
  'a policy without connections': {
    policy: "script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'",
    expected: { ...all('SIMD'), 'createEngine(url)': UNREACHABLE },
  },
};

for (const [where, { flags, policy, expected }] of Object.entries(pages)) {
  test(where, async () => {
    const server = await serve(policy ? { 'Content-Security-Policy': policy } : {});
    try {
      const answers = await withChromium(async (browser) => {
        const tab = await browser.newPage();
        await tab.goto(`${server.address}/test-wasm/pages/show.js`);
        return tab.evaluate(attemptAll, '/dist/microlora.js', '/dist/microlora.wasm', SIMD);
      }, flags);
      check(answers, expected);
    } finally {
      await server.close();
    }
  });
}

test('an edge worker that was given the entry of pages: it works with a compiled module only', async () => {
  const contents = `
    import wasm from './microlora.wasm';
    ${attemptAll}
    export default {
      async fetch() {
        const api = await import('./microlora.js');
        const answers = await attemptAll('./microlora.js', wasm, [${SIMD}]);
        answers.afterwards = (await api.default({ module: wasm })).simd ? 'SIMD' : 'scalar';
        return Response.json(answers);
      },
    };`;
  const file = (type, path) => ({ type, path, contents: read('dist', path) });
  const miniflare = new Miniflare({
    host: '127.0.0.1',
    port: 0,
    compatibilityDate: '2025-01-01',
    modules: [
      { type: 'ESModule', path: 'worker.js', contents },
      file('ESModule', 'microlora.js'),
      file('ESModule', 'microlora.scalar-wasm.js'),
      file('CompiledWasm', 'microlora.wasm'),
    ],
  });
  try {
    const response = await miniflare.dispatchFetch('http://127.0.0.1/');
    const { afterwards, ...answers } = await response.json();
    check(answers, { ...all(FORBIDDEN), 'createEngine(url)': 'SIMD' });
    assert.equal(afterwards, 'SIMD');
  } finally {
    await miniflare.dispose();
  }
});
