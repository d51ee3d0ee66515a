// The experiment: learn on the training queries, then run every plan of every held-out query.
import { setImmediate as breathe } from 'node:timers/promises';
import { createLearner } from './learner.js';
import { embed, embeddingDim } from './embedding.js';
import { splitParameters } from './parameters.js';
import { prepareTemplates } from './templates.js';
import { readStatistics } from './statistics.js';
import { createRandom } from '../common/random.js';
import { argmin, median } from '../common/numbers.js';

// A plan may take this many times as long as the slowest run of SQLite's own plan of the same
// template so far; then it is stopped.
const PATIENCE = 3;
const LEAST_LIMIT_MS = 5;
const LAST_EXPLORATION = 0.1;
const REPEATS = 3;
const REPEATS_BELOW_1_MS = 9;

/** The queries of all templates, `train` and `heldOut` of each, with disjoint parameters. */
export function createWorkload(engine, seed, counts) {
  const statistics = readStatistics(engine.db);
  const { templates, plans } = prepareTemplates(engine);
  const dim = embeddingDim(templates.length);
  const rounds = { train: [], heldOut: [] };
  for (const template of templates) {
    const split = splitParameters(seed, template, statistics, counts);
    for (const [part, list] of Object.entries(split)) {
      list.forEach((params, round) => {
        const features = template.features(statistics, params);
        const embedding = embed(template, features, dim);
        (rounds[part][round] ??= []).push({ template, params, features, embedding });
      });
    }
  }
  return { templates, plans, dim, train: rounds.train, heldOut: rounds.heldOut.flat() };
}

/** Time limits by template: they grow with the slowest run of SQLite's own plan. */
function createLimits() {
  const slowest = new Map();
  return {
    note: ({ name }, ms) => slowest.set(name, Math.max(ms, slowest.get(name) ?? 0)),
    of: ({ name }) => Math.max(LEAST_LIMIT_MS, PATIENCE * slowest.get(name)),
  };
}

function createStopwatch() {
  let ms = 0;
  let calls = 0;
  return {
    time(work) {
      const start = performance.now();
      const result = work();
      ms += performance.now() - start;
      calls++;
      return result;
    },
    meanMicros: () => (1000 * ms) / calls,
  };
}

/** Learns from one run of each training query; a curve of choices shows the progress. */
async function train(engine, workload, { seed, limits, onQuery }) {
  const total = workload.train.flat().length;
  const random = createRandom(seed, 'exploration');
  const { dim, plans } = workload;
  const learner = createLearner({ dim, plans, capacity: total, random, seed });
  const choosing = createStopwatch();
  const learning = createStopwatch();
  const chooseAll = () => workload.heldOut.map((query) => choosing.time(() => learner.best(query)));
  const curve = [{ queries: 0, choices: chooseAll() }];
  let done = 0;
  let timeouts = 0;
  for (const round of workload.train) {
    for (const query of random.shuffle([...round])) {
      const { template, params } = query;
      const own = engine.run(template.variants[0].statement, params);
      limits.note(template, own.ms);
      const probability = 1 - (1 - LAST_EXPLORATION) * (done / total);
      const variant = learner.explore(query, probability);
      const tried =
        variant === 0
          ? own
          : engine.run(template.variants[variant].statement, params, limits.of(template));
      const outcome = { executionMs: tried.ms, baselineMs: own.ms, censored: tried.timedOut };
      learning.time(() => learner.observe(query, variant, outcome));
      timeouts += tried.timedOut;
      done++;
      onQuery();
      await breathe();
    }
    curve.push({ queries: done, choices: chooseAll() });
  }
  const micros = { choose: choosing.meanMicros(), learn: learning.meanMicros() };
  return { learner, curve, timeouts, micros };
}

/** Runs all plans of a query in turn, again and again, each time from another start. */
function measureAll(engine, { template, params }, limitMs) {
  const { variants } = template;
  const warmUp = engine.run(variants[0].statement, params);
  const repeats = warmUp.ms < 1 ? REPEATS_BELOW_1_MS : REPEATS;
  const measured = variants.map(() => ({ times: [], vmSteps: 0, timedOut: false }));
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (let turn = 0; turn < variants.length; turn++) {
      const v = (repeat + turn) % variants.length;
      const result = measured[v];
      if (result.timedOut) continue;
      const run = engine.run(variants[v].statement, params, v === 0 ? Infinity : limitMs);
      result.times.push(run.ms);
      result.vmSteps = run.vmSteps;
      result.timedOut = run.timedOut;
    }
  }
  return measured.map(({ times, vmSteps, timedOut }) => ({ ms: median(times), vmSteps, timedOut }));
}

/**
 * What the choice of a plan costs. A plan that hits the limit is stopped, and then SQLite's own
 * plan has to run as well.
 */
function costOf(measured, variant, limitMs) {
  const { ms, vmSteps, timedOut } = measured[variant];
  if (!timedOut) return { ms, vmSteps };
  return { ms: limitMs + measured[0].ms, vmSteps: vmSteps + measured[0].vmSteps };
}

/** Trains, then evaluates. Choices for the held-out queries are made before any of them runs. */
export async function runExperiment(engine, workload, { seed, onQuery, onPhase }) {
  const limits = createLimits();
  onPhase('learning');
  const trained = await train(engine, workload, { seed, limits, onQuery });

  onPhase('measuring');
  const { choices } = trained.curve.at(-1);
  const results = [];
  for (const [i, query] of workload.heldOut.entries()) {
    const limitMs = limits.of(query.template);
    const measured = measureAll(engine, query, limitMs);
    const costs = measured.map((_, v) => costOf(measured, v, limitMs));
    const best = argmin(costs.map(({ ms }) => ms));
    results.push({ query, costs, choice: choices[i], best });
    onQuery();
    await breathe();
  }
  return { ...trained, results };
}
