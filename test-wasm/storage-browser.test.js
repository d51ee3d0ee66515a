// IndexedDB in real Chromium: a reload, two tabs at once, and a page that may not use it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from 'esbuild';
import { withChromium } from './support/browsers.js';
import { at } from './support/helpers.js';
import { serve, visit } from './support/pages.js';

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

test('a connection that is closed, dropped or of a deleted database: the next save and load work', () =>
  withServer({}, async (browser, address) => {
    const tab = await browser.newPage();
    await tab.goto(`${address}/test-wasm/pages/storage-connection.html`);
    await tab.waitForSelector('#result[data-done]', { timeout: 30_000 });
    const ask = (what, ...args) =>
      tab.evaluate((name, given) => window.connection[name](...given), what, args);
    await ask('save', 'one');
    await ask('closeAll');
    assert.equal(await ask('found'), 'one');
    await ask('closeAll');
    await ask('save', 'two');
    assert.equal(await ask('found'), 'two');
    assert.equal(await ask('opened'), 3, 'only what failed opens again');
    // Those that fail together share the new connection, and keep their order.
    await ask('closeAll');
    await ask('saveAll', ['a', 'b', 'c', 'd']);
    assert.equal(await ask('found'), 'd');
    assert.equal(await ask('opened'), 4);
    await ask('closeBetween');
    assert.equal(await ask('found'), '3');
    // The browser itself, for one who clears the data of the site.
    const session = await tab.createCDPSession();
    await session.send('Storage.clearDataForOrigin', {
      origin: address,
      storageTypes: 'indexeddb',
    });
    await ask('save', 'after the data was cleared');
    assert.equal(await ask('found'), 'after the data was cleared');
    await ask('deleteDatabase');
    assert.equal(await ask('missing'), true);
    await ask('save', 'after it was deleted');
    assert.equal(await ask('found'), 'after it was deleted');
  }));

test('a database of another program is left as it is, and the error says so', () =>
  withServer({}, async (browser, address) => {
    const tab = await browser.newPage();
    await tab.goto(`${address}/test-wasm/pages/storage-connection.html`);
    await tab.waitForSelector('#result[data-done]', { timeout: 30_000 });
    const messages = (version, stores) =>
      tab.evaluate((...given) => window.connection.foreign(...given), version, stores);
    for (const message of await messages(1, ['others'])) {
      assert.match(
        message,
        /^LORA_E_STORAGE: loading "k" failed: the database "foreign 1 others" has no object store "files", so it is another program's; give indexedDBStore another name$/,
      );
    }
    const later = await messages(7, ['files']);
    assert.equal(later.length, 2);
    for (const message of later) {
      assert.match(
        message,
        /^LORA_E_STORAGE: .*has a later version.*give indexedDBStore another name$/,
      );
    }
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
