// Simulated users who search real documents with real queries, and have a taste that is hidden.
import { createRandom } from './random.js';
import { add, difference, dot, normalized } from './vectors.js';

export const SHOWN = 5;
const HELD_OUT_QUERIES = 120;
const NEIGHBOURHOODS = 3; // what a user asks about
const QUERIES = 240;
const NOISE = 0.03; // in cosines, of a user's judgement
const BIAS = 0.7; // place i is looked at with probability 1 / i^BIAS
const CLUSTER = 20;
const STRENGTH = { topic: 0.5, map: 1.5 };
const RANK = 4;

/** Indices of the rows nearest to y, the nearest first. */
export function nearest(rows, y, count) {
  const scores = rows.map((row) => dot(row, y));
  const order = Array.from(rows.keys()).sort((a, b) => scores[b] - scores[a]);
  return order.slice(0, count);
}

/** The user wants documents of one cluster a little more than others, whatever the query. */
function topic(u, e, random) {
  const cluster = nearest(e, e[random.below(e.length)], CLUSTER);
  const liked = new Float64Array(e[0].length);
  for (const index of cluster) add(liked, 1, e[index]);
  const direction = normalized(liked);
  return u.map((x) => {
    const target = Float64Array.from(x);
    add(target, STRENGTH.topic, direction);
    return normalized(target);
  });
}

/** What the user wants besides follows from the query by a map of low rank. */
function map(u, e, random) {
  const terms = Array.from({ length: RANK }, () => ({
    from: u[random.below(u.length)],
    to: normalized(difference(e[random.below(e.length)], e[random.below(e.length)])),
  }));
  const moves = u.map((x) => {
    const move = new Float64Array(x.length);
    for (const { from, to } of terms) add(move, dot(x, from), to);
    return move;
  });
  const size = Math.sqrt(moves.reduce((sum, move) => sum + dot(move, move), 0) / u.length);
  return u.map((x, i) => {
    const target = Float64Array.from(x);
    add(target, STRENGTH.map / size, moves[i]);
    return normalized(target);
  });
}

/** No taste: the document that answers the query. */
const answers = (u, e, random, relevant) => relevant.map(([index]) => e[index]);

const TASTES = { topic, map, answers };

/**
 * `u` are all queries, `e` all documents in a space, `relevant` those that answer a query; a
 * `careless` user takes any of the places looked at. `next()` is the next query, `choose(query, shown)` the place of the one taken.
 */
export function makeUser({ u, e, relevant, taste, seed, careless }) {
  const random = createRandom(seed, `user ${taste}`);
  const targets = TASTES[taste](u, e, random, relevant);
  const own = new Set();
  for (let i = 0; i < NEIGHBOURHOODS; i++) {
    for (const index of nearest(u, u[random.below(u.length)], QUERIES / NEIGHBOURHOODS)) {
      own.add(index);
    }
  }
  const order = random.shuffled([...own]);
  const heldOut = order.slice(0, HELD_OUT_QUERIES);
  const asked = order.slice(HELD_OUT_QUERIES);
  return {
    /** With the document that the user would like best. */
    heldOut: heldOut.map((query) => ({ query, relevant: nearest(e, targets[query], 1) })),
    next: () => asked[random.below(asked.length)],
    choose(query, shown) {
      let best = 0;
      let most = -Infinity;
      shown.forEach((index, place) => {
        const looks = random.uniform() < 1 / (place + 1) ** BIAS;
        const worth = careless
          ? random.uniform()
          : dot(e[index], targets[query]) + NOISE * random.normal();
        if (looks && worth > most) [best, most] = [place, worth];
      });
      return best;
    },
  };
}
