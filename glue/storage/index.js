// Everything the entry microlora/storage exports.
export { durableObjectStore, kvStore } from './cloudflare.js';
export { indexedDBStore } from './indexed-db.js';
export { loadFrom, saveTo } from './store.js';
