// Learning from single clicks in double precision: a shift, the places in the softmax, and a scale of
// what was learned that is chosen by the losses before each step.
import { makeAdapter } from './plain-adapter.js';
import { add } from './vectors.js';

const SHIFT = { rate: 0.1, clicks: 300 };
const SCALES = [0, 0.5, 1];
const KEEP = 0.99;

/** `temperature` is in cosines; `start` the first rows of A. */
export function makeClickLearner({ dim, rank, temperature, start, rate = 0.5, seed }) {
  const adapter = makeAdapter({ dim, rank, rate, seed, start });
  const shift = new Float64Array(dim);
  const counts = []; // how often each place was clicked, from 1
  const losses = SCALES.map(() => 0); // over the loss of a model that knows places only
  let clicks = 0;
  let scale = 0;

  /** y = u + scale (b + B^T A u) */
  function answer(u, itsScale = scale) {
    const y = adapter.forward(u, itsScale);
    add(y, itsScale, shift);
    return y;
  }

  /** `shown` (unit vectors) in the order shown, of which the user took the one at `place`. */
  function learn(u, shown, place) {
    while (counts.length < shown.length) counts.push(1);
    const total = shown.reduce((sum, _, i) => sum + counts[i], 0);
    const prior = shown.map((_, i) => Math.log(counts[i] / total));
    SCALES.forEach((one, i) => {
      const { loss } = adapter.infoNce(answer(u, one), shown, place, temperature, { prior });
      losses[i] = KEEP * losses[i] + loss + prior[place];
    });
    const best = losses.indexOf(Math.min(...losses));
    scale = losses[best] < 0 ? SCALES[best] : 0;
    const { gradient } = adapter.infoNce(answer(u, 1), shown, place, temperature, { prior });
    add(shift, -SHIFT.rate / (1 + clicks / SHIFT.clicks), gradient);
    adapter.step([u], [gradient]);
    counts[place]++;
    clicks++;
  }

  return { answer: (u) => answer(u), learn };
}
