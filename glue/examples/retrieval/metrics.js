// How well documents were found: ranks, recall and mean reciprocal rank.
import { sum } from '../common/numbers.js';

/**
 * The rank of the best of the relevant documents by their scores, from 1. At a tie the others come
 * first, so that scores that are all alike find nothing.
 */
export function rankOf(scores, relevant) {
  const best = Math.max(...relevant.map((index) => scores[index]));
  let rank = 1;
  scores.forEach((score, index) => {
    if (score >= best && !relevant.includes(index)) rank++;
  });
  return rank;
}

/** Shares of queries with a relevant document first, or among ten; the mean of 1 / rank. */
export function measure(ranks) {
  const share = (most) => ranks.filter((rank) => rank <= most).length / ranks.length;
  return {
    recallAt1: share(1),
    recallAt10: share(10),
    mrr: sum(ranks.map((rank) => 1 / rank)) / ranks.length,
  };
}
