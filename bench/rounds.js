// The method of run.js and growth.js: short rounds that alternate between the columns.
//
// Every round times every case in every column, one directly after the other; so whatever slows the
// machine for a while slows all of them. After some rounds all processes start afresh: where compiled
// code happens to lie in memory makes a call up to 10 % faster or slower for the life of a process,
// and so the median is over many such accidents.
import { SingleBar } from 'cli-progress';
import { checkAgreement } from './agreement.js';
import { COLUMNS } from './cases.js';
import { openColumns } from './columns.js';
import { summarize } from './statistics.js';

// What one column spends on one case in one round: the median of SAMPLES timings, of CALLS calls where
// the case does not say how many.
const SAMPLES = 15;
const CALLS = 256;
const NATIVE_SECONDS = 0.003;

const ROUNDS_PER_LAUNCH = 10;
const WARM_UP_ROUNDS = 2;

function newBar() {
  return new SingleBar({
    format: '{bar} {percentage}% | round {round} of {rounds} | {id} | {eta_formatted} left',
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: 10_000,
    hideCursor: true,
    etaBuffer: 100,
  });
}

/** Every case in every column once; gives each time in ns per vector to `keep`. */
async function timeRound(columns, cases, round, keep, step) {
  for (const { id, vectors = 1, repeats = Math.max(1, CALLS / vectors) } of cases) {
    step(id);
    // Not always the same one after the same one.
    for (let i = 0; i < columns.length; i++) {
      const column = columns[(i + round) % columns.length];
      const ns = await column.time(id, { samples: SAMPLES, seconds: NATIVE_SECONDS, repeats });
      if (ns !== undefined) keep(id, column.id, ns / vectors);
    }
  }
}

function checkFacts({ simd, scalar }) {
  if (!simd.simd || scalar.simd) {
    throw new Error('the column with SIMD has none, or the one without has: does Node support it?');
  }
}

/**
 * Times in ns per vector, by case, by column, one for each round; and what the columns say of
 * themselves.
 *
 * @param {{ folder: 'columns' | 'growth', cases: any[], rounds: number, dist: string,
 *   native: string, backend: string }} run
 */
export async function timeAll({ cases, rounds, ...paths }) {
  const times = new Map(cases.map(({ id }) => [id, new Map(COLUMNS.map((each) => [each.id, []]))]));
  const keep = (id, column, ns) => times.get(id).get(column).push(ns);
  const facts = {};
  const launches = Math.ceil(rounds / ROUNDS_PER_LAUNCH);
  const bar = newBar();
  for (let launch = 0; launch < launches; launch++) {
    const columns = openColumns(paths);
    try {
      for (const column of columns) facts[column.id] = await column.about();
      if (launch === 0) {
        checkFacts(facts);
        await checkAgreement(columns, cases);
        bar.start((rounds + launches * WARM_UP_ROUNDS) * cases.length, 0, {
          round: 1,
          rounds,
          id: '',
        });
      }
      const first = launch * ROUNDS_PER_LAUNCH;
      const last = Math.min(rounds, first + ROUNDS_PER_LAUNCH);
      for (let round = first - WARM_UP_ROUNDS; round < last; round++) {
        const step = (id) => bar.increment({ round: Math.max(round, first) + 1, id });
        // What is still to be compiled settles in rounds that do not count.
        await timeRound(
          columns,
          cases,
          round + WARM_UP_ROUNDS,
          round < first ? () => {} : keep,
          step,
        );
      }
    } catch (error) {
      bar.stop();
      throw error;
    } finally {
      for (const column of columns) column.close();
    }
  }
  bar.stop();
  return { times, facts };
}

/** A ratio is that of the two columns within a round, of which the median is taken. */
export function summarizeCase(byColumn) {
  const ours = byColumn.get('simd');
  const columns = {};
  const ratios = {};
  for (const [id, times] of byColumn) {
    if (times.length === 0) continue;
    columns[id] = summarize(times);
    if (id !== 'simd') ratios[id] = summarize(times.map((ns, round) => ns / ours[round]));
  }
  return { columns, ratios };
}
