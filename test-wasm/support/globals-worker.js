// A realm without some globals: takes them away, then loads everything and uses it. Says what came of it.
import { parentPort, workerData } from 'node:worker_threads';

const post = parentPort.postMessage.bind(parentPort);
const { entry, names } = workerData;
for (const name of names) Reflect.deleteProperty(globalThis, name);

async function use() {
  const { default: init, MicroLoRA } = await import(`../../dist/${entry}`);
  const { exportPeft, importPeft, load, save } = await import('../../dist/safetensors.js');
  const { loadFrom, saveTo } = await import('../../dist/storage.js');
  // The engine that the entries beside this one share is that of the default entry.
  const engine = await init();
  const lora = new MicroLoRA({ dim: 4 });
  const x = Float32Array.of(1, 2, 3, 4);
  lora.learn(x, Float32Array.of(4, 3, 2, 1));
  const metadata = { model: 'ü 漢 𝄞' };
  const loaded = load(save(lora, { metadata }), { engine, expect: metadata });
  const store = new Map();
  await saveTo(store, 'k', loaded);
  const [first, second] = [loaded, await loadFrom(store, 'k', { engine })];
  const files = exportPeft(second, { module: 'ü' });
  const third = importPeft(files, { module: 'ü', engine });
  return [first, second, third].map((each) => [...each.forward(x)]);
}

try {
  post({ answers: await use() });
} catch (error) {
  post({ error: `${error?.message ?? error}` });
}
