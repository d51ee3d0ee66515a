// The learned part: a policy that chooses a plan for each query and learns from how long it took.
import { Policy } from 'microlora';
import { DIM } from './embedding.js';

/** A scope for each kind of query; arm v is its plan variant v, and 0 is SQLite's own plan. */
export function createLearner(templates, { seed, paired }) {
  const policy = new Policy({
    dim: DIM,
    arms: Math.max(...templates.map(({ variants }) => variants.length)),
    scopes: templates.map(({ name }) => name),
    // With --paired SQLite's own plan runs beside every query, so that trying others costs less.
    guard: paired ? { budget: 1, confidence: 0.7 } : {},
    temperature: paired ? 1 : 0.5,
    seed,
  });
  const choose = ({ template, embedding }, baseline, explore) =>
    policy.choose(template.name, embedding, {
      arms: [...template.variants.keys()],
      baseline,
      explore,
    });
  return {
    policy,
    explore: (query, baseline) => choose(query, baseline, true),
    best: (query, baseline) => choose(query, baseline, false),
    learn: ({ id, limit }, { ms, timedOut }) =>
      policy.learn(id, timedOut ? { stopped: limit } : ms),
  };
}
