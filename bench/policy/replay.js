// The queries of make demo again, with the times that were measured: only the chosen plan's is seen.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { embed } from '../../glue/examples/query-optimizer/embedding.js';
import { UsageError } from '../../test-wasm/support/command-line.js';
import { createRandom } from '../real/random.js';

const FILE = fileURLToPath(new URL('plans.json.gz', import.meta.url));
const OVER = 1.2;
const FROM = 48; // queries, before a prefix counts

const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

let stored;

export function readPlans() {
  stored ??= JSON.parse(gunzipSync(readFileSync(FILE)));
  return stored;
}

/**
 * The queries of a database. A scope is a template; x is its features as in make demo; `times` are
 * medians in ms, `baseline` is the first run of the default, plan 0.
 */
export function readQueries(seed) {
  const { stepsPerLog, databases } = readPlans();
  const found = databases.find((database) => database.seed === seed);
  if (!found) {
    const seeds = databases.map((database) => database.seed).join(', ');
    throw new UsageError(`the plans of database ${seed} are not among those measured: ${seeds}`);
  }
  const { templates, queries } = found;
  const ms = (value) => Math.exp(value / stepsPerLog) / 1000;
  return queries.map(([template, features, runs]) => ({
    template,
    x: embed(
      features.map((value, i) =>
        templates[template].kinds[i] === 'amount' ? { amount: value } : { index: value },
      ),
    ),
    times: runs.map((run) => median(run.map(ms))),
    baseline: ms(runs[0][0]),
  }));
}

/** The same plans under other numbers, so that the default is the best one of every query. */
export const nothingToGain = (queries) =>
  queries.map(({ times, ...query }) => {
    const sorted = [...times].sort((a, b) => a - b);
    return { ...query, times: sorted, baseline: sorted[0] };
  });

/** The plan of each query, and what was paid: one that was stopped costs its limit and the default. */
function follow(learner, queries, passed) {
  const followed = queries.map(({ template, x, times, baseline }) => {
    const options = { arms: [...times.keys()], baseline: passed ? baseline : undefined };
    const { id, arm, limit } = learner.choose(template, x, options);
    const stopped = arm !== 0 && times[arm] > limit;
    learner.learn(id, stopped ? { stopped: limit } : times[arm]);
    return { arm, paid: stopped ? limit + times[0] : times[arm] };
  });
  learner.free?.();
  return followed;
}

const sum = (values) => values.reduce((total, value) => total + value, 0);

/** Of what was paid, and what the default would have cost. */
export function summarizePaid(paid, queries) {
  const own = queries.map(({ times }) => times[0]);
  const half = paid.length >> 1;
  const ratios = paid.map((ms, i) => ms / own[i]);
  let worstPrefix = 0;
  let paidSoFar = 0;
  let ownSoFar = 0;
  paid.forEach((ms, i) => {
    paidSoFar += ms;
    ownSoFar += own[i];
    if (i + 1 >= FROM) worstPrefix = Math.max(worstPrefix, paidSoFar / ownSoFar);
  });
  return {
    total: sum(paid) / sum(own),
    second: sum(paid.slice(half)) / sum(own.slice(half)),
    over: ratios.filter((ratio) => ratio > OVER).length,
    overSecond: ratios.slice(half).filter((ratio) => ratio > OVER).length,
    worst: Math.max(...ratios),
    worstSecond: Math.max(...ratios.slice(half)),
    worstPrefix,
  };
}

const makeFor = (makeLearner, queries, seed, patience) =>
  makeLearner({
    dim: queries[0].x.length,
    arms: Math.max(...queries.map(({ times }) => times.length)),
    scopes: 1 + Math.max(...queries.map(({ template }) => template)),
    objective: 'latency',
    guard: { patience },
    random: createRandom(seed, 'choices of plans'),
    seed,
  });

/** `patience` is for learners with a guard; `passed`: whether they are told the baseline. */
export function replay(makeLearner, queries, seed, { passed, patience = 2 }) {
  const learner = makeFor(makeLearner, queries, seed, patience);
  const paid = follow(learner, queries, passed).map((one) => one.paid);
  return summarizePaid(paid, queries);
}

const FACTORS = [1000, 0.001];

/** How many choices are others where contexts, or times, are in other units; the most of four. */
export function countChanged(makeLearner, queries, seed, { passed }) {
  const choose = (given) =>
    follow(makeFor(makeLearner, given, seed, 2), given, passed).map(({ arm }) => arm);
  const plain = choose(queries);
  const changed = FACTORS.flatMap((factor) => [
    queries.map((query) => ({ ...query, x: query.x.map((value) => factor * value) })),
    queries.map((query) => ({
      ...query,
      times: query.times.map((ms) => factor * ms),
      baseline: factor * query.baseline,
    })),
  ]).map((given) => choose(given).filter((arm, i) => arm !== plain[i]).length);
  return Math.max(...changed);
}

/** Always the best plan of the query, or the best plan of its template: known only afterwards. */
export function hindsight(queries, kind) {
  const totals = new Map();
  for (const { template, times } of queries) {
    const sums = totals.get(template) ?? times.map(() => 0);
    totals.set(
      template,
      sums.map((total, plan) => total + times[plan]),
    );
  }
  const paid = queries.map(({ template, times }) => {
    if (kind === 'query') return Math.min(...times);
    const sums = totals.get(template);
    return times[sums.indexOf(Math.min(...sums))];
  });
  return summarizePaid(paid, queries);
}
