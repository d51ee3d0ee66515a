// The tarball: what is in it, and that it works where it is installed, also for TypeScript.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { at, read, root, run, wasmFiles } from './helpers.js';

const manifest = JSON.parse(read('package.json'));
let folder;
let app;
let packed;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'microlora-package-'));
  app = join(folder, 'app');
  mkdirSync(app);
  const cache = ['--cache', join(folder, 'cache')];
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder, ...cache];
  const { stdout } = await run('npm', pack, { cwd: root });
  [packed] = JSON.parse(stdout);
  writeFileSync(join(app, 'package.json'), '{ "private": true, "type": "module" }');
  const install = ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', ...cache];
  await run('npm', [...install, join(folder, packed.filename)], { cwd: app });
});

after(() => rmSync(folder, { recursive: true }));

/** Runs a module in the folder where the package is installed. */
async function inApp(source, flags = []) {
  const name = `${readdirSync(app).length}.mjs`;
  writeFileSync(join(app, name), source);
  const { stdout } = await run(process.execPath, [...flags, name], { cwd: app });
  return stdout.trim();
}

test('it holds dist/ and the papers, and nothing else', () => {
  const dist = readdirSync(at('dist')).map((name) => `dist/${name}`);
  const papers = ['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE-MIT', 'LICENSE-APACHE'];
  const files = packed.files.map(({ path }) => path);
  assert.deepEqual(files.sort(), [...dist, ...papers].sort());
  for (const { path, mode } of packed.files) assert.equal(mode & 0o111, 0, `${path} is executable`);
});

test('what exports names is in it, in the order that hosts look', () => {
  const targets = (value) =>
    typeof value === 'string' ? [value] : Object.values(value).flatMap(targets);
  const files = new Set(packed.files.map(({ path }) => `./${path}`));
  for (const target of targets(manifest.exports)) assert.ok(files.has(target), target);
  assert.ok(files.has(manifest.types));
  assert.deepEqual(Object.keys(manifest.exports['.']), [
    'types',
    'workerd',
    'edge-light',
    'default',
  ]);
  const subpaths = [
    ...['./safetensors', './scalar', './scalar/safetensors', './scalar/storage', './storage'],
    ...['./storage/file', './wasm', './wasm-scalar'],
  ];
  for (const subpath of subpaths) assert.ok(subpath in manifest.exports);
  for (const value of Object.values(manifest.exports)) {
    if (typeof value === 'object') assert.equal(Object.keys(value)[0], 'types');
  }
  assert.equal(manifest.sideEffects, false);
  assert.equal(manifest.dependencies, undefined);
  assert.equal(packed.version, manifest.version);
});

test('every bundle has its types beside it', () => {
  const names = readdirSync(at('dist'));
  for (const name of names.filter((name) => name.endsWith('.js'))) {
    assert.ok(names.includes(name.replace('.js', '.d.ts')), name);
  }
});

test('a program runs, by the default entry and by scalar, to the same bits', async () => {
  const program = (entry) => `
    import init, { MicroLoRA, WasmMicroLoRA } from '${entry}';
    const engine = await init();
    const lora = new MicroLoRA({ dim: 16 });
    const x = new Float32Array(16).fill(0.5);
    lora.forward(x);
    lora.adapt(x);
    new WasmMicroLoRA(16).adapt_with_reward(1);
    console.log(engine.simd, lora.forward(x).join());`;
  const [simd, scalar] = [
    await inApp(program('microlora')),
    await inApp(program('microlora/scalar')),
  ];
  assert.match(simd, /^true 0\.\d/);
  assert.equal(scalar, simd.replace('true', 'false'));
});

test('what one entry saves the other loads, to the same bits', async () => {
  const program = (entry) => `
    import init, { MicroLoRA } from 'microlora${entry}';
    import { load, save } from 'microlora${entry}/safetensors';
    await init();
    const lora = new MicroLoRA({ dim: 4 });
    const x = Float32Array.of(1, 2, 3, 4);
    lora.learn(x, new Float32Array(4));
    const loaded = load(save(lora));
    loaded.learn(x, new Float32Array(4));
    console.log(Buffer.from(save(loaded)).toString('base64'));`;
  assert.equal(await inApp(program('/scalar')), await inApp(program('')));
});

test('the wasm files are found by their subpaths', async () => {
  const printed = await inApp(`
    import { createHash } from 'node:crypto';
    import { readFileSync } from 'node:fs';
    import { createRequire } from 'node:module';
    const require = createRequire(import.meta.url);
    for (const name of ['wasm', 'wasm-scalar', 'package.json']) {
      const bytes = readFileSync(require.resolve('microlora/' + name));
      console.log(bytes.length);
    }`);
  const sizes = [...wasmFiles, 'package.json'].map((file) => String(read(file).length));
  assert.deepEqual(printed.split('\n'), sizes);
});

test('conditions choose the entry', async () => {
  const resolve = `
    import { createRequire } from 'node:module';
    const { resolve } = createRequire(import.meta.url);
    const names = ['microlora', 'microlora/safetensors'].map((name) => resolve(name).split('/').at(-1));
    console.log(names.join());`;
  assert.equal(await inApp(resolve), 'microlora.js,safetensors.js');
  for (const [condition, variant] of [
    ['workerd', 'workerd'],
    ['edge-light', 'edge'],
  ]) {
    const names = `microlora.${variant}.js,safetensors.${variant}.js`;
    assert.equal(await inApp(resolve, [`--conditions=${condition}`]), names);
  }
});

