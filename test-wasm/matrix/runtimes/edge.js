// Vercel's edge-runtime. Locally it compiles bytes, which production does not: so a spy counts.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { EdgeRuntime } from 'edge-runtime';
import { build } from 'esbuild';

const { version } = createRequire(import.meta.url)('edge-runtime/package.json');

// Runs in the runtime, before what is tested.
const SPY = `
  globalThis.compiledFromBytes = [];
  const isModule = (value) => Object.prototype.toString.call(value) === '[object WebAssembly.Module]';
  const watch = (name, isAllowed) => {
    const original = WebAssembly[name];
    WebAssembly[name] = new Proxy(original, {
      apply(target, self, args) {
        if (!isAllowed(args[0])) compiledFromBytes.push(name);
        return Reflect.apply(target, self, args);
      },
      construct(target, args) {
        if (!isAllowed(args[0])) compiledFromBytes.push('new ' + name);
        return Reflect.construct(target, args);
      },
    });
  };
  for (const name of ['compile', 'compileStreaming', 'instantiateStreaming', 'Module']) {
    if (name in WebAssembly) watch(name, () => false);
  }
  watch('instantiate', isModule);
`;

/** "x.wasm?module" is a module the platform compiled: here one of those that the runtime is given. */
const asModules = {
  name: 'wasm?module',
  setup(build) {
    build.onResolve({ filter: /\?module$/ }, async ({ path, ...options }) => {
      if (options.pluginData === asModules) return undefined;
      const { path: file } = await build.resolve(path.replace('?module', ''), {
        kind: options.kind,
        importer: options.importer,
        resolveDir: options.resolveDir,
        pluginData: asModules,
      });
      return { path: file, namespace: 'compiled' };
    });
    build.onLoad({ filter: /./, namespace: 'compiled' }, ({ path }) => ({
      contents: `export default compiledModules[${JSON.stringify(path)}];`,
      watchFiles: [path],
    }));
  },
};

/** Runs a bundle in a runtime of its own; returns its response and what the spy saw. */
async function runInEdge(folder, entry, conditions) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: folder,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    conditions,
    plugins: [asModules],
    logLevel: 'silent',
  });
  const modules = {};
  for (const input of Object.keys(metafile.inputs)) {
    if (!input.startsWith('compiled:')) continue;
    const path = input.slice('compiled:'.length);
    modules[path] = await WebAssembly.compile(readFileSync(path));
  }
  const runtime = new EdgeRuntime({
    extend: (context) => Object.assign(context, { compiledModules: modules }),
  });
  runtime.evaluate(SPY);
  runtime.evaluate(outputFiles[0].text);
  const response = await runtime.dispatchFetch('http://127.0.0.1/');
  if (response.status !== 200) throw new Error(await response.text());
  return { outcome: await response.json(), compiled: [...runtime.evaluate('compiledFromBytes')] };
}

export const targets = [
  {
    id: 'edge',
    label: 'edge-runtime (Vercel)',
    missing: async () => undefined,
    async *rows({ makeApp }) {
      yield {
        how: '',
        note: 'compiles nothing from bytes; the scalar build as a module: init({ module })',
        run: async () => {
          const folder = await makeApp('edge', {}, ['check.js', 'edge.js', 'edge-bytes.js']);
          const control = await runInEdge(folder, 'edge-bytes.js', []);
          if (control.compiled.length === 0) throw new Error('the spy sees no compilation');
          const { outcome, compiled } = await runInEdge(folder, 'edge.js', ['edge-light']);
          if (compiled.length > 0) throw new Error(`compiled from bytes: ${compiled.join()}`);
          return { version, outcome };
        },
      };
    },
  },
];
