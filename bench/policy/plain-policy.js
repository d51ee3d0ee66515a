// The policy in double precision: equation by equation what the product does in floats.
//
//     x^ = x / rms                                    rms of the first 1024 contexts
//     mu = o + sum m,  V = sum v,  s = sigma sqrt(V)  o: running mean of the scope's targets
//     target y = log(cost), cost or -reward; with a baseline log(cost / baseline), o = 0, and the
//     default is at 0 exactly
//     observed:        g = (y - mu) / (1 + V),     omega = 1
//     stopped at y:    g = sigma H / sqrt(1 + V),  omega = k / (1 + V - k V)
//                      z = (y - mu) / (sigma sqrt(1 + V)),  H = meanAbove(z),  k = H (H - z)
//     each block:      w += precision^-1 x^ g, observed with omega / (1 + omega (V - v))
import { PlainBlock } from './plain-block.js';
import { leastProbabilities, meanAbove } from './normal.js';

const RMS_AFTER = 1024;
const PRIOR_COUNT = 3;

const DEFAULTS = {
  scopes: 1,
  categoryOf: null,
  objective: 'cost',
  memory: 4,
  prior: 0.1,
  forgetting: 1,
  floor: 0,
};

// Arms differ in the noise of their times. That of costs is the scope's: an arm that was right three
// times would believe that it has none.
const COST = { temperature: 0.1, optimism: 0.3, noiseOfArms: false };
const BY_OBJECTIVE = {
  latency: { temperature: 0.25, optimism: 0, noiseOfArms: true },
  cost: COST,
  reward: COST,
};
const GUARD = { default: 0, budget: 0.1, confidence: 1, patience: 2, margin: Math.log(1.1) };

export class PlainPolicy {
  #blocks = new Map();
  #pending = new Map();
  #next = 0;

  /** `random` gives uniform(); the rest as in Policy. */
  constructor({ dim, arms, random, guard, objective = DEFAULTS.objective, ...options }) {
    Object.assign(
      this,
      DEFAULTS,
      BY_OBJECTIVE[objective],
      { dim, arms, random, objective },
      options,
    );
    this.guard = guard ? { ...GUARD, ...guard } : null;
    this.first = this.guard?.default ?? 0;
    this.bank = 0;
    this.squares = 0;
    this.seen = 0;
    this.states = Array.from({ length: this.scopes }, () => ({
      n: 0,
      offset: 0,
      M2: 0,
      E: 0,
      arms: Array.from({ length: arms }, () => ({ n: 0, E: 0 })),
    }));
  }

