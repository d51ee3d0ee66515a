// Runs in Vitest, once in each project of vitest.config.js.
import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';
import { expect, inject, test } from 'vitest';
import { program } from './program.js';

const expected = JSON.parse(readFileSync(process.env.EXPECTED_FILE, 'utf8'));
const outer = { Float32Array: runInThisContext('Float32Array'), Uint8Array: Buffer };

test('the place is what it is meant to be', () => {
  expect(navigator.userAgent).toMatch(inject('agent'));
  expect(document.createElement('p').tagName).toBe('P');
  expect(outer.Float32Array !== Float32Array).toBe(inject('ownRealm'));
});

test('vectors and bytes of the realm of the test', async () => {
  expect(await program(Float32Array, Uint8Array)).toEqual(expected);
});

test('vectors and bytes of the realm of Node', async () => {
  expect(await program(outer.Float32Array, outer.Uint8Array)).toEqual(expected);
});

test('vectors and bytes of the window', async () => {
  const realm = globalThis.jsdom?.window ?? window;
  expect(await program(realm.Float32Array, realm.Uint8Array)).toEqual(expected);
});
