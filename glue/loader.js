// From a source of wasm to an engine: compiling, choosing between SIMD and scalar, the shared engine.
import { module as bundled, scalar, simd as bundledIsSimd } from 'microlora:source';
import { checkBoolean, checkOptions, isPlainObject } from './check.js';
import { checkMemory, Engine } from './engine.js';
import { LoraError, raise } from './error.js';

/** @type {Engine | undefined} */
let shared;
/** @type {Promise<Engine> | undefined} */
let pending;

const NO_SIMD =
  "no working WebAssembly SIMD here: import from 'microlora/scalar', or pass init({ module }) its wasm";

/** @param {unknown} value */
const isModule = (value) => Object.prototype.toString.call(value) === '[object WebAssembly.Module]';

/** @param {unknown} value */
const isBytes = (value) =>
  ArrayBuffer.isView(value) || Object.prototype.toString.call(value) === '[object ArrayBuffer]';

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
  });
  if (options.module !== undefined && options.module_or_path !== undefined) {
    raise('LORA_E_OPTION', 'give module or module_or_path, not both');
  }
  return {
    module: options.module ?? options.module_or_path,
    memory: options.memory === undefined ? undefined : checkMemory(options.memory),
    simd: options.simd === undefined ? undefined : checkBoolean('simd', options.simd),
  };
}

/** @typedef {ReturnType<typeof readOptions>} Options */

function needWebAssembly() {
  if (typeof WebAssembly !== 'object') {
    raise('LORA_E_MODULE', 'there is no WebAssembly here');
  }
}

/**
 * @param {unknown} cause
 * @returns {never}
 */
function refused(cause) {
  if (cause instanceof LoraError) throw cause;
  raise(
    'LORA_E_MODULE',
    `the WebAssembly module was refused: ${cause instanceof Error ? cause.message : cause}; a page ` +
      "with a CSP needs script-src 'wasm-unsafe-eval', an edge worker init({ module })",
    cause,
  );
}

/**
 * Bytes or a module from whatever init was given.
 *
 * @param {any} source
 */
async function fetchSource(source) {
  let value = await source;
  if (typeof value === 'string' || value instanceof URL || isRequest(value)) {
    value = await fetch(value);
  }
  if (typeof Response === 'function' && value instanceof Response) {
    if (!value.ok) raise('LORA_E_MODULE', `${value.url} answered ${value.status}`);
    value = await value.arrayBuffer();
  }
  return checkSource(value);
}

/** @param {unknown} value */
const isRequest = (value) => typeof Request === 'function' && value instanceof Request;

/** @param {unknown} value */
function checkSource(value) {
  if (isModule(value) || isBytes(value)) return /** @type {BufferSource} */ (value);
  raise(
    'LORA_E_MODULE',
    'module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or ' +
      `promise), got ${Object.prototype.toString.call(value)}`,
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
const open = (instance, options) => new Engine(instance, checkMemory(options.memory));

/**
 * The engine of a module the caller gave, which must be what it was asked to be.
 *
 * @param {WebAssembly.Instance} instance
 * @param {Options} options
 */
function openGiven(instance, options) {
  const engine = open(instance, options);
  if (!engine._works()) raise('LORA_E_SIMD', 'the module given computes wrongly here');
  if (options.simd !== undefined && options.simd !== engine.simd) {
    raise('LORA_E_SIMD', `the module given is the ${engine.simd ? 'SIMD' : 'scalar'} build`);
  }
  return engine;
}

/** @param {Options} options */
async function load(options) {
  needWebAssembly();
  try {
    if (options.module !== undefined) {
      return openGiven(await instantiate(await fetchSource(options.module)), options);
    }
    const own = ownModule(options);
    if (own !== undefined) {
      const engine = open(await instantiate(own), options);
      if (engine._works()) return engine;
    }
    if (options.simd === true) raise('LORA_E_SIMD', NO_SIMD);
    const fallback = await scalar().catch((/** @type {unknown} */ cause) =>
      raise('LORA_E_SIMD', NO_SIMD, cause),
    );
    const engine = open(await instantiate(fallback), options);
    if (!engine._works()) raise('LORA_E_MODULE', 'WebAssembly computes wrongly here');
    return engine;
  } catch (cause) {
    return refused(cause);
  }
}

/** @param {Options} options */
function loadNow(options) {
  needWebAssembly();
  try {
    if (options.module !== undefined) {
      return openGiven(instantiateNow(checkSource(options.module)), options);
    }
    const own = ownModule(options);
    if (own !== undefined) {
      const engine = open(instantiateNow(own), options);
      if (engine._works()) return engine;
    }
    return raise('LORA_E_SIMD', NO_SIMD);
  } catch (cause) {
    return refused(cause);
  }
}

/**
 * The shared engine exists: options that ask for something else are not ignored silently.
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
  return engine;
}

/** @param {unknown} [given] */
export default async function init(given) {
  const options = readOptions(given);
  if (shared === undefined) {
    // Cleared on failure, so that another try is possible; initSync may have come first.
    pending ??= load(options)
      .then((engine) => (shared ??= engine))
      .finally(() => (pending = undefined));
    await pending;
  }
  return agree(/** @type {Engine} */ (shared), options);
}

/** @param {unknown} [given] */
export function initSync(given) {
  const options = readOptions(given);
  if (shared !== undefined) return agree(shared, options);
  return (shared = loadNow(options));
}

/** @param {unknown} [given] */
export async function createEngine(given) {
  return load(readOptions(given));
}

/**
 * The engine an object lives in.
 *
 * @param {unknown} given
 * @returns {Engine}
 */
export function engineFor(given) {
  if (given instanceof Engine) return given;
  if (given !== undefined) raise('LORA_E_OPTION', 'engine must come from init or createEngine');
  return shared ?? raise('LORA_E_INIT', 'call `await init()` (or initSync()) first');
}
