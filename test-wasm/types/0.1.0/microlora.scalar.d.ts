// The entry without SIMD: the same classes and the same bits.
export * from './microlora.js';
export { default } from './microlora.js';

/** The bytes of microlora.scalar.wasm. */
export function wasm(): Uint8Array<ArrayBuffer>;
