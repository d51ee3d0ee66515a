// From the bytes of a file to an object, or to an error and nothing.
import { checkOptions, isPlainObject, wrongType } from '../check.js';
import { LoraError, raise } from '../error.js';
import { internalsOf } from '../internals.js';
import { cut, quote } from '../text.js';
import { refuse } from './error.js';
import { bytesOf } from './format.js';
import { loadAdapters } from './load-adapters.js';
import { checkStrings, readAny } from './own.js';
import { partsOf } from './parts.js';
import { makerIn } from './place.js';
import { loadPolicy } from './policies.js';
import { loadSpace } from './spaces.js';
import { loadTrajectories } from './trajectories.js';

/** What is wrong with the place and not with the file, or says already what is wrong with it. */
const AS_THEY_ARE = ['LORA_E_MEMORY', 'LORA_E_INIT', 'LORA_E_FILE'];

/**
 * @param {unknown} given
 * @param {unknown} [options]
 * @returns {any}
 */
export function load(given, options = {}) {
  const { engine, expect, space } = checkOptions('load', options, {
    engine: /** @type {any} */ (undefined),
    space: /** @type {unknown} */ (undefined),
    expect: /** @type {unknown} */ ({}),
  });
  if (!isPlainObject(expect)) wrongType('load: expect', 'an object of strings', expect);
  const expected = checkStrings('load: expect', expect);
  const { kind, strings, tensors, part } = readAny(bytesOf('load: the file', given));
  if (kind === undefined) {
    refuse('this safetensors file was not written by save(); importPeft reads adapters of PEFT');
  }
  checkExpected(new Map(strings), expected);
  if (space !== undefined && !kind.endsWith('LoRA')) {
    raise('LORA_E_OPTION', `load: space is for adapters, and the file holds a ${kind}`);
  }
  // Adapters live where their space does.
  const make = makerIn('load', engine ?? internalsOf(space)?._place);
  const parts = partsOf(part, tensors);
  /** @type {{ free(): void } | undefined} */
  let made;
  try {
    const { object, fill } =
      kind === 'TrajectoryBuffer'
        ? loadTrajectories(parts, make)
        : kind === 'EmbeddingSpace'
          ? loadSpace(parts, make)
          : kind === 'Policy'
            ? loadPolicy(parts, make)
            : loadAdapters(kind === 'ScopedLoRA', parts, make, space);
    made = object;
    fill();
    return object;
  } catch (cause) {
    made?.free();
    if (!(cause instanceof LoraError) || AS_THEY_ARE.includes(cause.code)) throw cause;
    return refuse(`the file holds what cannot be: ${cause.message}`, cause);
  }
}

/**
 * @param {Map<string, string>} said
 * @param {[string, string][]} expected
 */
function checkExpected(said, expected) {
  for (const [key, value] of expected) {
    if (said.get(key) === value) continue;
    const given = said.get(key);
    const is = given === undefined ? 'not given' : quote(given);
    refuse(`the file is for something else: ${cut(key)} is ${is}, expected ${quote(value)}`);
  }
}
