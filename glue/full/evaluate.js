// Off-policy evaluation: what another way of choosing would have cost, from a log with probabilities.
import { checkVector, isPlainObject, wrongType } from '../check.js';
import { raise } from '../error.js';

/** @typedef {import('../microlora.js').LoggedDecision} LoggedDecision */

/** Each half of the log has at least one. */
const LEAST = 2;

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The standard error of the mean of values.
 *
 * @param {number[]} values
 */
function errorOf(values) {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

/**
 * @param {import('./policy-object.js').PolicyObject} policy
 * @param {unknown} given
 */
function checkLog(policy, given) {
  if (!Array.isArray(given)) wrongType('evaluate: the log', 'an array of decisions', given);
  if (given.length < LEAST) {
    raise('LORA_E_SHAPE', `evaluate: the log needs ${LEAST} decisions, it has ${given.length}`);
  }
  return given.map((/** @type {LoggedDecision} */ entry, i) => {
    const where = `evaluate: decision ${i}`;
    if (!isPlainObject(entry)) wrongType(where, 'an object', entry);
    const { context, probability } = entry;
    checkVector(`${where}: context`, context, policy.dim);
    if (!(probability > 0 && probability <= 1)) {
      raise('LORA_E_RANGE', `${where}: probability must be above 0, at most 1, got ${probability}`);
    }
    const cost = policy._checkCost(`${where}: cost`, entry.cost);
    const scope = policy._scope(entry.scope ?? (policy.scopes.length === 1 ? 0 : undefined));
    return { context, probability, cost, scope, arm: policy._arm(entry.arm) };
  });
}

/**
 * The probability of each arm, by its number.
 *
 * @param {import('./policy-object.js').PolicyObject} policy
 * @param {number | string | number[]} choice
 */
function sharesOf(policy, choice) {
  const shares = new Array(policy._names.length).fill(0);
  if (!Array.isArray(choice)) {
    shares[policy._arm(choice)] = 1;
    return shares;
  }
  const sum = choice.reduce((all, value) => all + value, 0);
  const fits = choice.length <= shares.length && choice.every((value) => value >= 0);
  if (!fits || Math.abs(sum - 1) > 1e-6) {
    raise(
      'LORA_E_RANGE',
      'evaluate: chooseOther must return an arm, or probabilities of all arms that sum to 1',
    );
  }
  choice.forEach((value, arm) => (shares[arm] = value));
  return shares;
}

/**
 * Costs of each arm that are expected for each decision of the log, from those of the other half: what a model
 * has learned from a cost says nothing about that cost.
 *
 * @param {import('./policy-object.js').PolicyObject} policy
 * @param {ReturnType<typeof checkLog>} log
 */
function expectedCosts(policy, log) {
  const middle = mean(log.map(({ cost }) => cost));
  const halves = [0, 1].map((half) => policy._learner(log.filter((_, i) => i % 2 !== half)));
  try {
    return log.map(({ scope, context }, i) => {
      const all = halves[i % 2]._predict([scope, context]);
      return Object.fromEntries(
        all.map(({ arm, expected }) => [arm, Number.isNaN(expected) ? middle : expected]),
      );
    });
  } finally {
    for (const half of halves) half._free();
  }
}

/**
 * By inverse propensities (ips), those over their sum (snips), the model alone (dm), and the model corrected
 * by the log (dr: Dudik, Langford and Li 2011, arXiv 1103.4601).
 *
 * @param {import('./policy-object.js').PolicyObject} policy
 * @param {unknown} given
 * @param {unknown} chooseOther
 */
export function evaluate(policy, given, chooseOther) {
  policy._checkAlive();
  const log = checkLog(policy, given);
  if (typeof chooseOther !== 'function') {
    wrongType('evaluate: chooseOther', 'a function', chooseOther);
  }
  const shares = log.map(({ context, scope }) =>
    sharesOf(policy, chooseOther(context, policy.scopes[scope])),
  );
  const expected = expectedCosts(policy, log);
  const weights = log.map(({ arm, probability }, i) => shares[i][arm] / probability);
  const models = log.map((_, i) =>
    shares[i].reduce((sum, share, arm) => sum + (share === 0 ? 0 : share * expected[i][arm]), 0),
  );
  const weighted = log.map(({ cost }, i) => weights[i] * cost);
  const corrected = log.map(
    ({ arm, cost }, i) =>
      models[i] + (weights[i] === 0 ? 0 : weights[i] * (cost - expected[i][arm])),
  );
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const squares = weights.reduce((all, weight) => all + weight * weight, 0);
  return {
    dr: mean(corrected),
    snips: sum > 0 ? mean(weighted) / (sum / log.length) : NaN,
    ips: mean(weighted),
    dm: mean(models),
    error: errorOf(corrected),
    effectiveSize: squares > 0 ? (sum * sum) / squares : 0,
    supported: Math.min(1, sum / log.length),
  };
}
