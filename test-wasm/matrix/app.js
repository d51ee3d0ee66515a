// Empty folders in which the packed tarball is installed, as a user does it.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './processes.js';

export const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Of test-wasm/matrix, where the runtimes and bundlers are. */
export const tool = (path) => here(`node_modules/${path}`);

const TARBALL = 'microlora.tgz';

/**
 * Packs the package and gives a maker of apps that have it.
 *
 * @param {string} root of the package
 */
export async function packPackage(root) {
  const home = mkdtempSync(join(tmpdir(), 'microlora-matrix-'));
  const cache = ['--cache', join(home, 'cache')];
  const { stdout } = await runProgram(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', home, ...cache],
    { cwd: root },
  );
  cpSync(join(home, JSON.parse(stdout)[0].filename), join(home, TARBALL));

  /**
   * @param {string} name of the folder
   * @param {Record<string, string>} files texts, by their paths in it
   * @param {string[]} programs which files of programs/ it gets
   */
  async function makeApp(name, files, programs) {
    const folder = join(home, name);
    const put = (path, text) => {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    put('package.json', '{ "private": true, "type": "module" }\n');
    for (const program of programs) cpSync(here(`programs/${program}`), join(folder, program));
    for (const [path, text] of Object.entries(files)) put(path, text);
    const install = ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts'];
    await runProgram('npm', [...install, ...cache, join(home, TARBALL)], { cwd: folder });
    return folder;
  }

  return { makeApp, remove: () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }) };
}
