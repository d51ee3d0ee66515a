// The table on the console.
import { formatTable } from '../common/table.js';
import { CLIENTS, RANK, ROUNDS } from './experiment.js';

const shown = ({ mean, least, most }) =>
  `${mean.toFixed(3)} (${least.toFixed(3)} to ${most.toFixed(3)})`;

const WAYS = [
  ['average, own starts', 'exact, own start'],
  ['average, same start', 'exact, same start'],
  ['naive average of A and B, own starts', 'naive, own start'],
  ['naive average of A and B, same start', 'naive, same start'],
];

export function resultTable({ curves, once, personal }) {
  const { alone, together } = curves;
  const at = (name, round) => curves[name][round - 1];
  return formatTable({
    heads: ['error', 'after 10 rounds', `after ${ROUNDS}`, 'and own data', 'averaged once'],
    rows: [
      ['each client alone', shown(alone[9]), shown(alone[ROUNDS - 1]), '', ''],
      ...WAYS.map(([words, name]) => [
        words,
        shown(at(name, 10)),
        shown(at(name, ROUNDS)),
        personal[name].mean.toFixed(3),
        once[name].mean.toFixed(3),
      ]),
      ['all data together', shown(together[9]), shown(together[ROUNDS - 1]), '', ''],
    ],
  });
}

export const METHOD = `\
Errors are relative, 1 is nothing learned: the mean over ${CLIENTS} clients, on tests of their own. Each client
has 10 to 40 noisy examples; a seventh of what there is to learn is its own and differs from the others',
so that one adapter for all has an error of about 0.37 at best. In a round each client goes on from the average
and learns once from its data; alone, and with all data together, a round is an epoch. "And own data":
after the last round each client learns once more, for itself. "Averaged once": adapters that learned
alone all the time, averaged at the end. All have rank ${RANK}, alpha 1 and the default optimizer at rate 0.1.`;
