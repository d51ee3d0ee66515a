// The tarball that npm pack makes, installed in an empty folder as a user would.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './helpers.js';

export async function installPacked() {
  const folder = mkdtempSync(join(tmpdir(), 'microlora-package-'));
  const app = join(folder, 'app');
  mkdirSync(app);
  const cache = ['--cache', join(folder, 'cache')];
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder, ...cache];
  const { stdout } = await run('npm', pack, { cwd: root });
  const [packed] = JSON.parse(stdout);
  const tarball = join(folder, packed.filename);
  writeFileSync(join(app, 'package.json'), '{ "private": true, "type": "module" }');
  const install = ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', ...cache];
  await run('npm', [...install, tarball], { cwd: app });
  return {
    /** What npm says of it: its files, its version. */
    packed,
    tarball,
    /** The folder where it is installed. */
    app,
    /** Runs a module there; returns what it printed. */
    async run(source, flags = []) {
      const name = `${readdirSync(app).length}.mjs`;
      writeFileSync(join(app, name), source);
      return (await run(process.execPath, [...flags, name], { cwd: app })).stdout.trim();
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
