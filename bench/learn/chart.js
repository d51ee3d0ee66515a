// The learning curves as a picture of four panels: recovery, a map that changes, noise, rewards.
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { element, finish, INK, PALE } from '../svg.js';

const PANEL = { width: 460, height: 330 };
const HEAD = 64;
const COLORS = ['#1b6ca8', '#d1495b', '#edae49', '#6a994e', '#8d5a97', '#222222'];

const power = (value) => (value >= 0.01 ? String(value) : `1e${Math.round(Math.log10(value))}`);

const flatten = (curves) =>
  Object.entries(curves).flatMap(([name, curve]) =>
    curve.filter(({ error }) => error > 0).map((point) => ({ ...point, name })),
  );

function panel(document, points, { xLabel = 'examples' } = {}) {
  const names = [...new Set(points.map(({ name }) => name))];
  const last = names.map((name) => points.filter((point) => point.name === name).at(-1));
  return Plot.plot({
    document,
    ...PANEL,
    marginTop: 40,
    marginRight: 132,
    marginLeft: 58,
    style: { fontFamily: 'system-ui, sans-serif', fontSize: '12px', background: 'white' },
    x: { label: `${xLabel} →`, ticks: 4 },
    y: { type: 'log', label: null, ticks: 5, tickFormat: power, grid: true },
    color: { domain: names, range: COLORS },
    marks: [
      Plot.line(points, { x: 'step', y: 'error', stroke: 'name', strokeWidth: 1.8 }),
      Plot.text(last, {
        x: 'step',
        y: 'error',
        text: 'name',
        fill: 'name',
        textAnchor: 'start',
        dx: 6,
      }),
    ],
  });
}

/** @returns {string} an SVG document */
export function drawLearning(results) {
  const { document } = parseHTML('<html><body></body></html>');
  const dims = Object.keys(results.recovery);
  const dim = dims.includes('256') ? '256' : dims.at(-1);
  const recovery = Object.fromEntries(
    Object.entries(results.recovery[dim]).map(([name, { curve }]) => [name, curve]),
  );
  const rewards = Object.fromEntries(results.rewards.map(({ label, curve }) => [label, curve]));
  const panels = [
    [`Recovery of a map of rank 2, dim ${dim}, default rates`, flatten(recovery)],
    ['The map changes half way, dim 64', flatten(results.tracking)],
    ['Noise as strong as the signal, dim 64, preconditioned', flatten(results.noisy)],
    ['From rewards alone, dim 16', flatten(rewards), { xLabel: 'rewards' }],
  ];
  const width = 2 * PANEL.width;
  const height = HEAD + 2 * PANEL.height;
  const svg = element(document, 'svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  const text = (x, y, content, attributes = {}) =>
    element(
      document,
      'text',
      { x, y, fill: INK, 'font-family': 'system-ui, sans-serif', ...attributes },
      content,
    );
  svg.append(
    element(document, 'rect', { width: '100%', height: '100%', fill: 'white' }),
    text(16, 28, 'What adapters learn', { 'font-size': 18, 'font-weight': 'bold' }),
    text(
      16,
      48,
      `relative error, 1 is nothing learned; medians of ${results.seeds.length} seeds; commit ${results.commit}; from: make bench-learn`,
      { 'font-size': 12, fill: PALE },
    ),
  );
  panels.forEach(([title, points, options], i) => {
    const at = element(document, 'g', {
      transform: `translate(${(i % 2) * PANEL.width}, ${HEAD + Math.floor(i / 2) * PANEL.height})`,
    });
    const plot = finish(panel(document, points, options));
    at.append(plot, text(16, 22, title, { 'font-size': 14, 'font-weight': 'bold' }));
    svg.append(at);
  });
  return `${finish(svg).outerHTML}\n`;
}
