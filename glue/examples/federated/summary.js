// Means, and the least and the most, over seeds: the numbers that the table and the chart show.
import { sum } from '../common/numbers.js';

const spread = (values) => ({
  mean: sum(values) / values.length,
  least: Math.min(...values),
  most: Math.max(...values),
});

/** For every name in what `pick` takes of a run: `combine` of its values, one a seed. */
const overSeeds = (runs, pick, combine) =>
  Object.fromEntries(
    Object.keys(pick(runs[0])).map((name) => [name, combine(runs.map((run) => pick(run)[name]))]),
  );

export function summarise(runs) {
  return {
    seeds: runs.length,
    curves: overSeeds(
      runs,
      ({ curves }) => curves,
      (lists) => lists[0].map((_, i) => spread(lists.map((list) => list[i]))),
    ),
    once: overSeeds(runs, ({ once }) => once, spread),
    personal: overSeeds(runs, ({ personal }) => personal, spread),
  };
}
