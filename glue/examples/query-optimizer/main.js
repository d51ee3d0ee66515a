// Command line of the demo: database, learning, measuring, report, chart.
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import init from 'microlora';
import { checkFolder, runProgram } from '../common/usage.js';
import { HELP, readOptions } from './options.js';
import { openEngine } from './engine.js';
import { countRows, createDatabase } from './database.js';
import { checkVariants } from './check.js';
import { createProgress } from '../common/progress.js';
import { createWorkload, runExperiment } from './experiment.js';
import { summarise } from './summary.js';
import { summariseLearning } from './learning-summary.js';
import { runSeeds } from './seeds.js';
import { drawChart } from './chart.js';
import * as report from './report.js';
import * as learningReport from './report-learning.js';

const FULL = { train: 60, heldOut: 20 };
const QUICK = { train: 20, heldOut: 6 };
const CHECKED_PARAMETERS = 8;

const inWords = (count) => count.toLocaleString('en');
const section = (title, text) => console.log(`\n${title}\n\n${text}`);

/** Prints one line a template. Returns true if all rows are the same. */
function runCheck(engine, seed) {
  const checks = checkVariants(engine, seed, CHECKED_PARAMETERS);
  for (const { template, plans, parameters, rows, differences } of checks) {
    const result = differences.length === 0 ? 'same rows' : 'DIFFERENT ROWS';
    console.log(
      `${template.name.padEnd(20)} ${template.variants.length} variants, ${plans} plans, ` +
        `${parameters} parameters, ${rows} rows: ${result}`,
    );
    for (const { label, params } of differences) console.log(`  ${label}: ${params.join(', ')}`);
  }
  return checks.every(({ differences }) => differences.length === 0);
}

async function runDemo(engine, { quick, file, rows, ...options }) {
  const workload = createWorkload(engine, options.seed, quick ? QUICK : FULL);
  const { templates, plans } = workload;
  const trained = workload.train.flat().length;
  console.log(
    `${templates.length} kinds of query, ${plans.length} plans: learning from ${trained} queries,` +
      ` then measuring\n${workload.heldOut.length} queries with parameters never seen before\n`,
  );
  const progress = createProgress(trained + workload.heldOut.length, 'queries');
  const run = await runExperiment(engine, workload, {
    ...options,
    onQuery: progress.tick,
    onPhase: progress.phase,
  });
  progress.stop();

  const summary = summarise(templates, run);
  const learning = summariseLearning(templates, run.records);
  section('While learning', learningReport.learningTotals(learning));
  console.log(`\n${learningReport.guardLines(learning, run.learner, run.micros)}`);
  section('While learning, by kind of query', learningReport.learningTable(learning));
  section('Held-out queries', report.templateTable(summary));
  section('Totals', report.totalsTable(summary));
  console.log(`\n${report.verdict(summary)}`);
  section('What was learned', report.learnedRules(run.best, workload));
  section('How it was measured', report.method(options));
  run.learner.policy.free();

  await writeFile(file, await drawChart(summary, learning, { rows }));
  console.log(`\nChart: ${file}`);
}

async function main(args) {
  const options = readOptions(args);
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  if (options.seeds) {
    await init();
    await runSeeds({ ...options, counts: options.quick ? QUICK : FULL });
    return 0;
  }
  const file = resolve(options.out);
  await checkFolder(file);
  await init();
  const engine = await openEngine();
  createDatabase(engine.db, options.seed);
  const rows = countRows(engine.db);
  console.log(`SQLite ${engine.version}, ${inWords(rows)} rows of sales, seed ${options.seed}`);
  if (options.check && !runCheck(engine, options.seed)) return 1;
  if (!options.check) await runDemo(engine, { ...options, file, rows });
  console.log(`Done in ${(performance.now() / 1000).toFixed(1)} s`);
  return 0;
}

await runProgram(main);
