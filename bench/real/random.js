// Seeded random numbers: a stream of its own for each seed and label.

/** FNV-1a over the label, from the seed. */
function mix(seed, label) {
  let h = (0x811c9dc5 ^ seed) >>> 0;
  for (const char of label) h = Math.imul(h ^ char.codePointAt(0), 0x01000193) >>> 0;
  return h;
}

/** Mulberry32: `uniform()` is in [0, 1). */
export function createRandom(seed, label) {
  let state = mix(seed, label);
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count) => Math.floor(uniform() * count);
  return {
    uniform,
    below,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    /** The list in another order; the list itself stays. */
    shuffled(list) {
      const order = [...list];
      for (let i = order.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [order[i], order[j]] = [order[j], order[i]];
      }
      return order;
    },
  };
}
