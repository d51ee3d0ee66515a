// The learning curves as a picture, a panel for each question.
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { element, finish, INK, PALE } from '../svg.js';
import { RANK_NOISE } from './choices.js';

const PANEL = { width: 460, height: 330 };
const MARGIN = { marginTop: 56, marginRight: 128, marginBottom: 40, marginLeft: 58 };
const HEAD = 64;
const COLUMNS = 2;
const LINE = 15;
const COLORS = ['#1b6ca8', '#d1495b', '#d98c00', '#4f8a3c', '#8d5a97', '#222222'];

const share = (value) => (value >= 0.001 ? String(value) : `1e${Math.round(Math.log10(value))}`);
const count = (value) => value.toLocaleString('en').replaceAll(',', ' ');

// Powers of 10, of 100 where there are many; with their doubles and fives where there are few.
function ticksOf([low, high]) {
  const decades = Math.log10(high / low);
  const every = decades > 5 ? 2 : 1;
  const first = Math.floor(Math.log10(low));
  const ticks = [];
  for (let power = first; 10 ** power <= high; power++) {
    if (power % every !== 0) continue;
    // Parsed, because 10 ** -3 is not 0.001 everywhere.
    for (const digit of decades < 2.5 ? [1, 2, 5] : [1]) ticks.push(Number(`${digit}e${power}`));
  }
  return ticks.filter((tick) => tick >= low && tick <= high);
}

const curvesOf = (curves) =>
  Object.entries(curves).flatMap(([name, curve]) =>
    curve.filter(({ error }) => error > 0).map(({ step, error }) => ({ x: step, y: error, name })),
  );

// Labels at the ends of curves, moved apart where they would lie on each other; on the left of a curve
// that ends before others whose dots go on beside it.
function labels(points, names, [low, high], dots) {
  const top = MARGIN.marginTop;
  const bottom = PANEL.height - MARGIN.marginBottom;
  const pixel = (y) => bottom - ((bottom - top) * Math.log(y / low)) / Math.log(high / low);
  const last = Math.max(...points.map(({ x }) => x));
  const ends = names.map((name) => points.filter((point) => point.name === name).at(-1));
  return [...new Set(ends.map(({ x }) => x))].flatMap((x) => {
    const left = dots && x < last;
    const column = ends
      .filter((end) => end.x === x)
      .map((end) => ({ ...end, from: pixel(end.y), at: pixel(end.y) - (left ? LINE : 0) }))
      .sort((a, b) => a.from - b.from);
    // Down from the top, and back up from where the last one left the panel.
    column.forEach((end, i) => (end.at = Math.max(end.at, (column[i - 1]?.at ?? -LINE) + LINE)));
    let most = bottom - LINE / 2;
    for (const end of [...column].reverse()) {
      end.at = Math.min(end.at, most);
      most = end.at - LINE;
    }
    return column.map((end) =>
      Plot.text([end], {
        x: 'x',
        y: 'y',
        text: 'name',
        fill: 'name',
        textAnchor: left ? 'end' : 'start',
        dx: left ? -7 : 7,
        dy: end.at - end.from,
      }),
    );
  });
}

/** @param {{ x: number, y: number, name: string }[]} points */
function panel(document, points, { x: xScale, yTicks = share, dots = false }) {
  const names = [...new Set(points.map(({ name }) => name))];
  const values = points.map(({ y }) => y);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high / low) ** 0.05;
  const domain = [low / room, high * 1.1];
  return Plot.plot({
    document,
    ...PANEL,
    ...MARGIN,
    style: { fontFamily: 'system-ui, sans-serif', fontSize: '12px', background: 'white' },
    x: xScale,
    y: { type: 'log', domain, label: null, ticks: ticksOf(domain), tickFormat: yTicks, grid: true },
    color: { domain: names, range: COLORS },
    marks: [
      Plot.line(points, { x: 'x', y: 'y', stroke: 'name', strokeWidth: 1.8 }),
      ...(dots ? [Plot.dot(points, { x: 'x', y: 'y', fill: 'name', r: 3 })] : []),
      ...labels(points, names, domain, dots),
    ],
  });
}

const steps = (label) => ({ label: `${label} →`, ticks: 4, tickFormat: count });
const chosen = (label, values) => ({
  type: 'point',
  domain: values,
  label: `${label} →`,
  tickFormat: count,
});

