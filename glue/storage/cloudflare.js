// What Cloudflare Workers keep things in, as stores.

/** @param {any} namespace a KV binding; what is read may be up to a minute old there */
export const kvStore = (namespace) => ({
  [Symbol.toStringTag]: 'kvStore',
  /** @param {string} key */
  get: (key) => namespace.get(key, 'arrayBuffer'),
  /**
   * @param {string} key
   * @param {Uint8Array} bytes
   */
  set: (key, bytes) => namespace.put(key, bytes),
});

/** @param {any} storage `state.storage` of a Durable Object; it may refuse values above 128 KiB */
export const durableObjectStore = (storage) => ({
  [Symbol.toStringTag]: 'durableObjectStore',
  /** @param {string} key */
  get: (key) => storage.get(key),
  /**
   * @param {string} key
   * @param {Uint8Array} bytes
   */
  set: (key, bytes) => storage.put(key, bytes),
});
