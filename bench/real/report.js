// The table on the console: the mean over splits of each method, and the worst of its gains.
import Table from 'cli-table3';
import { mean } from '../statistics.js';

/** `{ mean, least }` of the gain of a method over another, split by split. */
export function gainOver(runs, name, other) {
  const gains = runs.map((run) => run[name].mrr - run[other].mrr);
  return { mean: mean(gains), least: Math.min(...gains) };
}

export const meanOfRuns = (runs, name) => mean(runs.map((run) => run[name].mrr));

export function print({ cells }) {
  const names = Object.keys(cells[0].runs[0]);
  const table = new Table({ head: ['corpus', 'embedding', 'mean cosine', ...names] });
  for (const { corpus, embedding, meanCosine, runs } of cells) {
    table.push([
      corpus,
      embedding,
      meanCosine.toFixed(2),
      ...names.map((name) => meanOfRuns(runs, name).toFixed(3)),
    ]);
  }
  console.log(table.toString());
}
