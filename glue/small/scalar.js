// The scalar entry of the small edition, with its wasm for those who load it in another way.
export * from './index.js';
export { default } from '../loader.js';
export { module as wasm } from 'microlora:source';
