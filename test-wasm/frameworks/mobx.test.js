// MobX 7 and 6: objects in observable state, in a store class, and read in reactions.
import assert from 'node:assert/strict';
import { testWays } from './ways.js';

for (const name of ['mobx', 'mobx6']) {
  const library = await import(name);
  // Two of them in one process refuse to work otherwise.
  library.configure({ isolateGlobalState: true });
  const { action, autorun, computed, makeAutoObservable, observable, runInAction, toJS } = library;

  class Store {
    constructor(state, options) {
      Object.assign(this, state);
      makeAutoObservable(this, {}, options);
    }
    get steps() {
      return this.lora.adaptCount;
    }
    learn(use) {
      use(this);
    }
  }

  testWays(name, {
    observable: (state, use) => use(observable(state)),
    'observable, in an action': (state, use) => action(use)(observable(state)),
    'observable.shallow': (state, use) => use(observable(state, {}, { deep: false })),
    'observable.deep without Proxy': (state, use) => use(observable(state, {}, { proxy: false })),
    'observable.box': (state, use) => use(observable.box(state).get()),
    'observable.map and array': (state, use) => {
      const map = observable.map(Object.entries(state));
      const list = observable.array(Object.values(state));
      const names = [...map.keys()];
      use(Object.fromEntries(names.map((key, i) => [key, i % 2 ? map.get(key) : list[i]])));
    },
    'makeAutoObservable on a store': (state, use) => {
      const store = new Store(state);
      assert.ok(library.isObservableProp(store, 'lora'));
      store.learn(use);
    },
    'read in a reaction and a computed value': (state, use) => {
      const store = new Store(state);
      const seen = [];
      const stop = autorun(() =>
        seen.push(store.steps, computed(() => store.lora.deltaNorm).get()),
      );
      runInAction(() => use(store));
      stop();
      assert.equal(seen[0], 1);
    },
    toJS: (state, use) => use(toJS(observable(state))),
  });
}
