// The experiment: learn on the training queries, then run every plan of every held-out query.
import { setImmediate as breathe } from 'node:timers/promises';
import { embed } from './embedding.js';
import { splitParameters } from './parameters.js';
import { prepareTemplates } from './templates.js';
import { readStatistics } from './statistics.js';
import { train } from './training.js';
import { argmin, median } from '../common/numbers.js';

const WARM_UP_MS = 100;
const REPEATS = 3;
const REPEATS_BELOW_1_MS = 9;

/** The queries of all templates, `train` and `heldOut` of each, with disjoint parameters. */
export function createWorkload(engine, seed, counts) {
  const statistics = readStatistics(engine.db);
  const { templates, plans } = prepareTemplates(engine);
  const rounds = { train: [], heldOut: [] };
  for (const template of templates) {
    const split = splitParameters(seed, template, statistics, counts);
    for (const [part, list] of Object.entries(split)) {
      list.forEach((params, round) => {
        const features = template.features(statistics, params);
        const embedding = embed(features);
        (rounds[part][round] ??= []).push({ template, params, features, embedding });
      });
    }
  }
  return { templates, plans, train: rounds.train, heldOut: rounds.heldOut.flat() };
}

/** Runs all plans of a query in turn, again and again, each time from another start. */
function measureAll(engine, { template, params }, limitMs) {
  const { variants } = template;
  const first = engine.run(variants[0].statement, params);
  const repeats = first.ms < 1 ? REPEATS_BELOW_1_MS : REPEATS;
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
 * What a choice costs. A plan that hits its limit is stopped, and then SQLite's own plan has to run
 * as well; its steps up to there are taken as a share of those that were measured.
 */
function costOf(measured, { arm, limit }) {
  const { ms, vmSteps } = measured[arm];
  if (ms <= limit) return { ms, vmSteps };
  return {
    ms: limit + measured[0].ms,
    vmSteps: (vmSteps * limit) / ms + measured[0].vmSteps,
  };
}

/** Runs every plan once, so that no time has a first run's compilation in it. */
function warmUp(engine, { templates, heldOut }) {
  for (const template of templates) {
    const { params } = heldOut.find((query) => query.template === template);
    for (const { statement } of template.variants) engine.run(statement, params, WARM_UP_MS);
  }
}

/** A plan is measured for as long as any decision for it would have let it run. */
const longestLimit = (least, decisions) =>
  Math.max(least, ...decisions.filter(({ arm }) => arm !== 0).map(({ limit }) => limit));

/**
 * Trains, then evaluates. Choices for the held-out queries are made before any of them runs. `costs`
 * of a result are by plan, `choices` by point of the curve, and `chosen` is the last of those.
 */
export async function runExperiment(engine, workload, { onPhase, ...options }) {
  warmUp(engine, workload);
  onPhase('learning');
  const trained = await train(engine, workload, options);
  const { limits, curve } = trained;

  onPhase('measuring');
  const results = [];
  for (const [i, query] of workload.heldOut.entries()) {
    const decisions = curve.map(({ choices }) => choices[i]);
    const limitMs = longestLimit(limits.of(query.template), decisions);
    const measured = measureAll(engine, query, limitMs);
    const costs = measured.map((_, arm) =>
      costOf(measured, { arm, limit: arm ? limitMs : Infinity }),
    );
    const choices = decisions.map((decision) => costOf(measured, decision));
    const best = argmin(costs.map(({ ms }) => ms));
    const { arm } = decisions.at(-1);
    results.push({ query, costs, choices, choice: arm, chosen: choices.at(-1), best });
    options.onQuery();
    await breathe();
  }
  return { ...trained, results };
}
