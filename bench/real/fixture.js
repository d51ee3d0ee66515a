// Makes test-wasm/fixtures/real/: pairs of words and glosses, and the vectors of their words.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { countWords } from '../../glue/examples/retrieval/embedding.js';
import { readWordVectors } from './embeddings.js';
import { readSynsets } from './wordnet.js';

const FOLDER = fileURLToPath(new URL('../../test-wasm/fixtures/real/', import.meta.url));
const PAIRS = 400;
const LARGEST = 127;

const { dim, vectorOf } = readWordVectors();
const known = (text) => [...countWords(text).keys()].filter((word) => vectorOf(word));

const pairs = readSynsets(readFileSync('/usr/share/wordnet/data.adj', 'utf8'), 'adj', 2 * PAIRS)
  .filter(({ words, gloss }) => known(words).length > 0 && known(gloss).length > 0)
  .slice(0, PAIRS)
  .map(({ words, gloss }) => [words, gloss]);
const words = [...new Set(pairs.flat().flatMap(known))].sort();
const values = words.flatMap((word) => vectorOf(word));
const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / LARGEST;

mkdirSync(FOLDER, { recursive: true });
const lines = pairs.map((pair) => JSON.stringify(pair)).join(',\n');
writeFileSync(`${FOLDER}pairs.json`, `[\n${lines}\n]\n`);
writeFileSync(`${FOLDER}words.json`, `${JSON.stringify({ dim, words: words.join(' ') })}\n`);
writeFileSync(
  `${FOLDER}vectors.i8`,
  Int8Array.from(values, (value) => Math.round(value / scale)),
);
