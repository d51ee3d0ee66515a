// Learns one answer, as a page of a user would: the package's default entry and nothing else.
import init, { MicroLoRA } from '../../dist/microlora.js';
import { show } from './show.js';

show(async () => {
  const engine = await init();
  const lora = new MicroLoRA({ dim: 16 });
  const x = Float32Array.from({ length: 16 }, (_, i) => Math.sin(i));
  const target = Float32Array.from(x, (value, i) => value + Math.cos(i));
  const distance = () => Math.hypot(...lora.forward(x).map((value, i) => value - target[i]));
  const first = distance();
  for (let i = 0; i < 2000; i++) {
    const y = lora.forward(x);
    lora.adapt(y.map((value, k) => value - target[k]));
  }
  return { simd: engine.simd, first, last: distance(), count: lora.adaptCount };
});
