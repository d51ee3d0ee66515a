// From a source of wasm to an engine: compiling, choosing between SIMD and scalar, the shared engine.
import { module as bundled, scalar, simd as bundledIsSimd } from 'microlora:source';
import { checkBoolean, checkOptions, isPlainObject, tag } from './check.js';
import { checkMemory, Engine, Instance, NOT_OURS, works } from './engine.js';
import { LoraError, raise } from './error.js';
import { argumentOf, inside } from './facade.js';
import { shareEngine } from './internals.js';

/** @type {Engine | undefined} */
let shared;
/** @type {Promise<Engine> | undefined} */
let pending;

const NO_SIMD =
  "no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm";

/** @param {unknown} value */
const isModule = (value) => tag(value) === 'WebAssembly.Module';

/** @param {unknown} value */
const isBytes = (value) => ArrayBuffer.isView(value) || tag(value) === 'ArrayBuffer';

/**
 * The forms that init takes: nothing, options, or a module source by itself.
 *
 * @param {unknown} given
 */
function readOptions(given) {
  const bare = given !== undefined && !isPlainObject(given);
  const options = checkOptions('init', bare ? { module: given } : (given ?? {}), {
    module: /** @type {unknown} */ (undefined),
    module_or_path: /** @type {unknown} */ (undefined),
    memory: /** @type {unknown} */ (undefined),
    simd: /** @type {unknown} */ (undefined),
    warnings: /** @type {unknown} */ (true),
  });
  if (options.module !== undefined && options.module_or_path !== undefined) {
    raise('LORA_E_OPTION', 'give module or module_or_path, not both');
  }
  return {
    module: options.module ?? options.module_or_path,
    memory: options.memory === undefined ? undefined : checkMemory(options.memory),
    simd: options.simd === undefined ? undefined : checkBoolean('simd', options.simd),
    warnings: checkBoolean('warnings', options.warnings),
  };
}

/** @typedef {ReturnType<typeof readOptions>} Options */

function needWebAssembly() {
  if (typeof WebAssembly !== 'object') {
    raise('LORA_E_MODULE', 'no WebAssembly here: off (lockdown mode, --jitless) or missing');
  }
}

/**
 * What went wrong and what helps, which depends on how far it came.
 *
 * @param {any} cause
 * @param {Options} options
 * @param {BufferSource | WebAssembly.Module} [given] what they gave, where it was fetched
 * @returns {never}
 */
function refused(cause, { module }, given) {
  if (cause instanceof LoraError) throw cause;
  if (cause instanceof ReferenceError) {
    raise('LORA_E_MODULE', `this place lacks what microlora needs: ${cause.message}`, cause);
  }
  if (cause instanceof RangeError) {
    raise('LORA_E_MEMORY', `no room for one more engine (${cause.message}): share one`, cause);
  }
  const help =
    module !== undefined && given === undefined
      ? 'is the address right, and allowed (CSP connect-src)? Bytes work too'
      : given !== undefined && !isModule(given) && !WebAssembly.validate(/** @type {any} */ (given))
        ? 'no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm'
        : /Compile|Eval/.test(cause?.name)
          ? "a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })"
          : NOT_OURS;
  raise('LORA_E_MODULE', `the module was refused (${cause?.message ?? cause}): ${help}`, cause);
}

/**
 * Bytes or a module from whatever init was given.
 *
 * @param {any} source
 */
async function fetchSource(source) {
  let value = await source;
  if (/^(String|URL|Request)$/.test(tag(value))) value = await fetch(value);
  if (tag(value) === 'Response') {
    const { ok, url, status, headers } = value;
    value = await value.arrayBuffer();
    // Its type does not matter, but there are servers that answer every address with a page.
    if (!ok || new Uint8Array(value)[0] !== 0) {
      const type = headers.get('Content-Type');
      raise('LORA_E_MODULE', `${url} answered ${status} ${type}, no wasm: put the file there`);
    }
  }
  return checkSource(value);
}

/** @param {unknown} value */
function checkSource(value) {
  if (isModule(value) || isBytes(value)) return /** @type {BufferSource} */ (value);
  raise(
    'LORA_E_MODULE',
    'module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or ' +
      `promise), got ${tag(value)}`,
  );
}

/** @param {BufferSource | WebAssembly.Module} source */
async function instantiate(source) {
  const result = /** @type {any} */ (await WebAssembly.instantiate(source, {}));
  return /** @type {WebAssembly.Instance} */ (result.instance ?? result);
}

