// Runs in Jest, which gives each test file a realm of its own, that of jsdom.
import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';
import { program } from './program.js';

// What the same program found in Node alone.
const expected = JSON.parse(readFileSync(process.env.EXPECTED_FILE, 'utf8'));
const outer = { Float32Array: runInThisContext('Float32Array'), Uint8Array: Buffer };

test('the place is what it is meant to be', () => {
  expect(navigator.userAgent).toMatch(/jsdom/);
  expect(document.createElement('p').tagName).toBe('P');
  expect(outer.Float32Array).not.toBe(Float32Array);
});

test('vectors and bytes of the realm of jsdom', async () => {
  expect(await program(window.Float32Array, window.Uint8Array)).toEqual(expected);
});

test('vectors and bytes of the realm of Node', async () => {
  expect(await program(outer.Float32Array, outer.Uint8Array)).toEqual(expected);
});
