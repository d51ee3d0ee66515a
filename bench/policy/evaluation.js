// What another policy would have cost, from a log of one that explored: estimates beside the truth.
import { createRandom } from '../real/random.js';
import { getSet, rowsOf } from './classify.js';

const SET = 'satellite';
const DECISIONS = 3000;
// How many rows the others have learned from, of those that are not in the log.
const OTHERS = [100, 600, 3000];

export const FLOORS = [0, 0.02, 0.05, 0.1];

/** A policy that has learned from rows, and what it would do without exploring. */
function learnOther(makeLearner, rows, seed) {
  const { dim, arms } = getSet(SET);
  const random = createRandom(seed, 'choices of another policy');
  const learner = makeLearner({ dim, arms, scopes: 1, objective: 'cost', random, seed });
  for (const { x, label } of rows) {
    const { id, arm } = learner.choose(0, x);
    learner.learn(id, arm === label ? 0 : 1);
  }
  return (x) => learner.best(0, x);
}

function keepLog(learner, rows) {
  return rows.map(({ x, label }) => {
    const { id, arm, probability } = learner.choose(0, x);
    const cost = arm === label ? 0 : 1;
    learner.learn(id, cost);
    return { x, arm, probability, cost };
  });
}

const sum = (values) => values.reduce((total, value) => total + value, 0);

/** The mean of the terms and its standard error. */
function meanWithError(terms) {
  const mean = sum(terms) / terms.length;
  const squares = sum(terms.map((term) => (term - mean) ** 2));
  return { value: mean, error: Math.sqrt(squares) / terms.length };
}

/**
 * `entries` of the log with `other`, the arm of the other policy, and `expected`, costs by arm.
 * A weight is 1 / probability where both chose the same, and else 0.
 */
function estimate(entries) {
  const weights = entries.map(({ arm, other, probability }) =>
    arm === other ? 1 / probability : 0,
  );
  const total = sum(weights);
  const ips = meanWithError(entries.map(({ cost }, i) => weights[i] * cost));
  const snips = sum(entries.map(({ cost }, i) => weights[i] * cost)) / total;
  return {
    ips,
    snips: {
      value: snips,
      error:
        Math.sqrt(sum(entries.map(({ cost }, i) => (weights[i] * (cost - snips)) ** 2))) / total,
    },
    dm: meanWithError(entries.map(({ expected, other }) => expected[other])),
    dr: meanWithError(
      entries.map(
        ({ cost, arm, other, expected }, i) =>
          expected[other] + weights[i] * (cost - expected[arm]),
      ),
    ),
  };
}

/**
 * Errors of the estimates for other policies: for each a list of { off, error } with the difference
 * from the truth and the standard error as stated. `evaluate` is the product's own, whose model of a
 * decision has not learned from it.
 */
export function evaluateOthers(makeLearner, floor, seed) {
  const rows = rowsOf(SET, seed, Infinity);
  const { dim, arms } = getSet(SET);
  const random = createRandom(seed, 'choices for the log');
  const learner = makeLearner({ dim, arms, scopes: 1, objective: 'cost', floor, random, seed });
  const log = keepLog(learner, rows.slice(0, DECISIONS));
  const found = {};
  for (const count of OTHERS) {
    const choose = learnOther(makeLearner, rows.slice(DECISIONS, DECISIONS + count), seed);
    const truth = sum(rows.map(({ x, label }) => (choose(x) === label ? 0 : 1))) / rows.length;
    const entries = log.map((entry) => ({
      ...entry,
      other: choose(entry.x),
      expected: learner.expect(0, entry.x),
    }));
    const estimates = estimate(entries);
    if (learner.evaluate) estimates.evaluate = learner.evaluate(log, choose);
    for (const [name, { value, error }] of Object.entries(estimates)) {
      (found[name] ??= []).push({ off: value - truth, error });
    }
  }
  learner.free?.();
  return found;
}

/** Root mean square of what it is off, and how often 1.96 standard errors reach the truth. */
export function summarizeEstimates(list) {
  return {
    rmse: Math.sqrt(sum(list.map(({ off }) => off ** 2)) / list.length),
    covered: list.filter(({ off, error }) => Math.abs(off) <= 1.96 * error).length / list.length,
  };
}
