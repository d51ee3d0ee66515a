// Gains over the space alone after some clicks, of learners that see them one by one.
import { makeClickLearner } from './plain-clicks.js';
import { learnSpace } from './plain-learner.js';
import { createRandom } from './random.js';
import { reciprocalRank, scoreAll } from './ranks.js';
import { makeClickRidge } from './ridge.js';
import { makeUser, nearest, SHOWN } from './users.js';
import { dot } from './vectors.js';

export const CLICKS = [30, 100, 300, 1000];
const RANK = 8;
const RANDOM_PAIRS = 2000;

/** The standard deviation of the cosines of random documents. */
function spreadOf(rows, random) {
  const cosines = Array.from({ length: RANDOM_PAIRS }, () =>
    dot(rows[random.below(rows.length)], rows[random.below(rows.length)]),
  );
  const mean = cosines.reduce((sum, value) => sum + value, 0) / RANDOM_PAIRS;
  return Math.sqrt(cosines.reduce((sum, value) => sum + (value - mean) ** 2, 0) / RANDOM_PAIRS);
}

/** Users by name; a careless one clicks at random, and nothing should be learned from that. */
export const USERS = {
  'likes a topic': { taste: 'topic' },
  'likes by a map of rank 4': { taste: 'map' },
  'wants the right answer': { taste: 'answers' },
  careless: { taste: 'topic', careless: true },
};

const LEARNERS = {
  plain: makeClickLearner,
  ridge: makeClickRidge,
};

/** The MRR of what a user likes best: before, and each learner's after the numbers of CLICKS. */
export function follow(data, { taste, careless = false, seed }) {
  const space = learnSpace(data.documents, data.queries);
  const e = data.documents.map(space.document);
  const u = data.queries.map(({ vector }) => space.query(vector));
  const temperature = spreadOf(e, createRandom(seed, 'spread'));
  const options = { dim: e[0].length, rank: RANK, temperature, seed, start: space.directions() };
  const relevant = data.queries.map((query) => query.relevant);
  const found = {};
  for (const [name, make] of Object.entries(LEARNERS)) {
    const user = makeUser({ u, e, relevant, taste, seed, careless });
    const learner = make(options);
    const measure = (map) => reciprocalRank(user.heldOut, ({ vector }) => scoreAll(e, map(vector)));
    found.before = measure((x) => x);
    found[name] = [];
    for (let click = 1; click <= CLICKS.at(-1); click++) {
      const query = user.next();
      const shown = nearest(e, learner.answer(u[query]), SHOWN);
      learner.learn(
        u[query],
        shown.map((index) => e[index]),
        user.choose(query, shown),
      );
      if (CLICKS.includes(click)) found[name].push(measure(learner.answer));
    }
  }
  return found;
}
