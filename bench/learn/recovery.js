// Recovery of a hidden map of rank 2: by optimizer and dimension, by alpha and the scale of the
// inputs, and where the map is another one after half of the steps.
import { HiddenMap, randomNumbers } from './tasks.js';
import { learnerOf, mapOf, medianCurve, PLAIN, plainLearner, run, summarize } from './runs.js';

export const RECOVERY = [
  { dim: 16, steps: 2000 },
  { dim: 64, steps: 4000 },
  { dim: 256, steps: 10000 },
  { dim: 768, steps: 20000 },
];

/** One optimizer at its default rate, or plain gradient descent. */
export function recovery(api, { dim, steps }, name, seeds) {
  const runs = seeds.map((seed) => {
    const learner =
      name === PLAIN ? plainLearner(dim, seed) : learnerOf(api, dim, seed, { optimizer: name });
    return run(learner, mapOf(dim, seed), steps);
  });
  return {
    stepsToGood: summarize(runs.map(({ good }) => good)),
    final: summarize(runs.map(({ final }) => final)),
    curve: medianCurve(runs.map(({ curve }) => curve)),
  };
}

/** Nothing set but alpha. */
export function invariance(api, alpha, seeds) {
  return [0.01, 1, 100].map((scale) => {
    const reached = seeds.map((seed) => {
      const map = mapOf(256, seed);
      const learner = learnerOf(api, 256, seed, { alpha });
      return run(learner, map, 8000, { sample: () => map.sample(scale) }).good;
    });
    return { alpha, scale, ...summarize(reached) };
  });
}

export function tracking(api, optimizer, seeds) {
  const dim = 64;
  const steps = 4000;
  const runs = seeds.map((seed) => {
    const random = randomNumbers(seed);
    const maps = [new HiddenMap(dim, random), new HiddenMap(dim, random)];
    const mapAt = (step) => maps[Number(step > steps / 2)];
    const sample = (step) => mapAt(step).sample();
    return run(learnerOf(api, dim, seed, { optimizer }), maps[0], steps, { sample, mapAt });
  });
  return medianCurve(runs.map(({ curve }) => curve));
}
