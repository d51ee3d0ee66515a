// One seed of the experiment: baselines, settings chosen on a validation part, adapters by rank.
import { setImmediate as breathe } from 'node:timers/promises';
import { fitRidge } from './ridge.js';
import { learn } from './learner.js';
import { measureSearch, scoreBy } from './search.js';
import { splitQueries } from './split.js';

export const TEMPERATURES = [0.03, 0.06];
export const EPOCHS = 30;
const EPOCHS_APART = 3;
const RIDGE_STRENGTHS = [1, 3, 10, 30, 100];

const same = (vector) => vector;

/** Learns on `fit`, and gives the temperature and the epochs that were best on `validation`. */
async function chooseSettings({ fit, validation, pairsOf, search, rank, seed }) {
  let best = { mrr: search(same, validation).mrr, epochs: 0, temperature: TEMPERATURES[0] };
  for (const temperature of TEMPERATURES) {
    const onEpoch = (adapter, epoch) => {
      if (epoch % EPOCHS_APART !== 0) return;
      const { mrr } = search((vector) => adapter.forward(vector), validation);
      if (mrr > best.mrr) best = { mrr, epochs: epoch, temperature };
    };
    learn(pairsOf(fit), { rank, temperature, epochs: EPOCHS, seed, onEpoch }).adapter.free();
    await breathe();
  }
  return best;
}

function chooseRidge({ fit, validation, pairsOf, search }) {
  const tried = RIDGE_STRENGTHS.map((strength) => ({
    strength,
    mrr: search(fitRidge(pairsOf(fit), strength), validation).mrr,
  }));
  return tried.reduce((best, one) => (one.mrr > best.mrr ? one : best)).strength;
}

/**
 * `corpus` has `vectors` of all documents, and `queries` with theirs. Every number is of the held-out
 * queries, searched for among all documents; nothing is chosen by them. `onPart(words)` is called
 * before each of the parts.
 */
export async function runSeed(corpus, { seed, ranks, score, onPart = () => {} }) {
  const { queries, vectors } = corpus;
  const { heldOut, train, validation, fit } = splitQueries(queries, seed);
  const pairsOf = (list) =>
    list.map(({ vector, relevant }) => ({ query: vector, document: vectors[relevant[0]] }));
  const search = (map, list) => measureSearch(scoreBy(map, vectors), list);
  const parts = { fit, validation, pairsOf, search, seed };

  onPart('baselines');
  const strength = chooseRidge(parts);
  const baselines = {
    none: search(same, heldOut),
    bm25: measureSearch(({ text }) => score(text), heldOut),
    ridge: { ...search(fitRidge(pairsOf(train), strength), heldOut), strength },
  };
  const adapters = [];
  for (const rank of ranks) {
    onPart(`seed ${seed}, rank ${rank}`);
    const { temperature, epochs } = await chooseSettings({ ...parts, rank });
    const learned = learn(pairsOf(train), { rank, temperature, epochs, seed });
    const { adapter, batch, microsPerStep } = learned;
    const map = (vector) => adapter.forward(vector);
    adapters.push({
      rank,
      temperature,
      epochs,
      batch,
      microsPerStep,
      numbers: adapter.paramCount,
      deltaNorm: adapter.deltaNorm,
      train: search(map, train),
      heldOut: search(map, heldOut),
    });
    adapter.free();
    await breathe();
  }
  return {
    seed,
    counts: { heldOut: heldOut.length, train: train.length, validation: validation.length },
    baselines,
    adapters,
  };
}
