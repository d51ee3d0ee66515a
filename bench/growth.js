// Growth curves: how a call's time grows with dimension, rank, batch, and number of adapters.
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  parseOptions,
  readCount,
  runProgram,
  UsageError,
} from '../test-wasm/support/command-line.js';
import { describeRun } from './about.js';
import { countCacheMisses } from './cache.js';
import { chooseBackend } from './columns.js';
import { drawGrowth } from './growth-chart.js';
import { AXES, POINTS, SMALL } from './growth/points.js';
import { ALPHA } from './inputs.js';
import { cacheTable, growthTable } from './report.js';
import { summarizeCase, timeAll } from './rounds.js';

const PROGRAM = 'node bench/growth.js';
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const options = {
  help: { type: 'boolean', default: false },
  quick: { type: 'boolean', default: false },
  cache: { type: 'boolean', default: false },
  rounds: { type: 'string' },
  only: { type: 'string', multiple: true },
  out: { type: 'string' },
  dist: { type: 'string' },
  native: { type: 'string' },
};

const HELP = `${PROGRAM}: how times grow with dimension, rank, batch and number of adapters
  --quick         few rounds: a first impression, not to be quoted
  --rounds N      how many rounds; 20, or 3 with --quick
  --only AXIS     only this axis; can be given more than once
  --cache         also count cache misses for many adapters, in the native program under valgrind
  --out FILE      where the results go; bench/results/growth.json, and the chart beside it as .svg
  --dist FOLDER   whose microlora.js and microlora.scalar.js are timed; dist
  --native FILE   the native program; build/native/growth (make bench-growth builds it)
  --help          this
Axes: ${AXES.map(({ id }) => id).join(', ')}`;

function readOptions(args) {
  const { values } = parseOptions(PROGRAM, options, args);
  const rounds = readCount('rounds', values.rounds ?? (values.quick ? 3 : 20));
  const axes = AXES.map(({ id }) => id);
  for (const axis of values.only ?? []) {
    if (!axes.includes(axis)) {
      throw new UsageError(`--only ${axis}: there is no such axis; there are ${axes.join(', ')}`);
    }
  }
  return {
    help: values.help,
    cache: values.cache,
    rounds,
    axes: AXES.filter(({ id }) => values.only?.includes(id) ?? true),
    out: resolve(values.out ?? here('results/growth.json')),
    dist: resolve(values.dist ?? here('../dist')),
    native: resolve(values.native ?? here('../build/native/growth')),
  };
}

/** Each axis in processes of its own, which so hold only what it needs. */
async function timeAxes({ axes, ...chosen }) {
  let times = new Map();
  let facts;
  for (const { id } of axes) {
    const cases = POINTS.filter(({ axis }) => axis === id);
    const run = await timeAll({ folder: 'growth', ...chosen, cases });
    times = new Map([...times, ...run.times]);
    facts = run.facts;
  }
  return { times, facts };
}

await runProgram(async () => {
  const chosen = readOptions(process.argv.slice(2));
  if (chosen.help) {
    console.log(HELP);
    return;
  }
  const command = ['make bench-growth, or:', PROGRAM, ...process.argv.slice(2)].join(' ');
  console.error(`To run this again: ${command}`);
  const about = describeRun(chosen.dist);
  const cache = chosen.cache ? await countCacheMisses(chosen.native) : undefined;
  const { backend, trial } = await chooseBackend();
  const { times, facts } = await timeAxes({ backend, ...chosen });
  about.machine.loadAfter = os.loadavg()[0];
  const results = {
    kind: 'growth',
    ...about,
    command,
    tfjs: { ...facts.tfjs, trial },
    ...SMALL,
    alpha: ALPHA,
    rounds: chosen.rounds,
    unit: 'ns per call, of batches per vector; ratios: time of that column / time of ours with SIMD',
    bytesPerAdapter: {
      simd: facts.simd.bytesPerAdapter,
      scalar: facts.scalar.bytesPerAdapter,
      published: facts.published.bytesPerAdapter,
    },
    cache,
    cases: Object.fromEntries(
      POINTS.filter(({ id }) => times.has(id)).map(({ id, axis, value, action }) => [
        id,
        { axis, value, action, ...summarizeCase(times.get(id)) },
      ]),
    ),
  };
  mkdirSync(dirname(chosen.out), { recursive: true });
  writeFileSync(chosen.out, `${JSON.stringify(results, null, 2)}\n`);
  const chart = chosen.out.replace(/(\.json)?$/, '.svg');
  writeFileSync(chart, drawGrowth(results));
  console.log(growthTable(results));
  if (cache) console.log(cacheTable(cache));
  const { simd, published } = results.bytesPerAdapter;
  console.log(
    `Bytes per adapter with sharedIO: ${Math.round(simd)}; published: ${Math.round(published)}\n` +
      `${results.machine.cpu}, ${results.machine.cores} cores, Node ${results.node.slice(1)}, ` +
      `${chosen.rounds} rounds\nwritten: ${relative('.', chosen.out)} and ${relative('.', chart)}`,
  );
});
