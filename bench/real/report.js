// The tables on the console: means over splits, and over users.
import Table from 'cli-table3';
import { mean } from '../statistics.js';

export const meanOfRuns = (runs, name) => mean(runs.map((run) => run[name].mrr));

function searchTable(cells) {
  const names = Object.keys(cells[0].runs[0]);
  const table = new Table({ head: ['corpus', 'embedding', 'mean cosine', ...names] });
  for (const { corpus, embedding, meanCosine, runs } of cells) {
    const means = names.map((name) => meanOfRuns(runs, name).toFixed(3));
    table.push([corpus, embedding, meanCosine.toFixed(2), ...means]);
  }
  return table.toString();
}

/** The mean over users of a learner's gain after each of the numbers of clicks. */
export const gainsOf = (runs, name, counts) =>
  counts.map((_, i) => mean(runs.map((run) => run[name][i] - run.before)));

function clickTable({ counts, cells }) {
  const table = new Table({
    head: ['corpus', 'user', 'before', 'learner', ...counts.map((n) => `after ${n} clicks`)],
  });
  for (const { corpus, kind, runs } of cells) {
    const before = mean(runs.map((run) => run.before)).toFixed(3);
    for (const name of Object.keys(runs[0]).filter((key) => key !== 'before')) {
      const gains = gainsOf(runs, name, counts).map((gain) => gain.toFixed(3));
      table.push([corpus, kind, before, name, ...gains]);
    }
  }
  return table.toString();
}

function taskTable(cells) {
  const names = Object.keys(cells[0].runs[0].raw);
  const table = new Table({ head: ['corpus', 'embedding', 'mean cosine', 'learned in', ...names] });
  for (const { corpus, embedding, meanCosine, runs } of cells) {
    for (const place of Object.keys(runs[0])) {
      const means = names.map((name) => mean(runs.map((run) => run[place][name])).toFixed(3));
      table.push([corpus, embedding, meanCosine.toFixed(2), place, ...means]);
    }
  }
  return table.toString();
}

export function print({ cells, clicks, tasks }) {
  if (cells.length > 0) console.log(`Held-out mean reciprocal rank\n${searchTable(cells)}`);
  if (clicks.cells.length > 0) console.log(`Gains of it by clicks\n${clickTable(clicks)}`);
  if (tasks.length > 0) console.log(`It by other ways to learn\n${taskTable(tasks)}`);
}
