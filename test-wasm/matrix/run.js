// Every runtime and every bundler with the packed tarball: runs them one after the other, prints one
// table and writes it down.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseOptions, runProgram as main, UsageError } from '../support/command-line.js';
import { here, packPackage } from './app.js';
import { runForJson } from './processes.js';

const PROGRAM = 'node test-wasm/matrix/run.js';
const ROOT = here('../..');

// Which file knows what; a file is loaded when it is needed, as each needs packages of its own.
const FILES = [
  { kind: 'runtimes', file: 'node', ids: ['node20', 'node22', 'node24'] },
  { kind: 'runtimes', file: 'deno-bun', ids: ['deno', 'bun'] },
  { kind: 'runtimes', file: 'workerd', ids: ['workerd'] },
  { kind: 'runtimes', file: 'edge', ids: ['edge'] },
  { kind: 'runtimes', file: 'browsers', ids: ['chromium', 'firefox', 'webkit'] },
  { kind: 'bundlers', file: 'of-pages', ids: ['vite', 'webpack', 'rollup', 'esbuild', 'parcel'] },
  { kind: 'bundlers', file: 'next', ids: ['next'] },
];
const IDS = FILES.flatMap(({ ids }) => ids);

const options = {
  help: { type: 'boolean', default: false },
  only: { type: 'string', multiple: true },
};

const HELP = `${PROGRAM}: microlora in every runtime and bundler, from its packed tarball
  --only A,B   only these, and nothing is written down; can be given more than once
  --help       this
There are ${IDS.join(', ')}.
A run of all writes test-wasm/matrix/RESULTS.md. What is missing fails.`;

function readIds(only) {
  if (only === undefined) return IDS;
  const wanted = only.flatMap((list) => list.split(','));
  for (const id of wanted) {
    if (!IDS.includes(id)) {
      throw new UsageError(`--only ${id}: there is no such thing; there are ${IDS.join(', ')}`);
    }
  }
  return IDS.filter((id) => wanted.includes(id));
}

const said = (error) =>
  `${error?.message ?? error}`.split('\n').slice(0, 12).join(' ').slice(0, 800);

/** Its rows, judged; what goes wrong is a row that fails. */
async function runTarget(target, context, { judge, reference }) {
  const missing = await target.missing();
  if (missing) return [judge({ how: '' }, { error: `missing: ${missing}` }, reference)];
  const rows = [];
  for await (const row of target.rows(context)) {
    const start = Date.now();
    const result = await row.run().catch((error) => ({ error: said(error) }));
    rows.push(judge(row, result, reference));
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    const verdict = rows.at(-1).problems.join('; ') || 'ok';
    console.error(`${target.label}${row.how ? `, ${row.how}` : ''}: ${verdict} (${seconds} s)`);
  }
  return rows;
}

async function runAll(ids, context, judging) {
  const groups = [];
  for (const { kind, file, ids: known } of FILES) {
    const wanted = known.filter((id) => ids.includes(id));
    if (wanted.length === 0) continue;
    const loaded = await import(`./${kind}/${file}.js`).catch((error) => ({
      failed: new Error(`run npm ci in the root and in test-wasm/matrix: ${error.message}`),
    }));
    for (const id of wanted) {
      const target = loaded.targets?.find((each) => each.id === id);
      const rows = await (
        target ? runTarget(target, context, judging) : Promise.reject(loaded.failed)
      ).catch((error) => [judging.judge({ how: '' }, { error: said(error) }, judging.reference)]);
      groups.push({ kind, label: target?.label ?? id, rows });
    }
  }
  return groups;
}

await main(async () => {
  const { values } = parseOptions(PROGRAM, options, process.argv.slice(2));
  if (values.help) {
    console.log(HELP);
    return;
  }
  const ids = readIds(values.only);
  for (const folder of ['', 'test-wasm/matrix/']) {
    if (!existsSync(`${ROOT}/${folder}node_modules`)) {
      throw new UsageError(`missing npm packages; run npm ci in ${folder || 'the root'}`);
    }
  }
  const { judge, page, printed } = await import('./table.js');
  const context = await packPackage(ROOT);
  try {
    const programs = ['check.js', 'outcome.js', 'console.js'];
    const folder = await context.makeApp('reference', {}, programs);
    const reference = await runForJson(process.execPath, ['console.js'], { cwd: folder });
    const groups = await runAll(ids, context, { judge, reference });
    console.log(printed(groups));
    if (values.only === undefined) {
      const style = JSON.parse(readFileSync(`${ROOT}/.prettierrc.json`, 'utf8'));
      writeFileSync(here('RESULTS.md'), await page(groups, reference, style));
    }
    if (groups.some(({ rows }) => rows.some(({ problems }) => problems.length > 0))) {
      process.exitCode = 1;
    }
  } finally {
    context.remove();
  }
});
