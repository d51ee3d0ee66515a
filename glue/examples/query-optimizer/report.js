// Prints the result: times and totals of the held-out queries, and what was learned.
import { formatTable } from '../common/table.js';
import { factor, ms, percent, thousands } from './format.js';
import { describeChoices } from './rules.js';

/** Per template: median time and VM steps of SQLite's own plan, the learned and the best one. */
export function templateTable({ byTemplate }) {
  return formatTable({
    groups: [
      ['', 2],
      ['median time, ms', 3],
      ['VM steps, thousands', 3],
      ['total', 1],
    ],
    heads: ['query', 'plans', 'own', 'learned', 'best', 'own', 'learned', 'best', 'speed-up'],
    rows: byTemplate.map(({ template, own, chosen, best }) => [
      template.title,
      template.variants.length,
      ...[own, chosen, best].map(({ medianMs }) => ms(medianMs)),
      ...[own, chosen, best].map(({ medianSteps }) => thousands(medianSteps)),
      factor(own.totalMs / chosen.totalMs),
    ]),
  });
}

export function totalsTable({ totals }) {
  const row = (words, total) => [
    words,
    `${total.toFixed(0)} ms`,
    factor(totals.own / total),
    `+${percent(total / totals.best - 1)}`,
  ];
  return formatTable({
    heads: ['all held-out queries', 'total time', 'speed-up', 'regret'],
    rows: [
      row("SQLite's own plans", totals.own),
      row('the best single plan per query kind, known only afterwards', totals.fixed),
      row('learned', totals.chosen),
      row('best plan of each query, known only afterwards', totals.best),
    ],
  });
}

export function verdict(summary) {
  const { totals, queries, changed, faster, slower, over, worst, ownIsGood, leftAlone } = summary;
  const ratio = totals.own / totals.chosen;
  const headline =
    ratio > 1
      ? `The learned choice beat SQLite's own plans on held-out queries: ${factor(ratio)} in total.`
      : `The learned choice did NOT beat SQLite's own plans on held-out queries: ${factor(ratio)}.`;
  return [
    headline,
    `It replaced the plan of ${changed} of ${queries} queries. By more than 10 %, ${faster} got` +
      ` faster and ${slower} (${percent(slower / queries)}) slower,`,
    `${over} over 1.2x, the worst ${factor(worst)} as long. Where SQLite's own plan was within 10 %` +
      ' of the best',
    `(${ownIsGood} queries), ${leftAlone} got no slower by more than 10 %.`,
  ].join('\n');
}

/** Of a report's lines, in columns. */
const WIDTH = 100;

/** One line a template and a part of its rule, from the choices for all queries of the workload. */
export function learnedRules(best, { templates, train, heldOut }) {
  const queries = [...train.flat(), ...heldOut];
  const lines = [];
  for (const template of templates) {
    const choices = queries
      .filter((query) => query.template === template)
      .map((query) => ({ features: query.features, choice: best(query).arm }));
    const { parts, agree } = describeChoices(choices);
    const name = ({ label, words }) => (words === label ? label : `${label} (${words})`);
    lines.push(`${template.title} [${template.operator}]`);
    for (const { when, choice } of parts) {
      const plan = name(template.variants[choice]);
      const line = `  ${when}: ${plan}`;
      lines.push(...(line.length > WIDTH ? [`  ${when}:`, `    ${plan}`] : [line]));
    }
    if (agree < 1) lines.push(`  (the rule covers ${Math.round(100 * agree)} % of the choices)`);
  }
  return lines.join('\n');
}

const BASELINES = {
  paired: `\
With --paired SQLite's own plan runs beside every query and is passed as its baseline; it is not
among what was paid.`,
  estimate: `\
The baseline of a query is an estimate: the time of SQLite's own plan for other parameters, close
ones first and less where none is close, from runs that were made anyway. This build of SQLite tells
no estimate of its own.`,
  none: `\
No baseline was passed: the policy alone predicts the time of SQLite's own plan.`,
};

export const method = ({ paired, estimate }) => `\
SQLite's own plan is the query as written, after ANALYZE. This build has no STAT4, so that plan
cannot depend on the parameters. Statements are prepared and every plan has run once beforehand;
parameters are bound; every row is stepped through. Times are the processor's. A held-out time is
the median of 3 warm runs (9 below 1 ms), all plans of a query in turn. A plan that hits the limit
of its decision is charged the limit and SQLite's own plan on top. "Best" is the fastest as
measured: it profits from noise, so regret errs on the high side.
While learning, the chosen plan runs once, and the policy sees nothing else. What other plans would
have taken is measured afterwards, one run each, for this report alone.
${BASELINES[paired ? 'paired' : estimate ? 'estimate' : 'none']}
The settings of the policy were chosen on the data of seeds from 100 on.`;
