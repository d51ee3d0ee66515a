// The wasm of an entry for pages, bundlers and Node: SIMD inside, scalar in a file beside it that is fetched
// only where SIMD does not work.
import packed from 'microlora:simd.wasm';
import { unpack } from './unpack.js';

export const simd = true;

export const module = () => unpack(packed);

export const scalar = async () => (await import('microlora:scalar-wasm')).wasm();
