// An error that nobody catches, as a terminal shows it: its words, and not the whole file.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { at, read, root, urlOf } from './support/helpers.js';

/** What fits on a screen of 25 lines of 80 characters. */
const SCREEN = 2000;
const LONGEST_LINE = 2000;

const run = (source) =>
  spawnSync(process.execPath, ['--input-type=module', '--eval', source], {
    cwd: root,
    encoding: 'utf8',
  }).stderr;

const programs = {
  'no await init()': [
    `import { MicroLoRA } from '${urlOf('dist/microlora.js')}'; new MicroLoRA({ dim: 4 });`,
    /LORA_E_INIT/,
  ],
  'an option that does not exist': [
    `import init, { ScopedLoRA } from '${urlOf('dist/microlora.js')}';
     await init(); new ScopedLoRA({ dim: 4, scope: [] });`,
    /did you mean scopes\?/,
  ],
  'a file that is none': [
    `import { load } from '${urlOf('dist/safetensors.js')}'; load(new Uint8Array(20));`,
    /LORA_E_FILE/,
  ],
  'a store that is none': [
    `import { loadFrom } from '${urlOf('dist/storage.js')}'; await loadFrom({}, 'k');`,
    /LORA_E_TYPE/,
  ],
};

for (const [name, [program, words]] of Object.entries(programs)) {
  test(`${name}: the error's own words are within the first screen`, () => {
    const said = run(program);
    assert.match(said.slice(0, SCREEN), words);
    assert.ok(said.length < 2 * SCREEN, `${said.length} characters`);
  });
}

test('no file of dist/ has a long line', () => {
  const files = readdirSync(at('dist')).filter((name) => /\.(js|ts)$/.test(name));
  assert.ok(files.includes('microlora.js'));
  for (const file of files) {
    const longest = Math.max(
      ...read('dist', file)
        .toString()
        .split('\n')
        .map(({ length }) => length),
    );
    assert.ok(longest <= LONGEST_LINE, `${file} has a line of ${longest} characters`);
  }
});

test('values in messages are cut', async () => {
  const { default: init, MicroLoRA, ScopedLoRA } = await import(urlOf('dist/microlora.js'));
  await init();
  const long = 'x'.repeat(10_000);
  for (const call of [
    () => new MicroLoRA({ dim: long }),
    () => new MicroLoRA({ dim: 4, [long]: 1 }),
    () => new MicroLoRA({ dim: 4, optimizer: long }),
    () => new MicroLoRA({ dim: 4, rank: 10n ** 500n }),
    () => new ScopedLoRA({ dim: 4 }).forward(long),
    () => new ScopedLoRA({ dim: 4, scopes: [long], categories: { c: [`${long}y`] } }),
    () => new ScopedLoRA({ dim: 4, scopes: [long], categories: { c: [long, long] } }),
    () => init(long.replaceAll('x', '1')).then(assert.fail, (error) => Promise.reject(error)),
  ]) {
    await assert.rejects(
      async () => call(),
      ({ message }) => {
        assert.ok(message.length < 500, message.slice(0, 200));
        return true;
      },
    );
  }
});

test('names that are nearly right are suggested, others not', async () => {
  const { default: init, MicroLoRA, ScopedLoRA } = await import(urlOf('dist/microlora.js'));
  await init();
  const set = new ScopedLoRA({ dim: 4 });
  for (const [call, name] of [
    [() => set.forward('scan'), 'Scan'],
    [() => set.deltaNorm('HashJion'), 'HashJoin'],
    [() => new ScopedLoRA({ dim: 4, scopes: ['a1'], categories: { c: ['A1'] } }), 'a1'],
    [() => new MicroLoRA({ dim: 4, learningrate: 1 }), 'learningRate'],
    [() => new MicroLoRA({ dim: 4, optimizer: 'Adam' }), 'adam'],
    [() => new MicroLoRA({ dim: 4, optimizer: 'preconditoned' }), 'preconditioned'],
    [() => set.learn(0, new Float32Array(4), new Float32Array(4), { loss: 'Huber' }), 'huber'],
  ]) {
    assert.throws(call, { message: new RegExp(`\\(did you mean ${name}\\?\\)`) });
  }
  for (const call of [
    () => set.forward('Quicksort'),
    () => new MicroLoRA({ dim: 4, hidden: 1 }),
    () => new MicroLoRA({ dim: 4, optimizer: 'lion' }),
    () => new MicroLoRA({ dim: 4, optimizer: 3 }),
  ]) {
    assert.throws(call, ({ message }) => !message.includes('did you mean'));
  }
});

test('weights that have grown past use are said to be, and what helps', async () => {
  const { default: init, MicroLoRA } = await import(urlOf('dist/microlora.js'));
  await init();
  const x = Float32Array.of(1, 2, 3, 4);
  for (const optimizer of ['sgd', 'momentum']) {
    const lora = new MicroLoRA({ dim: 4, optimizer, learningRate: 50 });
    const learn = () => {
      for (let i = 0; i < 100; i++) lora.learn(x, x.map(Math.cos));
    };
    assert.throws(learn, {
      code: 'LORA_E_NONFINITE',
      message: /^learn: the delta has grown past use, to a norm of \d.*reset\(\).*maxDeltaNorm/,
    });
    lora.reset();
    lora.setOptions({ learningRate: 0.002, maxDeltaNorm: 10 });
    learn();
    assert.ok(lora.deltaNorm <= 10.001);
    const nan = () => lora.learn(Float32Array.of(NaN, 0, 0, 0), x);
    assert.throws(nan, { code: 'LORA_E_NONFINITE', message: /NaN, infinite or too large/ });
  }
});
