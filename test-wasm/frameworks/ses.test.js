// SES: lockdown() freezes what the language has, harden() all that can be reached from an object, its
// prototypes too. Neither can be undone, so each program has a process of its own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run } from '../support/helpers.js';

const program = fileURLToPath(new URL('ses-program.js', import.meta.url));
const ways = [
  'nothing',
  'harden each object',
  'harden the state',
  'harden what the package exports',
  'a compartment',
];

for (const moment of ['before', 'after']) {
  test(`ses: microlora imported ${moment} lockdown(); everything works as without`, async () => {
    const { stdout, stderr } = await run(process.execPath, [program, moment]);
    const fine = ways.map((way) => `fine: ${way}`);
    assert.deepEqual(stdout.trim().split('\n'), [...fine, 'locked: true true']);
    assert.doesNotMatch(stderr, /Removing|SES_/, 'lockdown takes nothing of ours away');
  });
}
