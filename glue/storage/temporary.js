// Temporary files: their names say who writes them, so that those of ended programs can be removed.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { lstat, readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const TEMPORARY = /\.safetensors\.([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.tmp$/;
/** No save takes so long. Of programs on other hosts nothing else can be told. */
const OLD_MS = 60 * 60 * 1000;

/**
 * Deno stops and asks its user in the terminal when a permission is missing. This is not worth a
 * question, so without the permission we do without the answer.
 *
 * @param {object} permission
 */
const isGranted = (permission) => {
  const { permissions } = /** @type {any} */ (globalThis).Deno ?? {};
  return permissions === undefined || permissions.querySync(permission).state === 'granted';
};

/** Where a pid means the same process: in containers of one host it does not. */
function readHost() {
  if (!isGranted({ name: 'sys', kind: 'hostname' })) return randomUUID();
  let pids = '';
  try {
    if (isGranted({ name: 'read' })) pids = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Only Linux has these.
  }
  return `${hostname()} ${pids}`;
}

/** @type {string | undefined} */
let host;
const hostHash = () => (host ??= createHash('sha256').update(readHost()).digest('hex').slice(0, 8));

/** @param {number} pid */
function isAlive(pid) {
  try {
    if (isGranted({ name: 'run' })) process.kill(pid, 0);
    return true;
  } catch (cause) {
    // Others, as EPERM, are of processes that are there.
    return /** @type {any} */ (cause).code !== 'ESRCH';
  }
}

/** @param {string} path */
export const temporaryOf = (path) =>
  `${path}.${hostHash()}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`;

/**
 * Removes what programs left that were killed in a save.
 *
 * @param {string} folder
 * @returns {Promise<number>} how many names there are
 */
export async function removeLeftovers(folder) {
  const names = await readdir(folder);
  for (const name of names) {
    const [, where, pid] = TEMPORARY.exec(name) ?? [];
    if (where === undefined) continue;
    const path = join(folder, name);
    try {
      const ended = where === hostHash() && !isAlive(Number(pid));
      if (ended || Date.now() - (await lstat(path)).mtimeMs > OLD_MS) await rm(path);
    } catch {
      // Someone else removed it, or it may not be removed: the next save tries again.
    }
  }
  return names.length;
}
