// A new scope beside scopes that have learned: what its category gives it.
import { dot, HiddenMap, randomNumbers } from './tasks.js';

/** A new scope beside four that have learned: with its category, from it alone, and on its own. */
export function fallback(api, seeds) {
  const dim = 16;
  const counts = [0, 1, 3, 10, 30, 100, 300, 1000];
  const table = { fallback: [], 'category only': [], 'own only': [] };
  for (const seed of seeds) {
    const random = randomNumbers(seed);
    const shared = new HiddenMap(dim, random, 1, 1);
    const maps = Array.from({ length: 5 }, () => {
      const map = new HiddenMap(dim, random, 0.3, 1);
      map.factors.push(...shared.factors);
      return map;
    });
    const names = maps.map((_, i) => `s${i}`);
    const options = { dim, seed, learningRate: 0.25 };
    const set = new api.ScopedLoRA({ ...options, scopes: names, categories: { all: names } });
    const everybody = new api.MicroLoRA(options);
    const alone = new api.MicroLoRA(options);
    const teach = (i) => {
      const { x, target } = maps[i].sample();
      set.learn(i, x, target);
      everybody.learn(x, target);
      if (i === 4) alone.learn(x, target);
    };
    for (let step = 0; step < 1000; step++) for (let i = 0; i < 4; i++) teach(i);
    // Errors on fresh samples: the answer counts, whichever adapter gives it.
    const errorOf = (answer) => {
      let wrong = 0;
      let all = 0;
      const fresh = randomNumbers(seed + 7919);
      for (let i = 0; i < 200; i++) {
        const x = fresh.vector(dim);
        const y = answer(x);
        const m = new Float64Array(dim);
        for (const { a, b } of maps[4].factors) {
          const h = dot(a, x);
          for (let o = 0; o < dim; o++) m[o] += h * b[o];
        }
        for (let o = 0; o < dim; o++) {
          wrong += (y[o] - x[o] - m[o]) ** 2;
          all += m[o] ** 2;
        }
      }
      return Math.sqrt(wrong / all);
    };
    const row = { fallback: [], 'category only': [], 'own only': [] };
    for (let n = 0; n <= counts.at(-1); n++) {
      if (counts.includes(n)) {
        row.fallback.push(errorOf((x) => set.forward(4, x)));
        row['category only'].push(errorOf((x) => everybody.forward(x)));
        row['own only'].push(errorOf((x) => alone.forward(x)));
      }
      teach(4);
      for (let i = 0; i < 4; i++) teach(i);
    }
    for (const name of Object.keys(table)) table[name].push(row[name]);
    for (const object of [set, everybody, alone]) object.free();
  }
  return {
    counts,
    ...Object.fromEntries(
      Object.entries(table).map(([name, rows]) => [
        name,
        counts.map((_, i) => rows.reduce((sum, row) => sum + row[i], 0) / rows.length),
      ]),
    ),
  };
}
