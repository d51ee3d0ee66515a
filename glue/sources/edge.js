// The Vercel edge entry's wasm: a module that the platform compiled.
import compiled from 'microlora:module.wasm?module';

export const simd = true;

export const module = () => compiled;

export const scalar = async () => {
  throw new Error('the edge entry carries the SIMD build only');
};
