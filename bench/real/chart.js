// The chart: for each corpus, how much higher than without an adapter each method's rank is.
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { element, finish, INK, PALE } from '../svg.js';
import { meanOfRuns } from './report.js';

const SHOWN = {
  none: ['no adapter', '#999999'],
  ridgeRaw: ['ridge, raw', '#d98c00'],
  space: ['the space alone', '#4f8a3c'],
  ridgeSpace: ['ridge in it', '#8d5a97'],
  torch: ['PyTorch in it, rank 8', '#d1495b'],
  'rank 8': ['microlora in it, rank 8', '#1b6ca8'],
};
const WIDTH = 900;
const HEAD = 84;
const HEIGHT = 330;

function pointsOf(cells) {
  return cells.flatMap(({ corpus, embedding, runs }) =>
    Object.keys(SHOWN)
      .filter((name) => name in runs[0])
      .map((name) => ({ corpus, embedding, name: SHOWN[name][0], mrr: meanOfRuns(runs, name) })),
  );
}

/** An SVG document. */
export function drawReal({ cells, seeds }) {
  const { document } = parseHTML('<html><body></body></html>');
  const points = pointsOf(cells);
  const names = Object.values(SHOWN).filter(([name]) => points.some((one) => one.name === name));
  const plot = Plot.plot({
    document,
    width: WIDTH,
    height: HEIGHT,
    marginLeft: 90,
    marginRight: 30,
    style: { fontSize: '12px', color: INK },
    x: { label: 'held-out mean reciprocal rank', grid: true },
    y: { label: null, domain: [...new Set(points.map(({ embedding }) => embedding))] },
    fx: { label: null },
    color: { domain: names.map(([name]) => name), range: names.map(([, color]) => color) },
    marks: [Plot.dot(points, { fx: 'corpus', x: 'mrr', y: 'embedding', fill: 'name', r: 4 })],
  });
  const svg = element(document, 'svg', {
    width: WIDTH,
    height: HEAD + HEIGHT,
    viewBox: `0 0 ${WIDTH} ${HEAD + HEIGHT}`,
    'font-family': 'system-ui, sans-serif',
  });
  svg.append(
    element(document, 'rect', { width: WIDTH, height: HEAD + HEIGHT, fill: 'white' }),
    element(
      document,
      'text',
      { x: 16, y: 26, 'font-size': 18, fill: INK },
      'Learning from real embeddings',
    ),
    element(
      document,
      'text',
      { x: 16, y: 46, 'font-size': 12, fill: PALE },
      `held-out queries, means of ${seeds.length} splits; words-0.9 has a mean cosine of 0.9`,
    ),
  );
  names.forEach(([name, color], i) => {
    const x = 22 + (i % 6) * 148;
    svg.append(
      element(document, 'circle', { cx: x, cy: 66, r: 4, fill: color }),
      element(document, 'text', { x: x + 9, y: 70, 'font-size': 11, fill: INK }, name),
    );
  });
  plot.setAttribute('y', HEAD);
  svg.append(plot);
  return `${finish(svg).outerHTML}\n`;
}
