// A child process that holds one JavaScript column, and does what it is asked: report the
// state a case leaves behind, or time a case.
//
// One process per column, because V8 specialises code by what it has seen: two builds of one class in
// one process share call sites, which then serve both. (Measured: here the difference is below the
// noise. The separate processes keep it so, and keep the garbage of one column out of the others.)
import { measure } from 'mitata';
import { CHECKED_CALLS } from './inputs.js';

const [, , column, which] = process.argv;
const { open } = await import(`./${column}.js`);
// A column whose calls take long says how many suffice for one timing.
const { about, cases, mostCalls = Infinity } = await open(which);

// The timed function makes many calls, and is compiled once for each case: so the loop is optimised
// code from the first round on, its one call site only ever sees one callee, and the cost of
// mitata's own loop (which is compiled anew for each measurement) is divided by the calls.
const loops = new Map(
  Object.entries(cases).map(([id, { call }]) => [
    id,
    new Function('call', `return (n) => { for (let i = 0; i < n; i++) call(); } // ${id}`)(call),
  ]),
);

// The process was idle while others were timed: its code and data have to come back into the caches,
// and its core to full clock.
const WARM_UP_MS = 1.5;

// Not 0 and smaller than this is denormal, or about to be: arithmetic on it can be 100 times slower.
const SMALLEST = 1e-30;
const LARGEST = 1e6;

function checkSane(id, state) {
  for (const [name, values] of Object.entries(state)) {
    for (const value of values) {
      const size = Math.abs(value);
      if (size !== 0 && !(size > SMALLEST && size < LARGEST)) {
        throw new Error(
          `${column}, ${id}: ${name} holds ${value} after timing, which falsifies it`,
        );
      }
    }
  }
}

const actions = {
  about: () => about,

  state({ id }) {
    if (!(id in cases)) return undefined;
    cases[id].prepare();
    for (let i = 0; i < CHECKED_CALLS; i++) cases[id].call();
    return cases[id].state();
  },

  /** The median over `samples` timings of that many calls, in ns per call. */
  async time({ id, samples, repeats }) {
    if (!(id in cases)) return undefined;
    cases[id].prepare();
    const count = Math.min(repeats, mostCalls);
    const calling = loops.get(id);
    const loop = () => calling(count);
    const warm = performance.now() + WARM_UP_MS;
    while (performance.now() < warm) loop();
    const { p50 } = await measure(loop, {
      min_samples: samples,
      max_samples: samples,
      min_cpu_time: 0,
      samples_threshold: Infinity,
      warmup_samples: 1,
      batch_threshold: 0,
      gc: false,
    });
    checkSane(id, cases[id].state());
    return p50 / count;
  },
};

process.on('message', async ({ action, ...request }) => {
  try {
    process.send({ result: await actions[action](request) });
  } catch (error) {
    process.send({ error: error.stack });
  }
});
process.send({ result: 'ready' });
