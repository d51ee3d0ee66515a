// A cheap estimate of how long SQLite's own plan takes: from its earlier runs with other parameters.

// A distance in powers of 2; runs that are closer count about the same.
const CLOSE = 0.25;
// Two values of a choice, such as a status, have nothing in common.
const FAR = 1000;
// Less by 20 % for each power of 2 to the nearest run, up to 10 of them: what is too low makes the
// policy try less, what is too high costs time.
const CAUTION = 0.2;
const FARTHEST = 10;

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
    let nearest = FARTHEST;
    for (const run of runs.get(query.template.name) ?? []) {
      const squares = at.reduce((total, value, i) => total + (value - run.at[i]) ** 2, 0);
      const weight = 1 / (CLOSE ** 2 + squares) ** 2;
      sum += weight * run.log;
      weights += weight;
      nearest = Math.min(nearest, Math.sqrt(squares));
    }
    return weights > 0 ? Math.exp(sum / weights - CAUTION * nearest) : undefined;
  }

  return { note, estimate };
}
