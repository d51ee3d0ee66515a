// A program written for npm @ruvector/learning-wasm: it uses every method of the three classes, in
// the ways that real programs do. For that package the two lines after this comment are changed, and
// nothing else: see compat.test.js.
import init, { WasmMicroLoRA, WasmScopedLoRA, WasmTrajectoryBuffer } from '../../dist/microlora.js';
const wasm = await init();

/** What was seen, in order: name to what it is and its value, in a form that JSON keeps. */
const seen = {};

function describe(value) {
  if (ArrayBuffer.isView(value)) {
    return { type: value.constructor.name, length: value.length, value: Array.from(value) };
  }
  const json = typeof value === 'bigint' ? String(value) : value;
  return { type: value === null ? 'null' : typeof value, value: json };
}

function see(name, call) {
  try {
    seen[name] = describe(call());
  } catch (error) {
    seen[name] = { type: 'threw', value: error?.code ?? String(error?.message ?? error) };
  }
}

const DIM = 256;
const input = Float32Array.from({ length: DIM }, (_, i) => Math.sin(i) / 8);
const gradient = Float32Array.from({ length: DIM }, (_, i) => Math.cos(3 * i) / 16);

// ---- WasmMicroLoRA ----

const lora = new WasmMicroLoRA(DIM, 0.1, 0.01);
see('lora.dim', () => lora.dim());
see('lora.param_count', () => lora.param_count());
see('lora.adapt_count at first', () => lora.adapt_count());
see('lora.delta_norm at first', () => lora.delta_norm());
see('lora.forward_array at first', () => lora.forward_array(input));
see('lora.forward_count after one', () => lora.forward_count());
see('lora.adapt_array', () => lora.adapt_array(gradient));
see('lora.delta_norm after a step', () => lora.delta_norm());
see('lora.forward_array after a step', () => lora.forward_array(input));
see('lora.forward_array of a plain array', () => lora.forward_array(Array.from(input)));
see('lora.adapt_array of a plain array', () => lora.adapt_array(Array.from(gradient)));

const x = new Float32Array(wasm.memory.buffer, lora.get_input_ptr(), DIM);
const y = new Float32Array(wasm.memory.buffer, lora.get_output_ptr(), DIM);
see('lora.get_input_ptr', () => typeof lora.get_input_ptr());
see('lora.get_output_ptr', () => typeof lora.get_output_ptr());
x.set(input);
see('lora.forward', () => lora.forward());
see('what forward left', () => y);
see('the input is left alone', () => x);
x.set(gradient);
see('lora.adapt', () => lora.adapt());
see('lora.adapt_count after three', () => lora.adapt_count());
see('what adapt leaves of the output', () => y);
x.set(input);
lora.forward();
see('what forward left after adapt', () => y);
see('lora.adapt_with_reward', () => lora.adapt_with_reward(0.15));
see('lora.adapt_with_reward below 0', () => lora.adapt_with_reward(-0.15));
see('lora.adapt_count after rewards', () => lora.adapt_count());
see('counts are for BigInt arithmetic', () => lora.adapt_count() + 1n > 3n);
see('lora.reset', () => lora.reset());
see('lora.adapt_count after reset', () => lora.adapt_count());
see('lora.forward_count after reset', () => lora.forward_count());
see('lora.delta_norm after reset', () => lora.delta_norm());
see('lora.forward_array after reset', () => lora.forward_array(input));

x.set(gradient);
lora.forward();
see('what forward left of another vector', () => y);
x.set(input);
see('the output is another buffer', () => y);

const untouched = new WasmMicroLoRA(DIM, 0.1, 0.01);
see('adapt_array with no forward', () => untouched.adapt_array(gradient));
see('adapt_count with no forward', () => untouched.adapt_count());
see('forward_count with no forward', () => untouched.forward_count());
see('forward_array after it', () => untouched.forward_array(input));
const rewarded = new WasmMicroLoRA();
see('adapt_with_reward with no forward', () => rewarded.adapt_with_reward(0.5));
see('the default dim', () => rewarded.dim());
const nulls = new WasmMicroLoRA(null, null, null);
see('dim of nulls', () => nulls.dim());
see('lora.forward_array of another length', () => lora.forward_array(new Float32Array(3)));
see('lora.adapt_array of another length', () => lora.adapt_array(new Float32Array(3)));
see('a dim out of range', () => new WasmMicroLoRA(-1).dim());
see('lora.adapt_array of NaN', () => nulls.adapt_array(new Float32Array(DIM).fill(NaN)));
see('lora.forward_array after NaN', () => nulls.forward_array(input));
for (const object of [lora, untouched, rewarded, nulls]) object.free();

// ---- WasmScopedLoRA ----

