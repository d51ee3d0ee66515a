export * from './microlora.js';
export { default } from './microlora.js';
