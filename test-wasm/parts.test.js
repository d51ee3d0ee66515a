// The table of what the bytes buy accounts for all of them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { partsOf } from '../glue/build/parts.js';
import { readParts } from '../glue/build/size.js';
import { at } from './support/helpers.js';

const read = (name) => readFileSync(at(`build/${name}`));

test('the parts add up to the file, and most functions are known', () => {
  const parts = readParts();
  const size = read('microlora.wasm').length;
  assert.equal(
    parts.reduce((sum, { bytes }) => sum + bytes, 0),
    size,
  );
  const of = (name) => parts.find(({ part }) => part.startsWith(name))?.bytes ?? 0;
  for (const name of ['kernels', 'optimizers', 'trajectories', 'sections']) assert.ok(of(name) > 0);
  assert.ok(of('made by the tools') < size / 50);
});

test('names of another module are refused', () => {
  const symbols = String(read('microlora/symbols.txt'));
  assert.throws(
    () => partsOf(read('microlora.scalar.wasm'), read('microlora.names.wasm'), symbols),
    /not the same module/,
  );
});
