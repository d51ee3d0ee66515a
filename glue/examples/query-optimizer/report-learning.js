// Prints what learning cost: in all, by kind of query, and what the guard did about it.
import { formatTable } from '../common/table.js';
import { factor, ms, percent } from './format.js';

/** What was paid for the training queries, beside SQLite's own plans and the fastest ones. */
export function learningTotals({ paid, own, best, queries }) {
  const row = (words, total) => [
    words,
    `${total.toFixed(0)} ms`,
    factor(total / own),
    `${(total - best).toFixed(0)} ms`,
  ];
  return formatTable({
    heads: [`the ${queries} queries learned from`, 'total time', 'of own', 'regret'],
    rows: [
      row("SQLite's own plans, had they all run", own),
      row('paid: the plans chosen, and own plans after those stopped', paid),
      row('fastest plan of each query, known only afterwards', best),
    ],
  });
}

export function learningTable({ byTemplate }) {
  return formatTable({
    groups: [
      ['', 1],
      ['total ms', 2],
      ['paid', 1],
      ['other plans', 2],
      ['held', 1],
      ['over', 1],
      ['', 1],
    ],
    heads: ['query', 'own', 'paid', '/ own', 'run', 'stopped', 'back', '1.2x', 'worst'],
    rows: byTemplate.map((of) => [
      of.template.title,
      ms(of.own),
      ms(of.paid),
      factor(of.paid / of.own),
      of.others,
      of.stopped,
      of.heldBack,
      of.over,
      factor(of.worst.ratio),
    ]),
  });
}

/** Where the worst query of the training stood, in words. */
function worstQuery({ worst: { query, arm, paid, own, ratio, stopped } }) {
  const { title, variants } = query.template;
  const end = stopped ? ', with a stop at the limit' : '';
  return (
    `Worst query: ${factor(ratio)}, ${ms(paid)} ms${end}, where SQLite's own plan took ${ms(own)} ms\n` +
    `  (${title}: ${variants[arm].label}).`
  );
}

export function guardLines(learning, { policy }, micros) {
  const { queries, others, stopped, heldBack, over, mostPaid } = learning;
  return [
    `${others} of ${queries} queries ran another plan than SQLite's own; ${stopped} of those were` +
      ' stopped at the limit.',
    `The guard held back ${heldBack} (${percent(heldBack / queries)}): its budget did not cover` +
      ' the limit of another plan.',
    `${over} (${percent(over / queries)}) took over 1.2x as long as SQLite's own plan, single runs` +
      ' both.',
    worstQuery(learning),
    `In total never more than ${factor(mostPaid)} of SQLite's own time had been paid, from 48` +
      ' queries on.',
    `Left in the bank: ${policy.bank.toFixed(0)} ms. Choosing a plan took` +
      ` ${micros.choose.toFixed(1)} µs, learning from a run ${micros.learn.toFixed(1)} µs.`,
  ].join('\n');
}
