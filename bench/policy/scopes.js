// A made-up task: 17 scopes in 5 categories, 5 arms, contexts of 64 numbers with a few that matter.
import { createRandom } from '../real/random.js';

export const WORLD = { scopes: 17, categories: 5, arms: 5, dim: 64, rounds: 200 };
const SHARED = 0.7; // of the maps' variance is the category's
const NOISE = 0.5;

const categoryOf = (scope) => scope % WORLD.categories;

/** Maps (scope, arm) -> vector: a part of the category's, a part of its own. */
function makeMaps(random) {
  const { scopes, categories, arms, dim } = WORLD;
  const draw = () => Float64Array.from({ length: dim }, () => random.normal());
  const ofCategory = Array.from({ length: categories }, () => Array.from({ length: arms }, draw));
  return Array.from({ length: scopes }, (_, scope) =>
    ofCategory[categoryOf(scope)].map((common) => {
      const own = draw();
      return common.map((value, i) => Math.sqrt(SHARED) * value + Math.sqrt(1 - SHARED) * own[i]);
    }),
  );
}

/** A constant and numbers whose deviations fall as 1 / (1 + i). */
function drawContext(random) {
  const { dim } = WORLD;
  return Float64Array.from({ length: dim }, (_, i) =>
    i === dim - 1 ? 1 : random.normal() / Math.sqrt(1 + i),
  );
}

const dot = (a, b) => a.reduce((sum, value, i) => sum + value * b[i], 0);

/** The regret over that of always arm 0. With `change`, all maps are others from the middle on. */
export function runScopes(makeLearner, seed, { change = false } = {}) {
  const random = createRandom(seed, 'scopes');
  const { scopes, arms, dim, rounds } = WORLD;
  const learner = makeLearner({
    dim,
    arms,
    scopes,
    categoryOf,
    objective: 'cost',
    random: createRandom(seed, 'choices among scopes'),
    seed,
  });
  let maps = makeMaps(random);
  let regret = 0;
  let ofDefault = 0;
  for (let round = 0; round < rounds; round++) {
    if (change && round === rounds / 2) maps = makeMaps(random);
    for (const scope of random.shuffled([...Array(scopes).keys()])) {
      const x = drawContext(random);
      const means = maps[scope].map((map) => dot(map, x));
      const noise = NOISE * random.normal();
      const { id, arm } = learner.choose(scope, x);
      learner.learn(id, means[arm] + noise);
      const least = Math.min(...means);
      regret += means[arm] - least;
      ofDefault += means[0] - least;
    }
  }
  learner.free?.();
  return regret / ofDefault;
}
