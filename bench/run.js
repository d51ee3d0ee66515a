// Ours with SIMD and without, native, the published package, plain JavaScript and TensorFlow.js, in
// one run (rounds.js), and whether the targets are met.
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
import { CASES, COLUMNS } from './cases.js';
import { drawChart } from './chart.js';
import { chooseBackend } from './columns.js';
import { ALPHA, BATCH, DIM, RANK } from './inputs.js';
import { table, targetsTable } from './report.js';
import { summarizeCase, timeAll } from './rounds.js';
import { checkTargets } from './targets.js';

const PROGRAM = 'node bench/run.js';
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const options = {
  help: { type: 'boolean', default: false },
  quick: { type: 'boolean', default: false },
  own: { type: 'boolean', default: false },
  rounds: { type: 'string' },
  only: { type: 'string', multiple: true },
  out: { type: 'string' },
  dist: { type: 'string' },
  native: { type: 'string' },
};

const HELP = `${PROGRAM}: microlora beside native C++, the published package, plain JavaScript, TensorFlow.js
  --quick         few rounds: a first impression, not to be quoted
  --own           only ours and native: how our calls compare with each other; results/own.json
  --rounds N      how many rounds; 60, or 7 with --quick
  --only CASE     only this case; can be given more than once
  --out FILE      where the results go; bench/results/latest.json, and the chart beside it as .svg
  --dist FOLDER   whose microlora.js and microlora.scalar.js are timed; dist
  --native FILE   the native program; build/native/bench (make bench builds it)
  --help          this
Cases: ${CASES.map(({ id }) => id).join(', ')}
Columns: ${COLUMNS.map(({ id, about }) => `${id} (${about})`).join('; ')}`;

function readOptions(args) {
  const { values } = parseOptions(PROGRAM, options, args);
  const rounds = readCount('rounds', values.rounds ?? (values.quick ? 7 : 60));
  const ids = CASES.map(({ id }) => id);
  for (const id of values.only ?? []) {
    if (!ids.includes(id)) {
      throw new UsageError(`--only ${id}: there is no such case; there are ${ids.join(', ')}`);
    }
  }
  return {
    help: values.help,
    rounds,
    own: values.own,
    cases: CASES.filter(({ id }) => values.only?.includes(id) ?? true),
    out: resolve(values.out ?? here(`results/${values.own ? 'own' : 'latest'}.json`)),
    dist: resolve(values.dist ?? here('../dist')),
    native: resolve(values.native ?? here('../build/native/bench')),
  };
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
  const { backend, trial } = chosen.own ? {} : await chooseBackend();
  const { times, facts } = await timeAll({ folder: 'columns', backend, ...chosen });
  about.machine.loadAfter = os.loadavg()[0];
  const results = {
    kind: 'cases',
    ...about,
    command,
    ...(chosen.own
      ? {}
      : {
          published: `@ruvector/learning-wasm@${facts.published.version}`,
          tfjs: { ...facts.tfjs, trial },
        }),
    dim: DIM,
    rank: RANK,
    alpha: ALPHA,
    batch: BATCH,
    rounds: chosen.rounds,
    unit: 'ns per call, of batches per vector; ratios: time of that column / time of ours with SIMD',
    cases: Object.fromEntries([...times].map(([id, each]) => [id, summarizeCase(each)])),
    targets: checkTargets(times),
  };
  mkdirSync(dirname(chosen.out), { recursive: true });
  writeFileSync(chosen.out, `${JSON.stringify(results, null, 2)}\n`);
  const written = [chosen.out];
  // The chart shows the others.
  if (!chosen.own) {
    written.push(chosen.out.replace(/(\.json)?$/, '.svg'));
    writeFileSync(written[1], drawChart(results));
  }
  console.log(table(results));
  if (results.targets.length > 0) console.log(targetsTable(results.targets));
  console.log(
    `\n${results.machine.cpu}, ${results.machine.cores} cores, Node ${results.node.slice(1)}, ` +
      `${chosen.rounds} rounds\nwritten: ${written.map((file) => relative('.', file)).join(' and ')}`,
  );
});
