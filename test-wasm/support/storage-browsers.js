// A page reload in Chromium, Firefox and WebKit: make test-storage, or
// node test-wasm/support/storage-browsers.js. Exits 1 where what was learned is not there after it.
import { BROWSERS } from './browsers.js';
import { serve } from './pages.js';

const PATIENCE_MS = 30_000;

/** Reads the page's result when it has one; while the page is loaded anew there is none to read. */
async function resultOf(read) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const result = await read('outcome').catch(() => undefined);
    if (result) return result;
    if (Date.now() > end) throw new Error(`no result after ${PATIENCE_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const server = await serve();
try {
  const url = `${server.address}/test-wasm/pages/storage.html`;
  for (const { label, open } of BROWSERS) {
    const [result, version] = await open(url, async (read, version) => [
      await resultOf(read),
      version,
    ]);
    const good = result.reloaded && result.same && result.steps === 20;
    if (!good) process.exitCode = 1;
    console.log(`${good ? 'ok    ' : 'FAILED'} ${label} (${version}): ${JSON.stringify(result)}`);
  }
} finally {
  await server.close();
}
