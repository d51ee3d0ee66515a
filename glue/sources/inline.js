// The default entry's wasm: SIMD inside, scalar in a file beside it that is fetched only if needed.
import packed from 'microlora:microlora.wasm';
import { unpack } from './unpack.js';

export const simd = true;

export const module = () => unpack(packed);

export const scalar = async () => (await import('./microlora.scalar.js')).wasm();
