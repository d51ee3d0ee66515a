// The core cases in Chromium, Firefox and WebKit: ours with SIMD and without, the published package
// and plain JavaScript.
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Table from 'cli-table3';
import { BROWSERS, missingPackages } from '../test-wasm/support/browsers.js';
import {
  parseOptions,
  readCount,
  runProgram,
  UsageError,
} from '../test-wasm/support/command-line.js';
import { describeRun } from './about.js';
import { drawBrowsers } from './browsers/chart.js';
import { serve } from './browsers/serve.js';
import { CASES, COLUMNS } from './cases.js';
import { ALPHA, DIM, RANK } from './inputs.js';
import { formatNs, labelOf } from './report.js';
import { summarizeCase } from './rounds.js';

const PROGRAM = 'node bench/browsers.js';
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const IDS = [
  'forward-views',
  'forward-out',
  'forward-new',
  'adapt-views',
  'adapt-array',
  'learn',
  'forward-batch-views',
  'forward-batch-array',
  'adapt-batch-views',
  'record',
];
const CORE = CASES.filter(({ id }) => IDS.includes(id));

const IN_PAGES = [
  { id: 'simd', file: 'ours', entry: '/dist/microlora.js' },
  { id: 'scalar', file: 'ours', entry: '/dist/microlora.scalar.js' },
  { id: 'published', file: 'published' },
  { id: 'plain', file: 'plain' },
];

const options = {
  help: { type: 'boolean', default: false },
  rounds: { type: 'string', default: '15' },
  only: { type: 'string', multiple: true },
  out: { type: 'string', default: here('results/browsers.json') },
  dist: { type: 'string', default: here('../dist') },
};

const HELP = `${PROGRAM}: the core cases in browsers
  --rounds N       how many rounds; 15
  --only BROWSER   only this browser; can be given more than once
  --out FILE       where the results go; bench/results/browsers.json, and the chart beside it as .svg
  --dist FOLDER    whose microlora.js and microlora.scalar.js are timed; dist
  --help           this
Browsers: ${BROWSERS.map(({ id, packages }) => `${id} (apt: ${packages.join(', ')})`).join('; ')}`;

const POLL_MS = 500;
// Of a browser that says nothing new.
const PATIENCE_MS = 120_000;

function readOptions(args) {
  const { values } = parseOptions(PROGRAM, options, args);
  const rounds = readCount('rounds', values.rounds);
  const ids = BROWSERS.map(({ id }) => id);
  for (const id of values.only ?? []) {
    if (!ids.includes(id)) {
      throw new UsageError(`--only ${id}: there is no such browser; there are ${ids.join(', ')}`);
    }
  }
  return {
    help: values.help,
    rounds,
    browsers: BROWSERS.filter(({ id }) => values.only?.includes(id) ?? true),
    out: resolve(values.out),
    dist: resolve(values.dist),
  };
}

/** Waits for what the page says at its end. */
async function outcomeOf(read, label) {
  let heard = Date.now();
  let last;
  for (;;) {
    const outcome = await read('outcome');
    if (outcome) {
      const { result, error } = JSON.parse(outcome);
      if (error) throw new Error(`${label}: ${error}`);
      return result;
    }
    const progress = await read('progress');
    if (progress !== last) {
      heard = Date.now();
      last = progress;
    }
    if (Date.now() - heard > PATIENCE_MS) {
      throw new Error(`${label}: nothing new for ${PATIENCE_MS / 1000} s, last: ${last}`);
    }
    await new Promise((then) => setTimeout(then, POLL_MS));
  }
}

async function timeIn({ id, label, open }, address) {
  console.error(`${label} ...`);
  const page = `${address}/bench/browsers/page.html`;
  const { times, facts, isolated, version } = await open(page, async (read, version) => ({
    ...(await outcomeOf(read, label)),
    version,
  }));
  if (!facts.simd.simd || facts.scalar.simd) {
    throw new Error(`${label}: the column with SIMD has none, or the one without has`);
  }
  return {
    id,
    label,
    version,
    crossOriginIsolated: isolated,
    published: facts.published.version,
    cases: Object.fromEntries(
      Object.entries(times).map(([id, each]) => [id, summarizeCase(new Map(Object.entries(each)))]),
    ),
  };
}

function table({ browsers }) {
  const labels = IN_PAGES.map(({ id }) => COLUMNS.find((column) => column.id === id).label);
  const rows = new Table({
    head: [
      'ns per call or vector',
      ...labels,
      'scalar : ours',
      'published : ours',
      'plain JS : ours',
    ],
    colAligns: ['left', ...Array(labels.length + 3).fill('right')],
    style: { head: [], border: [], compact: true },
  });
  for (const { label, cases } of browsers) {
    for (const [id, { columns, ratios }] of Object.entries(cases)) {
      rows.push([
        `${label}: ${labelOf(id)}`,
        ...IN_PAGES.map((column) => formatNs(columns[column.id].median)),
        ...['scalar', 'published', 'plain'].map((id) => `${ratios[id].median.toFixed(2)}x`),
      ]);
    }
  }
  return rows.toString();
}

await runProgram(async () => {
  const { help, rounds, browsers, out, dist } = readOptions(process.argv.slice(2));
  if (help) {
    console.log(HELP);
    return;
  }
  const missing = missingPackages(browsers);
  if (missing.length > 0) {
    throw new UsageError(
      `missing: ${missing.join(' ')}; install with: sudo apt-get install ` +
        `--no-install-recommends ${missing.join(' ')} (or choose other browsers by --only)`,
    );
  }
  const about = describeRun(dist);
  const plan = { columns: IN_PAGES, cases: CORE, rounds };
  const server = await serve({ dist, plan });
  const measured = [];
  try {
    for (const browser of browsers) measured.push(await timeIn(browser, server.address));
  } finally {
    await server.close();
  }
  about.machine.loadAfter = os.loadavg()[0];
  const results = {
    ...about,
    command: ['make bench-browsers, or:', PROGRAM, ...process.argv.slice(2)].join(' '),
    dim: DIM,
    rank: RANK,
    alpha: ALPHA,
    rounds,
    unit: 'ns per call, of batches per vector; ratios: time of that column / time of ours with SIMD',
    browsers: measured,
  };
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(results, null, 2)}\n`);
  const chart = out.replace(/(\.json)?$/, '.svg');
  writeFileSync(chart, drawBrowsers(results));
  console.log(table(results));
  console.log(`written: ${relative('.', out)} and ${relative('.', chart)}`);
});
