// The learned part: adapters, one per operator, that predict what a plan variant will cost.
import { ScopedLoRA, TrajectoryBuffer } from 'microlora';

// A predicted cost is log(time / time of SQLite's own plan); beyond a factor of 20 it changes no
// choice, and would only unsettle sgd.
const MOST = Math.log(20);
// A variant must promise 10 % before it replaces SQLite's own plan: below that is mostly noise.
const MARGIN = Math.log(1.1);
const REPLAYS = 32;

/**
 * Chooses plan variants and learns from what they cost. For a query with embedding x, output v of
 * the adapter of its operator predicts the cost of variant v; variant 0 costs 0 by definition.
 * `plans` lists every variant of every template: a plan's place there is its number in the buffer.
 */
export function createLearner({ dim, plans, capacity, random, seed }) {
  const outputs = Math.max(...plans.map((plan) => plan.variant)) + 1;
  const lora = new ScopedLoRA({
    in: dim,
    out: outputs,
    rank: 2,
    // B starts at 0: growth goes with alpha^2 * rate, the limit of stability with alpha * rate.
    alpha: 64,
    optimizer: 'sgd',
    learningRate: 0.0007,
    seed,
  });
  const buffer = new TrajectoryBuffer({ capacity, dim, operators: lora.scopes.length });
  const timedOut = [];
  const output = new Float32Array(outputs);
  const gradient = new Float32Array(outputs);

  /** One step towards what was observed; a timeout says only that the cost is at least that. */
  function learnFrom({ embedding, operator, attention, executionMs, baselineMs }, censored) {
    const { variant } = plans[attention];
    if (variant === 0) return;
    lora.forward(operator, embedding, output);
    const observed = Math.max(-MOST, Math.min(MOST, Math.log(executionMs / baselineMs)));
    if (censored && output[variant] >= observed) return;
    gradient.fill(0);
    gradient[variant] = output[variant] - observed;
    lora.adapt(operator, gradient);
  }

  /** The variant with the lowest predicted cost, or 0 if none promises enough. */
  function best({ template, embedding }) {
    lora.forward(template.operator, embedding, output);
    let choice = 0;
    let lowest = -MARGIN;
    for (let v = 1; v < template.variants.length; v++) {
      if (output[v] < lowest) {
        lowest = output[v];
        choice = v;
      }
    }
    return choice;
  }

  /** The best variant or, with the given probability, any but SQLite's own: that one runs anyway. */
  function explore(query, probability) {
    if (!random.chance(probability)) return best(query);
    return random.integer(1, query.template.variants.length - 1);
  }

  /** Records a run beside SQLite's own plan; learns from it, and again from some earlier ones. */
  function observe({ template, embedding }, variant, { executionMs, baselineMs, censored }) {
    const operator = lora.scopes.indexOf(template.operator);
    const attention = template.variants[variant].id;
    buffer.record(embedding, operator, attention, executionMs, baselineMs);
    timedOut.push(censored);
    learnFrom({ embedding, operator, attention, executionMs, baselineMs }, censored);
    for (let i = 0; i < REPLAYS; i++) {
      const earlier = random.integer(0, buffer.length - 1);
      learnFrom(buffer.get(earlier), timedOut[earlier]);
    }
  }

  function free() {
    lora.free();
    buffer.free();
  }

  return { lora, buffer, best, explore, observe, free };
}
