// How numbers are written in the report.

export const ms = (value) => value.toFixed(value < 0.1 ? 3 : value < 10 ? 2 : 1);
export const thousands = (value) => (value / 1000).toFixed(value < 10_000 ? 1 : 0);
export const percent = (share) => `${(100 * share).toFixed(1)} %`;
export const factor = (ratio) => `${ratio.toFixed(2)}x`;
