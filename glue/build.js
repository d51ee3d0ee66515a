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
  ].join('\n');
}

/** @param {string} source which file of glue/sources gives this entry its wasm */
const virtualModules = (source) => ({
  name: 'microlora',
  setup(build) {
    build.onResolve({ filter: /^microlora:source$/ }, () => ({
      path: join(process.cwd(), `glue/sources/${source}.js`),
    }));
    build.onResolve({ filter: /^microlora:/ }, ({ path }) => ({ path, namespace: 'microlora' }));
    build.onLoad({ filter: /abi$/, namespace: 'microlora' }, () => ({ contents: readHeader() }));
    build.onLoad({ filter: /\.wasm$/, namespace: 'microlora' }, ({ path }) => ({
      contents: JSON.stringify(pack(readFileSync(path.replace('microlora:', 'build/')))),
      loader: 'json',
    }));
    // Files that lie beside the bundle in dist/.
    build.onResolve({ filter: /^\.\/microlora\./ }, ({ path }) => ({ path, external: true }));
  },
});

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/**
 * @param {string} entry
 * @param {string} source
 * @param {string} outfile
 */
async function bundle(entry, source, outfile) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    // What classes share among themselves, but not with users, starts with an underscore.
    mangleProps: /^_[a-z]/,
    legalComments: 'none',
    plugins: [virtualModules(source)],
    logLevel: 'warning',
  });
  const { code } = await minify(outputFiles[0].text, {
    module: true,
    compress: { passes: 3 },
    format: {
      preserve_annotations: true,
      preamble: `/* microlora ${version}, MIT OR Apache-2.0 */`,
    },
  });
  writeFileSync(join(out, outfile), `${code}\n`);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await Promise.all([
  bundle('glue/index.js', 'inline', 'microlora.js'),
  bundle('glue/index.js', 'workerd', 'microlora.workerd.js'),
  bundle('glue/index.js', 'edge', 'microlora.edge.js'),
  bundle('glue/index.scalar.js', 'scalar', 'microlora.scalar.js'),
]);
const copies = {
  'microlora.wasm': 'build/microlora.wasm',
  'microlora.scalar.wasm': 'build/microlora.scalar.wasm',
  'microlora.d.ts': 'glue/microlora.d.ts',
  'microlora.wasm.d.ts': 'glue/microlora.wasm.d.ts',
  'microlora.scalar.d.ts': 'glue/microlora.scalar.d.ts',
};
// Not copied as files are: the linker's output is executable.
for (const [name, from] of Object.entries(copies))
  writeFileSync(join(out, name), readFileSync(from));
for (const variant of ['workerd', 'edge']) {
  writeFileSync(
    join(out, `microlora.${variant}.d.ts`),
    "export * from './microlora.js';\nexport { default } from './microlora.js';\n",
  );
}
writeFileSync(join(out, 'BUILDINFO'), `microlora ${version}\n${compiler}\n`);
