// How well held-out queries find their documents.
import { dot } from './vectors.js';

/** At a tie the others come first, so that scores that are all alike find nothing. */
export function rankOf(scores, relevant) {
  const best = Math.max(...relevant.map((index) => scores[index]));
  let rank = 1;
  for (let i = 0; i < scores.length; i++) if (scores[i] >= best) rank++;
  for (const index of relevant) if (scores[index] >= best) rank--;
  return rank;
}

/** The mean of 1 / rank, where `scoreOf(query)` has a score for each document. */
export function reciprocalRank(queries, scoreOf) {
  let sum = 0;
  for (const query of queries) sum += 1 / rankOf(scoreOf(query), query.relevant);
  return sum / queries.length;
}

/** Scores of rows for y: dot products with unit rows, which are in the order of cosines. */
export function scoreAll(rows, y) {
  const scores = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) scores[i] = dot(rows[i], y);
  return scores;
}
