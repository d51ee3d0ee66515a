// What growth.js measures: along each axis, everything else is as in the other cases. growth.cpp has
// the same points.
import { DIM, numbers, RANK } from '../inputs.js';

const powers = (from, to, factor) => {
  const values = [];
  for (let value = from; value <= to; value *= factor) values.push(value);
  return values;
};

/** What each axis starts from: one of the adapters. */
export const SMALL = { dim: DIM, rank: RANK, batch: 1 };

/** The axes of the chart. Batches are per vector. */
export const AXES = [
  {
    id: 'dim',
    label: 'dimension',
    factor: 2,
    values: powers(32, 8192, 2),
    actions: ['forward', 'adapt', 'learn'],
  },
  {
    id: 'rank',
    label: 'rank',
    factor: 2,
    values: powers(1, 64, 2),
    actions: ['forward', 'adapt', 'learn'],
  },
  {
    id: 'batch',
    label: 'vectors in a batch',
    factor: 2,
    values: powers(1, 256, 2),
    actions: ['forward', 'adapt'],
  },
  {
    id: 'adapters',
    label: 'adapters, used in random order',
    factor: 10,
    values: powers(1, 10_000, 10),
    actions: ['forward', 'step'],
  },
  {
    id: 'adapters-in-order',
    label: 'adapters, used one after the other',
    factor: 10,
    values: powers(1, 10_000, 10),
    actions: ['forward', 'step'],
  },
];

// One timing takes about as long for each point: it makes fewer calls where a call is more work.
const WORK = 2 ** 18;
const repeatsOf = (work) => Math.max(8, Math.min(256, Math.round(WORK / work)));

/**
 * forward and adapt are on views; learn is learn(x, target); a step is a forward and an adapt of the
 * same adapter, since adapters that share their vectors adapt only directly after their own forward.
 */
export const POINTS = AXES.flatMap(({ id: axis, values, actions }) =>
  values.flatMap((value) =>
    actions.map((action) => {
      const shape = { ...SMALL, adapters: 1 };
      shape[axis === 'adapters-in-order' ? 'adapters' : axis] = value;
      return {
        id: `${axis}-${value}-${action}`,
        axis,
        value,
        action,
        ...shape,
        vectors: shape.batch,
        repeats: repeatsOf(shape.dim * shape.rank * shape.batch),
      };
    }),
  ),
);

export const MOST_ADAPTERS = Math.max(...POINTS.map(({ adapters }) => adapters));

// Weights are numbers() / 16: exact, and B is not zero.
function weights(seed, { rank, dim }) {
  return numbers(seed, rank * dim).map((value) => value / 16);
}

/** A (rank, dim), B (rank, dim), x (batch, dim), g (batch, dim), t (batch, dim) */
export const inputsOf = (shape) => ({
  A: weights(0x510e527f, shape),
  B: weights(0x9b05688c, shape),
  x: numbers(0xbb67ae85, shape.batch * shape.dim),
  g: numbers(0x3c6ef372, shape.batch * shape.dim),
  t: numbers(0x6a09e667, shape.batch * shape.dim),
});

/** The adapters' numbers in the order in which they are used. */
export function orderOf({ axis, adapters }) {
  const order = Uint32Array.from({ length: adapters }, (_, i) => i);
  if (axis === 'adapters-in-order') return order;
  let state = 0x1f83d9ab;
  for (let i = adapters - 1; i > 0; i--) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const other = (state >>> 0) % (i + 1);
    [order[i], order[other]] = [order[other], order[i]];
  }
  return order;
}

/** Calls `use` with the next adapter of a point, over and over. */
export function inTurn(point, adapters, use) {
  const order = orderOf(point);
  let at = 0;
  return () => {
    use(adapters[order[at]]);
    at = at + 1 === order.length ? 0 : at + 1;
  };
}

export const ofAdapters = ({ axis }) => axis.startsWith('adapters');
