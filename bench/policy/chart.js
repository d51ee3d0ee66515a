// The chart: losses on the sets, and what the replay of measured queries cost.
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { mean } from '../statistics.js';
import { element, finish, INK, PALE } from '../svg.js';
import { ELSEWHERE } from './elsewhere.js';
import { meanOfSets, summarizeRuns } from './report.js';

const COLORS = {
  ours: '#1b6ca8',
  policy: '#63a8d8',
  'LinUCB tuned': '#d1495b',
  'LinUCB textbook': '#e8a0a8',
  'Thompson tuned': '#8d5a97',
  'epsilon-greedy': '#d98c00',
  'best fixed arm': '#999999',
  'best plan of each template': '#4f8a3c',
  'best plan of each query': '#a9c99c',
};
const WIDTH = 900;
const HEAD = 84;

const colors = (names) => ({ domain: names, range: names.map((name) => COLORS[name]) });

function lossPoints(small, meanName) {
  return Object.entries(small)
    .filter(([name]) => name in COLORS)
    .flatMap(([name, bySet]) => [
      ...Object.entries(bySet).map(([set, losses]) => ({ name, set, loss: mean(losses) })),
      { name, set: meanName, loss: meanOfSets(bySet) },
    ]);
}

function drawLosses(document, small) {
  const meanName = `mean of ${Object.keys(Object.values(small)[0]).length}`;
  const points = lossPoints(small, meanName);
  const { small: vw } = Object.values(ELSEWHERE)[0];
  return Plot.plot({
    document,
    width: WIDTH,
    height: 420,
    marginLeft: 90,
    marginRight: 30,
    marginBottom: 40,
    style: { fontSize: '12px', color: INK },
    x: { label: 'mean cost while learning (0 right, 1 wrong)', grid: true },
    y: { label: null, domain: [...new Set(points.map(({ set }) => set))] },
    color: colors(Object.keys(COLORS).filter((name) => name in small)),
    marks: [
      Plot.dot(points, { x: 'loss', y: 'set', fill: 'name', r: 4 }),
      Plot.tickX([{ set: meanName, loss: vw }], {
        x: 'loss',
        y: 'set',
        stroke: INK,
        strokeWidth: 2,
      }),
    ],
  });
}

function drawReplay(document, replay) {
  const points = Object.entries(replay)
    .filter(([world]) => !world.includes('patience'))
    .flatMap(([world, rows]) =>
      Object.entries(rows)
        .filter(([name]) => name in COLORS)
        .map(([name, runs]) => ({ world, name, total: summarizeRuns(runs).total })),
    );
  const names = Object.keys(COLORS).filter((name) => points.some((one) => one.name === name));
  return Plot.plot({
    document,
    width: WIDTH,
    height: 240,
    marginLeft: 210,
    marginRight: 30,
    marginBottom: 40,
    style: { fontSize: '12px', color: INK },
    x: { label: "time of all queries / the default plan's, while learning", grid: true },
    y: { label: null, domain: [...new Set(points.map(({ world }) => world))] },
    color: colors(names),
    marks: [
      Plot.ruleX([1], { stroke: PALE }),
      Plot.dot(points, { x: 'total', y: 'world', fill: 'name', r: 4 }),
    ],
  });
}

/** An SVG document. */
export function drawPolicy({ seeds, small, replay }) {
  const { document } = parseHTML('<html><body></body></html>');
  const plots = [];
  if (small) plots.push(drawLosses(document, small));
  if (replay) plots.push(drawReplay(document, replay));
  const heights = plots.map((plot) => Number(plot.getAttribute('height')));
  const height = HEAD + heights.reduce((sum, value) => sum + value + 16, 0);
  const svg = element(document, 'svg', {
    width: WIDTH,
    height,
    viewBox: `0 0 ${WIDTH} ${height}`,
    'font-family': 'system-ui, sans-serif',
  });
  const note = `means of ${seeds.length} seeds; the tick is Vowpal Wabbit's best, measured elsewhere`;
  svg.append(
    element(document, 'rect', { width: WIDTH, height, fill: 'white' }),
    element(document, 'text', { x: 16, y: 26, 'font-size': 18, fill: INK }, 'Policies that choose'),
    element(document, 'text', { x: 16, y: 44, 'font-size': 12, fill: PALE }, note),
  );
  Object.entries(COLORS).forEach(([name, color], i) => {
    const x = 22 + (i % 5) * 176;
    const y = 60 + Math.floor(i / 5) * 18;
    svg.append(
      element(document, 'circle', { cx: x, cy: y, r: 4, fill: color }),
      element(document, 'text', { x: x + 9, y: y + 4, 'font-size': 11, fill: INK }, name),
    );
  });
  let y = HEAD + 8;
  plots.forEach((plot, i) => {
    plot.setAttribute('y', y);
    y += heights[i] + 16;
    svg.append(plot);
  });
  return `${finish(svg).outerHTML}\n`;
}
