// The column of the published package in the growth curves. It clamps dimensions to 256 and knows no
// rank but 2, both without a word; so it is timed where it does what it is asked for. A batch is a
// loop over its one input view, as in columns/published.js.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { initSync, WasmMicroLoRA } from '@ruvector/learning-wasm';
import { ALPHA, RANK, TIMED_RATE } from '../inputs.js';
import { inputsOf, inTurn, MOST_ADAPTERS, ofAdapters, POINTS, SMALL } from './points.js';

const MOST_DIM = 256;

// At the rate that is timed: so many that an output in f32 is not the input.
const STEPS = 256;

export async function open() {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('@ruvector/learning-wasm'));
  const { memory } = initSync({
    module: readFileSync(join(folder, 'ruvector_learning_wasm_bg.wasm')),
  });
  const create = ({ dim, batch }) => {
    const { x, g } = inputsOf({ dim, rank: RANK, batch });
    const lora = new WasmMicroLoRA(dim, ALPHA, TIMED_RATE);
    for (let step = 0; step < STEPS; step++) lora.adapt_array(g.subarray(0, dim));
    lora.forward_array(x.subarray(0, dim));
    return lora;
  };

  const bytes = memory.buffer.byteLength;
  const pool = Array.from({ length: MOST_ADAPTERS }, () => create(SMALL));
  const about = { bytesPerAdapter: (memory.buffer.byteLength - bytes) / pool.length };
  const points = POINTS.filter(({ dim, rank }) => dim <= MOST_DIM && rank === RANK);
  const objects = points.map((point) => (ofAdapters(point) ? pool[0] : create(point)));
  // Memory does not grow from here on, so views stay.
  const view = (address, dim) => new Float32Array(memory.buffer, address, dim);
  const { x } = inputsOf(SMALL);
  for (const lora of pool) view(lora.get_input_ptr(), SMALL.dim).set(x);

  const cases = Object.fromEntries(
    points.map((point, i) => {
      const { dim, batch, action } = point;
      const lora = objects[i];
      const { x, g, t } = inputsOf(point);
      const row = x.subarray(0, dim);
      const input = view(lora.get_input_ptr(), dim);
      const output = view(lora.get_output_ptr(), dim);
      let loss = 0;
      const calls = {
        forward() {
          for (let i = 0; i < batch; i++) lora.forward();
        },
        adapt() {
          for (let i = 0; i < batch; i++) lora.adapt();
        },
        // Its input view is also where it takes the gradient from.
        learn() {
          input.set(row);
          lora.forward();
          let sum = 0;
          for (let i = 0; i < dim; i++) {
            const error = output[i] - t[i];
            sum += error * error;
            input[i] = error;
          }
          lora.adapt();
          loss = 0.5 * sum;
        },
      };
      const ofMany = {
        forward: (each) => each.forward(),
        step(each) {
          each.forward();
          each.adapt();
        },
      };
      return [
        point.id,
        {
          prepare() {
            input.set(action === 'adapt' ? g.subarray(0, dim) : row);
            lora.forward();
          },
          call: ofAdapters(point) ? inTurn(point, pool, ofMany[action]) : calls[action],
          state: () => ({
            x: input.slice(),
            y: output.slice(),
            ...(action === 'learn' && { loss: Float64Array.of(loss) }),
          }),
        },
      ];
    }),
  );
  return { about, cases };
}
