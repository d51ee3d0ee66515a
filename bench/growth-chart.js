// The growth curves as a picture: a column for each axis, a row for forward and one for adapt.
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { COLUMNS } from './cases.js';
import { AXES } from './growth/points.js';
import { element, finish, INK, PALE } from './svg.js';

const COLORS = {
  simd: '#1b6ca8',
  scalar: '#7fb2d9',
  native: '#222222',
  published: '#d1495b',
  plain: '#edae49',
  tfjs: '#6a994e',
};

const ROWS = [
  { label: 'forward', actions: ['forward'] },
  { label: 'adapt', actions: ['adapt', 'step'] },
];

const SHOWN = AXES.filter(({ id }) => id !== 'adapters-in-order');

const PANEL = 268;
const HEIGHT = 250;
const LEFT = 58;
const RIGHT = 26;
const TOP = 96;
const GAP = 48;
const LEGEND = 150;

const titleOf = (axis, row) => `${row.label}, by ${axis.label.split(',')[0]}`;

function subtitleOf({ id }, row) {
  if (id === 'batch') return 'per vector';
  if (id !== 'adapters') return '';
  return row.label === 'adapt' ? 'random order; forward and adapt' : 'random order';
}

const thousands = (value) => value.toLocaleString('en').replaceAll(',', ' ');

const short = (ns) => {
  if (ns < 1000) return `${ns} ns`;
  return ns < 1e6 ? `${ns / 1000} µs` : `${ns / 1e6} ms`;
};

function pointsOf(results, axis, row) {
  return Object.values(results.cases)
    .filter((each) => each.axis === axis.id && row.actions.includes(each.action))
    .flatMap(({ value, columns }) =>
      Object.entries(columns).map(([column, { median }]) => ({ value, column, ns: median })),
    );
}

function panel(document, points, [low, high], base) {
  const last = Object.keys(COLORS).flatMap((column) =>
    points.filter((point) => point.column === column).slice(-1),
  );
  const values = [...new Set(points.map(({ value }) => value))];
  return Plot.plot({
    document,
    width: PANEL,
    height: HEIGHT,
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginTop: 8,
    marginBottom: 28,
    style: { fontFamily: 'system-ui, sans-serif', fontSize: '11px', background: 'white' },
    x: { type: 'log', base, domain: [values[0], values.at(-1)] },
    y: { type: 'log', domain: [low, high] },
    color: { domain: Object.keys(COLORS), range: Object.values(COLORS) },
    marks: [
      Plot.gridY(decades(low, high), { stroke: '#000', strokeOpacity: 0.1 }),
      Plot.axisY(decades(low, high), { label: null, tickSize: 0, tickFormat: short }),
      Plot.axisX(
        values.filter((_, i) => values.length < 6 || i % 2 === 0),
        { label: null, tickFormat: (value) => thousands(value) },
      ),
      Plot.line(points, { x: 'value', y: 'ns', stroke: 'column', strokeWidth: 1.8 }),
      Plot.dot(points, { x: 'value', y: 'ns', fill: 'column', r: 1.9 }),
      Plot.dot(last, { x: 'value', y: 'ns', fill: 'column', r: 3 }),
    ],
  });
}

function decades(low, high) {
  const ticks = [];
  for (let tick = low; tick <= high * 1.001; tick *= 10) ticks.push(tick);
  return ticks;
}

/**
 * @param {any} results
 * @returns {string} an SVG document
 */
export function drawGrowth(results) {
  const { document } = parseHTML('<html><body></body></html>');
  const axes = SHOWN.filter((axis) => pointsOf(results, axis, ROWS[0]).length > 0);
  const all = axes.flatMap((axis) => ROWS.flatMap((row) => pointsOf(results, axis, row)));
  const exponents = all.map(({ ns }) => Math.log10(ns));
  const domain = [
    10 ** Math.floor(Math.min(...exponents)),
    10 ** Math.ceil(Math.max(...exponents)),
  ];
  const width = axes.length * PANEL + LEGEND;
  const height = TOP + ROWS.length * (HEIGHT + GAP) - 6;
  const text = (x, y, content, attributes = {}) =>
    element(document, 'text', { x, y, fill: INK, 'font-size': 13, ...attributes }, content);

  const svg = element(document, 'svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  svg.setAttribute('style', 'font-family: system-ui, sans-serif');
  svg.append(
    element(document, 'rect', { width: '100%', height: '100%', fill: 'white' }),
    text(16, 26, 'Time per call as things grow', { 'font-size': 18, 'font-weight': 'bold' }),
    text(
      16,
      45,
      `what does not grow is dimension ${results.dim}, rank ${results.rank}, one vector, one ` +
        'adapter; both scales logarithmic; lower is faster',
      { fill: PALE },
    ),
    text(
      16,
      height - 12,
      `${results.machine.cpu}, Node ${results.node.slice(1)}, commit ${results.commit}, ` +
        `median of ${results.rounds} rounds; from: make bench-growth`,
      { 'font-size': 12, fill: PALE },
    ),
  );
  ROWS.forEach((row, r) => {
    const y = TOP + r * (HEIGHT + GAP);
    axes.forEach((axis, a) => {
      const x = a * PANEL;
      const points = pointsOf(results, axis, row);
      const plot = panel(document, points, domain, axis.factor);
      plot.setAttribute('x', x);
      plot.setAttribute('y', y);
      svg.append(
        text(x + 16, y - 20, titleOf(axis, row), { 'font-weight': 'bold' }),
        text(x + 16, y - 5, subtitleOf(axis, row), { 'font-size': 12, fill: PALE }),
        finish(plot),
      );
    });
  });
  COLUMNS.forEach(({ id, label }, i) => {
    const y = TOP + 20 + i * 24;
    const x = axes.length * PANEL + 4;
    svg.append(
      element(document, 'line', {
        x1: x,
        x2: x + 22,
        y1: y,
        y2: y,
        stroke: COLORS[id],
        'stroke-width': 3,
      }),
      text(x + 30, y + 4, id === 'simd' ? `${label} (SIMD)` : label),
    );
  });
  return `${finish(svg).outerHTML}\n`;
}
