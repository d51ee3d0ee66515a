// The tables on the console.
import { formatTable } from '../common/table.js';
import { METRICS } from './summary.js';
import { EPOCHS, TEMPERATURES } from './experiment.js';

const fixed = (value) => value.toFixed(3);
const means = (measured) => METRICS.map((metric) => fixed(measured[metric].mean));

export function resultTable({ baselines, adapters }) {
  const row = (words, measured, ...more) => [
    words,
    ...means(measured),
    `${fixed(measured.mrr.least)} to ${fixed(measured.mrr.most)}`,
    ...more,
  ];
  return formatTable({
    heads: ['held-out queries', 'recall@1', 'recall@10', 'MRR', 'MRR over seeds', 'numbers'],
    rows: [
      row('no adapter', baselines.none, 0),
      row('BM25 over words', baselines.bm25, ''),
      ...adapters.map(({ rank, heldOut, numbers }) =>
        row(`adapter of rank ${rank}`, heldOut, numbers.toLocaleString('en')),
      ),
      row('ridge regression, full rank', baselines.ridge, (65536).toLocaleString('en')),
    ],
  });
}

export function learningTable({ seeds, adapters }) {
  return formatTable({
    heads: [
      'adapter',
      'MRR gained',
      'at least',
      'better in',
      'epochs',
      'MRR in training',
      'CPU time of a step',
    ],
    rows: adapters.map(({ rank, gain, epochs, train, batch, microsPerStep }) => [
      `rank ${rank}`,
      fixed(gain.mean),
      fixed(gain.least),
      `${gain.better} of ${seeds}`,
      epochs,
      fixed(train.mrr.mean),
      `${(microsPerStep / 1000).toFixed(1)} ms of ${batch} pairs`,
    ]),
  });
}

export const method = ({ train, heldOut, validation }, pages) => `\
Each seed splits the descriptions: ${train} to learn from, ${heldOut} held out; search is among all
${pages.toLocaleString('en')} pages. Pages with the same description are one query, and any of them answers it. A page's
names and its description are taken out of its text, its names out of the description too. Query and
page have the same frozen embedding: n-grams of 3 to 5 characters hashed to 256 signed buckets. The
adapter changes queries only. Temperature (${TEMPERATURES.join(' or ')}), epochs (to ${EPOCHS}) and the strength of the
ridge are chosen for each seed by ${validation} of the training queries, then all of them are learned from;
no choice sees a held-out query.`;
