// Everything the default entry and its variants export.
export * from '../index.js';
export { default } from '../loader.js';
export { average } from './average.js';
export { EmbeddingSpace } from './embedding-space.js';
export { Policy } from './policy.js';
// Its earlier name.
export { COMPAT_SCOPES as PUBLISHED_SCOPES } from '../compat.js';
