// How Hugging Face PEFT lays out a LoRA: names of files and tensors, and what its settings mean.
import { cut, quote } from '../text.js';
import { refuse, within } from './error.js';
import { isObject, parseJson } from './json.js';
import { compile } from './pattern.js';

/**
 * Values for some modules, by patterns of their names in the order in which they are tried.
 *
 * @typedef {{ name: string, entries: [string, unknown][],
 *   compiled: Map<string, (module: string[]) => boolean> }} Patterns
 * @typedef {{ r: number, lora_alpha: number, use_rslora: boolean, ranks: Patterns, alphas: Patterns }} Config
 */

export const CONFIG_FILE = 'adapter_config.json';
export const WEIGHTS_FILE = 'adapter_model.safetensors';
export const PREFIX = 'base_model.model.';
/** Of A [r, in] and of B [out, r]. */
export const SUFFIXES = ['.lora_A.weight', '.lora_B.weight'];

/** Settings that do not change what A and B mean: where they are, how they were trained, for whom. */
const HARMLESS = [
  ...['auto_mapping', 'base_model_name_or_path', 'revision', 'task_type', 'peft_version'],
  ...['inference_mode', 'runtime_config', 'megatron_core', 'merge_weights', 'fan_in_fan_out'],
  ...['target_modules', 'exclude_modules', 'layers_to_transform', 'layers_pattern'],
  ...['lora_dropout', 'eva_config', 'corda_config', 'loftq_config', 'lora_ga_config'],
  // Their tensors, where there are any, say which modules they concern.
  ...['bias', 'modules_to_save', 'trainable_token_indices', 'ensure_weight_tying'],
  // Only together with use_qalora.
  'qalora_group_size',
];
/** Settings that are read. */
const READ = [
  ...['peft_type', 'r', 'lora_alpha', 'use_rslora', 'rank_pattern', 'alpha_pattern'],
  'init_lora_weights',
];

/** How A and B may have begun, as they leave the base model as it was. */
const STARTS = [true, false, null, 'gaussian', 'eva', 'orthogonal', 'mica'];
// These change the base model's weights too, unless PEFT was told to convert them when saving.
const CHANGES_BASE = /^(pissa|olora|corda|loftq|lora_ga)/;

const show = (/** @type {unknown} */ value) => cut(String(JSON.stringify(value)));

/** A setting that is not used. PEFT takes an empty object for one that is. @param {unknown} value */
const isUnset = (value) =>
  value === null || value === false || (Array.isArray(value) && value.length === 0);

/**
 * What is read of adapter_config.json.
 *
 * @param {string} text
 * @returns {Config}
 */
export function readConfig(text) {
  /** @type {Map<string, string[]>} */
  const orders = new Map();
  const given = parseJson(CONFIG_FILE, text, orders);
  if (!isObject(given)) refuse(`${CONFIG_FILE} is not an object`);
  const config = /** @type {Record<string, any>} */ (given);
  /** As PEFT has it where a file does not say. @param {string} name @param {unknown} absent */
  const setting = (name, absent) => (Object.hasOwn(config, name) ? config[name] : absent);
  /** @param {string} name @param {string} why @returns {never} */
  const refuseSetting = (name, why) =>
    refuse(`${CONFIG_FILE}: ${cut(name)} is ${show(setting(name, undefined))}; ${why}`);

  if (setting('peft_type', undefined) !== 'LORA') refuseSetting('peft_type', 'only "LORA" is read');
  for (const name of Object.keys(config)) {
    if (HARMLESS.includes(name) || READ.includes(name) || isUnset(config[name])) continue;
    refuseSetting(
      name,
      'with it A and B may mean something else than in plain LoRA; merge or convert it in Python',
    );
  }
  const init = setting('init_lora_weights', true);
  if (CHANGES_BASE.test(init)) {
    refuseSetting(
      'init_lora_weights',
      'this also changes the base model; save it in Python with path_initial_model_for_weight_conversion',
    );
  }
  if (!STARTS.includes(init)) refuseSetting('init_lora_weights', 'this is not known');

  const r = setting('r', 8);
  if (!isRank(r)) refuseSetting('r', 'it must be a whole number above 0');
  const lora_alpha = setting('lora_alpha', 8);
  if (!Number.isFinite(lora_alpha)) refuseSetting('lora_alpha', 'it must be a number');
  const use_rslora = setting('use_rslora', false) ?? false;
  if (typeof use_rslora !== 'boolean') refuseSetting('use_rslora', 'it must be true or false');

  /** @param {string} name @returns {Patterns} */
  const patterns = (name) => {
    const values = setting(name, null) ?? {};
    if (!isObject(values)) refuseSetting(name, 'it must be an object');
    const order = orders.get(name) ?? [];
    return { name, entries: order.map((key) => [key, values[key]]), compiled: new Map() };
  };
  const [ranks, alphas] = ['rank_pattern', 'alpha_pattern'].map(patterns);
  return { r, lora_alpha, use_rslora, ranks, alphas };
}

const isRank = (/** @type {unknown} */ value) =>
  Number.isInteger(value) && /** @type {number} */ (value) > 0;

/**
 * The rank of a module, and the alpha by which its delta is multiplied here.
 *
 * @param {Config} config
 * @param {string} module
 */
export function settingsOf({ r, lora_alpha, use_rslora, ranks, alphas }, module) {
  const rank = find(ranks, module, r);
  const loraAlpha = find(alphas, module, lora_alpha);
  if (!isRank(rank)) refuse(`${CONFIG_FILE}: its rank is ${show(rank)}`);
  if (!Number.isFinite(loraAlpha)) refuse(`${CONFIG_FILE}: its alpha is ${show(loraAlpha)}`);
  return { rank, alpha: loraAlpha / (use_rslora ? Math.sqrt(rank) : rank) };
}

/**
 * The value of the first key that matches the module's name or the end of it, after a dot. PEFT looks for
 * the name itself when none does.
 *
 * @param {Patterns} patterns
 * @param {string} module
 * @param {number} otherwise
 * @returns {any}
 */
function find({ name, entries, compiled }, module, otherwise) {
  const chars = [...module];
  const matches = (/** @type {string} */ key) =>
    within(`${CONFIG_FILE}: the pattern ${quote(key)} in ${name}`, () => {
      const pattern = compiled.get(key) ?? compile(key);
      compiled.set(key, pattern);
      return pattern(chars);
    });
  const [, value] = entries.find(([key]) => matches(key)) ??
    entries.find(([key]) => key === module) ?? [module, otherwise];
  return value;
}
