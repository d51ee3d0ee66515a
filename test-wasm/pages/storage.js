// Learns, saves to IndexedDB, loads the page anew, and goes on from what was saved. With #tab it only
// offers functions for a test that drives several tabs.
import init, { MicroLoRA } from '../../dist/microlora.js';
import { inspect } from '../../dist/safetensors.js';
import { indexedDBStore, loadFrom, saveTo } from '../../dist/storage.js';
import { show } from './show.js';

const LEARNED = 'learned';
const x = Float32Array.from({ length: 16 }, (_, i) => Math.sin(i));
const target = x.map((value) => 1 - value);
const store = indexedDBStore('microlora-test');

/** What the adapter says after some steps more, as bits. */
function goOn(lora) {
  for (let i = 0; i < 10; i++) lora.learn(x, target);
  return [...new Uint32Array(lora.forward(x).buffer)];
}

async function beforeAndAfter() {
  const expected = sessionStorage.getItem(LEARNED);
  if (expected === null) {
    const lora = new MicroLoRA({ dim: 16, optimizer: 'adam' });
    goOn(lora);
    await saveTo(store, 'adapter', lora);
    sessionStorage.setItem(LEARNED, JSON.stringify(goOn(lora)));
    location.reload();
    return new Promise(() => {});
  }
  const loaded = await loadFrom(store, 'adapter');
  const same = JSON.stringify(goOn(loaded)) === expected;
  return { reloaded: true, same, steps: loaded.adaptCount };
}

window.tab = {
  /** Saves versions one after the other; returns what it found there after each. */
  async saveMany(name, count) {
    const lora = new MicroLoRA({ dim: 64 });
    const found = [];
    for (let version = 1; version <= count; version++) {
      await saveTo(store, 'shared', lora, { metadata: { version: `${name} ${version}` } });
      const bytes = await store.get('shared');
      (await loadFrom(store, 'shared')).free();
      found.push(inspect(bytes).metadata.version);
    }
    return found;
  },
  async saveOne(version) {
    await saveTo(store, 'shared', new MicroLoRA({ dim: 4 }), { metadata: { version } });
  },
  found: async () => inspect(await store.get('shared')).metadata.version,
};

show(async () => {
  await init();
  if (location.hash === '#tab') return {};
  return (window.outcome = await beforeAndAfter());
});
