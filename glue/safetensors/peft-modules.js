// Which modules the weights of a PEFT adapter hold, what each is as an adapter, and why some are not.
import { LoraError } from '../error.js';
import { MAX_DIM, MAX_RANK } from 'microlora:abi';
import { cut } from '../text.js';
import { refuse } from './error.js';
import { DTYPES } from './floats.js';
import { CONFIG_FILE, PREFIX, settingsOf, SUFFIXES } from './peft.js';

/**
 * @typedef {import('./format.js').Tensor} Tensor
 * @typedef {{ module: string, in: number, out: number, rank: number, alpha: number }} Module
 * @typedef {{ factors: (Tensor | undefined)[], rule: number, reason: string | undefined }} Found what the
 *   file has of a module: A and B, and by the first of the rules what else
 */

const WHOLE = 'its own weights were saved, not only an adapter';

/**
 * What else may belong to a module, by the end of its name. With it, A and B alone are not what was
 * trained.
 *
 * @type {[RegExp, string][]}
 */
const RULES = [
  [/\.lora_magnitude_vector(\.weight)?$/, 'DoRA needs the weights of the base model'],
  [/\.lora_embedding_[AB]$/, 'it adapts an embedding, which multiplies nothing'],
  [/\.lora_[AB]\.bias$/, 'A or B has a bias'],
  [
    /\.lora_(magnitude_vector|(embedding_)?[AB])\.[^.]+(\.weight|\.bias)?$/,
    "its names have the adapter's name in them; save it with save_pretrained",
  ],
  [/\.lora_[^.]+(\.[^.]+)?$/, 'it has more than an A and a B'],
  [/(\.token_adapter)?\.trainable_tokens_[^.]+(\.[^.]+)?$/, 'some of its tokens were trained'],
  [/\.modules_to_save\..+$/, WHOLE],
  [/(\.base_layer)?\.weight$/, WHOLE],
  [/(\.base_layer)?\.bias$/, 'its bias in the base model was trained'],
  [/\.[^.]+$|$/, 'it has no A and B of LoRA'],
];

/**
 * Every module of which the file has anything, by name.
 *
 * @param {Map<string, Tensor>} tensors
 */
export function findModules(tensors) {
  /** @type {Map<string, Found>} */
  const modules = new Map();
  /** @param {string} module */
  const at = (module) => {
    const found = modules.get(module) ?? { factors: [], rule: RULES.length, reason: undefined };
    modules.set(module, found);
    return found;
  };
  /** @type {string[]} */
  const others = [];
  for (const [whole, tensor] of tensors) {
    const name = whole.startsWith(PREFIX) ? whole.slice(PREFIX.length) : whole;
    const factor = SUFFIXES.findIndex((suffix) => name.endsWith(suffix));
    if (factor < 0) {
      others.push(name);
      continue;
    }
    const found = at(name.slice(0, -SUFFIXES[factor].length));
    if (found.factors[factor] !== undefined) found.reason = `it has two of ${SUFFIXES[factor]}`;
    found.factors[factor] = tensor;
  }
  const adapted = new Set(modules.keys());
  for (const name of others) {
    const owner = ownerOf(name, adapted);
    const rest = owner === undefined ? name : name.slice(owner.length);
    const rule = RULES.findIndex(([end]) => end.test(rest));
    const [end, why] = RULES[rule];
    const module = owner ?? name.replace(end, '');
    const found = at(module);
    if (rule >= found.rule) continue;
    found.rule = rule;
    found.reason = `${why} (${cut(name.slice(module.length + 1) || name)})`;
  }
  return modules;
}

/**
 * The innermost module with a factor to which a tensor belongs. A linear layer has no layers in it, so
 * whatever is below its name is its own.
 *
 * @param {string} name
 * @param {Set<string>} adapted
 */
function ownerOf(name, adapted) {
  for (let end = name.lastIndexOf('.'); end > 0; end = name.lastIndexOf('.', end - 1)) {
    if (adapted.has(name.slice(0, end))) return name.slice(0, end);
  }
  return undefined;
}

/**
 * A module as an adapter, or an error that says why it is none.
 *
 * @param {import('./peft.js').Config} config
 * @param {string} module
 * @param {Found} found
 * @returns {Module & { A: Tensor, B: Tensor }}
 */
export function readModule(config, module, { factors, reason }) {
  if (reason !== undefined) refuse(reason);
  const [A, B] = SUFFIXES.map((suffix, factor) => {
    const name = suffix.slice(1);
    const tensor = factors[factor] ?? refuse(`it has no ${name}`);
    const { dtype, shape } = tensor;
    if (!DTYPES.includes(dtype)) {
      refuse(`its ${name} is ${cut(dtype)}; ${DTYPES.join(', ')} can be read`);
    }
    if (shape.length !== 2) {
      refuse(`its ${name} has ${shape.length} dimensions; only linear layers, with 2, are read`);
    }
    return tensor;
  });
  const { rank, alpha } = settingsOf(config, module);
  const said = { module, in: A.shape[1], out: B.shape[0], rank, alpha };
  [A.shape[0], B.shape[1]].forEach((is, factor) => {
    if (is === rank) return;
    const shape = [A, B][factor].shape.join();
    refuse(`its ${SUFFIXES[factor].slice(1)} is [${shape}], but ${CONFIG_FILE} says rank ${rank}`);
  });
  for (const [what, is, most] of /** @type {const} */ ([
    ['rank', rank, MAX_RANK],
    ['in', said.in, MAX_DIM],
    ['out', said.out, MAX_DIM],
  ])) {
    if (is < 1 || is > most) refuse(`its ${what} is ${is}; an adapter has 1 to ${most}`);
  }
  if (!Number.isFinite(Math.fround(alpha))) refuse(`its alpha, ${alpha}, is too large`);
  return { ...said, A, B };
}

/**
 * @param {import('./peft.js').Config} config
 * @param {Map<string, Found>} modules
 * @returns {(Module & { reason?: string })[]}
 */
export const listModules = (config, modules) =>
  [...modules].map(([module, found]) => {
    try {
      const { A, B, ...said } = readModule(config, module, found);
      return said;
    } catch (cause) {
      if (!(cause instanceof LoraError)) throw cause;
      return { module, in: NaN, out: NaN, rank: NaN, alpha: NaN, reason: cause.message };
    }
  });
