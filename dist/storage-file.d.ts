// microlora/storage/file: a folder as a store, for Node, Deno and Bun.
import type { Store } from './storage.js';

/**
 * A folder with a file `<key>.safetensors` for each key; the first save makes the folder. In the name of
 * the file, everything but `a-z`, `0-9`, `_`, `-` and `.` becomes `%` and hexadecimal digits, and a long
 * key is cut and gets a hash: two keys never share a file. A save takes the place of the one before in
 * one step, after it was flushed to the disk. A program that is killed in a save leaves the old file, and
 * perhaps one that ends in `.tmp`, which a later save removes.
 *
 * @throws when it is used, `LORA_E_STORAGE` where the disk refuses
 */
export function fileStore(folder: string): Store;
