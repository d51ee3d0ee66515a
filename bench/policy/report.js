// The tables on the console: means over seeds.
import Table from 'cli-table3';
import { mean } from '../statistics.js';
import { ELSEWHERE } from './elsewhere.js';
import { summarizeEstimates } from './evaluation.js';

export const REPLAY_COLUMNS = {
  total: 'time / default',
  second: 'second half',
  over: 'over 1.2x',
  overSecond: 'of those in the second half',
  worst: 'worst',
  worstSecond: 'worst of the second half',
  worstPrefix: 'worst prefix from 48',
};

const isWorst = (column) => column.startsWith('worst');

/** Means over runs, and of what is a worst the worst. */
export const summarizeRuns = (runs) =>
  Object.fromEntries(
    Object.keys(REPLAY_COLUMNS).map((column) => {
      const values = runs.map((run) => run[column]);
      return [column, isWorst(column) ? Math.max(...values) : mean(values)];
    }),
  );

const plain = { style: { head: [], border: [], compact: true } };

/** The mean over sets of the mean over seeds. */
export const meanOfSets = (bySet) => mean(Object.values(bySet).map(mean));

function setsTable(sets) {
  const names = Object.keys(sets);
  const rows = Object.keys(sets[names[0]]);
  const table = new Table({ head: ['progressive loss', ...names], ...plain });
  for (const row of rows) {
    table.push([row, ...names.map((name) => mean(sets[name][row]).toFixed(3))]);
  }
  table.push([`mean of ${rows.length}`, ...names.map((name) => meanOfSets(sets[name]).toFixed(4))]);
  return table.toString();
}

function elsewhereTable() {
  const table = new Table({ head: ['measured elsewhere', 'to 2 000 rows', 'to 8 000'], ...plain });
  for (const [name, { small, large = '' }] of Object.entries(ELSEWHERE)) {
    table.push([name, small, large]);
  }
  return table.toString();
}

const digits = (column) =>
  column === 'total' || column === 'second' || column === 'worstPrefix' ? 3 : 1;

function replayTable(world, rows) {
  const table = new Table({ head: ['SQLite replay', ...Object.values(REPLAY_COLUMNS)], ...plain });
  for (const [name, runs] of Object.entries(rows)) {
    const means = summarizeRuns(runs);
    table.push([name, ...Object.keys(REPLAY_COLUMNS).map((c) => means[c].toFixed(digits(c)))]);
  }
  for (const [name, { replay }] of Object.entries(ELSEWHERE)) {
    // It was told no baseline.
    if (!replay || world !== 'nothing passed') continue;
    table.push([
      `${name}, elsewhere`,
      ...Object.keys(REPLAY_COLUMNS).map((column) => replay[column] ?? ''),
    ]);
  }
  return table.toString();
}

function scopesTable(scopes) {
  const [first] = Object.values(scopes);
  const names = Object.keys(first);
  const table = new Table({ head: ["regret / the default's", ...names], ...plain });
  for (const [world, learners] of Object.entries(scopes)) {
    table.push([world, ...names.map((name) => mean(learners[name]).toFixed(3))]);
    const exact = learners['LinUCB tuned'];
    if (!exact) continue;
    table.push([
      '  against LinUCB tuned',
      ...names.map((name) => (mean(learners[name]) / mean(exact)).toFixed(2)),
    ]);
  }
  return table.toString();
}

function evaluationTable(policies) {
  const all = Object.values(policies).flatMap((byFloor) => Object.values(byFloor));
  const names = [...new Set(all.flatMap((found) => Object.keys(found)))];
  const table = new Table({
    head: ['RMSE, covered', 'floor', ...names],
    ...plain,
  });
  for (const [policy, byFloor] of Object.entries(policies)) {
    for (const [floor, found] of Object.entries(byFloor)) {
      const cells = names.map((name) => {
        if (!found[name]) return '';
        const { rmse, covered } = summarizeEstimates(found[name]);
        return `${rmse.toFixed(4)}, ${Math.round(100 * covered)} %`;
      });
      table.push([policy, floor, ...cells]);
    }
  }
  return table.toString();
}

function timesTable(times) {
  const names = [...new Set(times.flatMap(({ learners }) => Object.keys(learners)))];
  const table = new Table({
    head: ['µs of choose, learn', ...names, 'bytes a block', 'exact'],
    ...plain,
  });
  for (const { size, learners, bytes } of times) {
    table.push([
      `dim ${size.dim}, ${size.arms} arms, ${size.scopes} scopes`,
      ...names.map((name) => {
        if (!learners[name]) return '';
        const { choose, learn } = learners[name];
        return `${choose.median.toFixed(1)}, ${learn.median.toFixed(1)}`;
      }),
      bytes.policy,
      bytes.exact,
    ]);
  }
  return table.toString();
}

export function print({ small, large, replay, scopes, changed, evaluation, times }) {
  const say = (title, text) => console.log(`\n${title}\n${text}`);
  if (small) say('16 sets to 2 000 rows', `${setsTable(small)}\n${elsewhereTable()}`);
  if (large) say('6 sets to 8 000 rows', setsTable(large));
  for (const [name, rows] of Object.entries(replay ?? {})) say(name, replayTable(name, rows));
  if (scopes) say('17 scopes', scopesTable(scopes));
  if (changed) {
    const lines = Object.entries(changed).map(
      ([name, counts]) => `${name}: ${Math.max(...counts)}`,
    );
    say('Decisions that change where contexts or times are in other units', lines.join('\n'));
  }
  if (evaluation) say("Another policy's cost from a log of 3 000", evaluationTable(evaluation));
  if (times) say('Times', timesTable(times));
}
