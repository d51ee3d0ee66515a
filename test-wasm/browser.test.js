// A page in real Chromium with nothing but a module script, under the policy the README gives.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withChromium } from './support/browsers.js';
import { serve, visit } from './support/pages.js';

/** Visits a page under a policy. */
async function under(policy, page) {
  const server = await serve({ 'Content-Security-Policy': policy });
  try {
    return await withChromium((browser) => visit(browser, server.address, page));
  } finally {
    await server.close();
  }
}

test("learns under script-src 'self' 'wasm-unsafe-eval'", async () => {
  const { text, complaints } = await under("script-src 'self' 'wasm-unsafe-eval'", 'learn.html');
  const { simd, first, last, count } = JSON.parse(text);
  assert.equal(simd, true);
  assert.equal(count, 2000);
  assert.ok(first > 2, text);
  assert.ok(last < 0.01 * first, text);
  assert.deepEqual(complaints, []);
});
