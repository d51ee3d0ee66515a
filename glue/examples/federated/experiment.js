// One seed of the experiment: clients alone, averaged in rounds, averaged once, and all data together.
import { setImmediate as breathe } from 'node:timers/promises';
import { average, MicroLoRA } from 'microlora';
import { createRandom } from '../common/random.js';
import { sum } from '../common/numbers.js';
import { createClients, DIM, errorOf } from './clients.js';

export const CLIENTS = 20;
export const ROUNDS = 40;
export const RANK = 6;
// Low, as targets have noise; the same for all ways.
const LEARNING_RATE = 0.1;

/** The seeds of the first A: the same for all clients, or each its own. */
const STARTS = { same: () => 1, own: (index) => 1 + index };

const newAdapter = (seed) =>
  new MicroLoRA({ dim: DIM, rank: RANK, learningRate: LEARNING_RATE, seed });

function learnOnce(adapter, examples, random) {
  for (const { x, target } of random.shuffle([...examples])) adapter.learn(x, target);
}

const mean = (list) => sum(list) / list.length;
const answers = (adapter) => (x) => adapter.forward(x);

/** The mean over clients of the error of `of(index)` on the tests of each. */
const meanError = (clients, of) =>
  mean(clients.map(({ tests }, index) => errorOf(answers(of(index)), tests)));

/** What a server makes of the clients' adapters, weighted by their examples: a new adapter. */
const SERVERS = {
  exact(members) {
    return average(members, { rank: RANK }).adapter;
  },
  /** Of A and of B, each on its own: what is sent is as much, but the product is another. */
  naive(members) {
    const total = sum(members.map(({ weight }) => weight));
    const factors = { A: new Float32Array(RANK * DIM), B: new Float32Array(RANK * DIM) };
    for (const { adapter, weight } of members) {
      const weights = adapter.getWeights();
      for (const name of ['A', 'B']) {
        factors[name].forEach((value, i) => {
          factors[name][i] = value + (weight / total) * weights[name][i];
        });
      }
    }
    const adapter = newAdapter(1);
    adapter.setWeights(factors);
    return adapter;
  },
};

/** Each client learns from its own data alone; the error after each epoch, and the adapters. */
function learnAlone(clients, seed, start) {
  const adapters = clients.map((_, index) => newAdapter(STARTS[start](index)));
  const random = createRandom(seed, 'alone');
  const errors = [];
  for (let epoch = 0; epoch < ROUNDS; epoch++) {
    clients.forEach(({ examples }, index) => learnOnce(adapters[index], examples, random));
    errors.push(meanError(clients, (index) => adapters[index]));
  }
  return { adapters, errors };
}

/**
 * In each round every client goes on from the average, learns once from its data, and sends its
 * adapter. `personal` is the error after clients have learned from their own data once more, which
 * they keep for themselves.
 */
function learnInRounds(clients, seed, server, start) {
  const adapters = clients.map((_, index) => newAdapter(STARTS[start](index)));
  const random = createRandom(seed, 'rounds');
  const errors = [];
  const learnAll = () =>
    clients.forEach(({ examples }, index) => learnOnce(adapters[index], examples, random));
  for (let round = 0; round < ROUNDS; round++) {
    learnAll();
    const global = averageOf(clients, adapters, server);
    errors.push(meanError(clients, () => global));
    for (const adapter of adapters) adapter.copyFrom(global);
    global.free();
  }
  learnAll();
  const personal = meanError(clients, (index) => adapters[index]);
  for (const adapter of adapters) adapter.free();
  return { errors, personal };
}

const averageOf = (clients, adapters, server) =>
  SERVERS[server](
    adapters.map((adapter, index) => ({ adapter, weight: clients[index].examples.length })),
  );

function learnTogether(clients, seed) {
  const adapter = newAdapter(1);
  const random = createRandom(seed, 'together');
  const examples = clients.flatMap((client) => client.examples);
  const errors = [];
  for (let epoch = 0; epoch < ROUNDS; epoch++) {
    learnOnce(adapter, examples, random);
    errors.push(meanError(clients, () => adapter));
  }
  adapter.free();
  return errors;
}

/**
 * Errors, each the mean over clients on the tests of each, after every round or epoch; `once` is that
 * of one average of adapters that learned alone all the time.
 */
export async function runSeed(seed) {
  const clients = createClients(seed, CLIENTS);
  const curves = { together: learnTogether(clients, seed) };
  const once = {};
  const personal = {};
  for (const start of Object.keys(STARTS)) {
    const { adapters, errors } = learnAlone(clients, seed, start);
    if (start === 'same') curves.alone = errors;
    for (const server of Object.keys(SERVERS)) {
      const name = `${server}, ${start} start`;
      const global = averageOf(clients, adapters, server);
      once[name] = meanError(clients, () => global);
      global.free();
      await breathe();
      const rounds = learnInRounds(clients, seed, server, start);
      curves[name] = rounds.errors;
      personal[name] = rounds.personal;
    }
    for (const adapter of adapters) adapter.free();
  }
  return { seed, curves, once, personal };
}
