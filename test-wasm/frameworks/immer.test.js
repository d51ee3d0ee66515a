// Immer 11, the 11.0.0 that froze instances of classes, and 10: objects in state that is drafted and frozen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as immer from 'immer';
import * as immer10 from 'immer10';
import * as immer11First from 'immer11-0';
import { MicroLoRA } from '../../dist/microlora.js';
import { testWays } from './ways.js';

for (const [name, library] of Object.entries({
  'immer 11': immer,
  'immer 11.0.0': immer11First,
  'immer 10': immer10,
})) {
  const { createDraft, current, finishDraft, freeze, Immer, original, produce } = library;
  library.enablePatches();
  library.enableMapSet();

  testWays(name, {
    'in a recipe': (state, use) =>
      void produce({ state, count: 0 }, (draft) => {
        draft.count++;
        use(draft.state);
      }),
    'after produce, which freezes': (state, use) => {
      const before = { state, count: 0 };
      const next = produce(before, (draft) => {
        draft.count++;
        draft.state.members.push({ adapter: draft.state.other, weight: 0 });
        draft.state.members.pop();
      });
      assert.ok(Object.isFrozen(next.state.members));
      use(next.state);
    },
    'put in by a recipe': (state, use) => {
      const next = produce({}, (draft) => Object.assign(draft, state));
      assert.ok(Object.isFrozen(next));
      use(next);
    },
    'current of a draft': (state, use) =>
      void produce({ state, count: 0 }, (draft) => {
        draft.state.members[0].weight = 2;
        use(current(draft).state);
      }),
    'original of a draft': (state, use) =>
      void produce({ state, count: 0 }, (draft) => {
        draft.count++;
        use(original(draft).state);
      }),
    'a draft that is finished later': (state, use) => {
      const draft = createDraft({ state });
      draft.state.more = true;
      delete draft.state.more;
      use(finishDraft(draft).state);
    },
    'frozen deeply': (state, use) => use(freeze(state, true)),
    'without freezing': (state, use) => {
      const own = new Immer({ autoFreeze: false });
      use(own.produce({}, (draft) => Object.assign(draft, state)));
    },
    'with strict copies': (state, use) => {
      const own = new Immer({ useStrictShallowCopy: true });
      use(own.produce({ state }, (draft) => void (draft.state.more = 1)).state);
    },
    'patches, made and applied': (state, use) => {
      const [, patches] = library.produceWithPatches({}, (draft) => Object.assign(draft, state));
      use(library.applyPatches({}, patches));
    },
    'values of a Map': (state, use) => {
      const map = new Map(Object.entries(state));
      use(Object.fromEntries(produce(map, (draft) => void draft.set('more', {}))));
    },
  });
}

test('immer 11.0.0 froze instances of classes: what the ways above went through', () => {
  const lora = new MicroLoRA({ dim: 4 });
  assert.ok(Object.isFrozen(immer11First.freeze({ lora }, true).lora));
  lora.free();
});
