// The chart: per query kind, the learned plan beside SQLite's own and the best one; the learning.
import { compile } from 'vega-lite';
import { parse, View } from 'vega';

const INK = '#1f2933';
const MUTED = '#5f6c7b';
const GRID = '#e4e8ec';
const WIDTH = 560;
const ALL = 'All queries together';

const OWN = {
  field: 'own',
  name: "SQLite's own plan",
  color: '#9aa5b1',
  shape: 'circle',
  size: 80,
};
const LEARNED = {
  field: 'learned',
  name: 'learned choice',
  color: '#1565c0',
  shape: 'circle',
  size: 150,
};
const BEST = {
  field: 'best',
  name: 'fastest plan, known afterwards',
  color: '#b45f06',
  shape: 'diamond',
  size: 110,
};
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

function comparison(rows) {
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
    width: WIDTH,
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
        mark: { type: 'text', align: 'left', dx: 14, color: INK, fontSize: 13 },
        encoding: { x: { value: 'width' }, text: { field: 'gain' } },
      },
    ],
  };
}

function learningCurve({ curve, totals }, trained) {
  const x = {
    type: 'quantitative',
    scale: { domain: [0, trained], nice: false },
    axis: { title: 'queries learned from', grid: false, tickCount: 6 },
  };
  const y = {
    type: 'quantitative',
    scale: { domainMin: 0 },
    axis: { title: 'total time (ms)', tickCount: 4, domain: false, ticks: false },
  };
  const level = (totalMs, text, color, above) => ({
    data: { values: [{ totalMs, text }] },
    encoding: { y: { ...y, field: 'totalMs' } },
    layer: [
      { mark: { type: 'rule', color, strokeWidth: 1.5, strokeDash: [5, 4] } },
      {
        mark: { type: 'text', align: 'right', dy: above ? -9 : 11, color, fontSize: 13 },
        encoding: { x: { value: 'width' }, text: { field: 'text' } },
      },
    ],
  });
  return {
    title: {
      text: 'Total time of the measured queries, as the adapters learn from others',
      fontSize: 14,
      fontWeight: 'normal',
      anchor: 'start',
      frame: 'group',
      offset: 14,
    },
    width: WIDTH,
    height: 180,
    layer: [
      level(totals.own, "SQLite's own plans", MUTED, true),
      level(totals.best, 'fastest plans, known afterwards', BEST.color, false),
      {
        data: { values: curve },
        mark: { type: 'line', color: LEARNED.color, strokeWidth: 2.5 },
        encoding: { x: { ...x, field: 'queries' }, y: { ...y, field: 'totalMs' } },
      },
    ],
  };
}

const axis = {
  labelColor: INK,
  labelFontSize: 13,
  labelLimit: 400,
  titleColor: MUTED,
  titleFontSize: 13,
  titleFontWeight: 'normal',
  titlePadding: 12,
  gridColor: GRID,
  tickColor: GRID,
  domainColor: '#9aa5b1',
};

/** Draws the summary of a run as an SVG document. */
export async function drawChart(summary, { rows, trained }) {
  const { spec } = compile({
    background: '#ffffff',
    padding: 24,
    title: {
      text: 'Small adapters learn which plan SQLite should run',
      subtitle:
        `${summary.byTemplate.length} kinds of query on ${rows.toLocaleString('en')} rows of ` +
        `sales data: learned from ${trained} queries, measured on ${summary.queries} others`,
      anchor: 'start',
      fontSize: 20,
      subtitleFontSize: 14,
      subtitlePadding: 8,
      offset: 22,
    },
    spacing: 40,
    vconcat: [comparison(ratioRows(summary)), learningCurve(summary, trained)],
    config: {
      font: 'Helvetica, Arial, sans-serif',
      view: { stroke: null },
      title: { color: INK, subtitleColor: MUTED },
      axis,
      legend: { labelFontSize: 13, labelColor: INK, labelLimit: 400 },
    },
  });
  const view = new View(parse(spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}