const typed = `
import init, {
  createEngine, DEFAULT_SCOPES, initSync, LoraError, MicroLoRA, PUBLISHED_SCOPES, ScopedLoRA,
  TrajectoryBuffer, WasmMicroLoRA, WasmScopedLoRA, WasmTrajectoryBuffer,
} from 'microlora';
import type { Engine, LoraErrorCode, MicroLoRAOptions, Trajectory, Weights } from 'microlora';
import scalar, { wasm } from 'microlora/scalar';
import { exportPeft, importPeft, inspect, load, save } from 'microlora/safetensors';
import type { FileInfo, PeftFiles, PeftModule } from 'microlora/safetensors';
import { durableObjectStore, indexedDBStore, kvStore, loadFrom, saveTo } from 'microlora/storage';
import type { Store } from 'microlora/storage';
import { fileStore } from 'microlora/storage/file';
import { load as loadScalar } from 'microlora/scalar/safetensors';

const engine: Engine = await init({ memory: 1 << 20, simd: true });
const other: Engine = await createEngine(new Uint8Array(8));
await scalar({ module: wasm() });
initSync(new WebAssembly.Module(wasm()));
engine.grow(65536);
const { used }: { used: number } = other.memoryUsage;
const options: MicroLoRAOptions = { dim: 8, rank: 2, engine };
const lora = new MicroLoRA(options);
const x = new Float32Array(8);
const y: Float32Array = lora.forward(x);
const nothing: void = lora.forward();
lora.adapt(y);
lora.learningRate = used;
const weights: Weights = lora.getWeights();
lora.setWeights(weights);
const set = new ScopedLoRA({ in: 8, out: 4, scopes: ['a'], categories: { c: ['a'] } });
set.forward('a', x, new Float32Array(4));
set.adapt(0);
const buffer = new TrajectoryBuffer({ dim: 8 });
const file: Uint8Array<ArrayBuffer> = save(lora, { metadata: { model: 'm' } });
const read = load(file, { engine, expect: { model: 'm' } });
if (read instanceof MicroLoRA) read.forward(x);
const info: FileInfo = inspect(file.buffer);
const peft: PeftFiles = exportPeft(set, { module: 'q', dtype: 'F16' });
const modules: PeftModule[] = importPeft(peft);
const imported: MicroLoRA = importPeft(peft, { module: 'q.a', residual: false, engine });
const stores: Store[] = [indexedDBStore(), fileStore('folder'), new Map<string, Uint8Array>()];
await saveTo(stores[0], 'key', set, { metadata: { model: 'm' } });
const kept = (await loadFrom(stores[1], 'key', { expect: { model: 'm' } })) ?? lora;
console.log(kept, kvStore, durableObjectStore);
// @ts-expect-error metadata is of strings
save(buffer, { metadata: { version: 1 } });
// @ts-expect-error the files say the rank
importPeft(peft, { module: 'q.a', rank: 2 });
loadScalar(file);
const all: Trajectory[] = [...buffer];
const compatible = new WasmMicroLoRA(8, null, 0.1);
const count: bigint = compatible.adapt_count();
compatible.forward_array([1, 2, 3]);
const scoped = new WasmScopedLoRA();
const pointer: number = scoped.get_input_ptr();
new WasmTrajectoryBuffer(1, 2).record(x, 1, 2, 3, 4);
const names: readonly string[] = [...DEFAULT_SCOPES, ...PUBLISHED_SCOPES];
try {
  lora.free();
} catch (error) {
  if (error instanceof LoraError) {
    const code: LoraErrorCode = error.code;
    console.log(code, nothing, all, count, pointer, names, info, modules, imported);
  }
}
// @ts-expect-error dim and in exclude each other
new MicroLoRA({ dim: 8, in: 8, out: 8 });
// @ts-expect-error there is no such option
new MicroLoRA({ dim: 8, foo: 1 });
// @ts-expect-error a plain array is no vector
lora.forward([1, 2]);
// @ts-expect-error dim is fixed
lora.dim = 3;
// @ts-expect-error there is no such code
const wrong: LoraErrorCode = 'LORA_E_NOPE';
// @ts-expect-error internals are not declared
lora._handle;
`;

const modes = {
  node16: ['--module', 'node16', '--moduleResolution', 'node16'],
  nodenext: ['--module', 'nodenext', '--moduleResolution', 'nodenext'],
  bundler: ['--module', 'esnext', '--moduleResolution', 'bundler'],
};

for (const [mode, flags] of Object.entries(modes)) {
  test(`TypeScript finds the types with ${mode}, in a project that checks its libraries`, async () => {
    writeFileSync(join(app, 'program.ts'), typed);
    const tsc = at('node_modules/.bin/tsc');
    const strict = [
      '--strict',
      '--noEmit',
      '--target',
      'es2022',
      '--lib',
      'es2022,dom,dom.iterable',
    ];
    await run(tsc, [...strict, ...flags, 'program.ts'], { cwd: app });
  });
}

test('the version in BUILDINFO and in the bundles is that of the package', () => {
  assert.equal(
    readFileSync(at('dist/BUILDINFO'), 'utf8').split('\n')[0],
    `microlora ${manifest.version}`,
  );
  for (const name of readdirSync(at('dist')).filter((file) => file.endsWith('.js'))) {
    assert.ok(
      read('dist', name)
        .toString()
        .startsWith(`/* microlora ${manifest.version}, MIT OR Apache-2.0 */`),
      name,
    );
  }
});
