// Keys of rank_pattern and alpha_pattern match what Python's `re` matches, in the order of the file, or are
// refused for the modules for which they had to be tried; and none takes long. The table is
// test-wasm/fixtures/peft/patterns.py, run by `make fixtures`.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importPeft } from '../dist/safetensors.js';
import { read } from './support/helpers.js';
import { build } from './support/safetensors-file.js';

const CONFIG = 'adapter_config.json';
const WEIGHTS = 'adapter_model.safetensors';
const { names, rows, refused } = JSON.parse(read('test-wasm/fixtures/peft/patterns.json'));

/** Weights of modules of rank 1, from 1 to 1. */
function weightsOf(modules) {
  const entries = modules.flatMap((module, i) =>
    ['A', 'B'].map((factor, k) => [
      `base_model.model.${module}.lora_${factor}.weight`,
      { dtype: 'F32', shape: [1, 1], data_offsets: [8 * i + 4 * k, 8 * i + 4 * k + 4] },
    ]),
  );
  return build(Object.fromEntries(entries), new Uint8Array(8 * modules.length));
}

/** The modules as they are listed, with alphas by patterns, which are text or entries. */
function list(modules, patterns, weights = weightsOf(modules)) {
  const text = typeof patterns === 'string' ? patterns : JSON.stringify(patterns);
  const config = `{"peft_type":"LORA","r":1,"lora_alpha":1,"alpha_pattern":${text}}`;
  return importPeft({ [CONFIG]: config, [WEIGHTS]: weights });
}

test('a pattern matches the names that it matches in Python', () => {
  const weights = weightsOf(names);
  // Characters by number and by letter, which no name of a module needs.
  const rare = /\\[abfnrtvxuU]|\(\?#/;
  let read = 0;
  let matches = 0;
  for (const [pattern, expected] of rows) {
    const listed = list(names, { [pattern]: 3 }, weights);
    const reasons = listed.filter(({ reason }) => reason !== undefined);
    if (expected === null || reasons.length > 0) {
      assert.ok(expected === null || rare.test(pattern), `${pattern}: ${reasons[0]?.reason}`);
      assert.equal(reasons.length, names.length, `Python refuses ${pattern}`);
      const named = /^adapter_config.json: the pattern ".*("|…) in alpha_pattern: /s;
      for (const { reason } of reasons) assert.match(reason, named);
      continue;
    }
    read++;
    for (const [i, name] of names.entries()) {
      const { alpha } = listed.find(({ module }) => module === name);
      assert.equal(alpha, expected[i] === '1' ? 3 : 1, `${pattern} on ${JSON.stringify(name)}`);
      matches += alpha === 3;
    }
  }
  assert.ok(read > 550 && matches > 1000, `${read} patterns, ${matches} matches`);
});

test('what is not supported is refused by name', () => {
  for (const pattern of refused) {
    const [{ reason }] = list(['a'], { [pattern]: 3 });
    assert.ok(reason.includes(JSON.stringify(pattern)), `${pattern}: ${reason}`);
    assert.match(reason, /is not supported$/);
  }
});

test('the first key of the text that matches counts, and what comes after it does not matter', () => {
  const modules = ['h.0', 'h.12', 'q_proj'];
  const alphas = (text) => list(modules, text).map(({ alpha }) => alpha);
  // As keys of an object of JavaScript, 0 and 12 would come first.
  assert.deepEqual(alphas('{"h.*":2,"0":3,"12":4}'), [2, 2, 1]);
  assert.deepEqual(alphas('{"12":4,"h.*":2,"0":3}'), [2, 4, 1]);
  assert.deepEqual(alphas('{"1":5,"\\\\d+":6,"0":3}'), [6, 6, 1]);
  assert.deepEqual(alphas('{"__proto__":5,"q_proj":6}'), [1, 1, 6]);
  assert.deepEqual(
    alphas('{"\\u0071_proj":7, "q_proj" : 8 , "q.*":9}'.replace(', "q_proj" : 8 ', '')),
    [1, 1, 7],
  );
  assert.deepEqual(alphas('{"{}\\"}":5,"h.0":6}'), [6, 1, 1]);
  const [zero, twelve, q] = list(modules, { q_proj: 2, 'h\\.0': 3, '(?=x)': 4 });
  assert.deepEqual([zero.alpha, q.alpha], [3, 2]);
  assert.match(twelve.reason, /the pattern "\(\?=x\)" in alpha_pattern: .* is not supported/);
});

test('a name that matches no key is looked for as it is', () => {
  assert.deepEqual(list(['a+b'], { 'a+b': 2 })[0].alpha, 2);
  assert.deepEqual(list(['x.a+b'], { 'a+b': 2 })[0].alpha, 1);
});

test('no pattern takes long: work grows with pattern times name', () => {
  const long = 'a'.repeat(100_000);
  for (const pattern of [
    ...['(a+)+$x', '(a*)*b', '(a|aa)+$x', '(.*a){9}b', '(a|a|a|a)*b', '(?:a{0,3}){0,9}b'],
    ...['((a*)*)*b', '(.*)(.*)(.*)(.*)b', '[^b]*a?a?a?a?b', '(a?){20}(a+){20}b'],
  ]) {
    const [listed] = list([long], { [pattern]: 3 });
    assert.equal(listed.alpha, 1, pattern);
  }
  // Of what would be too much, only the module for which it is tried pays.
  for (const pattern of [
    ...['(?:a{0,999}){0,999}', 'a{1000000000}', '(?:){1000000000}', '('.repeat(100_000)],
    ...['(?:a?){500}a{500}', '('.repeat(200) + ')'.repeat(200), 'b'.repeat(100_000)],
  ]) {
    const [first, second] = list(['b', long], `{"b":2,${JSON.stringify(pattern)}:3}`);
    assert.equal(first.alpha, 2);
    assert.match(second.reason, /too large|is not supported/);
    assert.ok(second.reason.length < 300);
  }
});

test('hundreds of keys for hundreds of modules', () => {
  const modules = Array.from({ length: 300 }, (_, i) => `model.layers.${i}.self_attn.q_proj`);
  const listed = list(modules, Object.fromEntries(modules.map((module, i) => [module, i])));
  assert.deepEqual(
    listed.map(({ alpha }) => alpha),
    modules.map((_, i) => i),
  );
});
