// A real Chromium, and a server on 127.0.0.1 that gives it dist/ and the pages of the tests.
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import puppeteer from 'puppeteer-core';
import { root } from './helpers.js';

const PROGRAM = process.env.CHROMIUM ?? '/usr/bin/chromium';

// Quiet: no first-run pages, no updates, no calls home.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** Serves the repository's dist/ and test-wasm/ with some headers; answers its address and close. */
export async function serve(headers = {}) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    const file = join(root, path);
    const allowed = /^\/(dist|test-wasm)\//.test(path) && existsSync(file);
    if (!allowed) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain', ...headers });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Runs `use` with a new browser of its own profile, and ends it; flags beside those of all tests. */
export async function withChromium(use, flags = []) {
  const profile = mkdtempSync(join(tmpdir(), 'microlora-chromium-'));
  const browser = await puppeteer.launch({
    executablePath: PROGRAM,
    headless: true,
    userDataDir: profile,
    args: [...FLAGS, ...flags],
  });
  try {
    return await use(browser);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Opens a page of test-wasm/pages/ and waits until it says that it is done. */
export async function visit(browser, address, page) {
  const tab = await browser.newPage();
  const complaints = [];
  tab.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  tab.on('pageerror', (error) => complaints.push(String(error)));
  tab.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  await tab.goto(`${address}/test-wasm/pages/${page}`);
  await tab.waitForSelector('#result[data-done]', { timeout: 30_000 });
  const text = await tab.$eval('#result', (element) => element.textContent);
  await tab.close();
  return { text, complaints };
}
