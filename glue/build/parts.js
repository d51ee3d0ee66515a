// What the bytes of microlora.wasm buy: its functions by the source files they come from.
//
// A function counts with all that was inlined into it, so code that has one caller counts there.

/** Source files, without folder and ending, and functions that their names tell apart. */
const PARTS = [
  ['rewards, exploration', ['math', 'exploration'], /adapt_with_reward/],
  ['learn and losses', ['learn', 'losses', 'contrast', 'mse', 'huber', 'cosine']],
  ['kernels', ['kernels', 'kernels_hot']],
  [
    'optimizers',
    [
      ...['optimizer', 'factored_step', 'dense_step', 'guards', 'accumulator'],
      ...['plain_step', 'sgd', 'momentum', 'adam', 'preconditioned', 'gram', 'small_matrix'],
    ],
  ],
  ['saving, copying', ['state', 'copy']],
  ['sums of adapters', ['delta_sum', 'sums']],
  ['embedding spaces', ['embedding_space', 'spaces']],
  ['policies', ['policy', 'policy_choose', 'policy_learn', 'policy_state', 'belief', 'normal']],
  ['adapters, scopes', ['adapter', 'adapter_set', 'adapters_in_space', 'io']],
  ['trajectories', ['trajectory_buffer', 'trajectory']],
  ['arena, handles', ['arena', 'platform', 'handles']],
  ['rest of the boundary', ['lora', 'full']],
];
const HEADERS = 'inline functions of headers';
const UNKNOWN = 'made by the tools';
const SECTIONS = 'sections (types, exports, data)';

/** A cursor over LEB128 numbers and what they count. */
class Cursor {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  number() {
    let result = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      result += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return result;
    }
  }
  text() {
    const length = this.number();
    this.at += length;
    return Buffer.from(this.bytes.subarray(this.at - length, this.at)).toString();
  }
}

/** Sizes of function bodies, with the numbers before them, and names; both by index. */
function functionsOf(bytes) {
  const input = new Cursor(bytes, 8);
  const sizes = [];
  const names = new Map();
  while (input.at < bytes.length) {
    const id = bytes[input.at++];
    const size = input.number();
    const end = input.at + size;
    if (id === 10) {
      for (let left = input.number(); left > 0; left--) {
        const start = input.at;
        const body = input.number();
        input.at += body;
        sizes.push(input.at - start);
      }
    } else if (id === 0 && input.text() === 'name') {
      while (input.at < end) {
        const kind = bytes[input.at++];
        const after = input.number() + input.at;
        for (let left = kind === 1 ? input.number() : 0; left > 0; left--) {
          const index = input.number();
          names.set(index, input.text());
        }
        input.at = after;
      }
    }
    input.at = end;
  }
  return { sizes, names };
}

/**
 * The source files that define each symbol, from `llvm-nm -A`; null where it is inline in a header.
 *
 * @param {string} symbols
 */
function filesOf(symbols) {
  const files = new Map();
  for (const [, file, kind, name] of symbols.matchAll(/(\w+)\.o: *\S+ (\w) (\S+)/g)) {
    const known = files.get(name) ?? new Set();
    files.set(name, known.add('tT'.includes(kind) ? file : null));
  }
  return files;
}

function partOf(name, files) {
  const special = PARTS.find(([, , pattern]) => pattern?.test(name));
  if (special) return special[0];
  const own = files.get(name) ?? files.get(name.replace(/\.\d+$/, ''));
  if (own === undefined) return UNKNOWN;
  const parts = new Set(
    [...own].map((file) =>
      file === null ? HEADERS : (PARTS.find(([, of]) => of.includes(file))?.[0] ?? file),
    ),
  );
  return [...parts].join(' or ');
}

/**
 * Bytes of each part of a module, the largest first; they add up to its size.
 *
 * @param {Uint8Array} module as it is shipped
 * @param {Uint8Array} named the same with names
 * @param {string} symbols what llvm-nm -A says of its objects
 */
export function partsOf(module, named, symbols) {
  const { sizes } = functionsOf(module);
  const { sizes: same, names } = functionsOf(named);
  if (sizes.join() !== same.join()) throw new Error('not the same module: build it again');
  const files = filesOf(symbols);
  const parts = new Map();
  let left = module.length;
  sizes.forEach((size, index) => {
    const part = partOf(names.get(index) ?? '', files);
    parts.set(part, (parts.get(part) ?? 0) + size);
    left -= size;
  });
  parts.set(SECTIONS, left);
  return [...parts].map(([part, bytes]) => ({ part, bytes })).sort((a, b) => b.bytes - a.bytes);
}
