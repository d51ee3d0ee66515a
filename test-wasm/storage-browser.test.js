// IndexedDB in real Chromium: a reload, two tabs at once, and a page that may not use it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from 'esbuild';
import { serve, visit, withChromium } from './chromium.js';
import { at } from './helpers.js';

async function withServer(headers, use) {
  const server = await serve(headers);
  try {
    return await withChromium((browser) => use(browser, server.address));
  } finally {
    await server.close();
  }
}

test('what was learned survives a reload of the page, to the bit', () =>
  withServer({}, async (browser, address) => {
    const { text, complaints } = await visit(browser, address, 'storage.html');
    assert.deepEqual(JSON.parse(text), { reloaded: true, same: true, steps: 20 });
    assert.deepEqual(complaints, []);
  }));

test('two tabs that save at once: the last whole save is what is there, never a mix', () =>
  withServer({}, async (browser, address) => {
    const tabs = await Promise.all(
      ['a', 'b'].map(async () => {
        const tab = await browser.newPage();
        await tab.goto(`${address}/test-wasm/pages/storage.html#tab`);
        await tab.waitForSelector('#result[data-done]', { timeout: 30_000 });
        return tab;
      }),
    );
    const [a, b] = tabs;
    await a.evaluate(() => window.tab.saveOne('first of a'));
    await b.evaluate(() => window.tab.saveOne('then of b'));
    assert.equal(await a.evaluate(() => window.tab.found()), 'then of b');
    const COUNT = 60;
    const found = await Promise.all(
      tabs.map((tab, i) =>
        tab.evaluate((name, count) => window.tab.saveMany(name, count), 'ab'[i], COUNT),
      ),
    );
    // Every load was of a whole file, or it would have been refused. Each tab saw its own save or a
    // later one of the other, and the two took turns.
    found.forEach((versions, i) => {
      const own = 'ab'[i];
      let other = 0;
      versions.forEach((version, k) => {
        const [name, number] = version.split(' ');
        if (name === own) return assert.equal(Number(number), k + 1);
        assert.ok(Number(number) >= other, `${version} after ${other}`);
        other = Number(number);
      });
    });
    assert.ok(found.flat().some((version, i) => version[0] !== 'ab'[Math.floor(i / COUNT)]));
    const last = await a.evaluate(() => window.tab.found());
    assert.ok([`a ${COUNT}`, `b ${COUNT}`].includes(last), last);
  }));

test('where IndexedDB is blocked, the error says why and what to do', () => {
  const headers = {
    // An origin of its own that is like no other, as a frame with the attribute sandbox has.
    'Content-Security-Policy': 'sandbox allow-scripts',
    'Access-Control-Allow-Origin': '*',
  };
  return withServer(headers, async (browser, address) => {
    const { text } = await visit(browser, address, 'storage-blocked.html');
    const { code, message, cause } = JSON.parse(text);
    assert.equal(code, 'LORA_E_STORAGE', text);
    assert.match(
      message,
      /IndexedDB cannot be used here \(.*denied.*\).*allow-same-origin.*another store/,
    );
    assert.equal(cause, 'SecurityError');
  });
});

test('the module idb-keyval is a store as it is', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import * as idb from 'idb-keyval';
        import init, { MicroLoRA } from 'microlora';
        import { loadFrom, saveTo } from 'microlora/storage';
        await init();
        const lora = new MicroLoRA({ dim: 2 });
        lora.learn(Float32Array.of(1, 2), Float32Array.of(2, 1));
        await saveTo(idb, 'k', lora);
        const loaded = await loadFrom(idb, 'k');
        const missing = await loadFrom(idb, 'nothing');
        window.outcome = [loaded.adaptCount, (await idb.keys()).join(), missing === undefined];`,
      resolveDir: at('test-wasm'),
    },
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
  });
  await withServer({}, async (browser, address) => {
    const page = await browser.newPage();
    await page.goto(`${address}/test-wasm/pages/storage.html#tab`);
    await page.addScriptTag({ type: 'module', content: outputFiles[0].text });
    await page.waitForFunction(() => window.outcome);
    assert.deepEqual(await page.evaluate(() => window.outcome), [1, 'k', true]);
  });
});
