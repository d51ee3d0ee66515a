// Clients with shifted data: the map they learn is the same in part, and in part each one's own.
import { randomNormal } from 'd3-random';
import { createRandom } from '../common/random.js';

export const DIM = 32;
export const SHARED_RANK = 4;
// Frobenius norms of the shared map and of the own one: a seventh of the energy is a client's own.
const SHARED_NORM = 1;
const OWN_NORM = 0.4;
// Of the noise in each number of a target, relative to what is to be learned.
const NOISE = 0.5;
const SHIFT = 0.5;
const FEWEST = 10;
const MOST = 40;
const TESTS = 200;

const vector = (normal) => Float64Array.from({ length: DIM }, normal);
const dot = (a, b) => a.reduce((sum, value, i) => sum + value * b[i], 0);

/** x -> sum of u (v . x) over `rank` random pairs u, v: a map of about that Frobenius norm. */
function createMap(normal, rank, norm) {
  const scale = norm / (DIM * Math.sqrt(rank));
  const pairs = Array.from({ length: rank }, () => [vector(normal), vector(normal)]);
  return (x) => {
    const y = new Float64Array(DIM);
    for (const [u, v] of pairs) {
      const along = scale * dot(v, x);
      for (let i = 0; i < DIM; i++) y[i] += along * u[i];
    }
    return y;
  };
}

/**
 * `count` clients, each with 10 to 40 noisy `examples` { x, target } and 200 `tests` without noise.
 * The inputs of each have a mean and scales of their own. `change(x)` is what is to be learned.
 */
export function createClients(seed, count) {
  const shared = createMap(normalOf(createRandom(seed, 'shared')), SHARED_RANK, SHARED_NORM);
  return Array.from({ length: count }, (_, index) => {
    const random = createRandom(seed, `client ${index}`);
    const normal = normalOf(random);
    const own = createMap(normal, 1, OWN_NORM);
    const change = (x) => {
      const particular = own(x);
      return shared(x).map((value, i) => value + particular[i]);
    };
    const mean = vector(normal).map((value) => SHIFT * value);
    const scales = vector(normal).map((value) => Math.exp(SHIFT * value));
    const noise = (NOISE * Math.hypot(SHARED_NORM, OWN_NORM)) / Math.sqrt(DIM);
    const draw = (withNoise) => {
      const x = Float32Array.from(mean, (value, i) => value + scales[i] * normal());
      const wanted = change(x);
      const target = x.map((value, i) => value + wanted[i] + withNoise * noise * normal());
      return { x, target };
    };
    return {
      change,
      examples: Array.from({ length: random.integer(FEWEST, MOST) }, () => draw(1)),
      tests: Array.from({ length: TESTS }, () => draw(0)),
    };
  });
}

function normalOf({ uniform }) {
  return randomNormal.source(uniform)();
}

/** ||answer - target|| over ||x - target||, over all tests: 1 is nothing learned. */
export function errorOf(answer, tests) {
  let wrong = 0;
  let all = 0;
  for (const { x, target } of tests) {
    const y = answer(x);
    for (let i = 0; i < DIM; i++) {
      wrong += (y[i] - target[i]) ** 2;
      all += (x[i] - target[i]) ** 2;
    }
  }
  return Math.sqrt(wrong / all);
}
