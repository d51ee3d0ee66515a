// From the files of a Hugging Face PEFT LoRA to adapters. They have no checksum, but every module that
// is not an ordinary LoRA has the reason in its place.
import { isPlainObject, wrongType } from '../check.js';
import { quote, textOfUtf8 } from '../text.js';
import { raise } from '../error.js';
import { refuse, within } from './error.js';
import { finiteFloats } from './floats.js';
import { foreign } from './foreign.js';
import { bytesOf, read } from './format.js';
import { CONFIG_FILE, readConfig, WEIGHTS_FILE } from './peft.js';
import { findModules, listModules, readModule } from './peft-modules.js';
import { makerIn } from './place.js';

/** Options of the class that the files decide. */
const DECIDED = ['dim', 'in', 'out', 'rank', 'alpha'];
/** Names that a message gives of many. */
const SHOWN = 3;

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
  const { module, residual, engine, ...options } = /** @type {Record<string, unknown>} */ (given);
  for (const name of DECIDED) {
    if (options[name] !== undefined) raise('LORA_E_OPTION', `importPeft: the files say ${name}`);
  }
  const config = readConfig(textOf(fileOf(files, CONFIG_FILE)));
  const weights = bytesOf(`importPeft: ${WEIGHTS_FILE}`, fileOf(files, WEIGHTS_FILE));
  const modules = findModules(read(weights).tensors);
  if (module === undefined) return listModules(config, modules);
  if (typeof module !== 'string') wrongType('importPeft: module', "a module's name", module);
  const found = modules.get(module) ?? refuse(noSuchModule(module, [...modules.keys()]));
  const one = within(`importPeft: the module ${quote(module)} cannot be read`, () =>
    readModule(config, module, found),
  );
  const make = makerIn('importPeft', engine);
  return adapterOf(one, residual ?? one.in === one.out, options, make);
}

/**
 * @param {string} module
 * @param {string[]} names
 */
function noSuchModule(module, names) {
  // The last part of a name, or one with the prefix of its tensors.
  const near = names.filter((name) => name.endsWith(`.${module}`) || module.endsWith(`.${name}`));
  const shown = near.length > 0 ? near : names;
  const more = shown.length > SHOWN ? ` and ${shown.length - SHOWN} more` : '';
  const list = shown.slice(0, SHOWN).map(quote).join(', ') + more;
  const hint = near.length > 0 ? `did you mean ${list}?` : `there are ${list || 'none'}`;
  return `importPeft: there is no module ${quote(module)}; ${hint}`;
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
  const content = typeof file === 'string' ? file : bytesOf(`importPeft: ${CONFIG_FILE}`, file);
  const kind = foreign(content);
  if (kind !== undefined) refuse(`${CONFIG_FILE} is ${kind}`);
  const text = typeof content === 'string' ? content : textOfUtf8(content);
  if (text === undefined) refuse(`${CONFIG_FILE} is not UTF-8`);
  return text.replace(/^\ufeff/, '');
}

/**
 * @param {ReturnType<typeof readModule>} module
 * @param {unknown} residual
 * @param {Record<string, unknown>} options
 * @param {import('./place.js').Make} make
 */
function adapterOf({ in: input, out, rank, alpha, A, B }, residual, options, make) {
  if (typeof residual !== 'boolean') wrongType('importPeft: residual', 'true or false', residual);
  if (residual && input !== out) {
    raise('LORA_E_SHAPE', `importPeft: residual needs in equal to out; this is ${input} to ${out}`);
  }
  const a = finiteFloats(A);
  const columns = finiteFloats(B);
  const b = columns.map((_, i) => columns[(i % out) * rank + Math.floor(i / out)]);
  const shape = residual ? { dim: input } : { in: input, out };
  const adapter = make('MicroLoRA', { ...options, ...shape, rank, alpha });
  try {
    adapter.setWeights({ A: a, B: b });
    return adapter;
  } catch (cause) {
    adapter.free();
    throw cause;
  }
}
