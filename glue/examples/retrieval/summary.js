// Means and spreads over seeds: the numbers that the report and the chart show.
import { median, sum } from '../common/numbers.js';

export const METRICS = ['recallAt1', 'recallAt10', 'mrr'];
export const BASELINES = ['none', 'bm25', 'ridge'];

const mean = (list) => sum(list) / list.length;

/** Of each metric the mean, the least and the most over seeds. */
function spread(measured) {
  return Object.fromEntries(
    METRICS.map((metric) => {
      const values = measured.map((one) => one[metric]);
      return [
        metric,
        { mean: mean(values), least: Math.min(...values), most: Math.max(...values) },
      ];
    }),
  );
}

/** `gain` is of the MRR over no adapter, seed by seed: both saw the same held-out queries. */
export function summarise(runs) {
  const baselines = Object.fromEntries(
    BASELINES.map((name) => [name, spread(runs.map((run) => run.baselines[name]))]),
  );
  const adapters = runs[0].adapters.map(({ rank, numbers, batch }, i) => {
    const learned = runs.map((run) => run.adapters[i]);
    const gains = learned.map(({ heldOut }, j) => heldOut.mrr - runs[j].baselines.none.mrr);
    return {
      rank,
      numbers,
      batch,
      heldOut: spread(learned.map((one) => one.heldOut)),
      train: spread(learned.map((one) => one.train)),
      gain: {
        mean: mean(gains),
        least: Math.min(...gains),
        better: gains.filter((gain) => gain > 0).length,
      },
      epochs: median(learned.map(({ epochs }) => epochs)),
      microsPerStep: median(learned.map(({ microsPerStep }) => microsPerStep)),
    };
  });
  return { seeds: runs.length, counts: runs[0].counts, baselines, adapters };
}
