// Ours with SIMD and without, native, the published package and plain JavaScript, in one run.
//
// Rounds are short and alternate: every round times every case in every column, one directly after
// the other; so whatever slows the machine for a while slows all of them. After some rounds all
// processes start afresh: where compiled code happens to lie in memory makes a call up to 10 % faster
// or slower for the life of a process, and so the median is over many such accidents.
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SingleBar } from 'cli-progress';
import { describeRun } from './about.js';
import { checkAgreement } from './agreement.js';
import { CASES, COLUMNS } from './cases.js';
import { drawChart } from './chart.js';
import { openColumns } from './columns.js';
import { ALPHA, DIM, RANK, X } from './inputs.js';
import { parseOptions, runProgram, UsageError } from './options.js';
import { table } from './report.js';
import { summarize } from './statistics.js';

const PROGRAM = 'node bench/run.js';
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const options = {
  help: { type: 'boolean', default: false },
  quick: { type: 'boolean', default: false },
  rounds: { type: 'string' },
  only: { type: 'string', multiple: true },
  out: { type: 'string' },
  dist: { type: 'string' },
  native: { type: 'string' },
};

const HELP = `${PROGRAM}: microlora beside native C++, the published package and plain JavaScript
  --quick         few rounds: a first impression, not to be quoted
  --rounds N      how many rounds; 60, or 7 with --quick
  --only CASE     only this case; can be given more than once
  --out FILE      where the results go; bench/results/latest.json, and the chart beside it as .svg
  --dist FOLDER   whose microlora.js and microlora.scalar.js are timed; dist
  --native FILE   the native program; build/native/bench (make bench builds it)
  --help          this
Cases: ${CASES.map(({ id }) => id).join(', ')}
Columns: ${COLUMNS.map(({ id, about }) => `${id} (${about})`).join('; ')}`;

// What one column spends on one case in one round: the median of SAMPLES timings.
const SAMPLES = 15;
const NATIVE_SECONDS = 0.003;

const ROUNDS_PER_LAUNCH = 10;
const WARM_UP_ROUNDS = 2;

function readOptions(args) {
  const { values } = parseOptions(PROGRAM, options, args);
  const rounds = Number(values.rounds ?? (values.quick ? 7 : 60));
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new UsageError(`--rounds must be a whole number above 0, got ${values.rounds}`);
  }
  const ids = CASES.map(({ id }) => id);
  for (const id of values.only ?? []) {
    if (!ids.includes(id)) {
      throw new UsageError(`--only ${id}: there is no such case; there are ${ids.join(', ')}`);
    }
  }
  return {
    help: values.help,
    rounds,
    cases: CASES.filter(({ id }) => values.only?.includes(id) ?? true),
    out: resolve(values.out ?? here('results/latest.json')),
    dist: resolve(values.dist ?? here('../dist')),
    native: resolve(values.native ?? here('../build/native/bench')),
  };
}

function newBar() {
  return new SingleBar({
    format: '{bar} {percentage}% | round {round} of {rounds} | {id} | {eta_formatted} left',
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: 10_000,
    hideCursor: true,
    etaBuffer: 100,
  });
}

/** Every case in every column once; gives each time in ns to `keep`. */
async function timeRound(columns, cases, round, keep, step) {
  for (const { id } of cases) {
    step(id);
    // Not always the same one after the same one.
    for (let i = 0; i < columns.length; i++) {
      const column = columns[(i + round) % columns.length];
      const ns = await column.time(id, { samples: SAMPLES, seconds: NATIVE_SECONDS });
      if (ns !== undefined) keep(id, column.id, ns);
    }
  }
}

/** Times in ns, by case, by column, one for each round; and what the columns say of themselves. */
async function timeAll({ cases, rounds, ...paths }) {
  const times = new Map(cases.map(({ id }) => [id, new Map(COLUMNS.map((each) => [each.id, []]))]));
  const keep = (id, column, ns) => times.get(id).get(column).push(ns);
  const facts = {};
  const launches = Math.ceil(rounds / ROUNDS_PER_LAUNCH);
  const bar = newBar();
  for (let launch = 0; launch < launches; launch++) {
    const columns = openColumns(paths);
    try {
      for (const column of columns) facts[column.id] = await column.about();
      if (launch === 0) {
        checkFacts(facts);
        await checkAgreement(columns, cases, X);
        bar.start((rounds + launches * WARM_UP_ROUNDS) * cases.length, 0, {
          round: 1,
          rounds,
          id: '',
        });
      }
      const first = launch * ROUNDS_PER_LAUNCH;
      const last = Math.min(rounds, first + ROUNDS_PER_LAUNCH);
      for (let round = first - WARM_UP_ROUNDS; round < last; round++) {
        const step = (id) => bar.increment({ round: Math.max(round, first) + 1, id });
        // What is still to be compiled settles in rounds that do not count.
        await timeRound(
          columns,
          cases,
          round + WARM_UP_ROUNDS,
          round < first ? () => {} : keep,
          step,
        );
      }
    } catch (error) {
      bar.stop();
      throw error;
    } finally {
      for (const column of columns) column.close();
    }
  }
  bar.stop();
  return { times, facts };
}

function checkFacts({ simd, scalar }) {
  if (!simd.simd || scalar.simd) {
    throw new Error('the column with SIMD has none, or the one without has: does Node support it?');
  }
}

// A ratio is that of the two columns within a round, of which the median is taken.
function summarizeCase(byColumn) {
  const ours = byColumn.get('simd');
  const columns = {};
  const ratios = {};
  for (const [id, times] of byColumn) {
    if (times.length === 0) continue;
    columns[id] = summarize(times);
    if (id !== 'simd') ratios[id] = summarize(times.map((ns, round) => ns / ours[round]));
  }
  return { columns, ratios };
}

await runProgram(async () => {
  const chosen = readOptions(process.argv.slice(2));
  if (chosen.help) {
    console.log(HELP);
    return;
  }
  const command = ['make bench, or:', PROGRAM, ...process.argv.slice(2)].join(' ');
  console.error(`To run this again: ${command}`);
  const about = describeRun(chosen.dist);
  const { times, facts } = await timeAll(chosen);
  about.machine.loadAfter = os.loadavg()[0];
  const results = {
    ...about,
    command,
    published: `@ruvector/learning-wasm@${facts.published.version}`,
    dim: DIM,
    rank: RANK,
    alpha: ALPHA,
    rounds: chosen.rounds,
    unit: 'ns per call; ratios: time of that column / time of ours with SIMD',
    cases: Object.fromEntries([...times].map(([id, each]) => [id, summarizeCase(each)])),
  };
  mkdirSync(dirname(chosen.out), { recursive: true });
  writeFileSync(chosen.out, `${JSON.stringify(results, null, 2)}\n`);
  const chart = chosen.out.replace(/(\.json)?$/, '.svg');
  writeFileSync(chart, drawChart(results));
  console.log(table(results));
  console.log(
    `\n${results.machine.cpu}, ${results.machine.cores} cores, Node ${results.node.slice(1)}, ` +
      `${chosen.rounds} rounds\nwritten: ${relative('.', chosen.out)} and ${relative('.', chart)}`,
  );
});
