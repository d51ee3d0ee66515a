// Temporary files of programs that were killed: the next save removes them, and never those in use.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import init, { MicroLoRA } from '../dist/microlora.js';
import { fileStore } from '../dist/storage-file.js';
import { loadFrom, saveTo } from '../dist/storage.js';
import { urlOf } from './support/helpers.js';

await init();
const folder = mkdtempSync(join(tmpdir(), 'microlora-leftovers-'));
after(() => rmSync(folder, { recursive: true }));
const lora = new MicroLoRA({ dim: 2 });
after(() => lora.free());

const temporaries = (place) => readdirSync(place).filter((name) => name.endsWith('.tmp'));
const LARGE = 1 << 26;

/** The name of the temporary file of a save of this program, while it is being written. */
async function whileSaving(place, key, use) {
  const saving = fileStore(place).set(key, new Uint8Array(LARGE));
  for (let name; ;) {
    [name] = temporaries(place).filter((other) => other.startsWith(key));
    if (name !== undefined) {
      await use(name);
      return saving;
    }
    await new Promise(setImmediate);
  }
}

const fresh = (name) => {
  const place = join(folder, name);
  mkdirSync(place);
  return place;
};

/** The pid of a process that ended. */
async function endedPid() {
  const child = spawn(process.execPath, ['--eval', '']);
  await once(child, 'exit');
  return child.pid;
}

/** The name that another process of this host would give. */
const ofPid = (name, pid) => name.replace(/-\d+-[0-9a-f]{12}\.tmp$/, `-${pid}-0123456789ab.tmp`);
const ofOtherHost = (name) => name.replace(/\.[0-9a-f]{8}-/, '.00000000-');

function age(path, minutes) {
  const then = new Date(Date.now() - minutes * 60_000);
  utimesSync(path, then, then);
}

test('of dead processes they go, of live ones, of other hosts and of others they stay', async () => {
  const place = fresh('kinds');
  const pid = await endedPid();
  const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
  after(() => child.kill('SIGKILL'));
  let name;
  await whileSaving(place, 'k', (found) => (name = found));
  const gone = [ofPid(name, pid), ofOtherHost(ofPid(name, pid)).replace('k.', 'old.')];
  const stay = [
    ofPid(name, child.pid),
    ofPid(name, process.pid),
    ofOtherHost(ofPid(name, pid)),
    'notes.tmp',
    'k.safetensors.tmp',
    'k.safetensors.1b4e28ba-2fa1-11d2-883f-0016d3cca427.tmp',
    ofPid(name, 99999999999),
  ];
  for (const other of [...gone, ...stay]) writeFileSync(join(place, other), 'x');
  age(join(place, gone[1]), 61);
  age(join(place, stay[2]), 59);
  age(join(place, 'notes.tmp'), 1e6);
  await saveTo(fileStore(place), 'k', lora);
  assert.deepEqual(temporaries(place).sort(), stay.sort());
});

test('every save looks, not only the first of a store', async () => {
  const place = fresh('again');
  const store = fileStore(place);
  let name;
  await whileSaving(place, 'k', (found) => (name = found));
  const left = ofPid(name, await endedPid());
  for (let i = 0; i < 3; i++) {
    writeFileSync(join(place, left), 'x');
    await saveTo(store, 'k', lora);
    assert.deepEqual(temporaries(place), []);
  }
});

test('a save of another store object of this program is left alone', async () => {
  const place = fresh('two');
  const names = [];
  await whileSaving(place, 'large', async (name) => {
    for (let i = 0; i < 5; i++) {
      await saveTo(fileStore(place), 'k', lora);
      names.push(...temporaries(place));
    }
    assert.ok(names.includes(name));
  });
  assert.deepEqual(readdirSync(place).sort(), ['k.safetensors', 'large.safetensors']);
});

test('a save whose temporary file is removed nevertheless, as after a long sleep, writes again', async () => {
  const place = fresh('removed');
  await whileSaving(place, 'k', (name) => unlinkSync(join(place, name)));
  assert.deepEqual(readdirSync(place), ['k.safetensors']);
  assert.equal((await fileStore(place).get('k')).length, LARGE);
});

test('what cannot be removed fails no save', async () => {
  const place = fresh('stuck');
  let name;
  await whileSaving(place, 'k', (found) => (name = found));
  const stuck = ofPid(name, await endedPid());
  // A folder is no file: to remove it fails, also for root.
  mkdirSync(join(place, stuck));
  const left = stuck.replace(/^k/, 'z');
  writeFileSync(join(place, left), 'x');
  await saveTo(fileStore(place), 'k', lora);
  assert.deepEqual(readdirSync(place).sort(), ['k.safetensors', stuck].sort());
});

test('a folder of thousands of files is not listed at every save', async () => {
  const place = fresh('thousands');
  const store = fileStore(place);
  let name;
  await whileSaving(place, 'k', (found) => (name = found));
  const left = ofPid(name, await endedPid());
  for (let i = 0; i < 1100; i++) writeFileSync(join(place, `${i}.safetensors`), '');
  writeFileSync(join(place, left), 'x');
  await saveTo(store, 'k', lora);
  assert.deepEqual(temporaries(place), []);
  writeFileSync(join(place, left), 'x');
  await saveTo(store, 'k', lora);
  assert.deepEqual(temporaries(place), [left]);
  await saveTo(fileStore(place), 'k', lora);
  assert.deepEqual(temporaries(place), []);
});

test('four processes that save in one folder at once lose nothing, and leave nothing', async () => {
  const place = fresh('four');
  const program = (key) => `
    import init, { MicroLoRA } from '${urlOf('dist/microlora.js')}';
    import { saveTo } from '${urlOf('dist/storage.js')}';
    import { fileStore } from '${urlOf('dist/storage-file.js')}';
    await init();
    const lora = new MicroLoRA({ dim: 256 });
    for (let i = 0; i < 40; i++) await saveTo(fileStore(${JSON.stringify(place)}), '${key}', lora);`;
  const children = ['a', 'b', 'c', 'c'].map((key) =>
    spawn(process.execPath, ['--input-type=module', '--eval', program(key)], { stdio: 'inherit' }),
  );
  const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]));
  assert.deepEqual(codes, [0, 0, 0, 0]);
  assert.deepEqual(
    readdirSync(place).sort(),
    ['a', 'b', 'c'].map((key) => `${key}.safetensors`),
  );
  (await loadFrom(fileStore(place), 'c')).free();
});
