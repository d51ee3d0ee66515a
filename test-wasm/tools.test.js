// The command line tools of glue/build fail when they must, and say what to do.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { compare } from '../glue/build/compare-dist.js';
import { report } from '../glue/build/size.js';
import { at } from './support/helpers.js';

const folder = mkdtempSync(join(tmpdir(), 'microlora-tools-'));
const [built, committed] = [join(folder, 'built'), join(folder, 'committed')];
after(() => rmSync(folder, { recursive: true }));

beforeEach(() => {
  for (const copy of [built, committed]) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(at('dist'), copy, { recursive: true });
  }
  // make leaves one where it builds.
  writeFileSync(join(built, '.stamp'), '');
});

/** The exit code and all that was printed. */
function compared() {
  const lines = [];
  const code = compare(built, committed, (line) => lines.push(line));
  return { code, text: lines.join('\n') };
}

const change = (name, edit) => {
  const bytes = readFileSync(join(committed, name));
  writeFileSync(join(committed, name), edit(bytes));
};

test('equal folders are fine', () => {
  const { code, text } = compared();
  assert.equal(code, 0, text);
  assert.doesNotMatch(text, /WARNING/);
});

test('a changed, a missing and a surplus file are listed with their sizes', () => {
  change('microlora.wasm', (bytes) => {
    bytes[100] ^= 1;
    return bytes;
  });
  change('microlora.d.ts', (bytes) => Buffer.concat([bytes, Buffer.from(' ')]));
  rmSync(join(committed, 'microlora.edge.js'));
  writeFileSync(join(committed, 'old.js'), '12345');
  const { code, text } = compared();
  assert.equal(code, 1);
  assert.match(
    text,
    /different {2}microlora\.wasm \(\d+ bytes, \d+ when built; first at byte 100\)/,
  );
  assert.match(text, /different {2}microlora\.d\.ts/);
  assert.match(text, /missing {4}microlora\.edge\.js \(\d+ bytes/);
  assert.match(text, /extra {6}old\.js \(5 bytes/);
  assert.equal(text.match(/^ {2}\w+ +\S+ \(/gm).length, 4, text);
  assert.match(text, /make dist.*commit/);
});

test('another compiler is a warning that names both and says what to install', () => {
  change('BUILDINFO', (bytes) => `${bytes.toString().split('\n')[0]}\nclang version 99.0.0\n`);
  change('microlora.wasm', (bytes) => bytes.subarray(1));
  const { code, text } = compared();
  assert.equal(code, 0);
  assert.match(text, /WARNING/);
  assert.match(text, /clang version 99\.0\.0/);
  assert.ok(text.includes(readFileSync(at('dist/BUILDINFO'), 'utf8').split('\n')[1]));
  assert.match(text, /install/);
});

test('nothing built, nothing committed, or no BUILDINFO is no excuse', () => {
  rmSync(committed, { recursive: true });
  assert.equal(compared().code, 1);
  cpSync(built, committed, { recursive: true });
  rmSync(join(committed, 'BUILDINFO'));
  assert.equal(compared().code, 1);
  rmSync(built, { recursive: true });
  assert.equal(compared().code, 1);
});

test('size: at the budget is fine, one byte more is not, and says which', () => {
  const lines = [];
  const print = (line) => lines.push(line);
  assert.equal(
    report(
      [
        { what: 'a', bytes: 10, budget: 10 },
        { what: 'b', bytes: 99 },
      ],
      print,
    ),
    0,
  );
  assert.equal(
    report(
      [
        { what: 'a', bytes: 11, budget: 10 },
        { what: 'b', bytes: 1, budget: 10 },
      ],
      print,
    ),
    1,
  );
  assert.match(lines.at(-1), /a takes 11 bytes, 1 more than 10/);
});
