// What is learned, how fast and how well: optimizers against plain gradient descent in JavaScript and
// full-rank least squares, over seeds the defaults were not chosen on.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Table from 'cli-table3';
import { SingleBar } from 'cli-progress';
import { describeRun } from './about.js';
import { drawLearning } from './learn/chart.js';
import {
  dot,
  factorsOf,
  HiddenMap,
  leastSquaresErrors,
  mapError,
  PlainSgd,
  randomNumbers,
} from './learn/tasks.js';
import { parseOptions, runProgram, UsageError } from './options.js';

const PROGRAM = 'node bench/learn.js';
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const FIRST_SEED = 1001;
const OPTIMIZERS = ['preconditioned', 'sgd', 'momentum', 'adam', 'adamw'];
const RECOVERY = [
  { dim: 16, steps: 2000 },
  { dim: 64, steps: 4000 },
  { dim: 256, steps: 10000 },
  { dim: 768, steps: 20000 },
];
const CHECKS = 200;
const GOOD = 0.01;
const plainRate = (dim) => Math.min(0.02, 5.12 / dim);

const HELP = `${PROGRAM}: learning curves, over seeds
  --seeds N    how many; 10
  --quick      2 seeds, and no dimension above 64
  --out FILE   bench/results/learn.json, and the chart beside it as .svg
  --dist FOLDER
  --help       this`;

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1];
}

const worst = (values) => Math.max(...values);

/** Errors at `CHECKS` points of a run, and the first step with an error of 1 %. */
function run({ learn, factors }, map, steps, sample = () => map.sample(), mapAt = () => map) {
  const every = Math.max(1, Math.round(steps / CHECKS));
  const curve = [];
  let reached = Infinity;
  for (let step = 1; step <= steps; step++) {
    const { x, target } = sample(step);
    learn(x, target);
    if (step % every === 0) {
      const error = mapError(factors(), mapAt(step));
      curve.push({ step, error });
      if (error <= GOOD && reached === Infinity) reached = step;
    }
  }
  return { curve, reached, final: curve.at(-1).error };
}

function learners({ MicroLoRA }, dim, seed) {
  const ours = (options) => {
    const lora = new MicroLoRA({ dim, seed, ...options });
    return {
      learn: (x, target) => lora.learn(x, target),
      factors: () => factorsOf(lora.getWeights(), lora.rank, lora.alpha),
      free: () => lora.free(),
    };
  };
  const plain = new PlainSgd(dim, plainRate(dim), randomNumbers(seed));
  return {
    ours,
    plain: { learn: (x, t) => plain.learn(x, t), factors: () => plain.factors, free() {} },
  };
}

function recovery(api, { dim, steps }, seeds) {
  const results = {};
  for (const name of [...OPTIMIZERS, 'plain JS']) {
    const runs = seeds.map((seed) => {
      const { ours, plain } = learners(api, dim, seed);
      const map = new HiddenMap(dim, randomNumbers(seed));
      const learner = name === 'plain JS' ? plain : ours({ optimizer: name });
      const result = run(learner, map, steps);
      learner.free();
      return result;
    });
    results[name] = {
      stepsToGood: {
        median: median(runs.map((r) => r.reached)),
        worst: worst(runs.map((r) => r.reached)),
      },
      final: { median: median(runs.map((r) => r.final)), worst: worst(runs.map((r) => r.final)) },
      curve: runs[0].curve.map(({ step }, i) => ({
        step,
        error: median(runs.map((r) => r.curve[i].error)),
      })),
    };
  }
  return results;
}

/** Alpha and the scale of the inputs, with nothing else set. */
function invariance(api, seeds) {
  const rows = [];
  for (const alpha of [0.01, 1, 10]) {
    for (const scale of [0.01, 1, 100]) {
      const reached = seeds.map((seed) => {
        const map = new HiddenMap(256, randomNumbers(seed));
        const lora = new api.MicroLoRA({ dim: 256, alpha, seed });
        const { reached: at } = run(
          {
            learn: (x, t) => lora.learn(x, t),
            factors: () => factorsOf(lora.getWeights(), 2, alpha),
          },
          map,
          8000,
          () => map.sample(scale),
        );
        lora.free();
        return at;
      });
      rows.push({ alpha, scale, median: median(reached), worst: worst(reached) });
    }
  }
  return rows;
}

/** The map is another one after half of the steps. */
function tracking(api, seeds) {
  const dim = 64;
  const steps = 4000;
  return Object.fromEntries(
    ['preconditioned', 'sgd', 'adam'].map((optimizer) => {
      const runs = seeds.map((seed) => {
        const random = randomNumbers(seed);
        const maps = [new HiddenMap(dim, random), new HiddenMap(dim, random)];
        const mapAt = (step) => maps[Number(step > steps / 2)];
        const { ours } = learners(api, dim, seed);
        const learner = ours({ optimizer });
        const { curve } = run(learner, maps[0], steps, (step) => mapAt(step).sample(), mapAt);
        learner.free();
        return curve;
      });
      const curve = runs[0].map(({ step }, i) => ({
        step,
        error: median(runs.map((r) => r[i].error)),
      }));
      return [optimizer, curve];
    }),
  );
}

