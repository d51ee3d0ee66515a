// A stranger follows README.md in an empty folder, from npm pack to an adapter that learned: in a page, through
// a bundler and in a worker. Commands and code are those of README.md, word for word; only x and target, which
// it leaves to its reader, are given here. There is no network.
import assert from 'node:assert/strict';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, test } from 'node:test';
import { withChromium } from './support/browsers.js';
import { at, read, root, run } from './support/helpers.js';
import { serveTable } from './support/serve-table.js';
import { modulesOf, withWorker } from './support/workerd.js';

const readme = read('README.md').toString();

/** The blocks of a language in a section. */
function blocks(section, language) {
  const [, text] = readme.split(`\n## ${section}\n`);
  const block = new RegExp(`(?<=^\`\`\`${language}\n)[^]*?(?=^\`\`\`)`, 'gm');
  return text.split('\n## ')[0].match(block);
}

const [app] = blocks('Ten lines', 'js');
const [install, bundle] = blocks('Install', 'sh');
const [page] = blocks('Install', 'html');
const [worker] = blocks('Install', 'js');
const [, policy] = readme.match(/A Content-Security-Policy needs `([^`]+)`/);

const x = Float32Array.from({ length: 384 }, (_, i) => ((i * 37) % 64) / 64 - 0.5);
const target = x.map((value, i) => value + ((i * 23) % 32) / 32 - 0.5);
const lossOf = (y) => y.reduce((sum, value, i) => sum + 0.5 * (value - target[i]) ** 2, 0);

const PAGE_FILES = ['app.js', 'bundle.js', 'microlora.js'];
const STEPS = 20;

let folder;

/** Runs the lines of a block, without the one that needs a registry. */
function follow(block) {
  const lines = block.split('\n').filter((line) => !/# once it is on npm$/.test(line));
  const env = {
    ...process.env,
    PATH: [at('node_modules/.bin'), process.env.PATH].join(delimiter),
    npm_config_cache: join(folder, '.npm'),
    npm_config_offline: 'true',
  };
  return run('/bin/sh', ['-e', '-c', lines.join('\n')], { cwd: folder, env });
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'microlora-stranger-'));
  // Where the stranger has the clone.
  mkdirSync(join(folder, 'path/to'), { recursive: true });
  symlinkSync(root, join(folder, 'path/to/microlora'));
  await follow(install);
  writeFileSync(join(folder, 'app.js'), app);
});

after(() => rmSync(folder, { recursive: true }));

/** Opens a page, with what lies beside it in the folder; returns what the ten lines print there. */
async function printedBy(browser, html, headers = {}) {
  const script = (body) => ({ type: 'text/javascript', body });
  const server = await serveTable({
    '/': { body: `<!doctype html><script src="data.js"></script>${html}`, headers },
    '/favicon.ico': { type: 'image/png', body: '' },
    '/data.js': script(`x = Float32Array.of(${x}); target = Float32Array.of(${target});`),
    ...Object.fromEntries(
      PAGE_FILES.filter((name) => existsSync(join(folder, name))).map((name) => [
        `/${name}`,
        script(readFileSync(join(folder, name))),
      ]),
    ),
  });
  try {
    const tab = await browser.newPage();
    const printed = new Promise((resolve, reject) => {
      tab.on('pageerror', reject);
      tab.on('console', (message) =>
        message.type() === 'log' ? resolve(message.args()) : reject(new Error(message.text())),
      );
    });
    await tab.goto(server.address);
    const values = (await printed).map((value) =>
      value.evaluate((it) => (ArrayBuffer.isView(it) ? [...it] : it)),
    );
    return await Promise.all(values);
  } finally {
    await server.close();
  }
}

/** That the ten lines learned two steps; returns the output of the adapter. */
function checkPrinted([output, deltaNorm, adaptCount]) {
  assert.equal(adaptCount, 2);
  assert.ok(deltaNorm > 0);
  assert.ok(lossOf(output) < lossOf(x));
  return output;
}

/** The output after the two steps, which is the same everywhere. */
let learned;

test('in pages', async (t) => {
  await withChromium(async (browser) => {
    await t.test('through a bundler', async () => {
      await follow(bundle);
      const html = '<script type="module" src="bundle.js"></script>';
      learned = checkPrinted(await printedBy(browser, html));
    });

    await t.test('with the one file beside it, under the policy', async () => {
      const file = join(folder, 'node_modules/microlora/dist/microlora.js');
      copyFileSync(file, join(folder, 'microlora.js'));
      const [inline] = page.match(/(?<=<script type="importmap">)[^]*?(?=<\/script>)/);
      const hash = createHash('sha256').update(inline).digest('base64');
      const headers = { 'Content-Security-Policy': `${policy} 'sha256-${hash}'` };
      assert.deepEqual(checkPrinted(await printedBy(browser, page, headers)), learned);
    });
  });
});

test('in a worker', async () => {
  writeFileSync(join(folder, 'worker.js'), worker);
  const request = { method: 'POST', body: JSON.stringify({ x: [...x], target: [...target] }) };
  const said = await withWorker(await modulesOf(folder, 'worker.js'), async (asked) => {
    const said = [];
    for (let step = 0; step < STEPS; step++) {
      const response = await asked.dispatchFetch('http://127.0.0.1/', request);
      assert.equal(response.status, 200);
      said.push(await response.json());
    }
    return said;
  });
  // Numbers of which f32 has every sum.
  assert.deepEqual(said[0], { loss: lossOf(x), y: [...x] });
  // The page forwards, adapts and learns; the worker learns what it forwarded.
  assert.deepEqual(said[2].y, learned);
  assert.ok(said.at(-1).loss < 0.001 * said[0].loss);
});
