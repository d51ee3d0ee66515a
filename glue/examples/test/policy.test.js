// Test of the policy: it runs as printed, saves time, and never costs more than the budget allows.
import { it } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

it('the policy saves time from the start, and then more', () => {
  const file = fileURLToPath(new URL('../policy.js', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const shares = [...stdout.matchAll(/([\d.]+) % of the usual time/g)].map(([, share]) => +share);
  assert.equal(shares.length, 4);
  assert.ok(shares[0] < 110, `at first: ${shares[0]} %`);
  // The best that can be done is 72 %.
  assert.ok(shares[3] < 80, `in the end: ${shares[3]} %`);
});
