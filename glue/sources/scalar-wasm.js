// The scalar module alone, for the entries that fall back to it or start with it.
import packed from 'microlora:scalar.wasm';
import { unpack } from './unpack.js';

export const wasm = () => unpack(packed);
