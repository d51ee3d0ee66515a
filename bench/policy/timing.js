// Time per choose and learn, and bytes, as dim, arms and scopes grow.
import { createRandom } from '../real/random.js';
import { summarize } from '../statistics.js';

// Two beliefs an arm: one of the scope, one of its category.
const SMALL = { dim: 64, arms: 4, scopes: 1 };

export const SIZES = [
  SMALL,
  ...[16, 256, 1024].map((dim) => ({ ...SMALL, dim })),
  ...[2, 16, 64].map((arms) => ({ ...SMALL, arms })),
  ...[16, 128].map((scopes) => ({ ...SMALL, scopes })),
];

const ROUNDS = 15;
const CALLS = 300;

// Exact learners take dim^2 an arm: of those one, and only up to this.
const LARGEST_EXACT = 300_000;

/** What is timed: the product also by calls on views, which allocate nothing. */
function timed(learners, { dim, arms }) {
  const { ours, policy, 'LinUCB tuned': exact } = learners;
  const all = { ours, policy };
  if (ours) all['ours on views'] = (task) => onViews(ours(task));
  if (dim * dim * arms <= LARGEST_EXACT) all['LinUCB tuned'] = exact;
  return Object.entries(all).filter(([, makeLearner]) => makeLearner !== undefined);
}

const onViews = (learner) => ({ ...learner, choose: learner.decide });

function prepare(makeLearner, { dim, arms, scopes }) {
  const random = createRandom(0, 'contexts to time');
  const learner = makeLearner({
    ...{ dim, arms, scopes, categoryOf: () => 0, objective: 'cost', random, seed: 1 },
  });
  const contexts = Array.from({ length: CALLS }, () =>
    Float64Array.from({ length: dim }, () => random.normal()),
  );
  const costs = contexts.map(() => random.uniform());
  return { learner, contexts, costs, scopes };
}

/** Microseconds of a choose and of a learn, in one round. */
function time({ learner, contexts, costs, scopes }) {
  const ids = new Array(CALLS);
  let choose = 0;
  let learn = 0;
  // Decisions wait in a ring of 256: a few at a time.
  for (let from = 0; from < CALLS; from += 100) {
    const start = performance.now();
    for (let i = from; i < from + 100; i++) ids[i] = learner.choose(i % scopes, contexts[i]).id;
    const middle = performance.now();
    for (let i = from; i < from + 100; i++) learner.learn(ids[i], costs[i]);
    choose += middle - start;
    learn += performance.now() - middle;
  }
  return { choose: (1000 * choose) / CALLS, learn: (1000 * learn) / CALLS };
}

/** Medians over rounds in which the learners take turns, after one that is not counted. */
export function timeAll(learners, size) {
  const prepared = timed(learners, size).map(([name, makeLearner]) => ({
    name,
    times: [],
    task: prepare(makeLearner, size),
  }));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { times, task } of prepared) times.push(time(task));
  }
  return Object.fromEntries(
    prepared.map(({ name, times, task }) => {
      task.learner.free?.();
      const counted = times.slice(1);
      return [
        name,
        {
          choose: summarize(counted.map(({ choose }) => choose)),
          learn: summarize(counted.map(({ learn }) => learn)),
        },
      ];
    }),
  );
}

/** Bytes that hold an arm of a scope: f32 of the design, f64 of an exact precision. */
export const bytesOf = (dim, memory = 4) => ({
  policy: 4 * (2 + memory) * dim + 4 * memory * memory,
  exact: 8 * dim * dim + 8 * dim,
});
