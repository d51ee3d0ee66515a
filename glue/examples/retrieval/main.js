// Command line of the example: pages, learning over seeds, report, chart.
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import init from 'microlora';
import { createProgress } from '../common/progress.js';
import { checkFolder, runProgram, UsageError } from '../common/usage.js';
import { createBm25 } from './bm25.js';
import { drawChart } from './chart.js';
import { createCorpus } from './corpus.js';
import { createEmbedding } from './embedding.js';
import { runSeed } from './experiment.js';
import { HELP, readOptions } from './options.js';
import { readPages } from './pages.js';
import * as report from './report.js';
import { summarise } from './summary.js';

const DIM = 256;
const FIRST_SEED = 1;
const LEAST_QUERIES = 6;

/** The corpus with the frozen embeddings of its documents and queries. */
function embedCorpus(pages) {
  const { documents, queries } = createCorpus(pages);
  if (queries.length < LEAST_QUERIES) {
    throw new UsageError(`${queries.length} descriptions are too few: ${LEAST_QUERIES} at least.`);
  }
  const embed = createEmbedding(documents, DIM);
  return {
    vectors: documents.map(embed),
    queries: queries.map((query) => ({ ...query, vector: embed(query.text) })),
    score: createBm25(documents),
  };
}

async function runSeeds(corpus, { seeds, ranks }) {
  const progress = createProgress(seeds * (1 + ranks.length), 'parts');
  const runs = [];
  let begun = false;
  const onPart = (words) => {
    if (begun) progress.tick();
    begun = true;
    progress.phase(words);
  };
  for (let seed = FIRST_SEED; seed < FIRST_SEED + seeds; seed++) {
    runs.push(await runSeed(corpus, { seed, ranks, score: corpus.score, onPart }));
  }
  progress.tick();
  progress.stop();
  return runs;
}

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
  const pages = readPages(options.pages);
  const corpus = embedCorpus(pages);
  console.log(`${pages.length} manual pages, ${corpus.queries.length} different descriptions\n`);

  const runs = await runSeeds(corpus, options);
  const summary = summarise(runs);
  const origin = options.pages ?? 'the Debian packages manpages and manpages-dev';
  console.log(`\n${report.resultTable(summary)}\n\n${report.learningTable(summary)}`);
  console.log(`\n${report.method(summary.counts, pages.length)}`);

  await writeFile(file, await drawChart(summary, { pages: pages.length, origin }));
  console.log(`\nChart: ${file}`);
  if (options.json !== undefined) {
    const results = { pages: pages.length, origin, node: process.version, summary, runs };
    await writeFile(options.json, `${JSON.stringify(results, null, 1)}\n`);
    console.log(`Numbers: ${options.json}`);
  }
  console.log(`Done in ${(performance.now() / 1000).toFixed(0)} s`);
  return 0;
}

await runProgram(main);
