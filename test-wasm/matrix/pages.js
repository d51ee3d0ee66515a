// Pages in browsers: a server for a folder, and what a page says at its end.
import { createReadStream, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { BROWSERS, missingPackages } from '../support/browsers.js';
import { listen } from '../support/servers.js';

export { BROWSERS };

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};
const PATIENCE_MS = 60_000;
const POLL_MS = 100;

const find = (id) => BROWSERS.find((browser) => browser.id === id);

/** What to do where a browser is missing, else undefined. */
export function missingBrowser(id) {
  const packages = missingPackages([find(id)]).join(' ');
  return packages
    ? `install with: sudo apt-get install --no-install-recommends ${packages}`
    : undefined;
}

/**
 * Serves a folder on 127.0.0.1 while `use` runs.
 *
 * @param {string} folder
 * @param {(address: string) => Promise<any>} use
 */
export async function withFolder(folder, use) {
  const { address, close } = await listen((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
      return void response.writeHead(404).end();
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain' });
    createReadStream(file).pipe(response);
  });
  try {
    return await use(address);
  } finally {
    await close();
  }
}

/**
 * Opens a page and waits until it sets window.outcome, to JSON.
 *
 * @param {string} url
 * @param {string} [id] of the browser
 */
export function outcomeOfPage(url, id = 'chromium') {
  return find(id).open(url, async (read, version) => {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const text = await read('outcome');
      if (text) {
        const { failed, ...outcome } = JSON.parse(text);
        if (failed) throw new Error(failed);
        return { outcome, version: version.match(/[\d.]+$/)[0] };
      }
      if (Date.now() > end) throw new Error(`${url} said nothing for ${PATIENCE_MS / 1000} s`);
      await new Promise((then) => setTimeout(then, POLL_MS));
    }
  });
}
