// Exact ridge regression for each arm of each scope, and the usual ways to choose by it.
import { ExactBlock } from './plain-block.js';

const RMS_AFTER = 1024;

/** What all of them share: x as it is or over its size, targets less their mean or as they are. */
class ExactRidge {
  #pending = new Map();
  #next = 0;

  constructor({ dim, arms, scopes = 1, objective, random, prior, scaled }) {
    Object.assign(this, { arms, objective, random, scaled });
    this.blocks = Array.from({ length: scopes * arms }, () => new ExactBlock(dim, { prior }));
    this.offsets = Array.from({ length: scopes }, () => ({ n: 0, mean: 0, M2: 0 }));
    this.rms = { n: 0, square: 0 };
  }

  choose(scope, x, { arms, baseline } = {}) {
    const allowed = arms ?? Array.from({ length: this.arms }, (_, a) => a);
    const z = this.scaled ? this.#scale(x) : x;
    const { mean: offset, n, M2 } = this.offsets[scope];
    const sigma = this.scaled && n > 1 && M2 > 0 ? Math.sqrt(M2 / n) : 1;
    const means = [];
    const deviations = [];
    for (const arm of allowed) {
      // Beside a measured baseline its own cost is known.
      if (arm === 0 && baseline !== undefined) {
        means.push(0);
        deviations.push(0);
        continue;
      }
      const block = this.blocks[scope * this.arms + arm];
      block.look(z);
      means.push((baseline === undefined ? offset : 0) + block.mean);
      deviations.push(sigma * Math.sqrt(block.variance));
    }
    const arm = allowed[this.pick(means, deviations)];
    const id = this.#next++;
    this.#pending.set(id, { scope, arm, z, baseline });
    return { id, arm, limit: Infinity };
  }

  learn(id, cost) {
    const { scope, arm, z, baseline } = this.#pending.get(id);
    this.#pending.delete(id);
    if (arm === 0 && baseline !== undefined) return;
    const y = this.objective === 'latency' ? Math.log(cost / (baseline ?? 1)) : this.worth(cost);
    const offset = this.offsets[scope];
    if (this.scaled) {
      offset.n++;
      const e = y - offset.mean;
      offset.mean += e / offset.n;
      offset.M2 += e * (y - offset.mean);
    }
    const block = this.blocks[scope * this.arms + arm];
    block.look(z);
    const e = y - (baseline === undefined ? offset.mean : 0) - block.mean;
    block.learn(z, e / (1 + block.variance), 1);
  }

  worth(cost) {
    return cost;
  }

  #scale(x) {
    const { rms } = this;
    let square = 0;
    for (const value of x) square += value * value;
    if (rms.n < RMS_AFTER) rms.square += (square - rms.square) / ++rms.n;
    return x.map((value) => value / Math.sqrt(rms.square));
  }

  /** The index of the least score; a tie is drawn. */
  least(scores) {
    const least = Math.min(...scores);
    const ties = [...scores.keys()].filter((i) => scores[i] === least);
    return ties[ties.length === 1 ? 0 : this.random.below(ties.length)];
  }
}

export class LinUcb extends ExactRidge {
  constructor({ alpha, ...options }) {
    super(options);
    this.alpha = alpha;
  }

  pick(means, deviations) {
    return this.least(means.map((mean, i) => mean - this.alpha * deviations[i]));
  }
}

/** As in the paper: precision I + sum x x^T, alpha 1, of rewards from 0 up. */
export class TextbookLinUcb extends LinUcb {
  constructor(options) {
    super({ ...options, alpha: 1, prior: 1, scaled: false });
  }

  worth(cost) {
    return cost - 1;
  }
}

export class Thompson extends ExactRidge {
  constructor({ temperature, ...options }) {
    super(options);
    this.temperature = temperature;
  }

  pick(means, deviations) {
    const { temperature, random } = this;
    return this.least(means.map((mean, i) => mean + temperature * deviations[i] * random.normal()));
  }
}

export class EpsilonGreedy extends ExactRidge {
  constructor({ epsilon, ...options }) {
    super(options);
    this.epsilon = epsilon;
  }

  pick(means) {
    const { random, epsilon } = this;
    return random.uniform() < epsilon ? random.below(means.length) : this.least(means);
  }
}
