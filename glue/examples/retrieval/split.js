// Which queries are learned from and which are held out, by a seed.
import { createRandom } from '../common/random.js';

const HELD_OUT = 0.25;
const VALIDATION = 0.2;

/** The first share of a list, and the rest. */
function cut(list, share) {
  const at = Math.round(list.length * share);
  return [list.slice(0, at), list.slice(at)];
}

/**
 * A quarter of the queries is held out. Settings are chosen by `validation`, a fifth of the others,
 * with an adapter that learned from `fit`, the rest of them. Queries have no page in common, so a
 * split of queries is a split of documents.
 */
export function splitQueries(queries, seed) {
  const [heldOut, train] = cut(createRandom(seed, 'split').shuffle([...queries]), HELD_OUT);
  const [validation, fit] = cut(train, VALIDATION);
  return { heldOut, train, validation, fit };
}
