// What a test of a page does with microlora, in the realm of a test runner and with the vectors of another;
// returns what was learned, in bits.
import init, { LoraError, MicroLoRA, ScopedLoRA } from '../../../dist/microlora.js';
import { exportPeft, importPeft, inspect, load, save } from '../../../dist/safetensors.js';
import { loadFrom, saveTo } from '../../../dist/storage.js';

const bitsOf = (floats) => Array.from(new Uint32Array(Float32Array.from(floats).buffer));

/**
 * @param Vector a Float32Array, of this realm or of another
 * @param Bytes a Uint8Array, or Node's Buffer
 */
export async function program(Vector, Bytes) {
  await init();
  const x = Vector.from([1, -2, 3, -4]);
  const target = Vector.from([0.5, 0, -0.5, 0.25]);
  const lora = new MicroLoRA({ dim: 4 });
  const found = [lora.learn(x, target), bitsOf(lora.forward(x)), lora.deltaNorm];
  const y = new Vector(4);
  if (lora.forward(x, y) !== y) throw new Error('forward returns what it was given');
  lora.adapt(target);
  found.push(bitsOf(y), bitsOf(lora.getWeights().A), JSON.stringify(lora), String(lora));

  const file = save(lora, { metadata: { model: 'näme' } });
  const bytes = Bytes.from(file);
  const loaded = load(bytes, { expect: { model: 'näme' } });
  found.push([...file], loaded.learn(x, target), bitsOf(loaded.forward(x)));
  const { buffer, byteOffset, length } = bytes;
  found.push(inspect(buffer.slice(byteOffset, byteOffset + length)).metadata);
  const set = new ScopedLoRA({ dim: 4 });
  set.learn('Scan', x, target);
  const again = load(Bytes.from(save(set)));
  found.push(again.learn('Scan', x, target));

  const kept = new Map();
  const store = { get: async (key) => kept.get(key), set: async (key, it) => kept.set(key, it) };
  await saveTo(store, 'k', lora);
  const fromStore = await loadFrom(store, 'k');
  found.push(fromStore.adaptCount);

  const peft = exportPeft(lora, { module: 'm' });
  const files = {
    ...peft,
    'adapter_model.safetensors': Bytes.from(peft['adapter_model.safetensors']),
  };
  const imported = importPeft(files, { module: 'm' });
  found.push(bitsOf(imported.delta()));

  for (const call of [
    () => lora.forward([1, 2, 3, 4]),
    () => load('text'),
    () => load(file.slice(9)),
  ]) {
    try {
      call();
      found.push('nothing thrown');
    } catch (error) {
      found.push(error instanceof LoraError && error.code);
    }
  }
  for (const each of [lora, loaded, set, again, fromStore, imported]) each.free();
  return found;
}
