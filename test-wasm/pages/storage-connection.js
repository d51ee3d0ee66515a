// Functions for a test that takes the connection to IndexedDB away from a store, and databases of others.
import init, { MicroLoRA } from '../../dist/microlora.js';
import { inspect } from '../../dist/safetensors.js';
import { indexedDBStore, loadFrom, saveTo } from '../../dist/storage.js';
import { show } from './show.js';

const NAME = 'microlora-connection';

/** All connections, as a page that closes those of others would know them. */
const connections = [];
let opened = 0;
const { open } = IDBFactory.prototype;
IDBFactory.prototype.open = function (...args) {
  const request = open.apply(this, args);
  request.addEventListener('success', () => connections.push(request.result));
  opened++;
  return request;
};

const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const store = indexedDBStore(NAME);

window.connection = {
  opened: () => opened,
  async save(version) {
    await saveTo(store, 'k', new MicroLoRA({ dim: 4 }), { metadata: { version } });
  },
  async found() {
    (await loadFrom(store, 'k')).free();
    return inspect(await store.get('k')).metadata.version;
  },
  closeAll: () => connections.splice(0).forEach((database) => database.close()),
  /** Several at once, on a connection that is closed. */
  async saveAll(versions) {
    await Promise.all(versions.map((version) => window.connection.save(version)));
  },
  /** Closed while transactions run and others are about to begin. */
  async closeBetween() {
    const saving = window.connection.saveAll(['1', '2', '3']);
    await Promise.resolve();
    window.connection.closeAll();
    await saving;
  },
  deleteDatabase: () => settled(indexedDB.deleteDatabase(NAME)),
  missing: async () => (await loadFrom(store, 'k')) === undefined,
  /** The error of a store over a database that another program made. */
  async foreign(version, stores) {
    const name = `foreign ${version} ${stores}`;
    const request = open.call(indexedDB, name, version);
    request.onupgradeneeded = () =>
      stores.forEach((other) => request.result.createObjectStore(other));
    (await settled(request)).close();
    const answers = [];
    const other = indexedDBStore(name);
    for (let i = 0; i < 2; i++) {
      await loadFrom(other, 'k').catch(({ code, message }) => answers.push(`${code}: ${message}`));
    }
    return answers;
  },
};

show(async () => {
  await init();
  return {};
});
