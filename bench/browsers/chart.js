// The ratios in each browser as a picture: how many times as long the others take.
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { formatNs, labelOf } from '../report.js';
import { element, finish, INK, PALE } from '../svg.js';

const SHOWN = [
  { id: 'scalar', label: 'microlora without SIMD', color: '#8ab6d6' },
  { id: 'published', label: 'published package', color: '#d1495b' },
  { id: 'plain', label: 'plain JavaScript', color: '#edae49' },
];
const LEFT = 210;
const RIGHT = 40;
const PANEL = 270;
const TOP = 122;
const ROW = 58;
const FOOT = 44;

const times = (ratio) => `${ratio.toFixed(ratio < 0.995 ? 2 : ratio < 9.95 ? 1 : 0)}×`;

function bars({ browsers }) {
  return browsers.flatMap(({ label, cases }) =>
    Object.entries(cases).flatMap(([id, { columns, ratios }]) =>
      SHOWN.map((shown) => ({
        browser: label,
        case: labelOf(id),
        column: shown.label,
        ratio: ratios[shown.id].median,
        ns: columns.simd.median,
      })),
    ),
  );
}

function heading(document, results, height) {
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
  return [
    text(16, 26, 'How many times as long as microlora, in browsers', {
      'font-size': 18,
      'font-weight': 'bold',
    }),
    text(
      16,
      44,
      `dimension ${results.dim}, rank ${results.rank}; logarithmic; right of the line is slower ` +
        'than microlora; the ns are those of microlora, of batches per vector',
      { fill: PALE },
    ),
    ...legend,
    text(
      16,
      height - 12,
      `${results.browsers.map(({ version }) => version).join(', ')}; ${results.machine.cpu}, ` +
        `commit ${results.commit}, median of ${results.rounds} rounds; from: make bench-browsers`,
      { 'font-size': 12, fill: PALE },
    ),
  ];
}

/**
 * @param {any} results of browsers.js
 * @returns {string} an SVG document
 */
export function drawBrowsers(results) {
  const { document } = parseHTML('<html><body></body></html>');
  const data = bars(results);
  const ratios = data.map(({ ratio }) => ratio);
  // Powers of 2 that hold all bars and their labels.
  const low = 2 ** Math.floor(Math.log2(Math.min(0.6, ...ratios)));
  const high = 2 ** Math.ceil(Math.log2(Math.max(2, ...ratios) * 1.5));
  const ticks = Array.from({ length: Math.log2(high / low) + 1 }, (_, i) => low * 2 ** i).filter(
    (tick) => Math.log2(tick) % 2 === 0,
  );
  const cases = [...new Set(data.map((bar) => bar.case))];
  const names = results.browsers.map(({ label }) => label);
  const height = TOP + ROW * cases.length + FOOT;
  const plot = Plot.plot({
    document,
    width: LEFT + RIGHT + PANEL * names.length,
    height,
    marginBottom: FOOT,
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginTop: TOP,
    style: { fontFamily: 'system-ui, sans-serif', fontSize: '12px', background: 'white' },
    x: { type: 'log', base: 2, domain: [low, high] },
    y: { axis: null, domain: SHOWN.map(({ label }) => label), padding: 0.05 },
    fx: { axis: null, domain: names, padding: 0.08 },
    fy: { axis: null, domain: cases, padding: 0.3 },
    color: { domain: SHOWN.map(({ label }) => label), range: SHOWN.map(({ color }) => color) },
    marks: [
      Plot.gridX(ticks, { stroke: '#000', strokeOpacity: 0.1 }),
      Plot.axisX(ticks, {
        anchor: 'top',
        label: null,
        tickSize: 0,
        tickFormat: (tick) => (tick < 1 ? `1/${1 / tick}` : `${tick}×`),
      }),
      Plot.axisFx({ anchor: 'top', label: null, dy: -22, fontSize: 14, fontWeight: 'bold' }),
      Plot.axisFy({ anchor: 'left', label: null, textAnchor: 'end', dx: -6 }),
      Plot.barX(data, {
        x1: () => 1,
        x2: 'ratio',
        y: 'column',
        fx: 'browser',
        fy: 'case',
        fill: 'column',
      }),
      Plot.ruleX([1], { stroke: INK, strokeWidth: 2 }),
      Plot.text(data, {
        x: (bar) => Math.max(bar.ratio, 1),
        y: 'column',
        fx: 'browser',
        fy: 'case',
        text: (bar) => times(bar.ratio),
        textAnchor: 'start',
        dx: 4,
        fontSize: 11,
        fill: INK,
      }),
      Plot.text(
        data.filter((bar) => bar.column === SHOWN[0].label),
        {
          fx: 'browser',
          fy: 'case',
          frameAnchor: 'right',
          text: (bar) => `${formatNs(bar.ns)} ns`,
          fill: PALE,
          fontSize: 11,
        },
      ),
    ],
  });
  plot.prepend(
    element(document, 'rect', { width: '100%', height: '100%', fill: 'white' }),
    ...heading(document, results, height),
  );
  return `${finish(plot).outerHTML}\n`;
}
