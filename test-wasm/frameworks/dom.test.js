// Jest with jsdom, Vitest with jsdom and with happy-dom: tests of a page, in the realms that these make.
// Each runner starts once; what its tests must find is what the same program finds in Node alone.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run } from '../support/helpers.js';
import { program } from './dom/program.js';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'microlora-dom-'));
const expected = join(folder, 'expected.json');
const report = join(folder, 'report.json');

before(async () => {
  writeFileSync(expected, JSON.stringify(await program(Float32Array, Uint8Array)));
});

after(() => rmSync(folder, { recursive: true }));

/** The tests of a runner, as [suite, test, passed or failed]; both write the same report. */
async function testsOf(args, env = {}) {
  // The test runner's own variables would make these children report to it.
  const { NODE_TEST_CONTEXT: _, NODE_OPTIONS: __, ...rest } = process.env;
  const options = { cwd: here('dom'), env: { ...rest, CI: '1', EXPECTED_FILE: expected, ...env } };
  await run(process.execPath, args, options);
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ title, status }) => `${title}: ${status}`),
  );
}

const passed = (titles, times) =>
  Array.from({ length: times }, () => titles.map((title) => `${title}: passed`)).flat();

test('jest with jsdom: init, learn, save, load, PEFT, with vectors of its realm and of Node’s', async () => {
  const jest = [here('node_modules/jest/bin/jest.js'), '--config', here('dom/jest.config.json')];
  const found = await testsOf([...jest, '--ci', '--runInBand', '--json', '--outputFile', report], {
    NODE_OPTIONS: '--experimental-vm-modules',
  });
  const titles = [
    'the place is what it is meant to be',
    'vectors and bytes of the realm of jsdom',
    'vectors and bytes of the realm of Node',
  ];
  assert.deepEqual(found, passed(titles, 1));
});

test('vitest with jsdom and happy-dom, and in a realm of jsdom: the same', async () => {
  const vitest = [here('node_modules/vitest/vitest.mjs'), 'run', '--root', here('dom')];
  const found = await testsOf([...vitest, '--reporter=json', `--outputFile=${report}`]);
  const titles = [
    'the place is what it is meant to be',
    'vectors and bytes of the realm of the test',
    'vectors and bytes of the realm of Node',
    'vectors and bytes of the window',
  ];
  assert.deepEqual(found, passed(titles, 3));
});