  choose(scope, x, { arms, baseline, explore = true } = {}) {
    const allowed = arms ?? Array.from({ length: this.arms }, (_, arm) => arm);
    const scaled = this.#scale(x, explore);
    const looks = allowed.map((arm) => this.#look(scope, arm, scaled, baseline));
    const { eligible, ...bound } = this.#guarded(scope, allowed, looks, baseline);
    if (!explore) {
      const at = allowed.indexOf(this.first);
      return { arm: allowed[this.#surest(eligible, looks, at)], ...bound };
    }
    const p = this.#probabilities(eligible.map((i) => looks[i]));
    let draw = this.random.uniform();
    let chosen = 0;
    while (chosen < p.length - 1 && (draw -= p[chosen]) >= 0) chosen++;
    const arm = allowed[eligible[chosen]];
    const id = this.#next++;
    this.#pending.set(id, { scope, arm, x: scaled, baseline, level: bound.level });
    const limit = this.guard && arm !== this.first ? bound.limit : Infinity;
    return { id, arm, probability: p[chosen], limit, reason: bound.reason };
  }

  /** What the decision cost, or { stopped: limit }. */
  learn(id, outcome) {
    const { scope, arm, x, baseline, level } = this.#pending.get(id);
    this.#pending.delete(id);
    const stopped = typeof outcome === 'object';
    const cost = stopped ? outcome.stopped : outcome;
    if (this.guard) {
      const { budget } = this.guard;
      // What is saved against the default, and a share of what that would have cost.
      if (arm === this.first) this.bank += budget * cost;
      else this.bank += (1 + budget) * level - (stopped ? cost + level : cost);
    }
    if (this.#known(arm, baseline)) return;
    this.#update(scope, arm, x, this.#target(cost, baseline), baseline, stopped);
  }

  /** The expected target of each arm. */
  expect(scope, x) {
    const scaled = this.#scale(x, false);
    return Array.from({ length: this.arms }, (_, arm) => this.#look(scope, arm, scaled).mu);
  }

  /** The arm with the least expected target. */
  best(scope, x) {
    const means = this.expect(scope, x);
    return means.indexOf(Math.min(...means));
  }

  /** Relative to a measured baseline the default is at 0. */
  #known(arm, baseline) {
    return arm === this.first && baseline !== undefined;
  }

  #block(key) {
    let block = this.#blocks.get(key);
    if (block === undefined) {
      block = new PlainBlock(this.dim, this);
      this.#blocks.set(key, block);
    }
    return block;
  }

  /** The blocks that are added for an arm. */
  #blocksOf(scope, arm) {
    const own = this.#block(`scope ${scope} ${arm}`);
    if (!this.categoryOf) return [own];
    return [own, this.#block(`category ${this.categoryOf(scope)} ${arm}`)];
  }

  #scale(x, count) {
    let square = 0;
    for (const value of x) square += value * value;
    if (count && this.seen < RMS_AFTER) {
      this.seen++;
      this.squares += (square - this.squares) / this.seen;
    }
    const rms = Math.sqrt(this.squares);
    return x.map((value) => (rms > 0 ? value / rms : value));
  }

  /**
   * sigma: of the scope, or of an arm in it. A scope starts from the variance of its targets; a
   * logarithm's is taken to be 1 before there is one.
   */
  #noise({ n, M2, E, arms }, arm) {
    const latency = this.objective === 'latency';
    const variance = latency ? (M2 + 1) / (n + 1) : M2 / Math.max(1, n);
    let noise = (E + PRIOR_COUNT * variance) / (n + PRIOR_COUNT);
    if (this.noiseOfArms) {
      const own = arms[arm];
      noise = (own.E + PRIOR_COUNT * noise) / (own.n + PRIOR_COUNT);
    }
    // Where all targets were the same, all expectations are, and any scale will do.
    return noise > 0 ? Math.sqrt(noise) : 1;
  }

  #look(scope, arm, x, baseline) {
    if (this.#known(arm, baseline)) return { mu: 0, V: 0, sigma: 0, s: 0 };
    const state = this.states[scope];
    let mu = baseline === undefined ? state.offset : 0;
    let V = 0;
    for (const block of this.#blocksOf(scope, arm)) {
      block.look(x);
      mu += block.mean;
      V += block.variance;
    }
    const sigma = this.#noise(state, arm);
    return { mu, V, sigma, s: sigma * Math.sqrt(V) };
  }

  /** Which of the allowed may be chosen: others than the default where the bank covers the worst. */
  #guarded(scope, allowed, looks, baseline) {
    const all = [...allowed.keys()];
    if (!this.guard) return { eligible: all, reason: 'chosen' };
    const at = allowed.indexOf(this.first);
    const { mu, s, sigma } = looks[at];
    const { confidence, patience } = this.guard;
    const bound = baseline ?? Math.exp(mu + confidence * Math.hypot(s, sigma / 2));
    const limit = patience * bound;
    const level = baseline ?? Math.exp(mu);
    const seen = baseline !== undefined || this.states[scope].arms[this.first].n > 0;
    const free = seen && this.bank >= limit;
    return {
      eligible: free ? all : [at],
      limit,
      level,
      reason: free ? 'chosen' : seen ? 'budget' : 'default',
    };
  }

  /** The best of those that are surely better than the default, or that; without a guard the best. */
  #surest(eligible, looks, at) {
    const gain = (i) =>
      looks[at].mu - looks[i].mu - this.guard.confidence * Math.hypot(looks[at].s, looks[i].s);
    const surely = this.guard
      ? eligible.filter((i) => i === at || gain(i) > this.guard.margin)
      : eligible;
    return surely.reduce((best, i) => (looks[i].mu < looks[best].mu ? i : best));
  }

  /** P(it has the least sample of N(mu - optimism s, (temperature s)^2)). */
  #probabilities(looks) {
    const { temperature, optimism, floor } = this;
    const p = leastProbabilities(
      looks.map(({ mu, s }) => mu - optimism * s),
      looks.map(({ s }) => temperature * s),
    );
    const least = Math.min(floor, 1 / p.length);
    return p.map((value) => least + (1 - least * p.length) * value);
  }

  #target(cost, baseline = 1) {
    if (this.objective === 'latency') return Math.log(cost / baseline);
    return this.objective === 'reward' ? -cost : cost;
  }

  #update(scope, arm, x, y, baseline, stopped) {
    const state = this.states[scope];
    const { mu, V, sigma } = this.#look(scope, arm, x, baseline);
    let g;
    let omega = 1;
    let square;
    if (stopped) {
      const z = (y - mu) / (sigma * Math.sqrt(1 + V));
      const H = meanAbove(z);
      const k = H * (H - z);
      this.#note(state, mu + sigma * Math.sqrt(1 + V) * H);
      g = (sigma * H) / Math.sqrt(1 + V);
      omega = k / (1 + V - k * V);
      square = sigma * sigma * (1 + z * H);
    } else {
      const before = state.offset;
      this.#note(state, y);
      const e = y - mu - (baseline === undefined ? state.offset - before : 0);
      g = e / (1 + V);
      square = (e * e) / (1 + V);
    }
    const own = state.arms[arm];
    state.E += square;
    own.E += square;
    own.n++;
    for (const block of this.#blocksOf(scope, arm)) {
      block.learn(x, g, omega / (1 + omega * (V - block.variance)));
    }
  }

  /** Running moments of the targets of a scope. */
  #note(state, y) {
    state.n++;
    const before = y - state.offset;
    state.offset += before / state.n;
    state.M2 += before * (y - state.offset);
  }
}
