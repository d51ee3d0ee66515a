// The constants that the build makes shorter keep their bits.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { shorten } from '../glue/build/shorten-constants.js';
import { at } from './support/helpers.js';

const folder = mkdtempSync(join(tmpdir(), 'microlora-constants-'));
after(() => rmSync(folder, { recursive: true }));

const FLOATS = '0 -0 1 -1 0.5 -6 8191 8192 -8191 -8192 1e3 1e18 3e-9 16777217 nan -nan inf -inf';
const LANES = '0 1 0x80000000 0x3f800000 0xffffffff';
const hex = (lane) => `0x${Number(lane).toString(16).padStart(8, '0')}`;

const constants = [
  ...FLOATS.split(' ').flatMap((value) => [`(f32.const ${value})`, `(f64.const ${value})`]),
  ...LANES.split(' ').map((lane) => `(v128.const i32x4${` ${hex(lane)}`.repeat(4)})`),
  '(v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000001)',
];
const typeOf = (constant) => constant.slice(1, 4).replace('v12', 'v128');

// Each constant is stored at a place of its own.
const wat = `(module (memory (export "memory") 1) (func (export "store")
  ${constants.map((c, i) => `(${typeOf(c)}.store (i32.const ${16 * i}) ${c})`).join('\n')}))`;

function assemble(text) {
  const file = join(folder, 'module');
  writeFileSync(`${file}.wat`, text);
  execFileSync(at('node_modules/.bin/wasm-as'), [
    '--enable-simd',
    `${file}.wat`,
    '-o',
    `${file}.wasm`,
  ]);
  return readFileSync(`${file}.wasm`);
}

function stored(bytes) {
  const { store, memory } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
  store();
  return Buffer.from(memory.buffer, 0, 16 * constants.length)
    .toString('hex')
    .match(/.{32}/g);
}

test('the bits of every constant stay, in fewer bytes', () => {
  const [long, short] = [assemble(wat), assemble(shorten(wat))];
  assert.deepEqual(stored(short), stored(long));
  assert.ok(short.length < long.length);
});

test('-0, fractions, large numbers and unequal lanes are left as they are', () => {
  for (const constant of constants) {
    const whole = /const (0|-?1|-6|-?8191|1e3)\)/.test(constant);
    const equal = /(0x\w+) \1 \1 \1/.test(constant);
    assert.equal(shorten(constant) !== constant, whole || equal, constant);
  }
});
