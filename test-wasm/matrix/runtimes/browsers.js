// Three browsers: a page, a Web Worker, a service worker, and pages opened from file:.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { BROWSERS, missingPackages, outcomeOfPage, withFolder } from '../pages.js';

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

// Firefox has no module service workers up to release 146.
const SERVICE_WORKERS = {
  chromium: { file: 'service-worker.js', type: 'module' },
  firefox: { file: 'service-worker.js', type: 'module' },
  webkit: { file: 'service-worker.js', type: 'module' },
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
  put('service-worker.classic.js', await bundle('service-worker.js', 'iife'));
  put('inline.html', html(`<script type="module">${await bundle('page.js', 'esm')}</script>`));
}

const target = ({ id, label, ...browser }) => ({
  id,
  missing: async () => {
    const packages = missingPackages([browser]);
    return packages.length === 0
      ? undefined
      : `install with: sudo apt-get install --no-install-recommends ${packages.join(' ')}`;
  },
  async *rows({ makeApp }) {
    const folder = await makeApp(id, PAGES, PROGRAMS);
    await addBundles(folder);
    const served = (path) => () =>
      withFolder(folder, (address) => outcomeOfPage(`${address}/${path}`, id));
    const fromFile = (name) => () => outcomeOfPage(pathToFileURL(join(folder, name)).href, id);
    const worker = SERVICE_WORKERS[id];
    yield { label: `${label}, page`, run: served('page.html') };
    yield { label: `${label}, Web Worker`, run: served('worker.html') };
    yield {
      label: `${label}, service worker`,
      note: worker.type === 'module' ? 'a module' : 'bundled: it has no module service workers',
      run: served(`service-worker.html?${new URLSearchParams(worker)}`),
    };
    yield { label: `${label}, file: page, classic script`, note: 'bundled', run: fromFile('classic.html') };
    yield { label: `${label}, file: page, inline module`, note: 'bundled', run: fromFile('inline.html') };
    yield {
      label: `${label}, file: page, module in a file`,
      note: 'the browser refuses every module from file:, so bundle into one of the two above',
      mustBeRefused: true,
      run: fromFile('refused.html'),
    };
  },
});

export const targets = BROWSERS.map(target);
