// Turns the measured held-out queries into the numbers that the report and the chart show.
import { argmin, median, sum } from '../common/numbers.js';

const NOTABLE = 1.1;
const OVER = 1.2;

const ways = {
  own: ({ costs }) => costs[0],
  chosen: ({ chosen }) => chosen,
  best: ({ costs, best }) => costs[best],
};

/** Times and steps of the plans that a way of choosing picks. */
function measure(results, pick) {
  const costs = results.map(pick);
  return {
    medianMs: median(costs.map(({ ms }) => ms)),
    medianSteps: median(costs.map(({ vmSteps }) => vmSteps)),
    totalMs: sum(costs.map(({ ms }) => ms)),
  };
}

/** One template: every way of choosing, and the one plan that would have been best for all. */
function summariseTemplate(template, results) {
  const summary = { template };
  for (const [way, pick] of Object.entries(ways)) summary[way] = measure(results, pick);
  const totals = template.variants.map((_, v) => sum(results.map(({ costs }) => costs[v].ms)));
  const variant = argmin(totals);
  summary.fixed = { variant, totalMs: totals[variant] };
  return summary;
}

/** What the choices for held-out queries would take. */
export function summarise(templates, { results, curve }) {
  const byTemplate = templates.map((template) =>
    summariseTemplate(
      template,
      results.filter(({ query }) => query.template === template),
    ),
  );
  const total = (way) => sum(byTemplate.map((summary) => summary[way].totalMs));
  const ratioToOwn = ({ costs, chosen }) => chosen.ms / costs[0].ms;
  const ownIsGood = results.filter(({ costs, best }) => costs[0].ms <= NOTABLE * costs[best].ms);
  return {
    byTemplate,
    totals: {
      own: total('own'),
      fixed: total('fixed'),
      chosen: total('chosen'),
      best: total('best'),
    },
    queries: results.length,
    changed: results.filter(({ choice }) => choice !== 0).length,
    faster: results.filter((result) => ratioToOwn(result) < 1 / NOTABLE).length,
    slower: results.filter((result) => ratioToOwn(result) > NOTABLE).length,
    over: results.filter((result) => ratioToOwn(result) > OVER).length,
    worst: Math.max(...results.map(ratioToOwn)),
    worstTemplate: Math.max(...byTemplate.map(({ own, chosen }) => chosen.totalMs / own.totalMs)),
    ownIsGood: ownIsGood.length,
    leftAlone: ownIsGood.filter((result) => ratioToOwn(result) <= NOTABLE).length,
    curve: curve.map(({ queries }, point) => ({
      queries,
      totalMs: sum(results.map(({ choices }) => choices[point].ms)),
    })),
  };
}
