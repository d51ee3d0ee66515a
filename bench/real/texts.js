// Corpora from installed Debian packages: documents, and queries with the documents that answer them.
import { readFileSync } from 'node:fs';
import { createCorpus } from '../../glue/examples/retrieval/corpus.js';
import { readPages } from '../../glue/examples/retrieval/pages.js';
import { readAnswers } from './perl.js';
import { readSynsets } from './wordnet.js';

const GLOSSES = 1500;

/** Manual pages: the description in one line is the query, the rest of the page the document. */
function manualPages() {
  return createCorpus(readPages());
}

/** WordNet: the words of a synset are the query, its gloss without them the document. */
function glosses(part) {
  const text = readFileSync(`/usr/share/wordnet/data.${part}`, 'utf8');
  const synsets = readSynsets(text, part, GLOSSES);
  return {
    documents: synsets.map(({ gloss }) => gloss),
    queries: synsets.map(({ words }, i) => ({ text: words, relevant: [i] })),
  };
}

/** Perl: a question or a message is the query, what perlfaq or perldiag say of it the document. */
function perl() {
  const answers = readAnswers();
  return {
    documents: answers.map(({ text }) => text),
    queries: answers.map(({ heading }, i) => ({ text: heading, relevant: [i] })),
  };
}

export const TEXTS = {
  man: manualPages,
  noun: () => glosses('noun'),
  verb: () => glosses('verb'),
  adj: () => glosses('adj'),
  perl,
};