/** Noise as strong as the signal: where errors settle, by learning rate. */
function noisy(api, seeds) {
  const dim = 64;
  const counts = [250, 500, 1000, 2000, 4000, 8000];
  const curves = {};
  for (const learningRate of [0.05, 0.1, 0.25, 0.5, 1]) {
    const runs = seeds.map((seed) => {
      const map = new HiddenMap(dim, randomNumbers(seed));
      const { ours } = learners(api, dim, seed);
      const learner = ours({ learningRate });
      const { curve } = run(learner, map, counts.at(-1), () => map.sample(1, 1));
      learner.free();
      return curve;
    });
    curves[`rate ${learningRate}`] = runs[0].map(({ step }, i) => ({
      step,
      error: median(runs.map((r) => r[i].error)),
    }));
  }
  const ceiling = seeds.map((seed) =>
    leastSquaresErrors(new HiddenMap(dim, randomNumbers(seed)), counts, 1),
  );
  curves['least squares'] = counts.map((step, i) => ({
    step,
    error: median(ceiling.map((errors) => errors[i])),
  }));
  return curves;
}

/** A new scope beside four that have learned: with its category, from it alone, and on its own. */
function fallback(api, seeds) {
  const dim = 16;
  const counts = [0, 10, 100, 1000];
  const table = { fallback: [], 'category only': [], 'own only': [] };
  for (const seed of seeds) {
    const random = randomNumbers(seed);
    const shared = new HiddenMap(dim, random, 1, 1);
    const maps = Array.from({ length: 5 }, () => {
      const map = new HiddenMap(dim, random, 0.3, 1);
      map.factors.push(...shared.factors);
      return map;
    });
    const names = maps.map((_, i) => `s${i}`);
    const options = { dim, seed, learningRate: 0.25 };
    const set = new api.ScopedLoRA({ ...options, scopes: names, categories: { all: names } });
    const everybody = new api.MicroLoRA(options);
    const alone = new api.MicroLoRA(options);
    const teach = (i) => {
      const { x, target } = maps[i].sample();
      set.learn(i, x, target);
      everybody.learn(x, target);
      if (i === 4) alone.learn(x, target);
    };
    for (let step = 0; step < 1000; step++) for (let i = 0; i < 4; i++) teach(i);
    // Errors on fresh samples: the answer counts, whichever adapter gives it.
    const errorOf = (answer) => {
      let wrong = 0;
      let all = 0;
      const fresh = randomNumbers(seed + 7919);
      for (let i = 0; i < 200; i++) {
        const x = fresh.vector(dim);
        const y = answer(x);
        const m = new Float64Array(dim);
        for (const { a, b } of maps[4].factors) {
          const h = dot(a, x);
          for (let o = 0; o < dim; o++) m[o] += h * b[o];
        }
        for (let o = 0; o < dim; o++) {
          wrong += (y[o] - x[o] - m[o]) ** 2;
          all += m[o] ** 2;
        }
      }
      return Math.sqrt(wrong / all);
    };
    const row = { fallback: [], 'category only': [], 'own only': [] };
    for (let n = 0; n <= counts.at(-1); n++) {
      if (counts.includes(n)) {
        row.fallback.push(errorOf((x) => set.forward(4, x)));
        row['category only'].push(errorOf((x) => everybody.forward(x)));
        row['own only'].push(errorOf((x) => alone.forward(x)));
      }
      teach(4);
      for (let i = 0; i < 4; i++) teach(i);
    }
    for (const name of Object.keys(table)) table[name].push(row[name]);
    for (const object of [set, everybody, alone]) object.free();
  }
  return {
    counts,
    ...Object.fromEntries(
      Object.entries(table).map(([name, rows]) => [
        name,
        counts.map((_, i) => rows.reduce((sum, row) => sum + row[i], 0) / rows.length),
      ]),
    ),
  };
}

