// Command line of the example: learning over seeds, report, chart.
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import init from 'microlora';
import { createProgress } from '../common/progress.js';
import { checkFolder, runProgram } from '../common/usage.js';
import { drawChart } from './chart.js';
import { CLIENTS, runSeed } from './experiment.js';
import { HELP, readOptions } from './options.js';
import { METHOD, resultTable } from './report.js';
import { summarise } from './summary.js';

const FIRST_SEED = 1;

async function main(args) {
  const options = readOptions(args);
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const file = resolve(options.out);
  await checkFolder(file);
  if (options.json !== undefined) await checkFolder(resolve(options.json));
  await init();

  const progress = createProgress(options.seeds, 'seeds');
  const runs = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + options.seeds; seed++) {
    progress.phase(`${CLIENTS} clients`);
    runs.push(await runSeed(seed));
    progress.tick();
  }
  progress.stop();
  const summary = summarise(runs);
  console.log(`\n${resultTable(summary)}\n\n${METHOD}`);

  await writeFile(file, await drawChart(summary, { clients: CLIENTS }));
  console.log(`\nChart: ${file}`);
  if (options.json !== undefined) {
    const results = { clients: CLIENTS, node: process.version, summary, runs };
    await writeFile(options.json, `${JSON.stringify(results)}\n`);
    console.log(`Numbers: ${options.json}`);
  }
  console.log(`Done in ${(performance.now() / 1000).toFixed(0)} s`);
  return 0;
}

await runProgram(main);
