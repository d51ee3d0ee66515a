// Where and on what a run was made.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;

function git(...args) {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** @param {string} dist */
export function describeRun(dist) {
  const buildInfo = join(dist, 'BUILDINFO');
  const changed = git('status', '--porcelain', '--', 'core', 'abi', 'glue', 'dist', 'Makefile');
  return {
    date: new Date().toISOString(),
    commit: git('rev-parse', '--short=12', 'HEAD') || 'unknown',
    // Built from sources that are not in that commit.
    uncommitted: changed !== '',
    build: existsSync(buildInfo) ? readFileSync(buildInfo, 'utf8').trim().split('\n') : [],
    node: process.version,
    v8: process.versions.v8,
    machine: {
      cpu: os.cpus()[0]?.model.trim() ?? 'unknown',
      cores: os.cpus().length,
      memoryGiB: Math.round(os.totalmem() / 2 ** 30),
      system: `${os.type()} ${os.release()} ${os.arch()}`,
      loadBefore: os.loadavg()[0],
    },
  };
}