/** Those that reach it, at the median seed. */
const reached = (recovery) =>
  Object.entries(recovery).flatMap(([dim, row]) =>
    Object.entries(row)
      .filter(([, { stepsToGood }]) => Number.isFinite(stepsToGood.median))
      .map(([name, { stepsToGood }]) => ({ x: Number(dim), y: stepsToGood.median, name })),
  );

const rankLines = (ranks) =>
  Object.entries(ranks).flatMap(([hidden, row]) =>
    row.map(({ rank, final }) => ({ x: rank, y: final.median, name: `map: ${hidden}` })),
  );

const fallbackLines = ({ counts, ...curves }) =>
  Object.entries(curves).flatMap(([name, errors]) =>
    errors.map((error, i) => ({ x: counts[i], y: error, name })),
  );

function panelsOf(results) {
  const dims = Object.keys(results.recovery);
  const dim = dims.includes('256') ? '256' : dims.at(-1);
  const recovery = Object.fromEntries(
    Object.entries(results.recovery[dim]).map(([name, { curve }]) => [name, curve]),
  );
  const rewards = Object.fromEntries(results.rewards.map(({ label, curve }) => [label, curve]));
  const examples = steps('examples');
  return [
    {
      title: `Optimizers: a map of rank 2, dim ${dim}`,
      about: 'rank 2, default rates',
      points: curvesOf(recovery),
      x: examples,
    },
    {
      title: 'Optimizers: examples to an error of 1 %',
      about: 'the same, by dimension; no point where it is not reached',
      points: reached(results.recovery),
      x: chosen('dimension', dims.map(Number)),
      yTicks: count,
      dots: true,
    },
    {
      title: 'Rate: clean data',
      about: 'preconditioned, dim 64, a map of rank 2',
      points: curvesOf(results.rates.clean),
      x: examples,
    },
    {
      title: 'Rate: noise as strong as the signal',
      about: 'the same; least squares is of full rank',
      points: curvesOf(results.rates.noisy),
      x: examples,
    },
    {
      title: 'Rank: what is left after 8 000 examples',
      about: `dim 64, noise ${RANK_NOISE} of the signal; 1/k: a map of full rank`,
      points: rankLines(results.ranks),
      x: chosen('rank of the adapter', [...new Set(rankLines(results.ranks).map(({ x }) => x))]),
      dots: true,
    },
    {
      title: 'The map changes half way',
      about: 'dim 64, default rates',
      points: curvesOf(results.tracking),
      x: examples,
    },
    {
      title: 'Category fallback: a new scope beside four',
      about: 'dim 16, maps that share a part; means',
      points: fallbackLines(results.fallback),
      x: chosen('examples of the new scope', results.fallback.counts),
      dots: true,
    },
    {
      title: 'From rewards alone',
      about: 'dim 16; one input: distance to the hidden answer',
      points: curvesOf(rewards),
      x: steps('rewards'),
    },
  ];
}

/** @returns {string} an SVG document */
export function drawLearning(results) {
  const { document } = parseHTML('<html><body></body></html>');
  const panels = panelsOf(results);
  const width = COLUMNS * PANEL.width;
  const height = HEAD + Math.ceil(panels.length / COLUMNS) * PANEL.height;
  const svg = element(document, 'svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  const text = (x, y, content, attributes = {}) =>
    element(
      document,
      'text',
      { x, y, fill: INK, 'font-family': 'system-ui, sans-serif', ...attributes },
      content,
    );
  const small = { 'font-size': 12, fill: PALE };
  svg.append(
    element(document, 'rect', { width: '100%', height: '100%', fill: 'white' }),
    text(16, 28, 'What adapters learn', { 'font-size': 18, 'font-weight': 'bold' }),
    text(
      16,
      48,
      `relative error, 1 is nothing learned; medians of ${results.seeds.length} seeds; commit ${results.commit}; from: make bench-learn`,
      small,
    ),
  );
  panels.forEach(({ title, about, points, ...options }, i) => {
    const column = i % COLUMNS;
    const row = Math.floor(i / COLUMNS);
    const at = element(document, 'g', {
      transform: `translate(${column * PANEL.width}, ${HEAD + row * PANEL.height})`,
    });
    at.append(
      finish(panel(document, points, options)),
      text(16, 22, title, { 'font-size': 14, 'font-weight': 'bold' }),
      text(16, 40, about, small),
    );
    svg.append(at);
  });
  return `${finish(svg).outerHTML}\n`;
}
