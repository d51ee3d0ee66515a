// The lower parts of the chart: what the policy would choose as it learns, and what learning cost.
import { BEST, INK, LEARNED, MUTED, WIDTH } from './chart-colors.js';

const title = (text) => ({
  text,
  fontSize: 14,
  fontWeight: 'normal',
  anchor: 'start',
  frame: 'group',
  offset: 14,
});

const queriesAxis = (trained) => ({
  type: 'quantitative',
  scale: { domain: [0, trained], nice: false },
  axis: { title: 'queries learned from', grid: false, tickCount: 6 },
});

const timeAxis = (words) => ({
  type: 'quantitative',
  scale: { domainMin: 0 },
  axis: { title: words, tickCount: 4, domain: false, ticks: false },
});

/** The total time of the held-out queries, had the policy chosen for them at each point. */
export function learningCurve({ curve, totals }, trained) {
  const y = timeAxis('total time (ms)');
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
    title: title('Total time of the held-out queries, as the policy learns from others'),
    width: WIDTH,
    height: 180,
    layer: [
      level(totals.own, "SQLite's own plans", MUTED, true),
      level(totals.best, 'fastest plans, known afterwards', BEST, false),
      {
        data: { values: curve },
        mark: { type: 'line', color: LEARNED, strokeWidth: 2.5 },
        encoding: {
          x: { ...queriesAxis(trained), field: 'queries' },
          y: { ...y, field: 'totalMs' },
        },
      },
    ],
  };
}

/** The time beyond the fastest plans so far: what was paid, and what SQLite's own plans take. */
export function regretCurve({ regret }, trained) {
  const x = queriesAxis(trained);
  const y = timeAxis('time beyond the fastest (ms)');
  const line = (field, color, text, { dash = [], dy }) => ({
    data: { values: regret },
    layer: [
      {
        mark: { type: 'line', color, strokeWidth: 2.5, strokeDash: dash },
        encoding: { x: { ...x, field: 'queries' }, y: { ...y, field } },
      },
      {
        transform: [
          { filter: `datum.queries === ${trained}` },
          { calculate: JSON.stringify(text), as: 'text' },
        ],
        mark: { type: 'text', align: 'right', dx: -4, dy, color, fontSize: 13 },
        encoding: {
          x: { ...x, field: 'queries' },
          y: { ...y, field },
          text: { field: 'text' },
        },
      },
    ],
  });
  return {
    title: title('Regret while learning: time paid beyond the fastest plan of each query, summed'),
    width: WIDTH,
    height: 180,
    layer: [
      line('own', MUTED, "SQLite's own plans", { dash: [5, 4], dy: -12 }),
      line('learned', LEARNED, 'paid while learning', { dy: 18 }),
    ],
  };
}
