// microlora/storage: saves where users keep things. The types, and with them the manual.
import type {
  EmbeddingSpace,
  MicroLoRA,
  Policy,
  ScopedLoRA,
  TrajectoryBuffer,
} from './microlora.js';
import type { LoadOptions, Savable, SaveOptions } from './safetensors.js';

/**
 * Where files are kept: a `Map`, the module `idb-keyval`, one of the stores below, `fileStore` of
 * `microlora/storage/file`, or one of your own. Of two saves under one key, also of two tabs or
 * programs, the one that ends last is there, as a whole.
 */
export interface Store {
  /**
   * The bytes under a key; `undefined` or `null` where there are none. Any shape of bytes will do: a view,
   * a buffer, an array of numbers, the JSON of a `Buffer`, or what has `arrayBuffer()`, as a `Blob`.
   *
   * @throws what it likes: `LORA_E_STORAGE` then has it as `cause`
   */
  get(key: string): unknown;
  /**
   * Keeps bytes under a key, in place of those that were there. Returning `false` means it could not.
   *
   * @throws as `get`
   */
  set(key: string, bytes: Uint8Array<ArrayBuffer>): unknown;
}

/**
 * Saves an object as it is at the call, as `save` does.
 *
 * @throws `LORA_E_STORAGE` where the store fails, with its error as `cause`; as `save`
 */
export function saveTo(
  store: Store,
  key: string,
  object: Savable,
  options?: SaveOptions,
): Promise<void>;

/**
 * The object that was saved last under a key, `undefined` where there is none.
 *
 * @throws `LORA_E_STORAGE` where the store fails, with its error as `cause`, or gives no bytes, as a
 * store does that keeps JSON; as `load`
 */
export function loadFrom(
  store: Store,
  key: string,
  options?: LoadOptions,
): Promise<MicroLoRA | ScopedLoRA | TrajectoryBuffer | EmbeddingSpace | Policy | undefined>;

/**
 * IndexedDB, in a database of its own. For pages and workers. A connection that the browser dropped is
 * opened again.
 *
 * @throws when it is used, `LORA_E_STORAGE` where there is no IndexedDB, or it is blocked, or the
 * database of that name is another program's
 */
export function indexedDBStore(name?: string): Store;

/**
 * A KV namespace of Cloudflare Workers. What is read may be up to a minute old there.
 *
 * @throws when it is used, `LORA_E_STORAGE` where the namespace refuses
 */
export function kvStore(namespace: {
  get(key: string, type: 'arrayBuffer'): Promise<ArrayBuffer | null>;
  put(key: string, value: ArrayBufferView): Promise<void>;
}): Store;

/**
 * `state.storage` of a Durable Object.
 *
 * @throws when it is used, `LORA_E_STORAGE` where it refuses, as it may for values above 128 KiB
 */
export function durableObjectStore(storage: {
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
}): Store;
