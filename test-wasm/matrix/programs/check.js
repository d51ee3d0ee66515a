// What is asked of both editions in every runtime and from every bundler. It imports nothing and uses
// nothing that engines may round as they like (no Math.sin, Math.log), so that bits can be compared.

const DIM = 32;
const RANK = 2;
const STEPS = 2000;
const FRESH = 100;
const CALLS = 60;

/** Numbers in (-1, 1) that are exact in f32, by xorshift. */
function randomNumbers(seed) {
  let state = seed;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const number = () => ((next() >>> 21) - 1024) / 1024;
  return {
    pick: (n) => next() % n,
    number,
    vector: (length) => Float32Array.from({ length }, number),
  };
}

/** FNV-1a over the bits of numbers. */
function hasher() {
  let hash = 0x811c9dc5;
  const floats = (values) => {
    for (const byte of new Uint8Array(Float32Array.from(values).buffer)) {
      hash = Math.imul(hash ^ byte, 16777619);
    }
  };
  const doubles = (...values) => {
    for (const byte of new Uint8Array(Float64Array.from(values).buffer)) {
      hash = Math.imul(hash ^ byte, 16777619);
    }
  };
  return { floats, doubles, text: () => (hash >>> 0).toString(16).padStart(8, '0') };
}

/**
 * y = x + M x for a random M of rank 2, learned by default options.
 *
 * @returns {number} the relative error of what was learned, at inputs never seen: 1 is nothing learned
 */
function learn(api, engine) {
  const lora = new api.MicroLoRA({ dim: DIM, engine });
  const { number, vector } = randomNumbers(0x1234567);
  const u = vector(RANK * DIM);
  const v = vector(RANK * DIM);
  const target = (x) => {
    const y = Float64Array.from(x);
    for (let k = 0; k < RANK; k++) {
      let h = 0;
      for (let i = 0; i < DIM; i++) h += v[k * DIM + i] * x[i];
      for (let j = 0; j < DIM; j++) y[j] += (u[k * DIM + j] * h * 3) / DIM;
    }
    return Float32Array.from(y);
  };
  for (let step = 0; step < STEPS; step++) {
    const x = Float32Array.from({ length: DIM }, () => number() + number());
    lora.learn(x, target(x));
  }
  let wrong = 0;
  let all = 0;
  for (let i = 0; i < FRESH; i++) {
    const x = vector(DIM);
    const wanted = target(x);
    const y = lora.forward(x);
    for (let j = 0; j < DIM; j++) {
      wrong += (y[j] - wanted[j]) ** 2;
      all += (x[j] - wanted[j]) ** 2;
    }
  }
  lora.free();
  return Math.sqrt(wrong / all);
}

/** What both editions have. */
const SHARED = {
  adapters: [
    { dim: 33 },
    { dim: 64, optimizer: 'sgd', learningRate: 1 / 64, alpha: 0.5 },
    { in: 48, out: 21, rank: 5, batch: 4 },
    { dim: 256, optimizer: 'sgd', batch: 4 },
  ],
  losses: ['mse'],
  contrasts: false,
  spaces: false,
  saved: {},
};

/** What each edition has. */
const MIXES = {
  full: {
    adapters: [
      { dim: 33 },
      { dim: 64, optimizer: 'sgd', learningRate: 1 / 64, alpha: 0.5 },
      { dim: 20, rank: 3, optimizer: 'momentum', learningRate: 1 / 128 },
      { in: 48, out: 21, rank: 5, optimizer: 'adam', batch: 4 },
      { dim: 31, rank: 2, optimizer: 'adamw', weightDecay: 1 / 16, batch: 4 },
      { dim: 256, sharedIO: true, maxDeltaNorm: 1 },
    ],
    losses: ['mse', 'huber', 'cosine'],
    contrasts: true,
    spaces: true,
    saved: { explore: 0.5 },
  },
  small: SHARED,
};

