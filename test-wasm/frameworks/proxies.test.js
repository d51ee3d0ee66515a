// Proxies as libraries and debuggers make them, without a library.
import { testWays } from './ways.js';

const map = (state, wrap) =>
  Object.fromEntries(Object.entries(state).map(([name, value]) => [name, wrap(value)]));
const bare = (object) => new Proxy(object, {});

/** What a language or an engine makes, whose methods take no proxies. */
const isNative = (value) =>
  ArrayBuffer.isView(value) || value instanceof WebAssembly.Memory || 'next' in value;

/** Wraps whatever is got through it or returned, as a membrane does. */
const wrapped = new WeakMap();
function deep(value) {
  if (Object(value) !== value || isNative(value)) return value;
  if (Array.isArray(value)) return value.map(deep);
  if (!wrapped.has(value)) {
    const proxy = new Proxy(value, {
      get(target, name, receiver) {
        const fixed = Reflect.getOwnPropertyDescriptor(target, name)?.configurable === false;
        const got = Reflect.get(target, name, receiver);
        return fixed ? got : deep(got);
      },
      apply: (target, self, args) => deep(Reflect.apply(target, self, args)),
    });
    wrapped.set(value, proxy).set(proxy, proxy);
  }
  return wrapped.get(value);
}

testWays('Proxy', {
  'a bare one': (state, use) => use(map(state, bare)),
  'one of one of one': (state, use) => use(map(state, (object) => bare(bare(bare(object))))),
  'one whose receiver is the target': (state, use) =>
    use(map(state, (object) => new Proxy(object, { get: (target, name) => target[name] }))),
  'one that wraps all it gives': (state, use) => use(deep(state)),
  'an heir': (state, use) =>
    use(map(state, (object) => (Array.isArray(object) ? object : Object.create(object)))),
});
