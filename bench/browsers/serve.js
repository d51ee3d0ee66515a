// A server on 127.0.0.1 for the pages: what they import, and the plan of the run.
import { createReadStream, existsSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listen } from '../../test-wasm/support/servers.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

// Isolated pages have clocks of 5 to 20 microseconds; others tick up to once a millisecond.
const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * @param {{ dist: string, plan: any }} what the folder served as /dist/, and /plan.json
 */
export function serve({ dist, plan }) {
  const fileOf = (path) => {
    if (path.startsWith('/dist/')) return join(dist, path.slice('/dist/'.length));
    return path.startsWith('/bench/') ? join(root, path) : undefined;
  };
  return listen((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    const answer = (type) => response.writeHead(200, { 'Content-Type': type, ...ISOLATED });
    if (path === '/plan.json') return void answer(TYPES['.json']).end(JSON.stringify(plan));
    const file = fileOf(path);
    if (file === undefined || !existsSync(file)) return void response.writeHead(404).end();
    createReadStream(file).pipe(answer(TYPES[extname(file)] ?? 'text/plain'));
  });
}
