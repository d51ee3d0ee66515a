// The pages of the tests: a server that gives a browser them and dist/, and what a page says at its end.
import { createReadStream, existsSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { root } from './helpers.js';
import { listen } from './servers.js';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** Serves the repository's dist/ and test-wasm/ with some headers; returns its address and close. */
export function serve(headers = {}) {
  return listen((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    const file = join(root, path);
    const allowed = /^\/(dist|test-wasm)\//.test(path) && existsSync(file);
    if (!allowed) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain', ...headers });
    createReadStream(file).pipe(response);
  });
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
