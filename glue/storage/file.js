// A folder of files as a store, for Node, Deno and Bun.
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileNameOf } from './file-name.js';
import { removeLeftovers, temporaryOf } from './temporary.js';

/** To list a folder of more names takes as long as a save, so it is done once in a while. */
const MANY_NAMES = 1000;
const A_WHILE_MS = 60_000;

/** @param {unknown} error */
const isNotThere = (error) => /** @type {any} */ (error).code === 'ENOENT';

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
  let tidyAgain = 0;

  /** No save fails because of what others left. */
  async function tidy() {
    if (Date.now() < tidyAgain) return;
    const names = await removeLeftovers(folder).catch(() => 0);
    tidyAgain = names > MANY_NAMES ? Date.now() + A_WHILE_MS : 0;
  }

  /**
   * @param {string} path
   * @param {Uint8Array} bytes
   */
  async function replace(path, bytes) {
    await mkdir(folder, { recursive: true });
    const temporary = temporaryOf(path);
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
      await rm(temporary, { force: true }).catch(() => undefined);
      throw cause;
    }
  }

  /**
   * @param {string} path
   * @param {Uint8Array} bytes
   */
  async function write(path, bytes) {
    // First, as they may be what fills the disk.
    await tidy();
    try {
      await replace(path, bytes);
    } catch (cause) {
      // A program that slept for long, or whose folder was emptied, finds its temporary file removed.
      if (!isNotThere(cause)) throw cause;
      await replace(path, bytes);
    }
    await syncFolder(folder);
  }

  return {
    [Symbol.toStringTag]: 'fileStore',
    /** @param {string} key */
    async get(key) {
      try {
        return await readFile(pathOf(key));
      } catch (cause) {
        if (isNotThere(cause)) return undefined;
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
