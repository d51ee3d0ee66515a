// Prints the result: times, totals, what was learned, and what the library counted.
import { formatTable } from '../common/table.js';
import { describeChoices } from './rules.js';
import { sum } from '../common/numbers.js';

const ms = (value) => value.toFixed(value < 0.1 ? 3 : value < 10 ? 2 : 1);
const thousands = (value) => (value / 1000).toFixed(value < 10_000 ? 1 : 0);
const percent = (share) => `${(100 * share).toFixed(1)} %`;
const factor = (ratio) => `${ratio.toFixed(2)}x`;

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

export function verdict({ totals, queries, changed, faster, slower, worst, ownIsGood, leftAlone }) {
  const ratio = totals.own / totals.chosen;
  const headline =
    ratio > 1
      ? `The learned choice beat SQLite's own plans on held-out queries: ${factor(ratio)} in total.`
      : `The learned choice did NOT beat SQLite's own plans on held-out queries: ${factor(ratio)}.`;
  return [
    headline,
    `It replaced the plan of ${changed} of ${queries} queries. By more than 10 %, ${faster} got` +
      ` faster and ${slower} (${percent(slower / queries)}) slower,`,
    `the worst ${factor(worst)} as long. Where SQLite's own plan was within 10 % of the best` +
      ` (${ownIsGood} queries),`,
    `${leftAlone} got no slower by more than 10 %.`,
  ].join('\n');
}

/** One line a template and a part of its rule, from the choices for all queries of the workload. */
export function learnedRules({ best }, { templates, train, heldOut }) {
  const queries = [...train.flat(), ...heldOut];
  const lines = [];
  for (const template of templates) {
    const choices = queries
      .filter((query) => query.template === template)
      .map((query) => ({ features: query.features, choice: best(query) }));
    const { parts, agree } = describeChoices(choices);
    const name = ({ label, words }) => (words === label ? label : `${label} (${words})`);
    lines.push(`${template.title} [${template.operator}]`);
    for (const { when, choice } of parts) {
      lines.push(`  ${when}: ${name(template.variants[choice])}`);
    }
    if (agree < 1) lines.push(`  (the rule covers ${Math.round(100 * agree)} % of the choices)`);
  }
  return lines.join('\n');
}

export function adapterTable({ lora, buffer }, templates) {
  const used = [...lora.scopes.entries()].filter(([i]) => buffer.countByOperator(i) > 0);
  return formatTable({
    heads: ['adapter', 'runs', 'adaptCount', 'deltaNorm', 'query kinds'],
    rows: used.map(([i, scope]) => [
      scope,
      buffer.countByOperator(i),
      lora.adaptCount(scope),
      lora.deltaNorm(scope).toFixed(2),
      templates
        .filter(({ operator }) => operator === scope)
        .map(({ name }) => name)
        .join(', '),
    ]),
  });
}

export function trajectoryLines({ learner: { buffer }, timeouts, micros }, plans) {
  const best = plans[buffer.bestAttention];
  const seconds = (field) => `${(sum([...buffer].map((run) => run[field])) / 1000).toFixed(1)} s`;
  return [
    `${buffer.length} runs in the trajectory buffer, ${timeouts} of them stopped at the time limit`,
    `they took ${seconds('executionMs')}; SQLite's own plans for the same queries` +
      ` ${seconds('baselineMs')}`,
    `success rate (faster than SQLite's own plan, exploration included): ` +
      percent(buffer.successRate),
    `improvement: mean ${buffer.meanImprovement.toFixed(2)}, best ` +
      `${buffer.bestImprovement.toFixed(1)}; above 0.5 in ${buffer.highQualityCount(0.5)} runs`,
    `bestAttention ${buffer.bestAttention}: the plan "${best.label}" of ${best.template}`,
    `choosing a plan took ${micros.choose.toFixed(1)} µs, learning from a run (1 new, up to 32` +
      ` earlier) ${micros.learn.toFixed(0)} µs`,
  ].join('\n');
}

export const METHOD = `\
SQLite's own plan is the query as written, after ANALYZE. This build has no STAT4, so that plan
cannot depend on the parameters. Parameters are bound and statements prepared beforehand; every row
is stepped through. A time is the median of 3 warm runs (9 below 1 ms), all plans of a query in
turn. A learned plan that hits the time limit is charged the limit and SQLite's own plan on top.
"Best" is the fastest as measured: it profits from noise, so the regret errs on the high side.
While learning, each query also runs SQLite's own plan once, as the baseline. The learner's
settings were chosen on the data of seeds 1 to 3.`;
