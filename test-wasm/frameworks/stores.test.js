// Zustand and Redux Toolkit: objects in a store, with the middleware and checks that look through state.
import assert from 'node:assert/strict';
import { configureStore, createAction, createReducer, createSlice } from '@reduxjs/toolkit';
import { createJSONStorage, devtools, persist, subscribeWithSelector } from 'zustand/middleware';
import { immer } from 'zustand/middleware/immer';
import { createStore } from 'zustand/vanilla';
import { testWays } from './ways.js';

const kept = () => {
  const items = new Map();
  return createJSONStorage(() => ({
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => items.set(name, value),
    removeItem: (name) => items.delete(name),
  }));
};

testWays('zustand', {
  'a store': (state, use) => use(createStore(() => state).getState()),
  'put in later': (state, use) => {
    const store = createStore(() => ({}));
    store.setState(state);
    use(store.getState());
  },
  'immer in it': (state, use) => {
    const store = createStore(immer(() => ({})));
    store.setState((draft) => Object.assign(draft, state));
    store.setState((draft) => void (draft.more = 1));
    store.setState((draft) => void delete draft.more);
    assert.ok(Object.isFrozen(store.getState().members));
    use(store.getState());
  },
  'persist, devtools and selectors': (state, use) => {
    const inner = persist(() => state, { name: 'state', storage: kept() });
    const store = createStore(devtools(subscribeWithSelector(inner), { enabled: true }));
    store.subscribe(({ lora }) => lora, assert.fail);
    store.setState({ ...store.getState() });
    use(store.getState());
  },
});

/** What a call says through console.error and console.warn. */
function saidBy(call) {
  const said = [];
  const { error, warn } = console;
  console.error = console.warn = (...args) => said.push(args.join(' '));
  try {
    call();
  } finally {
    Object.assign(console, { error, warn });
  }
  return said;
}

/** A store of the toolkit, with the state put in by an action or there from the start. */
function toolkit(state, checks, initial = {}) {
  const slice = createSlice({
    name: 'held',
    initialState: initial,
    reducers: {
      put: (draft, { payload }) => void Object.assign(draft, payload),
      count: (draft) => void (draft.count = (draft.count ?? 0) + 1),
      uncount: (draft) => void delete draft.count,
    },
  });
  const { put, count, uncount } = slice.actions;
  const store = configureStore({
    reducer: slice.reducer,
    middleware: (getDefault) => getDefault(checks),
  });
  store.dispatch(put(state));
  store.dispatch(count());
  store.dispatch(uncount());
  return store.getState();
}

testWays('redux toolkit', {
  'checks off': (state, use) => {
    const checks = { serializableCheck: false, immutableCheck: false };
    assert.deepEqual(
      saidBy(() => use(toolkit(state, checks))),
      [],
    );
  },
  'checks on': (state, use) => {
    const said = saidBy(() => use(toolkit(state, { actionCreatorCheck: true })));
    // It warns of every instance of a class; nothing else is wrong.
    assert.ok(said.some((text) => /non-serializable value was detected/.test(text)));
    assert.ok(said.every((text) => /non-serializable|took \d+ms/.test(text)));
  },
  'from the start': (state, use) => {
    saidBy(() => use(toolkit({}, {}, state)));
  },
  'createReducer, with what an action brings': (state, use) => {
    const put = createAction('put');
    const reducer = createReducer({}, (builder) =>
      builder.addCase(put, (draft, { payload }) => ({ ...draft, ...payload })),
    );
    use(reducer(undefined, put(state)));
  },
});
