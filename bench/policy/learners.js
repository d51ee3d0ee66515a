// The learners by name, with their settings: all chosen on seeds from 100 on.
import { EpsilonGreedy, LinUcb, TextbookLinUcb, Thompson } from './exact.js';
import { createOurs } from './ours.js';
import { PlainPolicy } from './plain-policy.js';

const scaled = { scaled: true, prior: 0.1 };

/**
 * A function of a task, { dim, arms, scopes, categoryOf, objective, guard, random, seed }, by name.
 *
 * @param {any} api the product's, with or without a Policy
 */
export function makeLearners(api) {
  const learners = {
    policy: (task) => new PlainPolicy(task),
    'LinUCB tuned': (task) => new LinUcb({ alpha: 0.1, ...scaled, ...task }),
    'LinUCB textbook': (task) => new TextbookLinUcb(task),
    'Thompson tuned': (task) => new Thompson({ temperature: 0.1, ...scaled, ...task }),
    'epsilon-greedy': (task) => new EpsilonGreedy({ epsilon: 0.05, ...scaled, ...task }),
  };
  return api.Policy ? { ours: createOurs(api), ...learners } : learners;
}

/** Those that know with which probability they chose. */
export const POLICIES = ['ours', 'policy'];

export const LEARNERS = [
  ...POLICIES,
  'LinUCB tuned',
  'LinUCB textbook',
  'Thompson tuned',
  'epsilon-greedy',
];
