// What was to be reached, as ratios of times in one run, and whether it was.
import { BATCH } from './inputs.js';
import { summarize } from './statistics.js';

const faster = (call, than, [ours, other, column], times) => ({
  call,
  than,
  times: [`${column}/${other}`, `simd/${ours}`],
  atLeast: times,
});

const within = (call, than, [ours, other, column], times) => ({
  call,
  than,
  times: [`simd/${ours}`, `${column}/${other}`],
  atMost: times,
});

const apart = (call, than, [ours, other], ns) => ({
  ...within(call, than, [ours, other, 'simd'], ns),
  unit: 'ns',
});

// The published forward_array and its scoped one always make an array; that is what forward(x, out)
// has for a counterpart there.
const TARGETS = [
  faster('forward()', 'published forward', ['forward-views', 'forward-views', 'published'], 5),
  faster('forward()', 'plain JS', ['forward-views', 'forward-views', 'plain'], 7),
  within('forward()', 'native', ['forward-views', 'forward-views', 'native'], 1.25),
  faster(
    'forward(x, out)',
    'published forward_array',
    ['forward-out', 'forward-new', 'published'],
    11,
  ),
  faster('forward(x)', 'published forward_array', ['forward-new', 'forward-new', 'published'], 1.8),
  faster('adapt()', 'published adapt', ['adapt-views', 'adapt-views', 'published'], 1.7),
  within('adapt()', 'native', ['adapt-views', 'adapt-views', 'native'], 1.4),
  faster('adapt(g)', 'published adapt_array', ['adapt-array', 'adapt-array', 'published'], 6.5),
  apart('scoped forward(), fallback off', 'forward()', ['scoped-forward-own', 'forward-views'], 15),
  within(
    'scoped forward(), fallback on',
    'forward()',
    ['scoped-forward-fallback', 'forward-views', 'simd'],
    1.8,
  ),
  faster(
    'scoped forward(), fallback on',
    'published scoped forward_array',
    ['scoped-forward-fallback', 'scoped-forward-new', 'published'],
    7,
  ),
  faster(
    'scoped forward(x, out), fallback on',
    'published scoped forward_array',
    ['scoped-forward-out', 'scoped-forward-new', 'published'],
    7,
  ),
  apart('scoped adapt(), fallback off', 'adapt()', ['scoped-adapt-own', 'adapt-views'], 15),
  within(
    'scoped adapt(), fallback on',
    'scoped adapt(), fallback off',
    ['scoped-adapt-fallback', 'scoped-adapt-own', 'simd'],
    1.9,
  ),
  apart('forward(x, out)', 'forward()', ['forward-out', 'forward-views'], 30),
  within(
    'learn(), preconditioned',
    'native',
    ['learn-preconditioned', 'learn-preconditioned', 'native'],
    1.3,
  ),
  ...[
    ['momentum', 2],
    ['adam', 3],
    ['adamw', 3],
    ['huber', 1.4],
    ['cosine', 1.4],
  ].map(([name, times]) =>
    within(`learn(), ${name}`, 'learn(), sgd, mse', [`learn-${name}`, 'learn', 'simd'], times),
  ),
  faster('record', 'published record', ['record', 'record', 'published'], 1.5),
  ...[
    ['forwardBatch()', 'forward()', 'forward-batch-views', 'forward-views', 0.7],
    ['forwardBatch(X, out)', 'forward(x, out)', 'forward-batch-array', 'forward-out', 0.8],
    ['adaptBatch()', 'adapt()', 'adapt-batch-views', 'adapt-views', 0.7],
    ['adaptBatch(G)', 'adapt(g)', 'adapt-batch-array', 'adapt-array', 0.8],
  ].map(([call, than, ours, other, times]) =>
    within(`${call}, per vector of ${BATCH}`, than, [ours, other, 'simd'], times),
  ),
];

/**
 * Those of the targets whose cases were timed. `measured` is over the rounds: the ratio of the two
 * `times` within a round, or their difference where the unit is ns.
 *
 * @param {Map<string, Map<string, number[]>>} times by case and column, one for each round
 */
export function checkTargets(times) {
  const timesOf = (name) => {
    const [column, id] = name.split('/');
    return times.get(id)?.get(column) ?? [];
  };
  return TARGETS.flatMap(({ unit = 'times', ...target }) => {
    const [first, second] = target.times.map(timesOf);
    if (first.length === 0 || second.length === 0) return [];
    const measured = summarize(
      first.map((ns, round) => (unit === 'ns' ? ns - second[round] : ns / second[round])),
    );
    const { atLeast = -Infinity, atMost = Infinity } = target;
    return [
      { ...target, unit, measured, met: measured.median >= atLeast && measured.median <= atMost },
    ];
  });
}
