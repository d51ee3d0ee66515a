// Classification as a bandit: only the cost of the chosen class is seen.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../../test-wasm/support/command-line.js';
import { createRandom } from '../real/random.js';
import { readSet } from './sets.js';

const FOLDER = fileURLToPath(new URL('../../build/policy/sets/', import.meta.url));

/** Those of policy.md, and which of them have more than 2 000 rows. */
export const LARGE_SETS = ['dna', 'income', 'letter', 'satellite', 'shuttle', 'spam'];
export const SETS = [
  ...['breast', 'dna', 'glass', 'income', 'ionosphere', 'letter', 'pima', 'satellite', 'shuttle'],
  ...['sonar', 'soybean', 'spam', 'vehicle', 'votes', 'vowel', 'zoo'],
];
/** Beside them, for choosing settings. */
export const OTHER_SETS = ['digits'];

const cache = new Map();

export function getSet(name) {
  if (!cache.has(name)) {
    const file = `${FOLDER}${name}.csv.gz`;
    if (!existsSync(file)) throw new UsageError(`${file} is missing: make sets-policy makes it`);
    cache.set(name, readSet(file));
  }
  return cache.get(name);
}

/** The rows of a run, in its order. */
export function rowsOf(name, seed, count) {
  return createRandom(seed, `order of ${name}`).shuffled(getSet(name).rows).slice(0, count);
}

/** The mean cost of the choices while it learns. */
export function progressiveLoss(makeLearner, name, seed, count) {
  const { dim, arms } = getSet(name);
  const random = createRandom(seed, `choices for ${name}`);
  const learner = makeLearner({ dim, arms, scopes: 1, objective: 'cost', random, seed });
  const rows = rowsOf(name, seed, count);
  let loss = 0;
  for (const { x, label } of rows) {
    const { id, arm } = learner.choose(0, x);
    const cost = arm === label ? 0 : 1;
    learner.learn(id, cost);
    loss += cost;
  }
  learner.free?.();
  return loss / rows.length;
}

/** That of one class for all rows, the best of them known afterwards, or the first one. */
export function fixedLoss(name, seed, count, known) {
  const rows = rowsOf(name, seed, count);
  const counts = Array(getSet(name).arms).fill(0);
  for (const { label } of rows) counts[label]++;
  return 1 - (known ? Math.max(...counts) : counts[0]) / rows.length;
}
