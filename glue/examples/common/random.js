// Seeded random draws with the shapes that sales data have: Zipf ranks, weights, mixtures.
import { randomLcg, randomLogNormal } from 'd3-random';

/** Mixes the words of a label into a seed, so that each stream is independent of the others. */
function seedOf(seed, label) {
  let hash = (seed ^ 0x9e3779b9) >>> 0;
  for (const char of label) hash = Math.imul(hash ^ char.codePointAt(0), 0x01000193) >>> 0;
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** A stream of draws that depends only on the seed and the label. */
export function createRandom(seed, label) {
  // An LCG's first outputs follow its seed closely; a few steps separate neighbouring seeds.
  const uniform = randomLcg(seedOf(seed, label));
  for (let i = 0; i < 8; i++) uniform();

  const integer = (low, high) => low + Math.floor(uniform() * (high - low + 1));
  return {
    uniform,
    integer,
    chance: (probability) => uniform() < probability,
    pick: (list) => list[integer(0, list.length - 1)],
    logUniform: (low, high) => low * (high / low) ** uniform(),
    logNormal: randomLogNormal.source(uniform),
    weighted: (weights) => weightedIndex(uniform, weights),
    shuffle(list) {
      for (let i = list.length - 1; i > 0; i--) {
        const j = integer(0, i);
        [list[i], list[j]] = [list[j], list[i]];
      }
      return list;
    },
  };
}

/** A function that draws index i with probability proportional to weights[i]. */
function weightedIndex(uniform, weights) {
  const cumulative = new Float64Array(weights.length);
  let sum = 0;
  weights.forEach((weight, i) => (cumulative[i] = sum += weight));
  return () => {
    const target = uniform() * sum;
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle] > target) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** Zipf weights: the item of rank k (from 1) has weight 1 / k^exponent. */
export const zipfWeights = (count, exponent) =>
  Array.from({ length: count }, (_, i) => 1 / (i + 1) ** exponent);