const scoped = new WasmScopedLoRA(DIM, 0.1, 0.01);
for (let op = 0; op < 17; op++) see(`scope_name(${op})`, () => WasmScopedLoRA.scope_name(op));
see('scoped.forward_array at first', () => scoped.forward_array(0, input));
see('a reward for another scope', () => scoped.adapt_with_reward(2, 0.25));
see('scoped.adapt_count of that scope', () => scoped.adapt_count(2));
see('scoped.adapt_count of the one forwarded', () => scoped.adapt_count(0));
see('scoped.forward_count of that scope', () => scoped.forward_count(2));
see('scoped.total_adapt_count', () => scoped.total_adapt_count());
see('scoped.total_forward_count', () => scoped.total_forward_count());
see('scoped.adapt_array', () => scoped.adapt_array(2, gradient));
see('scoped.delta_norm', () => scoped.delta_norm(2));
see('scoped.delta_norm of another category', () => scoped.delta_norm(14));
see('scoped.forward_array after a step', () => scoped.forward_array(2, input));
see('scoped.forward_array of a plain array', () => scoped.forward_array(2, Array.from(input)));
const scopedX = new Float32Array(wasm.memory.buffer, scoped.get_input_ptr(), DIM);
const scopedY = new Float32Array(wasm.memory.buffer, scoped.get_output_ptr(), DIM);
scopedX.set(input);
see('scoped.forward', () => scoped.forward(5));
see('what scoped.forward left', () => scopedY);
scopedX.set(gradient);
see('scoped.adapt', () => scoped.adapt(5));
see('scoped.adapt_count after adapt', () => scoped.adapt_count(5));
see('scoped.set_category_fallback', () => scoped.set_category_fallback(false));
see('scoped.forward_array without fallback', () => scoped.forward_array(15, input));
see('scoped.adapt_array without fallback', () => scoped.adapt_array(15, gradient));
see('scoped.reset_scope', () => scoped.reset_scope(2));
see('scoped.adapt_count after reset_scope', () => scoped.adapt_count(2));
see('scoped.reset_all', () => scoped.reset_all());
see('scoped.total_adapt_count after reset_all', () => scoped.total_adapt_count());
see('scoped.total_forward_count after reset_all', () => scoped.total_forward_count());
see('scoped.forward_array of no such scope', () => scoped.forward_array(99, input));
scoped.free();

const views = new WasmScopedLoRA(DIM, 0.1, 0.01);
const viewX = new Float32Array(wasm.memory.buffer, views.get_input_ptr(), DIM);
const viewY = new Float32Array(wasm.memory.buffer, views.get_output_ptr(), DIM);
for (const [op, vector] of [
  [3, gradient],
  [4, input],
]) {
  viewX.set(vector);
  views.forward(op);
  see(`what the first forward of scope ${op} left`, () => viewY);
}
views.free();

// ---- WasmTrajectoryBuffer ----

const buffer = new WasmTrajectoryBuffer(10_000, DIM);
see('buffer.is_empty at first', () => buffer.is_empty());
see('buffer.best_attention at first', () => buffer.best_attention());
see('buffer.success_rate at first', () => buffer.success_rate());
const times = (i) => [1 + (i % 7), 1 + (i % 5)];
see('buffer.record', () => buffer.record(input, 2, 5, 45.2, 120.5));
see('buffer.record of a plain array', () => buffer.record(Array.from(input), 2, 5, 45.2, 120.5));
for (let i = 0; i < 10_500; i++) buffer.record(input, i % 17, i % 10, ...times(i));
see('buffer.len', () => buffer.len());
see('buffer.total_count', () => buffer.total_count());
see('buffer.is_empty', () => buffer.is_empty());
see('buffer.success_rate', () => buffer.success_rate());
see('buffer.best_improvement', () => buffer.best_improvement());
see('buffer.mean_improvement', () => buffer.mean_improvement());
see('buffer.variance', () => buffer.variance());
see('buffer.best_attention', () => buffer.best_attention());
see('buffer.high_quality_count', () => buffer.high_quality_count(0.5));
see('buffer.count_by_operator', () => buffer.count_by_operator(2));
see('buffer.count_by_operator of an operator that was not used', () =>
  buffer.count_by_operator(200),
);
see('buffer.record of operator 200', () => buffer.record(input, 200, 5, 1, 2));
see('buffer.record of another length', () => buffer.record(new Float32Array(3), 2, 5, 1, 2));
see('buffer.record of no time', () => buffer.record(input, 2, 5, 0, 2));
see('buffer.reset', () => buffer.reset());
see('buffer.len after reset', () => buffer.len());
see('buffer.total_count after reset', () => buffer.total_count());

const three = new WasmTrajectoryBuffer(8, 4);
for (const [ms, baseline] of [
  [1, 2],
  [2, 2],
  [4, 2],
])
  three.record(new Float32Array(4), 1, ms, ms, baseline);
see('three.success_rate', () => three.success_rate());
see('three.best_improvement', () => three.best_improvement());
see('three.mean_improvement', () => three.mean_improvement());
see('three.variance', () => three.variance());
see('three.best_attention', () => three.best_attention());
see('three.high_quality_count(0.5)', () => three.high_quality_count(0.5));
see('the default capacity', () => new WasmTrajectoryBuffer().len());
three.free();
buffer.free();
see('use after free', () => buffer.len());

console.log(JSON.stringify(seen));
