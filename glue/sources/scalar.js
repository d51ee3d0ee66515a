// The scalar entry's wasm, inside; there is nothing to fall back to.
import packed from 'microlora:microlora.scalar.wasm';
import { unpack } from './unpack.js';

export const simd = false;

export const module = () => unpack(packed);

export const scalar = async () => module();
