// Plain text tables without lines: left-aligned first column, numbers to the right.
import Table from 'cli-table3';

const SIDES = ['top', 'bottom', 'left', 'right', 'mid'];
const NO_LINES = Object.fromEntries(
  SIDES.flatMap((side) => [side, ...SIDES.map((other) => `${side}-${other}`)]).map((c) => [c, '']),
);

/** `groups` are [words, columns] pairs above the heads of the columns. */
export function formatTable({ groups = [], heads, rows }) {
  const table = new Table({
    chars: { ...NO_LINES, middle: ' ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 1 },
    colAligns: heads.map((_, i) => (i === 0 ? 'left' : 'right')),
  });
  if (groups.length > 0) {
    table.push(groups.map(([content, colSpan]) => ({ content, colSpan, hAlign: 'right' })));
  }
  table.push(heads, ...rows);
  return table.toString().replace(/ +$/gm, '');
}
