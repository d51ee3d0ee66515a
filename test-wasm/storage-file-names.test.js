// Keys as names of files: keys that differ never share a file, on any file system, and no name is too long.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import init, { MicroLoRA } from '../dist/microlora.js';
import { inspect } from '../dist/safetensors.js';
import { fileStore } from '../dist/storage-file.js';
import { loadFrom, saveTo } from '../dist/storage.js';

await init();
const folder = mkdtempSync(join(tmpdir(), 'microlora-names-'));
after(() => rmSync(folder, { recursive: true }));

const lora = new MicroLoRA({ dim: 1 });
after(() => lora.free());
const bytes = Uint8Array.of(1);

/** The name that a store gives the file of a key: it is the only one in a new folder. */
async function nameOf(key) {
  const place = mkdtempSync(join(folder, 'one-'));
  await fileStore(place).set(key, bytes);
  const names = readdirSync(place);
  rmSync(place, { recursive: true });
  assert.equal(names.length, 1);
  return names[0];
}

/** What the file system of a Mac or of Windows takes for one name. */
const folded = (name) =>
  ['NFC', 'NFD', 'NFKC', 'NFKD'].map((form) =>
    name.normalize(form).toLowerCase().toUpperCase().toLowerCase(),
  );

const LONGEST = 143;
const SUFFIX = '.12345678-4194304-123456789012.tmp'.length;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\.|$)/i;

/** Keys that are like others, or like what a name must not be. */
const hard = fc.oneof(
  fc.constantFrom(
    '.',
    '..',
    '/',
    '\\',
    '\0',
    'con',
    'nul',
    'com1',
    'lpt9.x',
    'AUX',
    '%',
    '%41',
    '~',
    '*',
    ' ',
  ),
  fc.constantFrom(
    'a.',
    'a..',
    'a ',
    'é',
    'e\u0301',
    'ﬁ',
    'ß',
    'ı',
    'İ',
    'K',
    '\u212a',
    'ſ',
    '한',
    '\ud800',
    '\udc00',
    '\udfff',
    '\ud83d\ude00',
    '\ufffd',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 6 })
    .map((units) => String.fromCharCode(...units)),
);
const key = fc
  .tuple(
    hard,
    fc.array(hard, { maxLength: 3 }),
    fc.constantFrom('', 'a', 'long-', 'あ', 'Z'),
    fc.nat(90),
  )
  .map(([first, others, prefix, times]) => prefix.repeat(times) + first + others.join(''));

const cousins = fc
  .tuple(key, key)
  .chain(([one, other]) =>
    fc.constantFrom(
      [one, other],
      [one, one.toUpperCase()],
      [one, one.toLowerCase()],
      [one, one.normalize('NFC')],
      [one, one.normalize('NFD')],
      [one, one.normalize('NFKC')],
      [one, one.toWellFormed?.() ?? `${one}.`],
      [one, encodeURIComponent(one.replace(/\p{Surrogate}/gu, 'x'))],
      [one, one.slice(0, -1) || 'x'],
      [one, `${one}.`],
      [one, `${one} `],
      [one, `./${one}`],
    ),
  );

test('keys that differ have names that differ, also without case and in every normal form', () =>
  fc.assert(
    fc.asyncProperty(cousins, async ([one, other]) => {
      fc.pre(one !== other);
      const [a, b] = [await nameOf(one), await nameOf(other)];
      folded(a).forEach((name, i) => assert.notEqual(name, folded(b)[i]));
      for (const name of [a, b]) {
        assert.match(name, /^[a-z0-9_.%~-]+\.safetensors$/);
        assert.ok(name.length + SUFFIX < LONGEST, name);
        assert.doesNotMatch(name, RESERVED);
        assert.doesNotMatch(name.replace(/%[0-9a-f]{2}/g, ''), /%/, 'whole escapes only');
      }
    }),
    { numRuns: 400 },
  ));

test('what is saved under random keys is loaded under them', () =>
  fc.assert(
    fc.asyncProperty(fc.uniqueArray(key, { minLength: 2, maxLength: 6 }), async (keys) => {
      const store = fileStore(mkdtempSync(join(folder, 'many-')));
      const metadata = (i) => ({ number: String(i) });
      for (const [i, name] of keys.entries()) {
        assert.equal(await loadFrom(store, name), undefined);
        await saveTo(store, name, lora, { metadata: metadata(i) });
      }
      for (const [i, name] of keys.entries()) {
        assert.deepEqual(inspect(await store.get(name)).metadata, metadata(i));
        (await loadFrom(store, name, { expect: metadata(i) })).free();
      }
    }),
    { numRuns: 25 },
  ));

test('names that people look at', async () => {
  const long = `${'あ'.repeat(5)}${'x'.repeat(100)}`;
  for (const [given, name] of [
    ['k', 'k.safetensors'],
    ['user-1_a.b', 'user-1_a.b.safetensors'],
    ['User', '%55ser.safetensors'],
    ['con', '%63on.safetensors'],
    ['nul.x', '%6eul.x.safetensors'],
    ['com12', 'com12.safetensors'],
    ['console', 'console.safetensors'],
    ['a~1', 'a%7e1.safetensors'],
    ['é', '%c3%a9.safetensors'],
    ['\ud800', '%ed%a0%80.safetensors'],
    ['\udfff', '%ed%bf%bf.safetensors'],
    ['k'.repeat(80), `${'k'.repeat(80)}.safetensors`],
  ]) {
    assert.equal(await nameOf(given), name);
  }
  assert.match(await nameOf('k'.repeat(81)), /^k{16}~[0-9a-f]{64}\.safetensors$/);
  assert.match(await nameOf(long), /^%e3%81%82%e3%81~[0-9a-f]{64}\.safetensors$/);
});

test('a key of any length', async () => {
  const place = join(folder, 'long');
  const store = fileStore(place);
  for (const length of [23, 80, 255, 5000, 1e6]) {
    const long = 'あ'.repeat(length);
    assert.equal(await loadFrom(store, long), undefined);
    await saveTo(store, long, lora);
    (await loadFrom(store, long)).free();
    assert.equal(await loadFrom(store, `${long}!`), undefined);
  }
  assert.equal(readdirSync(place).length, 5);
  assert.ok(!existsSync(`${place}.safetensors`));
});
