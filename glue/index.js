// Everything that both editions export.
export { createEngine, default, initSync } from './loader.js';
export { LoraError } from './error.js';
export { MicroLoRA } from 'microlora:edition/micro-lora.js';
export { ScopedLoRA } from 'microlora:edition/scoped-lora.js';
export { TrajectoryBuffer } from './trajectory-buffer.js';
export { DEFAULT_CATEGORIES, DEFAULT_SCOPES } from './scopes.js';
export { COMPAT_SCOPES, WasmMicroLoRA, WasmScopedLoRA, WasmTrajectoryBuffer } from './compat.js';
