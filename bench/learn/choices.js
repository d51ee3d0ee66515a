// Which rate, and which rank: the preconditioned optimizer on clean and on noisy data, and maps of
// several ranks learned with several ranks.
import { leastSquaresErrors, orthonormalRows, randomNumbers, HiddenMap } from './tasks.js';
import { learnerOf, mapOf, median, medianCurve, run, summarize } from './runs.js';

const DIM = 64;

export const RATES = [0.05, 0.1, 0.25, 0.5, 1];
const RATE_STEPS = { clean: 2000, noisy: 8000 };

/** Errors over the steps at one rate; with noise, as strong as the signal. */
export function atRate(api, learningRate, kind, seeds) {
  const runs = seeds.map((seed) => {
    const map = mapOf(DIM, seed);
    const sample = () => map.sample(1, kind === 'noisy' ? 1 : 0);
    return run(learnerOf(api, DIM, seed, { learningRate }), map, RATE_STEPS[kind], { sample });
  });
  return medianCurve(runs.map(({ curve }) => curve));
}

export const CEILING = 'least squares';

/** What any linear method can reach with the noisy data. */
export function ceiling(seeds) {
  const counts = [250, 500, 1000, 2000, 4000, 8000];
  const errors = seeds.map((seed) => leastSquaresErrors(mapOf(DIM, seed), counts, 1));
  return counts.map((step, i) => ({ step, error: median(errors.map((each) => each[i])) }));
}

export const RANKS = [1, 2, 4, 8, 16];
export const HIDDEN = ['rank 1', 'rank 2', 'rank 4', 'rank 8', '1/k'];
export const RANK_NOISE = 0.25;
const RANK_STEPS = 8000;

/** Singular values 1 of a rank, or 1, 1/2, 1/3 ... of all. */
function hiddenMap(hidden, seed) {
  const random = randomNumbers(seed);
  const rank = hidden === '1/k' ? DIM : Number(hidden.split(' ')[1]);
  const map = new HiddenMap(DIM, random, 1, 0);
  const [left, right] = [0, 1].map(() => orthonormalRows(rank, DIM, random));
  map.factors = left.map((b, k) => ({
    b: hidden === '1/k' ? b.map((value) => value / (k + 1)) : b,
    a: right[k],
  }));
  return map;
}

/** The last error and the steps to 10 %, for each rank of the adapter. */
export function byRank(api, hidden, seeds) {
  return RANKS.map((rank) => {
    const runs = seeds.map((seed) => {
      const map = hiddenMap(hidden, seed);
      const sample = () => map.sample(1, RANK_NOISE);
      return run(learnerOf(api, DIM, seed, { rank }), map, RANK_STEPS, { sample });
    });
    return {
      rank,
      final: summarize(runs.map(({ final }) => final)),
      stepsToFair: summarize(runs.map(({ fair }) => fair)),
    };
  });
}
