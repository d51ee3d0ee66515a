// Learning: each training query runs once, by the plan that the policy chooses.
import { setImmediate as breathe } from 'node:timers/promises';
import { createLearner } from './learner.js';
import { createOwnTimes } from './own-times.js';
import { median } from '../common/numbers.js';
import { createRandom } from '../common/random.js';

/** The median of what a piece of work takes. */
function createStopwatch() {
  const times = [];
  return {
    time(work) {
      const start = performance.now();
      const result = work();
      times.push(performance.now() - start);
      return result;
    },
    micros: () => 1000 * median(times),
  };
}

/** Time limits by template, for measuring: they grow with the slowest run of SQLite's own plan. */
function createLimits() {
  const PATIENCE = 3;
  const LEAST_MS = 5;
  const slowest = new Map();
  return {
    note: ({ name }, ms) => slowest.set(name, Math.max(ms, slowest.get(name) ?? 0)),
    of: ({ name }) => Math.max(LEAST_MS, PATIENCE * slowest.get(name)),
  };
}

/**
 * What the query would have taken with SQLite's own plan and with the fastest one: for the report,
 * after the policy has learned. Where a run has shown that already, it is not made again.
 */
function lookBack(runPlan, variants, { arm, tried, own }) {
  const ownMs = own?.ms ?? runPlan(0).ms;
  let best = arm === 0 || tried.timedOut ? ownMs : Math.min(ownMs, tried.ms);
  for (let v = 1; v < variants.length; v++) {
    if (v === arm) continue;
    const { ms, timedOut } = runPlan(v, best);
    if (!timedOut) best = Math.min(best, ms);
  }
  return { own: ownMs, best };
}

/**
 * One query: choose, run up to the limit, learn. A plan that was stopped is followed by SQLite's
 * own, and both are paid. With `paired` SQLite's own plan runs first, is passed as the baseline, and
 * is not paid.
 */
function learnFrom(engine, query, { learner, ownTimes, paired, estimate, learning }) {
  const { variants } = query.template;
  const runPlan = (v, limit) => engine.run(variants[v].statement, query.params, limit);
  let own = paired ? runPlan(0) : undefined;
  const guess = estimate ? ownTimes.estimate(query) : undefined;
  const decision = learner.explore(query, own?.ms ?? guess);
  const { arm, reason, limit } = decision;
  const tried = arm === 0 && paired ? own : runPlan(arm, limit);
  learning.time(() => learner.learn(decision, tried));
  if (arm === 0) own = tried;
  if (tried.timedOut) own ??= runPlan(0);
  if (own) ownTimes.note(query, own.ms);
  const paid = tried.ms + (tried.timedOut && !paired ? own.ms : 0);
  const { timedOut: stopped } = tried;
  return { query, arm, reason, stopped, paid, ...lookBack(runPlan, variants, { arm, tried, own }) };
}

/** Runs each training query once; a curve of choices for the held-out ones shows the progress. */
export async function train(engine, workload, { seed, paired, estimate, onQuery }) {
  const random = createRandom(seed, 'exploration');
  const learner = createLearner(workload.templates, { seed, paired });
  const ownTimes = createOwnTimes();
  const limits = createLimits();
  const choosing = createStopwatch();
  const learning = createStopwatch();
  const best = (query) =>
    learner.best(query, paired || estimate ? ownTimes.estimate(query) : undefined);
  const chooseAll = () => workload.heldOut.map((query) => choosing.time(() => best(query)));
  const curve = [{ queries: 0, choices: chooseAll() }];
  const records = [];
  for (const round of workload.train) {
    for (const query of random.shuffle([...round])) {
      const record = learnFrom(engine, query, { learner, ownTimes, paired, estimate, learning });
      limits.note(query.template, record.own);
      records.push(record);
      onQuery();
      await breathe();
    }
    curve.push({ queries: records.length, choices: chooseAll() });
  }
  const micros = { choose: choosing.micros(), learn: learning.micros() };
  return { learner, best, limits, records, curve, micros };
}
