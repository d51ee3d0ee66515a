// The results as a table on the terminal.
import Table from 'cli-table3';
import { CASES, COLUMNS } from './cases.js';

const labels = new Map(CASES.map(({ id, label }) => [id, label]));

export const labelOf = (id) => labels.get(id) ?? id;

export function formatNs(ns) {
  if (ns < 100) return ns.toFixed(1);
  return Math.round(ns).toLocaleString('en').replaceAll(',', ' ');
}

const spread = ({ median, p25, p75 }) =>
  `${formatNs(median)} ±${(((p75 - p25) / 2 / median) * 100).toFixed(0)}%`;

const times = (ratio) => `${ratio.median.toFixed(ratio.median < 10 ? 2 : 1)}x`;

/** @param {any} results */
export function table(results) {
  const rows = new Table({
    head: [
      'ns per call or vector (± half the quartile range)',
      ...COLUMNS.map(({ label }) => label),
      'published : ours',
      'plain JS : ours',
      'TF.js : ours',
      'ours : native',
    ],
    colAligns: ['left', ...Array(COLUMNS.length + 4).fill('right')],
    style: { head: [], border: [], compact: true },
  });
  for (const [id, { columns, ratios }] of Object.entries(results.cases)) {
    const ofNative = ratios.native && { median: 1 / ratios.native.median };
    rows.push([
      labelOf(id),
      ...COLUMNS.map((column) => (columns[column.id] ? spread(columns[column.id]) : '-')),
      ...[ratios.published, ratios.plain, ratios.tfjs, ofNative].map((ratio) =>
        ratio ? times(ratio) : '-',
      ),
    ]);
  }
  return rows.toString();
}

const amount = (value, unit) => (unit === 'ns' ? `${value.toFixed(1)} ns` : `${value.toFixed(2)}x`);

/** @param {any[]} targets as from checkTargets */
export function targetsTable(targets) {
  const rows = new Table({
    head: ['target', 'beside', 'wanted', 'measured', ''],
    colAligns: ['left', 'left', 'right', 'right', 'left'],
    style: { head: [], border: [], compact: true },
  });
  for (const { call, than, unit, atLeast, atMost, measured, met } of targets) {
    rows.push([
      call,
      than,
      atLeast === undefined ? `<= ${amount(atMost, unit)}` : `>= ${amount(atLeast, unit)}`,
      amount(measured.median, unit),
      met ? 'met' : 'NOT MET',
    ]);
  }
  return rows.toString();
}

/** @param {any} results of growth.js */
export function growthTable(results) {
  const rows = new Table({
    head: ['ns per call or vector', ...COLUMNS.map(({ label }) => label)],
    colAligns: ['left', ...Array(COLUMNS.length).fill('right')],
    style: { head: [], border: [], compact: true },
  });
  for (const [id, { columns }] of Object.entries(results.cases)) {
    rows.push([
      id,
      ...COLUMNS.map((column) => (columns[column.id] ? spread(columns[column.id]) : '-')),
    ]);
  }
  return rows.toString();
}

/** @param {any} cache as from countCacheMisses */
export function cacheTable({ perForward }) {
  const rows = new Table({
    head: ['per forward, of adapters in random order', 'instructions', 'D1 misses', 'LL misses'],
    colAligns: Array(4).fill('right'),
    style: { head: [], border: [], compact: true },
  });
  for (const [count, { instructions, d1, ll }] of Object.entries(perForward)) {
    rows.push([count, ...[instructions, d1, ll].map((each) => each.toFixed(1))]);
  }
  return rows.toString();
}
