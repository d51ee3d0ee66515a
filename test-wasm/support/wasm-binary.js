// Reading a wasm binary: sections, types, imports and exports, for the tests that look inside.

const VALUE_TYPES = { 0x7f: 'i32', 0x7e: 'i64', 0x7d: 'f32', 0x7c: 'f64', 0x7b: 'v128' };
const KINDS = ['function', 'table', 'memory', 'global', 'tag'];

/** A cursor over bytes. */
function reader(bytes, position = 0) {
  const self = {
    at: () => position,
    byte: () => bytes[position++],
    // LEB128, which every number here is.
    number() {
      let result = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = self.byte();
        result += (byte & 0x7f) * 2 ** shift;
        if (byte < 0x80) return result;
      }
    },
    skip(count) {
      position += count;
    },
    name() {
      const length = self.number();
      position += length;
      return Buffer.from(bytes.subarray(position - length, position)).toString();
    },
    list(item) {
      return Array.from({ length: self.number() }, () => item(self));
    },
  };
  return self;
}

/** The section of a number, as a reader at its start. */
function section(bytes, wanted) {
  const input = reader(bytes, 8);
  while (input.at() < bytes.length) {
    const id = input.byte();
    const size = input.number();
    if (id === wanted) return reader(bytes, input.at());
    input.skip(size);
  }
  return reader(Uint8Array.of(0));
}

const valueType = (input) => VALUE_TYPES[input.byte()] ?? 'other';

/** Every export; functions with their parameters and results. For modules without imports. */
export function readExports(bytes) {
  const types = section(bytes, 1).list((input) => {
    input.skip(1);
    return { parameters: input.list(valueType), results: input.list(valueType) };
  });
  const functions = section(bytes, 3).list((input) => types[input.number()]);
  return section(bytes, 7).list((input) => {
    const name = input.name();
    const kind = KINDS[input.byte()];
    const index = input.number();
    return { name, kind, ...(kind === 'function' ? functions[index] : {}) };
  });
}

/** How many imports the module has. */
export const countImports = (bytes) => section(bytes, 2).number();

const F32X4_ADD = [0xfd, 0xe4, 0x01];
const F32X4_MUL = [0xfd, 0xe6, 0x01];

/** Where the f32x4.mul instructions are: these bytes appear nowhere else in what our tools emit. */
function* multiplications(bytes) {
  for (let i = 0; i + F32X4_MUL.length <= bytes.length; i++) {
    if (F32X4_MUL.every((byte, k) => bytes[i + k] === byte)) yield i;
  }
}

export const countMultiplications = (bytes) => [...multiplications(bytes)].length;

/** The module with those f32x4.mul made f32x4.add whose number `which` picks. */
export function spoilMultiplications(bytes, which) {
  const copy = Uint8Array.from(bytes);
  [...multiplications(bytes)].forEach((position, n) => {
    if (which(n)) copy.set(F32X4_ADD, position);
  });
  return copy;
}
