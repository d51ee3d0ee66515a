// Choosing: the policy beside exact linear bandits, on classification sets, on measured query plans
// and on a made-up task of many scopes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SingleBar } from 'cli-progress';
import {
  parseOptions,
  readCount,
  runProgram,
  UsageError,
} from '../test-wasm/support/command-line.js';
import { describeRun } from './about.js';
import { drawPolicy } from './policy/chart.js';
import { LARGE_SETS, OTHER_SETS, SETS, fixedLoss, progressiveLoss } from './policy/classify.js';
import { evaluateOthers, FLOORS } from './policy/evaluation.js';
import { LEARNERS, makeLearners, POLICIES } from './policy/learners.js';
import { countChanged, hindsight, nothingToGain, readQueries, replay } from './policy/replay.js';
import { print } from './policy/report.js';
import { runScopes } from './policy/scopes.js';
import { bytesOf, SIZES, timeAll } from './policy/timing.js';

const PROGRAM = 'node bench/policy.js';
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const PARTS = ['small', 'large', 'replay', 'scopes', 'units', 'evaluation', 'times'];
const SMALL = 2000;
const LARGE = 8000;

const HELP = `${PROGRAM}: policies that choose, over seeds
  --seeds N        how many; 10
  --first N        the first seed; 0 (settings were chosen on 100 and above)
  --parts LIST     of ${PARTS.join(', ')}; all
  --sets LIST      of ${[...SETS, ...OTHER_SETS].join(', ')}; all but the last
  --learners LIST  of ${LEARNERS.join(', ')}; all
  --out FILE       bench/results/policy.json, and the chart beside it as .svg
  --add            keep what FILE has of other learners and parts, of a run with the same seeds
  --dist FOLDER
  --help           this`;

const options = {
  help: { type: 'boolean', default: false },
  seeds: { type: 'string', default: '10' },
  first: { type: 'string', default: '0' },
  parts: { type: 'string', default: PARTS.join() },
  sets: { type: 'string', default: SETS.join() },
  learners: { type: 'string', default: LEARNERS.join() },
  out: { type: 'string', default: here('results/policy.json') },
  add: { type: 'boolean', default: false },
  dist: { type: 'string', default: here('../dist') },
};

/** @param {string} option @param {string} list @param {string[]} known */
function namesIn(option, list, known) {
  const names = list.split(',');
  const wrong = names.find((name) => !known.includes(name));
  if (wrong !== undefined) {
    throw new UsageError(`--${option} knows ${known.join(', ')}; got ${wrong}`);
  }
  return names;
}

/** What an earlier run found, to be added to. */
function readEarlier(file, seeds) {
  const earlier = JSON.parse(readFileSync(file, 'utf8'));
  if (earlier.seeds.join() !== seeds.join()) {
    throw new UsageError(`${file} is of other seeds: ${earlier.seeds.join(', ')}`);
  }
  return earlier;
}

