// The tarball: what is in it, and that it works where it is installed.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { at, read, run, wasmFiles } from './support/helpers.js';
import { installPacked } from './support/packed.js';

const manifest = JSON.parse(read('package.json'));
let installed;
let packed;
let inApp;

before(async () => {
  installed = await installPacked();
  ({ packed, run: inApp } = installed);
});

after(() => installed.remove());

test('it holds dist/ and the papers, and nothing else', () => {
  const dist = readdirSync(at('dist')).map((name) => `dist/${name}`);
  const papers = [
    'package.json',
    'README.md',
    'CHANGELOG.md',
    'glue/MIGRATING.md',
    'glue/README.md',
    'LICENSE-MIT',
    'LICENSE-APACHE',
  ];
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

test('nothing in it is from where it was built, or for its own tests', () => {
  for (const name of readdirSync(at('dist'))) {
    const text = read('dist', name).toString('latin1');
    assert.doesNotMatch(
      text,
      /sourceMappingURL|\/(?:work|home|root|tmp|Users)\/|node_modules/,
      name,
    );
  }
});

test('every entry has its types beside its default bundle, and there are no other types', () => {
  const rows = Object.values(manifest.exports).filter((row) => typeof row === 'object');
  for (const row of rows.filter((row) => row.default.endsWith('.js'))) {
    assert.equal(row.types, row.default.replace('.js', '.d.ts'));
  }
  const types = new Set(rows.map((row) => row.types.replace('./dist/', '')));
  const names = readdirSync(at('dist')).filter((name) => name.endsWith('.d.ts'));
  assert.deepEqual(names.sort(), [...types].sort());
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
    import { readFileSync } from 'node:fs';
    import { createRequire } from 'node:module';
    import { fileURLToPath } from 'node:url';
    const require = createRequire(import.meta.url);
    for (const name of ['wasm', 'wasm-scalar', 'package.json']) {
      const bytes = readFileSync(require.resolve('microlora/' + name));
      // The way that the types of these entries describe.
      const same = readFileSync(fileURLToPath(import.meta.resolve('microlora/' + name)));
      console.log(bytes.equals(same) && bytes.length);
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
    const names = await inApp(resolve, [`--conditions=${condition}`]);
    assert.equal(names, `microlora.${variant}.js,safetensors.js`);
  }
});

test('publint has nothing to say, not even a suggestion', async () => {
  const { publint } = await import('publint');
  const tarball = readFileSync(installed.tarball);
  const { messages } = await publint({
    pack: { tarball: new Uint8Array(tarball).buffer },
    strict: true,
  });
  assert.deepEqual(messages, []);
});

test('are-the-types-wrong finds nothing wrong for ES modules', async () => {
  const attw = at('node_modules/.bin/attw');
  await run(attw, [installed.tarball, '--profile', 'esm-only', '--no-color', '--format', 'ascii']);
});

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
