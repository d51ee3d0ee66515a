// Addresses that give something else than the module, in Node and in a page: what is wrong is said, and
// what is only odd, as a type that is not application/wasm, works.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { withChromium } from './support/browsers.js';
import { read, urlOf, wasmFiles } from './support/helpers.js';
import { VERSION } from './support/raw.js';
import { serveTable } from './support/serve-table.js';

const wasm = read(wasmFiles[0]);
const page = '<!doctype html><title>An application of one page</title>';

const NOT_THERE = (status, type) =>
  new RegExp(`^LORA_E_MODULE: http.* answered ${status} ${type}, no wasm: put the file there$`);
const BROKEN =
  /^LORA_E_MODULE: the module was refused \(.+\): no wasm, cut short, or SIMD that is missing here: take microlora\.scalar\.wasm$/;
const FOREIGN =
  /^LORA_E_MODULE: .*this is not the microlora\.wasm of this release: take the one beside this script$/;
const UNREACHABLE =
  /^LORA_E_MODULE: the module was refused \(.+\): is the address right, and allowed \(CSP connect-src\)\? Bytes work too$/;

/** Small modules in bytes: sections are [id, length, ...content]. */
const moduleOf = (...sections) => Buffer.from([0, 97, 115, 109, 1, 0, 0, 0, ...sections.flat()]);
const section = (id, content) => [id, content.length, ...content];
const text = (value) => [value.length, ...Buffer.from(value)];
/** (func (export ...) (result i32) i32.const VERSION), for each of some names. */
const versioned = (...names) =>
  moduleOf(
    section(1, [1, 0x60, 0, 1, 0x7f]),
    section(3, [1, 0]),
    section(7, [names.length, ...names.flatMap((name) => [...text(name), 0, 0])]),
    section(10, [1, 4, 0, 0x41, VERSION, 0x0b]),
  );

/** Where a server answers so, what createEngine says of the address. */
const answers = {
  'as it should be': [{ type: 'application/wasm', body: wasm }, 'SIMD'],
  'of type text/plain': [{ type: 'text/plain', body: wasm }, 'SIMD'],
  'of type text/html': [{ type: 'text/html', body: wasm }, 'SIMD'],
  'of type application/octet-stream': [{ type: 'application/octet-stream', body: wasm }, 'SIMD'],
  'a page instead': [{ body: page }, NOT_THERE(200, 'text/html; charset=utf-8')],
  'a page that says it is wasm': [
    { type: 'application/wasm', body: page },
    NOT_THERE(200, 'application/wasm'),
  ],
  'nothing at all': [{ type: 'application/wasm', body: '' }, NOT_THERE(200, 'application/wasm')],
  'not found': [{ status: 404, type: 'text/plain', body: page }, NOT_THERE(404, 'text/plain')],
  'a failure, with the module': [
    { status: 500, type: 'application/wasm', body: wasm },
    NOT_THERE(500, 'application/wasm'),
  ],
  'cut short': [{ type: 'application/wasm', body: wasm.subarray(0, 9000) }, BROKEN],
  'a module of others': [{ type: 'application/wasm', body: moduleOf() }, FOREIGN],
  'a module of others that imports': [
    {
      body: moduleOf(
        section(1, [1, 0x60, 0, 0]),
        section(2, [1, ...text('a'), ...text('b'), 0, 0]),
      ),
    },
    FOREIGN,
  ],
  'a module of others that says it is of this version': [
    { body: versioned('lora_version') },
    FOREIGN,
  ],
  'one that has some of the names too': [
    { body: versioned('lora_version', 'lora_simd', 'lora_grow', 'lora_transfer') },
    FOREIGN,
  ],
};

const pathOf = (name) => `/${encodeURIComponent(name)}.wasm`;

/** What createEngine gives for addresses, and for their bytes. It runs where it is sent. */
async function ask(entry, urls) {
  const { createEngine, LoraError } = await import(entry);
  const attempt = async (source) => {
    try {
      return (await createEngine(source)).simd ? 'SIMD' : 'scalar';
    } catch (error) {
      return error instanceof LoraError ? `${error.code}: ${error.message}` : `not ours: ${error}`;
    }
  };
  const said = {};
  for (const url of urls) {
    said[url] = [await attempt(url), await attempt(fetch(url))];
  }
  return said;
}

let server;

before(async () => {
  const table = Object.fromEntries(
    Object.entries(answers).map(([name, [answer]]) => [pathOf(name), answer]),
  );
  const headers = { 'Access-Control-Allow-Origin': '*' };
  for (const answer of Object.values(table)) answer.headers = headers;
  for (const name of ['microlora.js', 'microlora.scalar-wasm.js']) {
    table[`/${name}`] = { type: 'text/javascript', body: read('dist', name) };
  }
  table['/'] = { body: page };
  server = await serveTable(table);
});

after(() => server.close());

const hosts = {
  Node: (urls) => ask(urlOf('dist/microlora.js'), urls),
  Chromium: (urls) =>
    withChromium(async (browser) => {
      const tab = await browser.newPage();
      await tab.goto(server.address);
      return tab.evaluate(ask, '/microlora.js', urls);
    }),
};

for (const [host, askThere] of Object.entries(hosts)) {
  test(`${host}: what an address gives`, async () => {
    const nowhere = 'http://127.0.0.1:1/microlora.wasm';
    const urls = Object.keys(answers).map((name) => server.address + pathOf(name));
    const said = await askThere([...urls, nowhere]);
    const expected = [...Object.values(answers).map(([, answer]) => answer), UNREACHABLE];
    [...urls, nowhere].forEach((url, i) => {
      for (const answer of said[url]) {
        if (typeof expected[i] === 'string') assert.equal(answer, expected[i], url);
        else assert.match(answer, expected[i], url);
      }
    });
  });
}

test('a file: address in Node, where fetch has none', async () => {
  const url = urlOf(wasmFiles[0]);
  const said = await ask(urlOf('dist/microlora.js'), [url]);
  for (const answer of said[url]) assert.match(answer, UNREACHABLE);
});
