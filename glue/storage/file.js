// A folder of files as a store, for Node, Deno and Bun.
import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileNameOf } from './file-name.js';

/**
 * A save goes to a file beside the old one, is flushed to the disk and then takes its name: whatever
 * ends the program, there is the old one or the new one. Where several programs save, the last is there.
 *
 * @param {string} folder
 */
export function fileStore(folder) {
  const pathOf = (/** @type {string} */ key) => join(folder, fileNameOf(key));
  /** Saves of this store come one after the other. @type {Promise<unknown>} */
  let last = Promise.resolve();

  /**
   * @param {string} path
   * @param {Uint8Array} bytes
   */
  async function write(path, bytes) {
    await mkdir(folder, { recursive: true });
    const temporary = `${path}.${randomUUID()}.tmp`;
    try {
      const file = await open(temporary, 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    } catch (cause) {
      await rm(temporary, { force: true });
      throw cause;
    }
    await syncFolder(folder);
  }

  return {
    /** @param {string} key */
    async get(key) {
      try {
        return await readFile(pathOf(key));
      } catch (cause) {
        if (/** @type {any} */ (cause).code === 'ENOENT') return undefined;
        throw cause;
      }
    },
    /**
     * @param {string} key
     * @param {Uint8Array} bytes
     * @returns {Promise<void>}
     */
    set(key, bytes) {
      const saved = last.then(() => write(pathOf(key), bytes));
      last = saved.catch(() => undefined);
      return saved;
    },
  };
}

/**
 * The new name is on the disk too. Windows opens no folders, and needs none of this.
 *
 * @param {string} folder
 */
async function syncFolder(folder) {
  const handle = await open(folder, 'r').catch(() => undefined);
  if (handle === undefined) return;
  try {
    await handle.sync().catch(() => undefined);
  } finally {
    await handle.close();
  }
}
