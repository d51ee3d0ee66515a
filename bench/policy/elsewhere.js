// Vowpal Wabbit 9.11.2, built from source and measured elsewhere, on its own orders of the same rows
// and on other runs of the same queries.
export const ELSEWHERE = {
  "Vowpal Wabbit's best flags": {
    small: 0.378,
    large: 0.321,
    replay: { total: 0.746, second: 0.694, over: 73, worst: 1390 },
  },
  'its defaults, squarecb': { small: 0.417 },
  'its defaults, cover 16': { small: 0.396 },
  'its defaults, bag 5': { small: 0.428 },
  'its defaults, first 200': { small: 0.485 },
};
