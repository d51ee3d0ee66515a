// The workerd entry's wasm: a module that the platform compiled, as bytes may not be compiled there.
import compiled from 'microlora:module.wasm';

export const simd = true;

export const module = () => compiled;

export const scalar = async () => {
  throw new Error('this entry carries the SIMD build only, which workerd always has');
};