function mixAdapters(api, engine, { adapters, losses, contrasts }, random, { floats, doubles }) {
  const { pick, vector } = random;
  for (const options of adapters) {
    const lora = new api.MicroLoRA({ ...options, seed: 1 + pick(1000), engine });
    const batch = options.batch ?? 1;
    for (let i = 0; i < CALLS; i++) {
      const x = vector(lora.in);
      floats(lora.forward(x));
      switch (pick(6)) {
        case 0:
          doubles(lora.learn(x, vector(lora.out), { loss: losses[pick(losses.length)] }));
          break;
        case 1:
          floats(lora.forwardBatch(vector(batch * lora.in)));
          lora.adaptBatch(vector(batch * lora.out));
          break;
        case 2:
          if (!contrasts) break;
          doubles(
            lora.contrast(x, vector(lora.out), vector(3 * lora.out), {
              temperature: 0.5,
              units: 'cosine',
            }),
          );
          break;
        case 3:
          if (lora.in === lora.out) lora.adaptWithReward(pick(5) - 2);
          break;
        default:
          lora.adapt(vector(lora.out));
      }
      doubles(lora.deltaNorm, lora.adaptCount);
    }
    const { A, B } = lora.getWeights();
    floats(A);
    floats(B);
    lora.free();
  }
}

function mixScopes(api, engine, { pick, vector }, { floats, doubles }) {
  const set = new api.ScopedLoRA({ dim: 24, engine });
  for (let i = 0; i < 4 * CALLS; i++) {
    const scope = pick(17);
    const x = vector(24);
    floats(set.forward(scope, x));
    if (pick(2) === 0) set.adapt(scope, vector(24));
    else doubles(set.learn(scope, x, vector(24)));
    doubles(set.deltaNorm(scope));
    if (pick(20) === 0) set.reset(scope);
  }
  set.free();
}

function mixTrajectories(api, engine, { pick, vector }, { floats, doubles }) {
  const buffer = new api.TrajectoryBuffer({ capacity: 50, dim: 9, engine });
  for (let i = 0; i < 2 * CALLS; i++) {
    buffer.record(vector(9), pick(17), pick(4), 1 + pick(100), 1 + pick(100));
    doubles(buffer.successRate, buffer.bestImprovement, buffer.meanImprovement, buffer.variance);
    doubles(buffer.highQualityCount(0.5), buffer.bestAttention);
  }
  for (const { embedding } of buffer.top(5)) floats(embedding);
  buffer.free();
}

function mixSpaces(api, engine, { pick, vector }, { floats, doubles }) {
  const space = new api.EmbeddingSpace({ dim: 21, directions: 5, engine });
  space.learnDocuments(vector(30 * 21));
  const lora = new api.MicroLoRA({ space, rank: 3 });
  for (let i = 0; i < 2 * CALLS; i++) {
    const x = vector(21);
    switch (pick(4)) {
      case 0:
        space.learnDocuments(vector(21));
        break;
      case 1:
        doubles(lora.learn(x, vector(21)));
        break;
      default:
        doubles(lora.contrast(x, vector(21), vector(3 * 21), { temperature: 0.5 }));
    }
    floats(lora.forward(x));
    floats(lora.score(x, vector(2 * 21)));
    floats(space.document(x));
    floats(space.query(x));
    doubles(space.spread);
  }
  for (const part of Object.values(space.export())) floats(part);
  lora.free();
  space.free();
}

function mixPolicies(api, engine, { pick, vector }, { doubles }) {
  const policy = new api.Policy({ dim: 21, arms: 4, scopes: ['a', 'b'], temperature: 1, engine });
  for (let i = 0; i < 2 * CALLS; i++) {
    const x = vector(21);
    const baseline = 1 + pick(50);
    const d = policy.choose(pick(2), x, pick(3) === 0 ? {} : { baseline });
    const cost = 1 + pick(100);
    const stopped = cost >= d.limit;
    if (pick(8) !== 0) policy.learn(d.id, stopped ? { stopped: d.limit } : cost);
    doubles(d.arm, d.probability, policy.bank);
    for (const { expected, deviation } of policy.predict('a', x, { baseline })) {
      doubles(expected, deviation);
    }
  }
  policy.free();
}

/** Mixed calls of every class, as a hash of all their bits. */
function hashOf(api, engine, mix) {
  const random = randomNumbers(0x9e3779b9 | 0);
  const hash = hasher();
  mixAdapters(api, engine, mix, random, hash);
  mixScopes(api, engine, random, hash);
  mixTrajectories(api, engine, random, hash);
  if (mix.spaces) mixSpaces(api, engine, random, hash);
  if (mix.spaces) mixPolicies(api, engine, random, hash);
  return hash.text();
}

