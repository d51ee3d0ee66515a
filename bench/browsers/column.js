// A frame that holds one column, as worker.js does in a process: with call sites of its own.
import { CHECKED_CALLS } from '../inputs.js';
import { dirname, fetchFiles } from './node.js';

const parameters = new URLSearchParams(location.search);
const file = parameters.get('file');

if (file === 'published') {
  await fetchFiles(dirname(import.meta.resolve('@ruvector/learning-wasm')), [
    'ruvector_learning_wasm_bg.wasm',
    'package.json',
  ]);
}
const { open } = await import(`../columns/${file}.js`);
const { about, cases } = await open(parameters.get('entry'));

const loops = new Map(
  Object.entries(cases).map(([id, { call }]) => [
    id,
    new Function('call', `return (n) => { for (let i = 0; i < n; i++) call(); } // ${id}`)(call),
  ]),
);
// How many calls take as long as one timing should.
const counts = new Map();

// The clock of a page may tick in milliseconds: a timing is to be many ticks long.
const TIMING_MS = 20;
const WARM_UP_MS = 5;

function ms(loop, count) {
  const start = performance.now();
  loop(count);
  return performance.now() - start;
}

/** Doubles the number of calls until they take long enough; that is the warm-up of the compiler, too. */
function calibrate(loop) {
  for (let count = 64; ; count *= 2) {
    const took = ms(loop, count);
    if (took >= TIMING_MS) return Math.ceil((count * TIMING_MS) / took);
  }
}

window.column = {
  about,
  state(id) {
    if (!(id in cases)) return undefined;
    cases[id].prepare();
    for (let i = 0; i < CHECKED_CALLS; i++) cases[id].call();
    return cases[id].state();
  },
  /** ns per call: of one loop that takes about TIMING_MS. */
  time(id) {
    const loop = loops.get(id);
    cases[id].prepare();
    if (!counts.has(id)) counts.set(id, calibrate(loop));
    const count = counts.get(id);
    ms(loop, Math.ceil((count * WARM_UP_MS) / TIMING_MS));
    return (ms(loop, count) / count) * 1e6;
  },
};
