// Save and load: what was learned goes into a file, and another program goes on from there. The file
// says which embedding model it was learned for, and is refused for another.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import init, { MicroLoRA } from 'microlora';
import { exportPeft, load, save } from 'microlora/safetensors';
import { randomLcg, randomNormal } from 'd3-random';

await init();

const dim = 64;
const normal = randomNormal.source(randomLcg(0.5))();
const vector = () => Float32Array.from({ length: dim }, normal);
const halved = (x) => x.map((value, i) => (i < 2 ? value / 2 : value));
const folder = mkdtempSync(join(tmpdir(), 'microlora-'));
const file = join(folder, 'adapter.safetensors');

const lora = new MicroLoRA({ dim });
const learn = (adapter, steps) => {
  let loss = 0;
  for (let step = 0; step < steps; step++) {
    const x = vector();
    loss = adapter.learn(x, halved(x));
  }
  return loss;
};
console.log(`the last of 300 losses:          ${learn(lora, 300).toExponential(1)}`);
writeFileSync(file, save(lora, { metadata: { model: 'all-MiniLM-L6-v2' } }));
console.log(`saved:                           ${readFileSync(file).length} bytes`);

const loaded = load(readFileSync(file), { expect: { model: 'all-MiniLM-L6-v2' } });
const probe = vector();
const same = lora.forward(probe).every((value, i) => value === loaded.forward(probe)[i]);
console.log(`loaded, it answers the same:     ${same}`);
console.log(`the last of 300 more:            ${learn(loaded, 300).toExponential(1)}`);

try {
  load(readFileSync(file), { expect: { model: 'bge-small-en' } });
} catch (error) {
  console.log(`for another model:               ${error.code}: ${error.message}`);
}

// For Python: two files that PEFT loads.
const files = exportPeft(loaded, { module: 'embeddings.adapter', baseModel: 'all-MiniLM-L6-v2' });
for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
console.log(`for PEFT:                        ${Object.keys(files).join(', ')}`);
rmSync(folder, { recursive: true });
