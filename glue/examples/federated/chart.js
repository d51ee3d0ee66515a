// The chart: error over rounds for the ways to learn from the data of all clients.
import { drawPanels, MUTED } from '../common/chart.js';

const SERIES = [
  { name: 'alone', text: 'each client alone', color: MUTED, dash: [1, 0] },
  { name: 'naive', text: 'factors averaged, in rounds', color: '#b45f06', dash: [1, 0] },
  { name: 'exact', text: 'average(), in rounds', color: '#1565c0', dash: [1, 0] },
  { name: 'together', text: 'all data together', color: '#2e7d32', dash: [6, 4] },
];
const PANELS = [
  { start: 'same', title: 'Clients start from the same A' },
  { start: 'own', title: 'Each client starts from its own A' },
];

function panel({ start, title }, { curves, once }) {
  const named = (name) => (name in curves ? name : `${name}, ${start} start`);
  const points = SERIES.flatMap(({ name, text }) =>
    curves[named(name)].map((error, i) => ({ series: text, round: i + 1, ...error })),
  );
  const rounds = Math.max(...points.map(({ round }) => round));
  const ends = SERIES.filter(({ name }) => named(name) in once).map(({ name, text }) => ({
    series: text,
    round: rounds + 2,
    ...once[named(name)],
  }));
  const scale = { domain: SERIES.map((s) => s.text), range: SERIES.map((s) => s.color) };
  const dashes = { domain: scale.domain, range: SERIES.map((s) => s.dash) };
  const legend = {
    title: null,
    orient: 'top',
    columns: 2,
    symbolType: 'stroke',
    symbolStrokeWidth: 2.5,
    symbolOpacity: 1,
  };
  const x = {
    field: 'round',
    type: 'quantitative',
    scale: { domain: [0, rounds + 2], nice: false },
    axis: { title: 'rounds, or epochs', grid: false, tickCount: 5 },
  };
  const y = {
    type: 'quantitative',
    scale: { domain: [0.3, 1], nice: false, clamp: true },
    axis: { title: null, tickCount: 5, domain: false, ticks: false },
  };
  const color = { field: 'series', type: 'nominal', scale, legend };
  return {
    title: { text: title, fontSize: 14, fontWeight: 'normal', anchor: 'start', frame: 'group' },
    width: 350,
    height: 260,
    layer: [
      {
        data: { values: points },
        mark: { type: 'line', strokeWidth: 2.5 },
        encoding: {
          x,
          y: { ...y, field: 'mean' },
          color,
          strokeDash: { field: 'series', type: 'nominal', scale: dashes, legend },
        },
      },
      {
        data: { values: ends },
        mark: { type: 'point', shape: 'diamond', size: 90, filled: true, opacity: 1 },
        encoding: { x, y: { ...y, field: 'mean' }, color },
      },
    ],
  };
}

/** Draws the summary of a run as an SVG document. */
export function drawChart(summary, { clients }) {
  return drawPanels({
    text: 'Clients learn one adapter and send no data',
    subtitle: [
      `Relative error on the tests of ${clients} clients, 1 is nothing learned: means of ${summary.seeds} seeds.`,
      'Diamonds: one average, at the end, of adapters that learned alone',
    ],
    panels: PANELS.map((one) => panel(one, summary)),
    spacing: 50,
    symbolSize: 400,
  });
}
