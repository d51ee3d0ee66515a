// Scenarios of loading, each in a process of its own, where nothing is initialised yet.
import { at, runNodeForJson, urlOf, wasmFiles } from './helpers.js';

export const DEFAULT = urlOf('dist/microlora.js');
export const SCALAR = urlOf('dist/microlora.scalar.js');

/** Runs the body of an async function; returns what that returns. */
export const scenario = (body, { entry = DEFAULT, flags = [], before = '' } = {}) =>
  runNodeForJson(
    `import { readFileSync } from 'node:fs';
     ${before}
     const api = await import(${JSON.stringify(entry)});
     const { default: init, initSync, createEngine, MicroLoRA, LoraError } = api;
     const simdBytes = readFileSync(${JSON.stringify(at(wasmFiles[0]))});
     const scalarBytes = readFileSync(${JSON.stringify(at(wasmFiles[1]))});
     const attempt = async (call) => {
       try { await call(); return 'fine'; } catch (error) {
         if (!(error instanceof LoraError)) throw error;
         return error.code + ': ' + error.message;
       }
     };
     // Something of every kernel, as bits.
     const bits = (engine) => [[7, 2], [64, 2], [33, 5]].map(([dim, rank]) => {
       const lora = new MicroLoRA({ dim, rank, engine });
       const x = Float32Array.from({ length: dim }, (_, i) => Math.sin(i));
       for (let i = 0; i < 5; i++) { lora.forward(x); lora.adapt(x); lora.adaptWithReward(0.3); }
       return Array.from(new Uint32Array(lora.forward(x).buffer));
     });
     const result = await (async () => { ${body} })();
     console.log(JSON.stringify(result));`,
    flags,
  );

/** What the default entry computes, in bits. */
export const plain = scenario('return bits(await init())');
