// A fresh process of init.js: from just before the import of a package to the end of its first
// forward. It imports nothing else that is not built into Node.
import { readFileSync } from 'node:fs';

const [, , subject, dist] = process.argv;
const DIM = 256;
const x = new Float32Array(DIM).fill(0.5);
const now = () => performance.now();
const ours = (file) => new URL(file, dist).href;
const theirs = '@ruvector/learning-wasm';
const theirBytes = () =>
  readFileSync(new URL('ruvector_learning_wasm_bg.wasm', import.meta.resolve(theirs)));

const subjects = {
  async 'ours-async'() {
    const { default: init, MicroLoRA } = await import(ours('microlora.js'));
    await init();
    return new MicroLoRA({ dim: DIM }).forward(x);
  },
  async 'ours-sync'() {
    const { initSync, MicroLoRA } = await import(ours('microlora.js'));
    initSync();
    return new MicroLoRA({ dim: DIM }).forward(x);
  },
  async 'small-async'() {
    const { default: init, MicroLoRA } = await import(ours('small.js'));
    await init();
    return new MicroLoRA({ dim: DIM }).forward(x);
  },
  async 'small-sync'() {
    const { initSync, MicroLoRA } = await import(ours('small.js'));
    initSync();
    return new MicroLoRA({ dim: DIM }).forward(x);
  },
  async 'ours-file'() {
    const { initSync, MicroLoRA } = await import(ours('microlora.js'));
    initSync(readFileSync(new URL('microlora.wasm', dist)));
    return new MicroLoRA({ dim: DIM }).forward(x);
  },
  async 'published-sync'() {
    const { initSync, WasmMicroLoRA } = await import(theirs);
    initSync({ module: theirBytes() });
    return new WasmMicroLoRA(DIM, 1, 0.01).forward_array(x);
  },
  async 'published-async'() {
    const { default: init, WasmMicroLoRA } = await import(theirs);
    await init({ module_or_path: theirBytes() });
    return new WasmMicroLoRA(DIM, 1, 0.01).forward_array(x);
  },
};

/** Where the time of ours goes. */
async function breakDown() {
  const parts = {};
  let last = now();
  const part = (name) => {
    const at = now();
    parts[name] = (parts[name] ?? 0) + at - last;
    last = at;
  };
  const { Module, instantiate } = WebAssembly;
  WebAssembly.Module = function (bytes) {
    part('decode');
    const module = new Module(bytes);
    part('compile');
    return module;
  };
  WebAssembly.instantiate = async (module, imports) => {
    const instance = await instantiate(module, imports);
    part('instantiate');
    return instance;
  };
  last = now();
  const { default: init, MicroLoRA } = await import(ours('microlora.js'));
  part('import');
  await init();
  part('engine, known answer');
  const lora = new MicroLoRA({ dim: DIM });
  part('new MicroLoRA');
  lora.forward(x);
  part('first forward');
  return parts;
}

if (subject === 'breakdown') {
  process.stdout.write(JSON.stringify(await breakDown()));
} else if (subject !== 'nothing') {
  const start = now();
  const y = await subjects[subject]();
  const ms = now() - start;
  if (y.length !== DIM || !y.every(Number.isFinite)) throw new Error(`${subject}: y is wrong`);
  process.stdout.write(JSON.stringify({ ms }));
}
