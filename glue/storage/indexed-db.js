// IndexedDB as a store: a database of its own with one object store.
import { quote } from '../text.js';
import { reasonOf } from './reason.js';

const STORE = 'files';

/**
 * @template Result
 * @param {IDBRequest<Result>} request
 * @returns {Promise<Result>}
 */
const resultOf = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/**
 * @param {string} name
 * @param {string} what
 * @param {unknown} [cause]
 */
const foreign = (name, what, cause) =>
  new Error(
    `the database ${quote(name)} ${what}, so it is another program's; give indexedDBStore another name`,
    { cause },
  );

/**
 * @param {string} name
 * @param {() => void} lost called when the connection is of no use any more
 */
async function open(name, lost) {
  /** @type {IDBDatabase} */
  let database;
  try {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    database = await resultOf(request);
  } catch (/** @type {any} */ cause) {
    if (cause?.name === 'VersionError') throw foreign(name, 'has a later version', cause);
    throw new Error(
      `IndexedDB cannot be used here (${reasonOf(cause)}); a sandboxed frame needs ` +
        'allow-same-origin, a browser may block it for other sites; or give another store',
      { cause },
    );
  }
  if (!database.objectStoreNames.contains(STORE)) {
    database.close();
    throw foreign(name, `has no object store ${quote(STORE)}`);
  }
  database.onclose = lost;
  database.onversionchange = () => {
    lost();
    database.close();
  };
  return database;
}

/**
 * @param {IDBDatabase} database
 * @param {string} key
 */
const read = (database, key) => resultOf(database.transaction(STORE).objectStore(STORE).get(key));

/**
 * @param {IDBDatabase} database
 * @param {string} key
 * @param {Uint8Array} bytes
 * @returns {Promise<void>}
 */
function write(database, key, bytes) {
  const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
  transaction.objectStore(STORE).put(bytes, key);
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('it was aborted'));
  });
}

/**
 * A save is one transaction, which happens as a whole or not at all, also where several tabs save: the
 * one that ends last is what is there.
 *
 * @param {string} [name] of the database
 */
export function indexedDBStore(name = 'microlora') {
  /** @type {Promise<IDBDatabase> | undefined} */
  let kept;

  /** @param {Promise<IDBDatabase>} connection */
  function forget(connection) {
    if (kept === connection) kept = undefined;
  }

  function connect() {
    /** @type {Promise<IDBDatabase>} */
    const connection = open(name, () => forget(connection));
    connection.catch(() => forget(connection));
    return (kept = connection);
  }

  /**
   * Browsers drop connections, and not all of them say so: what fails on a kept one is tried once more
   * on a new one. To put the same bytes twice does no harm.
   *
   * @template Result
   * @param {(database: IDBDatabase) => Promise<Result>} operation
   */
  async function run(operation) {
    const old = kept;
    if (old !== undefined) {
      try {
        return await operation(await old);
      } catch {
        forget(old);
        old.then((database) => database.close()).catch(() => undefined);
      }
    }
    const database = await (kept ?? connect());
    try {
      return await operation(database);
    } catch (cause) {
      throw new Error(
        `IndexedDB failed${old ? ', also on a new connection' : ''} (${reasonOf(cause)}); reload ` +
          'the page, make room if its storage is full, or give another store',
        { cause },
      );
    }
  }

  return {
    [Symbol.toStringTag]: 'indexedDBStore',
    /** @param {string} key */
    get: (key) => run((database) => read(database, key)),
    /**
     * @param {string} key
     * @param {Uint8Array} bytes
     */
    set: (key, bytes) => run((database) => write(database, key, bytes)),
  };
}
