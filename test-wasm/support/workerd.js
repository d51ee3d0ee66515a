// Workers in real workerd, bundled as the platform's own tools bundle them.
import { extname } from 'node:path';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';

/**
 * What workerd is given for a worker: one file of JavaScript, where it starts, and the wasm files that it
 * imports, which the platform compiles.
 *
 * @param {string} folder
 * @param {string} entry a file in it
 */
export async function modulesOf(folder, entry) {
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: [entry],
    outdir: '/',
    bundle: true,
    write: false,
    format: 'esm',
    conditions: ['workerd'],
    external: ['cloudflare:*'],
    loader: { '.wasm': 'copy' },
    assetNames: '[name]',
    logLevel: 'silent',
  });
  const having = (extension, type) =>
    outputFiles
      .filter(({ path }) => extname(path) === extension)
      .map(({ path, contents }) => ({ type, path: path.slice(1), contents }));
  return [...having('.js', 'ESModule'), ...having('.wasm', 'CompiledWasm')];
}

/**
 * Runs `use` with a worker that is asked by `dispatchFetch`.
 *
 * @param {Awaited<ReturnType<typeof modulesOf>>} modules
 * @param {(worker: Miniflare) => Promise<any>} use
 * @param {object} [options] of Miniflare: what the worker is bound to
 */
export async function withWorker(modules, use, options = {}) {
  const worker = new Miniflare({
    host: '127.0.0.1',
    port: 0,
    compatibilityDate: '2025-01-01',
    modules,
    ...options,
  });
  try {
    return await use(worker);
  } finally {
    await worker.dispose();
  }
}
