// The scalar entry's wasm; there is nothing to fall back to.
import { wasm } from 'microlora:scalar-wasm';

export const simd = false;

export const module = wasm;

export const scalar = async () => module();
