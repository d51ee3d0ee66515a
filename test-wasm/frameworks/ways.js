// Checks a way through a library: objects that went it work as those that went none, and so do all others.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngine } from '../../dist/microlora.js';
import { save } from '../../dist/safetensors.js';
import { read } from '../support/helpers.js';
import { codeOf, createState, disposable, everything } from './everything.js';

// Compiled once for all engines.
const module = await WebAssembly.compile(read('dist/microlora.wasm'));

/**
 * What a way finds: the state that went it, one made before it, one made after it.
 *
 * @param {(state: object, use: (taken: object) => void) => unknown} way puts a state into a library, and
 *   calls `use` once with what it gets back
 */
async function run(way) {
  const engine = await createEngine({ module, memory: 1 << 19 });
  const [state, before, apart] = [1, 2, 3].map(() => createState(engine));
  const objects = disposable(state);
  const found = [];
  await way(state, (taken) => found.push(everything(taken, apart)));
  assert.equal(found.length, 1, 'the way calls use once');
  // What was freed through a wrapper is freed.
  for (const object of objects)
    assert.equal(
      codeOf(() => save(object)),
      'LORA_E_HANDLE',
    );
  const after = createState(engine);
  found.push(everything(before, apart), everything(after, apart));
  disposable(apart).forEach((object) => object.free());
  return { found, used: engine.memoryUsage.used };
}

const expected = run((state, use) => use(state));

export async function works(way) {
  const { found, used } = await run(way);
  const untouched = await expected;
  for (const [i, name] of ['in the library', 'made before', 'made after'].entries()) {
    for (const part of Object.keys(untouched.found[i])) {
      assert.deepEqual(found[i][part], untouched.found[i][part], `${part} ${name}`);
    }
  }
  assert.equal(used, untouched.used, 'nothing is left in memory');
}

/**
 * A test for each way.
 *
 * @param {string} library
 * @param {Record<string, (state: object, use: (taken: object) => void) => unknown>} ways
 */
export function testWays(library, ways) {
  for (const [name, way] of Object.entries(ways)) {
    test(`${library}, ${name}: everything works as without`, () => works(way));
  }
}
