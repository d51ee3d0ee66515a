// workerd through miniflare, which allows no other module than one the platform compiled.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';

const { version } = createRequire(createRequire(import.meta.url).resolve('miniflare'))(
  'workerd/package.json',
);

/** One file and the modules beside it, as wrangler makes them. */
async function bundle(folder) {
  await build({
    absWorkingDir: folder,
    entryPoints: ['workerd.js'],
    outdir: 'out',
    bundle: true,
    format: 'esm',
    conditions: ['workerd'],
    loader: { '.wasm': 'copy' },
    assetNames: '[name]',
    logLevel: 'silent',
  });
}

export const targets = [
  {
    id: 'workerd',
    label: 'workerd (Cloudflare)',
    missing: async () => undefined,
    async *rows({ makeApp }) {
      yield {
        how: '',
        note: 'the scalar build as a module: init({ module })',
        run: async () => {
          const folder = await makeApp('workerd', {}, ['check.js', 'workerd.js']);
          await bundle(folder);
          const read = (name) => readFileSync(join(folder, 'out', name));
          const miniflare = new Miniflare({
            host: '127.0.0.1',
            port: 0,
            compatibilityDate: '2025-01-01',
            modules: [
              { type: 'ESModule', path: 'workerd.js', contents: read('workerd.js') },
              ...['microlora.wasm', 'microlora.scalar.wasm'].map((path) => ({
                type: 'CompiledWasm',
                path,
                contents: read(path),
              })),
            ],
          });
          try {
            const response = await miniflare.dispatchFetch('http://127.0.0.1/');
            if (response.status !== 200) throw new Error(await response.text());
            return { version, outcome: await response.json() };
          } finally {
            await miniflare.dispose();
          }
        },
      };
    },
  },
];
