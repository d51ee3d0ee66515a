// A worker that adapts the vector it is sent and returns the adapted one, as bits.
import init, { MicroLoRA } from 'microlora';

export default {
  async fetch(request) {
    const engine = await init();
    return Response.json({ simd: engine.simd, bits: adapted(MicroLoRA, await request.json()) });
  },
};

/** Node does the same, to compare. */
export function adapted(Class, numbers) {
  const x = Float32Array.from(numbers);
  const lora = new Class({ dim: x.length, optimizer: 'sgd' });
  for (let i = 0; i < 100; i++) {
    lora.forward(x);
    lora.adapt(x);
    lora.adaptWithReward(0.25);
  }
  const y = lora.forward(x);
  lora.free();
  return Array.from(new Uint32Array(y.buffer));
}
