// A worker that learns one step at each request and keeps what it learned, in KV or a Durable Object.
import init, { MicroLoRA } from 'microlora';
import { durableObjectStore, kvStore, loadFrom, saveTo } from 'microlora/storage';

async function learn(store) {
  await init();
  const missing = (await loadFrom(store, 'nothing')) ?? null;
  const lora = (await loadFrom(store, 'k')) ?? new MicroLoRA({ dim: 3 });
  const x = Float32Array.of(1, 2, 3);
  lora.learn(
    x,
    x.map((value) => -value),
  );
  await saveTo(store, 'k', lora);
  const steps = lora.adaptCount;
  const bits = [...new Uint32Array(lora.forward(x).buffer)];
  lora.free();
  return Response.json({ steps, bits, missing });
}

export class Keeper {
  constructor(state) {
    this.store = durableObjectStore(state.storage);
  }

  fetch() {
    return learn(this.store);
  }
}

export default {
  fetch(request, { KV, OBJECT }) {
    if (new URL(request.url).pathname === '/kv') return learn(kvStore(KV));
    return OBJECT.get(OBJECT.idFromName('one')).fetch(request);
  },
};