/** A space, and an adapter in it. */
function makeSpace(api, vector) {
  const space = new api.EmbeddingSpace({ dim: 24 });
  space.learnDocuments(vector(5 * 24));
  return [space, new api.MicroLoRA({ space, cautious: true })];
}

/** Objects saved in the middle of things and loaded into the shared engine: the same bits follow. */
async function hashOfLoaded(api, { saved: options, spaces }, { save, load }) {
  await api.default();
  const { vector } = randomNumbers(0x2468ace);
  const lora = new api.MicroLoRA({ dim: 24, ...options });
  const set = new api.ScopedLoRA({ dim: 24 });
  const buffer = new api.TrajectoryBuffer({ capacity: 3, dim: 24 });
  const made = spaces ? makeSpace(api, vector) : [];
  for (let i = 0; i < 5; i++) {
    lora.learn(vector(24), vector(24));
    set.learn(i, vector(24), vector(24));
    buffer.record(vector(24), i, i, 1 + i, 3);
    made[1]?.learn(vector(24), vector(24));
  }
  const x = vector(24);
  lora.forward(x);
  const objects = [lora, set, buffer, ...made];
  const twins = [lora, set, buffer].map((object) => load(save(object)));
  if (spaces) {
    const space = load(save(made[0]));
    twins.push(space, load(save(made[1]), { space }));
  }
  const [saved, loaded] = [objects, twins].map(([one, scopes, tried, space, inside]) => {
    const { floats, doubles, text } = hasher();
    one.adaptWithReward(1);
    floats(one.forward(x));
    floats(scopes.forward('HashJoin', x));
    doubles(tried.variance, tried.totalCount);
    if (spaces) {
      doubles(inside.learn(x, x));
      floats(inside.forward(x));
      floats(space.document(x));
    }
    for (const each of [one, scopes, tried, space, inside]) each?.free();
    return text();
  });
  if (saved !== loaded) throw new Error(`it was ${saved}, and is ${loaded}`);
  return loaded;
}

/** What each check saw in one edition. */
async function checkEdition({ api, openScalar }, mix, files) {
  const seen = {};
  const see = async (name, look) => {
    try {
      seen[name] = { value: await look() };
    } catch (error) {
      seen[name] = { error: `${error}` };
    }
  };
  // First, as later it would only hand out the engine that is there.
  await see('initSync', () => hashOf(api, api.initSync(), mix));
  await see('import', async () => {
    const engine = await api.default();
    // require() and some bundlers add a mark of their own.
    const names = Object.keys(api).filter((name) => name !== '__esModule');
    return `${names.sort()}; ${engine.simd ? 'SIMD' : 'no SIMD'}`;
  });
  await see('learns', async () => learn(api, await api.createEngine()));
  await see('bits', async () => hashOf(api, await api.createEngine(), mix));
  await see('shared', async () => hashOf(api, await api.createEngine(), SHARED));
  await see('scalar', async () => {
    const { api: classes, engine } = await openScalar();
    if (engine.simd) throw new Error('the scalar entry gave an engine with SIMD');
    return hashOf(classes, engine, mix);
  });
  await see('files', () => hashOfLoaded(api, mix, files));
  return seen;
}

/**
 * @typedef {object} Edition
 * @property {any} api as imported, nothing of it used before
 * @property {() => Promise<{ api: any, engine: any }>} openScalar an engine without SIMD and its classes
 *
 * @param {{ full: Edition, small: Edition }} editions
 * @param {typeof import('microlora/safetensors')} files which must find the engine of each edition
 * @returns {Promise<Record<string, Record<string, { value?: any, error?: string }>>>} what each check
 *   saw, by edition
 */
export async function check(editions, files) {
  const seen = {};
  for (const [name, edition] of Object.entries(editions)) {
    seen[name] = await checkEdition(edition, MIXES[name], files);
  }
  return seen;
}

/** An edition whose scalar build is an entry of its own. */
export const withEntry = (api, scalar) => ({
  api,
  openScalar: async () => ({ api: scalar, engine: await scalar.createEngine() }),
});

/** An edition whose scalar build is a module that the platform compiled. */
export const withModule = (api, module) => ({
  api,
  openScalar: async () => ({ api, engine: await api.createEngine({ module }) }),
});
