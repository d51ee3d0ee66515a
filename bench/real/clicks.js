// Gains over the space alone after some clicks, of learners that see them one by one.
import { makeOurClicks } from './our-clicks.js';
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

/** A learner of vectors u and e in a space, as one of queries and documents by their numbers. */
const byNumber = (make, { u, e, ...options }) => {
  const learner = make(options);
  return {
    rows: e,
    answer: (query) => learner.answer(u[query]),
    learn: (query, shown, place) =>
      learner.learn(
        u[query],
        shown.map((index) => e[index]),
        place,
      ),
    free() {},
  };
};

const LEARNERS = {
  ours: (options) => makeOurClicks({ ...options, cautious: true }),
  'ours, not cautious': (options) => makeOurClicks({ ...options, cautious: false }),
  plain: (options) => byNumber(makeClickLearner, options),
  ridge: (options) => byNumber(makeClickRidge, options),
};

/**
 * The MRR of what a user likes best: before, and each learner's after the numbers of CLICKS; `api` is the
 * product, `plain` its double.
 */
export function follow(api, data, { taste, careless = false, seed }) {
  const space = learnSpace(data.documents, data.queries);
  const e = data.documents.map(space.document);
  const u = data.queries.map(({ vector }) => space.query(vector));
  const temperature = spreadOf(e, createRandom(seed, 'spread'));
  const start = space.directions();
  const options = { api, data, u, e, dim: e[0].length, rank: RANK, temperature, seed, start };
  const relevant = data.queries.map((query) => query.relevant);
  const found = {};
  for (const [name, make] of Object.entries(LEARNERS)) {
    const user = makeUser({ u, e, relevant, taste, seed, careless });
    const learner = make(options);
    const measure = (answer) =>
      reciprocalRank(user.heldOut, ({ query }) => scoreAll(learner.rows, answer(query)));
    found.before ??= reciprocalRank(user.heldOut, ({ query }) => scoreAll(e, u[query]));
    found[name] = [];
    for (let click = 1; click <= CLICKS.at(-1); click++) {
      const query = user.next();
      const shown = nearest(learner.rows, learner.answer(query), SHOWN);
      learner.learn(query, shown, user.choose(query, shown));
      if (CLICKS.includes(click)) found[name].push(measure(learner.answer));
    }
    learner.free();
  }
  return found;
}
