// What every column works on: the same vectors, the same sizes, the same learning rates. native.cpp
// has the same numbers.

export const DIM = 256;
export const RANK = 2;
export const ALPHA = 1;
export const SEED = 1;

// Before it is timed, an adapter learns a little, so that no weight is zero. While it is timed it
// learns so slowly that thousands of steps change no weight by more than a few per cent: numbers
// that overflow, or become denormal, would falsify the timing.
export const TEACHING_STEPS = 8;
export const TEACHING_RATE = 1 / 128;
export const TIMED_RATE = 2 ** -20;

export const REWARD = 0.5;

// How often the timed call is made before its results are compared.
export const CHECKED_CALLS = 3;

export const TRAJECTORIES = 100;
export const OPERATORS = 17;
export const TRAJECTORY = { operator: 5, attention: 3, executionMs: 8, baselineMs: 12 };

/** The scope that is timed, and another one of its category. */
export const SCOPE_NAME = 'HashJoin';
export const SIBLING_NAME = 'NestedLoopJoin';
export const SCOPES = 17;
export const CATEGORIES = 5;

/** Multiples of 1/1024 in [-1, 1), exact in f32 and none of them small. */
export function numbers(state, count = DIM) {
  return Float32Array.from({ length: count }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 21) - 1024) / 1024;
  });
}

/** The input x (dim), the gradient g (dim), and the target t (dim) of learn(x, t). */
export const X = numbers(0x9e3779b9);
export const G = numbers(0x2545f491);
export const T = numbers(0x6a09e667);

/** The same for batches: inputs (batch, dim) and gradients (batch, dim). */
export const BATCH = 32;
export const XS = numbers(0xbb67ae85, BATCH * DIM);
export const GS = numbers(0x3c6ef372, BATCH * DIM);

/** The negatives of contrast (negatives, dim), whose positive is T, and what the losses are told. */
export const NEGATIVES = numbers(0xa54ff53a, 8 * DIM);
export const LOSS = { delta: 0.5, temperature: 0.1, margin: 0.5 };

/** Leading directions of the spaces, which learn the rows of XS twice as documents, and GS as queries. */
export const DIRECTIONS = [0, 16, 32];

/** The rows of a matrix (n, dim), as views. */
export const rowsOf = (matrix, dim = DIM) =>
  Array.from({ length: matrix.length / dim }, (_, i) => matrix.subarray(i * dim, (i + 1) * dim));

/** The matrix whose rows these are. */
export function joined(rows) {
  const matrix = new Float32Array(rows.length * rows[0].length);
  rows.forEach((row, i) => matrix.set(row, i * row.length));
  return matrix;
}
