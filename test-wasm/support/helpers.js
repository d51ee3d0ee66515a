// Where things are, the table of entries that tests run over, and child processes of Node.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const at = (...parts) => join(root, ...parts);
export const urlOf = (...parts) => pathToFileURL(at(...parts)).href;
export const read = (...parts) => readFileSync(at(...parts));

export const wasmFiles = ['dist/microlora.wasm', 'dist/microlora.scalar.wasm'];

/** [simd, scalar] x [bundled, given as bytes]: what `create` gives is all a test needs. */
export const entries = [
  { name: 'microlora.js', file: 'dist/microlora.js', simd: true },
  { name: 'microlora.scalar.js', file: 'dist/microlora.scalar.js', simd: false },
  { name: 'microlora.wasm', file: 'dist/microlora.js', simd: true, wasm: wasmFiles[0] },
  { name: 'microlora.scalar.wasm', file: 'dist/microlora.js', simd: false, wasm: wasmFiles[1] },
].map((entry) => ({
  ...entry,
  /** The entry's names and a new engine of its own, so that tests share no state. */
  async open(options = {}) {
    // While nothing but V8's own threads has work, Node waits for them in a way in which both can wait
    // for each other for ever (nodejs/node#54918): a compilation beside a busy test did so, rarely.
    const awake = setInterval(() => {}, 1000);
    try {
      const api = await import(urlOf(entry.file));
      const given = entry.wasm === undefined ? {} : { module: read(entry.wasm) };
      return { ...api, engine: await api.createEngine({ ...given, ...options }) };
    } finally {
      clearInterval(awake);
    }
  },
}));

/**
 * Runs a module in a process of its own; returns what it printed.
 *
 * @param {string} source JavaScript
 * @param {string[]} [flags] of node
 */
export async function runNode(source, flags = [], options = {}) {
  const args = [...flags, '--input-type=module', '--eval', source];
  const { stdout } = await run(process.execPath, args, options);
  return stdout.trim();
}

/** The same for a module that prints one line of JSON. */
export const runNodeForJson = async (...args) => JSON.parse(await runNode(...args));

const execute = promisify(execFile);

/** A program and its arguments, without a shell; an error says what the program said. */
export async function run(file, args, options = {}) {
  try {
    return await execute(file, args, { cwd: root, maxBuffer: 1 << 26, ...options });
  } catch (error) {
    // Its own message holds the whole command, and its stack whole minified lines.
    const said = `${error.stdout}\n${error.stderr}`.replace(/.{400,}/g, '(a long line)');
    throw new Error(`${file} ended with ${error.code ?? error.signal}:\n${said.slice(0, 4000)}`);
  }
}

/** Numbers of the generator the tests use everywhere: seeded, so that a failure comes again. */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const vector = (length, scale = 1) => Float32Array.from({ length }, () => scale * normal());
  return { uniform, normal, vector };
}

/** The bits of a Float32Array, so that -0 and 0 and all NaN are told apart. */
export const bitsOf = (floats) => Array.from(new Uint32Array(Float32Array.from(floats).buffer));
