// The parts that every query template is made of: plan variants and features.

export const OWN_PLAN = "SQLite's own plan";

/**
 * Variant 0 is the query as written; every other one adds levers that force another plan.
 * `write` builds the SQL from the levers, `levers` maps a plan in words to its levers.
 */
export function variants(write, levers) {
  return Object.entries({ [OWN_PLAN]: {}, ...levers }).map(([label, lever]) => ({
    label,
    sql: write(lever).replace(/\s+/g, ' ').trim(),
  }));
}

/** A number that matters on a log scale: estimated rows, or a LIMIT. */
export const amount = (label, value) => ({ label, amount: value });

/** One of a few values that are known by name. */
export const choice = (label, value, values) => ({ label, value, index: values.indexOf(value) });
