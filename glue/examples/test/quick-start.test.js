// Test of the quick start: it runs as printed, and what it learns holds for unseen inputs.
import { it } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

it('the quick start removes nearly all of the error', () => {
  const file = fileURLToPath(new URL('../quick-start.js', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const [before, after] = stdout.match(/\d+\.\d+/g).map(Number);
  assert.ok(before > 0.5, `before: ${before}`);
  assert.ok(after < 0.01 * before, `after: ${after}`);
});