/** The tasks of a part: a text for the progress, and the work, which writes into `results`. */
const parts = {
  small: (run) => setTasks(run, 'small', run.sets, SMALL),
  large: (run) =>
    setTasks(
      run,
      'large',
      run.sets.filter((name) => LARGE_SETS.includes(name)),
      LARGE,
    ),

  replay: ({ learners, seeds, results }) => {
    const worlds = {
      'baseline passed': { passed: true },
      'baseline passed, patience 1': { passed: true, patience: 1 },
      'nothing passed': { passed: false },
      'nothing to gain, baseline passed': { passed: true, change: nothingToGain },
      'nothing to gain, nothing passed': { passed: false, change: nothingToGain },
    };
    const same = (queries) => queries;
    results.replay ??= {};
    return Object.entries(worlds).flatMap(([world, { change = same, ...options }]) => {
      const rows = (results.replay[world] ??= {});
      const over = (work) => seeds.map((seed) => work(change(readQueries(seed)), seed));
      return [
        ...Object.entries(learners).map(([name, makeLearner]) => [
          `${world}, ${name}`,
          () => (rows[name] = over((queries, seed) => replay(makeLearner, queries, seed, options))),
        ]),
        [
          `${world}, known afterwards`,
          () => {
            rows['best plan of each template'] = over((queries) => hindsight(queries, 'template'));
            rows['best plan of each query'] = over((queries) => hindsight(queries, 'query'));
          },
        ],
      ];
    });
  },

  scopes: ({ learners, seeds, results }) => {
    const worlds = {
      'maps stay': { options: {} },
      'maps change half way': { options: { change: true } },
      'maps change half way, forgetting 0.95': {
        options: { change: true },
        given: { forgetting: 0.95 },
      },
    };
    results.scopes ??= {};
    return Object.entries(worlds).flatMap(([world, { options, given }]) => {
      const rows = (results.scopes[world] ??= {});
      return Object.entries(learners).map(([name, makeLearner]) => [
        `${world}, ${name}`,
        () => {
          const make = (task) => makeLearner({ ...task, ...given });
          rows[name] = seeds.map((seed) => runScopes(make, seed, options));
        },
      ]);
    });
  },

  units: ({ learners, seeds, results }) => {
    results.changed ??= {};
    return Object.entries(learners).map(([name, makeLearner]) => [
      `other units, ${name}`,
      () => {
        results.changed[name] = seeds.flatMap((seed) =>
          [true, false].map((passed) =>
            countChanged(makeLearner, readQueries(seed), seed, { passed }),
          ),
        );
      },
    ]);
  },

  // Only a policy knows its probabilities.
  evaluation: ({ learners, seeds, results }) => {
    const policies = Object.entries(learners).filter(([name]) => POLICIES.includes(name));
    results.evaluation ??= {};
    return policies.flatMap(([name, makeLearner]) => {
      const rows = (results.evaluation[name] = {});
      return FLOORS.map((floor) => [
        `a log of ${name}, floor ${floor}`,
        () => {
          const found = seeds.map((seed) => evaluateOthers(makeLearner, floor, seed));
          rows[floor] = Object.fromEntries(
            Object.keys(found[0]).map((key) => [key, found.flatMap((one) => one[key])]),
          );
        },
      ]);
    });
  },

  times: ({ learners, results }) => {
    results.times = [];
    return SIZES.map((size) => [
      `times at dim ${size.dim}`,
      () =>
        results.times.push({ size, learners: timeAll(learners, size), bytes: bytesOf(size.dim) }),
    ]);
  },
};

function setTasks({ learners, seeds, results }, part, names, count) {
  const rows = (results[part] ??= {});
  const note = (learner, set, losses) => ((rows[learner] ??= {})[set] = losses);
  return names.flatMap((set) => [
    ...Object.entries(learners).map(([name, makeLearner]) => [
      `${set}, ${name}`,
      () =>
        note(
          name,
          set,
          seeds.map((seed) => progressiveLoss(makeLearner, set, seed, count)),
        ),
    ]),
    [
      `${set}, known afterwards`,
      () => {
        note(
          'best fixed arm',
          set,
          seeds.map((seed) => fixedLoss(set, seed, count, true)),
        );
        note(
          'first arm',
          set,
          seeds.map((seed) => fixedLoss(set, seed, count, false)),
        );
      },
    ],
  ]);
}

await runProgram(async () => {
  const { values } = parseOptions(PROGRAM, options, process.argv.slice(2));
  if (values.help) {
    console.log(HELP);
    return;
  }
  const first = Number(values.first);
  const seeds = Array.from({ length: readCount('seeds', values.seeds) }, (_, i) => first + i);
  const dist = resolve(values.dist);
  const api = await import(pathToFileURL(`${dist}/microlora.js`).href);
  await api.default();
  const wanted = namesIn('learners', values.learners, LEARNERS);
  const learners = Object.fromEntries(
    Object.entries(makeLearners(api)).filter(([name]) => wanted.includes(name)),
  );
  const earlier = values.add ? readEarlier(values.out, seeds) : {};
  const command = ['make bench-policy, or:', PROGRAM, ...process.argv.slice(2)].join(' ');
  const results = {
    ...earlier,
    ...describeRun(dist),
    command: [earlier.command, command].filter(Boolean).join('; then '),
    seeds,
  };
  const sets = namesIn('sets', values.sets, [...SETS, ...OTHER_SETS]);
  const run = { learners, seeds, sets, results };
  const tasks = namesIn('parts', values.parts, PARTS).flatMap((part) => parts[part](run));

  mkdirSync(dirname(values.out), { recursive: true });
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
      // As far as it has come: a whole run takes long.
      writeFileSync(values.out, `${JSON.stringify(results)}\n`);
      // The bar is drawn by a timer.
      await new Promise((resume) => setTimeout(resume));
    }
  } finally {
    bar.stop();
  }
  print(results);
  const chart = values.out.replace(/(\.json)?$/, '.svg');
  writeFileSync(chart, drawPolicy(results));
  console.log(`written: ${relative('.', values.out)} and ${relative('.', chart)}`);
});
