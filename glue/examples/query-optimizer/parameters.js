// How users fill in the parameters of a query: popular values often, every value sometimes.
import { createRandom } from '../common/random.js';
import { DAYS } from './database.js';

const LAST_DAY = DAYS - 1;

/** Draws of typical parameters, all from one seeded stream. */
export function createParameterSource(seed, label, statistics) {
  const random = createRandom(seed, label);
  const popular = new Map();

  /** Half of the draws follow the data (popular values), half treat all values alike. */
  function value(column) {
    if (!popular.has(column)) popular.set(column, random.weighted(statistics.counts(column)));
    const values = statistics.values(column);
    return random.chance(0.5) ? values[popular.get(column)()] : random.pick(values);
  }

  /** From a day to years, most often up to today. */
  function period() {
    const days = Math.round(random.logUniform(1, DAYS));
    const end = random.chance(0.6) ? LAST_DAY : random.integer(days - 1, LAST_DAY);
    return [Math.max(0, end - days + 1), end];
  }

  /** An order total that a share of the orders between 1 % and all of them reaches. */
  function minimumTotal() {
    const at = statistics.valueReachedBy('orders.total', random.logUniform(0.01, 1));
    return Math.round(at * (0.9 + 0.2 * random.uniform()));
  }

  return {
    value,
    period,
    minimumTotal,
    channel: () => random.pick(['web', 'shop']),
    limit: () => Math.round(random.logUniform(5, 500)),
  };
}

/** Two disjoint lists of parameters: no held-out combination is ever trained on. */
export function splitParameters(seed, template, statistics, { train, heldOut }) {
  const source = createParameterSource(seed, template.name, statistics);
  const seen = new Set();
  const distinct = (count) => {
    const list = [];
    for (let tries = 0; list.length < count; tries++) {
      if (tries > 1000 * count) {
        throw new Error(
          `${template.name} has too few parameters for ${train} + ${heldOut} queries`,
        );
      }
      const params = template.draw(source);
      const key = JSON.stringify(params);
      if (seen.has(key)) continue;
      seen.add(key);
      list.push(params);
    }
    return list;
  };
  return { train: distinct(train), heldOut: distinct(heldOut) };
}
