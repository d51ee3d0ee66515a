// From adapters to the two files in which Hugging Face PEFT keeps a LoRA.
import { checkName, checkOptions, wrongType } from '../check.js';
import { internalsOf } from '../internals.js';
import { SHIFT } from './adapters.js';
import { tensorOf, toHalves } from './floats.js';
import { write } from './format.js';
import { raise } from '../error.js';
import { checkText } from './own.js';
import { CONFIG_FILE, PREFIX, SUFFIXES, WEIGHTS_FILE } from './peft.js';
import { readMatrix } from './save.js';

/**
 * @typedef {import('./adapters.js').Adapters} Adapters
 * @typedef {import('./adapters.js').Scoped} Scoped
 */

/**
 * @param {unknown} object
 * @param {unknown} given
 */
export function exportPeft(object, given) {
  const options = checkOptions('exportPeft', given, {
    module: /** @type {unknown} */ (undefined),
    baseModel: /** @type {unknown} */ (null),
    dtype: /** @type {unknown} */ ('F32'),
  });
  const { module, baseModel } = options;
  if (typeof module !== 'string' || module === '') {
    wrongType('exportPeft: module', "the module's name in the base model, as query", module);
  }
  if (baseModel !== null && typeof baseModel !== 'string') {
    wrongType('exportPeft: baseModel', 'a name or path', baseModel);
  }
  const halves = checkName('exportPeft: dtype', options.dtype, ['F32', 'F16']) === 1;
  const internals = internalsOf(internalsOf(object)?._behind ?? object);
  if (internals?._adapters === undefined) {
    wrongType('exportPeft: the adapter', 'a MicroLoRA or a ScopedLoRA of this release', object);
  }
  const adapters = /** @type {Adapters | Scoped} */ (internals);
  adapters._checkViews();
  const modules = modulesOf(adapters, module);
  if (modules.some(([, index]) => readMatrix(adapters, index, SHIFT) !== undefined)) {
    raise(
      'LORA_E_STATE',
      'exportPeft: clicks have taught a shift, which the format has no place for; save() keeps it',
    );
  }
  const tensors = modules.flatMap(([name, index]) => {
    checkText('exportPeft: module', name);
    return SUFFIXES.map((suffix, matrix) =>
      factorTensor(adapters, index, matrix, PREFIX + name + suffix, halves),
    );
  });
  return {
    [CONFIG_FILE]: configOf(
      adapters,
      modules.map(([name]) => name),
      baseModel,
    ),
    [WEIGHTS_FILE]: write(tensors, [['format', 'pt']]),
  };
}

/**
 * Names of modules, and the number of the adapter that each uses.
 *
 * @param {Adapters | Scoped} object
 * @param {string} module
 * @returns {[string, number][]}
 */
function modulesOf(object, module) {
  if (!('scopes' in object)) return [[module, 0]];
  const filled = Object.values(object.categories).filter((members) => members.length > 0);
  return object.scopes.map((scope, index) => {
    const alone = object._call('has_learned', index) === 1 || !object.categoryFallback;
    const category = alone ? -1 : filled.findIndex((members) => members.includes(scope));
    return [`${module}.${scope}`, category < 0 ? index : object.scopes.length + category];
  });
}

/**
 * A (rank, in) as it is, B (rank, out) transposed.
 *
 * @param {Adapters} object
 * @param {number} index
 * @param {number} matrix
 * @param {string} name
 * @param {boolean} halves
 */
function factorTensor(object, index, matrix, name, halves) {
  const { rank, in: input, out } = object;
  let numbers = /** @type {Float32Array} */ (readMatrix(object, index, matrix));
  if (matrix === 1) {
    const rows = numbers;
    numbers = rows.map((_, i) => rows[(i % rank) * out + Math.floor(i / rank)]);
  }
  return tensorOf(
    name,
    matrix === 1 ? [out, rank] : [rank, input],
    halves ? toHalves(`exportPeft: ${name}`, numbers) : numbers,
  );
}

/**
 * As PEFT prints it.
 *
 * @param {Adapters} object
 * @param {string[]} modules
 * @param {unknown} baseModel
 */
function configOf({ alpha, rank }, modules, baseModel) {
  const config = {
    alpha_pattern: {},
    base_model_name_or_path: baseModel,
    bias: 'none',
    fan_in_fan_out: false,
    inference_mode: true,
    lora_alpha: loraAlphaOf(alpha, rank),
    peft_type: 'LORA',
    r: rank,
    rank_pattern: {},
    target_modules: modules,
    task_type: null,
    use_dora: false,
    use_rslora: false,
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/**
 * What gives alpha when it is divided by the rank, to the bit where a double does, and else to the bit of
 * a float: the product, or a double beside it.
 *
 * @param {number} alpha
 * @param {number} rank
 */
function loraAlphaOf(alpha, rank) {
  const product = alpha * rank;
  const [bits] = new BigInt64Array(Float64Array.of(product).buffer);
  const beside = new Float64Array(BigInt64Array.of(bits, bits + 1n, bits - 1n).buffer);
  const floats = beside.filter((one) => Math.fround(one / rank) === Math.fround(alpha));
  return floats.find((one) => one / rank === alpha) ?? floats[0] ?? product;
}
