// A program written for the published package does the same with ours: the same types and shapes,
// the same numbers, or other numbers for a reason that is named here.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { before, test } from 'node:test';
import { at, read, runNodeForJson, urlOf } from './support/helpers.js';
import init, { WasmMicroLoRA, WasmScopedLoRA, WasmTrajectoryBuffer } from '../dist/microlora.js';

const PACKAGE = 'bench/node_modules/@ruvector/learning-wasm/ruvector_learning_wasm';

const ERRORS = 'what cannot be right is an error, and not silence';
const STEP =
  'a step is exact descent in A and B at the last input; theirs adds the direction of g to B';
const NORM = 'the true norm of alpha B^T A; theirs is alpha times the norm of B';
const NAMES = 'the scopes are in the order of the product description';
const RING = 'statistics are over the records in the buffer; theirs are over all since the start';

/** Where the answers differ, and why. */
const reasons = {
  'lora.delta_norm after a step': NORM,
  'lora.forward_array after a step': STEP,
  'lora.forward_array of a plain array': STEP,
  'what forward left': STEP,
  'what adapt leaves of the output': STEP,
  'what forward left after adapt': STEP,
  'forward_array after it': STEP,
  'lora.forward_array of another length': ERRORS,
  'lora.adapt_array of another length': ERRORS,
  'a dim out of range': ERRORS,
  'lora.adapt_array of NaN': ERRORS,
  'lora.forward_array after NaN': 'one NaN does not poison the adapter',
  ...Object.fromEntries(Array.from({ length: 17 }, (_, op) => [`scope_name(${op})`, NAMES])),
  'scoped.adapt_count of that scope': 'a reward for another scope teaches that scope',
  'scoped.total_adapt_count': 'a reward for another scope teaches that scope',
  'scoped.delta_norm': NORM,
  'scoped.forward_array after a step': STEP,
  'scoped.forward_array of a plain array': STEP,
  'scoped.forward_array of no such scope': ERRORS,
  'buffer.success_rate': RING,
  'buffer.mean_improvement': RING,
  'buffer.variance': RING,
  'buffer.high_quality_count': `above the threshold; theirs counts those that are equal to it too`,
  'buffer.record of another length': ERRORS,
  'buffer.record of no time': ERRORS,
  'use after free': 'the error says what happened, by its code',
};

const source = read('test-wasm/support/compat-program.js').toString();
const importLine = /^import init, .*$/m;
const initLine = /^const wasm = .*$/m;

/** Equal up to the rounding of the statistics of the published package, which are in f32. */
const same = (a, b) =>
  typeof a === 'number' && typeof b === 'number'
    ? Math.abs(a - b) <= 2 ** -23 * Math.max(Math.abs(a), Math.abs(b))
    : Array.isArray(a) && Array.isArray(b)
      ? a.length === b.length && a.every((value, i) => same(value, b[i]))
      : a === b;

let ours;
let theirs;

before(async () => {
  assert.ok(existsSync(at(`${PACKAGE}.js`)), 'not installed: make bench/node_modules/.stamp');
  const names = 'WasmMicroLoRA, WasmScopedLoRA, WasmTrajectoryBuffer';
  const run = (imports, start) =>
    runNodeForJson(source.replace(importLine, () => imports).replace(initLine, () => start));
  assert.equal(source.match(importLine).length, 1);
  [ours, theirs] = await Promise.all([
    run(
      `import init, { ${names} } from ${JSON.stringify(urlOf('dist/microlora.js'))};`,
      source.match(initLine)[0],
    ),
    run(
      `import { readFileSync } from 'node:fs';
       import { initSync, ${names} } from ${JSON.stringify(urlOf(`${PACKAGE}.js`))};`,
      `const wasm = initSync({ module: readFileSync(${JSON.stringify(at(`${PACKAGE}_bg.wasm`))}) });`,
    ),
  ]);
});

test('the program sees the same things in the same order', () => {
  assert.deepEqual(Object.keys(ours), Object.keys(theirs));
  assert.ok(Object.keys(ours).length > 100);
});

test('every method that the published types declare is used by the program, and is ours', () => {
  const types = read(`${PACKAGE}.d.ts`).toString();
  const classes = { WasmMicroLoRA, WasmScopedLoRA, WasmTrajectoryBuffer };
  for (const [name, Class] of Object.entries(classes)) {
    const [, body] = types.match(new RegExp(`export class ${name} {(.*?)\n}`, 's'));
    const methods = [...body.matchAll(/^ {2}(static )?(\w+)\(/gm)];
    assert.ok(methods.length > 10, name);
    for (const [, isStatic, method] of methods) {
      if (method === 'constructor') continue;
      assert.equal(typeof (isStatic ? Class : Class.prototype)[method], 'function', method);
      assert.match(source, new RegExp(`\\.${method}\\(`), method);
    }
    assert.equal(
      typeof Class.prototype[Symbol.dispose ?? Symbol.for('Symbol.dispose')],
      'function',
    );
  }
});

test('types and shapes are the same, but for errors', () => {
  for (const [what, { type, length, value }] of Object.entries(theirs)) {
    if (reasons[what] === ERRORS) {
      assert.equal(ours[what].type, 'threw', what);
      assert.match(ours[what].value, /^LORA_E_(SHAPE|RANGE|SCOPE|NONFINITE)$/, what);
    } else {
      assert.deepEqual(
        [ours[what].type, ours[what].length],
        [type, length],
        `${what}: ${ours[what].value}, not ${value}`,
      );
    }
  }
});

test('values are the same, or differ for a reason', () => {
  for (const what of Object.keys(theirs)) {
    const equal =
      same(ours[what].value, theirs[what].value) && ours[what].type === theirs[what].type;
    const values = [ours, theirs]
      .map((all) => JSON.stringify(all[what]).slice(0, 80))
      .join(' and ');
    assert.equal(equal, !(what in reasons), `${what}: ${values}`);
  }
  for (const what of Object.keys(reasons)) assert.ok(what in theirs, what);
});

test('nothing throws that does not throw there', () => {
  const throwing = (all) => Object.keys(all).filter((what) => all[what].type === 'threw');
  const expected = Object.keys(reasons).filter((what) => reasons[what] === ERRORS);
  assert.deepEqual(throwing(theirs), ['use after free']);
  assert.deepEqual(throwing(ours).sort(), [...expected, 'use after free'].sort());
  assert.equal(ours['use after free'].value, 'LORA_E_HANDLE');
});
