// Builds dist/ from build/*.wasm and the glue: bundles, types, BUILDINFO.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { minify } from 'terser';
import { pack } from './pack.js';

const { values } = parseArgs({
  options: { compiler: { type: 'string' }, out: { type: 'string' } },
});
const { compiler = 'unknown', out = 'build/dist' } = values;
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

// Status codes and limits have one home, the header; LORA_E_HANDLE becomes STATUS.LORA_E_HANDLE.
function readHeader() {
  const header = readFileSync('abi/lora.h', 'utf8');
  const defines = new Map(
    [...header.matchAll(/^#define LORA_(\w+) \(?(-?\d+)\)?/gm)].map(([, name, value]) => [
      name,
      Number(value),
    ]),
  );
  const status = [...defines].filter(([name]) => name.startsWith('E_'));
  const constants = [
    'ABI_VERSION',
    'MAX_BATCH',
    'MAX_CANDIDATES',
    'MAX_DIM',
    'MAX_RANK',
    'MAX_SCOPES',
  ];
  return [
    `export const STATUS = ${JSON.stringify(Object.fromEntries(status.map(([n, v]) => [`LORA_${n}`, v])))};`,
    ...constants.map((name) => `export const ${name} = ${defines.get(name)};`),
    `export const VERSION = ${JSON.stringify(version)};`,
  ].join('\n');
}

/** @param {string} source which file of glue/sources gives this entry its wasm */
const virtualModules = (source) => ({
  name: 'microlora',
  setup(build) {
    // The entry of files lies beside the one of stores.
    build.onResolve({ filter: /safetensors\/index\.js$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: './safetensors.js', external: true },
    );
    build.onResolve({ filter: /^microlora:source$/ }, () => ({
      path: join(process.cwd(), `glue/sources/${source}.js`),
    }));
    build.onResolve({ filter: /^microlora:/ }, ({ path }) => ({ path, namespace: 'microlora' }));
    build.onLoad({ filter: /abi$/, namespace: 'microlora' }, () => ({ contents: readHeader() }));
    build.onLoad({ filter: /\.wasm$/, namespace: 'microlora' }, ({ path }) => {
      const { frequent, text } = pack(readFileSync(path.replace('microlora:', 'build/')));
      packed.set(path, text);
      return { contents: JSON.stringify({ frequent, text: path }), loader: 'json' };
    });
    // Files that lie beside the bundle in dist/.
    build.onResolve({ filter: /^\.\/microlora\./ }, ({ path }) => ({ path, external: true }));
  },
});

const CLASSES = [
  ...['Engine', 'LoraError', 'MicroLoRA', 'ScopedLoRA', 'TrajectoryBuffer'],
  ...['WasmMicroLoRA', 'WasmScopedLoRA', 'WasmTrajectoryBuffer'],
];

/** The text of each module by its name, for which it stands while the code around it is minified. */
const packed = new Map();

// Private names, which are the same in all bundles, because they share objects.
let mangleCache = {};

/**
 * @param {string} entry
 * @param {string} source
 * @param {string} outfile
 */
async function bundle(entry, source, outfile) {
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
    plugins: [virtualModules(source)],
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
await bundle('glue/index.js', 'inline', 'microlora.js');
await bundle('glue/index.js', 'workerd', 'microlora.workerd.js');
await bundle('glue/index.js', 'edge', 'microlora.edge.js');
await bundle('glue/index.scalar.js', 'scalar', 'microlora.scalar.js');
await bundle('glue/safetensors/index.js', '', 'safetensors.js');
await bundle('glue/storage/index.js', '', 'storage.js');
await bundle('glue/storage/file.js', '', 'storage-file.js');
const copies = {
  'microlora.wasm': 'build/microlora.wasm',
  'microlora.scalar.wasm': 'build/microlora.scalar.wasm',
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
