// Modules that exist only while the glue is bundled; glue/build/build.js makes them.
declare module 'microlora:abi' {
  export type Code = import('./microlora.js').LoraErrorCode;
  export const STATUS: Record<Code, number>;
  export const ABI_VERSION: number;
  export const VERSION: string;
  export const MAX_BATCH: number;
  export const MAX_CANDIDATES: number;
  export const MAX_DIM: number;
  export const MAX_RANK: number;
  export const MAX_SCOPES: number;
}

declare module 'microlora:source' {
  export const simd: boolean;
  export const module: () => Uint8Array<ArrayBuffer> | WebAssembly.Module;
  export const scalar: () => Promise<Uint8Array<ArrayBuffer> | WebAssembly.Module>;
}

declare module 'microlora:*.wasm' {
  const packed: { frequent: number[]; text: string };
  export default packed;
}

declare module '*microlora.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

declare module '*microlora.wasm?module' {
  const module: WebAssembly.Module;
  export default module;
}

declare module '*microlora.scalar.js' {
  export const wasm: () => Uint8Array<ArrayBuffer>;
}

// The main entry of the same variant, which lies beside the bundle: one engine and one set of classes.
declare module 'microlora:main' {
  export const LoraError: typeof import('./error.js').LoraError;
  export const MicroLoRA: typeof import('./micro-lora.js').MicroLoRA;
  export const ScopedLoRA: typeof import('./scoped-lora.js').ScopedLoRA;
  export const TrajectoryBuffer: typeof import('./trajectory-buffer.js').TrajectoryBuffer;
  export type LoraError = import('./error.js').LoraError;
  export type MicroLoRA = import('./micro-lora.js').MicroLoRA;
  export type ScopedLoRA = import('./scoped-lora.js').ScopedLoRA;
  export type TrajectoryBuffer = import('./trajectory-buffer.js').TrajectoryBuffer;
}

// The entry microlora/safetensors of the same variant.
declare module 'microlora:files' {
  export const load: typeof import('./safetensors/load.js').load;
  export const save: typeof import('./safetensors/save.js').save;
}
