// IndexedDB without a browser: connections that fail in the ways of several browsers, and databases of
// others. The real Chromium is in ../storage-browser.test.js.
import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { forceCloseDatabase, IDBFactory, IDBDatabase, IDBObjectStore } from 'fake-indexeddb';
import * as idbKeyval from 'idb-keyval';
import init, { LoraError, MicroLoRA } from '../../dist/microlora.js';
import { inspect } from '../../dist/safetensors.js';
import { indexedDBStore, loadFrom, saveTo } from '../../dist/storage.js';

await init();
const lora = new MicroLoRA({ dim: 4 });
after(() => lora.free());

/** Connections in the order in which they were opened, and what opening one fails with. */
let connections;
let openFails;

beforeEach(() => {
  connections = [];
  openFails = undefined;
  const factory = new IDBFactory();
  globalThis.indexedDB = factory;
  const { open } = factory;
  factory.open = (...args) => {
    if (openFails) throw openFails;
    const request = open.apply(factory, args);
    request.addEventListener('success', () => connections.push(request.result));
    return request;
  };
});

const saveVersion = (store, version) => saveTo(store, 'k', lora, { metadata: { version } });
async function found(store) {
  (await loadFrom(store, 'k')).free();
  return inspect(await store.get('k')).metadata.version;
}

/** Safari's error when the process that keeps the data ended. */
const lost = () =>
  new DOMException(
    'Connection to Indexed Database server lost. Refresh the page to try again',
    'UnknownError',
  );

/** How a kept connection comes to fail. Each takes the last one. */
const failures = {
  'closed by someone else': (connection) => connection.close(),
  'closed by the browser, which says so': (connection) => forceCloseDatabase(connection),
  'closed by the browser, which says nothing': (connection) => {
    connection.onclose = null;
    connection.close();
  },
  'lost, as Safari has it': (connection) => {
    connection.transaction = () => {
      throw lost();
    };
  },
  'lost in the middle of a transaction': (connection) => {
    connection.transaction = (...args) => {
      const transaction = IDBDatabase.prototype.transaction.apply(connection, args);
      queueMicrotask(() => transaction.abort());
      return transaction;
    };
  },
};

for (const [name, fail] of Object.entries(failures)) {
  test(`a connection ${name}: save and load work, and open one anew`, async () => {
    const store = indexedDBStore('db');
    await saveVersion(store, 'one');
    fail(connections[0]);
    await saveVersion(store, 'two');
    assert.equal(await found(store), 'two');
    assert.equal(connections.length, 2);
    fail(connections[1]);
    assert.equal(await found(store), 'two');
    fail(connections[2]);
    await Promise.all(['a', 'b', 'c'].map((version) => saveVersion(store, version)));
    assert.equal(await found(store), 'c');
    assert.equal(connections.length, 4, 'those that fail together share the new one');
  });
}

test('what fails again on a new connection is an error, after two tries; the next call tries anew', async () => {
  const store = indexedDBStore('db');
  await saveVersion(store, 'one');
  const { put } = IDBObjectStore.prototype;
  let tries = 0;
  const full = new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  IDBObjectStore.prototype.put = () => {
    tries++;
    throw full;
  };
  try {
    await assert.rejects(saveVersion(store, 'two'), (error) => {
      assert.ok(error instanceof LoraError);
      assert.equal(error.code, 'LORA_E_STORAGE');
      assert.match(
        error.message,
        /^saving "k" failed: IndexedDB failed, also on a new connection \(The quota .*\); reload the page, make room/,
      );
      assert.equal(error.cause.cause, full);
      return true;
    });
    assert.equal(tries, 2);
    // On a connection of its own an error is not tried again.
    await assert.rejects(saveVersion(indexedDBStore('other'), 'two'), {
      message: /^saving "k" failed: IndexedDB failed \(The quota/,
    });
    assert.equal(tries, 3);
  } finally {
    IDBObjectStore.prototype.put = put;
  }
  assert.equal(await found(store), 'one');
  await saveVersion(store, 'three');
  assert.equal(await found(store), 'three');
});

test('a lost connection that cannot be opened again is an error; later it can', async () => {
  const store = indexedDBStore('db');
  await saveVersion(store, 'one');
  connections[0].close();
  openFails = lost();
  for (let i = 0; i < 2; i++) {
    await assert.rejects(loadFrom(store, 'k'), {
      code: 'LORA_E_STORAGE',
      message:
        /^loading "k" failed: IndexedDB cannot be used here \(Connection .* lost.*another store/,
    });
  }
  openFails = undefined;
  assert.equal(await found(store), 'one');
});

test('a database of another program: the error says whose it is, and nothing of it changes', async () => {
  for (const [version, stores, message] of [
    [1, [], /the database "theirs" has no object store "files", so it is another program's/],
    [1, ['keyval'], /has no object store "files".*give indexedDBStore another name$/],
    [3, ['files'], /the database "theirs" has a later version.*give indexedDBStore another name$/],
  ]) {
    globalThis.indexedDB = new IDBFactory();
    const request = indexedDB.open('theirs', version);
    request.onupgradeneeded = () =>
      stores.forEach((name) => request.result.createObjectStore(name));
    await new Promise((resolve) => (request.onsuccess = resolve));
    request.result.close();
    const store = indexedDBStore('theirs');
    for (const call of [() => loadFrom(store, 'k'), () => saveTo(store, 'k', lora)]) {
      await assert.rejects(call, { code: 'LORA_E_STORAGE', message });
    }
    const [{ version: still }] = await indexedDB.databases();
    assert.equal(still, version);
    // No connection is left that would block its owner.
    await new Promise((resolve, reject) => {
      const deletion = indexedDB.deleteDatabase('theirs');
      deletion.onsuccess = resolve;
      deletion.onblocked = reject;
    });
  }
});

test('a value of others under the key is named', async () => {
  const store = indexedDBStore('db');
  await store.set('k', { adapter: 1 });
  await assert.rejects(loadFrom(store, 'k'), {
    code: 'LORA_E_STORAGE',
    message: /the store \(indexedDBStore\) gave an object \(Object\) with the keys adapter instead/,
  });
});

test('another tab may delete the database at any time', async () => {
  const store = indexedDBStore('db');
  await saveVersion(store, 'one');
  await new Promise((resolve, reject) => {
    const deletion = indexedDB.deleteDatabase('db');
    deletion.onsuccess = resolve;
    deletion.onblocked = reject;
  });
  assert.equal(await loadFrom(store, 'k'), undefined);
  await saveVersion(store, 'two');
  assert.equal(await found(store), 'two');
});

test('idb-keyval is a store as it is', async () => {
  await saveVersion(idbKeyval, 'one');
  assert.equal(await found(idbKeyval), 'one');
  await idbKeyval.set('k', 'text');
  await assert.rejects(loadFrom(idbKeyval, 'k'), { message: /the store \(Module\) gave the text/ });
});
