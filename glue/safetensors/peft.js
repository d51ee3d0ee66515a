// How Hugging Face PEFT lays out a LoRA: names of files and tensors, and what its settings mean.
import { refuse } from './error.js';
import { isObject, parseJson } from './json.js';

export const CONFIG_FILE = 'adapter_config.json';
export const WEIGHTS_FILE = 'adapter_model.safetensors';
export const PREFIX = 'base_model.model.';
/** Of A [r, in] and of B [out, r]. */
export const SUFFIXES = ['.lora_A.weight', '.lora_B.weight'];

/** As PEFT has them where a file does not say. */
const DEFAULTS = {
  r: 8,
  lora_alpha: 8,
  use_rslora: false,
  use_dora: false,
  rank_pattern: {},
  alpha_pattern: {},
  bias: 'none',
};

/** Settings by which an adapter is not just a delta on the base model's matrix. */
const UNSUPPORTED = /** @type {const} */ ([
  ['use_dora', 'DoRA needs the weights of the base model; merge the adapter in Python'],
  ['use_qalora', 'QALoRA changes the input of the adapter'],
  ['lora_bias', 'B has a bias'],
  ['layer_replication', 'layers are replicated'],
  ['alora_invocation_tokens', 'aLoRA acts on some tokens only'],
]);
// These change the base model's weights too, unless PEFT was told to convert them when saving.
const CHANGES_BASE = /^(pissa|olora|corda|loftq|lora_ga)/;

/**
 * What is read of adapter_config.json; a setting that is unknown is ignored, as PEFT does.
 *
 * @param {string} text
 */
export function readConfig(text) {
  const given = parseJson(CONFIG_FILE, text);
  if (!isObject(given)) refuse(`${CONFIG_FILE} is not an object`);
  const config = /** @type {Record<string, any>} */ ({
    ...DEFAULTS,
    .../** @type {object} */ (given),
  });
  if (config.peft_type !== 'LORA') {
    refuse(
      `${CONFIG_FILE}: peft_type is ${JSON.stringify(config.peft_type)}, and only "LORA" is read`,
    );
  }
  for (const [name, why] of UNSUPPORTED) {
    if (config[name]) refuse(`${CONFIG_FILE}: ${name} is set; ${why}`);
  }
  const init = config.init_lora_weights;
  if (typeof init === 'string' && CHANGES_BASE.test(init)) {
    refuse(
      `${CONFIG_FILE}: init_lora_weights is ${init}, which also changes the base model; save it ` +
        'in Python with path_initial_model_for_weight_conversion',
    );
  }
  for (const name of ['rank_pattern', 'alpha_pattern']) {
    config[name] ??= {};
    if (!isObject(config[name])) refuse(`${CONFIG_FILE}: ${name} is not an object`);
  }
  return config;
}

/**
 * The rank of a module, and the alpha by which its delta is multiplied here.
 *
 * @param {Record<string, any>} config
 * @param {string} module
 */
export function settingsOf(config, module) {
  const rank = find(config.rank_pattern, module) ?? config.r;
  const loraAlpha = find(config.alpha_pattern, module) ?? config.lora_alpha;
  if (!(Number.isInteger(rank) && rank > 0))
    refuse(`${CONFIG_FILE}: the rank of ${module} is ${rank}`);
  if (!Number.isFinite(loraAlpha)) {
    refuse(`${CONFIG_FILE}: the alpha of ${module} is ${JSON.stringify(loraAlpha)}`);
  }
  return { rank, alpha: loraAlpha / (config.use_rslora ? Math.sqrt(rank) : rank) };
}

/**
 * The value of the first key that is the module's name or the end of it, after a dot. PEFT takes keys
 * for regular expressions.
 *
 * @param {Record<string, unknown>} pattern
 * @param {string} module
 */
function find(pattern, module) {
  const [, value] =
    Object.entries(pattern).find(([key]) => {
      if (module === key || module.endsWith(`.${key}`)) return true;
      try {
        return new RegExp(`^(?:.*\\.)?(?:${key})$`).test(module);
      } catch (cause) {
        return refuse(`${CONFIG_FILE}: the pattern ${JSON.stringify(key)} cannot be read`, cause);
      }
    }) ?? [];
  return /** @type {any} */ (value);
}
