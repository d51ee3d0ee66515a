// Corpora with their embeddings; those that take long are kept in build/real/.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hashedNgrams, meanOfWords, readWordVectors, withCommonDirection } from './embeddings.js';
import { TEXTS } from './texts.js';

const CACHE = fileURLToPath(new URL('../../build/real/', import.meta.url));

export const CORPORA = Object.keys(TEXTS);
export const EMBEDDINGS = ['words', 'words-0', 'words-0.5', 'words-0.9', 'words-0.95', 'ngrams'];

let wordVectors;

function embed(texts, embedding) {
  let of;
  if (embedding === 'ngrams') {
    of = hashedNgrams(texts.documents);
  } else {
    wordVectors ??= readWordVectors();
    of = meanOfWords(texts.documents, wordVectors);
  }
  return [...texts.documents, ...texts.queries.map(({ text }) => text)].map(of);
}

/** Rows with f32 numbers, as the product gets them, in arrays of f64, of which all loops here are. */
function kept(name, texts, embedding) {
  const key = createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16);
  const file = `${CACHE}${name}-${embedding}-${key}.f32`;
  const count = texts.documents.length + texts.queries.length;
  if (!existsSync(file)) {
    const rows = embed(texts, embedding);
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(file, Buffer.from(Float32Array.from(rows.flatMap((row) => [...row])).buffer));
  }
  const bytes = readFileSync(file);
  const all = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const dim = all.length / count;
  const rows = Array.from({ length: count }, (_, i) =>
    Float64Array.from(all.subarray(i * dim, (i + 1) * dim)),
  );
  return {
    documents: rows.slice(0, texts.documents.length),
    queries: rows.slice(texts.documents.length),
  };
}

const read = new Map();
const textsOf = (name) => {
  if (!read.has(name)) read.set(name, TEXTS[name]());
  return read.get(name);
};

/** `documents` (rows), `queries` with `vector`, `text` and `relevant`, and the documents' `texts`. */
export function readData(name, embedding) {
  const texts = textsOf(name);
  const [kind, cosine] = embedding.split('-');
  let rows = kept(name, texts, kind);
  if (cosine !== undefined) rows = withCommonDirection(rows, Number(cosine));
  // A query without a known word has no vector.
  const queries = texts.queries
    .map((query, i) => ({ ...query, vector: rows.queries[i] }))
    .filter(({ vector }) => vector.some((value) => value !== 0));
  return { documents: rows.documents, queries, texts: texts.documents };
}

const HELD_OUT = 0.25;
const VALIDATION = 0.2;

/** A quarter is held out; settings are chosen by a fifth of the rest. */
export function split(queries, random) {
  const order = random.shuffled(queries);
  const at = Math.round(order.length * HELD_OUT);
  const train = order.slice(at);
  const chosen = Math.round(train.length * VALIDATION);
  return {
    heldOut: order.slice(0, at),
    train,
    validation: train.slice(0, chosen),
    fit: train.slice(chosen),
  };
}
