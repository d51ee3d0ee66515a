// The experiment on several databases: one line of figures each, and their means.
import { createDatabase } from './database.js';
import { openEngine } from './engine.js';
import { createWorkload, runExperiment } from './experiment.js';
import { summariseLearning } from './learning-summary.js';
import { summarise } from './summary.js';
import { createProgress } from '../common/progress.js';
import { sum } from '../common/numbers.js';

const HEADS = [
  'seed',
  'paid/own',
  '> 1.2x',
  'worst',
  'held back',
  '| held-out',
  'best',
  '> 1.2x',
  'worst',
  'worst kind',
];
const DIGITS = [0, 3, 0, 1, 0, 3, 3, 0, 1, 2];
const line = (words) => words.map((word, i) => String(word).padStart(HEADS[i].length)).join('  ');

async function runSeed(seed, options) {
  const engine = await openEngine();
  createDatabase(engine.db, seed);
  const workload = createWorkload(engine, seed, options.counts);
  const total = workload.train.flat().length + workload.heldOut.length;
  const progress = createProgress(total, `queries of seed ${seed}`);
  const run = await runExperiment(engine, workload, {
    ...options,
    seed,
    onQuery: progress.tick,
    onPhase: progress.phase,
  });
  progress.stop();
  const learning = summariseLearning(workload.templates, run.records);
  const { totals, over, worst, worstTemplate } = summarise(workload.templates, run);
  run.learner.policy.free();
  engine.db.close();
  return [
    seed,
    learning.paid / learning.own,
    learning.over,
    learning.worst.ratio,
    learning.heldBack,
    totals.chosen / totals.own,
    totals.best / totals.own,
    over,
    worst,
    worstTemplate,
  ];
}

/** Prints as it goes: ten seeds take some ten minutes. */
export async function runSeeds({ seeds, ...options }) {
  console.log(line(HEADS));
  const rows = [];
  for (const seed of seeds) {
    const row = await runSeed(seed, options);
    rows.push(row);
    console.log(line(row.map((value, i) => value.toFixed(DIGITS[i]))));
  }
  const means = HEADS.map((_, i) => sum(rows.map((row) => row[i])) / rows.length);
  console.log(
    line(['mean', ...means.slice(1).map((value, i) => value.toFixed(DIGITS[i + 1] || 1))]),
  );
  const most = HEADS.map((_, i) => Math.max(...rows.map((row) => row[i])));
  console.log(line(['most', ...most.slice(1).map((value, i) => value.toFixed(DIGITS[i + 1]))]));
}
