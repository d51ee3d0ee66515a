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
      'ns per call (± half the quartile range)',
      ...COLUMNS.map(({ label }) => label),
      'published : ours',
      'plain JS : ours',
      'ours : native',
    ],
    colAligns: ['left', ...Array(COLUMNS.length + 3).fill('right')],
    style: { head: [], border: [], compact: true },
  });
  for (const [id, { columns, ratios }] of Object.entries(results.cases)) {
    const ofNative = ratios.native && { median: 1 / ratios.native.median };
    rows.push([
      labelOf(id),
      ...COLUMNS.map((column) => (columns[column.id] ? spread(columns[column.id]) : '-')),
      ...[ratios.published, ratios.plain, ofNative].map((ratio) => (ratio ? times(ratio) : '-')),
    ]);
  }
  return rows.toString();
}
