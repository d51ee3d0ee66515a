// What is learned, how fast and how well: optimizers against plain gradient descent in JavaScript and
// full-rank least squares, over seeds the defaults were not chosen on.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SingleBar } from 'cli-progress';
import { parseOptions, readCount, runProgram } from '../test-wasm/support/command-line.js';
import { describeRun } from './about.js';
import { drawLearning } from './learn/chart.js';
import { atRate, byRank, CEILING, ceiling, HIDDEN, RATES } from './learn/choices.js';
import { fallback } from './learn/fallback.js';
import { invariance, RECOVERY, recovery, tracking } from './learn/recovery.js';
import { print } from './learn/report.js';
import { rewards } from './learn/rewards.js';
import { OPTIMIZERS, PLAIN } from './learn/runs.js';

const PROGRAM = 'node bench/learn.js';
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const FIRST_SEED = 1001;
const TRACKERS = ['preconditioned', 'sgd', 'adam'];

const HELP = `${PROGRAM}: learning curves, over seeds
  --seeds N    how many; 10
  --quick      2 seeds, and no dimension above 64
  --out FILE   bench/results/learn.json, and the chart beside it as .svg
  --dist FOLDER
  --help       this`;

const options = {
  help: { type: 'boolean', default: false },
  quick: { type: 'boolean', default: false },
  seeds: { type: 'string' },
  out: { type: 'string' },
  dist: { type: 'string' },
};

await runProgram(async () => {
  const { values } = parseOptions(PROGRAM, options, process.argv.slice(2));
  if (values.help) {
    console.log(HELP);
    return;
  }
  const count = readCount('seeds', values.seeds ?? (values.quick ? 2 : 10));
  const seeds = Array.from({ length: count }, (_, i) => FIRST_SEED + i);
  const dist = resolve(values.dist ?? here('../dist'));
  const api = await import(pathToFileURL(`${dist}/microlora.js`).href);
  await api.default();
  const sizes = RECOVERY.filter(({ dim }) => !values.quick || dim <= 64);
  const results = {
    ...describeRun(dist),
    command: ['make bench-learn, or:', PROGRAM, ...process.argv.slice(2)].join(' '),
    seeds,
    recovery: Object.fromEntries(sizes.map(({ dim }) => [dim, {}])),
    invariance: [],
    tracking: {},
    rates: { clean: {}, noisy: {} },
    ranks: {},
  };
  const { rates, ranks } = results;
  const tasks = [
    ...sizes.flatMap((size) =>
      [...OPTIMIZERS, PLAIN].map((name) => [
        `recovery, dim ${size.dim}, ${name}`,
        () => (results.recovery[size.dim][name] = recovery(api, size, name, seeds)),
      ]),
    ),
    ...[0.01, 1, 10].map((alpha) => [
      `any scale, alpha ${alpha}`,
      () => results.invariance.push(...invariance(api, alpha, seeds)),
    ]),
    ...TRACKERS.map((name) => [
      `a map that changes, ${name}`,
      () => (results.tracking[name] = tracking(api, name, seeds)),
    ]),
    ...Object.keys(rates).flatMap((kind) =>
      RATES.map((rate) => [
        `${kind}, rate ${rate}`,
        () => (rates[kind][`rate ${rate}`] = atRate(api, rate, kind, seeds)),
      ]),
    ),
    ['least squares', () => (rates.noisy[CEILING] = ceiling(seeds))],
    ...HIDDEN.map((hidden) => [
      `ranks, map of ${hidden}`,
      () => (ranks[hidden] = byRank(api, hidden, seeds)),
    ]),
    ['fallback', () => (results.fallback = fallback(api, seeds))],
    ['rewards', () => (results.rewards = rewards(api, seeds))],
  ];
  const bar = new SingleBar({
    format: '{bar} {value} of {total} | {task}',
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: 10_000,
  });
  bar.start(tasks.length, 0, { task: '' });
  try {
    for (const [task, work] of tasks) {
      bar.update({ task });
      work();
      bar.increment();
      // The bar is drawn by a timer.
      await new Promise((resume) => setTimeout(resume));
    }
  } finally {
    // Its timer would keep the program alive.
    bar.stop();
  }
  const out = resolve(values.out ?? here('results/learn.json'));
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(results)}\n`);
  const chart = out.replace(/(\.json)?$/, '.svg');
  writeFileSync(chart, drawLearning(results));
  print(results);
  console.log(`written: ${relative('.', out)} and ${relative('.', chart)}`);
});
