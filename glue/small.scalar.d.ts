// The entry without SIMD: the same classes and the same bits.
export * from './small.js';
export { default } from './small.js';

/** The bytes of microlora.scalar.wasm. */
export function wasm(): Uint8Array<ArrayBuffer>;
