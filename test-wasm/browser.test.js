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

test('its console shows of what class an object is, and what it was made with', async () => {
  const server = await serve();
  try {
    await withChromium(async (browser) => {
      const tab = await browser.newPage();
      await tab.goto(`${server.address}/test-wasm/pages/learn.html`);
      const said = new Promise((resolve) => tab.on('console', resolve));
      await tab.evaluate(async () => {
        const { createEngine, MicroLoRA } = await import('/dist/microlora.js');
        console.log(new MicroLoRA({ dim: 4, rank: 3, engine: await createEngine() }));
      });
      const [object] = (await said).args();
      const { description, preview } = object.remoteObject();
      assert.equal(description, 'MicroLoRA');
      const shown = Object.fromEntries(preview.properties.map(({ name, value }) => [name, value]));
      assert.deepEqual([shown.dim, shown.rank], ['4', '3']);
    });
  } finally {
    await server.close();
  }
});
