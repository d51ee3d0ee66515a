// Vue: objects in reactive state of every kind, in a component, and printed by a template.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToString } from '@vue/server-renderer';
import * as vue from 'vue';
import { createState } from './everything.js';
import { testWays } from './ways.js';
import { createEngine, MicroLoRA } from '../../dist/microlora.js';

const { reactive, readonly, ref, shallowReactive, shallowReadonly, shallowRef, toRaw, markRaw } =
  vue;

testWays('vue', {
  reactive: (state, use) => use(reactive(state)),
  'reactive, each object given to it': (state, use) => use(reactiveEach(state)),
  shallowReactive: (state, use) => use(shallowReactive(state)),
  readonly: (state, use) => use(readonly(state)),
  'readonly of reactive': (state, use) => use(readonly(reactive(state))),
  shallowReadonly: (state, use) => use(shallowReadonly(state)),
  ref: (state, use) => use(ref(state).value),
  shallowRef: (state, use) => use(shallowRef(state).value),
  toRaw: (state, use) => use(toRaw(reactive(state))),
  markRaw: (state, use) => {
    for (const object of Object.values(state)) markRaw(object);
    use(reactive(state));
  },
  'put in later': (state, use) => {
    const store = reactive({});
    Object.assign(store, state);
    use(store);
  },
  'watched deeply': async (state, use) => {
    const store = reactive(state);
    const stop = vue.watch(store, () => {}, { deep: true, immediate: true, flush: 'sync' });
    use(store);
    stop();
  },
  'data of a component': async (state, use) => {
    const app = vue.createSSRApp({
      data: () => state,
      created() {
        use(Object.fromEntries(Object.keys(state).map((name) => [name, this[name]])));
      },
      render: () => vue.h('p'),
    });
    assert.equal(await renderToString(app), '<p></p>');
  },
  'props and provided': async (state, use) => {
    const child = {
      props: ['lora'],
      inject: ['rest'],
      setup: (props) => ({ props }),
      created() {
        use({ ...this.rest, lora: this.lora });
      },
      render: () => vue.h('p'),
    };
    const app = vue.createSSRApp({ render: () => vue.h(child, { lora: reactive(state).lora }) });
    app.provide('rest', reactive(state));
    assert.equal(await renderToString(app), '<p></p>');
  },
});

const reactiveEach = (state) =>
  Object.fromEntries(Object.entries(state).map(([name, object]) => [name, reactive(object)]));

test('vue: what a template prints of an object, and a computed value of it', async () => {
  const lora = new MicroLoRA({ dim: 4 });
  const step = ref(0);
  const app = vue.createSSRApp({
    setup() {
      const held = reactive({ lora });
      const steps = vue.computed(() => step.value >= 0 && held.lora.adaptCount);
      held.lora.learn(Float32Array.of(1, 2, 3, 4), new Float32Array(4));
      return () => vue.h('p', [vue.toDisplayString(held.lora), ' ', steps.value]);
    },
  });
  const html = await renderToString(app);
  assert.match(html, /^<p>\{[^]*dim&quot;: 4,[^]*adaptCount&quot;: 1,[^]* 1<\/p>$/);
  lora.free();
});

test('vue: what this test does to objects is what Vue does', async () => {
  const store = reactive(createState(await createEngine({ memory: 1 << 19 })));
  assert.ok(vue.isReactive(store.members));
  assert.ok(vue.isReactive(store.members[0]));
  // Vue proxies plain objects only, and tells them by their Symbol.toStringTag.
  assert.ok(!vue.isReactive(store.lora));
});
