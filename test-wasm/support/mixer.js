// What the runs of driver.js, driver-spaces.js and driver-policies.js draw from and fold into: the twin of
// test-native/mixer.hpp.

/** Vectors are given by the index of their first float in the memory. */
export function mixer(memory) {
  const floats = new Float32Array(memory.buffer);
  const words = new Uint32Array(memory.buffer);
  const double = new Float64Array(1);
  const doubleWords = new Uint32Array(double.buffer);
  let s = 0x9e3779b9;
  let hash = 0x811c9dc5;

  const next = () => {
    s ^= s << 13;
    s ^= s >>> 17;
    s ^= s << 5;
    return s >>> 0;
  };
  const number = () => ((next() >>> 21) - 1024) / 1024;
  const fold = (value) => {
    for (let shift = 0; shift < 32; shift += 8) {
      hash = Math.imul(hash ^ ((value >>> shift) & 0xff), 16777619);
    }
  };
  return {
    floats,
    next,
    pick: (n) => next() % n,
    number,
    fold,
    foldDouble(value) {
      double[0] = value;
      fold(doubleWords[0]);
      fold(doubleWords[1]);
    },
    foldVector(from, n) {
      for (let i = 0; i < n; ++i) fold(words[from + i]);
    },
    fill(to, n) {
      for (let i = 0; i < n; ++i) floats[to + i] = number();
    },
    result: () => hash >>> 0,
  };
}
