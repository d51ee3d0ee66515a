// The upper part of the chart: per kind of query, the learned plan beside SQLite's own and the best.
import * as colors from './chart-colors.js';

const OWN = {
  field: 'own',
  name: "SQLite's own plan",
  color: colors.OWN,
  shape: 'circle',
  size: 80,
};
const LEARNED = {
  field: 'learned',
  name: 'learned choice',
  color: colors.LEARNED,
  shape: 'circle',
  size: 150,
};
const BEST = {
  field: 'best',
  name: 'fastest plan, known afterwards',
  color: colors.BEST,
  shape: 'diamond',
  size: 110,
};
const ALL = 'All queries together';
const SERIES = [OWN, LEARNED, BEST];

/** Times as a share of SQLite's own, the greatest gain first, all queries together last. */
function ratioRows({ byTemplate, totals }) {
  const ratios = (query, own, learned, best) => ({
    query,
    own: 1,
    learned: learned / own,
    best: best / own,
    gain: gainInWords(learned / own),
  });
  const rows = byTemplate.map(({ template, own, chosen, best }) =>
    ratios(template.title, own.totalMs, chosen.totalMs, best.totalMs),
  );
  rows.sort((a, b) => a.learned - b.learned);
  return [...rows, ratios(ALL, totals.own, totals.chosen, totals.best)];
}

function gainInWords(ratio) {
  if (ratio >= 1.05) return `${ratio.toFixed(1)}x as long`;
  if (ratio > 1 / 1.05) return 'same';
  return `${(1 / ratio).toFixed(ratio > 0.1 ? 1 : 0)}x faster`;
}

/** Round ends of the axis around all ratios, with room on both sides. */
function axisOf(rows) {
  const values = rows.flatMap(({ learned, best }) => [learned, best, 1]);
  const steps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];
  const least = Math.min(...values);
  const low = steps.findLast((step) => step < least) ?? least;
  const high = Math.max(...values) * 1.1;
  return { domain: [low, high], ticks: steps.filter((step) => step >= low && step <= high) };
}

/** One row a kind of query: a dot for each way of choosing. */
export function comparison(summary) {
  const rows = ratioRows(summary);
  const { domain, ticks } = axisOf(rows);
  const x = {
    type: 'quantitative',
    scale: { type: 'log', domain, nice: false },
    axis: {
      title: "total time as a share of SQLite's own plans (← faster)",
      values: ticks,
      labelExpr: "datum.value === 1 ? 'same time' : format(datum.value, '~%')",
      domain: false,
      ticks: false,
    },
  };
  const bold = { condition: { test: `datum.label === '${ALL}'`, value: 'bold' }, value: 'normal' };
  const y = {
    field: 'query',
    type: 'nominal',
    sort: null,
    axis: { title: null, domain: false, ticks: false, labelPadding: 14, labelFontWeight: bold },
  };
  const byName = (property) => ({
    field: 'series',
    type: 'nominal',
    scale: { domain: SERIES.map(({ name }) => name), range: SERIES.map((s) => s[property]) },
  });
  const legend = {
    title: null,
    orient: 'top',
    direction: 'horizontal',
    columns: 3,
    columnPadding: 20,
    symbolSize: 140,
    offset: 10,
  };
  const dots = ({ field, name, size }) => ({
    transform: [{ calculate: JSON.stringify(name), as: 'series' }],
    mark: { type: 'point', filled: true, size, opacity: 1 },
    encoding: {
      x: { ...x, field },
      color: { ...byName('color'), legend },
      shape: { ...byName('shape'), legend },
    },
  });
  return {
    data: { values: rows },
    width: colors.WIDTH,
    height: { step: 32 },
    encoding: { y },
    layer: [
      {
        mark: { type: 'rule', color: LEARNED.color, strokeWidth: 3, opacity: 0.3 },
        encoding: { x: { ...x, field: OWN.field }, x2: { field: LEARNED.field } },
      },
      // The learned dot is drawn last: where it covers the diamond, nothing was left to gain.
      ...[OWN, BEST, LEARNED].map(dots),
      {
        mark: { type: 'text', align: 'left', dx: 14, color: colors.INK, fontSize: 13 },
        encoding: { x: { value: 'width' }, text: { field: 'gain' } },
      },
    ],
  };
}