/** Only rewards, with noise on the answers: (a) one input, (b) random inputs and a hidden map. */
function rewards(api, seeds) {
  const dim = 16;
  const cases = [
    { id: 'a', label: 'one input', explore: 0.1, learningRate: 0.5, steps: 5000, wanted: 0.05 },
    {
      id: 'b',
      label: 'random inputs',
      explore: 0.3,
      learningRate: 0.25,
      steps: 20000,
      wanted: 0.25,
    },
  ];
  return cases.map(({ id, explore, learningRate, steps, ...rest }) => {
    const runs = seeds.map((seed) => {
      const random = randomNumbers(seed);
      const map = new HiddenMap(dim, random);
      const lora = new api.MicroLoRA({ dim, seed, explore, learningRate });
      const fixed = random.vector(dim);
      const goal = fixed.map((value) => value + random.normal());
      const y = new Float32Array(dim);
      const distance = () => {
        let sum = 0;
        lora.setOptions({ explore: 0 });
        lora.forward(fixed, y);
        lora.setOptions({ explore });
        for (let i = 0; i < dim; i++) sum += (y[i] - goal[i]) ** 2;
        return Math.sqrt(sum);
      };
      const errorNow = () =>
        id === 'a' ? distance() / start : mapError(factorsOf(lora.getWeights(), 2), map);
      const start = distance();
      const curve = [];
      for (let step = 1; step <= steps; step++) {
        const { x, target } = id === 'a' ? { x: fixed, target: goal } : map.sample();
        lora.forward(x, y);
        let reward = 0;
        for (let i = 0; i < dim; i++) reward -= (y[i] - target[i]) ** 2;
        lora.adaptWithReward(reward);
        if (step % (steps / CHECKS) === 0) curve.push({ step, error: errorNow() });
      }
      lora.free();
      return curve;
    });
    const finals = runs.map((curve) => curve.at(-1).error);
    return {
      id,
      explore,
      learningRate,
      steps,
      ...rest,
      final: { median: median(finals), worst: worst(finals) },
      curve: runs[0].map(({ step }, i) => ({ step, error: median(runs.map((r) => r[i].error)) })),
    };
  });
}

const percent = (value) =>
  value < 1e-3 ? value.toExponential(1) : `${(100 * value).toFixed(1)} %`;

function print(results) {
  const table = (head, rows) => {
    const output = new Table({ head, style: { head: [], border: [], compact: true } });
    output.push(...rows);
    console.log(output.toString());
  };
  const names = [...OPTIMIZERS, 'plain JS'];
  table(
    ['steps to 1 %, median (worst); final error', ...names],
    Object.entries(results.recovery).map(([dim, row]) => [
      `dim ${dim}`,
      ...names.map((name) => {
        const { stepsToGood: s, final } = row[name];
        return `${s.median === Infinity ? '-' : s.median} (${s.worst === Infinity ? '-' : s.worst}); ${percent(final.median)}`;
      }),
    ]),
  );
  table(
    ['defaults, dim 256: alpha, scale of inputs', 'steps to 1 %, median', 'worst'],
    results.invariance.map((row) => [`${row.alpha}, ${row.scale}`, row.median, row.worst]),
  );
  table(
    ['new scope, examples', ...results.fallback.counts],
    ['fallback', 'category only', 'own only'].map((name) => [
      name,
      ...results.fallback[name].map((e) => e.toFixed(4)),
    ]),
  );
  table(
    ['rewards only', 'explore', 'rate', 'rewards', 'left, median', 'worst seed', 'wanted'],
    results.rewards.map((r) => [
      r.label,
      r.explore,
      r.learningRate,
      r.steps,
      percent(r.final.median),
      percent(r.final.worst),
      percent(r.wanted),
    ]),
  );
  table(
    ['noise as strong as the signal, dim 64', 'error after 8000'],
    Object.entries(results.noisy).map(([name, curve]) => [name, percent(curve.at(-1).error)]),
  );
}

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
  const count = Number(values.seeds ?? (values.quick ? 2 : 10));
  if (!Number.isInteger(count) || count < 1) {
    throw new UsageError(`--seeds must be a whole number above 0, got ${values.seeds}`);
  }
  const seeds = Array.from({ length: count }, (_, i) => FIRST_SEED + i);
  const dist = resolve(values.dist ?? here('../dist'));
  const api = await import(pathToFileURL(`${dist}/microlora.js`).href);
  await api.default();
  const sizes = RECOVERY.filter(({ dim }) => !values.quick || dim <= 64);
  const tasks = [
    ...sizes.map((size) => [`recovery, dim ${size.dim}`, () => recovery(api, size, seeds)]),
    ['any alpha and scale', () => invariance(api, seeds)],
    ['a map that changes', () => tracking(api, seeds)],
    ['noise', () => noisy(api, seeds)],
    ['fallback', () => fallback(api, seeds)],
    ['rewards', () => rewards(api, seeds)],
  ];
  const bar = new SingleBar({
    format: '{bar} {value} of {total} | {task}',
    stream: process.stderr,
    noTTYOutput: true,
  });
  bar.start(tasks.length, 0, { task: '' });
  const found = [];
  for (const [task, work] of tasks) {
    bar.update(found.length, { task });
    found.push(work());
  }
  bar.stop();
  const [invarianceRows, track, noise, fallbackTable, rewardRows] = found.slice(sizes.length);
  const results = {
    ...describeRun(dist),
    command: ['make bench-learn, or:', PROGRAM, ...process.argv.slice(2)].join(' '),
    seeds,
    recovery: Object.fromEntries(sizes.map(({ dim }, i) => [dim, found[i]])),
    invariance: invarianceRows,
    tracking: track,
    noisy: noise,
    fallback: fallbackTable,
    rewards: rewardRows,
  };
  const out = resolve(values.out ?? here('results/learn.json'));
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(results)}\n`);
  const chart = out.replace(/(\.json)?$/, '.svg');
  writeFileSync(chart, drawLearning(results));
  print(results);
  console.log(`written: ${relative('.', out)} and ${relative('.', chart)}`);
});
