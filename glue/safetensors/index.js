// Everything the entry microlora/safetensors exports.
export { exportPeft } from './export-peft.js';
export { importPeft } from './import-peft.js';
export { inspect } from './inspect.js';
export { load } from './load.js';
export { save } from './save.js';
