// microlora/storage/file: a folder as a store, for Node, Deno and Bun.
import type { Store } from './storage.js';

/**
 * A folder, which is made where there is none, with a file `<key>.safetensors` for each key. A save
 * takes the place of the one before in one step, after it was flushed to the disk: a program that is
 * killed in a save leaves the old one, and perhaps a file that ends in `.tmp`.
 *
 * @throws when it is used, `LORA_E_STORAGE` where the disk refuses
 */
export function fileStore(folder: string): Store;
