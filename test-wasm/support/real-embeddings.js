// Real embeddings: means of word vectors, of WordNet's words and glosses (fixtures/real/). A search for the words
// should find the gloss.
import { readFileSync } from 'node:fs';
import { randomNumbers } from './helpers.js';

const read = (name) => readFileSync(new URL(`../fixtures/real/${name}`, import.meta.url));
const { dim, words } = JSON.parse(read('words.json'));
const numbers = new Map(words.split(' ').map((word, number) => [word, number]));
const vectors = new Int8Array(read('vectors.i8'));

/** The mean of the vectors of a text's words, of length 1. */
function embeddingOf(text) {
  const sum = new Float64Array(dim);
  for (const word of text.toLowerCase().match(/[a-z]+/g)) {
    const number = numbers.get(word);
    if (number === undefined) continue;
    for (let i = 0; i < dim; i++) sum[i] += vectors[number * dim + i];
  }
  const length = Math.hypot(...sum);
  return Float32Array.from(sum, (value) => value / length);
}

export { dim };
/** [query, document] each. */
export const pairs = JSON.parse(read('pairs.json')).map((texts) => texts.map(embeddingOf));
export const documents = pairs.map(([, gloss]) => gloss);
export const rowsOf = (list) => Float32Array.from(list.flatMap((vector) => [...vector]));

const HELD_OUT = 100;
export const SPLITS = 4;

/** Whole numbers below n. */
export function belowOf(seed) {
  const { uniform } = randomNumbers(seed);
  return (n) => Math.floor(n * uniform());
}

/** Another hundred held out in each split. */
export function split(number) {
  const below = belowOf(3);
  const order = pairs.map((_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  const from = number * HELD_OUT;
  const heldOut = order.slice(from, from + HELD_OUT);
  return { heldOut, train: order.filter((i) => !heldOut.includes(i)) };
}

/**
 * The mean reciprocal rank of held-out documents, where `scoresOf(query)` has a score for each document; of other
 * pairs where they are given.
 */
export function searchBy(scoresOf, heldOut, given = pairs) {
  const ranks = heldOut.map((i) => {
    const scores = scoresOf(given[i][0]);
    return 1 + scores.filter((score) => score > scores[i]).length;
  });
  return ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length;
}
