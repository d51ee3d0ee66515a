// The one file beside a page: the README's own page loads it in Chromium, and the hash that it gives is
// its hash; another file is refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { INTEGRITY, integrityOf } from '../glue/build/integrity.js';
import { withChromium } from './support/browsers.js';
import { read } from './support/helpers.js';
import { serveTable } from './support/serve-table.js';

const readme = read('README.md').toString();
const file = read('dist/microlora.js');
// Works as well, and is not what the hash is of.
const changed = Buffer.concat([file, Buffer.from('// changed\n')]);
const [example] = readme.match(/(?<=^```html\n)[^]*?(?=^```)/m);
const integrity = integrityOf(file);

const learns = `
  import init, { MicroLoRA } from 'microlora';
  await init();
  const lora = new MicroLoRA({ dim: 2 });
  lora.learn(Float32Array.of(1, 2), Float32Array.of(2, 1));
  document.title = lora.deltaNorm > 0 ? 'learned' : 'did not learn';`;

/** The example as it stands, in a page that says whether it loads. */
const page = (html) =>
  `<!doctype html><link rel="icon" href="data:,"><title>waiting</title>
   <script>addEventListener('error', () => (document.title = 'refused'), true);</script>
   ${html}`;

/** What becomes of a page, where a file lies beside it. */
async function visit(html, beside) {
  const server = await serveTable({
    '/': { body: page(html) },
    '/app.js': { type: 'text/javascript', body: learns },
    '/microlora.js': { type: 'text/javascript', body: beside },
  });
  try {
    return await withChromium(async (browser) => {
      const tab = await browser.newPage();
      const complaints = [];
      tab.on('console', (message) => complaints.push(message.text()));
      tab.on('pageerror', (error) => complaints.push(String(error)));
      await tab.goto(server.address);
      await tab.waitForFunction(() => document.title !== 'waiting', { timeout: 30_000 });
      // A hash on a script or link element binds that element only; this one binds every import.
      const again = await tab.evaluate(() =>
        import('/microlora.js').then(
          () => 'learned',
          () => 'refused',
        ),
      );
      assert.equal(await tab.title(), again);
      return { outcome: again, complaints: complaints.join('\n') };
    });
  } finally {
    await server.close();
  }
}

test('the hashes in the README are those of dist/microlora.js', () => {
  const named = readme.match(INTEGRITY) ?? [];
  assert.ok(named.length > 0);
  for (const one of named) assert.equal(one, integrity, 'run make dist');
});

test('with the hash in an import map: this file is loaded, another one is refused', async () => {
  assert.deepEqual(await visit(example, file), { outcome: 'learned', complaints: '' });
  const { outcome, complaints } = await visit(example, changed);
  assert.equal(outcome, 'refused');
  assert.match(complaints, /integrity/i);
  // It is the hash that refuses it: without one, this file works.
  const trusting = example.replace(INTEGRITY, '');
  assert.equal((await visit(trusting, changed)).outcome, 'learned');
});
