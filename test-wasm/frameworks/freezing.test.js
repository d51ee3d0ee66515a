// Packages that freeze all they can reach, as NgRx and test set-ups do, and stricter ones of our own.
import assert from 'node:assert/strict';
import deepFreeze from 'deep-freeze';
import deepFreezeStrict from 'deep-freeze-strict';
import { testWays } from './ways.js';

/** Freezes, and then what its properties are; those named by `keysOf`, on prototypes too if asked. */
function freezeBy(freeze, keysOf, value, seen = new Set()) {
  if (Object(value) !== value || seen.has(value)) return value;
  seen.add(value);
  freeze(value);
  for (const key of keysOf(value)) freezeBy(freeze, keysOf, value[key], seen);
  return value;
}

/** What getters give is frozen too, but for views of memory, which cannot be. */
function freezeAnswers(value, seen = new Set()) {
  if (Object(value) !== value || seen.has(value) || ArrayBuffer.isView(value)) return value;
  seen.add(value);
  Object.freeze(value);
  for (let object = value; object !== Object.prototype && object;) {
    for (const key of Reflect.ownKeys(object)) {
      if (Object.getOwnPropertyDescriptor(object, key).get) freezeAnswers(value[key], seen);
    }
    object = Object.getPrototypeOf(object);
  }
  return value;
}

const eachFrozen = (state, freeze) => {
  Object.values(state).forEach(freeze);
  for (const object of Object.values(state)) assert.ok(Object.isFrozen(object));
  return state;
};

testWays('freezing', {
  'deep-freeze': (state, use) => use(deepFreeze(state)),
  'deep-freeze, each object given to it': (state, use) => use(eachFrozen(state, deepFreeze)),
  'deep-freeze-strict': (state, use) => use(deepFreezeStrict(state)),
  'deep-freeze-strict, each object': (state, use) => use(eachFrozen(state, deepFreezeStrict)),
  'Object.freeze': (state, use) => use(eachFrozen(state, Object.freeze)),
  'Object.seal': (state, use) => {
    Object.values(state).forEach(Object.seal);
    use(state);
  },
  'Object.preventExtensions': (state, use) => {
    Object.values(state).forEach(Object.preventExtensions);
    use(state);
  },
  'own property names, recursively': (state, use) =>
    use(freezeBy(Object.freeze, Object.getOwnPropertyNames, state)),
  'own keys, symbols too, recursively': (state, use) =>
    use(freezeBy(Object.freeze, Reflect.ownKeys, state)),
  'what getters give': (state, use) => use(eachFrozen(state, (object) => freezeAnswers(object))),
  'a frozen object behind a Proxy': (state, use) => {
    eachFrozen(state, Object.freeze);
    const wrap = ([name, object]) => [name, new Proxy(object, {})];
    use(Object.fromEntries(Object.entries(state).map(wrap)));
  },
});
