// The ratios as a picture: how many times as long the published package, plain JavaScript and
// TensorFlow.js take.
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { formatNs, labelOf } from './report.js';
import { element, finish, INK, PALE } from './svg.js';

const SHOWN = [
  { id: 'published', label: 'published package', color: '#d1495b' },
  { id: 'plain', label: 'plain JavaScript', color: '#edae49' },
  { id: 'tfjs', label: 'TensorFlow.js', color: '#6a994e' },
];
const WIDTH = 920;
const LEFT = 290;
const RIGHT = 70;
const TOP = 118;
const ROW = 56;

const times = (ratio) => `${ratio.toFixed(ratio < 0.995 ? 2 : ratio < 9.95 ? 1 : 0)}×`;

function bars(results) {
  return Object.entries(results.cases).flatMap(([id, { columns, ratios }]) =>
    SHOWN.filter((shown) => ratios[shown.id]).map((shown) => ({
      case: `${labelOf(id)}\n${formatNs(columns.simd.median)} ns`,
      column: shown.label,
      ratio: ratios[shown.id].median,
    })),
  );
}

// Powers of 2 that hold all bars and their labels.
function domainOf(ratios) {
  const low = Math.min(0.6, ...ratios);
  const high = Math.max(2, ...ratios) * 1.1;
  return [2 ** Math.floor(Math.log2(low)), 2 ** Math.ceil(Math.log2(high))];
}

/** Title, legend, what the two sides mean, and where it comes from: in the margins of the plot. */
function heading(document, results, middle, height) {
  const text = (x, y, content, attributes = {}) =>
    element(
      document,
      'text',
      { x, y, fill: INK, 'font-size': 13, 'text-anchor': 'start', ...attributes },
      content,
    );
  let x = 16;
  const legend = SHOWN.flatMap(({ label, color }) => {
    const at = x;
    x += 34 + label.length * 7;
    return [
      element(document, 'rect', { x: at, y: 55, width: 12, height: 12, fill: color }),
      text(at + 18, 66, label),
    ];
  });
  const side = { 'font-size': 12, fill: PALE };
  return [
    text(16, 26, 'How many times as long as microlora', { 'font-size': 18, 'font-weight': 'bold' }),
    text(
      16,
      44,
      `dimension ${results.dim}, rank ${results.rank}; logarithmic; the ns are those of microlora, of batches per vector`,
      { fill: PALE },
    ),
    ...legend,
    text(
      16,
      height - 12,
      `${results.machine.cpu}, Node ${results.node.slice(1)}, commit ${results.commit}, ` +
        `median of ${results.rounds} rounds; from: make bench`,
      side,
    ),
    text(middle - 10, TOP - 30, '← faster than microlora', { ...side, 'text-anchor': 'end' }),
    text(middle + 10, TOP - 30, 'slower than microlora →', side),
  ];
}

/**
 * @param {any} results
 * @returns {string} an SVG document
 */
export function drawChart(results) {
  const { document } = parseHTML('<html><body></body></html>');
  const data = bars(results);
  const [low, high] = domainOf(data.map(({ ratio }) => ratio));
  const ticks = Array.from({ length: Math.log2(high / low) + 1 }, (_, i) => low * 2 ** i);
  const height = TOP + ROW * Object.keys(results.cases).length + 44;
  const plot = Plot.plot({
    document,
    width: WIDTH,
    height,
    marginBottom: 40,
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginTop: TOP,
    style: { fontFamily: 'system-ui, sans-serif', fontSize: '12px', background: 'white' },
    x: { type: 'log', base: 2, domain: [low, high] },
    y: { axis: null, domain: SHOWN.map(({ label }) => label), padding: 0.05 },
    fy: {
      label: null,
      axis: null,
      domain: [...new Set(data.map((bar) => bar.case))],
      padding: 0.3,
    },
    color: { domain: SHOWN.map(({ label }) => label), range: SHOWN.map(({ color }) => color) },
    marks: [
      Plot.gridX(ticks, { stroke: '#000', strokeOpacity: 0.1 }),
      Plot.axisX(ticks, {
        anchor: 'top',
        label: null,
        tickSize: 0,
        tickFormat: (tick) => (tick < 1 ? `1/${1 / tick}` : `${tick}×`),
      }),
      Plot.axisFy({ anchor: 'left', label: null, textAnchor: 'end', dx: -6, lineHeight: 1.2 }),
      Plot.barX(data, { x1: () => 1, x2: 'ratio', y: 'column', fy: 'case', fill: 'column' }),
      Plot.ruleX([1], { stroke: INK, strokeWidth: 2 }),
      Plot.text(data, {
        x: (bar) => Math.max(bar.ratio, 1),
        y: 'column',
        fy: 'case',
        text: (bar) => times(bar.ratio),
        textAnchor: 'start',
        dx: 5,
        fill: INK,
      }),
    ],
  });
  plot.prepend(
    element(document, 'rect', { width: '100%', height: '100%', fill: 'white' }),
    ...heading(document, results, plot.scale('x').apply(1), height),
  );
  return `${finish(plot).outerHTML}\n`;
}
