// Everything the default entry and its variants export.
export { createEngine, default, initSync } from './loader.js';
export { LoraError } from './error.js';
export { MicroLoRA } from './micro-lora.js';
export { ScopedLoRA } from './scoped-lora.js';
export { TrajectoryBuffer } from './trajectory-buffer.js';
export { average } from './average.js';
export { DEFAULT_CATEGORIES, DEFAULT_SCOPES, PUBLISHED_SCOPES } from './scopes.js';
export { WasmMicroLoRA, WasmScopedLoRA, WasmTrajectoryBuffer } from './published.js';
