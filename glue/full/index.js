// Everything the default entry and its variants export.
export * from '../index.js';
export { default } from '../loader.js';
export { average } from './average.js';
export { EmbeddingSpace } from './embedding-space.js';
