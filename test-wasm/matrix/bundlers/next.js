// Next.js with its app router: a server component, a client component and a route of the edge
// runtime, built and served as in production.
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { freePort } from '../../support/servers.js';
import { here, tool } from '../app.js';
import { missingBrowser, outcomeOfPage } from '../pages.js';
import { runProgram, withServer } from '../processes.js';
import { compareSizes } from './shaking.js';

const { version } = createRequire(import.meta.url)('next/package.json');

/** Its bundler follows no links out of the folder: so what npm would install there is there. */
async function addNext(folder) {
  const modules = join(folder, 'node_modules');
  const link = (how) => runProgram('cp', [how, `${tool('.')}/.`, modules]);
  const ours = join(folder, 'package-of-ours');
  renameSync(modules, ours);
  mkdirSync(modules);
  // Hard links, or copies where the folder is on another disk.
  await link('-al').catch(() => link('-a'));
  renameSync(join(ours, 'microlora'), join(modules, 'microlora'));
  rmSync(ours, { recursive: true });
}

const build = (folder) =>
  runProgram(join(folder, 'node_modules/.bin/next'), ['build'], { cwd: folder });

/** The output of an app with one client page that is an entry of programs/. */
async function buildEntry(folder, entry) {
  rmSync(join(folder, 'app'), { recursive: true });
  mkdirSync(join(folder, 'app'));
  cpSync(here('programs/next/layout.js'), join(folder, 'app/layout.js'));
  const text = readFileSync(here(`programs/${entry}.js`), 'utf8');
  writeFileSync(
    join(folder, 'app/page.js'),
    `'use client';\n${text}\nexport default function Page() {\n  return null;\n}\n`,
  );
  await build(folder);
  const out = join(folder, `out-${entry}`);
  cpSync(join(folder, '.next/static'), out, { recursive: true });
  return out;
}

async function serve(folder, use) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const args = ['start', '--hostname', '127.0.0.1', '--port', `${port}`];
  const program = join(folder, 'node_modules/.bin/next');
  return withServer(program, args, address, () => use(address), { cwd: folder });
}

async function read(address) {
  const response = await fetch(address);
  const text = await response.text();
  if (!response.ok)
    throw new Error(`${address} responded with ${response.status}: ${text.slice(0, 500)}`);
  return text;
}

async function rendered(address) {
  const [, outcome] = (await read(address)).match(/<pre id="outcome">([^<]+)/);
  return JSON.parse(decodeURIComponent(outcome));
}

export const targets = [
  {
    id: 'next',
    label: 'Next.js',
    missing: async () => missingBrowser('chromium'),
    async *rows({ makeApp }) {
      const folder = await makeApp('next', {}, ['check.js', 'outcome.js']);
      await addNext(folder);
      cpSync(here('programs/next'), join(folder, 'app'), { recursive: true });
      let built;
      const served = (use) => async () => {
        built ??= build(folder);
        await built;
        return { version, outcome: await serve(folder, use) };
      };
      yield { how: 'server component', run: served(rendered) };
      yield {
        how: 'edge route',
        note: 'the scalar build as a module, by the path of its file',
        run: served(async (address) => JSON.parse(await read(`${address}/edge`))),
      };
      const client = served(async (address) => (await outcomeOfPage(`${address}/client`)).outcome);
      yield {
        how: 'client component',
        run: async () => {
          const seen = await client();
          const all = await buildEntry(folder, 'all');
          const only = await buildEntry(folder, 'only');
          return { ...seen, bytes: compareSizes(folder, { all, only }) };
        },
      };
    },
  },
];
