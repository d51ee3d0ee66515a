// Builds dist/ from build/*.wasm and the glue: bundles, types, BUILDINFO.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { minify } from 'terser';
import { moduleOf } from './abi.js';
import { pack } from './pack.js';

const { values } = parseArgs({
  options: { compiler: { type: 'string' }, out: { type: 'string' } },
});
const { compiler = 'unknown', out = 'build/dist' } = values;
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/**
 * What an edition is: the folder of the glue that holds its classes and options, and the names of its files.
 *
 * @typedef {'full' | 'small'} Edition
 */
const NAMES = { full: 'microlora', small: 'small' };

/**
 * @param {Edition} edition
 * @param {string} [source] which file of glue/sources gives the entry its wasm
 */
const virtualModules = (edition, source) => ({
  name: 'microlora',
  setup(build) {
    const name = NAMES[edition];
    const here = (/** @type {string} */ path) => ({ path: join(process.cwd(), path) });
    // Files that lie beside the bundle in dist/.
    const beside = (/** @type {string} */ path) => ({ path: `./${path}`, external: true });
    build.onResolve({ filter: /safetensors\/index\.js$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : beside('safetensors.js'),
    );
    build.onResolve({ filter: /^microlora:module\.wasm/ }, ({ path }) =>
      beside(path.replace('microlora:module', name)),
    );
    build.onResolve({ filter: /^microlora:scalar-wasm$/ }, () => beside(`${name}.scalar-wasm.js`));
    build.onResolve({ filter: /^microlora:source$/ }, () => here(`glue/sources/${source}.js`));
    build.onResolve({ filter: /^microlora:edition\// }, ({ path }) =>
      here(path.replace('microlora:edition', `glue/${edition}`)),
    );
    build.onResolve({ filter: /^microlora:/ }, ({ path }) => ({ path, namespace: 'microlora' }));
    build.onLoad({ filter: /abi$/, namespace: 'microlora' }, () => ({
      contents: moduleOf(version),
    }));
    build.onLoad({ filter: /\.wasm$/, namespace: 'microlora' }, ({ path }) => {
      const file = path.includes('scalar') ? `${name}.scalar.wasm` : `${name}.wasm`;
      const { frequent, text } = pack(readFileSync(`build/${file}`));
      packed.set(path, text);
      return { contents: JSON.stringify({ frequent, text: path }), loader: 'json' };
    });
  },
});

const CLASSES = [
  ...['Engine', 'LoraError', 'MicroLoRA', 'ScopedLoRA', 'TrajectoryBuffer', 'EmbeddingSpace'],
  'Policy',
  ...['WasmMicroLoRA', 'WasmScopedLoRA', 'WasmTrajectoryBuffer'],
];

/** The text of each module by its name, for which it stands while the code around it is minified. */
const packed = new Map();

// Private names, which are the same in all bundles, because they share objects.
let mangleCache = {};

/**
 * @param {string} outfile
 * @param {string} entry
 * @param {Edition} [edition]
 * @param {string} [source]
 */
async function bundle(outfile, entry, edition = 'full', source) {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    // What classes share among themselves, but not with users, starts with an underscore.
    mangleProps: /^_[a-z]/,
    mangleCache,
    legalComments: 'none',
    external: ['node:*'],
    plugins: [virtualModules(edition, source)],
    logLevel: 'warning',
  });
  mangleCache = result.mangleCache;
  const { code } = await minify(result.outputFiles[0].text, {
    module: true,
    compress: { passes: 3, sequences: false },
    // A console shows of what class an object is.
    mangle: { reserved: CLASSES },
    format: {
      preserve_annotations: true,
      // Short lines: an error that nobody catches is printed with the whole line that it comes from.
      semicolons: false,
      max_line_len: 500,
      preamble: `/* microlora ${version}, MIT OR Apache-2.0 */`,
    },
  });
  // As a template, which has lines.
  const whole = code.replace(/"(microlora:[\w.]+\.wasm)"/, (_, path) => `\`${packed.get(path)}\``);
  writeFileSync(join(out, outfile), `${whole}\n`);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
// One after the other: the first bundle to have a private name decides what it becomes.
for (const edition of /** @type {Edition[]} */ (['full', 'small'])) {
  const name = NAMES[edition];
  for (const [variant, source] of [
    ['', 'inline'],
    ['.workerd', 'workerd'],
    ['.edge', 'edge'],
  ]) {
    await bundle(`${name}${variant}.js`, `glue/${edition}/index.js`, edition, source);
  }
  await bundle(`${name}.scalar.js`, `glue/${edition}/scalar.js`, edition, 'scalar');
  await bundle(`${name}.scalar-wasm.js`, 'glue/sources/scalar-wasm.js', edition);
}
await bundle('safetensors.js', 'glue/safetensors/index.js');
await bundle('storage.js', 'glue/storage/index.js');
await bundle('storage-file.js', 'glue/storage/file.js');
const copies = {
  'microlora.wasm': 'build/microlora.wasm',
  'microlora.scalar.wasm': 'build/microlora.scalar.wasm',
  'small.wasm': 'build/small.wasm',
  'small.scalar.wasm': 'build/small.scalar.wasm',
  'small.d.ts': 'glue/small.d.ts',
  'small.scalar.d.ts': 'glue/small.scalar.d.ts',
  'microlora.d.ts': 'glue/microlora.d.ts',
  'microlora.wasm.d.ts': 'glue/microlora.wasm.d.ts',
  'microlora.scalar.d.ts': 'glue/microlora.scalar.d.ts',
  'safetensors.d.ts': 'glue/safetensors.d.ts',
  'storage.d.ts': 'glue/storage.d.ts',
  'storage-file.d.ts': 'glue/storage-file.d.ts',
};
// Not copied as files are: the linker's output is executable.
for (const [name, from] of Object.entries(copies))
  writeFileSync(join(out, name), readFileSync(from));
writeFileSync(join(out, 'BUILDINFO'), `microlora ${version}\n${compiler}\n`);
