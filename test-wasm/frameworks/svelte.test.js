// Svelte 5: objects in $state of a module that its compiler compiled.
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { compileModule } from 'svelte/compiler';
import { MicroLoRA } from '../../dist/microlora.js';
import { testWays } from './ways.js';

const source = `
  export class Store {
    held = $state();
    raw = $state.raw();
    norm = $derived(this.held.lora.deltaNorm);
    constructor(state) {
      this.held = state;
      this.raw = state;
    }
    snapshot = () => $state.snapshot(this.held);
    read = () => {
      let norm;
      const stop = $effect.root(() => { $effect.pre(() => { norm = this.norm; }); });
      stop();
      return norm;
    };
  }`;

// Beside this file, so that it finds svelte.
const compiled = new URL(`./.store-${process.pid}.mjs`, import.meta.url);
let Store;

before(async () => {
  const { js } = compileModule(source, { filename: 'store.svelte.js', generate: 'client' });
  writeFileSync(compiled, js.code);
  ({ Store } = await import(compiled));
});

after(() => rmSync(compiled, { force: true }));

testWays('svelte', {
  $state: (state, use) => {
    const { held } = new Store(state);
    assert.notEqual(held, state);
    use(held);
  },
  '$state.raw': (state, use) => use(new Store(state).raw),
  'put in later': (state, use) => use(Object.assign(new Store({}).held, state)),
  '$derived, in an effect': (state, use) => {
    const store = new Store(state);
    assert.equal(store.read(), state.lora.deltaNorm);
    use(store.held);
  },
});

test('svelte: $state.snapshot copies without methods; the object itself goes on', () => {
  const lora = new MicroLoRA({ dim: 4 });
  const shot = new Store({ lora }).snapshot();
  assert.equal(shot.lora.dim, 4);
  assert.equal(lora.learn(new Float32Array(4), new Float32Array(4)), 0);
  lora.free();
});
