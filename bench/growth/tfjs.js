// The column of TensorFlow.js in the growth curves: inputs and gradients are tensors that stay, outputs
// are read with dataSync.
import { ALPHA, TIMED_RATE } from '../inputs.js';
import { openBackend, TensorLoRA } from '../tensor-lora.js';
import { inputsOf, inTurn, MOST_ADAPTERS, ofAdapters, POINTS, SMALL } from './points.js';

/** @param {string} backend */
export async function open(backend) {
  const about = await openBackend(backend);
  const create = (shape, { A, B, x, g }) => {
    const lora = new TensorLoRA({ ...shape, alpha: ALPHA, A, B });
    lora.learningRate = TIMED_RATE;
    lora.setInput(x);
    lora.setGradient(g);
    return lora;
  };
  // Filled when it is used: TensorFlow.js becomes slower with the number of tensors there are.
  const pool = [];
  function fillPool() {
    const inputs = inputsOf(SMALL);
    while (pool.length < MOST_ADAPTERS) pool.push(create(SMALL, inputs));
  }

  const cases = Object.fromEntries(
    POINTS.map((point) => {
      const shared = ofAdapters(point);
      const inputs = inputsOf(point);
      const { A, B, x, t } = inputs;
      let first = shared ? undefined : create(point, inputs);
      let y = new Float32Array();
      let loss = 0;
      const calls = {
        forward: () => (y = first.forward()),
        adapt: () => first.adapt(),
        learn: () => (loss = first.learn(x, t)),
      };
      const ofMany = {
        forward: (lora) => (y = lora.forward()),
        step(lora) {
          y = lora.forward();
          lora.adapt();
        },
      };
      return [
        point.id,
        {
          prepare() {
            if (shared) {
              fillPool();
              first = pool[0];
            }
            first.setWeights(A, B);
            y = first.forward();
          },
          call: shared ? inTurn(point, pool, ofMany[point.action]) : calls[point.action],
          state: () => ({
            ...(point.action === 'learn' ? { loss: Float64Array.of(loss) } : { y }),
            ...first.getWeights(),
          }),
        },
      ];
    }),
  );
  return { about, cases, mostCalls: 4 };
}
