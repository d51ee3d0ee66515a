// IndexedDB as a store: a database of its own with one object store.

const STORE = 'files';

/**
 * @template Result
 * @param {IDBRequest<Result>} request
 * @returns {Promise<Result>}
 */
const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** @param {string} name */
async function open(name) {
  try {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    return await answer(request);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `IndexedDB cannot be used here (${why}); a sandboxed frame needs allow-same-origin, a browser ` +
        'may block it for other sites; or give another store',
      { cause },
    );
  }
}

/**
 * A save is one transaction, which happens as a whole or not at all, also where several tabs save: the
 * one that ends last is what is there.
 *
 * @param {string} [name] of the database
 */
export function indexedDBStore(name = 'microlora') {
  /** @type {Promise<IDBDatabase> | undefined} */
  let opened;
  const database = () => {
    // Another try is possible after a failure, and after the browser has closed it.
    opened ??= open(name).catch((error) => {
      opened = undefined;
      throw error;
    });
    return opened.then((db) => {
      db.onclose = () => (opened = undefined);
      db.onversionchange = () => {
        opened = undefined;
        db.close();
      };
      return db;
    });
  };
  return {
    /** @param {string} key */
    async get(key) {
      return answer((await database()).transaction(STORE).objectStore(STORE).get(key));
    },
    /**
     * @param {string} key
     * @param {Uint8Array} bytes
     * @returns {Promise<void>}
     */
    async set(key, bytes) {
      const transaction = (await database()).transaction(STORE, 'readwrite', {
        durability: 'strict',
      });
      transaction.objectStore(STORE).put(bytes, key);
      return new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
    },
  };
}
