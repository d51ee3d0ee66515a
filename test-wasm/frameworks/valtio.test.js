// valtio: it proxies instances of classes deeply, and its snapshots are copies of them.
import assert from 'node:assert/strict';
import { proxy, ref, snapshot, subscribe } from 'valtio/vanilla';
import { deepClone, proxyMap } from 'valtio/vanilla/utils';
import { testWays } from './ways.js';

testWays('valtio', {
  proxy: (state, use) => {
    const { lora } = state;
    const store = proxy(state);
    assert.notEqual(store.lora, lora);
    use(store);
  },
  'proxy, each object given to it': (state, use) =>
    use(Object.fromEntries(Object.entries(state).map(([name, value]) => [name, proxy(value)]))),
  'put in later': (state, use) => use(Object.assign(proxy({}), state)),
  snapshot: (state, use) => {
    const { lora } = state;
    const store = proxy(state);
    const shot = snapshot(store);
    assert.ok(shot.lora !== lora && shot.lora !== store.lora);
    use(shot);
  },
  ref: (state, use) => {
    const { lora } = state;
    const store = proxy({});
    for (const [name, value] of Object.entries(state)) store[name] = ref(value);
    assert.equal(store.lora, lora);
    use(store);
  },
  'subscribed to': async (state, use) => {
    const store = proxy(state);
    const stop = subscribe(store, () => {}, true);
    use(store);
    stop();
  },
  deepClone: (state, use) => use(deepClone(proxy(state))),
  proxyMap: (state, use) => use(Object.fromEntries(proxyMap(Object.entries(state)))),
});
