// The entries `microlora/wasm` and `microlora/wasm-scalar`: what an import of a .wasm file gives.
import type { ModuleSource } from './microlora.js';

/**
 * For `init({ module })`. What it is depends on who resolves the import: a compiled module in workerd,
 * an address or bytes with a bundler that is told so. Node, before it imports wasm by itself, reads the
 * file: `readFileSync(fileURLToPath(import.meta.resolve('microlora/wasm')))`.
 */
declare const source: ModuleSource;
export default source;
