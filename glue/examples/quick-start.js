// Quick start: an adapter learns, one example after the other, what a user wants changed.
import init, { MicroLoRA } from 'microlora';
import { randomLcg, randomNormal } from 'd3-random';

await init();

const dim = 64;
const normal = randomNormal.source(randomLcg(0.5))();
const vector = () => Float32Array.from({ length: dim }, normal);
const dot = (a, b) => a.reduce((sum, value, i) => sum + value * b[i], 0);
const minus = (a, b) => a.map((value, i) => value - b[i]);

// The model gives x, this user wants x + M x: the more x points along u, the more of v is added.
const u = vector();
const v = vector();
const wanted = (x) => x.map((value, i) => value + (dot(u, x) * v[i]) / dim);

const lora = new MicroLoRA({ dim });

const unseen = Array.from({ length: 200 }, vector);
function meanError() {
  const errors = unseen.map((x) => minus(lora.forward(x), wanted(x)));
  return Math.sqrt(errors.reduce((sum, error) => sum + dot(error, error), 0) / unseen.length);
}

console.log(`error on unseen inputs before: ${meanError().toFixed(4)}`);
for (let step = 0; step < 2000; step++) {
  const x = vector();
  const y = lora.forward(x);
  lora.adapt(minus(y, wanted(x)));
}
console.log(`after ${lora.adaptCount} examples:           ${meanError().toFixed(4)}`);
console.log(`${lora.paramCount} numbers learned it; deltaNorm is ${lora.deltaNorm.toFixed(3)}`);
lora.free();
