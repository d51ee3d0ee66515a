// Modules that exist only while the glue is bundled; glue/build/build.js makes them.
declare module 'microlora:source' {
  export const simd: boolean;
  export const module: () => Uint8Array<ArrayBuffer> | WebAssembly.Module;
  export const scalar: () => Promise<Uint8Array<ArrayBuffer> | WebAssembly.Module>;
}

declare module 'microlora:simd.wasm' {
  const packed: { frequent: number[]; text: string };
  export default packed;
}

declare module 'microlora:scalar.wasm' {
  const packed: { frequent: number[]; text: string };
  export default packed;
}

declare module 'microlora:module.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

declare module 'microlora:module.wasm?module' {
  const module: WebAssembly.Module;
  export default module;
}

// The file with the scalar module of an edition, which lies beside the bundle.
declare module 'microlora:scalar-wasm' {
  export const wasm: () => Uint8Array<ArrayBuffer>;
}
