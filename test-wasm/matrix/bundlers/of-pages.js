// esbuild, Rollup, webpack, Parcel and Vite, each in a folder without any configuration: the page
// that is built runs in Chromium, and the bytes of two more entries show what is dropped.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { freePort } from '../../support/servers.js';
import { tool } from '../app.js';
import { missingBrowser, outcomeOfPage, withFolder } from '../pages.js';
import { runProgram, withServer } from '../processes.js';
import { compareSizes } from './shaking.js';

const require = createRequire(import.meta.url);
const PROGRAMS = ['check.js', 'outcome.js', 'main.js', 'all.js', 'only.js'];

const html = (script) => `<!doctype html>\n<meta charset="utf-8" />\n${script}\n`;
const page = (entry) => html(`<script type="module" src="${entry}"></script>`);

/** Bundlers that take a script: the page of their output is made here. */
const ofScripts = (args) => ({
  args: (entry, out) => args(`./${entry}.js`, out),
  finish: (folder, entry, out) =>
    writeFileSync(join(folder, out, 'index.html'), page(`${entry}.js`)),
});

const BUNDLERS = [
  {
    id: 'esbuild',
    label: 'esbuild',
    program: '.bin/esbuild',
    ...ofScripts((entry, out) => [
      entry,
      '--bundle',
      '--minify',
      '--format=esm',
      '--splitting',
      `--outdir=${out}`,
    ]),
  },
  {
    id: 'rollup',
    label: 'Rollup',
    note: 'with its node-resolve plugin; not minified',
    program: '.bin/rollup',
    ...ofScripts((entry, out) => [
      entry,
      '--dir',
      out,
      '--plugin',
      tool('@rollup/plugin-node-resolve'),
    ]),
  },
  {
    id: 'webpack',
    label: 'webpack',
    program: '.bin/webpack-cli',
    ...ofScripts((entry, out) => [
      '--mode=production',
      '--entry',
      entry,
      '--output-path',
      out,
      '--output-filename',
      entry.slice(2),
    ]),
  },
  {
    id: 'parcel',
    label: 'Parcel',
    note: 'as it reads no `exports`, microlora/scalar is microlora/dist/microlora.scalar.js, and so on',
    program: '.bin/parcel',
    rewrite: (text) =>
      text
        .replace("'microlora/scalar'", "'microlora/dist/microlora.scalar.js'")
        .replace("'microlora/small'", "'microlora/dist/small.js'")
        .replace("'microlora/small/scalar'", "'microlora/dist/small.scalar.js'")
        .replace("'microlora/safetensors'", "'microlora/dist/safetensors.js'"),
    args: (entry, out) => [
      'build',
      'index.html',
      '--no-cache',
      '--no-autoinstall',
      '--dist-dir',
      out,
    ],
  },
  {
    id: 'vite',
    label: 'Vite',
    program: '.bin/vite',
    args: (entry, out) => ['build', '--outDir', out],
    serve: (port) => ['--host', '127.0.0.1', '--port', `${port}`, '--strictPort'],
  },
];

function target({ id, label, note, program, args, finish, rewrite, serve }) {
  /** One entry, in a folder of its own. */
  async function bundle(folder, entry) {
    const out = `out-${entry}`;
    // For those that start from a page.
    writeFileSync(join(folder, 'index.html'), page(`${entry}.js`));
    await runProgram(tool(program), args(entry, out), { cwd: folder });
    finish?.(folder, entry, out);
    return join(folder, out);
  }

  return {
    id,
    label,
    missing: async () =>
      existsSync(tool(program)) ? missingBrowser('chromium') : 'run npm ci in test-wasm/matrix',
    async *rows({ makeApp }) {
      const { version } = require(`${id}/package.json`);
      const folder = await makeApp(id, {}, PROGRAMS);
      if (rewrite) {
        const file = join(folder, 'outcome.js');
        writeFileSync(file, rewrite(readFileSync(file, 'utf8')));
      }
      yield {
        how: serve ? 'build' : '',
        note,
        run: async () => {
          const built = await bundle(folder, 'main');
          const { outcome } = await withFolder(built, (address) => outcomeOfPage(`${address}/`));
          const folders = {
            all: await bundle(folder, 'all'),
            only: await bundle(folder, 'only'),
          };
          return { version, outcome, bytes: compareSizes(folder, folders) };
        },
      };
      if (!serve) return;
      yield {
        how: 'dev server',
        run: async () => {
          writeFileSync(join(folder, 'index.html'), page('main.js'));
          const port = await freePort();
          const address = `http://127.0.0.1:${port}/`;
          const { outcome } = await withServer(
            tool(program),
            serve(port),
            address,
            () => outcomeOfPage(address),
            { cwd: folder },
          );
          return { version, outcome };
        },
      };
    },
  };
}

export const targets = BUNDLERS.map(target);
