// The chart: recall and mean reciprocal rank by the rank of the adapter, the baselines as lines.
import { drawPanels, MUTED } from '../common/chart.js';

const LEARNED = '#1565c0';
const LEVELS = [
  { name: 'none', text: 'no adapter', color: MUTED, dash: [5, 4] },
  { name: 'bm25', text: 'BM25', color: '#b45f06', dash: [2, 3] },
  { name: 'ridge', text: 'ridge, full rank', color: '#6a1b9a', dash: [8, 3] },
];
const PANELS = [
  { metric: 'recallAt1', title: 'recall@1' },
  { metric: 'recallAt10', title: 'recall@10' },
  { metric: 'mrr', title: 'mean reciprocal rank' },
];

function panel({ metric, title }, { baselines, adapters }) {
  const points = adapters.map(({ rank, heldOut }) => ({
    rank: String(rank),
    series: 'adapter',
    ...heldOut[metric],
  }));
  const levels = LEVELS.map(({ name, text }) => ({
    series: text,
    mean: baselines[name][metric].mean,
  }));
  const x = {
    field: 'rank',
    type: 'ordinal',
    sort: null,
    axis: { title: 'rank of the adapter', labelAngle: 0, grid: false, ticks: false },
  };
  const y = {
    type: 'quantitative',
    scale: { zero: false, nice: true },
    axis: { title: null, tickCount: 5, domain: false, ticks: false },
  };
  const names = ['adapter', ...LEVELS.map(({ text }) => text)];
  const byName = (range, legend) => ({
    field: 'series',
    type: 'nominal',
    scale: { domain: names, range },
    legend,
  });
  const legend = { title: null, orient: 'top', symbolType: 'stroke', symbolStrokeWidth: 2.5 };
  const color = byName([LEARNED, ...LEVELS.map((level) => level.color)], legend);
  const strokeDash = byName([[1, 0], ...LEVELS.map((level) => level.dash)], legend);
  return {
    title: { text: title, fontSize: 14, fontWeight: 'normal', anchor: 'start', frame: 'group' },
    width: 220,
    height: 220,
    layer: [
      {
        data: { values: levels },
        mark: { type: 'rule', strokeWidth: 2 },
        encoding: { y: { ...y, field: 'mean' }, color, strokeDash },
      },
      {
        data: { values: points },
        mark: { type: 'rule', color: LEARNED, opacity: 0.35, strokeWidth: 3 },
        encoding: { x, y: { ...y, field: 'least' }, y2: { field: 'most' } },
      },
      {
        data: { values: points },
        mark: { type: 'line', strokeWidth: 2.5, point: { filled: true, size: 90 } },
        encoding: { x, y: { ...y, field: 'mean' }, color, strokeDash },
      },
    ],
  };
}

/** Draws the summary of a run as an SVG document. */
export function drawChart(summary, { pages, origin }) {
  const { counts, seeds } = summary;
  return drawPanels({
    text: 'An adapter learns which manual page a description means',
    subtitle: [
      `${counts.heldOut} held-out descriptions, searched for among ${pages.toLocaleString('en')} pages of`,
      `${origin},`,
      `after learning from ${counts.train} others: means of ${seeds} splits, bars from least to most`,
    ],
    panels: PANELS.map((one) => panel(one, summary)),
    spacing: 60,
    symbolSize: 500,
  });
}
