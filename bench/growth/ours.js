// Our column of the growth curves, with SIMD or without.
import { ALPHA, joined, rowsOf, SEED, TIMED_RATE } from '../inputs.js';
import { inputsOf, inTurn, MOST_ADAPTERS, ofAdapters, POINTS, SMALL } from './points.js';

const MEMORY = 256 << 20;

/** @param {string} url of the entry: microlora.js or microlora.scalar.js */
export async function open(url) {
  const { default: init, MicroLoRA } = await import(url);
  const engine = await init({ memory: MEMORY });
  const create = ({ dim, rank, batch }, sharedIO) =>
    new MicroLoRA({
      optimizer: 'sgd',
      dim,
      rank,
      batch,
      sharedIO,
      alpha: ALPHA,
      seed: SEED,
      learningRate: TIMED_RATE,
    });

  const used = engine.memoryUsage.used;
  const pool = Array.from({ length: MOST_ADAPTERS }, () => create(SMALL, true));
  const about = {
    simd: engine.simd,
    bytesPerAdapter: (engine.memoryUsage.used - used) / pool.length,
  };
  const { A, B } = inputsOf(SMALL);
  for (const lora of pool) lora.setWeights({ A, B });

  const cases = Object.fromEntries(
    POINTS.map((point) => {
      const shared = ofAdapters(point);
      const first = shared ? pool[0] : create(point, false);
      const { A, B, x, g, t } = inputsOf(point);
      let loss = 0;
      const calls = {
        forward: () => first.forwardBatch(),
        adapt: () => first.adaptBatch(),
        learn: () => (loss = first.learn(x, t)),
      };
      const single = { forward: () => first.forward(), adapt: () => first.adapt() };
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
            first.setWeights({ A, B });
            rowsOf(x, point.dim).forEach((row, i) => first.inputs[i].set(row));
            rowsOf(g, point.dim).forEach((row, i) => first.gradients[i].set(row));
            first.forwardBatch();
          },
          call: shared
            ? inTurn(point, pool, ofMany[point.action])
            : (point.axis !== 'batch' && single[point.action]) || calls[point.action],
          state: () => ({
            y: joined(first.outputs),
            ...first.getWeights(),
            ...(point.action === 'learn' && { loss: Float64Array.of(loss) }),
          }),
        },
      ];
    }),
  );
  return { about, cases };
}
