// Three browsers: a page, a Web Worker, a service worker, and pages opened from file:.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { BROWSERS, missingBrowser, outcomeOfPage, withFolder } from '../pages.js';

const PROGRAMS = [
  'check.js',
  'outcome-by-path.js',
  'page.js',
  'service-worker.js',
  'service-worker-page.js',
  'worker.js',
  'worker-page.js',
];

const html = (...lines) => ['<!doctype html>', '<meta charset="utf-8" />', ...lines, ''].join('\n');
const moduleOf = (file) => html(`<script type="module" src="${file}"></script>`);
const PAGES = {
  'page.html': moduleOf('page.js'),
  'worker.html': moduleOf('worker-page.js'),
  'service-worker.html': moduleOf('service-worker-page.js'),
  'classic.html': html('<script src="page.classic.js"></script>'),
  'refused.html': html(
    `<script>const say = () => (window.outcome = '{ "refused": true }');</script>`,
    '<script type="module" src="page.js" onerror="say()"></script>',
  ),
};

/** What any bundler makes for places that load no modules. */
async function addBundles(folder) {
  const bundle = async (entry, format) => {
    const { outputFiles } = await build({
      absWorkingDir: folder,
      entryPoints: [entry],
      bundle: true,
      write: false,
      format,
      logLevel: 'silent',
    });
    return outputFiles[0].text;
  };
  const put = (name, text) => writeFileSync(join(folder, name), text);
  put('page.classic.js', await bundle('page.js', 'iife'));
  put('inline.html', html(`<script type="module">${await bundle('page.js', 'esm')}</script>`));
}

const target = ({ id, label }) => ({
  id,
  label,
  missing: async () => missingBrowser(id),
  async *rows({ makeApp }) {
    const folder = await makeApp(id, PAGES, PROGRAMS);
    await addBundles(folder);
    const served = (path) => () =>
      withFolder(folder, (address) => outcomeOfPage(`${address}/${path}`, id));
    const fromFile = (name) => () => outcomeOfPage(pathToFileURL(join(folder, name)).href, id);
    yield { how: 'page', run: served('page.html') };
    yield { how: 'Web Worker', run: served('worker.html') };
    yield { how: 'service worker', note: 'a module', run: served('service-worker.html') };
    yield { how: 'file: (classic script)', note: 'bundled', run: fromFile('classic.html') };
    yield { how: 'file: (inline module)', note: 'bundled', run: fromFile('inline.html') };
    yield {
      how: 'file: (module in a file)',
      note: 'the browser refuses every module from file:, so bundle into one of the two above',
      mustBeRefused: true,
      run: fromFile('refused.html'),
    };
  },
});

export const targets = BROWSERS.map(target);
