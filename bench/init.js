// From import to the end of the first forward, in fresh processes of Node, alternating.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Table from 'cli-table3';
import { parseOptions, readCount, runProgram } from '../test-wasm/support/command-line.js';
import { describeRun } from './about.js';
import { summarize } from './statistics.js';

const PROGRAM = 'node bench/init.js';
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const options = {
  help: { type: 'boolean', default: false },
  runs: { type: 'string', default: '60' },
  out: { type: 'string', default: here('results/init.json') },
  dist: { type: 'string', default: here('../dist') },
};

const HELP = `${PROGRAM}: time from import to the end of the first forward, in fresh processes
  --runs N        how many processes of each kind; 60
  --out FILE      where the results go; bench/results/init.json
  --dist FOLDER   whose microlora.js and small.js are loaded; dist
  --help          this`;

// Its await init() without arguments does not work in Node. With bytes it asks whether they are a
// Response, for which Node loads its fetch; so initSync is its fastest way, and what ours is judged by.
const PUBLISHED = { sync: 'published-sync', async: 'published-async' };
const SUBJECTS = [
  { id: 'ours-async', label: 'microlora, await init()', wanted: 1.5 },
  { id: 'ours-sync', label: 'microlora, initSync()', wanted: 1.5 },
  { id: 'small-async', label: 'microlora/small, await init()', wanted: 1.2 },
  { id: 'small-sync', label: 'microlora/small, initSync()', wanted: 1.2 },
  { id: 'ours-file', label: 'microlora, initSync(bytes of microlora.wasm)' },
  { id: PUBLISHED.sync, label: 'published, initSync({ module: bytes })' },
  { id: PUBLISHED.async, label: 'published, await init({ module_or_path: bytes })' },
];
const NOTHING = 'nothing';
const BREAKDOWN = 'breakdown';

const WARM_UP_RUNS = 3;

function runChild(id, dist) {
  const start = performance.now();
  const out = execFileSync(process.execPath, [here('init-child.js'), id, dist], {
    encoding: 'utf8',
  });
  return { wallMs: performance.now() - start, ...JSON.parse(out || '{}') };
}

function runAll(dist, runs) {
  const ids = [...SUBJECTS.map(({ id }) => id), NOTHING, BREAKDOWN];
  const kept = Object.fromEntries(ids.map((id) => [id, []]));
  for (let run = -WARM_UP_RUNS; run < runs; run++) {
    for (let i = 0; i < ids.length; i++) {
      const id = ids[(i + run + WARM_UP_RUNS) % ids.length];
      const result = runChild(id, dist);
      if (run >= 0) kept[id].push(result);
    }
  }
  return kept;
}

/** A ratio is that of two processes of the same round. */
function summarizeAll(kept) {
  const of = (id, key) => kept[id].map((each) => each[key]);
  const ratios = (id, beside) =>
    summarize(of(id, 'ms').map((ms, run) => ms / kept[beside][run].ms));
  const subjects = Object.fromEntries(
    SUBJECTS.map(({ id, wanted }) => [
      id,
      {
        wanted,
        ms: summarize(of(id, 'ms')),
        wallMs: summarize(of(id, 'wallMs')),
        ofPublishedSync: ratios(id, PUBLISHED.sync),
        ofPublishedAsync: ratios(id, PUBLISHED.async),
      },
    ]),
  );
  const parts = Object.keys(kept[BREAKDOWN][0]).filter((name) => name !== 'wallMs');
  return {
    subjects,
    nothingWallMs: summarize(of(NOTHING, 'wallMs')),
    breakdownMs: Object.fromEntries(parts.map((name) => [name, summarize(of(BREAKDOWN, name))])),
  };
}

const ms = ({ median, p25, p75 }) =>
  `${median.toFixed(2)} ±${(((p75 - p25) / 2 / median) * 100).toFixed(0)}%`;

function table({ subjects, nothingWallMs, breakdownMs }) {
  const rows = new Table({
    head: ['', 'ms', 'of published initSync', 'of published init', 'whole process, ms'],
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  for (const { id, label } of SUBJECTS) {
    const each = subjects[id];
    const ratios = [each.ofPublishedSync, each.ofPublishedAsync];
    rows.push([
      label,
      ms(each.ms),
      ...ratios.map(({ median }) => median.toFixed(2)),
      ms(each.wallMs),
    ]);
  }
  rows.push(['a process that does nothing', '', '', '', ms(nothingWallMs)]);
  for (const [name, each] of Object.entries(breakdownMs)) {
    rows.push([`microlora, await init(): ${name}`, ms(each), '', '', '']);
  }
  return rows.toString();
}

await runProgram(async () => {
  const { values } = parseOptions(PROGRAM, options, process.argv.slice(2));
  if (values.help) {
    console.log(HELP);
    return;
  }
  const runs = readCount('runs', values.runs);
  const dist = resolve(values.dist);
  const about = describeRun(dist);
  const summary = summarizeAll(runAll(pathToFileURL(`${dist}/`).href, runs));
  about.machine.loadAfter = os.loadavg()[0];
  const results = {
    ...about,
    command: [PROGRAM, ...process.argv.slice(2)].join(' '),
    runs,
    unit: 'ms from before the import to after the first forward (dim 256); wallMs: of the whole process',
    ...summary,
  };
  const out = resolve(values.out);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(results, null, 2)}\n`);
  console.log(table(summary));
  for (const { id, label, wanted } of SUBJECTS.filter((each) => each.wanted !== undefined)) {
    const { median } = summary.subjects[id].ofPublishedSync;
    console.log(
      `${label} beside published initSync: wanted <= ${wanted}, measured ${median.toFixed(2)}: ` +
        (median <= wanted ? 'met' : 'NOT MET'),
    );
  }
  console.log(`written: ${relative('.', out)}`);
});
