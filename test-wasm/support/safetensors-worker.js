// A worker that saves what it learned, loads it and goes on; it returns the file and the bits.
import init, { MicroLoRA } from 'microlora';
import { load, save } from 'microlora/safetensors';

export async function roundTrip() {
  await init();
  const lora = new MicroLoRA({ dim: 9 });
  const x = Float32Array.from({ length: 9 }, (_, i) => i / 8);
  const target = x.map((value) => 1 - value);
  lora.learn(x, target);
  const file = save(lora, { metadata: { model: 'ü' } });
  const loaded = load(file, { expect: { model: 'ü' } });
  loaded.learn(x, target);
  const bits = [...new Uint32Array(loaded.forward(x).buffer)];
  lora.free();
  loaded.free();
  return { file: [...file], bits };
}

export default { fetch: async () => Response.json(await roundTrip()) };
