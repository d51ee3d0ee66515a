// Before anything is timed: do the columns compute the same? A column that computes something else
// is not faster, it is wrong.

// Plain JavaScript adds in f64 and rounds once; ours adds in f32, in 16 partial sums.
const PLAIN_TOLERANCE = 32 * 2 ** -24;

// TensorFlow.js adds in f32 like ours, in an order of its own.
const TFJS_TOLERANCE = 64 * 2 ** -24;

const isState = (state) => Object.values(state).every((values) => values.length > 0);

/** @returns {string | undefined} what differs, if anything does */
function differs(state, expected, tolerance) {
  for (const [name, values] of Object.entries(state)) {
    const other = expected[name];
    if (other?.length !== values.length) return `${name} has another length`;
    const scale = tolerance * other.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    for (let i = 0; i < values.length; i++) {
      if (!(Math.abs(values[i] - other[i]) <= scale)) {
        return `${name}[${i}] is ${values[i]} and not ${other[i]}`;
      }
    }
  }
  return undefined;
}

const bitsOf = (expected) => (state) => differs(state, expected, 0);

const rules = {
  scalar: (id, state, expected) => bitsOf(expected)(state),
  native: (id, state, expected) => bitsOf(expected)(state),
  plain: (id, state, expected) => differs(state, expected, PLAIN_TOLERANCE),
  tfjs: (id, state, expected) => differs(state, expected, TFJS_TOLERANCE),
  // It has other equations, so only: the same statistics of trajectories, and a finite answer to the
  // input that is not the input itself, since it was taught.
  published(id, { y, x, statistics }, expected) {
    if (statistics) return bitsOf(expected)({ statistics });
    if (y.length === 0 || !y.every(Number.isFinite)) return 'y is not a finite vector';
    return y.some((value, i) => value !== x[i]) ? undefined : 'y is x';
  },
};

/**
 * Throws where a column's results are not ours. Ours with SIMD is the reference.
 *
 * @param {{ id: string, state(id: string): any }[]} columns
 * @param {{ id: string }[]} cases
 */
export async function checkAgreement(columns, cases) {
  const [reference, ...others] = columns;
  for (const { id } of cases) {
    const expected = await reference.state(id);
    if (!isState(expected)) throw new Error(`${id}: the reference has no state`);
    for (const column of others) {
      const state = await column.state(id);
      if (state === undefined) continue;
      const difference = rules[column.id](id, state, expected);
      if (difference) throw new Error(`${column.id}, ${id}: ${difference}; nothing was timed`);
    }
  }
}
