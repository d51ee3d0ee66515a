// From the files of a Hugging Face PEFT LoRA to adapters. They have no checksum, but everything that
// is not an ordinary LoRA is refused by its name.
import { MicroLoRA } from 'microlora:main';
import { isPlainObject, wrongType } from '../check.js';
import { raise, refuse } from './error.js';
import { finiteFloats } from './floats.js';
import { bytesOf, read } from './format.js';
import { CONFIG_FILE, PREFIX, readConfig, settingsOf, SUFFIXES, WEIGHTS_FILE } from './peft.js';

/**
 * @typedef {import('./format.js').Tensor} Tensor
 * @typedef {{ module: string, in: number, out: number, rank: number, alpha: number }} Module
 */

/** Options of the class that the files decide. */
const DECIDED = ['dim', 'in', 'out', 'rank', 'alpha'];
/** What other tensors there may be, by a part of their names. */
const VARIANTS = /** @type {const} */ ([
  ['lora_magnitude_vector', 'DoRA needs the weights of the base model'],
  ['lora_embedding_', 'it adapts an embedding, which looks rows up and multiplies nothing'],
  ['modules_to_save', 'it is a whole module and not an adapter'],
  ['lora_B.bias', 'B has a bias'],
  ['bias', 'biases of the base model were trained too'],
]);

/**
 * @param {unknown} files
 * @param {unknown} [given]
 * @returns {any} the adapter of a module, or without `module` the list of modules
 */
export function importPeft(files, given = {}) {
  if (!isPlainObject(files)) {
    wrongType('importPeft: files', `an object of ${CONFIG_FILE} and ${WEIGHTS_FILE}`, files);
  }
  if (!isPlainObject(given)) wrongType('importPeft: the options', 'an object', given);
  const { module, residual, ...options } = /** @type {Record<string, unknown>} */ (given);
  for (const name of DECIDED) {
    if (options[name] !== undefined) raise('LORA_E_OPTION', `importPeft: the files say ${name}`);
  }
  const config = readConfig(textOf(fileOf(files, CONFIG_FILE)));
  const weights = bytesOf(`importPeft: ${WEIGHTS_FILE}`, fileOf(files, WEIGHTS_FILE));
  const modules = findModules(config, pairsOf(read(weights).tensors));
  if (module === undefined) return modules.map(({ A, B, ...said }) => said);
  const found = modules.find((one) => one.module === module);
  if (found === undefined) {
    const names = modules.map((one) => one.module).join(', ');
    refuse(`importPeft: there is no module ${module}; there are ${names}`);
  }
  return adapterOf(found, residual ?? found.in === found.out, options);
}

/**
 * @param {any} files
 * @param {string} name
 * @returns {unknown}
 */
function fileOf(files, name) {
  return files[name] ?? refuse(`importPeft: there is no ${name} (a pickled .bin is not read)`);
}

/** @param {unknown} file */
function textOf(file) {
  if (typeof file === 'string') return file;
  const bytes = bytesOf(`importPeft: ${CONFIG_FILE}`, file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    return refuse(`${CONFIG_FILE} is not UTF-8`, cause);
  }
}

/**
 * The two factors of every module.
 *
 * @param {Map<string, Tensor>} tensors
 */
function pairsOf(tensors) {
  /** @type {Map<string, (Tensor | undefined)[]>} */
  const pairs = new Map();
  for (const [name, tensor] of tensors) {
    const factor = SUFFIXES.findIndex((suffix) => name.endsWith(suffix));
    const [, why] = VARIANTS.find(([part]) => name.includes(part)) ?? [];
    if (why !== undefined || factor < 0) {
      refuse(`the tensor ${name} cannot be read: ${why ?? 'it is neither an A nor a B of LoRA'}`);
    }
    const whole = name.slice(0, -SUFFIXES[factor].length);
    const module = whole.startsWith(PREFIX) ? whole.slice(PREFIX.length) : whole;
    const pair = pairs.get(module) ?? [undefined, undefined];
    pair[factor] = tensor;
    pairs.set(module, pair);
  }
  return pairs;
}

/**
 * @param {Record<string, any>} config
 * @param {Map<string, (Tensor | undefined)[]>} pairs
 * @returns {(Module & { A: Tensor, B: Tensor })[]}
 */
const findModules = (config, pairs) =>
  [...pairs].map(([module, [A, B]]) => {
    if (A === undefined || B === undefined) {
      refuse(`module ${module} has no lora_${A === undefined ? 'A' : 'B'}.weight`);
    }
    const { rank, alpha } = settingsOf(config, module);
    for (const [{ name, shape }, side] of /** @type {const} */ ([
      [A, 0],
      [B, 1],
    ])) {
      if (shape.length !== 2) {
        refuse(`the tensor ${name} has ${shape.length} dimensions: only linear layers are read`);
      }
      if (shape[side] !== rank) {
        refuse(`the tensor ${name} is [${shape}], but ${CONFIG_FILE} says rank ${rank}`);
      }
    }
    return { module, in: A.shape[1], out: B.shape[0], rank, alpha, A, B };
  });

/**
 * @param {Module & { A: Tensor, B: Tensor }} module
 * @param {unknown} residual
 * @param {Record<string, unknown>} options
 */
function adapterOf({ in: input, out, rank, alpha, A, B }, residual, options) {
  if (typeof residual !== 'boolean') wrongType('importPeft: residual', 'true or false', residual);
  if (residual && input !== out) {
    raise('LORA_E_SHAPE', `importPeft: residual needs in equal to out; this is ${input} to ${out}`);
  }
  const a = finiteFloats(A);
  const columns = finiteFloats(B);
  const b = columns.map((_, i) => columns[(i % out) * rank + Math.floor(i / out)]);
  const shape = residual ? { dim: input } : { in: input, out };
  const adapter = new MicroLoRA(/** @type {any} */ ({ ...options, ...shape, rank, alpha }));
  try {
    adapter.setWeights({ A: a, B: b });
    return adapter;
  } catch (cause) {
    adapter.free();
    throw cause;
  }
}
