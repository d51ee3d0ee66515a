// The colours and the width that the parts of the chart share.

export const INK = '#1f2933';
export const MUTED = '#5f6c7b';
export const GRID = '#e4e8ec';
export const OWN = '#9aa5b1';
export const LEARNED = '#1565c0';
export const BEST = '#b45f06';
export const WIDTH = 560;
