// The column of TensorFlow.js. What is on views elsewhere is here a tensor that stays; an output is
// read with dataSync in every case, since nothing can be done with it before.
import * as inputs from '../inputs.js';
import { Adapter } from '../plain-lora.js';
import { openBackend, TensorLoRA } from '../tensor-lora.js';
import { do_not_optimize as keep } from 'mitata';

const { DIM, RANK, BATCH, ALPHA, X, G, T, XS, GS } = inputs;

/** @param {string} backend */
export async function open(backend) {
  const about = await openBackend(backend);

  const start = new Adapter(DIM, inputs.SEED, 0);
  const A = Float32Array.from([...start.a0, ...start.a1]);
  const B = new Float32Array(RANK * DIM);
  const teacher = new TensorLoRA({ dim: DIM, rank: RANK, alpha: ALPHA, A, B });
  teacher.learningRate = inputs.TEACHING_RATE;
  for (let step = 0; step < inputs.TEACHING_STEPS; step++) {
    teacher.forwardFrom(X);
    teacher.adaptFrom(G);
  }
  const taught = teacher.getWeights();

  let y = new Float32Array();
  let loss = 0;
  const out = new Float32Array(DIM);
  const outs = new Float32Array(BATCH * DIM);
  const prepared = (batch, x, g) => {
    const lora = new TensorLoRA({ dim: DIM, rank: RANK, batch, alpha: ALPHA, ...taught });
    lora.learningRate = inputs.TIMED_RATE;
    return {
      lora,
      prepare() {
        lora.setWeights(taught.A, taught.B);
        lora.setGradient(g);
        y = lora.forwardFrom(x);
      },
      state: () => ({ y, ...lora.getWeights() }),
    };
  };
  const { lora, ...single } = prepared(1, X, G);
  const { lora: batched, ...batch } = prepared(BATCH, XS, GS);

  const cases = {
    'forward-views': { ...single, call: () => (y = lora.forward()) },
    'forward-out': {
      ...single,
      call() {
        y = lora.forwardFrom(X);
        out.set(y);
      },
    },
    'forward-new': { ...single, call: () => keep((y = lora.forwardFrom(X))) },
    'adapt-views': { ...single, call: () => lora.adapt() },
    'adapt-array': { ...single, call: () => lora.adaptFrom(G) },
    learn: {
      ...single,
      call: () => (loss = lora.learn(X, T)),
      state: () => ({ ...lora.getWeights(), loss: Float64Array.of(loss) }),
    },
    'forward-batch-views': { ...batch, call: () => (y = batched.forward()) },
    'forward-batch-array': {
      ...batch,
      call() {
        y = batched.forwardFrom(XS);
        outs.set(y);
      },
    },
    'adapt-batch-views': { ...batch, call: () => batched.adapt() },
    'adapt-batch-array': { ...batch, call: () => batched.adaptFrom(GS) },
  };
  return { about, cases, mostCalls: 8 };
}
