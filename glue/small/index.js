// Everything the small entry and its variants export.
export * from '../index.js';
export { default } from '../loader.js';
