// The column of the published package: the method that does the corresponding thing, in the way
// that is fastest there (its views are made once, not for every call).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  initSync,
  WasmMicroLoRA,
  WasmScopedLoRA,
  WasmTrajectoryBuffer,
} from '@ruvector/learning-wasm';
import { do_not_optimize as keep } from 'mitata';
import * as inputs from '../inputs.js';

const { DIM, BATCH, X, G, T, XS, GS, REWARD, TRAJECTORY } = inputs;

// The learning rate is fixed at construction, and its weights cannot be read or set; so it is taught
// with the rate that is timed. Its steps go by the direction of the gradient only.
export async function open() {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('@ruvector/learning-wasm'));
  const { memory } = initSync({
    module: readFileSync(join(folder, 'ruvector_learning_wasm_bg.wasm')),
  });
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

  const lora = new WasmMicroLoRA(DIM, inputs.ALPHA, inputs.TIMED_RATE);
  const set = new WasmScopedLoRA(DIM, inputs.ALPHA, inputs.TIMED_RATE);
  const buffer = new WasmTrajectoryBuffer(inputs.TRAJECTORIES, DIM);
  const scopeNumber = (name) => {
    for (let scope = 0; scope < inputs.SCOPES; scope++) {
      if (WasmScopedLoRA.scope_name(scope) === name) return scope;
    }
    throw new Error(`the published package has no scope ${name}`);
  };
  const SCOPE = scopeNumber(inputs.SCOPE_NAME);
  const SIBLING = scopeNumber(inputs.SIBLING_NAME);
  const out = new Float32Array(DIM);
  const xs = inputs.rowsOf(XS);
  const gs = inputs.rowsOf(GS);
  const outs = inputs.rowsOf(new Float32Array(XS.length));
  const { operator, attention, executionMs, baselineMs } = TRAJECTORY;

  // Its memory grows when it is first used, and that detaches views; so everything is used before.
  for (let i = 0; i < inputs.TRAJECTORIES; i++) {
    lora.forward_array(X);
    set.forward_array(SCOPE, X);
    buffer.record(X, operator, attention, executionMs, baselineMs);
  }
  const view = (address) => new Float32Array(memory.buffer, address, DIM);
  const x = view(lora.get_input_ptr());
  const y = view(lora.get_output_ptr());
  const scopedX = view(set.get_input_ptr());
  const scopedY = view(set.get_output_ptr());

  const single = (input) => ({
    prepare() {
      lora.reset();
      for (let step = 0; step < inputs.TEACHING_STEPS; step++) lora.adapt_array(G);
      x.set(input);
      lora.forward();
    },
    state: () => ({ x: x.slice(), y: y.slice() }),
  });
  const forward = single(X);
  const adapt = single(G);

  let loss = 0;
  // Its input view is also where it takes the gradient from.
  function learn() {
    x.set(X);
    lora.forward();
    let sum = 0;
    for (let i = 0; i < DIM; i++) {
      const error = y[i] - T[i];
      sum += error * error;
      x[i] = error;
    }
    lora.adapt();
    loss = 0.5 * sum;
  }

  const scoped = (taught, fallback, input) => ({
    prepare() {
      set.reset_all();
      set.set_category_fallback(fallback);
      for (let step = 0; step < 2 * inputs.TEACHING_STEPS; step++) set.adapt_array(taught, G);
      scopedX.set(input);
      set.forward(SCOPE);
    },
    state: () => ({ x: scopedX.slice(), y: scopedY.slice() }),
  });

  const cases = {
    'forward-views': { ...forward, call: () => lora.forward() },
    'forward-out': {
      ...forward,
      call() {
        x.set(X);
        lora.forward();
        out.set(y);
      },
    },
    'forward-new': { ...forward, call: () => keep(lora.forward_array(X)) },
    'adapt-views': { ...adapt, call: () => lora.adapt() },
    'adapt-array': { ...adapt, call: () => lora.adapt_array(G) },
    learn: {
      ...forward,
      state: () => ({ ...forward.state(), loss: Float64Array.of(loss) }),
      call: learn,
    },
    'forward-batch-views': {
      ...forward,
      call() {
        for (let i = 0; i < BATCH; i++) lora.forward();
      },
    },
    'forward-batch-array': {
      ...forward,
      call() {
        for (let i = 0; i < BATCH; i++) {
          x.set(xs[i]);
          lora.forward();
          outs[i].set(y);
        }
      },
    },
    'adapt-batch-views': {
      ...adapt,
      call() {
        for (let i = 0; i < BATCH; i++) lora.adapt();
      },
    },
    'adapt-batch-array': {
      ...adapt,
      call() {
        for (let i = 0; i < BATCH; i++) lora.adapt_array(gs[i]);
      },
    },
    reward: { ...forward, call: () => lora.adapt_with_reward(REWARD) },
    'delta-norm': { ...forward, call: () => keep(lora.delta_norm()) },
    'scoped-forward-own': { ...scoped(SCOPE, false, X), call: () => set.forward(SCOPE) },
    'scoped-forward-fallback': { ...scoped(SIBLING, true, X), call: () => set.forward(SCOPE) },
    'scoped-forward-out': {
      ...scoped(SIBLING, true, X),
      call() {
        scopedX.set(X);
        set.forward(SCOPE);
        out.set(scopedY);
      },
    },
    'scoped-forward-new': {
      ...scoped(SIBLING, true, X),
      call: () => keep(set.forward_array(SCOPE, X)),
    },
    'scoped-adapt-own': { ...scoped(SCOPE, false, G), call: () => set.adapt(SCOPE) },
    'scoped-adapt-fallback': { ...scoped(SCOPE, true, G), call: () => set.adapt(SCOPE) },
    'scoped-adapt-array': { ...scoped(SCOPE, true, G), call: () => set.adapt_array(SCOPE, G) },
    record: {
      prepare: () => buffer.reset(),
      state: () => ({
        statistics: Float64Array.of(
          buffer.len(),
          Number(buffer.total_count()),
          buffer.success_rate(),
          buffer.best_improvement(),
          buffer.mean_improvement(),
          buffer.variance(),
          buffer.best_attention(),
          buffer.high_quality_count(0.25),
          buffer.count_by_operator(operator),
        ),
      }),
      call: () => buffer.record(X, operator, attention, executionMs, baselineMs),
    },
  };
  return { about: { version }, cases };
}