/** @param {BufferSource | WebAssembly.Module} source */
function instantiateNow(source) {
  const module = isModule(source) ? source : new WebAssembly.Module(/** @type {any} */ (source));
  return new WebAssembly.Instance(/** @type {WebAssembly.Module} */ (module), {});
}

/**
 * The bundled module, where it may be used here.
 *
 * @param {Options} options
 */
function ownModule(options) {
  if (options.simd !== undefined && options.simd !== bundledIsSimd) return undefined;
  const source = bundled();
  // A module that was compiled already has passed what validate asks.
  return isModule(source) || WebAssembly.validate(/** @type {any} */ (source)) ? source : undefined;
}

/**
 * @param {WebAssembly.Instance} instance
 * @param {Options} options
 */
const open = (instance, { memory, warnings }) =>
  new Engine(instance, checkMemory(memory), warnings);

/**
 * The engine of a module the caller gave, which must be what it was asked to be.
 *
 * @param {WebAssembly.Instance} instance
 * @param {Options} options
 */
function openGiven(instance, options) {
  const engine = open(instance, options);
  if (!works(engine)) raise('LORA_E_SIMD', 'the module given computes wrongly here');
  if (options.simd !== undefined && options.simd !== engine.simd) {
    raise('LORA_E_SIMD', `the module given is the ${engine.simd ? 'SIMD' : 'scalar'} build`);
  }
  return engine;
}

/** @param {Options} options */
async function load(options) {
  needWebAssembly();
  let given;
  try {
    if (options.module !== undefined) {
      given = await fetchSource(options.module);
      return openGiven(await instantiate(given), options);
    }
    const own = ownModule(options);
    if (own !== undefined) {
      const engine = open(await instantiate(own), options);
      if (works(engine)) return engine;
    }
    if (options.simd === true) raise('LORA_E_SIMD', NO_SIMD);
    const fallback = await scalar().catch((/** @type {unknown} */ cause) =>
      raise('LORA_E_SIMD', NO_SIMD, cause),
    );
    const engine = open(await instantiate(fallback), options);
    if (!works(engine)) raise('LORA_E_MODULE', 'WebAssembly computes wrongly here');
    return engine;
  } catch (cause) {
    return refused(cause, options, given);
  }
}

/** @param {Options} options */
function loadNow(options) {
  needWebAssembly();
  let given;
  try {
    if (options.module !== undefined) {
      given = checkSource(options.module);
      return openGiven(instantiateNow(given), options);
    }
    const own = ownModule(options);
    if (own !== undefined) {
      const engine = open(instantiateNow(own), options);
      if (works(engine)) return engine;
    }
    return raise('LORA_E_SIMD', NO_SIMD);
  } catch (cause) {
    return refused(cause, options, given);
  }
}

/**
 * The shared engine exists: options that ask for something else are not ignored silently. From now on files
 * are loaded into it.
 *
 * @param {Engine} engine
 * @param {Options} options
 */
function agree(engine, options) {
  const { used, free } = engine.memoryUsage;
  if (
    (options.memory !== undefined && options.memory > used + free) ||
    (options.simd !== undefined && options.simd !== engine.simd)
  ) {
    raise(
      'LORA_E_STATE',
      'already initialised with other options; createEngine(options) makes another engine',
    );
  }
  shareEngine(engine);
  return engine;
}

/** @param {unknown} [given] */
export default async function init(given) {
  const options = readOptions(given);
  if (shared === undefined) {
    // Cleared on failure, so that another try is possible.
    pending ??= load(options)
      // initSync may have come first.
      .then((engine) => (shared ??= engine))
      .finally(() => (pending = undefined));
    await pending;
  }
  return agree(/** @type {Engine} */ (shared), options);
}

/** @param {unknown} [given] */
export function initSync(given) {
  const options = readOptions(given);
  shared ??= loadNow(options);
  return agree(shared, options);
}

/** @param {unknown} [given] */
export async function createEngine(given) {
  return load(readOptions(given));
}

/**
 * The internals of the engine that an object lives in.
 *
 * @param {unknown} given
 * @returns {Instance}
 */
export function engineFor(given) {
  if (given !== undefined) {
    return argumentOf('engine', 'one of init or createEngine', given, Instance, 'LORA_E_OPTION');
  }
  return inside(shared ?? raise('LORA_E_INIT', 'call `await init()` (or initSync()) first'));
}
