// Plain BM25 over words, the baseline without embeddings (Robertson and Zaragoza 2009).
import { sum } from '../common/numbers.js';
import { countWords } from './embedding.js';

const K1 = 1.2;
const B = 0.75;

/** `score(text)` gives a score for each document; with Lucene's weight of a word, never negative. */
export function createBm25(documents) {
  const postings = new Map();
  const lengths = documents.map((text, index) => {
    const counts = countWords(text);
    for (const [word, count] of counts) {
      if (!postings.has(word)) postings.set(word, []);
      postings.get(word).push({ index, count });
    }
    return sum([...counts.values()]);
  });
  const mean = sum(lengths) / lengths.length;
  return function score(text) {
    const scores = new Float64Array(documents.length);
    for (const [word, times] of countWords(text)) {
      const found = postings.get(word) ?? [];
      const rarity = Math.log(1 + (documents.length - found.length + 0.5) / (found.length + 0.5));
      for (const { index, count } of found) {
        const length = K1 * (1 - B + (B * lengths[index]) / mean);
        scores[index] += (times * rarity * count * (K1 + 1)) / (count + length);
      }
    }
    return scores;
  };
}
