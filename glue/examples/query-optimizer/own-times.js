// A cheap estimate of how long SQLite's own plan takes: from its earlier runs with other parameters.

// A distance in powers of 2; runs that are closer count about the same.
const CLOSE = 0.25;
// Two values of a choice, such as a status, have nothing in common.
const FAR = 1000;

const position = ({ features }) =>
  features.map((feature) =>
    'amount' in feature ? Math.log2(Math.max(1, feature.amount)) : FAR * feature.index,
  );

/** Only runs that were made anyway are noted: the estimate costs nothing. */
export function createOwnTimes() {
  const runs = new Map();

  function note(query, ms) {
    const { name } = query.template;
    if (!runs.has(name)) runs.set(name, []);
    runs.get(name).push({ at: position(query), log: Math.log(ms) });
  }

  /** A mean of the logarithms, close ones first; nothing where a template was never run. */
  function estimate(query) {
    const at = position(query);
    let sum = 0;
    let weights = 0;
    for (const run of runs.get(query.template.name) ?? []) {
      const squares = at.reduce((total, value, i) => total + (value - run.at[i]) ** 2, CLOSE ** 2);
      sum += run.log / squares ** 2;
      weights += 1 / squares ** 2;
    }
    return weights > 0 ? Math.exp(sum / weights) : undefined;
  }

  return { note, estimate };
}
