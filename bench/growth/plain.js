// The column of plain JavaScript in the growth curves: even ranks only.
import { ALPHA, SEED, TIMED_RATE } from '../inputs.js';
import { PlainBatch } from '../plain-batch.js';
import { inputsOf, inTurn, MOST_ADAPTERS, ofAdapters, POINTS, SMALL } from './points.js';

export async function open() {
  const options = { alpha: ALPHA, seed: SEED, learningRate: TIMED_RATE };
  const { rows } = new PlainBatch({ ...options, ...SMALL });
  const { A, B } = inputsOf(SMALL);
  const pool = Array.from({ length: MOST_ADAPTERS }, () => {
    const lora = new PlainBatch({ ...options, ...SMALL, rows });
    lora.setWeights(A, B);
    return lora;
  });

  const cases = Object.fromEntries(
    POINTS.filter(({ rank }) => rank % 2 === 0).map((point) => {
      const shared = ofAdapters(point);
      const first = shared ? pool[0] : new PlainBatch({ ...options, ...point });
      const { A, B, x, g, t } = inputsOf(point);
      let loss = 0;
      const calls = {
        forward: () => first.forward(),
        adapt: () => first.adapt(),
        learn: () => (loss = first.learn(x, t)),
      };
      const ofMany = {
        forward: (lora) => lora.forward(),
        step(lora) {
          lora.forward();
          lora.adapt();
        },
      };
      return [
        point.id,
        {
          prepare() {
            first.setWeights(A, B);
            first.setGradients(g);
            first.forwardFrom(x);
          },
          call: shared ? inTurn(point, pool, ofMany[point.action]) : calls[point.action],
          state: () => ({
            y: first.getOutputs(),
            ...first.getWeights(),
            ...(point.action === 'learn' && { loss: Float64Array.of(loss) }),
          }),
        },
      ];
    }),
  );
  return { about: {}, cases };
}
