// Small arithmetic that the experiment and the report share.

export const sum = (list) => list.reduce((total, value) => total + value, 0);

export function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** The index of the smallest number, the first at a tie. */
export const argmin = (list) =>
  list.reduce((least, value, i) => (value < list[least] ? i : least), 0);
