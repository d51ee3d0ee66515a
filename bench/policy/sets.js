// Classification sets as bandits: an arm for each class, cost 0 for the right one and 1 for others.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The rows of a file that export-sets.R wrote: one-hot factors, standard numbers, a constant. */
export function readSet(file, limit = Infinity) {
  const [head, ...lines] = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
  const kinds = head.split(',').map((column) => column.split(':')[1]);
  const cells = lines.slice(0, limit).map((line) => line.split(','));
  const columns = kinds.slice(0, -1).flatMap((kind, c) => {
    const column = cells.map((row) => row[c]);
    return kind === 'number' ? numbers(column) : oneHot(column, Number(kind));
  });
  columns.push(cells.map(() => 1));
  const labels = cells.map((row) => Number(row.at(-1)));
  return {
    dim: columns.length,
    arms: Number(kinds.at(-1)),
    rows: labels.map((label, r) => ({
      x: Float64Array.from(columns, (column) => column[r]),
      label,
    })),
  };
}

/** Mean 0 and deviation 1; what is missing is at the mean. A column of one value says nothing. */
function numbers(column) {
  const known = column.filter((cell) => cell !== '').map(Number);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length;
  if (variance === 0) return [];
  const deviation = Math.sqrt(variance);
  return [column.map((cell) => (cell === '' ? 0 : (Number(cell) - mean) / deviation))];
}

/** A column for each level, or one of two; what is missing is at 0 in all. */
function oneHot(column, levels) {
  const first = levels === 2 && !column.includes('') ? 1 : 0;
  return Array.from({ length: levels - first }, (_, i) => i + first).map((level) =>
    column.map((cell) => (cell !== '' && Number(cell) === level ? 1 : 0)),
  );
}
